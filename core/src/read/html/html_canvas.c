/* html_canvas: codes to scan that a page draws in boxes and block characters; see
 * html_tree.h and read/document/canvas.h.
 *
 * Few pages hold as many coloured boxes or characters as a code needs. Only these are
 * read a second time, onto a canvas. */
#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "read/html/html_tree.h"

/* The most columns and rows that a cell may span (HTML Standard, "forming a table"). */
#define COLUMNS_MAX 1000u
#define ROWS_MAX 65534u

static uint32_t span_of(struct html_builder *builder, enum html_attribute_id id, uint32_t most) {
    struct str text = str_trim(html_attribute_value(builder, id, NULL));
    uint32_t count = 0;
    for (size_t i = 0; i < text.size && ascii_is_digit((unsigned char)text.at[i]) && count <= most; i++)
        count = count * 10 + (uint32_t)(text.at[i] - '0');
    return count == 0 ? 1 : count > most ? most : count;
}

static bool is_table_section(const struct html_element *element) {
    return html_is(element, HTML_TAG_tbody) || html_is(element, HTML_TAG_thead) ||
           html_is(element, HTML_TAG_tfoot);
}

static enum canvas_flow flow_of(const struct html_element *element) {
    if (style_length(&element->values, STYLE_POSITION, 0) == 2) return CANVAS_PLACED;
    bool floats = style_length(&element->values, STYLE_FLOAT, 0);
    switch (element->layout.display) {
    case DISPLAY_TABLE:
        if (html_is(element, HTML_TAG_table)) return CANVAS_TABLE;
        if (html_is(element, HTML_TAG_tr)) return CANVAS_ROW;
        if (html_is(element, HTML_TAG_td) || html_is(element, HTML_TAG_th)) return CANVAS_CELL;
        return floats ? CANVAS_LINE : CANVAS_GROUP;
    case DISPLAY_BLOCK:
        return floats ? CANVAS_LINE : CANVAS_BLOCK;
    default:
        return CANVAS_LINE;
    }
}

void html_canvas_open(struct html_builder *builder, struct html_element *element) {
    bool boxed = element->layout.boxed || style_length(&element->values, STYLE_FLOAT, 0);
    bool section = element->layout.display == DISPLAY_TABLE && is_table_section(element);
    if (!boxed || section || element->look.gone) return;
    struct canvas_box box = {.flow = flow_of(element),
                             .width = style_length(&element->values, STYLE_WIDTH, CANVAS_AUTO),
                             .height = style_length(&element->values, STYLE_HEIGHT, CANVAS_AUTO),
                             .left = style_length(&element->values, STYLE_LEFT, 0),
                             .top = style_length(&element->values, STYLE_TOP, 0),
                             .columns = 1,
                             .rows = 1};
    if (box.flow == CANVAS_CELL) {
        box.columns = span_of(builder, HTML_ATTRIBUTE_colspan, COLUMNS_MAX);
        box.rows = span_of(builder, HTML_ATTRIBUTE_rowspan, ROWS_MAX);
    }
    box.painted = style_has(&element->values, STYLE_BACKGROUND) && !element->look.invisible &&
                  !element->look.background_unknown;
    box.grey = html_look_grey(element->look.background);
    box.beside = style_length(&element->values, STYLE_DISPLAY, DISPLAY_BLOCK) == DISPLAY_FLEX;
    element->canvas_depth = canvas_open(builder->canvas, &box);
}

void html_canvas_text(struct html_builder *builder, struct str text, const struct html_look *look) {
    if (look->gone || !builder->canvas->open.size) return; /* without memory nothing is open */
    struct canvas_ink ink = {.em = look->font_size, .keep_spaces = look->white_space == 2};
    html_look_greys(look, &ink.ink, &ink.paper);
    if (look->invisible) ink.ink = ink.paper = canvas_top(builder->canvas)->grey;
    canvas_text(builder->canvas, text, &ink);
}

void html_canvas_read(struct html_builder *builder, struct str markup, size_t seen_from) {
    struct document *document = builder->document;
    struct str seen = str_skip(str_builder_view(&document->text_builder), seen_from);
    if (builder->context->hidden || !canvas_is_drawing(seen, builder->boxes_coloured)) return;
    struct arena own = {0};
    struct html_builder *second = arena_alloc(&own, sizeof *second);
    struct oddities unheard = {0};
    struct document drawn;
    struct canvas canvas;
    struct strings codes = {0};
    document_start(&own, &drawn);
    canvas_start(&own, &canvas);
    if (second) {
        *second = (struct html_builder){.arena = &own,
                                        .document = &drawn,
                                        .context = builder->context,
                                        .oddities = &unheard,
                                        .canvas = &canvas};
        if (html_build(second, markup)) canvas_find_codes(builder->arena, &canvas, &codes);
    }
    document_add_codes(builder->arena, document, &codes, builder->context->part);
    builder->drawn.limit_reached |= canvas.full;
    builder->arena->failed |= own.failed;
    arena_release(&own);
}
