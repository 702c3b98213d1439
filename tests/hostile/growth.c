/* growth: hostile messages of size n and 2n: time grows in proportion, memory
 * stays in bounds.
 *
 * In: the generators below; an argument picks those whose name begins with it.
 * HONMONO_DEEP=1 takes 5 times as long. Out: a table (bytes, milliseconds of n and 2n, their
 * ratio, peak memory of 2n); exit 1 when a ratio reaches 3 or a peak 4 times the message + 32 MiB.
 * Why a ratio: it is the same on every machine; seconds are not. The best of
 * several runs counts, by the clock of this process. Linked with --wrap for
 * malloc and free, so that the peak is exact. */
#include <honmono.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RATIO_MAX 3.0
#define RUNS 3
#define MILLISECONDS_MIN 20.0 /* below this a ratio is noise: n is doubled */
#define MESSAGE_BYTES_MAX (16u << 20)
/* What a full answer takes whatever the message: 2,000 links and 512 KiB of text
 * as JSON nodes, then as text. */
#define PEAK_FIXED_BYTES (32u << 20)
#define PEAK_TIMES_MESSAGE 4u

void *__real_malloc(size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

static size_t live, peak;

static void *count(void *memory) {
    if (memory) live += malloc_usable_size(memory);
    if (live > peak) peak = live;
    return memory;
}

void *__wrap_malloc(size_t size) { return count(__real_malloc(size)); }

void *__wrap_realloc(void *memory, size_t size) {
    size_t before = memory ? malloc_usable_size(memory) : 0;
    void *moved = __real_realloc(memory, size);
    if (!moved) return NULL;
    live -= before;
    return count(moved);
}

void __wrap_free(void *memory) {
    if (memory) live -= malloc_usable_size(memory);
    __real_free(memory);
}

/* A message under construction; its own memory is not counted. */
struct text {
    char *at;
    size_t size, capacity;
};

static void put(struct text *text, const char *words) {
    size_t size = strlen(words);
    if (text->size + size > text->capacity) {
        text->capacity = 2 * text->capacity + size + 4096;
        text->at = __real_realloc(text->at, text->capacity);
        if (!text->at) exit(2);
    }
    memcpy(text->at + text->size, words, size);
    text->size += size;
}

static void repeat(struct text *text, const char *words, size_t times) {
    for (size_t i = 0; i < times; i++) put(text, words);
}

static void put_number(struct text *text, const char *before, size_t number, const char *after) {
    char digits[32];
    snprintf(digits, sizeof digits, "%zu", number);
    put(text, before);
    put(text, digits);
    put(text, after);
}

static void head(struct text *text, const char *type) {
    put(text,
        "From: Amazon <a@example.com>\nTo: b@example.com\nSubject: Amazon\nMessage-ID: <1@example.com>\n"
        "MIME-Version: 1.0\nContent-Type: ");
    put(text, type);
    put(text, "\n");
}

static void html(struct text *text) {
    head(text, "text/html; charset=utf-8");
    put(text, "\n");
}

static void plain(struct text *text) {
    head(text, "text/plain; charset=utf-8");
    put(text, "\n");
}

#define GENERATORS(GENERATOR)                                                                                \
    GENERATOR(less_than_signs, html(t); repeat(t, "<", n))                                                   \
    GENERATOR(unclosed_tags, html(t); repeat(t, "<div><b>", n))                                              \
    GENERATOR(unclosed_anchors, html(t); repeat(t, "<a href=http://e.example/>x", n))                        \
    GENERATOR(misnested_tags, html(t); repeat(t, "<p><a href=//e><table><td></p></a>", n))                   \
    GENERATOR(closing_tags, html(t); repeat(t, "</div></a>", n))                                             \
    GENERATOR(deep_then_close, html(t); repeat(t, "<i>", n); repeat(t, "</b>", n))                           \
    GENERATOR(attribute_flood, html(t); put(t, "<a ");                                                       \
              for (size_t i = 0; i < n; i++) put_number(t, "a", i, "=1 "); put(t, ">"))                      \
    GENERATOR(long_attribute, html(t); put(t, "<a href=\""); repeat(t, "x&amp;", n))                         \
    GENERATOR(entity_flood, html(t); repeat(t, "&amp;&#x3c;&notin;&", n))                                    \
    GENERATOR(comment_openers, html(t); repeat(t, "<!--", n))                                                \
    GENERATOR(conditional_comments, html(t); repeat(t, "<!--[if mso]><a href=//e>x</a>", n))                 \
    GENERATOR(script_flood, html(t); repeat(t, "<script><!--<script>", n))                                   \
    GENERATOR(style_flood, html(t); repeat(t, "<p style=\"display:none;color:#fff;font-size:0\">x", n))      \
    GENERATOR(table_flood, html(t); repeat(t, "<table><tr><td>", n))                                         \
    GENERATOR(links, html(t); for (size_t i = 0; i < n; i++)                                                 \
                  put_number(t, "<a href=\"https://h", i, ".example/\">Amazon</a> "))                        \
    GENERATOR(official_links, html(t); repeat(t, "<a href=https://www.amazon.co.jp/a?b=c>x</a>", n))         \
    GENERATOR(right_to_left, html(t); repeat(t,                                                              \
                                             "\xE2\x80\xAE\xE2\x80\xAB"                                      \
                                             "amazon",                                                       \
                                             n))                                                             \
    GENERATOR(zero_width, plain(t); repeat(t, "a\xE2\x80\x8Bm\xE2\x80\x8B", n))                              \
    GENERATOR(combining_marks, plain(t); put(t, "a"); repeat(t, "\xCC\x81\xCC\xA3", n))                      \
    GENERATOR(text_links, plain(t); repeat(t, "http://a.example/x ", n))                                     \
    GENERATOR(text_dots, plain(t); repeat(t, "a.", n))                                                       \
    GENERATOR(text_ats, plain(t); put(t, "http://"); repeat(t, "a@", n))                                     \
    GENERATOR(one_long_line, plain(t); repeat(t, "amazon", n))                                               \
    GENERATOR(brand_words, plain(t); repeat(t, "Amazon account locked 24 hours ", n))                        \
    GENERATOR(japanese, plain(t); repeat(t, "\xE3\x82\xA2\xE3\x83\x9E\xE3\x82\xBE\xE3\x83\xB3", n))          \
    GENERATOR(greeting_lines, plain(t); repeat(t, "Dear customer,\n", n))                                    \
    GENERATOR(quotes, plain(t); for (size_t i = 0; i < n; i++) put(t, i % 9 ? ">>>>>>>>>> x\n" : "> \n"))    \
    GENERATOR(deep_quote, plain(t); repeat(t, ">", n))                                                       \
    GENERATOR(forwarded, plain(t);                                                                           \
              repeat(t, "---------- Forwarded message\nFrom: a@b.example\nSubject: x\n\n", n))               \
    GENERATOR(header_fields, repeat(t, "X-A: b\n", n); html(t))                                              \
    GENERATOR(header_folds, put(t, "Subject: a"); repeat(t, "\n b", n); put(t, "\n"); plain(t))              \
    GENERATOR(received_fields, repeat(t, "Received: from a.example by b.example; x\n", n); plain(t))         \
    GENERATOR(auth_results, put(t, "Authentication-Results: x"); repeat(t, "; spf=pass (a) x.y=z", n);       \
              put(t, "\n"); plain(t))                                                                        \
    GENERATOR(auth_headers, repeat(t, "Authentication-Results: a.example; dmarc=pass header.from=x\n", n);   \
              plain(t))                                                                                      \
    GENERATOR(addresses, put(t, "To: "); repeat(t, "a <b@c.example>, ", n); put(t, "\n"); plain(t))          \
    GENERATOR(address_comments, put(t, "From: "); repeat(t, "(", n); put(t, "\n"); plain(t))                 \
    GENERATOR(address_groups, put(t, "From: "); repeat(t, "a:\"b;<", n); put(t, "\n"); plain(t))             \
    GENERATOR(encoded_words, put(t, "Subject: "); repeat(t, "=?utf-8?B?YQ==?= ", n); put(t, "\n"); plain(t)) \
    GENERATOR(encoded_word_starts, put(t, "Subject: "); repeat(t, "=?utf-8?q?", n); put(t, "\n"); plain(t))  \
    GENERATOR(parameters, put(t, "Content-Type: text/plain");                                                \
              for (size_t i = 0; i < n; i++) put_number(t, "; name*", i, "=a");                              \
              put(t, "\nMIME-Version: 1.0\n\nx"))                                                            \
    GENERATOR(nested_multiparts, head(t, "multipart/mixed; boundary=b"); put(t, "\n");                       \
              repeat(t, "--b\nContent-Type: multipart/mixed; boundary=b\n\n", n))                            \
    GENERATOR(                                                                                               \
        nested_boundaries, head(t, "multipart/mixed; boundary=b0"); for (size_t i = 0; i < n; i++) {         \
            put_number(t, "\n--b", i, "\nContent-Type: multipart/mixed; boundary=");                         \
            put_number(t, "b", i + 1, "\n");                                                                 \
        })                                                                                                   \
    GENERATOR(nested_messages, head(t, "message/rfc822"); put(t, "\n");                                      \
              repeat(t, "Content-Type: message/rfc822\n\n", n))                                              \
    GENERATOR(parts, head(t, "multipart/mixed; boundary=b"); repeat(t, "\n--b\n\nx", n))                     \
    GENERATOR(html_parts, head(t, "multipart/alternative; boundary=b");                                      \
              repeat(t, "\n--b\nContent-Type: text/html\n\n<a href=//e>x</a>", n))                           \
    GENERATOR(attachments, head(t, "multipart/mixed; boundary=b");                                           \
              repeat(t, "\n--b\nContent-Disposition: attachment; filename=a.pdf\n\nx", n))                   \
    GENERATOR(almost_boundaries, head(t, "multipart/mixed; boundary=bb"); put(t, "\n--bb\n\n");              \
              repeat(t, "\n--b", n))                                                                         \
    GENERATOR(base64, put(t, "Content-Transfer-Encoding: base64\n"); html(t); repeat(t, "PGE+eDwv", n))      \
    GENERATOR(quoted_printable, put(t, "Content-Transfer-Encoding: quoted-printable\n"); html(t);            \
              repeat(t, "=3C=\n", n))                                                                        \
    GENERATOR(flowed, head(t, "text/plain; format=flowed"); put(t, "\n"); repeat(t, "> a \n", n))            \
    GENERATOR(iso_2022_jp, head(t, "text/plain; charset=iso-2022-jp"); put(t, "\n");                         \
              repeat(t, "\x1B$B\x1B(B", n))                                                                  \
    GENERATOR(uuencode, plain(t); repeat(t, "begin 644 a\n#0V%T\n", n))                                      \
    GENERATOR(invalid_utf8, plain(t); repeat(t, "\xFF\xE3\x80", n))

#define GENERATOR(name, ...)                                                                                 \
    static void make_##name(struct text *t, size_t n) { __VA_ARGS__; }
GENERATORS(GENERATOR)
#undef GENERATOR

static const struct generator {
    const char *name;
    void (*make)(struct text *text, size_t n);
} generators[] = {
#define GENERATOR(name, ...) {#name, make_##name},
    GENERATORS(GENERATOR)
#undef GENERATOR
};

static double now_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The best time of several checks of the generator's message of size n. */
static double measure(const struct generator *generator, size_t n, size_t *bytes, size_t *peak_bytes) {
    struct text text = {0};
    generator->make(&text, n);
    double best = 0;
    for (int run = 0; run < RUNS; run++) {
        char *json = NULL;
        live = peak = 0;
        double start = now_milliseconds();
        enum honmono_status status = honmono_check(&json, text.at, text.size, NULL);
        double took = now_milliseconds() - start;
        *peak_bytes = peak;
        if (status != HONMONO_OK) {
            printf("%s: %s\n", generator->name, honmono_status_name(status));
            exit(1);
        }
        honmono_free(json);
        if (live != 0) {
            printf("%s: a leak of %zu bytes\n", generator->name, live);
            exit(1);
        }
        if (run == 0 || took < best) best = took;
    }
    *bytes = text.size;
    __real_free(text.at);
    return best;
}

static bool test_growth(const struct generator *generator, double milliseconds_min) {
    size_t n = 1000, bytes, peak_bytes;
    double once = measure(generator, n, &bytes, &peak_bytes);
    while (once < milliseconds_min && bytes < MESSAGE_BYTES_MAX / 4)
        once = measure(generator, n *= 2, &bytes, &peak_bytes);
    double twice = measure(generator, 2 * n, &bytes, &peak_bytes);
    /* A busy machine disturbs one of the two: a real ratio stays. */
    for (int again = 0; again < 3 && twice >= RATIO_MAX * once; again++) {
        double better = measure(generator, n, &bytes, &peak_bytes);
        if (better > once) once = better;
        better = measure(generator, 2 * n, &bytes, &peak_bytes);
        if (better < twice) twice = better;
    }
    size_t peak_max = PEAK_TIMES_MESSAGE * bytes + PEAK_FIXED_BYTES;
    bool good = twice < RATIO_MAX * once && peak_bytes < peak_max;
    printf("%-22s %9zu bytes %8.1f ms %8.1f ms  x%.2f  peak %6.1f MiB (%.1f times)%s\n", generator->name,
           bytes, once, twice, twice / (once > 0 ? once : 1), (double)peak_bytes / (1 << 20),
           (double)peak_bytes / (double)bytes, good ? "" : "  FAILED");
    fflush(stdout);
    return good;
}

int main(int count_of_words, char **words) {
    /* Freed memory stays with the process: fetching pages from the system again
     * in every run would be measured as growth. */
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    const char *wanted = count_of_words > 1 ? words[1] : "";
    const char *deep = getenv("HONMONO_DEEP");
    double milliseconds_min = deep && deep[0] == '1' ? 5 * MILLISECONDS_MIN : MILLISECONDS_MIN;
    size_t failed = 0, passed = 0;
    for (size_t i = 0; i < sizeof generators / sizeof generators[0]; i++) {
        if (strncmp(generators[i].name, wanted, strlen(wanted)) != 0) continue;
        if (test_growth(&generators[i], milliseconds_min))
            passed++;
        else
            failed++;
    }
    printf("growth: %zu generators passed, %zu failed\n", passed, failed);
    return failed ? 1 : 0;
}
