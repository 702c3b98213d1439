/* seen: everything a message says, letters and digits only.
 *
 * In: the subject, the sender's name, the text that is seen, then the text that
 * is not (other programs show it). Out: one folded text without blanks, breaks
 * and ordinary signs, with the way back to the bytes, lines and links that each
 * byte came from, and one blank between two numbers: so that a sentence is the same sentence however it is
 * spread over lines, cells and tags. Signs that could stand for letters (circles, dice, arrows of a drawing)
 * are kept, and therefore match nothing. */
#ifndef HONMONO_FACTS_CONTENT_SEEN_H
#define HONMONO_FACTS_CONTENT_SEEN_H

#include "facts/facts.h"

struct seen_byte {
    uint32_t from, to; /* bytes of the line's source it came from */
    uint32_t line;
    int32_t link; /* index into document.links, -1 for none */
};

struct seen_line {
    enum text_part part; /* PART_SUBJECT, PART_FROM or PART_TEXT */
    bool hidden;         /* of document.hidden_text */
    bool drawing;        /* more signs than letters: something may be drawn with them */
    struct str source;   /* what `span` and the bytes' `from` and `to` count in */
    struct span span;    /* from its first letter or sign to its last */
    size_t from, to;     /* of seen.text */
};

struct seen {
    struct str text;
    const struct seen_byte *bytes; /* text.size of them */
    struct {
        LIST(struct seen_line);
    } lines;            /* in order; none is empty */
    size_t hidden_from; /* where text that is not seen begins; STR_NONE before that is reached */
    bool too_long;      /* more than UNDERSTOOD_BYTES_MAX: the rest is missing */
};

struct seen_reader;

/* Nearly every message says something unknown at once: what it says is read as far as
 * it is asked for. `out` is empty at first; NULL without memory. */
struct seen_reader *seen_start(struct arena *arena, const struct facts *facts, struct seen *out);
/* Reads whole lines until SEEN_AHEAD_BYTES stand behind `at`, or everything is read. What
 * pointed into seen.text and seen.bytes is gone, what pointed into the sources stays. */
void seen_reach(struct seen_reader *reader, size_t at);

/* The source's bytes of [from, to) of the text, which stand in one line. */
struct str seen_source(const struct seen *seen, size_t from, size_t to);

#endif
