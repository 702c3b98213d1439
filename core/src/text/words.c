/* words: text -> classes of phrases and where they stand. See words.h.
 *
 * The folded text runs through a window of WINDOW_BYTES; at each place where a
 * phrase could begin, its first six (or, for short phrases, three) bytes select
 * a bucket of phrases to compare. */
#include "text/words.h"

#include <string.h>

#include "limits.h"
#include "text/fold.h"

#include "data/han_chinese_only.inc"
#include "data/phrases.inc"

static const uint8_t PHRASE_CLASSES[] = {
#define PHRASE(word_class, weight) WORD_##word_class,
    PHRASE_ROWS
#undef PHRASE
};
static const uint8_t PHRASE_WEIGHTS[] = {
#define PHRASE(word_class, weight) weight,
    PHRASE_ROWS
#undef PHRASE
};

/* No phrase is longer (a unit test holds it); what stays in the window when it
 * is refilled. */
#define PHRASE_BYTES_MAX 160u
#define WINDOW_BYTES 4096u

struct window_byte {
    uint32_t from, to; /* bytes of the text its unit came from */
    uint32_t sentence;
};

struct words_finder {
    /* written before it is read */
    char text[WINDOW_BYTES];
    struct window_byte bytes[WINDOW_BYTES];
    /* zero at first */
    struct arena *arena;
    struct words *words;
    struct str whole; /* the text */
    size_t size;
    bool at_word_start; /* of text[0] */
    enum fold_kind last;
    bool space, last_small;
    uint32_t sentence;
    bool sentence_may_end; /* ". " ends a sentence, "amazon.co.jp" does not */
    /* look-alike letters inside Latin words */
    struct span word;
    size_t word_latin, word_odd;
};

size_t words_phrase_count(void) { return sizeof PHRASE_CLASSES; }

enum word_class words_phrase_class(size_t row) { return (enum word_class)PHRASE_CLASSES[row]; }

unsigned words_phrase_weight(size_t row) { return PHRASE_WEIGHTS[row]; }

bool words_is_chinese_only(uint32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF && (HAN_CHINESE_ONLY[(c - 0x4E00) >> 3] >> (c & 7) & 1) != 0;
}

static uint32_t three_bytes(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
}

/* As phrases.py; the key of a short phrase is its first half. */
static uint32_t hash_of(uint32_t low, uint32_t high) {
    uint32_t mixed = low * 0x9E3779B1u ^ high * 0x85EBCA6Bu;
    return mixed ^ mixed >> 15;
}

static bool may_begin_phrase(uint32_t hash) {
    return phrase_filter[hash % PHRASE_FILTER_BITS / 8] >> hash % 8 & 1;
}

struct str words_phrase_text(size_t row) {
    size_t place = phrase_places[row / PHRASE_TEXT_GROUP];
    for (size_t i = row / PHRASE_TEXT_GROUP * PHRASE_TEXT_GROUP; i < row; i++) place += phrase_sizes[i];
    return (struct str){(const char *)phrase_text + place, phrase_sizes[row]};
}

/* A phrase's bytes without its final "*". */
static struct str phrase_stem(size_t row) {
    struct str text = words_phrase_text(row);
    return (struct str){text.at, text.size - (text.at[text.size - 1] == '*')};
}

static void add_hit(struct words_finder *finder, size_t phrase, size_t from, size_t bytes) {
    struct words *words = finder->words;
    enum word_class word_class = words_phrase_class(phrase);
    if (words->counts[word_class]++ >= WORD_HITS_PER_CLASS_MAX) {
        words->flooded = true;
        return;
    }
    struct word_hit *hit = list_add(finder->arena, &words->hits);
    if (hit == NULL) return;
    *hit = (struct word_hit){.word_class = word_class,
                             .phrase = (uint16_t)phrase,
                             .from = finder->bytes[from].from,
                             .to = finder->bytes[from + bytes - 1].to,
                             .sentence = finder->bytes[from].sentence};
}

static bool is_word_byte(char byte) { return ascii_is_alnum((unsigned char)byte); }

/* Matches the phrases of a bucket that are as long as its key, at least. */
static void match_bucket(struct words_finder *finder, size_t at, uint32_t hash, bool is_long) {
    size_t bucket = hash % PHRASE_BUCKETS;
    size_t start = phrase_group_starts[bucket / PHRASE_BUCKET_GROUP];
    for (size_t i = bucket / PHRASE_BUCKET_GROUP * PHRASE_BUCKET_GROUP; i < bucket; i++)
        start += phrase_counts[i];
    for (size_t i = start; i < start + phrase_counts[bucket]; i++) {
        size_t phrase = phrase_order[i], whole = phrase_sizes[phrase];
        if (is_long ? whole < LONG_KEY_BYTES : whole > LONG_KEY_BYTES) continue; /* with its "*", if any */
        struct str stem = phrase_stem(phrase);
        if ((stem.size >= LONG_KEY_BYTES) != is_long) continue;
        if (stem.size > finder->size - at || memcmp(finder->text + at, stem.at, stem.size) != 0) continue;
        bool open = stem.size < phrase_sizes[phrase];
        size_t end = at + stem.size;
        bool cut = !open && is_word_byte(stem.at[stem.size - 1]) && end < finder->size &&
                   ascii_is_alpha((unsigned char)finder->text[end]);
        while (open && end < finder->size && end < at + PHRASE_BYTES_MAX &&
               ascii_is_alpha((unsigned char)finder->text[end])) {
            end++; /* the rest of the word */
        }
        bool address = end < finder->size && finder->text[end] == '@'; /* part of an address */
        if (!cut && !address) add_hit(finder, phrase, at, end - at);
    }
}

/* Matches every phrase that begins in the window before `stop`. */
static void match_window(struct words_finder *finder, size_t stop) {
    for (size_t at = 0; at < stop; at++) {
        char byte = finder->text[at];
        bool inside = at > 0 ? is_word_byte(finder->text[at - 1]) : !finder->at_word_start;
        if (inside && is_word_byte(byte)) continue;
        if (((unsigned char)byte & 0xC0) == 0x80) continue;
        size_t left = finder->size - at;
        if (left < SHORT_KEY_BYTES) continue;
        uint32_t low = three_bytes(finder->text + at);
        if (left >= LONG_KEY_BYTES) {
            uint32_t high = three_bytes(finder->text + at + SHORT_KEY_BYTES);
            uint32_t hash = hash_of(low, high);
            if (may_begin_phrase(hash)) match_bucket(finder, at, hash, true);
        }
        uint32_t hash = hash_of(low, 0);
        if (may_begin_phrase(hash)) match_bucket(finder, at, hash, false);
    }
}

/* Makes room: matches what has its longest phrase in the window already. */
static void shift_window(struct words_finder *finder) {
    size_t stop = finder->size - PHRASE_BYTES_MAX;
    match_window(finder, stop);
    finder->at_word_start = !is_word_byte(finder->text[stop - 1]);
    memmove(finder->text, finder->text + stop, finder->size - stop);
    memmove(finder->bytes, finder->bytes + stop, (finder->size - stop) * sizeof *finder->bytes);
    finder->size -= stop;
}

static void put(struct words_finder *finder, const char *at, size_t size, const struct fold_unit *unit) {
    if (finder->size + size > WINDOW_BYTES) shift_window(finder);
    struct window_byte byte = {(uint32_t)unit->from, (uint32_t)unit->to, finder->sentence};
    char *text = finder->text + finder->size;
    struct window_byte *bytes = finder->bytes + finder->size;
    finder->size += size;
    for (size_t i = 0; i < size; i++) {
        text[i] = at[i];
        bytes[i] = byte;
    }
}

/* Nearly all of a Latin text. */
void words_take_letters(struct words_finder *finder, struct span letters) {
    size_t count = letters.to - letters.from;
    if (count == 0) return;
    finder->words->latin += count;
    finder->word_latin += count;
    finder->word.to = letters.to;
    finder->sentence_may_end = false;
    finder->last_small = true;
    for (size_t at = letters.from; at < letters.to; at++) {
        if (finder->size == WINDOW_BYTES) shift_window(finder);
        finder->text[finder->size] = finder->whole.at[at];
        finder->bytes[finder->size++] =
            (struct window_byte){(uint32_t)at, (uint32_t)at + 1, finder->sentence};
    }
}

static void count_letter(struct words *words, const struct fold_unit *unit) {
    if (unit->kind == FOLD_LATIN) words->latin++;
    if (unit->kind != FOLD_WIDE) return;
    if (fold_is_kana(unit->code_point)) {
        words->kana++;
    } else if (fold_is_hangul(unit->code_point)) {
        words->hangul++;
    } else if (fold_is_han(unit->code_point)) {
        words->han++;
        words->chinese_only += words_is_chinese_only(unit->code_point);
    }
}

/* A word of Latin letters with others that only look Latin among them. */
static void end_word(struct words_finder *finder) {
    if (finder->word_latin >= 1 && finder->word_odd >= 1 && finder->word_latin + finder->word_odd >= 3) {
        if (finder->words->mixed_words++ == 0) finder->words->first_mixed = finder->word;
    }
    finder->word_latin = finder->word_odd = 0;
}

static bool looks_latin(const struct fold_unit *unit) {
    return unit->kind == FOLD_LETTER && unit->style == FOLD_LOOK_ALIKE && unit->letter != 0;
}

static void follow_word(struct words_finder *finder, const struct fold_unit *unit, bool odd) {
    if (unit->kind != FOLD_LATIN && !odd) {
        if (unit->kind == FOLD_LETTER) finder->word_latin = 0; /* a word of that script */
        if (finder->word_latin + finder->word_odd > 0) end_word(finder);
        return;
    }
    if (finder->word_latin + finder->word_odd == 0) finder->word.from = unit->from;
    finder->word.to = unit->to;
    if (odd)
        finder->word_odd++;
    else
        finder->word_latin++;
}

static bool ends_sentence(struct words_finder *finder, const struct fold_unit *unit) {
    if (unit->code_point == 0x3002 || unit->code_point == 0xFF01 || unit->code_point == 0xFF1F) return true;
    bool space = unit->kind == FOLD_SPACE || unit->kind == FOLD_BREAK;
    bool ends = space && finder->sentence_may_end;
    if (!space)
        finder->sentence_may_end = unit->bytes[0] == '.' || unit->bytes[0] == '!' || unit->bytes[0] == '?';
    if (ends) finder->sentence_may_end = false;
    return ends;
}

/* "on hoId": a capital I between small letters reads as an l. */
static bool is_capital_i_for_l(const struct words_finder *finder, const struct fold_unit *unit) {
    if (!unit->upper || unit->letter != 'i' || !finder->last_small) return false;
    return unit->to < finder->whole.size && finder->whole.at[unit->to] >= 'a' &&
           finder->whole.at[unit->to] <= 'z';
}

/* Only inside a Latin word does a look-alike read as that letter. */
static bool is_in_latin(const struct words_finder *finder, const struct fold_unit *unit) {
    return finder->word_latin > 0 ||
           (unit->to < finder->whole.size && ascii_is_alpha((unsigned char)finder->whole.at[unit->to]));
}

void words_take(struct words_finder *finder, const struct fold_unit *unit) {
    if (unit->kind == FOLD_DROPPED) return;
    bool odd = looks_latin(unit);
    follow_word(finder, unit, odd);
    count_letter(finder->words, unit);
    bool ends = ends_sentence(finder, unit);
    if (unit->kind == FOLD_SPACE || unit->kind == FOLD_BREAK) {
        finder->space = true;
        finder->last_small = false;
        if (ends) finder->sentence++;
        return;
    }
    if (finder->space && unit->kind != FOLD_WIDE && finder->last != FOLD_WIDE) {
        put(finder, " ", 1, unit);
    }
    finder->space = false;
    if (odd && is_in_latin(finder, unit)) {
        put(finder, &unit->letter, 1, unit);
    } else if (is_capital_i_for_l(finder, unit)) {
        put(finder, "l", 1, unit);
    } else {
        put(finder, unit->bytes, unit->size, unit);
    }
    finder->last = unit->kind;
    finder->last_small = (unit->kind == FOLD_LATIN || odd) && !unit->upper;
    if (ends) finder->sentence++;
}

struct words_finder *words_start(struct arena *arena, struct str text, struct words *out) {
    *out = (struct words){0};
    struct words_finder *finder = arena_bytes(arena, sizeof *finder);
    if (finder == NULL) return NULL;
    memset((char *)finder + offsetof(struct words_finder, arena), 0,
           sizeof *finder - offsetof(struct words_finder, arena));
    finder->arena = arena;
    finder->words = out;
    finder->whole = text;
    finder->at_word_start = true;
    finder->last = FOLD_WIDE; /* no space before the first character */
    return finder;
}

void words_end(struct words_finder *finder) {
    end_word(finder);
    match_window(finder, finder->size);
}

void words_find(struct arena *arena, struct str text, struct words *out) {
    struct words_finder *finder = words_start(arena, text, out);
    struct fold_reader *reader = arena_bytes(arena, sizeof *reader);
    if (finder == NULL || reader == NULL) return;
    fold_start(reader, arena, text);
    struct fold_unit unit;
    while (fold_next(reader, &unit)) {
        words_take(finder, &unit);
        if (fold_is_plain_latin(&unit)) words_take_letters(finder, fold_small_letters(reader));
    }
    fold_end(reader);
    words_end(finder);
}

bool words_have(const struct words *words, enum word_class word_class) {
    return words->counts[word_class] > 0;
}

size_t words_next(const struct words *words, enum word_class word_class, size_t from) {
    for (size_t i = from; i < words->hits.size; i++) {
        if (words->hits.at[i].word_class == word_class) return i;
    }
    return STR_NONE;
}

bool words_near(const struct words *words, enum word_class left, enum word_class right, size_t bytes,
                struct span *out) {
    const struct word_hit *last_left = NULL, *last_right = NULL;
    for (size_t i = 0; i < words->hits.size; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->word_class == left)
            last_left = hit;
        else if (hit->word_class == right)
            last_right = hit;
        else
            continue;
        if (last_left == NULL || last_right == NULL || last_left->sentence != last_right->sentence) continue;
        const struct word_hit *first = last_left->from < last_right->from ? last_left : last_right;
        const struct word_hit *second = first == last_left ? last_right : last_left;
        if (second->from > first->to && second->from - first->to > bytes) continue;
        *out = (struct span){first->from, first->to > second->to ? first->to : second->to};
        return true;
    }
    return false;
}
