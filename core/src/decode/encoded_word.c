/* encoded_word: see encoded_word.h.
 *
 * In: a header's value. Out: its text. The value is read once, left to right:
 * plain stretches are copied (raw 8-bit bytes by detection), neighbouring words
 * of one charset are collected as bytes and decoded together, so that a
 * character split between two of them comes out whole. Mail programs decode
 * words anywhere, also inside quotes and glued to text, and so does this:
 * what a person is shown as the sender's name must be what is judged. */
#include "decode/encoded_word.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "decode/transfer.h"

enum {
    LABEL_BYTES_MAX = 64,         /* labels are short; a longer one is no word */
    SCRATCH_BYTES_MAX = 256 << 10 /* given back in between: a header of a million words stays small */
};

struct word {
    struct str charset; /* without RFC 2231's "*language" */
    bool base64;
    struct str text;
    size_t end;  /* just after the word in the value */
    bool broken; /* no "?=" */
};

struct reading {
    struct arena *arena;
    struct arena scratch; /* what only lives until its words are written */
    struct str value;
    struct oddities *oddities;
    struct str place;
    enum charset raw; /* how raw 8-bit bytes of this value are read */
    struct str_builder out;
    /* the words that wait to be decoded together */
    struct str charset;
    struct str_builder bytes; /* each word decoded on its own */
    struct str_builder texts; /* base64 only: their text in one piece */
    bool all_base64, unpadded;
    bool no_more_ends; /* no "?=" stands behind here: looking again would be quadratic */
};

static bool is_label_byte(unsigned char byte) {
    return byte > 0x20 && byte < 0x7F && byte != '?' && byte != '"' && byte != '<' && byte != '>';
}

static bool starts_word(struct str value, size_t at) {
    return at + 1 < value.size && value.at[at] == '=' && value.at[at + 1] == '?';
}

/* "=?charset?B?" at `at`; fills all but the text and leaves `*after` behind it. */
static bool read_word_head(struct str value, size_t at, struct word *word, size_t *after) {
    if (!starts_word(value, at)) return false;
    size_t from = at + 2, to = from;
    while (to < value.size && to - from < LABEL_BYTES_MAX && is_label_byte((unsigned char)value.at[to])) to++;
    if (to == from || to + 2 >= value.size || value.at[to] != '?' || value.at[to + 2] != '?') return false;
    char encoding = ascii_lower(value.at[to + 1]);
    if (encoding != 'b' && encoding != 'q') return false;
    struct str label = str_slice(value, from, to);
    *word = (struct word){.charset = str_cut(&label, '*'), .base64 = encoding == 'b'};
    *after = to + 3;
    return word->charset.size > 0;
}

/* A "?=" inside a Q word that was written without encoding its question mark:
 * an escape follows it, and the word goes on to another "?=". */
static bool is_inner_end(struct str value, size_t at, const struct word *word) {
    if (word->base64 || at + 3 >= value.size) return false;
    if (ascii_hex_value((unsigned char)value.at[at + 2]) < 0) return false;
    if (ascii_hex_value((unsigned char)value.at[at + 3]) < 0) return false;
    for (size_t i = at + 4; i + 1 < value.size && !ascii_is_space((unsigned char)value.at[i]); i++) {
        if (starts_word(value, i)) return false;
        if (value.at[i] == '?' && value.at[i + 1] == '=') return true;
    }
    return false;
}

/* Finds the end of the word whose text begins at `from`. Another word that
 * begins after white space ends a broken one. */
static void read_word_text(struct reading *reading, size_t from, struct word *word) {
    struct str value = reading->value;
    size_t space = value.size; /* the first white space */
    size_t at = from;
    for (; at < value.size && !(reading->no_more_ends && space < value.size); at++) {
        if (value.at[at] == '?' && at + 1 < value.size && value.at[at + 1] == '=' &&
            !is_inner_end(value, at, word)) {
            word->text = str_slice(value, from, at);
            word->end = at + 2;
            return;
        }
        if (!ascii_is_space((unsigned char)value.at[at])) continue;
        if (space == value.size) space = at;
        if (starts_word(value, at + 1)) break;
    }
    reading->no_more_ends |= at == value.size;
    word->broken = true;
    word->text = str_slice(value, from, space);
    if (str_ends(word->text, STR("?"))) word->text.size--;
    word->end = space;
}

/* The byte of the escape at `at`, or -1. */
static int read_escape(struct str text, size_t at) {
    if (text.at[at] != '=' || at + 2 >= text.size) return -1;
    int high = ascii_hex_value((unsigned char)text.at[at + 1]);
    int low = ascii_hex_value((unsigned char)text.at[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/* Q: "_" is a space, the rest as in quoted-printable. */
static struct str decode_q(struct reading *reading, struct str text) {
    char *out = arena_bytes(&reading->scratch, text.size);
    size_t size = 0;
    if (!out) return (struct str){NULL, 0};
    for (size_t at = 0; at < text.size; at++) {
        char byte = text.at[at];
        int escaped = read_escape(text, at);
        if (escaped >= 0)
            at += 2;
        else if (byte == '=')
            oddity_add(reading->oddities, ODDITY_encoded_word_broken, reading->place);
        if (escaped >= 0)
            byte = (char)escaped;
        else if (byte == '_')
            byte = ' ';
        out[size++] = byte;
    }
    return (struct str){out, size};
}

/* Control characters cannot break a header line in two any more; NUL, which some
 * programs leave at the end of a word, is not shown. */
static void append_text(struct reading *reading, struct str text) {
    for (size_t at = 0; at < text.size; at++) {
        char byte = text.at[at];
        if (byte == '\0') continue;
        str_builder_byte(&reading->out, byte == '\r' || byte == '\n' || byte == '\t' ? ' ' : byte);
    }
}

/* Base64 whose pieces only make sense in one piece: cut by a program that
 * counted characters of the encoded text. */
static struct str choose_bytes(struct reading *reading, struct str charset) {
    struct str apart = str_builder_view(&reading->bytes);
    if (!reading->all_base64 || !reading->unpadded) return apart;
    struct oddities ignored = {0};
    struct str whole =
        base64_decode(&reading->scratch, str_builder_view(&reading->texts), &ignored, reading->place);
    enum charset known = charset_from_mail_label(charset);
    size_t apart_malformed = 0, whole_malformed = 0;
    charset_decode(&reading->scratch, known, apart, &apart_malformed);
    charset_decode(&reading->scratch, known, whole, &whole_malformed);
    return whole_malformed < apart_malformed ? whole : apart;
}

static void release_scratch(struct reading *reading) {
    if (reading->scratch.failed) reading->arena->failed = true;
    arena_release(&reading->scratch);
    reading->scratch = (struct arena){0};
}

static void flush_words(struct reading *reading) {
    if (reading->charset.size == 0) return;
    struct str bytes = choose_bytes(reading, reading->charset);
    append_text(reading, charset_decode_part(&reading->scratch, bytes, reading->charset, STR(""),
                                             reading->oddities, reading->place));
    reading->charset = (struct str){NULL, 0};
    if (reading->scratch.total > SCRATCH_BYTES_MAX) release_scratch(reading);
}

static size_t count_base64(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) count += !ascii_is_space((unsigned char)text.at[i]);
    return count;
}

static void collect_word(struct reading *reading, const struct word *word) {
    if (!str_equal_ascii(reading->charset, word->charset)) {
        flush_words(reading);
        reading->charset = word->charset;
        reading->all_base64 = true;
        reading->unpadded = false;
        str_builder_init(&reading->bytes, &reading->scratch, word->text.size);
        str_builder_init(&reading->texts, &reading->scratch, 0);
    }
    if (word->broken) oddity_add(reading->oddities, ODDITY_encoded_word_broken, reading->place);
    reading->all_base64 &= word->base64;
    if (!word->base64) {
        str_builder_str(&reading->bytes, decode_q(reading, word->text));
        return;
    }
    struct str bytes = base64_decode(&reading->scratch, word->text, reading->oddities, reading->place);
    str_builder_str(&reading->bytes, bytes);
    str_builder_str(&reading->texts, word->text);
    reading->unpadded |= count_base64(word->text) % 4 != 0;
}

/* Text between words; raw 8-bit bytes by detection over the whole value. */
static void append_plain(struct reading *reading, struct str text) {
    if (utf8_is_ascii(text) && reading->raw != CHARSET_ISO_2022_JP)
        append_text(reading, text);
    else
        append_text(reading, charset_decode(&reading->scratch, reading->raw, text, NULL));
}

/* Raw UTF-8 is a header's right (RFC 6532); anything else was never declared. */
static enum charset choose_raw(struct reading *reading) {
    enum charset charset = charset_detect(reading->value);
    if (charset == CHARSET_UTF_8 && utf8_is_valid(reading->value)) return charset;
    oddity_add(reading->oddities, ODDITY_charset_undeclared, reading->place);
    return charset == CHARSET_NONE ? CHARSET_WINDOWS_1252 : charset;
}

/* Most header values need no copy. */
static bool is_plain(const struct reading *reading) {
    struct str value = reading->value;
    for (size_t i = 0; i < value.size; i++)
        if ((unsigned char)value.at[i] < 0x20 || (unsigned char)value.at[i] >= 0x80) return false;
    return !str_contains(value, STR("=?"));
}

struct str encoded_word_decode(struct arena *arena, struct str value, struct oddities *oddities,
                               struct str place) {
    struct reading reading = {.arena = arena, .value = value, .oddities = oddities, .place = place};
    reading.raw = choose_raw(&reading);
    if (is_plain(&reading)) return value;
    str_builder_init(&reading.out, arena, value.size);
    size_t plain = 0; /* where the text that is not yet written begins */
    for (size_t at = str_find_byte(value, '=', 0); at != STR_NONE; at = str_find_byte(value, '=', at)) {
        struct word word;
        size_t after;
        if (!read_word_head(value, at, &word, &after)) {
            at++;
            continue;
        }
        read_word_text(&reading, after, &word);
        if (word.broken && word.text.size == 0) {
            at = after;
            continue;
        }
        struct str between = str_slice(value, plain, at);
        if (reading.charset.size == 0 || str_trim(between).size) {
            flush_words(&reading);
            append_plain(&reading, between);
        }
        collect_word(&reading, &word);
        plain = at = word.end;
    }
    flush_words(&reading);
    append_plain(&reading, str_skip(value, plain));
    release_scratch(&reading);
    return str_builder_view(&reading.out);
}
