/* growth: time and memory of one check as an ordinary message gets larger.
 *
 * In: arguments: a kind of message (below), the smallest and the largest size
 * (bytes for text, html, japanese and attachment, else how many). Each size is
 * twice the one before. Out: one line per size: the number, bytes of message,
 * nanoseconds of CPU time (the fastest of several), peak bytes of memory that
 * the check allocated, bytes of JSON. With a kind and one size: that message.
 * Linked with --wrap for malloc, realloc and free, so that the peak is exact.
 * Hostile messages are tests/hostile/growth.c's; these are what people send. */
#include <honmono.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../hostile/counted.h"
#include "clock.h"

#define RUNS_MAX 5
#define ENOUGH_NANOSECONDS 3e8 /* of all runs of one size */
#define MESSAGE_BYTES ((size_t)32 << 20) /* the largest that is read */

static void put_numbered(struct text *text, const char *format, size_t number) {
    char words[400];
    snprintf(words, sizeof words, format, number, number);
    put(text, words);
}

static void head(struct text *text, const char *type) {
    put(text, "Received: from mail.example by mx.example; Tue, 3 Feb 2026 10:00:00 +0900\n"
              "From: Amazon.co.jp <shop@example.com>\nTo: taro@example.jp\nSubject: Your order\n"
              "Message-ID: <1@example.com>\nMIME-Version: 1.0\nContent-Type: ");
    put(text, type);
    put(text, "\n");
}

#define LETTER                                                                                               \
    "<p>Hello Taro,</p><p>Your parcel with <b>three books</b> has left our house and comes on Friday.</p>"

static void make_text(struct text *t, size_t n) {
    head(t, "text/plain; charset=utf-8\n");
    for (size_t i = 0; t->size < n; i++)
        put_numbered(t,
                     i % 40 ? "Line %zu of a letter that tells how the summer was, what the children do.\n"
                            : "\nThe pictures are at https://photos.example/%zu as always.\n\n",
                     i);
}

static void make_html(struct text *t, size_t n) {
    head(t, "text/html; charset=utf-8\n");
    put(t, "<html><head><style>p{color:#111}</style></head><body><table>\n");
    for (size_t i = 0; t->size < n; i++)
        put_numbered(
            t,
            i % 8 ? "<tr><td style=\"padding:4px;color:#333\">" LETTER "</td></tr>\n"
                  : "<tr><td><a href=\"https://www.amazon.co.jp/dp/%zu?ref=%zu\">Details</a></td></tr>\n",
            i);
}

static void make_japanese(struct text *t, size_t n) {
    head(t, "text/plain; charset=iso-2022-jp\n");
    while (t->size < n) put(t, "\x1B$B$$$D$b$4MxMQ$$$?$@$-$\"$j$,$H$&$4$6$$$^$9!#\x1B(B Amazon.co.jp\n");
}

static void make_attachment(struct text *t, size_t n) {
    head(t, "multipart/mixed; boundary=b\n");
    put(t, "--b\nContent-Type: text/html\n\n" LETTER "\n--b\nContent-Type: image/jpeg; name=a.jpg\n"
           "Content-Transfer-Encoding: base64\n\n");
    while (t->size < n)
        put(t, "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0a\n");
    put(t, "--b--\n");
}

static void make_links(struct text *t, size_t n) {
    head(t, "text/html; charset=utf-8\n");
    for (size_t i = 0; i < n; i++)
        put_numbered(t, "<a href=\"https://shop%zu.example.com/item/%zu?source=mail\">See the item</a><br>\n",
                     i);
}

static void make_parts(struct text *t, size_t n) {
    head(t, "multipart/mixed; boundary=b\n");
    for (size_t i = 0; i < n; i++) put_numbered(t, "--b\nContent-Type: text/plain; name=%zu\n\nA note.\n", i);
    put(t, "--b--\n");
}

static void make_headers(struct text *t, size_t n) {
    for (size_t i = 0; i < n; i++) put_numbered(t, "X-Trace-%zu: passed the gate with number %zu\n", i);
    head(t, "text/html; charset=utf-8\n");
    put(t, LETTER);
}

static const struct {
    const char *name;
    void (*make)(struct text *text, size_t number);
} kinds[] = {{"text", make_text},         {"html", make_html},
             {"japanese", make_japanese}, {"attachment", make_attachment},
             {"links", make_links},       {"parts", make_parts},
             {"headers", make_headers}};

static void measure(size_t number, const struct text *message) {
    double best = 1e18, all = 0;
    size_t json_size = 0, highest = 0;
    for (int run = 0; run < RUNS_MAX && (run == 0 || all < ENOUGH_NANOSECONDS); run++) {
        live = peak = 0;
        char *json;
        double from = now_nanoseconds();
        enum honmono_status status = honmono_check(&json, message->at, message->size, NULL);
        double spent = now_nanoseconds() - from;
        if (status != HONMONO_OK) {
            fprintf(stderr, "growth: %s\n", honmono_status_name(status));
            exit(2);
        }
        json_size = strlen(json);
        highest = peak;
        honmono_free(json);
        all += spent;
        if (spent < best) best = spent;
    }
    printf("%zu %zu %.0f %zu %zu\n", number, message->size, best, highest, json_size);
}

static void measure_sizes(void (*make)(struct text *text, size_t number), size_t least, size_t most) {
    for (size_t number = least; number && number <= most; number *= 2) {
        struct text message = {0};
        make(&message, number);
        if (message.size > MESSAGE_BYTES) message.size = MESSAGE_BYTES;
        measure(number, &message);
        __real_free(message.at);
    }
}

int main(int word_count, char **words) {
    if (word_count < 3) return 2;
    size_t least = strtoull(words[2], NULL, 10);
    mallopt(M_MMAP_THRESHOLD, 1 << 20); /* as core/cli/batch.c */
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (strcmp(kinds[k].name, words[1]) != 0) continue;
        struct text message = {0};
        if (word_count > 3)
            measure_sizes(kinds[k].make, least, strtoull(words[3], NULL, 10));
        else
            kinds[k].make(&message, least);
        return fwrite(message.at, 1, message.size, stdout) == message.size ? 0 : 1;
    }
    return 2;
}
