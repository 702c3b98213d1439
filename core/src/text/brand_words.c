/* brand_words: where the message says Amazon, and how it is spelt.
 *
 * In: From names, subject, visible text (alternative texts included). Out:
 * text.brand_words, in that order.
 *
 * The text runs past as folded characters; where one could begin the name, the
 * next few are compared with it: letters that only look like it (UTS 39, or
 * 0 for o), signs or marks put between them, capitals stuffed in, one letter
 * wrong. Words that merely begin alike (Amazonas, Amazonian, the river) stay
 * quiet, and so do real words one letter away unless something beside them
 * belongs to a shop. Each comparison is bounded, so the whole is linear.
 *
 * Gets past it: the name in a picture, or two slips in one word ("Anozan").
 * Wronged: who truly is called nearly so (a surname Mazon after an initial is
 * left alone; a firm Amazone beside shop words is not), or writes in a hurry;
 * a spelling alone never makes a claim to be Amazon. */
#include "text/brand_words.h"

#include "brand/brand_names.h"
#include <string.h>

#include "base/utf8.h"
#include "limits.h"

#define WINDOW_UNITS 512u

struct brand_reader {
    struct arena *arena;
    struct text *out;
    enum text_part part;
    struct str text;
    struct fold_reader fold;
    struct brand_unit units[WINDOW_UNITS];
    size_t size, at; /* `at`: the first unit where no name was looked for yet */
    size_t kept[4];  /* per spelling, of this part */
};

static void add(struct brand_reader *reader, struct span span, enum brand_spelling spelling, bool hint) {
    if (reader->kept[spelling] >= BRAND_WORDS_MAX) return;
    struct brand_word *word = list_add(reader->arena, &reader->out->brand_words);
    if (word == NULL) return;
    reader->kept[spelling]++;
    *word = (struct brand_word){.part = reader->part,
                                .span = span,
                                .word = str_slice(reader->text, span.from, span.to),
                                .spelling = spelling,
                                .hint = hint};
}

/* Most units begin no name: blanks, and what goes on in a Latin word. */
static bool could_begin(const struct brand_unit *units, size_t size, size_t at) {
    const struct brand_unit *unit = &units[at];
    if (unit->kind == FOLD_SPACE || unit->kind == FOLD_BREAK) return false;
    if (unit->folded >= 0x3041 && unit->folded <= 0x30FF && unit->style == FOLD_EXACT)
        return brand_kana_begins(unit->folded);
    if (unit->kind == FOLD_WIDE && unit->style == FOLD_EXACT && unit->letter == 0)
        return brand_script_begins(unit->folded);
    if (unit->kind != FOLD_LATIN) return true;
    if (at > 0 && units[at - 1].kind == FOLD_LATIN && (!unit->upper || units[at - 1].upper)) return false;
    /* even a slip leaves the first letter, or the second next to where it ought to be */
    return unit->style != FOLD_EXACT || unit->letter == BRAND_NAME[0] ||
           (at + 1 < size &&
            (units[at + 1].letter == BRAND_NAME[0] || units[at + 1].letter == BRAND_NAME[1]));
}

static void take_unit(struct brand_reader *reader, const struct fold_unit *unit) {
    struct brand_unit *kept = &reader->units[reader->size++];
    size_t at = 0;
    struct str bytes = {unit->bytes, unit->size};
    *kept = (struct brand_unit){.from = (uint32_t)unit->from,
                                .to = (uint32_t)unit->to,
                                .folded = unit->size == 1  ? (unsigned char)unit->bytes[0]
                                          : unit->size > 0 ? utf8_next_fast(bytes, &at)
                                                           : unit->code_point,
                                .kind = unit->kind,
                                .style = unit->style,
                                .letter = unit->letter,
                                .upper = unit->upper};
}

/* Looks for the name at every unit before `stop`; returns the unit after the
 * last one that belongs to a find (at least `stop`). */
static size_t find_in_window(struct brand_reader *reader, size_t from, size_t stop) {
    size_t at = from;
    while (at < stop) {
        struct brand_match match;
        if (could_begin(reader->units, reader->size, at) &&
            brand_match_at(reader->units, reader->size, at, &match)) {
            if (match.found) {
                struct span span = {reader->units[at].from, reader->units[match.end - 1].to};
                add(reader, span, match.spelling, false);
            }
            at = match.end > at ? match.end : at + 1;
        } else {
            at++;
        }
    }
    return at;
}

/* Keeps one unit before `at` (what stands to the left of a name matters). */
static size_t drop_before(struct brand_reader *reader, size_t at) {
    size_t keep = at > 0 ? at - 1 : 0;
    memmove(reader->units, reader->units + keep, (reader->size - keep) * sizeof *reader->units);
    reader->size -= keep;
    return at - keep;
}

static void start_text(struct brand_reader *reader, enum text_part part, struct str text) {
    reader->part = part;
    reader->text = text;
    reader->size = reader->at = 0;
    memset(reader->kept, 0, sizeof reader->kept);
}

static void make_room(struct brand_reader *reader) {
    if (reader->size < WINDOW_UNITS) return;
    reader->at = drop_before(reader, find_in_window(reader, reader->at, WINDOW_UNITS - BRAND_UNITS_MAX));
}

void brand_words_take(struct brand_reader *reader, const struct fold_unit *unit) {
    take_unit(reader, unit);
    make_room(reader);
}

void brand_words_take_letters(struct brand_reader *reader, struct span letters) {
    for (size_t at = letters.from; at < letters.to; at++) {
        char letter = reader->text.at[at];
        reader->units[reader->size++] = (struct brand_unit){.from = (uint32_t)at,
                                                            .to = (uint32_t)at + 1,
                                                            .folded = (unsigned char)letter,
                                                            .kind = FOLD_LATIN,
                                                            .style = FOLD_EXACT,
                                                            .letter = letter};
        make_room(reader);
    }
}

static void end_text(struct brand_reader *reader) { find_in_window(reader, reader->at, reader->size); }

static void read_text(struct brand_reader *reader, enum text_part part, struct str text) {
    start_text(reader, part, text);
    fold_start(&reader->fold, reader->arena, text);
    struct fold_unit unit;
    while (fold_next(&reader->fold, &unit)) brand_words_take(reader, &unit);
    fold_end(&reader->fold);
    end_text(reader);
}

static void add_hints(struct brand_reader *reader, enum text_part part, struct str text,
                      const struct words *words) {
    reader->part = part;
    reader->text = text;
    memset(reader->kept, 0, sizeof reader->kept);
    for (size_t i = 0; i < words->hits.size; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->word_class != WORD_amazon_context) continue;
        add(reader, (struct span){hit->from, hit->to}, SPELLING_PLAIN, true);
    }
}

/* "Prime" as the whole name of a sender is a claim; inside a name it needs
 * the words of amazon_context beside it. */
static void read_name(struct brand_reader *reader, struct str name) {
    if (name.size == 0) return;
    read_text(reader, PART_FROM, name);
    struct words *words = arena_alloc(reader->arena, sizeof *words);
    if (words == NULL) return;
    words_find(reader->arena, name, words);
    add_hints(reader, PART_FROM, name, words);
    struct str folded = fold_all(reader->arena, name);
    if (str_equal(folded, STR(BRAND_MEMBERSHIP)) || str_equal(folded, STR(BRAND_MEMBERSHIP_KANA))) {
        add(reader, (struct span){0, name.size}, SPELLING_PLAIN, true);
    }
}

/* Marks the words of the visible text that stand in an image's alternative text. */
static void mark_images(const struct document *document, struct text *out) {
    size_t run = 0;
    for (size_t i = 0; i < out->brand_words.size; i++) {
        struct brand_word *word = &out->brand_words.at[i];
        if (word->part != PART_TEXT) continue;
        if (i > 0 && out->brand_words.at[i - 1].span.from > word->span.from) run = 0;
        while (run < document->runs.size && (document->runs.at[run].hidden != HIDDEN_none ||
                                             document->runs.at[run].span.to <= word->span.from)) {
            run++;
        }
        if (run < document->runs.size && document->runs.at[run].span.from <= word->span.from) {
            word->image = document->runs.at[run].image;
        }
    }
}

struct brand_reader *brand_words_start(struct arena *arena, const struct document *document,
                                       const struct envelope *envelope, struct text *text) {
    struct brand_reader *reader = arena_bytes(arena, sizeof *reader); /* each text clears what it needs */
    if (reader == NULL) return NULL;
    reader->arena = arena;
    reader->out = text;
    for (size_t i = 0; i < envelope->from.size && i < BRAND_WORDS_MAX; i++) {
        read_name(reader, envelope->from.at[i].name);
    }
    read_text(reader, PART_SUBJECT, envelope->subject);
    add_hints(reader, PART_SUBJECT, envelope->subject, &text->subject_words);
    start_text(reader, PART_TEXT, document->text);
    return reader;
}

void brand_words_end(struct brand_reader *reader, const struct document *document, struct text *text) {
    end_text(reader);
    add_hints(reader, PART_TEXT, document->text, &text->words);
    mark_images(document, text);
}
