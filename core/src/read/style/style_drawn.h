/* style_drawn: the words and pictures that a style sheet puts on the page.
 *
 * In: the CSS of a <style> element or a style attribute. Out: the strings of
 * the properties that draw them (CSS Generated Content, Lists, Counter Styles
 * and Text), in their order, escapes undone, and the URLs of pictures, fonts and
 * further sheets. A browser draws them beside the text
 * ("p::after{content:'call 0120 ...'}"); no element of the page holds them.
 *
 * Rules, selectors and media are not looked at: what stands in a rule that never
 * applies counts as drawn, for somebody may see it. */
#ifndef HONMONO_READ_STYLE_STYLE_DRAWN_H
#define HONMONO_READ_STYLE_STYLE_DRAWN_H

#include "base/strings.h"

struct arena;

struct style_drawn {
    struct strings words;    /* one per value that draws letters or digits */
    struct strings pictures; /* url(), as written ... */
    struct strings loaded;   /* ... of fonts and @import: they decide what letters look like */
    bool limit_reached;      /* more was drawn than is kept */
    bool computed;           /* some words come from functions: attr(), counter(), var() */
};

/* Adds what `css` draws. Linear. */
void style_drawn_find(struct arena *arena, struct str css, struct style_drawn *out);

#endif
