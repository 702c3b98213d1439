/* cli: the command line around the core. It uses honmono.h only.
 *
 * main.c reads the arguments and checks single messages and links, text.c reads
 * input and writes JSON text, picture.c reads pictures; many messages at once are
 * batch.h's. */
#ifndef HONMONO_CLI_H
#define HONMONO_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* STOPPED: a batch ended before its input did. */
enum { EXIT_DONE = 0, EXIT_ITEM_FAILED = 1, EXIT_USAGE = 2, EXIT_STOPPED = 3 };

/* Bytes that grow; `at` is malloc'ed. */
struct buffer {
    char *at;
    size_t size, capacity;
};

/* Without memory the program ends, with a line on standard error. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t size);
void buffer_reserve(struct buffer *buffer, size_t size); /* room for so many more */
void buffer_free(struct buffer *buffer);
/* Empties it; what a large message took goes back to the system. */
void buffer_empty(struct buffer *buffer);

/* Reads all of a file, "-" for standard input, but not more than `limit` + 1
 * bytes. False with one line on `*why` (a static string or strerror's). */
bool read_file(const char *name, struct buffer *out, size_t limit, const char **why);

/* The text as a JSON string with its quotes; ill-formed UTF-8 as U+FFFD. */
void add_json_string(struct buffer *out, const char *text, size_t size);
/* "file":"NAME", as a label of the lines below. */
void add_file_label(struct buffer *out, const char *name);
/* The object `json` as a line, with `label` put first in it. */
void add_json_line(struct buffer *out, const char *label, size_t label_size, const char *json);
/* {"error":"..."} and a line feed, with `label` (as it stands, may be empty)
 * before the error. */
void add_error_line(struct buffer *out, const char *label, size_t label_size, const char *error);
/* Compact JSON with line breaks and two spaces a level. */
void write_pretty(FILE *out, const char *json);
/* Reads a JSON string ("..." with escapes) into bytes: lone surrogates as
 * U+FFFD, NUL kept. False when it is not one. */
bool read_json_string(const char *text, size_t size, struct buffer *out);

/* Shades of grey, 0 is black, row by row; `grey` is malloc'ed. */
struct picture {
    unsigned char *grey;
    size_t width, height;
};

/* A PNG or JPEG file; photographs that are too large are made smaller. False with one
 * line on `*why`. */
bool read_picture(const struct buffer *bytes, struct picture *out, const char **why);
void picture_free(struct picture *picture);

/* Bytes of the largest message the core takes, and of a picture's file. */
#define CLI_MESSAGE_BYTES_MAX ((size_t)32 << 20)
/* Pixels of the largest picture it takes. */
#define CLI_PICTURE_PIXELS_MAX ((size_t)8000000)

#endif
