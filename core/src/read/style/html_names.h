/* html_names: the tags and attributes that decide links, blocks or visibility.
 *
 * In: a raw name in any case. Out: its id, 0 for every other name. */
#ifndef HONMONO_READ_STYLE_HTML_NAMES_H
#define HONMONO_READ_STYLE_HTML_NAMES_H

#include "base/str.h"

/* What the tree builder asks of a tag; bits of html_tag_flags(). */
enum html_tag_flag {
    HTML_SPECIAL = 1,    /* the standard's category "special" */
    HTML_FORMATTING = 2, /* ... and "formatting" */
    HTML_VOID = 4,       /* has no content */
    HTML_BLOCK = 8,      /* drawn as a block of its own */
    HTML_IMPLIED = 16,   /* closed by "generate implied end tags" */
    HTML_CLOSES_P = 32,  /* its start tag closes an open p */
    HTML_UNSEEN = 64,    /* not drawn, whatever the styles say */
    HTML_SCOPE = 128,    /* a border of "has an element in scope" */
    HTML_BREAKOUT = 256  /* its start tag leaves svg and math */
};

enum html_tag {
#define TAG(id, name, flags) HTML_TAG_##id,
#include "read/style/html_tags.def"
#undef TAG
    HTML_TAG_COUNT
};

enum html_attribute_id {
#define ATTRIBUTE(id, name) HTML_ATTRIBUTE_##id,
#include "read/style/html_attributes.def"
#undef ATTRIBUTE
    HTML_ATTRIBUTE_COUNT /* at most 64: sets of them are one number */
};

enum html_tag html_tag_find(struct str name);
unsigned html_tag_flags(enum html_tag tag);
enum html_attribute_id html_attribute_find(struct str name);
/* The row of style_properties.def that alone can have that name, 0 = none. */
size_t style_property_find(struct str name);

#endif
