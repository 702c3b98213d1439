/* growth: hostile messages: time grows in proportion to their size, memory stays
 * in bounds.
 *
 * In: the generators below; an argument picks those whose name begins with it.
 * HONMONO_DEEP=1 takes 5 times as long and measures memory up to the largest
 * message. Out: a table (bytes, milliseconds of n and 2n, their ratio; the peak
 * that stands highest against its bound, and the message it was of); exit 1 when
 * a ratio reaches 3 or a peak 4 times the message + 16 MiB.
 * Why a ratio: it is the same on every machine; seconds are not. The best of
 * several runs counts, by the clock of this process; n depends on the machine.
 * Memory is measured at fixed sizes, and linked with --wrap for malloc and free,
 * so that the peak is exact and the same everywhere. */
#include <honmono.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "counted.h"

#define RATIO_MAX 3.0
#define PASSED_BYTES_PER_MILLISECOND 500000.0 /* half of what a slow memory gives */
#define RUNS 3
#define MILLISECONDS_MIN 20.0 /* below this a ratio is noise: n is doubled */
#define TIMED_BYTES_MAX (16u << 20)
#define MESSAGE_BYTES_MAX (32u << 20) /* core/src/limits.h */
/* What a full answer takes whatever the message: 4,000 links with what is known
 * of each, 2,000 of them and 512 KiB of text as JSON. */
#define PEAK_FIXED_BYTES (16u << 20)
#define PEAK_TIMES_MESSAGE 4u
/* Where memory is measured: most of what is free of charge in limits.h is used
 * up by the first, none of it matters any more at the last. */
static const size_t peak_sizes[] = {96u << 10, 768u << 10, 3u << 20, 12u << 20, 31u << 20};
#define PEAK_SIZES_QUICK 3

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

#define FRAME_TOP "<p><a href=https://mail.google.com/x>Inbox</a>"
#define FRAME_HEAD "<p>Amazon &lt;a@amazon.co.jp&gt;<p>10:15<p>To me"

#define GENERATORS(GENERATOR)                                                                                \
    GENERATOR(frame_menu, put(t, "<p>"); repeat(t, "<a href=https://mail.google.com/x>Inbox</a> menu ", n);  \
              put(t, FRAME_HEAD "<p>x"))                                                                     \
    GENERATOR(frame_below, put(t, FRAME_TOP FRAME_HEAD "<p>x"); repeat(t, "<div>Reply</div>", n))            \
    GENERATOR(frame_heads, put(t, FRAME_TOP); repeat(t, FRAME_HEAD "<p>x", n))                               \
    GENERATOR(sources_in_sources, plain(t); repeat(t, "x\n\nFrom: a@e.example\nMIME-Version: 1.0\n\n", n))   \
    GENERATOR(source_quoted, plain(t); repeat(t, "> From: a@e.example\n> MIME-Version: 1.0\n>\n> x\n", n))   \
    GENERATOR(source_in_markup, html(t);                                                                     \
              put(t, "<pre>From: a@e.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n");              \
              repeat(t, "&lt;pre>From: a@e.example\nMIME-Version: 1.0\n\n", n))                              \
    GENERATOR(source_by_lines, html(t); put(t, "From: a@e.example<br>Received: x<br><br>");                  \
              repeat(t, "<br> x<br><br>", n))                                                                \
    GENERATOR(payees, html(t); put(t, "<p>Amazon account "); repeat(t, "DE89 3704 0044 0532 0130 0", n))     \
    GENERATOR(coins, html(t); put(t, "<p>Amazon account ");                                                  \
              repeat(t, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb ", n))                                           \
    GENERATOR(accounts, html(t); put(t, "<p>Amazon account ");                                               \
              repeat(t, "bank 1234 branch account number teamviewer ", n))                                   \
    GENERATOR(telephones, html(t); put(t, "<p>Amazon account call us ");                                     \
              for (size_t i = 0; i < n; i++) put_number(t, "050-3000-", 1000 + i % 9000, " "))               \
    GENERATOR(digits_of_many_scripts, html(t); put(t, "<p>Amazon account call us ");                         \
              repeat(t,                                                                                      \
                     "\xEF\xBC\x90\xEF\xBC\x95 \xE2\x91\xA0\xE2\x9D\xB7\xE2\x9E\x82 "                        \
                     "\xD9\xA0\xDB\xB5 \xE0\xA5\xA6\xE0\xA7\xA7 \xE0\xB9\x91\xE0\xAF\xA8 "                   \
                     "\xE3\x80\x87\xE4\xBA\x94 \xF0\x9D\x9F\x8E\xF0\x9F\x84\x80 ",                           \
                     n))                                                                                     \
    GENERATOR(digits_by_lines, plain(t); repeat(t, "080\n1234\n", n))                                        \
    GENERATOR(account_over_lines, html(t); put(t, "<p>Amazon bank transfer ");                               \
              repeat(t, "account number<br>12<br>34<br>", n))                                                \
    GENERATOR(coins_in_groups, html(t); put(t, "<p>Amazon account ");                                        \
              repeat(t, "bc1q w508 d6qe jxtd 1A1z P1eP 5QGe 0xfb 6916 ", n))                                 \
    GENERATOR(coins_failing, html(t); put(t, "<p>Amazon account ");                                          \
              repeat(t, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD ", n))                                   \
    GENERATOR(addresses_to_write_to, html(t); put(t, "<p>Amazon refund at once ");                           \
              repeat(t, "write to a.b@e.example to cancel, ", n))                                            \
    GENERATOR(names_of_programs, html(t); put(t, "<p>Amazon account "); repeat(t, "run a.exe sms ", n))      \
    GENERATOR(half_a_calendar, head(t, "text/calendar");                                                     \
              put(t, "\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Amazon\nDESCRIPTION:call us");                \
              repeat(t, "\n  050-3000-0000\\n search for it\nSUMMARY:x", n))                                 \
    GENERATOR(searches, html(t);                                                                             \
              repeat(t, "<p>Amazon search for the first result, the cash to hand the ", n))                  \
    GENERATOR(heads_without_end, plain(t); repeat(t, "From: a@e.example\nMIME-Version: 1.0\n", n))           \
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
    GENERATOR(style_pictures, html(t); put(t, "<style>"); repeat(t, "a{background:url(a)}", n))              \
    GENERATOR(style_words, html(t); put(t, "<style>"); repeat(t, "a{content:'a'}", n))                       \
    GENERATOR(style_escapes, html(t); put(t, "<style>a{content:'"); repeat(t, "\\61 ", n))                   \
    GENERATOR(source_sets, html(t); put(t, "<img srcset='"); repeat(t, "a ,", n); put(t, "'>"))              \
    GENERATOR(coloured_cells, html(t); repeat(t, "<td bgcolor=red>", n))                                     \
    GENERATOR(nested_coloured_tables, html(t); repeat(t, "<table bgcolor=red><tr><td bgcolor=blue>", n))     \
    GENERATOR(spanning_cells, html(t); put(t, "<table>");                                                    \
              repeat(t, "<tr><td colspan=1000 rowspan=65534 bgcolor=black width=4 height=4>", n))            \
    GENERATOR(huge_boxes, html(t);                                                                           \
              repeat(t, "<p style='width:9999999px;height:9999999px;background:#000'></p>", n))              \
    GENERATOR(layers_of_boxes, html(t);                                                                      \
              repeat(t,                                                                                      \
                     "<p style='position:absolute;top:0;left:0;width:30px;height:300px;background:#000'>"    \
                     "</p>",                                                                                 \
                     n))                                                                                     \
    GENERATOR(                                                                                               \
        pictures_of_boxes, html(t); for (size_t i = 0; i < n; i++) {                                         \
            put(t, i % 48 ? "" : "<p style='height:99px'></p>");                                             \
            put(t, "<i style='float:left;width:4px;height:4px;background:#000'></i>");                       \
        })                                                                                                   \
    GENERATOR(                                                                                               \
        cells_like_a_code, html(t); put(t, "<table>"); for (size_t i = 0; i < n; i++) {                      \
            put(t, i % 60 ? "" : "<tr>");                                                                    \
            put(t,                                                                                           \
                i * 2654435761u & 4096 ? "<td width=4 height=4>" : "<td width=4 height=4 bgcolor=black>");   \
        })                                                                                                   \
    GENERATOR(                                                                                               \
        block_characters, plain(t); for (size_t i = 0; i < n; i++) {                                         \
            put(t, i % 90 ? "" : "\n");                                                                      \
            put(t, i * 2654435761u & 4096 ? "\xE2\x96\x88" : "\xE2\x96\x80 ");                               \
        })                                                                                                   \
    GENERATOR(one_line_of_blocks, plain(t); repeat(t, "\xE2\x96\x80 ", n))                                   \
    GENERATOR(empty_lines, repeat(t, "a: b\n\n", n))                                                         \
    GENERATOR(style_flood, html(t); repeat(t, "<p style=\"display:none;color:#fff;font-size:0\">x", n))      \
    GENERATOR(table_flood, html(t); repeat(t, "<table><tr><td>", n))                                         \
    GENERATOR(links, html(t); for (size_t i = 0; i < n; i++)                                                 \
                  put_number(t, "<a href=\"https://h", i, ".example/\">Amazon</a> "))                        \
    GENERATOR(                                                                                               \
        long_links, html(t); for (size_t i = 0; i < n; i++) {                                                \
            put(t, i % 1000 ? "" : "<a href=\"http://e.example/");                                           \
            put_number(t, "q", i, "");                                                                       \
            put(t, (i + 1) % 1000 ? "" : "\">Amazon</a> ");                                                  \
        })                                                                                                   \
    GENERATOR(long_text_link, plain(t); put(t, "https://www.amazon.co.jp/"); repeat(t, "a%41", n))           \
    GENERATOR(long_host, html(t); put(t, "<a href=\"https://"); repeat(t, "a.", n); put(t, "\">x</a>"))      \
    GENERATOR(long_subject, put(t, "Subject: "); repeat(t, "Amazon", n); put(t, "\n"); plain(t))             \
    GENERATOR(long_address, put(t, "From: a@"); repeat(t, "a.", n); put(t, "\n"); plain(t))                  \
    GENERATOR(official_links, html(t); repeat(t, "<a href=https://www.amazon.co.jp/a?b=c>x</a>", n))         \
    GENERATOR(right_to_left, html(t); repeat(t,                                                              \
                                             "\xE2\x80\xAE\xE2\x80\xAB"                                      \
                                             "amazon",                                                       \
                                             n))                                                             \
    GENERATOR(turned_lines, html(t); repeat(t,                                                               \
                                            "<p>\xE2\x80\xAB(250-1 \xE2\x81\xA7"                             \
                                            "a",                                                             \
                                            n))                                                              \
    GENERATOR(zero_width, plain(t); repeat(t, "a\xE2\x80\x8Bm\xE2\x80\x8B", n))                              \
    GENERATOR(combining_marks, plain(t); put(t, "a"); repeat(t, "\xCC\x81\xCC\xA3", n))                      \
    GENERATOR(text_links, plain(t); repeat(t, "http://a.example/x ", n))                                     \
    GENERATOR(text_dots, plain(t); repeat(t, "a.", n))                                                       \
    GENERATOR(text_ats, plain(t); put(t, "http://"); repeat(t, "a@", n))                                     \
    GENERATOR(one_long_line, plain(t); repeat(t, "amazon", n))                                               \
    GENERATOR(brand_words, plain(t); repeat(t, "Amazon account locked 24 hours ", n))                        \
    GENERATOR(japanese, plain(t); repeat(t, "\xE3\x82\xA2\xE3\x83\x9E\xE3\x82\xBE\xE3\x83\xB3", n))          \
    GENERATOR(greeting_lines, plain(t); repeat(t, "Dear customer,\n", n))                                    \
    GENERATOR(known_sentences, html(t); repeat(t, "<p>Order info<p>On the way<p>Qty: 3", n))                 \
    GENERATOR(known_and_one_wish, html(t); repeat(t, "<p>Order info", n); put(t, "<p>Send cash.");           \
              repeat(t, "<p>Order info", n))                                                                 \
    GENERATOR(goods_in_links, html(t);                                                                       \
              repeat(t, "<p>Order info<a href=https://www.amazon.co.jp/dp/B>steel bottle 500ml</a>", n))     \
    GENERATOR(goods_above_counts, html(t); put(t, "<p>Order info");                                          \
              repeat(t, "<p>steel bottle<p>Qty: 3", n))                                                      \
    GENERATOR(one_long_slot, html(t); put(t, "<p>Order info<p>When: "); repeat(t, "steel bottle ", n))       \
    GENERATOR(hidden_repeats, html(t); put(t, "<p>Order info"); repeat(t, "<p hidden>info", n))              \
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

/* Checks the message `runs` times: the best time, the peak memory. */
static double check(const char *name, const struct text *text, int runs, size_t *peak_bytes) {
    double best = 0;
    for (int run = 0; run < runs; run++) {
        char *json = NULL;
        live = peak = 0;
        double start = now_milliseconds();
        enum honmono_status status = honmono_check(&json, text->at, text->size, NULL);
        double took = now_milliseconds() - start;
        *peak_bytes = peak;
        if (status != HONMONO_OK) {
            printf("%s: %s\n", name, honmono_status_name(status));
            exit(1);
        }
        honmono_free(json);
        if (live != 0) {
            printf("%s: a leak of %zu bytes\n", name, live);
            exit(1);
        }
        if (run == 0 || took < best) best = took;
    }
    return best;
}

/* The best time of several checks of the generator's message of size n. */
static double measure(const struct generator *generator, size_t n, size_t *bytes) {
    struct text text = {0};
    size_t peak_bytes;
    generator->make(&text, n);
    double best = check(generator->name, &text, RUNS, &peak_bytes);
    *bytes = text.size;
    __real_free(text.at);
    return best;
}

static bool test_time(const struct generator *generator, double milliseconds_min) {
    size_t n = 1000, bytes;
    double once = measure(generator, n, &bytes);
    while (once < milliseconds_min && bytes < TIMED_BYTES_MAX / 4) once = measure(generator, n *= 2, &bytes);
    double twice = measure(generator, 2 * n, &bytes);
    /* A busy machine disturbs one of the two: a real ratio stays. */
    for (int again = 0; again < 3 && twice >= RATIO_MAX * once; again++) {
        double better = measure(generator, n, &bytes);
        if (better > once) once = better;
        better = measure(generator, 2 * n, &bytes);
        if (better < twice) twice = better;
    }
    printf("%-22s %9zu bytes %7.1f ms %7.1f ms  x%.2f", generator->name, bytes, once, twice,
           twice / (once > 0 ? once : 1));
    /* What is only passed over costs what memory does: a text that still fits the
     * cache is several times as fast as one that does not. */
    return twice < RATIO_MAX * once || twice * PASSED_BYTES_PER_MILLISECOND < (double)bytes;
}

static bool test_memory(const struct generator *generator, size_t sizes) {
    size_t highest = 0, highest_of = 0;
    double share = 0;
    for (size_t i = 0; i < sizes; i++) {
        struct text text = {0};
        generator->make(&text, 1000);
        size_t per_thousand = text.size, n = peak_sizes[i] / per_thousand * 1000 + 1000;
        text.size = 0;
        generator->make(&text, n);
        size_t peak_bytes = 0;
        if (text.size <= MESSAGE_BYTES_MAX) check(generator->name, &text, 1, &peak_bytes);
        double bound = (double)(PEAK_TIMES_MESSAGE * text.size + PEAK_FIXED_BYTES);
        if ((double)peak_bytes / bound > share) {
            share = (double)peak_bytes / bound;
            highest = peak_bytes;
            highest_of = text.size;
        }
        __real_free(text.at);
    }
    printf("  peak %6.1f MiB of %9zu bytes, %3.0f %% of the bound", (double)highest / (1 << 20), highest_of,
           100 * share);
    return share < 1;
}

int main(int count_of_words, char **words) {
    /* Freed memory stays with the process: fetching pages from the system again
     * in every run would be measured as growth. */
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    const char *wanted = count_of_words > 1 ? words[1] : "";
    const char *deep = getenv("HONMONO_DEEP");
    size_t sizes = deep && deep[0] == '1' ? sizeof peak_sizes / sizeof *peak_sizes : PEAK_SIZES_QUICK;
    double milliseconds_min = deep && deep[0] == '1' ? 5 * MILLISECONDS_MIN : MILLISECONDS_MIN;
    size_t failed = 0, passed = 0;
    for (size_t i = 0; i < sizeof generators / sizeof generators[0]; i++) {
        if (strncmp(generators[i].name, wanted, strlen(wanted)) != 0) continue;
        bool time_good = test_time(&generators[i], milliseconds_min);
        bool memory_good = test_memory(&generators[i], sizes);
        printf("%s\n", time_good && memory_good ? "" : "  FAILED");
        fflush(stdout);
        if (time_good && memory_good)
            passed++;
        else
            failed++;
    }
    printf("growth: %zu generators passed, %zu failed\n", passed, failed);
    return failed ? 1 : 0;
}
