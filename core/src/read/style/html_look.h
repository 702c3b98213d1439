/* html_look: whether a person sees the text inside an element.
 *
 * In: how the parent looks and the element's own declarations. Out: how it
 * looks, and the reason why its text is not seen. Where a browser's layout
 * would be needed to be sure, the text counts as seen: a hidden link is judged
 * all the same, but text that is taken for hidden is not read. */
#ifndef HONMONO_READ_STYLE_HTML_LOOK_H
#define HONMONO_READ_STYLE_HTML_LOOK_H

#include "read/document/document.h"
#include "read/style/html_names.h"
#include "read/style/style.h"

struct html_look {
    enum hidden gone;     /* the whole subtree is not drawn, and why */
    bool clip_positioned; /* ... by a box that positioned content cannot leave */
    bool invisible;       /* visibility */
    bool colour_unknown, background_unknown;
    bool drawn_otherwise; /* by a shadow or a picture in the shape of the letters */
    bool right_to_left;   /* the direction of its lines ... */
    bool overridden;      /* ... which every letter takes */
    uint8_t white_space;
    enum block_kind kind;           /* of blocks that begin here */
    int32_t opacity;                /* per mille, all ancestors multiplied */
    bool font_fixed;                /* the font size does not come from the reader's own */
    bool line_away;                 /* the line is moved out of the window in which it began ... */
    size_t line_block;              /* ... when so many blocks had begun before it */
    int32_t font_size, text_indent; /* hundredths of a pixel */
    uint32_t colour;                /* 0xAARRGGBB */
    uint32_t background;            /* 0xFFRRGGBB */
    int32_t link;                   /* the link it stands in, -1 */
};

/* How an element stands among others. */
struct html_layout {
    enum style_display display;
    bool block;    /* begins and ends a block */
    bool coloured; /* has a background that is not that around it */
    bool framed;   /* has a background or border of its own */
    bool padded;
    bool boxed;    /* is no part of a line of text */
    bool sized;    /* has a width and height of its own, so that it can be pressed when empty */
    bool covering; /* laid over other content */
};

struct html_drawing {
    enum html_tag tag;
    bool foreign;          /* svg or math */
    bool hidden_attribute; /* hidden, or a dialog that is not open */
    bool quirks;
};

/* How the page itself looks. */
struct html_look html_look_page(enum hidden hidden);
/* How an element inside `parent` looks. */
struct html_look html_look_inside(const struct html_look *parent, const struct html_drawing *drawing,
                                  const struct style_values *values, struct html_layout *layout);
/* How light a colour is, 0 to 255. */
uint8_t html_look_grey(uint32_t colour);
/* How light the text is drawn and what it stands on. */
void html_look_greys(const struct html_look *look, uint8_t *ink, uint8_t *paper);
/* Why text there is not seen, HIDDEN_none when it is. */
enum hidden html_look_text(const struct html_look *look);
/* The same for a picture, which has no font size or colour. */
enum hidden html_look_image(const struct html_look *look);

#endif
