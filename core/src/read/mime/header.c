/* header: fields out of head lines; see header.h.
 *
 * One pass over the lines. A field is kept as a view; only folded ones and
 * those with control bytes inside are copied, straight into the arena. */
#include "read/mime/header.h"

#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "limits.h"

const struct header *headers_find(const struct headers *headers, struct str name) {
    for (size_t i = 0; i < headers->size; i++)
        if (str_equal_ascii(headers->at[i].name, name)) return &headers->at[i];
    return NULL;
}

size_t headers_count(const struct headers *headers, struct str name) {
    size_t count = 0;
    for (size_t i = 0; i < headers->size; i++)
        if (str_equal_ascii(headers->at[i].name, name)) count++;
    return count;
}

enum line_ends line_ends_find(struct str bytes) {
    if (str_find_byte(bytes, '\n', 0) != STR_NONE) return LINE_ENDS_LF;
    return str_find_byte(bytes, '\r', 0) != STR_NONE ? LINE_ENDS_CR : LINE_ENDS_LF;
}

size_t line_end_after(struct str bytes, size_t from, enum line_ends ends) {
    size_t at = str_find_byte(bytes, ends == LINE_ENDS_CR ? '\r' : '\n', from);
    return at == STR_NONE ? bytes.size : at + 1;
}

struct str line_view(struct str bytes, size_t from, size_t next) {
    struct str line = str_slice(bytes, from, next);
    if (line.size && line.at[line.size - 1] == '\n') line.size--;
    while (line.size && line.at[line.size - 1] == '\r') line.size--;
    return line;
}

/* The standard allows every printable byte in a name; markup and addresses at
 * the beginning of a line are text all the same, so brackets, quotes and the
 * like are not allowed here. */
static bool is_name_byte(unsigned char byte) {
    return ascii_is_alnum(byte) || (byte > ' ' && byte < 0x7F && !strchr("()<>@,;:\\\"/[]?={}", byte));
}

size_t header_name_size(struct str line) {
    size_t size = 0;
    while (size < line.size && is_name_byte((unsigned char)line.at[size])) size++;
    size_t colon = size;
    while (colon < line.size && (line.at[colon] == ' ' || line.at[colon] == '\t')) colon++;
    if (size == 0 || colon >= line.size || line.at[colon] != ':') return 0;
    /* "https://..." is text, not a field called https */
    if (colon + 2 < line.size && line.at[colon + 1] == '/' && line.at[colon + 2] == '/') return 0;
    return size;
}

static bool is_blank(struct str line) {
    for (size_t i = 0; i < line.size; i++)
        if (line.at[i] != ' ' && line.at[i] != '\t') return false;
    return true;
}

/* Where a bare CR stands in front of another field name: some programs end the
 * line there and show that field, so it is read as one. Otherwise `line.size`. */
static size_t bare_return_field(struct str line, size_t from) {
    for (size_t at = str_find_byte(line, '\r', from); at != STR_NONE;
         at = str_find_byte(line, '\r', at + 1)) {
        size_t size = 0;
        struct str rest = str_skip(line, at + 1);
        while (size < rest.size && (ascii_is_alnum((unsigned char)rest.at[size]) || rest.at[size] == '-'))
            size++;
        if (size && size < rest.size && rest.at[size] == ':') return at;
    }
    return line.size;
}

/* Appends a piece of a value; line ends and NUL inside become spaces. */
static void append_value(struct str_builder *builder, struct str piece) {
    size_t done = 0;
    for (size_t i = 0; i < piece.size; i++) {
        unsigned char byte = (unsigned char)piece.at[i];
        if (byte > '\r' || (byte != '\r' && byte != '\n' && byte != 0)) continue;
        str_builder_str(builder, str_slice(piece, done, i));
        str_builder_byte(builder, ' ');
        done = i + 1;
    }
    str_builder_str(builder, str_skip(piece, done));
}

static bool has_control(struct str value) {
    return str_find_byte(value, '\r', 0) != STR_NONE || str_find_byte(value, 0, 0) != STR_NONE ||
           str_find_byte(value, '\n', 0) != STR_NONE;
}

/* Adds the field whose lines are bytes [from, to). */
static void add_field(struct arena *arena, struct str bytes, size_t from, size_t to, enum line_ends ends,
                      struct headers *out, struct oddities *oddities, struct str place) {
    if (out->size >= HEADER_FIELDS_MAX) {
        oddity_add(oddities, ODDITY_header_limit, place);
        return;
    }
    struct str first = line_view(bytes, from, line_end_after(bytes, from, ends));
    struct header field = {str_slice(first, 0, header_name_size(first)), {NULL, 0}};
    struct str value = str_skip(first, str_find_byte(first, ':', 0) + 1);
    size_t next = line_end_after(bytes, from, ends);
    if (next < to || has_control(value)) {
        struct str_builder builder;
        str_builder_init(&builder, arena, to - from);
        append_value(&builder, value);
        while (next < to) {
            size_t end = line_end_after(bytes, next, ends);
            append_value(&builder, line_view(bytes, next, end));
            next = end;
        }
        value = str_builder_view(&builder);
    }
    field.value = str_trim(value);
    struct header *kept = list_add(arena, out);
    if (kept) *kept = field;
}

/* Adds the field of [from, to), cut where a bare CR begins another one. */
static void add_fields(struct arena *arena, struct str bytes, size_t from, size_t to, enum line_ends ends,
                       struct headers *out, struct oddities *oddities, struct str place) {
    struct str lines = str_slice(bytes, from, to);
    size_t begin = 0;
    while (ends == LINE_ENDS_LF && begin < lines.size) {
        size_t cut = bare_return_field(lines, begin);
        if (cut == lines.size) break;
        oddity_add(oddities, ODDITY_header_malformed, place);
        add_field(arena, str_slice(lines, 0, cut), begin, cut, ends, out, oddities, place);
        begin = cut + 1;
    }
    add_field(arena, lines, begin, lines.size, ends, out, oddities, place);
}

size_t header_read(struct arena *arena, struct str bytes, size_t from, enum line_ends ends, bool loose_blank,
                   struct headers *out, struct oddities *oddities, struct str place) {
    size_t field = STR_NONE; /* where the field being read begins */
    size_t stray = STR_NONE; /* first line that is no field, behind the last field */
    bool any = false, skipped = false;
    size_t at = from;
    while (at < bytes.size) {
        size_t next = line_end_after(bytes, at, ends);
        struct str line = line_view(bytes, at, next);
        if (line.size == 0 || (loose_blank && is_blank(line))) break;
        bool folded = line.at[0] == ' ' || line.at[0] == '\t';
        if (folded && field != STR_NONE) {
            at = next; /* belongs to the field, or to the stray line before it */
            continue;
        }
        if (field != STR_NONE && stray == STR_NONE) {
            add_fields(arena, bytes, field, at, ends, out, oddities, place);
            field = STR_NONE;
        }
        if (header_name_size(line)) {
            field = at;
            any = true;
            skipped |= stray != STR_NONE;
            stray = STR_NONE;
        } else if (stray == STR_NONE) {
            stray = at;
        }
        at = next;
    }
    if (field != STR_NONE && stray == STR_NONE)
        add_fields(arena, bytes, field, at, ends, out, oddities, place);
    if (!any) return stray == STR_NONE && at < bytes.size ? line_end_after(bytes, at, ends) : from;
    if (skipped || stray != STR_NONE) oddity_add(oddities, ODDITY_header_malformed, place);
    if (stray != STR_NONE) return stray;
    return at < bytes.size ? line_end_after(bytes, at, ends) : bytes.size;
}
