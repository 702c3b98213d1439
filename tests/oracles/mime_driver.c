/* mime_driver: what the core reads of messages, for `npm run oracle:mime`.
 *
 * In, on standard input, per message: one line "<bytes>", then these bytes.
 * Out: one line of JSON per message: its fields, its leaf parts with type, name,
 * size and (of text) decoded text, and the mailboxes of its From and To. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "read/envelope.h"
#include "read/html/html.h"
#include "read/mime/mime.h"
#include "read/mime/source.h"

static struct arena arena;

static void write_string(struct str text) {
    text = utf8_repair(&arena, text);
    putchar('"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte < ' ' || byte == '"' || byte == '\\')
            printf("\\u%04x", byte);
        else
            putchar(byte);
    }
    putchar('"');
}

static void write_member(const char *name, struct str value, const char *before) {
    printf("%s\"%s\":", before, name);
    write_string(value);
}

static void write_mailboxes(const char *name, const struct mailboxes *mailboxes) {
    printf(",\"%s\":[", name);
    for (size_t i = 0; i < mailboxes->size; i++) {
        write_member("name", mailboxes->at[i].name, i ? ",{" : "{");
        write_member("address", mailboxes->at[i].address, ",");
        write_member("header", mailboxes->at[i].header, ",");
        putchar('}');
    }
    putchar(']');
}

static void write_part(const struct mime_parts *parts, uint32_t index, struct oddities *oddities) {
    const struct mime_part *part = &parts->at[index];
    struct str place = mime_place(&arena, parts, index);
    write_member("place", place, "{");
    write_member("type", part->type.word, ",");
    struct str name = parameters_find(&part->disposition, STR("filename"), 0);
    if (name.size == 0) name = parameters_find(&part->type, STR("name"), 0);
    write_member("name", name, ",");
    write_member("disposition", part->disposition.word, ",");
    struct str bytes = mime_decode(&arena, part, oddities, place);
    printf(",\"bytes\":%zu,\"predicted\":%zu,\"stray\":%s", bytes.size, mime_decoded_bytes(part),
           part->stray ? "true" : "false");
    if (str_starts(part->type.word, STR("text/"))) {
        bool html = str_equal(part->type.word, STR("text/html"));
        struct str meta = html ? html_meta_charset(bytes) : (struct str){NULL, 0};
        struct str label = parameters_find(&part->type, STR("charset"), 0);
        write_member("text", charset_decode_part(&arena, bytes, label, meta, oddities, place), ",");
    }
    putchar('}');
}

static void write_message(struct str bytes) {
    struct oddities oddities = {0};
    struct headers headers = {0};
    struct envelope envelope = {0};
    struct mime_parts parts = {0};
    struct mime_source source = {.bytes = bytes, .ends = line_ends_find(bytes), .headers = &headers};
    size_t head = 0;
    source_find(bytes, source.ends, false, &head);
    source.body = header_read(&arena, bytes, head, source.ends, false, &headers, &oddities, STR("head"));
    envelope_read(&arena, &headers, &envelope, &oddities);
    mime_read(&arena, &source, &parts, &oddities);
    printf("{\"headers\":[");
    for (size_t i = 0; i < headers.size; i++) {
        printf("%s[", i ? "," : "");
        write_string(headers.at[i].name);
        putchar(',');
        write_string(headers.at[i].value);
        putchar(']');
    }
    putchar(']');
    write_mailboxes("from", &envelope.from);
    write_mailboxes("to", &envelope.to);
    write_member("subject", envelope.subject, ",");
    printf(",\"parts\":[");
    bool first = true;
    for (uint32_t i = 0; i < parts.size; i++) {
        if (parts.at[i].shape != MIME_LEAF) continue;
        if (!first) putchar(',');
        first = false;
        write_part(&parts, i, &oddities);
    }
    printf("]}\n");
}

int main(void) {
    size_t size;
    while (scanf("%zu", &size) == 1) {
        getchar();
        char *bytes = malloc(size + 1);
        if (!bytes || fread(bytes, 1, size, stdin) != size) return 2;
        write_message((struct str){bytes, size});
        arena_release(&arena);
        free(bytes);
    }
    return 0;
}
