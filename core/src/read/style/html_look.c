/* html_look: see html_look.h. */
#include "read/style/html_look.h"

#include <string.h>

/* Opacity in per mille and alpha of 255 below which nothing can be made out. */
#define OPACITY_SEEN_MIN 60
#define ALPHA_SEEN_MIN 26u
/* Fonts below this many hundredths of a pixel cannot be read. */
#define FONT_READ_MIN 400
/* Boxes up to this size, clipped, show nothing. */
#define BOX_SEEN_MIN 300
/* Moved further than this, in hundredths of a pixel, is out of the window. */
#define FAR_AWAY 50000
#define FAR_RIGHT 300000
/* Channels that differ by no more than this look the same. */
#define CHANNEL_SEEN_MIN 20

struct html_look html_look_page(enum hidden hidden) {
    return (struct html_look){.gone = hidden,
                              .kind = BLOCK_PARAGRAPH,
                              .opacity = 1000,
                              .font_size = 1600,
                              .colour = 0xFF000000u,
                              .background = 0xFFFFFFFFu,
                              .link = -1};
}

static uint32_t colour_value(const struct style_values *values, enum style_property property) {
    uint32_t colour;
    memcpy(&colour, &values->value[property], sizeof colour);
    return colour;
}

static uint32_t channel(uint32_t colour, unsigned shift) { return (colour >> shift) & 255; }

/* `over` with its alpha, laid on the opaque `under`. */
static uint32_t blend(uint32_t over, uint32_t under) {
    uint32_t alpha = over >> 24, mixed = 0xFF;
    for (unsigned shift = 24; shift > 0;) {
        shift -= 8;
        uint32_t part = (channel(over, shift) * alpha + channel(under, shift) * (255 - alpha) + 127) / 255;
        mixed = (mixed << 8) | part;
    }
    return mixed;
}

static bool looks_same(uint32_t left, uint32_t right) {
    for (unsigned shift = 0; shift < 24; shift += 8) {
        int difference = (int)channel(left, shift) - (int)channel(right, shift);
        if (difference > CHANNEL_SEEN_MIN || difference < -CHANNEL_SEEN_MIN) return false;
    }
    return true;
}

/* ---- the box ---- */

static enum style_display display_of(const struct html_drawing *drawing, const struct style_values *values) {
    int32_t display = style_length(values, STYLE_DISPLAY, DISPLAY_FLEX + 1);
    if (display == DISPLAY_FLEX) return DISPLAY_BLOCK;
    if (display < DISPLAY_FLEX) return (enum style_display)display;
    if (drawing->hidden_attribute) return DISPLAY_NONE;
    if (drawing->foreign) return DISPLAY_INLINE;
    switch (drawing->tag) {
    case HTML_TAG_table:
    case HTML_TAG_tbody:
    case HTML_TAG_thead:
    case HTML_TAG_tfoot:
    case HTML_TAG_tr:
    case HTML_TAG_td:
    case HTML_TAG_th:
        return DISPLAY_TABLE;
    case HTML_TAG_button:
    case HTML_TAG_select:
    case HTML_TAG_input:
        return DISPLAY_INLINE_BLOCK;
    default:
        break;
    }
    unsigned flags = html_tag_flags(drawing->tag);
    if (flags & HTML_UNSEEN) return DISPLAY_NONE;
    return flags & HTML_BLOCK ? DISPLAY_BLOCK : DISPLAY_INLINE;
}

static bool is_small(const struct style_values *values, enum style_property property) {
    return style_length(values, property, STYLE_AUTO) < BOX_SEEN_MIN;
}

/* A box of no size whose content is cut off. */
static bool is_zero_box(const struct style_values *values, enum style_display display) {
    bool positioned = style_length(values, STYLE_POSITION, 0) == 2,
         floats = style_length(values, STYLE_FLOAT, 0);
    bool boxed = display == DISPLAY_BLOCK || display == DISPLAY_INLINE_BLOCK || positioned || floats;
    /* Tables and cells are as large as what is in them. */
    if (!boxed || display == DISPLAY_TABLE || !style_length(values, STYLE_OVERFLOW, 0)) return false;
    return is_small(values, STYLE_HEIGHT) || is_small(values, STYLE_MAX_HEIGHT) ||
           is_small(values, STYLE_WIDTH) || is_small(values, STYLE_MAX_WIDTH);
}

static bool is_moved_away(const struct style_values *values, enum style_display display) {
    if (style_length(values, STYLE_TRANSFORM, 0) == 2) return true;
    /* A block's margins make it wider or move it over what is above: floats, a
     * text that is aligned to the right or in the middle can be seen all the same. */
    if (display == DISPLAY_INLINE_BLOCK && style_length(values, STYLE_MARGIN_LEFT, 0) <= -FAR_AWAY)
        return true;
    if (style_length(values, STYLE_POSITION, 0) == 0) return false;
    return style_length(values, STYLE_LEFT, 0) <= -FAR_AWAY ||
           style_length(values, STYLE_TOP, 0) <= -FAR_AWAY ||
           style_length(values, STYLE_RIGHT, 0) <= -FAR_AWAY ||
           style_length(values, STYLE_BOTTOM, 0) <= -FAR_AWAY ||
           style_length(values, STYLE_LEFT, 0) >= FAR_RIGHT;
}

static enum hidden why_gone(const struct html_look *look, const struct html_drawing *drawing,
                            const struct style_values *values, enum style_display display) {
    if (display == DISPLAY_NONE) {
        if (style_has(values, STYLE_DISPLAY)) return HIDDEN_display_none;
        return drawing->hidden_attribute ? HIDDEN_hidden_attribute : HIDDEN_not_rendered;
    }
    if (look->opacity < OPACITY_SEEN_MIN || style_length(values, STYLE_FILTER, 0)) return HIDDEN_transparent;
    if (style_length(values, STYLE_SKIPPED, 0) && display != DISPLAY_INLINE && display != DISPLAY_TABLE)
        return HIDDEN_display_none;
    bool positioned = style_length(values, STYLE_POSITION, 0) == 2;
    if (positioned && style_length(values, STYLE_CLIP, 0)) return HIDDEN_zero_size;
    if (style_length(values, STYLE_CLIP_PATH, 0)) return HIDDEN_zero_size;
    if (style_length(values, STYLE_TRANSFORM, 0) == 1 && display != DISPLAY_INLINE) return HIDDEN_zero_size;
    if (is_zero_box(values, display)) return HIDDEN_zero_size;
    if (is_moved_away(values, display)) return HIDDEN_off_screen;
    return HIDDEN_none;
}

/* ---- inheritance ---- */

static void inherit_font(struct html_look *look, const struct html_drawing *drawing,
                         const struct style_values *values) {
    /* In quirks mode a table does not take over the size around it. */
    if (drawing->quirks && drawing->tag == HTML_TAG_table) {
        look->font_size = 1600;
        look->font_fixed = false;
    }
    if (style_has(values, STYLE_FONT_SIZE)) {
        int64_t size = values->value[STYLE_FONT_SIZE];
        if (size >= 0) look->font_fixed = size % 2 == 0;
        if (size < 0) size = look->font_size * -size / 1000;
        look->font_size = (int32_t)(size > 1000000 ? 1000000 : size);
    }
}

/* Only the first line of a block is indented; the margin of an inline box moves
 * what follows in its line. */
static void inherit_indent(struct html_look *look, const struct style_values *values,
                           enum style_display display, bool is_table) {
    if (is_table) look->text_indent = 0;
    look->text_indent = style_length(values, STYLE_TEXT_INDENT, look->text_indent);
    if (display == DISPLAY_INLINE) {
        if (style_length(values, STYLE_MARGIN_LEFT, 0) <= -FAR_AWAY) look->line_away = true;
        return;
    }
    look->line_away = look->text_indent <= -FAR_AWAY || look->text_indent >= FAR_RIGHT;
}

static void inherit_colours(struct html_look *look, const struct style_values *values) {
    static const enum style_property texts[] = {STYLE_COLOUR, STYLE_FILL};
    for (int i = 0; i < 2; i++) {
        if (!style_has(values, texts[i])) continue;
        uint32_t colour = colour_value(values, texts[i]);
        if (colour == STYLE_COLOUR_INHERIT) continue;
        look->colour_unknown = colour == STYLE_COLOUR_UNKNOWN;
        look->colour = colour;
    }
    if (style_has(values, STYLE_BACKGROUND)) {
        uint32_t colour = colour_value(values, STYLE_BACKGROUND);
        if (colour == STYLE_COLOUR_UNKNOWN)
            look->background_unknown = true;
        else if (colour >> 24 == 255) {
            look->background = colour;
            look->background_unknown = false;
        } else if (colour >> 24)
            look->background = blend(colour, look->background);
    }
    bool image = style_length(values, STYLE_IMAGE, 0), is_text = style_length(values, STYLE_IMAGE_IS_TEXT, 0);
    if (image && !is_text) look->background_unknown = true;
    if ((image && is_text) || style_length(values, STYLE_SHADOW, 0)) look->drawn_otherwise = true;
}

static void inherit_kind(struct html_look *look, const struct html_drawing *drawing) {
    switch (drawing->tag) {
    case HTML_TAG_h1:
    case HTML_TAG_h2:
    case HTML_TAG_h3:
    case HTML_TAG_h4:
    case HTML_TAG_h5:
    case HTML_TAG_h6:
        look->kind = BLOCK_HEADING;
        break;
    case HTML_TAG_blockquote:
        look->kind = BLOCK_QUOTE;
        break;
    case HTML_TAG_pre:
    case HTML_TAG_listing:
    case HTML_TAG_xmp:
    case HTML_TAG_plaintext:
    case HTML_TAG_textarea:
        look->kind = BLOCK_PREFORMATTED;
        look->white_space = 2;
        break;
    case HTML_TAG_table:
        look->white_space = 0;
        if (look->kind == BLOCK_HEADING || look->kind == BLOCK_PREFORMATTED) look->kind = BLOCK_PARAGRAPH;
        break;
    default:
        break;
    }
}

static void lay_out(const struct html_look *parent, const struct html_look *look,
                    const struct style_values *values, enum style_display display,
                    struct html_layout *layout) {
    int32_t width = style_length(values, STYLE_WIDTH, 0), height = style_length(values, STYLE_HEIGHT, 0);
    bool over = style_length(values, STYLE_POSITION, 0) == 2;
    bool coloured = style_has(values, STYLE_BACKGROUND) && (colour_value(values, STYLE_BACKGROUND) >> 24) &&
                    (parent->background_unknown || !looks_same(parent->background, look->background));
    /* What takes no room does not part the text round it: "ama(nothing)zon". */
    bool roomless = look->gone == HIDDEN_display_none || look->gone == HIDDEN_hidden_attribute ||
                    look->gone == HIDDEN_not_rendered ||
                    (over && look->gone && look->gone != HIDDEN_not_shown_part);
    layout->block = (display == DISPLAY_BLOCK || display == DISPLAY_TABLE || over) && !roomless;
    layout->display = display;
    layout->coloured = coloured;
    layout->framed =
        coloured || style_length(values, STYLE_BORDER, 0) || style_length(values, STYLE_IMAGE, 0);
    layout->boxed = display != DISPLAY_INLINE;
    layout->padded = style_length(values, STYLE_PADDING, 0);
    layout->sized = display != DISPLAY_INLINE && width >= 1000 && height >= 1000;
    bool across = style_has(values, STYLE_LEFT) && style_has(values, STYLE_RIGHT);
    bool down = style_has(values, STYLE_TOP) && style_has(values, STYLE_BOTTOM);
    layout->covering =
        over && look->gone != HIDDEN_display_none && (width >= 1000 || across) && (height >= 1000 || down);
}

struct html_look html_look_inside(const struct html_look *parent, const struct html_drawing *drawing,
                                  const struct style_values *values, struct html_layout *layout) {
    struct html_look look = *parent;
    enum style_display display = display_of(drawing, values);
    int32_t position = style_length(values, STYLE_POSITION, 0);
    /* Positioned content leaves a clipping box that is not positioned itself. */
    if (position == 2 && look.gone == HIDDEN_zero_size && !look.clip_positioned) look.gone = HIDDEN_none;
    if (style_has(values, STYLE_OPACITY)) look.opacity = look.opacity * values->value[STYLE_OPACITY] / 1000;
    if (style_has(values, STYLE_VISIBILITY)) look.invisible = values->value[STYLE_VISIBILITY];
    look.right_to_left = style_length(values, STYLE_DIRECTION, look.right_to_left);
    look.overridden = style_length(values, STYLE_BIDI, look.overridden);
    inherit_font(&look, drawing, values);
    inherit_indent(&look, values, display, drawing->tag == HTML_TAG_table);
    inherit_colours(&look, values);
    inherit_kind(&look, drawing);
    if (style_has(values, STYLE_WHITE_SPACE)) {
        look.white_space = (uint8_t)values->value[STYLE_WHITE_SPACE];
        if (look.white_space == 2) look.kind = BLOCK_PREFORMATTED;
    }
    if (!look.gone) {
        look.gone = why_gone(&look, drawing, values, display);
        look.clip_positioned = position != 0 || style_length(values, STYLE_CLIP, 0) ||
                               style_length(values, STYLE_CLIP_PATH, 0) ||
                               style_length(values, STYLE_TRANSFORM, 0);
    }
    lay_out(parent, &look, values, display, layout);
    return look;
}

uint8_t html_look_grey(uint32_t colour) {
    return (uint8_t)((channel(colour, 16) * 299 + channel(colour, 8) * 587 + channel(colour, 0) * 114) /
                     1000);
}

void html_look_greys(const struct html_look *look, uint8_t *ink, uint8_t *paper) {
    *paper = html_look_grey(look->background);
    *ink = look->colour_unknown ? *paper : html_look_grey(blend(look->colour, look->background));
}

enum hidden html_look_image(const struct html_look *look) {
    if (look->gone) return look->gone;
    return look->invisible ? HIDDEN_visibility : HIDDEN_none;
}

enum hidden html_look_text(const struct html_look *look) {
    enum hidden hidden = html_look_image(look);
    if (hidden) return hidden;
    /* Blink and WebKit draw small relative sizes at a size that can be read. */
    if (look->font_size < FONT_READ_MIN && (look->font_fixed || look->font_size == 0))
        return HIDDEN_tiny_font;
    if (look->drawn_otherwise || look->colour_unknown) return HIDDEN_none;
    if (look->colour >> 24 < ALPHA_SEEN_MIN) return HIDDEN_transparent;
    if (look->background_unknown) return HIDDEN_none;
    if (looks_same(blend(look->colour, look->background), look->background)) return HIDDEN_same_colour;
    return HIDDEN_none;
}
