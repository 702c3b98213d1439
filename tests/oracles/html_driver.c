/* html_driver: the HTML reader for tests in other languages.
 *
 * In: one piece of markup per line, in hexadecimal. Out: one line of JSON per
 * piece: its runs in reading order, its links with the URL that they open, and
 * the counts of what was removed. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "read/html/html.h"
#include "read/url/url.h"

static struct str read_hex(struct arena *arena, const char *line) {
    size_t size = 0;
    while (ascii_is_hex((unsigned char)line[size])) size++;
    char *bytes = arena_alloc(arena, size / 2);
    for (size_t i = 0; bytes && i < size / 2; i++)
        bytes[i] = (char)(ascii_hex_value((unsigned char)line[2 * i]) * 16 +
                          ascii_hex_value((unsigned char)line[2 * i + 1]));
    return (struct str){bytes, size / 2};
}

static void print_string(const char *key, struct str text) {
    printf("\"%s\":\"", key);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F)
            printf("\\u%04x", byte);
        else
            putchar(byte);
    }
    putchar('"');
}

static void print_link(struct arena *arena, const struct link *link) {
    struct url base, url;
    bool has_base = false;
    if (link->base.size) {
        url_parse(arena, link->base, NULL, &base);
        has_base = base.valid;
    }
    url_parse(arena, link->target, has_base ? &base : NULL, &url);
    putchar('{');
    print_string("source", str_from(link_source_name(link->source)));
    putchar(',');
    print_string("hidden", str_from(hidden_name(link->hidden)));
    putchar(',');
    print_string("target", link->target);
    putchar(',');
    print_string("url", url.valid ? url.href : STR(""));
    putchar(',');
    print_string("shown", link->shown);
    printf(",\"button\":%d,\"imageOnly\":%d,\"empty\":%d,\"covering\":%d}", link->button, link->image_only,
           link->empty, link->covering);
}

static void print_run(const struct document *document, const struct block *block, const struct run *run) {
    printf("{\"link\":%d,\"image\":%d,", run->link, run->image);
    print_string("block", str_from(block_kind_name(block->kind)));
    putchar(',');
    print_string("hidden", str_from(hidden_name(run->hidden)));
    putchar(',');
    print_string("text", document_slice(document, run->span, run->hidden));
    putchar('}');
}

static void print_document(struct arena *arena, const struct document *document,
                           const struct oddities *oddities) {
    printf("{\"runs\":[");
    for (size_t i = 0; i < document->blocks.size; i++) {
        const struct block *block = &document->blocks.at[i];
        for (size_t k = block->runs_from; k < block->runs_to; k++) {
            if (k) putchar(',');
            print_run(document, block, &document->runs.at[k]);
        }
    }
    printf("],\"links\":[");
    for (size_t i = 0; i < document->links.size; i++) {
        if (i) putchar(',');
        print_link(arena, &document->links.at[i]);
    }
    printf("],\"images\":%zu,\"ignorable\":%zu,\"limit\":%d}\n", document->images,
           document->ignorable_removed, oddities->count[ODDITY_nesting_limit] > 0);
}

int main(void) {
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, stdin) > 0) {
        struct arena arena = {0};
        struct document document;
        struct oddities oddities = {0};
        struct html_context context = {.place = STR("1")};
        document_start(&arena, &document);
        html_read(&arena, &document, read_hex(&arena, line), &context, &oddities);
        document_finish(&document);
        print_document(&arena, &document, &oddities);
        arena_release(&arena);
    }
    free(line);
    return 0;
}
