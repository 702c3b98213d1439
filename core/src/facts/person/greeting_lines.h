/* greeting_lines: the first lines of a message, as a person reads them.
 *
 * In: the document. Out: its lines from the top of the message's own words, each
 * with what it is made of. A menu (only links), a logo (only pictures) and a bar of
 * steps are passed over by the eye: they do not count for "near the top". */
#ifndef HONMONO_FACTS_PERSON_GREETING_LINES_H
#define HONMONO_FACTS_PERSON_GREETING_LINES_H

#include "facts/facts.h"

struct greeting_lines {
    const struct message *message;
    struct str text;  /* document.text up to the end of the message's own words */
    size_t at, count; /* all lines so far */
    size_t read;      /* those of them that a person reads */
    bool forwarded;   /* the message inside is read */
    bool own;         /* one of them was the writer's own, not quoted */
    size_t run, block;
    struct span span; /* the line, of document.text, without blanks and ">" at its ends */
    bool image;       /* nothing but alternative texts */
    bool link;        /* nothing but links */
    bool quoted;      /* a quote below the writer's own words: somebody else was greeted */
};

void greeting_lines_start(const struct facts *facts, struct greeting_lines *out);
/* The next line that is not empty; false at the end or after GREETING_LINES_MAX. */
bool greeting_lines_next(struct greeting_lines *lines);

#endif
