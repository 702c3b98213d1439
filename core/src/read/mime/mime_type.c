/* mime_type: type, disposition and encoding of a part; see mime_type.h. */
#include "read/mime/mime_type.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "decode/transfer.h"
#include "limits.h"

/* How much a type shows when it stands beside another one in the same head. */
static int type_rank(struct str word) {
    if (str_starts(word, STR("multipart/"))) return 4;
    if (str_equal(word, STR("text/html"))) return 3;
    if (str_equal(word, STR("message/rfc822"))) return 2;
    return word.size ? 1 : 0;
}

static bool is_type(struct str word) {
    size_t slash = str_find_byte(word, '/', 0);
    return slash != STR_NONE && slash > 0 && slash + 1 < word.size;
}

/* Old and broken programs write "html" or "text" alone. */
static struct str repair_type(struct str word) {
    if (str_equal(word, STR("html")) || str_equal(word, STR("text/htm"))) return STR("text/html");
    if (str_equal(word, STR("text")) || str_equal(word, STR("plain"))) return STR("text/plain");
    return word;
}

static void read_type(struct arena *arena, struct mime_part *part, struct oddities *oddities,
                      struct str place) {
    int best = 0;
    size_t seen = 0;
    for (size_t i = 0; i < part->headers.size; i++) {
        const struct header *header = &part->headers.at[i];
        if (!str_equal_ascii(header->name, STR("content-type"))) continue;
        struct parameters type = {0};
        parameters_read(arena, header->value, &type, oddities, place);
        type.word = repair_type(type.word);
        seen++;
        if (!is_type(type.word)) {
            oddity_add(oddities, ODDITY_header_malformed, place);
            /* a boundary says that it is a multipart, whatever the word says */
            if (parameters_find(&type, STR("boundary"), 0).size == 0) continue;
            type.word = STR("multipart/mixed");
        }
        if (type_rank(type.word) <= best) continue;
        best = type_rank(type.word);
        part->type = type;
        part->has_type = true;
    }
    if (seen > 1) oddity_add(oddities, ODDITY_header_duplicate, place);
}

static enum mime_encoding encoding_of(struct str word, bool *known) {
    *known = true;
    if (str_equal(word, STR("base64")) || str_equal(word, STR("b64")) || str_equal(word, STR("base-64")))
        return MIME_BASE64;
    if (str_equal(word, STR("quoted-printable")) || str_equal(word, STR("quotedprintable")) ||
        str_equal(word, STR("quoted_printable")))
        return MIME_QUOTED_PRINTABLE;
    /* "x-uuencode" is noticed in the text itself */
    *known = word.size == 0 || str_equal(word, STR("7bit")) || str_equal(word, STR("8bit")) ||
             str_equal(word, STR("binary")) || str_equal(word, STR("7-bit")) ||
             str_equal(word, STR("8-bit")) || str_equal(word, STR("x-uuencode")) ||
             str_equal(word, STR("uuencode")) || str_equal(word, STR("x-uue"));
    return MIME_IDENTITY;
}

static void read_encoding(struct arena *arena, struct mime_part *part, struct oddities *oddities,
                          struct str place) {
    size_t seen = 0;
    for (size_t i = 0; i < part->headers.size; i++) {
        const struct header *header = &part->headers.at[i];
        if (!str_equal_ascii(header->name, STR("content-transfer-encoding"))) continue;
        struct parameters field = {0};
        parameters_read(arena, header->value, &field, oddities, place);
        struct str word = field.word;
        if (word.size > 1 && word.at[0] == '"') word = str_slice(word, 1, word.size - 1);
        bool known;
        enum mime_encoding encoding = encoding_of(word, &known);
        if (!known) oddity_add(oddities, ODDITY_encoding_unknown, place);
        if (part->encoding == MIME_IDENTITY) part->encoding = encoding;
        seen++;
    }
    if (seen > 1) oddity_add(oddities, ODDITY_header_duplicate, place);
}

/* A message that was attached as a file, under any type: programs open it by its name. */
static bool is_message_file(const struct mime_part *part) {
    struct str name = parameters_find(&part->disposition, STR("filename"), 0);
    if (!name.size) name = parameters_find(&part->type, STR("name"), 0);
    return str_ends_ascii(str_trim(name), STR(".eml")) && part->parent != MIME_NO_PARENT;
}

void mime_type_read(struct arena *arena, struct mime_parts *parts, uint32_t index,
                    struct oddities *oddities) {
    struct mime_part *part = &parts->at[index];
    struct str place = mime_place(arena, parts, index);
    bool digest = part->parent != MIME_NO_PARENT &&
                  str_equal(parts->at[part->parent].type.word, STR("multipart/digest"));
    part->type.word = digest ? STR("message/rfc822") : STR("text/plain");
    read_type(arena, part, oddities, place);
    read_encoding(arena, part, oddities, place);
    const struct header *disposition = headers_find(&part->headers, STR("content-disposition"));
    if (disposition) parameters_read(arena, disposition->value, &part->disposition, oddities, place);
    if (str_starts(part->type.word, STR("multipart/")))
        part->shape = MIME_MULTIPART;
    else if (str_equal(part->type.word, STR("message/rfc822")) ||
             str_equal(part->type.word, STR("message/global")) || is_message_file(part))
        part->shape = MIME_MESSAGE;
}

struct str mime_decode(struct arena *arena, const struct mime_part *part, struct oddities *oddities,
                       struct str place) {
    if (part->encoding == MIME_BASE64) return base64_decode(arena, part->body, oddities, place);
    if (part->encoding == MIME_QUOTED_PRINTABLE)
        return quoted_printable_decode(arena, part->body, oddities, place);
    return part->body;
}

size_t mime_decoded_bytes(const struct mime_part *part) {
    struct str body = part->body;
    size_t count = 0;
    if (part->encoding == MIME_IDENTITY) {
        /* saved with LF or CRLF, it is the same file */
        for (size_t i = 1; i < body.size; i++) count += body.at[i] == '\n' && body.at[i - 1] == '\r';
        return body.size - count;
    }
    if (part->encoding == MIME_BASE64) {
        for (size_t i = 0; i < body.size; i++) {
            unsigned char byte = (unsigned char)body.at[i];
            count += ascii_is_alnum(byte) || byte == '+' || byte == '/';
        }
        return count / 4 * 3 + (count % 4 ? count % 4 - 1 : 0);
    }
    for (size_t i = 0; i < body.size; i++) {
        if (body.at[i] == '=') {
            if (i + 2 < body.size && body.at[i + 1] == '\r' && body.at[i + 2] == '\n')
                i += 2;
            else if (i + 1 < body.size && body.at[i + 1] == '\n')
                i++;
            else if (i + 2 < body.size && ascii_is_hex((unsigned char)body.at[i + 1]))
                i += 2, count++;
            continue;
        }
        count++;
    }
    return count;
}

struct str mime_place(struct arena *arena, const struct mime_parts *parts, uint32_t index) {
    char reversed[MIME_DEPTH_MAX * 12 + 16];
    size_t size = 0;
    while (index < parts->size && parts->at[index].parent != MIME_NO_PARENT && size + 12 < sizeof reversed) {
        uint32_t number = parts->at[index].child;
        do reversed[size++] = (char)('0' + number % 10);
        while (number /= 10);
        index = parts->at[index].parent;
        if (parts->at[index].parent != MIME_NO_PARENT) reversed[size++] = '.';
    }
    for (size_t i = 0; i < size / 2; i++) {
        char swap = reversed[i];
        reversed[i] = reversed[size - 1 - i];
        reversed[size - 1 - i] = swap;
    }
    return str_copy(arena, (struct str){reversed, size});
}
