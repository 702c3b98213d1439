/* content_glyph: letters that do not belong to the text's own writing.
 *
 * In: the visible text. Out: foreign_glyphs (characters that only Chinese
 * writes, and marks that were lost on the way through a Chinese or Western
 * charset, inside Japanese lines), look_alike_letters (words that mix alphabets)
 * and word_salad (sentences torn by blanks, lines of random letters).
 *
 * Gets past it: fakes written by native writers. Wronged: product titles by
 * foreign sellers; so all of it is weak, and only lines that are Japanese
 * otherwise are looked at. */
#include "base/utf8.h"
#include "facts/content/content_sign.h"
#include "text/fold.h"

#define JAPANESE_KANA_MIN 20u   /* a text with fewer kana is not Japanese */
#define TORN_BLANKS_MIN 6u      /* blanks between hiragana ... */
#define TORN_KANA_PER_BLANK 50u /* ... at least one in so many kana */
#define RANDOM_LINES_MIN 3u
#define STUFFED_WORDS_MIN 3u
#define STUFFED_BYTES_MIN 5u

struct line_count {
    size_t kana, chinese;
    struct span chinese_span, lost;
};

struct scan {
    struct arena *arena;
    struct facts *facts;
    struct str text;
    struct line_count line;
    uint32_t last, before_blank; /* the character before, and before blanks */
    bool blank;
    bool japanese; /* else such characters are the text's own */
    size_t torn, kana, random_lines, stuffed;
    struct span first_torn, first_random, first_stuffed;
};

static bool is_hiragana(uint32_t c) { return c >= 0x3041 && c <= 0x3096; }
static bool is_full_katakana(uint32_t c) { return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB; }
static bool is_half_katakana(uint32_t c) { return c >= 0xFF66 && c <= 0xFF9F; }

static void end_line(struct scan *scan) {
    if (scan->japanese && scan->line.kana > 0 && scan->line.chinese > 0) {
        content_add(scan->arena, scan->facts, CONTENT_foreign_glyphs, PART_TEXT, scan->line.chinese_span);
    }
    if (scan->japanese && scan->line.kana > 0 && scan->line.lost.from < scan->line.lost.to) {
        content_add(scan->arena, scan->facts, CONTENT_foreign_glyphs, PART_TEXT, scan->line.lost);
    }
    scan->line = (struct line_count){0};
    scan->last = scan->before_blank = 0;
    scan->blank = false;
}

/* "マイストア?タイムセール", "必要・ェあり": a mark that a charset swallowed. */
static void look_for_lost(struct scan *scan, size_t from, size_t to, uint32_t c) {
    size_t next_at = to;
    uint32_t next = to < scan->text.size ? utf8_next(scan->text, &next_at) : 0;
    bool between = c == '?' && is_full_katakana(scan->last) && is_full_katakana(next);
    bool separator = c == '?' && is_full_katakana(scan->last) && next == ' ' &&
                     str_starts(str_skip(scan->text, to), STR(" |"));
    bool split = c == 0x30FB && is_half_katakana(next) && next_at < scan->text.size && scan->last != 0 &&
                 !is_half_katakana(scan->last);
    if (between || separator || split) scan->line.lost = (struct span){from, next_at};
}

static void take(struct scan *scan, size_t from, size_t to, uint32_t c) {
    if (c < 0x80 && c != ' ' && c != '?') {
        scan->blank = false;
        scan->last = c;
        return;
    }
    if (words_is_chinese_only(c)) {
        if (scan->line.chinese++ == 0) scan->line.chinese_span.from = from;
        if (from <= scan->line.chinese_span.to || scan->line.chinese == 1) scan->line.chinese_span.to = to;
    }
    if (fold_is_kana(c)) {
        scan->line.kana++;
        scan->kana++;
    }
    if (c == '?' || c == 0x30FB) look_for_lost(scan, from, to, c);
    if (c == ' ' || c == 0x3000 || c == 0xA0) {
        if (!scan->blank) scan->before_blank = scan->last;
        scan->blank = true;
    } else {
        if (scan->blank && is_hiragana(scan->before_blank) && is_hiragana(c)) {
            if (scan->torn++ == 0) scan->first_torn = (struct span){from, to};
        }
        scan->blank = false;
    }
    scan->last = c;
}

/* A line of one short word that no language has: "zv9kcrl0x", "pgdjjc". */
static bool is_random_word(struct str line) {
    size_t digits = 0, letters = 0, consonants = 0, run = 0, vowels = 0;
    if (line.size < 2 || line.size > 24) return false;
    for (size_t i = 0; i < line.size; i++) {
        char byte = line.at[i];
        bool vowel = byte == 'a' || byte == 'e' || byte == 'i' || byte == 'o' || byte == 'u' || byte == 'y';
        if (!ascii_is_alnum((unsigned char)byte) || (byte >= 'A' && byte <= 'Z')) return false;
        digits += ascii_is_digit((unsigned char)byte);
        letters += ascii_is_alpha((unsigned char)byte);
        vowels += vowel;
        run = vowel || ascii_is_digit((unsigned char)byte) ? 0 : run + 1;
        if (run > consonants) consonants = run;
    }
    return letters > 0 && (digits > 0 || vowels == 0 || consonants >= 5);
}

/* "MemIJMXD2EVWLbership": capitals and digits pushed into a word. */
static bool is_stuffed_word(struct str word) {
    size_t run = 0;
    bool small_before = false;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.at[i];
        bool small = byte >= 'a' && byte <= 'z';
        if (small && run >= STUFFED_BYTES_MIN && small_before) return true;
        if (small) {
            small_before = true;
            run = 0;
        } else if (ascii_is_alnum((unsigned char)byte)) {
            run++;
        } else {
            small_before = false;
            run = 0;
        }
    }
    return false;
}

static void end_word(struct scan *scan, struct span word, size_t pushed) {
    if (pushed < STUFFED_BYTES_MIN || !is_stuffed_word(str_slice(scan->text, word.from, word.to))) return;
    if (scan->stuffed++ == 0) scan->first_stuffed = word;
}

/* ASCII that is read as it stands. */
static bool tells_nothing(unsigned char byte) { return byte > ' ' && byte < 0x80 && byte != '?'; }

static void read_line(struct scan *scan, struct span span) {
    struct str line = str_slice(scan->text, span.from, span.to);
    if (is_random_word(str_trim(line)) && scan->random_lines++ == 0) scan->first_random = span;
    size_t word = span.from, pushed = 0; /* where it began, capitals and digits in it */
    for (size_t at = span.from; at < span.to;) {
        size_t from = at;
        while (at < span.to && tells_nothing((unsigned char)scan->text.at[at])) {
            unsigned char byte = (unsigned char)scan->text.at[at++];
            pushed += byte <= 'Z' && ascii_is_alnum(byte);
        }
        if (at > from) {
            scan->blank = false;
            scan->last = (unsigned char)scan->text.at[at - 1];
            continue;
        }
        uint32_t c = utf8_next_fast(scan->text, &at);
        take(scan, from, at, c);
        if (c > ' ' || !ascii_is_space((unsigned char)c)) continue;
        end_word(scan, (struct span){word, from}, pushed);
        word = at;
        pushed = 0;
    }
    end_word(scan, (struct span){word, span.to}, pushed);
    end_line(scan);
}

static void report_salad(struct scan *scan, const struct words *words) {
    bool torn = scan->torn >= TORN_BLANKS_MIN && scan->torn * TORN_KANA_PER_BLANK >= scan->kana;
    struct span span = torn                                     ? scan->first_torn
                       : scan->random_lines >= RANDOM_LINES_MIN ? scan->first_random
                                                                : scan->first_stuffed;
    if (!torn && scan->random_lines < RANDOM_LINES_MIN && scan->stuffed < STUFFED_WORDS_MIN &&
        !words->flooded)
        return;
    content_add(scan->arena, scan->facts, CONTENT_word_salad, PART_TEXT, span);
}

/* Words of mixed alphabets that are not the brand, which brand_words.c reports. */
static void report_mixed(struct arena *arena, struct facts *facts, const struct words *words,
                         enum text_part part) {
    size_t brand = 0;
    for (size_t i = 0; i < facts->text.brand_words.size; i++) {
        const struct brand_word *word = &facts->text.brand_words.at[i];
        brand += word->part == part && word->spelling == SPELLING_LOOK_ALIKE;
    }
    if (words->mixed_words > brand)
        content_add(arena, facts, CONTENT_look_alike_letters, part, words->first_mixed);
}

void content_find_glyphs(struct arena *arena, struct facts *facts) {
    const struct words *words = &facts->text.words, *subject = &facts->text.subject_words;
    report_mixed(arena, facts, words, PART_TEXT);
    report_mixed(arena, facts, subject, PART_SUBJECT);
    struct scan scan = {.arena = arena, .facts = facts, .text = facts->message->document.text};
    bool products =
        facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery;
    scan.japanese = words->kana >= JAPANESE_KANA_MIN && !products; /* products have foreign names */
    for (size_t at = 0; at < scan.text.size;) {
        size_t end = str_find_byte(scan.text, '\n', at);
        if (end == STR_NONE) end = scan.text.size;
        read_line(&scan, (struct span){at, end});
        at = end + 1;
    }
    report_salad(&scan, words);
}
