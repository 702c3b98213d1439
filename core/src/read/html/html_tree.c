/* html_tree: the stack of open elements; see html_tree.h. */
#include "read/html/html_tree.h"

#include <string.h>

#include "base/arena.h"
#include "decode/entity.h"

struct html_element *html_top(struct html_builder *builder) {
    return &builder->stack[builder->size - 1];
}

bool html_is(const struct html_element *element, enum html_tag tag) {
    return element->tag == tag && element->space == HTML_SPACE_HTML;
}

struct str html_attribute_value(struct html_builder *builder, enum html_attribute_id id, bool *present) {
    const struct html_attribute *attribute = html_token_attribute(&builder->tokenizer, id);
    if (present) *present = attribute != NULL;
    return attribute ? html_decode(builder->arena, attribute->value, true, true) : STR("");
}

/* ---- where new content goes ---- */

static bool is_table_part(const struct html_element *element) {
    switch (element->tag) {
    case HTML_TAG_table:
    case HTML_TAG_tbody:
    case HTML_TAG_tfoot:
    case HTML_TAG_thead:
    case HTML_TAG_tr:
        return element->space == HTML_SPACE_HTML;
    default:
        return false;
    }
}

/* The innermost open table below the place `below`, or STR_NONE. */
static size_t find_table(const struct html_builder *builder, size_t below) {
    for (size_t i = below; i-- > 1;)
        if (html_is(&builder->stack[i], HTML_TAG_table)) return i;
    return STR_NONE;
}

static bool is_fostering(struct html_builder *builder) {
    return builder->foster && is_table_part(html_top(builder));
}

/* What content before the table is surrounded by: the table's own parent, which
 * need not be on the stack any more. */
static const struct html_look *foster_look(const struct html_builder *builder, size_t below) {
    size_t table = find_table(builder, below);
    return table == STR_NONE ? &builder->stack[0].look : &builder->stack[table].around;
}

const struct html_look *html_current_look(struct html_builder *builder) {
    return is_fostering(builder) ? foster_look(builder, builder->size) : &html_top(builder)->look;
}

/* ---- how an element looks ---- */

static struct html_drawing drawing_of(const struct html_builder *builder,
                                      const struct html_element *element) {
    return (struct html_drawing){element->tag, element->space != HTML_SPACE_HTML, element->hidden_attribute,
                                 builder->quirks};
}

static void look_at(struct html_builder *builder, struct html_element *element,
                    const struct html_look *parent) {
    struct html_drawing drawing = drawing_of(builder, element);
    element->around = *parent;
    element->look = html_look_inside(&element->around, &drawing, &element->values, &element->layout);
    if (element->look.line_away && (element->layout.boxed || !parent->line_away))
        element->look.line_block =
            builder->writer.blocks_begun - (builder->writer.open && !element->layout.block);
    if (element->link >= 0) element->look.link = element->link;
}

void html_look_again(struct html_builder *builder, size_t from) {
    for (size_t i = from ? from : 1; i < builder->size; i++) {
        struct html_element *element = &builder->stack[i];
        look_at(builder, element, element->fostered ? foster_look(builder, i) : &builder->stack[i - 1].look);
    }
}

void html_add_attributes(struct html_builder *builder, size_t place) {
    uint64_t all = builder->tokenizer.known_attributes;
    if (place >= builder->size || !(all & ~builder->page_attributes[place])) return;
    struct html_element *page = &builder->stack[place];
    struct html_element more = {.tag = page->tag, .name = page->name, .link = -1};
    builder->tokenizer.known_attributes = all & ~builder->page_attributes[place];
    builder->page_attributes[place] |= all;
    html_read_styles(builder, &more);
    style_merge(&more.values, &page->values);
    page->values = more.values;
    page->hidden_attribute = page->hidden_attribute || more.hidden_attribute;
    if (!page->classes.size) page->classes = more.classes;
    if (!page->id.size) page->id = more.id;
    if (!more.values.set && !more.hidden_attribute) return; /* nothing looks different */
    if (place == 0) {
        struct html_look outside = html_look_page(builder->context->hidden);
        look_at(builder, page, &outside);
    }
    html_look_again(builder, place);
}

/* ---- push and pop ---- */

/* The same for the same tag with the same attributes, in any order. */
static uint64_t likeness_of(const struct html_builder *builder, const struct html_token *token) {
    uint64_t likeness = 0;
    for (size_t i = 0; i < builder->tokenizer.attributes.size; i++) {
        const struct html_attribute *attribute = &builder->tokenizer.attributes.at[i];
        uint64_t hash = 14695981039346656037u;
        for (size_t k = 0; k < attribute->name.size; k++)
            hash = (hash ^ (unsigned char)ascii_lower(attribute->name.at[k])) * 1099511628211u;
        hash = (hash ^ 0x100) * 1099511628211u;
        for (size_t k = 0; k < attribute->value.size; k++)
            hash = (hash ^ (unsigned char)attribute->value.at[k]) * 1099511628211u;
        likeness += hash;
    }
    return likeness ^ ((uint64_t)token->tag << 56);
}

bool html_make_room(struct html_builder *builder) {
    if (builder->size < builder->capacity) return true;
    size_t larger = builder->capacity ? builder->capacity * 2 : 64;
    if (larger > HTML_DEPTH_MAX) return false;
    struct html_element *stack = arena_grow_bytes(builder->arena, builder->stack,
                                                  builder->capacity * sizeof *stack, larger * sizeof *stack);
    if (!stack) return false;
    builder->stack = stack;
    builder->capacity = larger;
    return true;
}

/* The element begins where the texts now end. Beyond the depth limit it takes
 * the place of the innermost one, as if that had ended: what it inherited
 * stays, and no link is lost. */
static struct html_element *push(struct html_builder *builder, struct html_element *element) {
    if (builder->size >= HTML_DEPTH_MAX) builder->depth_reached = true;
    if (!html_make_room(builder)) html_pop(builder);
    if (element->layout.block) document_writer_break(&builder->writer);
    if (element->link >= 0 || html_tag_flags(element->tag) & HTML_SPECIAL)
        document_writer_end_run(&builder->writer);
    element->identity = ++builder->next_identity;
    element->text_at[WRITER_SEEN] = builder->document->text_builder.size;
    element->text_at[WRITER_HIDDEN] = builder->document->hidden_builder.size;
    if (element->space == HTML_SPACE_HTML) builder->open_tags[element->tag]++;
    builder->boxes_coloured += element->layout.coloured;
    element->canvas_depth = 0;
    if (builder->canvas) html_canvas_open(builder, element);
    builder->stack[builder->size] = *element;
    return &builder->stack[builder->size++];
}

static void begin_part(struct html_builder *builder, const struct html_element *element) {
    if (html_is(element, HTML_TAG_li)) builder->item_pending = true;
    if (html_is(element, HTML_TAG_td) || html_is(element, HTML_TAG_th)) {
        builder->cell_pending = true;
        builder->row = builder->size;
        if (builder->size && html_is(html_top(builder), HTML_TAG_tr)) builder->row = builder->size - 1;
    }
}

struct html_element *html_insert(struct html_builder *builder, const struct html_token *token,
                                 enum html_space space) {
    struct html_element element = {.tag = token->tag, .space = space, .name = token->name, .link = -1};
    element.fostered = is_fostering(builder);
    if (html_tag_flags(token->tag) & HTML_FORMATTING) element.likeness = likeness_of(builder, token);
    html_read_styles(builder, &element);
    if (space != HTML_SPACE_HTML) html_read_foreign(builder, &element);
    const struct html_look *parent = html_current_look(builder);
    look_at(builder, &element, parent);
    if (!html_look_image(&element.look)) html_link_drawings(builder, token);
    element.link = html_link_open(builder, token, &element);
    if (element.link >= 0) element.look.link = element.link;
    if (element.layout.sized || element.layout.covering) {
        struct html_link_state *state = html_link_state(builder, element.look.link);
        if (state) state->pressable = true;
        if (state && element.layout.covering) state->covering = true;
    }
    begin_part(builder, &element);
    return push(builder, &element);
}

struct html_element *html_insert_implied(struct html_builder *builder, enum html_tag tag) {
    static const struct {
        enum html_tag tag;
        struct str name;
    } names[] = {{HTML_TAG_html, STR_INIT("html")},         {HTML_TAG_body, STR_INIT("body")},
                 {HTML_TAG_tbody, STR_INIT("tbody")},       {HTML_TAG_tr, STR_INIT("tr")},
                 {HTML_TAG_colgroup, STR_INIT("colgroup")}, {HTML_TAG_p, STR_INIT("p")}};
    struct html_token token = {.kind = HTML_START_TAG, .tag = tag};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].tag == tag) token.name = names[i].name;
    /* The current tag's attributes are not this one's, but still needed. */
    size_t attributes = builder->tokenizer.attributes.size;
    uint64_t known = builder->tokenizer.known_attributes;
    builder->tokenizer.attributes.size = 0;
    builder->tokenizer.known_attributes = 0;
    struct html_element *element = html_insert(builder, &token, HTML_SPACE_HTML);
    builder->tokenizer.attributes.size = attributes;
    builder->tokenizer.known_attributes = known;
    return element;
}

struct html_element *html_insert_clone(struct html_builder *builder, const struct html_element *element) {
    struct html_element clone = *element;
    clone.fostered = is_fostering(builder);
    clone.link = html_link_clone(builder, element->link);
    look_at(builder, &clone, html_current_look(builder));
    return push(builder, &clone);
}

/* A row is told by its first cell when several of its cells have text. */
static void end_row(struct html_builder *builder, const struct html_element *row) {
    if (!row->cells || row->first_cell >= builder->document->blocks.size) return;
    struct block *block = &builder->document->blocks.at[row->first_cell];
    if (block->kind == BLOCK_CELL) block->kind = row->cells > 1 ? BLOCK_ROW : BLOCK_PARAGRAPH;
}

/* A cell or box with a colour of its own and nothing in it: a dot of a drawing. */
static bool is_coloured_box(const struct html_builder *builder, const struct html_element *element) {
    return style_has(&element->values, STYLE_BACKGROUND) && element->values.value[STYLE_BACKGROUND] &&
           element->layout.boxed && !html_look_image(&element->look) &&
           builder->document->text_builder.size == element->text_at[WRITER_SEEN];
}

void html_pop(struct html_builder *builder) {
    if (builder->size <= 1) return;
    struct html_element *element = html_top(builder);
    if (element->layout.block) document_writer_break(&builder->writer);
    if (element->link >= 0) document_writer_end_run(&builder->writer);
    if (element->layout.framed) html_link_framed(builder, element);
    if (is_coloured_box(builder, element)) builder->boxes_drawn++;
    if (builder->canvas) canvas_close(builder->canvas, element->canvas_depth);
    if (element->space == HTML_SPACE_HTML) {
        builder->open_tags[element->tag]--;
        if (element->tag == HTML_TAG_tr) end_row(builder, element);
        if (element->tag == HTML_TAG_li) builder->item_pending = false;
        if (element->tag == HTML_TAG_td || element->tag == HTML_TAG_th) builder->cell_pending = false;
        if (html_tag_flags(element->tag) & HTML_FORMATTING) html_format_closed(builder, element->identity);
    }
    builder->size--;
}

void html_pop_to(struct html_builder *builder, size_t size) {
    while (builder->size > size && builder->size > 1) html_pop(builder);
}

void html_pop_until(struct html_builder *builder, enum html_tag tag) {
    while (builder->size > 1) {
        bool last = html_is(html_top(builder), tag);
        html_pop(builder);
        if (last) return;
    }
}

/* ---- scopes ---- */

static bool is_border(const struct html_element *element, enum html_scope scope) {
    if (element->integration || element->text_integration) return scope != HTML_SCOPE_TABLE;
    if (element->space != HTML_SPACE_HTML) return false;
    enum html_tag tag = element->tag;
    if (scope == HTML_SCOPE_TABLE)
        return tag == HTML_TAG_html || tag == HTML_TAG_table || tag == HTML_TAG_template;
    if (scope == HTML_SCOPE_LIST_ITEM && (tag == HTML_TAG_ol || tag == HTML_TAG_ul)) return true;
    if (scope == HTML_SCOPE_BUTTON && tag == HTML_TAG_button) return true;
    return html_tag_flags(tag) & HTML_SCOPE || tag == HTML_TAG_select;
}

bool html_in_scope(struct html_builder *builder, enum html_tag tag, enum html_scope scope) {
    if (!builder->open_tags[tag]) return false;
    for (size_t i = builder->size; i-- > 0;) {
        if (html_is(&builder->stack[i], tag)) return true;
        if (is_border(&builder->stack[i], scope)) return false;
    }
    return false;
}

static bool is_heading(enum html_tag tag) { return tag >= HTML_TAG_h1 && tag <= HTML_TAG_h6; }

bool html_heading_in_scope(struct html_builder *builder) {
    for (size_t i = builder->size; i-- > 0;) {
        const struct html_element *element = &builder->stack[i];
        if (element->space == HTML_SPACE_HTML && is_heading(element->tag)) return true;
        if (is_border(element, HTML_SCOPE_ALL)) return false;
    }
    return false;
}

void html_imply_ends(struct html_builder *builder, enum html_tag except) {
    for (;;) {
        struct html_element *top = html_top(builder);
        bool implied = top->space == HTML_SPACE_HTML && html_tag_flags(top->tag) & HTML_IMPLIED;
        if (!implied || (except != HTML_TAG_none && top->tag == except) || builder->size <= 1) return;
        html_pop(builder);
    }
}

void html_close_p(struct html_builder *builder) {
    if (!html_in_scope(builder, HTML_TAG_p, HTML_SCOPE_BUTTON)) return;
    html_imply_ends(builder, HTML_TAG_p);
    html_pop_until(builder, HTML_TAG_p);
}

/* ---- text ---- */

/* What kind of block would begin here. */
static enum block_kind kind_of(const struct html_builder *builder, const struct html_look *look) {
    if (look->kind == BLOCK_PREFORMATTED || look->kind == BLOCK_HEADING) return look->kind;
    if (builder->item_pending) return BLOCK_ITEM;
    if (builder->cell_pending) return BLOCK_CELL;
    return look->kind;
}

/* The block that now begins is a list item's or a cell's first one. */
static void block_begun(struct html_builder *builder) {
    if (builder->cell_pending && builder->row < builder->size) {
        struct html_element *row = &builder->stack[builder->row];
        if (html_is(row, HTML_TAG_tr)) {
            if (!row->cells) row->first_cell = builder->document->blocks.size;
            row->cells++;
        }
    }
    builder->item_pending = builder->cell_pending = false;
}

/* No other block began since `begun` had. */
static bool is_first_block(const struct html_builder *builder, size_t begun) {
    return builder->writer.blocks_begun == begun + (builder->writer.open ? 1 : 0);
}

/* Is the text drawn in another order, by what its elements say? (What controls in
 * the text do is asked of every line: document_writer_order().) Letters carry the
 * digits behind them along (UAX 9, W7), so without an override it takes a piece that
 * begins with a digit; boxes in a line change places whatever is in them. */
static bool is_reordered(struct str text, const struct html_look *look) {
    if (!look->right_to_left) return false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (look->overridden ? ascii_is_alnum(byte) || byte >= 0x80 : ascii_is_digit(byte)) return true;
        if (ascii_is_alnum(byte) || byte >= 0xC0) return false;
    }
    return false;
}

void html_write(struct html_builder *builder, struct str text, const struct html_look *look, int32_t link,
                bool image) {
    enum hidden hidden = image ? html_look_image(look) : html_look_text(look);
    if (!hidden && !image && look->line_away && is_first_block(builder, look->line_block))
        hidden = HIDDEN_off_screen;
    if (builder->canvas && !image) html_canvas_text(builder, text, look);
    struct drawn drawn = {.hidden = hidden,
                          .kind = kind_of(builder, look),
                          .link = link,
                          .image = image,
                          .keep_spaces = look->white_space == 2 && !image,
                          .keep_lines = look->white_space == 1 && !image,
                          .right_to_left = look->right_to_left};
    if (!hidden && is_reordered(text, look)) builder->document->reordered++;
    size_t begun = builder->writer.blocks_begun;
    size_t written = builder->document->text_builder.size + builder->document->hidden_builder.size;
    document_writer_text(&builder->writer, text, &drawn);
    if (builder->writer.blocks_begun != begun) block_begun(builder);
    if (link >= 0 &&
        builder->document->text_builder.size + builder->document->hidden_builder.size > written) {
        struct html_link_state *state = html_link_state(builder, link);
        if (state) state->used = true;
    }
}

static bool is_stop(char byte, bool references) {
    return byte == '\r' || byte == '\0' || (byte == '&' && references);
}

void html_write_text(struct html_builder *builder, const struct html_token *token) {
    const struct html_look *look = html_current_look(builder);
    struct str raw = token->text;
    for (size_t at = 0; at < raw.size;) {
        size_t from = at;
        while (at < raw.size && !is_stop(raw.at[at], token->references)) at++;
        if (at > from) html_write(builder, str_slice(raw, from, at), look, look->link, false);
        if (at >= raw.size) break;
        char byte = raw.at[at];
        if (byte == '&') {
            struct entity entity = entity_read(raw, at, false);
            char bytes[8];
            struct str_builder piece = {builder->arena, bytes, 0, sizeof bytes};
            for (unsigned i = 0; i < entity.count; i++) str_builder_code_point(&piece, entity.points[i]);
            html_write(builder, str_builder_view(&piece), look, look->link, false);
            at += entity.used;
            continue;
        }
        at++;
        if (byte == '\r' && !(at < raw.size && raw.at[at] == '\n'))
            html_write(builder, STR("\n"), look, look->link, false);
        if (byte == '\0' && !token->keep_null)
            html_write(builder, STR("\xEF\xBF\xBD"), look, look->link, false);
    }
}
