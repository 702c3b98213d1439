/* content_number: numbers that Amazon does not give.
 *
 * In: the words "order number" and the like, the subject. Out: an order number
 * that is not written 3-7-7 (or D01-7-7, P01-7-7 and the like for digital, Pay
 * and similar orders), and random codes in the subject ("(QW-78937963429)",
 * "No.96117669", a leading "*"), which mass mailers add so that no two subjects
 * are equal.
 *
 * Gets past it: a number in the right form. Wronged: shops' own order numbers in
 * mail about Amazon Pay, which are therefore left alone. */
#include "facts/content/content_sign.h"

#define NUMBER_DIGITS_MIN 8u /* fewer digits may be an amount or a date */
#define CODE_DIGITS_MIN 7u
#define CODE_MIXED_MIN 12u
#define PUSHED_BLANKS_MIN 4u

static bool is_digits(struct str text, size_t from, size_t count) {
    if (from + count > text.size) return false;
    for (size_t i = 0; i < count; i++) {
        if (!ascii_is_digit((unsigned char)text.at[from + i])) return false;
    }
    return true;
}

/* "113-5838173-8241820", "D01-1234567-1234567" */
static bool is_order_number(struct str text) {
    bool first = is_digits(text, 0, 3) ||
                 (text.size > 3 && ascii_is_alpha((unsigned char)text.at[0]) && is_digits(text, 1, 2));
    return text.size == 19 && first && text.at[3] == '-' && is_digits(text, 4, 7) && text.at[11] == '-' &&
           is_digits(text, 12, 7);
}

/* The number that follows `at`, past blanks, colons and brackets. */
static struct span number_after(struct str text, size_t at) {
    size_t from = at, skipped = 0;
    while (from < text.size && skipped < 12 && !ascii_is_alnum((unsigned char)text.at[from])) {
        if (text.at[from] == '\n' && skipped > 0) skipped += 4;
        from++;
        skipped++;
    }
    size_t to = from, digits = 0;
    while (to < text.size && (ascii_is_alnum((unsigned char)text.at[to]) || text.at[to] == '-')) {
        digits += ascii_is_digit((unsigned char)text.at[to]);
        to++;
    }
    while (to > from && text.at[to - 1] == '-') to--;
    return digits >= NUMBER_DIGITS_MIN ? (struct span){from, to} : (struct span){0, 0};
}

static void find_order_numbers(struct arena *arena, struct facts *facts, enum text_part part, struct str text,
                               const struct words *words) {
    bool own_numbers =
        facts->about == ABOUT_aws || facts->about == ABOUT_audible || facts->about == ABOUT_kindle;
    if ((facts->about_flags & ABOUT_OTHERS_WORDS) || own_numbers) return;
    for (size_t i = words_next(words, WORD_order_number, 0); i != STR_NONE;
         i = words_next(words, WORD_order_number, i + 1)) {
        struct span number = number_after(text, words->hits.at[i].to);
        if (number.from == number.to || is_order_number(str_slice(text, number.from, number.to))) continue;
        content_add(arena, facts, CONTENT_impossible_order_number, part, number);
    }
}

/* ---- codes in the subject ---- */

static bool is_code_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || byte == '-' || byte == '_';
}

/* Groups of three, six to eight and seven digits are an order number, also one
 * that somebody blacked out. */
static bool is_like_order(struct str code) {
    size_t dash = str_find_byte(code, '-', 0);
    if (dash != 3) return false;
    size_t second = str_find_byte(code, '-', dash + 1);
    return second != STR_NONE && second - dash >= 6 && second - dash <= 9 && code.size - second >= 7 &&
           code.size - second <= 8;
}

/* "20190731" */
static bool is_date(struct str code) {
    if (code.size < 8 || !is_digits(code, code.size - 8, 8)) return false;
    if (code.size > 8 && ascii_is_digit((unsigned char)code.at[code.size - 9])) return false;
    struct str date = str_skip(code, code.size - 8);
    bool month = date.at[4] == '0' || (date.at[4] == '1' && date.at[5] <= '2');
    return (str_starts(date, STR("19")) || str_starts(date, STR("20"))) && month && date.at[6] <= '3';
}

static bool is_code(struct str code) {
    if (is_date(code)) return false;
    size_t digits = 0, letters = 0, capitals = 0, run = 0, longest = 0;
    for (size_t i = 0; i < code.size; i++) {
        char byte = code.at[i];
        bool digit = ascii_is_digit((unsigned char)byte);
        digits += digit;
        letters += ascii_is_alpha((unsigned char)byte);
        capitals += byte >= 'A' && byte <= 'Z';
        run = digit ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    if (longest >= CODE_DIGITS_MIN && !(letters == 0 && code.at[0] == '0' && longest >= 10 && longest <= 11))
        return true;
    if (letters == 0 && digits >= 9) return code.at[0] != '0'; /* else a telephone number */
    return digits >= 2 && capitals >= 4 && capitals == letters && digits + letters >= CODE_MIXED_MIN;
}

/* The same for each of the pieces that "-" joins. */
static bool has_code(struct str code) {
    if (is_code(code)) return true;
    while (code.size >= CODE_MIXED_MIN) {
        if (is_code(str_cut(&code, '-'))) return true;
    }
    return false;
}

/* Amazon's customer service numbers its conversations. */
static bool is_case_number(struct str subject, size_t from) {
    struct str before = str_slice(subject, from > 12 ? from - 12 : 0, from);
    return str_contains_ascii(before, STR("case")) || str_contains_ascii(before, STR("ticket"));
}

/* Order mail names products, and products have numbers. */
static bool names_products(const struct facts *facts) {
    return facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery;
}

/* "No.96117669", "番号:0265...", "#7712-248": said to be a number. */
static bool is_labelled(struct str subject, size_t from) {
    static const struct str LABELS[] = {
        STR_INIT("#"),     STR_INIT("no."),    STR_INIT("no.-"), STR_INIT("no:"), STR_INIT("no"),
        STR_INIT("番号:"), STR_INIT("番号："), STR_INIT("番号"), STR_INIT("id:"), STR_INIT("ref:")};
    struct str before = str_trim(str_slice(subject, 0, from));
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        if (str_ends_ascii(before, LABELS[i])) return true;
    }
    return false;
}

/* Between brackets, or the last word: nothing that a sentence needs. */
static bool is_apart(struct str subject, size_t from, size_t to) {
    static const struct str CLOSERS[] = {STR_INIT(")"), STR_INIT("]"), STR_INIT("】"), STR_INIT("）"),
                                         STR_INIT("］")};
    struct str rest = str_trim(str_skip(subject, to));
    return from == 0 || rest.size == 0 || str_equal(rest, STR(".")) ||
           str_starts_any(rest, STR_LIST(CLOSERS));
}

/* "... confirmé          vy7ov": blanks push a random word out of sight. */
static void find_pushed_word(struct arena *arena, struct facts *facts, struct str subject) {
    struct str trimmed = str_trim(subject);
    size_t space = str_find_last_byte(trimmed, ' ');
    if (space == STR_NONE || trimmed.size - space > 12) return;
    size_t blanks = 0;
    while (blanks <= space && trimmed.at[space - blanks] == ' ') {
        if (++blanks > space) break;
    }
    if (blanks < PUSHED_BLANKS_MIN) return;
    size_t from = (size_t)(trimmed.at - subject.at);
    content_add(arena, facts, CONTENT_tracking_code, PART_SUBJECT,
                (struct span){from + space + 1, from + trimmed.size});
}

static void find_codes(struct arena *arena, struct facts *facts, struct str subject) {
    if (subject.size > 0 && (subject.at[0] == ',' || subject.at[0] == '*' || subject.at[0] == '.')) {
        content_add(arena, facts, CONTENT_tracking_code, PART_SUBJECT, (struct span){0, 1});
    }
    for (size_t at = 0; at < subject.size;) {
        if (!is_code_byte(subject.at[at])) {
            at++;
            continue;
        }
        size_t from = at;
        while (at < subject.size && is_code_byte(subject.at[at])) at++;
        struct str code = str_slice(subject, from, at);
        bool in_word = at < subject.size && (subject.at[at] == '@' || subject.at[at] == '.') &&
                       at + 1 < subject.size && ascii_is_alnum((unsigned char)subject.at[at + 1]);
        if (in_word || !has_code(code) || is_like_order(code) || is_case_number(subject, from)) continue;
        if (!is_labelled(subject, from) && (names_products(facts) || !is_apart(subject, from, at))) continue;
        content_add(arena, facts, CONTENT_tracking_code, PART_SUBJECT, (struct span){from, at});
    }
}

void content_find_numbers(struct arena *arena, struct facts *facts) {
    struct str subject = facts_envelope(facts)->subject;
    find_order_numbers(arena, facts, PART_TEXT, facts->message->document.text, &facts->text.words);
    find_order_numbers(arena, facts, PART_SUBJECT, subject, &facts->text.subject_words);
    find_codes(arena, facts, subject);
    find_pushed_word(arena, facts, subject);
}
