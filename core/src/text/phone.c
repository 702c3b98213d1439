/* phone: see phone.h.
 *
 * A number is a few groups of digits with at most two signs between them. By
 * their sizes and first digits the numbering plans are told apart (ITU-T E.164:
 * "+" and up to 15 digits; North America 3-3-4; Japan "0" and 10 or 11 digits;
 * Europe "0" and groups), and from them order numbers (3-7-7), parcel numbers,
 * dates, prices and addresses of machines.
 *
 * Gets past it: digits as words. Wronged: a number of another kind that is
 * written in the same groups; it only rules out "consistent". */
#include "text/phone.h"

#include "base/utf8.h"

enum {
    DIGITS_MIN = 9,
    DIGITS_MAX = 15,
    SIGNS_MAX = 2, /* between two groups */
    GROUPS_MAX = DIGITS_MAX
};

struct number {
    unsigned char digits[DIGITS_MAX + 1];
    size_t digit_count, groups, dots;
    size_t sizes[GROUPS_MAX];
    bool plus, bracket;
};

/* 一 to 九. */
static int kanji_value(uint32_t point) {
    static const uint32_t kanji[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int i = 0; i < 9; i++)
        if (point == kanji[i]) return i + 1;
    return -1;
}

/* 0 to 9, or -1. */
static int digit_value(uint32_t point) {
    if (point >= '0' && point <= '9') return (int)(point - '0');
    if (point < 0x660 || (point >= 0x3008 && point < 0x4E00)) return -1;          /* most letters */
    if (point >= 0xFF10 && point <= 0xFF19) return (int)(point - 0xFF10);         /* full-width */
    if (point >= 0x1D7CE && point <= 0x1D7FF) return (int)(point - 0x1D7CE) % 10; /* mathematical */
    if (point >= 0x660 && point <= 0x669) return (int)(point - 0x660);            /* Arabic */
    if (point >= 0x6F0 && point <= 0x6F9) return (int)(point - 0x6F0);
    if (point >= 0x966 && point <= 0x96F) return (int)(point - 0x966);        /* Devanagari */
    if (point >= 0x2460 && point <= 0x2468) return (int)(point - 0x2460) + 1; /* circled */
    if (point >= 0x2776 && point <= 0x277E) return (int)(point - 0x2776) + 1;
    if (point >= 0x2780 && point <= 0x2788) return (int)(point - 0x2780) + 1;
    if (point == 0x24EA || point == 0x24FF || point == 0x1F100) return 0;
    if (point == 0x3007) return 0;
    return point >= 0x4E00 && point <= 0x56DB ? kanji_value(point) : -1;
}

static bool is_plus(uint32_t point) { return point == '+' || point == 0xFF0B; }
static bool is_bracket(uint32_t point) { return point == '(' || point == 0xFF08; }

static bool is_sign(uint32_t point) {
    if (point == 0x306E || point == ' ' || point == '-' || point == ')' || point == '.' || point == '/' ||
        point == '_' || point == '~' || point == '*' || point == '|' || is_bracket(point))
        return true;
    return point == 0xA0 || point == 0x3000 || point == 0xFF09 || point == 0xFF0D || point == 0xFF0E ||
           point == 0x2212 || point == 0x30FC || point == 0xFF70 || point == 0x301C || point == 0xFF5E ||
           point == 0x30FB || point == 0xB7 || point == 0x2022 || (point >= 0x2000 && point <= 0x2015);
}

/* What may not stand right before a number: it would be a part of something. */
static bool joins(struct str text, size_t at) {
    if (at == 0) return false;
    size_t before = utf8_floor(text, at - 1), next = before;
    uint32_t point = utf8_next(text, &next);
    return digit_value(point) >= 0 || (point < 0x80 && ascii_is_alpha((unsigned char)point)) ||
           point == '-' || point == '#' || point == '/' || point == '=' || point == '.' || point == '_' ||
           point == '&' || point == '@' || point == ',' || point == 0xA5 || point == 0xFFE5 || point == '$';
}

/* Reads the groups from `at` on, over the ends of lines if asked to; returns the byte
 * behind the last digit. */
static size_t read_number(struct str text, size_t at, bool lines, struct number *out) {
    *out = (struct number){0};
    size_t end = at, signs = 0;
    bool group = false;
    for (size_t next = at; next < text.size;) {
        uint32_t point = utf8_next(text, &next);
        int value = digit_value(point);
        if (value >= 0) {
            if (out->digit_count > DIGITS_MAX) return end;
            out->digits[out->digit_count++ % (DIGITS_MAX + 1)] = (unsigned char)value;
            if (!group && out->groups == GROUPS_MAX) return end;
            if (!group) out->groups++;
            out->sizes[out->groups - 1]++;
            group = true;
            signs = 0;
            end = next;
            continue;
        }
        bool first = out->digit_count == 0;
        if (first && is_plus(point) && !out->plus) {
            out->plus = true;
        } else if (first && is_bracket(point) && !out->bracket) {
            out->bracket = true;
        } else if (!first && (is_sign(point) || (lines && point == '\n')) && ++signs <= SIGNS_MAX) {
            out->dots += point == '.' || point == 0xFF0E;
            group = false;
        } else {
            break;
        }
    }
    return end;
}

/* Free numbers, internet telephones and mobiles, written without any sign. */
static bool is_known_run(const struct number *number) {
    const unsigned char *digits = number->digits;
    size_t count = number->digit_count;
    if (count == 11 && digits[0] == 1) {
        digits++;
        count--;
    }
    bool toll_free = count == 10 && digits[0] == 8 && digits[1] == digits[2] &&
                     (digits[1] == 0 || (digits[1] >= 3 && digits[1] != 9));
    bool free_dial =
        number->digit_count == 10 && digits[0] == 0 && digits[1] == 1 && digits[2] == 2 && digits[3] == 0;
    bool mobile = number->digit_count == 11 && digits[0] == 0 && digits[2] == 0 &&
                  (digits[1] == 5 || digits[1] == 7 || digits[1] == 8 || digits[1] == 9);
    return toll_free || free_dial || mobile;
}

/* A person's: 070, 080, 090 in Japan. */
static bool is_mobile(const struct number *number) {
    const unsigned char *digits = number->digits;
    return number->digit_count == 11 && digits[0] == 0 && digits[1] >= 7 && digits[2] == 0 &&
           digits[3] != 0 && !number->plus; /* 0800 is free */
}

/* "888-555-0123", "1 (888) 555-0123": no area or exchange begins with 0 or 1. */
static bool is_north_american(const struct number *number) {
    size_t first = number->groups == 4 && number->sizes[0] == 1 && number->digits[0] == 1;
    if (number->groups != 3 + first) return false;
    const size_t *sizes = number->sizes + first;
    return sizes[0] == 3 && sizes[1] == 3 && sizes[2] == 4 && number->digits[first] >= 2 &&
           number->digits[first + 3] >= 2;
}

/* Without any sign, or with one behind every digit. */
static bool is_one_run(const struct number *number) {
    return number->groups == 1 || number->groups == number->digit_count;
}

static bool is_certain(const struct number *number) {
    if (number->plus) return true;
    if (is_one_run(number)) return is_known_run(number);
    if (is_north_american(number)) return true;
    if (number->digits[0] != 0 || number->digits[1] == 0 || number->digit_count > 12) return false;
    bool date =
        number->groups >= 3 && number->sizes[0] == 2 && number->sizes[1] == 2 && number->sizes[2] == 4;
    bool parcel =
        number->groups == 3 && number->sizes[0] == 4 && number->sizes[1] == 4 && number->sizes[2] == 4;
    return !date && !parcel && number->sizes[0] >= 2 && number->sizes[0] <= 5;
}

/* "2 0 2 5 5 5 0 1 4 2" */
static bool is_spelt_out(const struct number *number) {
    return number->groups == number->digit_count && number->digit_count == 10 && number->digits[0] >= 2 &&
           number->digits[3] >= 2;
}

/* Order numbers (3-7-7), parcel numbers and dates are no telephone numbers;
 * what could be one begins with 0 or 1, a plus or a bracket. */
static bool is_phone(const struct number *number) {
    if (number->digit_count < DIGITS_MIN || number->digit_count > DIGITS_MAX) return false;
    if (number->dots == 3 && number->groups == 4 && !number->plus && !is_north_american(number)) return false;
    return number->plus || number->bracket || number->digits[0] <= 1 || is_north_american(number) ||
           is_spelt_out(number) || is_known_run(number);
}

/* Of three groups below each other, as a narrow column breaks them: only the numbers of
 * persons and of services, which begin as nothing else does. */
static bool is_broken(const struct number *number) {
    return number->groups == 3 && is_known_run(number) && number->digits[0] == 0 && number->sizes[0] >= 3 &&
           number->sizes[0] <= 4;
}

bool phone_find(struct str text, size_t *at, struct phone *out) {
    while (*at < text.size) {
        unsigned char byte = (unsigned char)text.at[*at];
        if (byte < '(' || (byte > '9' && byte < 0x80)) { /* most of a text */
            ++*at;
            continue;
        }
        size_t from = *at, next = from;
        uint32_t point = utf8_next_fast(text, &next);
        *at = next;
        if (digit_value(point) < 0 && !is_plus(point) && !is_bracket(point)) continue;
        struct number number;
        size_t end = read_number(text, from, false, &number);
        bool joined = joins(text, from);
        if (end <= from) continue;
        *at = end;
        if (joined) continue;
        if (!is_phone(&number)) {
            if (number.digit_count >= DIGITS_MIN || end >= text.size || text.at[end] != '\n') continue;
            end = read_number(text, from, true, &number);
            if (!is_broken(&number)) continue;
            *at = end;
        }
        *out = (struct phone){from, end, is_certain(&number), is_mobile(&number)};
        return true;
    }
    return false;
}
