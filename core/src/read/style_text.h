/* style_text: the words that a style sheet writes on the page.
 *
 * In: the CSS of a <style> element or a style attribute. Out: the strings of
 * the properties that draw them (CSS Generated Content, Lists, Counter Styles
 * and Text), in their order, escapes undone. A browser draws them beside the
 * text ("p::after{content:'call 0120 ...'}"); no element of the page holds them.
 *
 * Rules, selectors and media are not looked at: words in a rule that never
 * applies count as written, for somebody may see them. */
#ifndef HONMONO_READ_STYLE_TEXT_H
#define HONMONO_READ_STYLE_TEXT_H

#include "base/list.h"
#include "base/str.h"

struct arena;

struct style_text {
    struct { LIST(struct str); } strings; /* one per value that draws letters or digits */
    bool computed;                        /* some words come from functions: attr(), counter(), var() */
};

/* Adds what `css` writes. Linear. */
void style_text_find(struct arena *arena, struct str css, struct style_text *out);

#endif
