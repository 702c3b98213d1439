/* batch: many messages, one line of JSON each, in the order of the input, with
 * memory that depends on the largest message only.
 *
 *     input -> items (items.c) -> lines of JSON -> standard output
 *
 * batch.c runs it in this process, jobs.c in several; stream.c has what both
 * need of the system: pieces of input, whole lines out, signals, progress. */
#ifndef HONMONO_BATCH_H
#define HONMONO_BATCH_H

#include "cli.h"

/* Input that comes in pieces. */
struct reader {
    int fd;
    char *at;
    size_t from, to;      /* what was read and not yet taken */
    size_t scanned;       /* no line feed before this */
    bool inside_line;     /* the last piece did not end its line */
    bool ended;           /* nothing more will come */
    int error;            /* errno, when that is why it ended */
    long long read, size; /* bytes so far, and in all where that is known */
};

/* A line with its line feed, or a part of one that is longer than the buffer. */
struct piece {
    const char *at;
    size_t size;
    bool begins_line, ends_line;
};

bool reader_open(struct reader *reader, const char *name); /* false: see errno */
void reader_close(struct reader *reader);
/* False when there is none before reader_fill(), or at the end. */
bool reader_take(struct reader *reader, struct piece *out);
void reader_fill(struct reader *reader);

/* Writes to standard output, all of it. When nobody reads any more the program
 * ends by SIGPIPE; any other failure ends it with a line on standard error. */
void write_whole(const char *bytes, size_t size);

/* From now on the first SIGINT, SIGTERM or SIGHUP only asks to stop; a second
 * one ends the program where it is. */
void stop_install(void);
int stop_signal(void);         /* 0: go on */
void end_by_signal(int which); /* as the shell expects it: $? is 128 + which */

enum batch_kind { BATCH_FILES, BATCH_MBOX, BATCH_LINES };

/* One message to check: a view, valid until the next is asked for. For files
 * only the number counts. */
struct item {
    long long number;
    bool too_large; /* bytes hold the beginning of a line, or nothing */
    const char *at;
    size_t size;
};

struct batch {
    enum batch_kind kind;
    const char *options; /* for every message; NULL for none */
    char **files;
    int count;
    struct reader reader;
    struct buffer text; /* the item that is being put together */
    bool started, given, too_large, after_blank;
    long long next;
};

enum next { NEXT_ITEM, NEXT_NEEDS_INPUT, NEXT_END };

/* NEEDS_INPUT: fill the reader and ask again. */
enum next batch_next(struct batch *batch, struct item *out);
/* Adds the item's line; `scratch` is room that is used again. False when the
 * line is an error. */
bool batch_judge(const struct batch *batch, const struct item *item, struct buffer *scratch,
                 struct buffer *line);

/* On standard error, when that is a terminal and standard output is none. */
void progress_show(const struct batch *batch, long long lines);
void progress_clear(void);

/* The whole of it: opens, runs, ends; gives the exit code. */
int batch_run(struct batch *batch, const char *input, int jobs);
/* The part of batch_run() that several processes do. */
int jobs_run(struct batch *batch, int count);

#define WAIT_MILLISECONDS 200 /* until a signal or the progress is looked at */

#endif
