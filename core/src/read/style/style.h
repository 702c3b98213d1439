/* style: the CSS that decides whether something is seen, and nothing else.
 *
 * In: declarations ("display:none;color:#fff"). Out: one number per property
 * that can hide, show or frame something. Unknown properties, invalid values
 * and functions nobody hides with are left out, as a browser leaves them out. */
#ifndef HONMONO_READ_STYLE_STYLE_H
#define HONMONO_READ_STYLE_STYLE_H

#include "base/str.h"

struct arena;

enum style_property {
    STYLE_DISPLAY,       /* enum style_display */
    STYLE_VISIBILITY,    /* 1 = hidden or collapse */
    STYLE_SKIPPED,       /* content-visibility: 1 = hidden */
    STYLE_OPACITY,       /* per mille */
    STYLE_FILTER,        /* 1 = made transparent */
    STYLE_FONT_SIZE,     /* hundredths of a pixel, odd when it was a word such as "small";
                            negative: per mille of the parent's */
    STYLE_COLOUR,        /* 0xAARRGGBB, or one of the two below */
    STYLE_FILL,          /* -webkit-text-fill-color, the same */
    STYLE_SHADOW,        /* 1 = a text shadow or stroke draws the text too */
    STYLE_BACKGROUND,    /* colour, the same; transparent is 0 */
    STYLE_IMAGE,         /* background-image: 1 = some */
    STYLE_IMAGE_IS_TEXT, /* background-clip: text */
    STYLE_WIDTH,         /* lengths in hundredths of a pixel, STYLE_AUTO when unknown */
    STYLE_HEIGHT,
    STYLE_MAX_WIDTH,
    STYLE_MAX_HEIGHT,
    STYLE_OVERFLOW, /* 1 = what does not fit is not drawn */
    STYLE_POSITION, /* 0 static, 1 relative, 2 absolute or fixed */
    STYLE_FLOAT,
    STYLE_LEFT,
    STYLE_TOP,
    STYLE_RIGHT,
    STYLE_BOTTOM,
    STYLE_MARGIN_LEFT,
    STYLE_TEXT_INDENT,
    STYLE_CLIP,        /* 1 = clipped to nothing */
    STYLE_CLIP_PATH,   /* the same */
    STYLE_TRANSFORM,   /* 1 = to no size, 2 = moved away */
    STYLE_WHITE_SPACE, /* 0 collapses, 1 keeps lines, 2 keeps all */
    STYLE_DIRECTION,   /* 1 = right to left, or boxes in that order */
    STYLE_BIDI,        /* 1 = every letter goes in that direction */
    STYLE_BORDER,      /* 1 = some */
    STYLE_PADDING,     /* 1 = some */
    STYLE_COUNT
};

enum style_display {
    DISPLAY_NONE,
    DISPLAY_INLINE,
    DISPLAY_INLINE_BLOCK,
    DISPLAY_BLOCK,
    DISPLAY_TABLE,
    DISPLAY_FLEX /* a block whose blocks stand side by side */
};

#define STYLE_AUTO INT32_MAX
/* Colours that are no colours: the parent's, and one that cannot be known. */
#define STYLE_COLOUR_INHERIT 1u
#define STYLE_COLOUR_UNKNOWN 2u

struct style_values {
    uint64_t set, important; /* bits of the properties */
    int32_t value[STYLE_COUNT];
};

static inline bool style_has(const struct style_values *values, enum style_property property) {
    return (values->set >> property) & 1;
}
/* A length that was given and is known, else `otherwise`. */
static inline int32_t style_length(const struct style_values *values, enum style_property property,
                                   int32_t otherwise) {
    bool known = style_has(values, property) && values->value[property] != STYLE_AUTO;
    return known ? values->value[property] : otherwise;
}

/* Adds the declarations of a style attribute or a rule. `quirks`: lengths
 * without a unit count. */
void style_read(struct arena *arena, struct str css, bool quirks, struct style_values *out);
/* Sets one value as a declaration that is not important would. */
void style_set(struct style_values *values, enum style_property property, int32_t value);
/* What stands in `over` wins, except against an important one. */
void style_merge(struct style_values *values, const struct style_values *over);

/* "#abc", "rgb(1 2 3 / 50%)", "hsl(...)", names; false for what is no colour. */
bool style_read_colour(struct str text, uint32_t *argb);
/* The colour of a bgcolor, color or text attribute (HTML's "legacy colour value"). */
bool style_read_legacy_colour(struct str text, uint32_t *argb);

/* The character that an escape stands for ("\\26 ", "\\-"); `*at` is behind its
 * backslash and moves behind it (CSS Syntax, "consume an escaped code point"). */
uint32_t style_read_escape(struct str css, size_t *at);
/* A number in thousandths at the start of `text`; its size in bytes, 0 = none. */
size_t style_read_number(struct str text, int64_t *thousandths);
/* A length in hundredths of a pixel. `*relative`: it was a part of something
 * ("%", "em", "ex", "ch"), given in per mille. */
bool style_read_length(struct str text, bool quirks, int32_t *hundredths, bool *relative, int32_t *per_mille);
/* The next piece of a value at `*at`, up to white space, "," or "/" outside of
 * brackets and quotes; "" at the end. */
struct str style_next_piece(struct str value, size_t *at);
/* The argument list of "name(...)", or false. */
bool style_read_function(struct str piece, struct str name, struct str *arguments);

#endif
