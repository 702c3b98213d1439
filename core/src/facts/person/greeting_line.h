/* greeting_line: one line of a message, read as a greeting if it is one.
 *
 * In: the line. Out: whom it greets. greeting.c decides which line counts. */
#ifndef HONMONO_FACTS_PERSON_GREETING_LINE_H
#define HONMONO_FACTS_PERSON_GREETING_LINE_H

#include "facts/facts.h"
#include "text/line.h"

struct greeting_line {
    enum greeting_kind kind; /* NONE: the line greets nobody */
    struct str name;         /* within line->raw; "" when nobody is named */
    bool honorific;
    bool certain;         /* a salutation or an honorific says so, not only "name," */
    bool salutation_only; /* "Hello,": the name may stand on the next line */
    bool inline_text;     /* the sentence goes on behind the name */
    bool delivery;        /* "to: name": whom the parcel goes to, not a greeting */
};

void greeting_line_read(const struct line *line, struct greeting_line *out);

/* A name and nothing else, such as stands on the line below "Hello". */
bool greeting_line_is_name(const struct line *line);
/* The same of a name in two words or more: one word may be anything. */
bool greeting_line_is_whole_name(const struct line *line);
/* A sentence as genuine mail begins it behind the name: "Someone signed-in ...". */
bool greeting_line_goes_on(const struct line *line);

#endif
