/* native: the whole check beside parsers that do a part of it, in one process.
 *
 * In: names of mails, one per line of standard input; an argument: how many
 * rounds. Out: one line of JSON: for each peer the nanoseconds of the process's
 * CPU time of a round over all mails (median of the rounds), and the median and
 * 99th percentile over the mails (of the fastest round of each). The peers take
 * turns mail by mail, so that a busy machine disturbs them alike.
 *   honmono   honmono_check: bytes in, JSON out
 *   gmime     parses the mail and decodes its text parts to UTF-8, nothing more
 *   libxml2   the same texts, decoded before: reads HTML, takes the links
 *   both      gmime + libxml2
 * Without BENCH_PEERS there is only the first. */
#include <honmono.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef BENCH_PEERS
#include <gmime/gmime.h>
#include <libxml/HTMLparser.h>
#endif

#include "clock.h"

#define ROUNDS_MAX 200

struct mail {
    char *bytes;
    size_t size;
};

static volatile size_t sink; /* what was computed must not be optimised away */

static void run_honmono(const struct mail *mail) {
    char *json;
    if (honmono_check(&json, mail->bytes, mail->size, NULL) != HONMONO_OK) exit(2);
    sink += strlen(json);
    honmono_free(json);
}

#ifdef BENCH_PEERS

static void take_text(GMimeObject *part, int and_links);

static void read_part(GMimeObject *parent, GMimeObject *part, gpointer and_links) {
    (void)parent;
    if (GMIME_IS_TEXT_PART(part)) take_text(part, *(int *)and_links);
}

/* The anchors' targets and the text inside, as a program that judges links needs it. */
static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context;
    if (name[0] != 'a' || name[1] || !attributes) return;
    for (; attributes[0]; attributes += 2)
        if (attributes[1] && strcmp((const char *)attributes[0], "href") == 0)
            sink += strlen((const char *)attributes[1]);
}

static void characters(void *context, const xmlChar *text, int size) {
    (void)context;
    (void)text;
    sink += (size_t)size;
}

static void read_links(const char *html) {
    xmlSAXHandler handler = {
        .startElement = start_element, .characters = characters, .cdataBlock = characters};
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    htmlParseChunk(parser, html, (int)strlen(html), 1);
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
}

static void take_text(GMimeObject *part, int and_links) {
    char *text = g_mime_text_part_get_text((GMimeTextPart *)part);
    if (!text) return;
    sink += strlen(text);
    if (and_links && g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "html"))
        read_links(text);
    g_free(text);
}

static void run_parser(const struct mail *mail, int and_links) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(mail->bytes, mail->size);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message) {
        const char *subject = g_mime_message_get_subject(message);
        InternetAddressList *from = g_mime_message_get_from(message);
        sink += (subject ? strlen(subject) : 0) + (from ? (size_t)internet_address_list_length(from) : 0);
        GMimeObject *top = g_mime_message_get_mime_part(message);
        if (top && GMIME_IS_MULTIPART(top))
            g_mime_multipart_foreach((GMimeMultipart *)top, read_part, &and_links);
        else if (top)
            read_part(NULL, top, &and_links);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
}

static void run_gmime(const struct mail *mail) { run_parser(mail, 0); }
static void run_both(const struct mail *mail) { run_parser(mail, 1); }

static void silence(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

static void start_peers(void) {
    g_mime_init();
    xmlSetGenericErrorFunc(NULL, silence);
}
#else
static void start_peers(void) {}
#endif

static const struct {
    const char *name;
    void (*run)(const struct mail *mail);
} peers[] = {
    {"honmono", run_honmono},
#ifdef BENCH_PEERS
    {"gmime", run_gmime},
    {"gmime_libxml2", run_both},
#endif
};
#define PEER_COUNT (sizeof peers / sizeof *peers)

static struct mail read_mail(const char *name) {
    struct mail mail = {0};
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) exit(2);
    long size = ftell(file);
    rewind(file);
    mail.bytes = malloc(size > 0 ? (size_t)size : 1);
    if (!mail.bytes || size < 0) exit(2);
    mail.size = fread(mail.bytes, 1, (size_t)size, file);
    fclose(file);
    return mail;
}

static struct mail *read_mails(size_t *count) {
    struct mail *mails = NULL;
    char name[4096];
    *count = 0;
    while (fgets(name, sizeof name, stdin)) {
        name[strcspn(name, "\n")] = '\0';
        if (!*name) continue;
        mails = realloc(mails, (*count + 1) * sizeof *mails);
        if (!mails) exit(2);
        mails[(*count)++] = read_mail(name);
    }
    return mails;
}

int main(int count, char **words) {
    static double round_spent[PEER_COUNT][ROUNDS_MAX];
    int rounds = count > 1 ? atoi(words[1]) : 15;
    size_t mail_count;
    struct mail *mails = read_mails(&mail_count);
    if (rounds < 1 || rounds > ROUNDS_MAX || !mail_count) return 2;
    double *best[PEER_COUNT];
    start_peers();
    for (size_t p = 0; p < PEER_COUNT; p++) {
        best[p] = malloc(mail_count * sizeof(double));
        if (!best[p]) return 2;
        for (size_t i = 0; i < mail_count; i++) {
            peers[p].run(&mails[i]);
            best[p][i] = 1e18;
        }
    }
    for (int round = 0; round < rounds; round++) {
        for (size_t i = 0; i < mail_count; i++) {
            for (size_t p = 0; p < PEER_COUNT; p++) {
                double from = now_nanoseconds();
                peers[p].run(&mails[i]);
                double spent = now_nanoseconds() - from;
                round_spent[p][round] += spent;
                if (spent < best[p][i]) best[p][i] = spent;
            }
        }
    }
    printf("{\"mails\":%zu", mail_count);
    for (size_t p = 0; p < PEER_COUNT; p++) {
        qsort(round_spent[p], (size_t)rounds, sizeof(double), compare_numbers);
        qsort(best[p], mail_count, sizeof(double), compare_numbers);
        printf(",\"%s\":{\"round\":%.0f,\"median\":%.0f,\"p99\":%.0f}", peers[p].name,
               round_spent[p][rounds / 2], best[p][mail_count / 2], best[p][mail_count * 99 / 100]);
        free(best[p]);
    }
    printf("}\n");
    for (size_t i = 0; i < mail_count; i++) free(mails[i].bytes);
    free(mails);
    return 0;
}
