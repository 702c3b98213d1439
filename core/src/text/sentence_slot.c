/* sentence_slot: see sentence_slot.h; the slots are described in
 * core/data/sentences/README.md. */
#include "text/sentence_slot.h"

#include "base/utf8.h"
#include "limits.h"

#include "data/sentences.inc"

_Static_assert(SLOT_order == SENTENCE_SLOT_ORDER && SLOT_count == SENTENCE_SLOT_COUNT &&
                   SLOT_year == SENTENCE_SLOT_YEAR && SLOT_code == SENTENCE_SLOT_CODE &&
                   SLOT_price == SENTENCE_SLOT_PRICE && SLOT_when == SENTENCE_SLOT_WHEN &&
                   SLOT_person == SENTENCE_SLOT_PERSON && SLOT_place == SENTENCE_SLOT_PLACE &&
                   SLOT_prefecture == SENTENCE_SLOT_PREFECTURE && SLOT_device == SENTENCE_SLOT_DEVICE &&
                   SLOT_area == SENTENCE_SLOT_AREA && SLOT_goods == SENTENCE_SLOT_GOODS,
               "data/sentences.py numbers the slots as they stand here");

#define WHEN(word) STR_INIT(word),
static const struct str WHEN_WORDS[] = {
#include "data/sentences/slot_words.def"
};
#undef WHEN
#define PREFECTURE(word) STR_INIT(word),
static const struct str PREFECTURES[] = {
#include "data/sentences/slot_words.def"
};
#undef PREFECTURE
#define DEVICE(word) STR_INIT(word),
static const struct str DEVICE_WORDS[] = {
#include "data/sentences/slot_words.def"
};
#undef DEVICE

enum {
    WHEN_WORDS_MAX = 16,
    WHEN_DIGITS_MAX = 16,
    DEVICE_UNKNOWN_LETTERS_MAX = 12,
    AREA_WORDS_MAX = 4,
    TOGETHER_LATIN_BYTES_MIN = 5
};

static size_t count_digits(struct str text) {
    size_t count = 0;
    while (count < text.size && ascii_is_digit((unsigned char)text.at[count])) count++;
    return count;
}

static size_t take_word(struct str rest, const struct str *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_starts(rest, words[i])) return words[i].size;
    return 0;
}

static size_t read_number(struct str digits) {
    size_t value = 0;
    for (size_t i = 0; i < digits.size; i++) value = value * 10 + (size_t)(digits.at[i] - '0');
    return value;
}

/* A day, a month, a year of this century, or a time of day (8:00, 19:30). */
static bool is_date_number(struct str digits) {
    if (digits.size > 4) return false;
    size_t value = read_number(digits);
    if (digits.size <= 2) return value <= 59;
    return value % 100 <= 59 && (value <= 2459 || (value >= 2000 && value < 2100));
}

/* Words and numbers, at least one word. */
static size_t take_when(struct str rest) {
    size_t at = 0, words = 0, digits = 0;
    for (size_t i = 0; i < WHEN_WORDS_MAX; i++) {
        size_t blank = at < rest.size && rest.at[at] == ' ';
        struct str left = str_skip(rest, at + blank);
        size_t number = count_digits(left);
        if (number && (!is_date_number(str_slice(left, 0, number)) || digits + number > WHEN_DIGITS_MAX))
            break;
        size_t word = number ? 0 : take_word(left, WHEN_WORDS, sizeof WHEN_WORDS / sizeof *WHEN_WORDS);
        if (!number && !word) break;
        digits += number;
        words += word > 0;
        at += blank + number + word;
    }
    return words ? at : 0;
}

/* 250-7654321-1234567 */
static size_t take_order(struct str rest) {
    static const size_t groups[] = {3, 7, 7};
    size_t at = 0;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (i > 0 && (at >= rest.size || rest.at[at++] != ' ')) return 0;
        if (count_digits(str_skip(rest, at)) != groups[i]) return 0;
        at += groups[i];
    }
    return at;
}

/* 980, 2,480, 37.95: groups of two or three digits behind the first. */
static size_t take_price(struct str rest) {
    size_t at = count_digits(rest), digits = at;
    if (!at || (rest.at[0] == '0' && at > 1)) return 0;
    while (digits <= 3 && at < rest.size && rest.at[at] == ' ') {
        size_t group = count_digits(str_skip(rest, at + 1));
        if (group != 2 && group != 3) break;
        at += 1 + group;
        digits += group;
        if (group == 2) break;
    }
    return digits <= 7 ? at : 0;
}

size_t sentence_slot_take(enum sentence_slot slot, struct str rest) {
    size_t digits = count_digits(rest);
    switch (slot) {
    case SENTENCE_SLOT_ORDER:
        return take_order(rest);
    case SENTENCE_SLOT_COUNT:
        return digits <= 3 && digits && rest.at[0] != '0' ? digits : 0;
    case SENTENCE_SLOT_YEAR:
        return digits == 4 && str_starts(rest, STR("20")) ? digits : 0;
    case SENTENCE_SLOT_CODE:
        return digits >= 4 && digits <= 8 ? digits : 0;
    case SENTENCE_SLOT_PRICE:
        return take_price(rest);
    case SENTENCE_SLOT_WHEN:
        return take_when(rest);
    case SENTENCE_SLOT_PREFECTURE:
        return take_word(rest, PREFECTURES, sizeof PREFECTURES / sizeof *PREFECTURES);
    default:
        return 0;
    }
}

size_t sentence_slot_bytes_max(enum sentence_slot slot) {
    switch (slot) {
    case SENTENCE_SLOT_PERSON:
    case SENTENCE_SLOT_PLACE:
        return SLOT_NAME_BYTES_MAX;
    case SENTENCE_SLOT_DEVICE:
    case SENTENCE_SLOT_AREA:
        return SLOT_VALUE_BYTES_MAX;
    case SENTENCE_SLOT_GOODS:
        return SLOT_GOODS_BYTES_MAX;
    default:
        return 0;
    }
}

/* ---- free slots ---- */

struct asking {
    bool anywhere; /* in the middle of a longer word too */
    struct str word;
};

static const struct asking ASKINGS[] = {
#define ASKING(anywhere, word) {anywhere, STR_INIT(word)},
    ASKING_ROWS
#undef ASKING
};

/* A letter of katakana begins at `at`: U+30A1-30FA, 30FC. */
static bool is_katakana_at(struct str text, size_t at) {
    if (at + 3 > text.size || text.at[at] != '\xE3') return false;
    unsigned char second = (unsigned char)text.at[at + 1], third = (unsigned char)text.at[at + 2];
    return (second == 0x82 && third >= 0xA1) || (second == 0x83 && third != 0xBB);
}

/* How often a word is part of a longer one of its script in the source. What
 * reads so without being written so (l i n e, ＬＩＮＥ) is none. */
static size_t count_inside(struct str source, struct str word) {
    bool latin = ascii_is_alpha((unsigned char)word.at[0]);
    size_t count = 0;
    for (size_t at = 0; (at = str_find_ascii(source, word, at)) != STR_NONE; at++) {
        size_t end = at + word.size;
        if (latin)
            count += (at > 0 && ascii_is_alpha((unsigned char)source.at[at - 1])) ||
                     (end < source.size && ascii_is_alpha((unsigned char)source.at[end]));
        else
            count += (at >= 3 && is_katakana_at(source, at - 3)) || is_katakana_at(source, end);
    }
    return count;
}

static size_t count_all(struct str letters, struct str word) {
    size_t count = 0;
    for (size_t at = 0; (at = str_find(letters, word, at)) != STR_NONE; at++) count++;
    return count;
}

static bool asks(struct str letters, struct str source, size_t latin_bytes_min) {
    for (size_t i = 0; i < sizeof ASKINGS / sizeof *ASKINGS; i++) {
        const struct asking *asking = &ASKINGS[i];
        bool latin = ascii_is_alpha((unsigned char)asking->word.at[0]);
        if (latin && asking->word.size < latin_bytes_min) continue;
        if (!str_contains(letters, asking->word)) continue;
        if (asking->anywhere || !(latin || is_katakana_at(asking->word, 0))) return true;
        if (count_all(letters, asking->word) > count_inside(source, asking->word)) return true;
    }
    return false;
}

/* More digits in a row, whatever stands between them, than goods and devices
 * have: enough to ring or to pay to. Kanji digits count, words of them too. */
static bool has_long_number(struct str letters) {
    static const struct str kanji[] = {STR_INIT("〇"), STR_INIT("零"), STR_INIT("一"), STR_INIT("二"),
                                       STR_INIT("三"), STR_INIT("四"), STR_INIT("五"), STR_INIT("六"),
                                       STR_INIT("七"), STR_INIT("八"), STR_INIT("九")};
    size_t digits = 0;
    for (size_t at = 0; at < letters.size;) {
        size_t word = take_word(str_skip(letters, at), kanji, sizeof kanji / sizeof *kanji);
        bool digit = word || ascii_is_digit((unsigned char)letters.at[at]);
        digits = digit ? digits + 1 : letters.at[at] == ' ' ? digits : 0;
        if (digits > SLOT_DIGITS_MAX) return true;
        at += word ? word : 1;
    }
    return false;
}

/* Letters and digits in one piece, longer than what goods are called by: it stands for
 * something, such as an address of a coin that has no checksum. */
static bool has_long_token(struct str source) {
    size_t size = 0;
    bool digit = false;
    for (size_t at = 0; at < source.size; at++) {
        unsigned char byte = (unsigned char)source.at[at];
        if (!ascii_is_alnum(byte)) {
            size = 0;
            digit = false;
            continue;
        }
        digit = digit || ascii_is_digit(byte);
        if (++size >= SLOT_TOKEN_MIN && digit) return true;
    }
    return false;
}

/* "example.jp", "name@...": a dot between letters, or an at sign. */
static bool has_address(struct str source) {
    for (size_t at = 1; at + 1 < source.size; at++) {
        if (source.at[at] == '@') return true;
        if (source.at[at] == '.' && ascii_is_alpha((unsigned char)source.at[at - 1]) &&
            ascii_is_alpha((unsigned char)source.at[at + 1]))
            return true;
    }
    return str_contains(source, STR("://")) || str_contains(source, STR("＠"));
}

static bool is_letters_only(struct str letters) {
    for (size_t at = 0; at < letters.size; at++)
        if (ascii_is_digit((unsigned char)letters.at[at]) || letters.at[at] == '$' || letters.at[at] == '%')
            return false;
    return true;
}

/* Known words and numbers; a few Latin letters among them that are not known (a
 * model's name). */
static bool is_device(struct str letters) {
    size_t unknown = 0;
    for (size_t at = 0; at < letters.size;) {
        size_t word =
            take_word(str_skip(letters, at), DEVICE_WORDS, sizeof DEVICE_WORDS / sizeof *DEVICE_WORDS);
        unsigned char byte = (unsigned char)letters.at[at];
        if (!word && !ascii_is_digit(byte) && byte != ' ')
            if (!ascii_is_alpha(byte) || ++unknown > DEVICE_UNKNOWN_LETTERS_MAX) return false;
        at += word ? word : 1;
    }
    return !has_long_number(letters);
}

/* "Nagano, Japan": a few words. */
static bool is_area(struct str source) {
    size_t words = 0;
    bool inside = false;
    for (size_t at = 0; at < source.size; at++) {
        unsigned char byte = (unsigned char)source.at[at];
        bool letter = byte >= 0x80 || ascii_is_alpha(byte);
        words += letter && !inside;
        inside = letter;
    }
    return words <= AREA_WORDS_MAX;
}

bool sentence_slot_is_free(enum sentence_slot slot, struct str letters, struct str source) {
    if (!letters.size || letters.size > sentence_slot_bytes_max(slot)) return false;
    if (slot == SENTENCE_SLOT_DEVICE) return is_device(letters);
    if (slot != SENTENCE_SLOT_GOODS && !is_letters_only(letters)) return false;
    if (slot == SENTENCE_SLOT_AREA && !is_area(source)) return false;
    if (str_find_byte(letters, '@', 0) != STR_NONE || has_address(source) || has_long_number(letters) ||
        has_long_token(source))
        return false;
    return !sentence_slot_asks(letters, source);
}

bool sentence_slot_asks(struct str letters, struct str source) { return asks(letters, source, 0); }

bool sentence_slot_asks_together(struct str letters, struct str source) {
    return asks(letters, source, TOGETHER_LATIN_BYTES_MIN);
}

/* Does a path say one of the words, between its signs? A token of letters and
 * digits says nothing. */
static bool asks_in_path(struct str path) {
    for (size_t i = 0; i < sizeof ASKINGS / sizeof *ASKINGS; i++) {
        struct str word = ASKINGS[i].word;
        if (!ascii_is_alpha((unsigned char)word.at[0])) continue;
        for (size_t at = 0; (at = str_find_ascii(path, word, at)) != STR_NONE; at++) {
            size_t end = at + word.size;
            bool alone = (at == 0 || !ascii_is_alnum((unsigned char)path.at[at - 1])) &&
                         (end == path.size || !ascii_is_alnum((unsigned char)path.at[end]));
            if (alone || ASKINGS[i].anywhere) return true;
        }
    }
    return false;
}

bool sentence_slot_is_address(struct str letters, struct str source) {
    if (!letters.size || letters.size > SLOT_ADDRESS_BYTES_MAX || has_long_number(letters)) return false;
    for (size_t at = 0; at < source.size; at++)
        if ((unsigned char)source.at[at] >= 0x80) return false;
    size_t scheme = str_find(source, STR("://"), 0);
    size_t path = str_find_byte(source, '/', scheme == STR_NONE ? 0 : scheme + 3);
    return path == STR_NONE || !asks_in_path(str_skip(source, path));
}
