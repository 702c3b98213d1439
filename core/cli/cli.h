/* cli: the command line around the core. It uses honmono.h only.
 *
 * main.c reads the arguments, check.c checks files, batch.c streams many
 * messages, text.c reads input and writes JSON text. */
#ifndef HONMONO_CLI_H
#define HONMONO_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { EXIT_DONE = 0, EXIT_ITEM_FAILED = 1, EXIT_USAGE = 2 };

/* Bytes that grow; `at` is malloc'ed. */
struct buffer {
    char *at;
    size_t size, capacity;
};

/* False when memory is out (said on standard error). */
bool buffer_add(struct buffer *buffer, const char *bytes, size_t size);
void buffer_free(struct buffer *buffer);

/* Reads all of a file, "-" for standard input, but not more than `limit` + 1
 * bytes. False with one line on `*why` (a static string or strerror's). */
bool read_file(const char *name, struct buffer *out, size_t limit, const char **why);

/* The text as a JSON string with its quotes; ill-formed UTF-8 as U+FFFD. */
void write_json_string(FILE *out, const char *text, size_t size);
/* Compact JSON with line breaks and two spaces a level. */
void write_pretty(FILE *out, const char *json);
/* Reads a JSON string ("..." with escapes) into bytes: lone surrogates as
 * U+FFFD, NUL kept. False when it is not one. */
bool read_json_string(const char *text, size_t size, struct buffer *out);

/* What stands before a result, or before the error in its place: "file":"x". */
struct label {
    const char *key;
    const char *text; /* NULL: the number, or nothing when number < 0 */
    long long number;
};

/* Checks one message and writes one compact line, labelled; an error becomes a
 * line of its own. True when a verdict was written. */
bool check_line(FILE *out, const struct label *label, const char *bytes, size_t size, const char *options);
void write_error_line(FILE *out, const struct label *label, const char *error);

/* Bytes of the largest message the core takes. */
#define CLI_MESSAGE_BYTES_MAX ((size_t)32 << 20)

int check_mbox(const char *name, const char *options);
int check_lines(void);

#endif
