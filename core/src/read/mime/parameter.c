/* parameter: parameters of a structured field; see parameter.h.
 *
 * First the pieces are cut ("name*2*=value"), then those of one name are put
 * together by number. Mail programs of Japan write raw bytes and encoded words
 * where RFC 2231 wants percent-encoding; both are read. */
#include "read/mime/parameter.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "decode/encoded_word.h"
#include "limits.h"

/* One "name*number*=value" as it stands there. */
struct piece {
    struct str name, value;
    int32_t number; /* -1: not continued */
    bool percent;   /* ended in "*": percent-encoded */
    bool used;
};
struct pieces {
    LIST(struct piece);
};

/* Skips white space and (comments) at `at`. */
static size_t skip_space(struct str text, size_t at) {
    size_t depth = 0;
    while (at < text.size) {
        char byte = text.at[at];
        if (byte == '(')
            depth++;
        else if (byte == ')' && depth)
            depth--;
        else if (byte == '\\' && depth)
            at++;
        else if (!depth && !ascii_is_space((unsigned char)byte))
            break;
        at++;
    }
    return at < text.size ? at : text.size;
}

/* The quoted string that begins at `*at`, without quotes and backslashes. */
static struct str read_quoted(struct arena *arena, struct str text, size_t *at) {
    size_t from = *at + 1, end = from;
    bool escaped = false;
    while (end < text.size && text.at[end] != '"') {
        if (text.at[end] == '\\' && end + 1 < text.size) {
            escaped = true;
            end++;
        }
        end++;
    }
    *at = end < text.size ? end + 1 : text.size;
    struct str inside = str_slice(text, from, end);
    if (!escaped) return inside;
    struct str_builder builder;
    str_builder_init(&builder, arena, inside.size);
    for (size_t i = 0; i < inside.size; i++) {
        if (inside.at[i] == '\\' && i + 1 < inside.size &&
            (inside.at[i + 1] == '"' || inside.at[i + 1] == '\\'))
            i++;
        str_builder_byte(&builder, inside.at[i]);
    }
    return str_builder_view(&builder);
}

/* Splits "filename*2*" into its name, number and percent flag. */
static void name_piece(struct arena *arena, struct str written, struct piece *out) {
    struct str name = str_trim(written);
    out->number = -1;
    if (name.size && name.at[name.size - 1] == '*') {
        out->percent = true;
        name.size--;
    }
    size_t star = str_find_last_byte(name, '*');
    if (star != STR_NONE && star + 1 < name.size && name.size - star <= 6) {
        int32_t number = 0;
        size_t i = star + 1;
        while (i < name.size && ascii_is_digit((unsigned char)name.at[i]))
            number = number * 10 + (name.at[i++] - '0');
        if (i == name.size) {
            out->number = number;
            name.size = star;
        }
    }
    out->name = str_lower_ascii(arena, name);
}

/* A value without quotes. File names hold spaces and brackets although they must
 * not; a boundary or charset ends there, and what follows is a comment. */
static struct str bare_value(const struct piece *piece, struct str value) {
    if (!str_equal(piece->name, STR("boundary")) && !str_equal(piece->name, STR("charset"))) return value;
    size_t end = 0;
    while (end < value.size && !ascii_is_space((unsigned char)value.at[end]) && value.at[end] != '(') end++;
    return str_slice(value, 0, end ? end : value.size);
}

static void read_pieces(struct arena *arena, struct str value, size_t at, struct pieces *out) {
    while (at < value.size && out->size < PARAMETERS_MAX) {
        if (value.at[at] == ';' || ascii_is_space((unsigned char)value.at[at])) {
            at++;
            continue;
        }
        size_t from = at;
        while (at < value.size && value.at[at] != '=' && value.at[at] != ';') at++;
        if (at >= value.size || value.at[at] == ';') continue; /* no value: not a parameter */
        struct piece piece = {{NULL, 0}, {NULL, 0}, -1, false, false};
        name_piece(arena, str_slice(value, from, at), &piece);
        at = skip_space(value, at + 1);
        if (at < value.size && value.at[at] == '"') {
            piece.value = read_quoted(arena, value, &at);
            while (at < value.size && value.at[at] != ';') at++;
        } else {
            size_t start = at;
            while (at < value.size && value.at[at] != ';') at++;
            piece.value = bare_value(&piece, str_trim(str_slice(value, start, at)));
        }
        struct piece *kept = list_add(arena, out);
        if (kept) *kept = piece;
    }
}

static void append_percent(struct str_builder *builder, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] == '%' && i + 2 < text.size) {
            int high = ascii_hex_value((unsigned char)text.at[i + 1]);
            int low = ascii_hex_value((unsigned char)text.at[i + 2]);
            if (high >= 0 && low >= 0) {
                str_builder_byte(builder, (char)(high * 16 + low));
                i += 2;
                continue;
            }
        }
        str_builder_byte(builder, text.at[i]);
    }
}

/* Appends the pieces of one name in the order of their numbers. Numbers mostly
 * stand in order; a search begins where the last one ended. */
static void append_continued(struct pieces *pieces, size_t first, struct str_builder *builder,
                             struct str *charset) {
    struct str name = pieces->at[first].name;
    size_t from = first;
    for (int32_t number = 0;; number++) {
        size_t i = from, tried = 0;
        while (tried < pieces->size) {
            struct piece *piece = &pieces->at[i];
            if (piece->number == number && !piece->used && str_equal(piece->name, name)) break;
            i = i + 1 < pieces->size ? i + 1 : 0;
            tried++;
        }
        if (tried == pieces->size) return;
        struct piece *piece = &pieces->at[i];
        piece->used = true;
        struct str value = piece->value;
        if (number == 0 && piece->percent) {
            size_t quote = str_find_byte(value, '\'', 0);
            size_t second = quote == STR_NONE ? STR_NONE : str_find_byte(value, '\'', quote + 1);
            if (second != STR_NONE) {
                *charset = str_slice(value, 0, quote);
                value = str_skip(value, second + 1);
            }
        }
        if (piece->percent)
            append_percent(builder, value);
        else
            str_builder_str(builder, value);
        from = i;
    }
}

static struct str decode_value(struct arena *arena, struct str value, struct str charset,
                               struct oddities *oddities, struct str place) {
    if (charset.size) {
        enum charset label = charset_from_label(charset);
        if (label != CHARSET_NONE) return charset_decode(arena, label, value, NULL);
        oddity_add(oddities, ODDITY_charset_unknown, place);
    }
    if (utf8_is_ascii(value) && !str_contains(value, STR("=?"))) return value;
    return utf8_repair(arena, encoded_word_decode(arena, value, oddities, place));
}

void parameters_read(struct arena *arena, struct str value, struct parameters *out, struct oddities *oddities,
                     struct str place) {
    size_t end = str_find_byte(value, ';', 0);
    struct str word = str_trim(str_slice(value, 0, end));
    size_t from = skip_space(word, 0), to = from;
    while (to < word.size && !ascii_is_space((unsigned char)word.at[to]) && word.at[to] != '(') to++;
    out->word = str_lower_ascii(arena, str_slice(word, from, to));
    struct pieces pieces = {0};
    /* "text/html charset=utf-8": the semicolon forgotten */
    size_t parameters = end == STR_NONE ? value.size : end;
    if (to < word.size && str_find_byte(str_skip(word, to), '=', 0) != STR_NONE)
        parameters = (size_t)(word.at - value.at) + to;
    read_pieces(arena, value, parameters, &pieces);
    for (size_t i = 0; i < pieces.size; i++) {
        struct piece *piece = &pieces.at[i];
        if (piece->used || piece->number > 0) continue;
        struct str charset = {NULL, 0};
        struct str text = piece->value;
        if (piece->number == 0 || piece->percent) {
            struct str_builder builder;
            str_builder_init(&builder, arena, text.size);
            piece->number = 0;
            append_continued(&pieces, i, &builder, &charset);
            text = str_builder_view(&builder);
        }
        struct parameter *kept = list_add(arena, out);
        if (!kept) return;
        kept->name = piece->name;
        kept->value = decode_value(arena, text, charset, oddities, place);
    }
}

struct str parameters_find(const struct parameters *parameters, struct str name, size_t nth) {
    for (size_t i = 0; i < parameters->size; i++)
        if (str_equal(parameters->at[i].name, name) && nth-- == 0) return parameters->at[i].value;
    return (struct str){NULL, 0};
}
