/* html: markup to a document; see html.h. The reading is done in html_mode.c
 * and its neighbours; here are its beginning and its end. */
#include "read/html/html.h"

#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "read/html/html_tree.h"

/* ---- quirks: HTML Standard 13.2.6.4.1 ---- */

static bool is_quirky_public_id(struct str public_id, bool has_system) {
    static const struct str whole[] = {STR_INIT("-//W3O//DTD W3 HTML Strict 3.0//EN//"),
                                       STR_INIT("-/W3C/DTD HTML 4.0 Transitional/EN"), STR_INIT("HTML")};
    static const struct str starts[] = {STR_INIT("+//Silmaril//"),
                                        STR_INIT("-//AS//"),
                                        STR_INIT("-//AdvaSoft Ltd//"),
                                        STR_INIT("-//IETF//"),
                                        STR_INIT("-//Metrius//"),
                                        STR_INIT("-//Microsoft//"),
                                        STR_INIT("-//Netscape Comm."),
                                        STR_INIT("-//O'Reilly and Associates//"),
                                        STR_INIT("-//SQ//"),
                                        STR_INIT("-//SoftQuad"),
                                        STR_INIT("-//Spyglass//"),
                                        STR_INIT("-//Sun Microsystems"),
                                        STR_INIT("-//W3C//DTD HTML 3"),
                                        STR_INIT("-//W3C//DTD HTML 4.0 Frameset//"),
                                        STR_INIT("-//W3C//DTD HTML 4.0 Transitional//"),
                                        STR_INIT("-//W3C//DTD HTML Experimental"),
                                        STR_INIT("-//W3C//DTD W3 HTML"),
                                        STR_INIT("-//W3O//"),
                                        STR_INIT("-//WebTechs//")};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (str_equal_ascii(public_id, whole[i])) return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts_ascii(public_id, starts[i])) return true;
    return !has_system && (str_starts_ascii(public_id, STR("-//W3C//DTD HTML 4.01 Frameset//")) ||
                           str_starts_ascii(public_id, STR("-//W3C//DTD HTML 4.01 Transitional//")));
}

static bool is_blank(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_space((unsigned char)text.at[i])) return false;
    return true;
}

/* Does the page lack a doctype that switches quirks off? */
static bool is_quirky(struct arena *arena, struct str markup) {
    struct html_tokenizer tokenizer;
    struct html_token token;
    html_token_start(&tokenizer, arena, markup);
    while (html_token_next(&tokenizer, &token)) {
        if (token.kind == HTML_COMMENT || (token.kind == HTML_TEXT && is_blank(token.text))) continue;
        if (token.kind != HTML_DOCTYPE) return true;
        const struct html_doctype *doctype = &token.doctype;
        bool html = str_equal_ascii(doctype->name, STR("html"));
        bool old_system = str_equal_ascii(doctype->system_id,
                                          STR("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"));
        return !html || doctype->force_quirks || old_system ||
               is_quirky_public_id(doctype->public_id, doctype->has_system);
    }
    return true;
}

/* ---- style sheets hold for what stands before them too ---- */

static enum html_state state_after(enum html_tag tag) {
    switch (tag) {
    case HTML_TAG_title:
    case HTML_TAG_textarea:
        return HTML_RCDATA;
    case HTML_TAG_style:
    case HTML_TAG_xmp:
    case HTML_TAG_iframe:
    case HTML_TAG_noembed:
    case HTML_TAG_noframes:
        return HTML_RAWTEXT;
    case HTML_TAG_script:
        return HTML_SCRIPT_DATA;
    case HTML_TAG_plaintext:
        return HTML_PLAINTEXT;
    default:
        return HTML_DATA;
    }
}

static void read_sheets(struct html_builder *builder, struct str markup) {
    size_t last = STR_NONE;
    for (size_t at = str_find_byte(markup, '<', 0); at != STR_NONE; at = str_find_byte(markup, '<', at + 1))
        if (str_equal_ascii(str_slice(markup, at + 1, at + 6), STR("style"))) last = at;
    if (last == STR_NONE) return;
    struct html_tokenizer *tokenizer = &builder->tokenizer;
    struct html_token token;
    bool in_style = false;
    struct str media = {0};
    html_token_start(tokenizer, builder->arena, markup);
    while ((tokenizer->at <= last || in_style) && html_token_next(tokenizer, &token)) {
        if (token.kind == HTML_TEXT && in_style) {
            struct str css = html_decode(builder->arena, token.text, false, false);
            style_sheet_add(&builder->sheet, css, media);
            style_drawn_find(builder->arena, css, &builder->drawn);
        }
        in_style = false;
        if (token.kind != HTML_START_TAG) continue;
        tokenizer->state = state_after(token.tag);
        in_style = token.tag == HTML_TAG_style;
        if (in_style) media = html_attribute_value(builder, HTML_ATTRIBUTE_media, NULL);
    }
}

/* ---- reading ---- */

static bool start(struct html_builder *builder, struct str markup) {
    builder->formatting = /* written before it is read, as the stack */
        arena_bytes(builder->arena, (HTML_FORMATTING_MAX + 1) * sizeof *builder->formatting);
    if (!html_make_room(builder) || !builder->formatting) return false;
    builder->quirks = is_quirky(builder->arena, markup);
    builder->frameset_ok = true;
    builder->form_link = -1;
    builder->links_from = builder->document->links.size;
    builder->runs_from = builder->document->runs.size;
    builder->blocks_from = builder->document->blocks.size;
    style_sheet_start(&builder->sheet, builder->arena, builder->quirks, markup.size);
    read_sheets(builder, markup);
    document_writer_start(&builder->writer, builder->arena, builder->document, builder->context->part,
                          markup.size);
    builder->writer.seen_elsewhere = builder->context->seen_elsewhere;
    html_token_start(&builder->tokenizer, builder->arena, markup);
    builder->stack[0] = (struct html_element){.tag = HTML_TAG_html,
                                              .name = STR("html"),
                                              .link = -1,
                                              .look = html_look_page(builder->context->hidden),
                                              .identity = ++builder->next_identity};
    builder->size = 1;
    builder->open_tags[HTML_TAG_html] = 1;
    return true;
}

/* What style sheets draw stands at the end: its places are known to a layout only. */
static void write_drawn(struct html_builder *builder) {
    for (size_t i = 0; i < builder->drawn.pictures.size; i++)
        html_link_picture(builder, builder->drawn.pictures.at[i]);
    for (size_t i = 0; i < builder->drawn.loaded.size; i++)
        html_link_loaded(builder, builder->drawn.loaded.at[i]);
    if (builder->boxes_drawn >= DRAWING_BOXES_MIN) html_link_picture(builder, STR(HTML_DRAWING));
    if (!builder->drawn.words.size) return;
    struct html_look look = html_look_page(builder->context->hidden);
    document_writer_break(&builder->writer);
    for (size_t i = 0; i < builder->drawn.words.size; i++) {
        if (i) html_write(builder, STR(" "), &look, -1, false);
        html_write(builder, builder->drawn.words.at[i], &look, -1, false);
    }
}

static void report(struct html_builder *builder) {
    struct str place = builder->context->place;
    if (builder->tokenizer.attribute_limit) oddity_add(builder->oddities, ODDITY_attribute_limit, place);
    if (builder->tokenizer.tag_unclosed) oddity_add(builder->oddities, ODDITY_tag_unclosed, place);
    bool full = builder->depth_reached || builder->writer.lines_joined || builder->writer.runs_full ||
                builder->sheet.limit_reached || builder->drawn.limit_reached;
    if (full) oddity_add(builder->oddities, ODDITY_nesting_limit, place);
    if (builder->writer.links_full) oddity_add(builder->oddities, ODDITY_link_limit, place);
    if (builder->drawn.computed) oddity_add(builder->oddities, ODDITY_style_text_computed, place);
}

bool html_build(struct html_builder *builder, struct str markup) {
    struct html_token token;
    if (!start(builder, markup)) return false;
    while (!builder->arena->failed) {
        builder->tokenizer.cdata_allowed = html_top(builder)->space != HTML_SPACE_HTML;
        if (!html_token_next(&builder->tokenizer, &token)) break;
        html_take(builder, &token);
    }
    html_pop_to(builder, 1);
    return true;
}

void html_read(struct arena *arena, struct document *document, struct str markup,
               const struct html_context *context, struct oddities *oddities) {
    struct html_builder *builder = arena_alloc(arena, sizeof *builder);
    if (!builder) return;
    builder->arena = arena;
    builder->document = document;
    builder->context = context;
    builder->oddities = oddities;
    if (str_find_byte(markup, '\0', 0) != STR_NONE) oddity_add(oddities, ODDITY_null_byte, context->place);
    markup = utf8_repair(arena, markup);
    size_t seen_from = document->text_builder.size;
    if (!html_build(builder, markup)) return;
    write_drawn(builder);
    document_writer_finish(&builder->writer);
    html_link_finish(builder);
    html_canvas_read(builder, markup, seen_from);
    report(builder);
}

static void note_targets(struct arena *arena, const struct document *document, struct strings *targets) {
    for (size_t i = 0; i < document->links.size; i++) {
        const struct link *link = &document->links.at[i];
        if (link->source == LINK_TEXT) continue;
        struct str target = link->source == LINK_A ? str_copy(arena, link->target) : STR("");
        if (!strings_add(arena, targets, target, HTML_LINES_TARGETS_MAX)) return;
    }
}

void html_read_lines(struct arena *arena, struct str markup, struct html_lines *out) {
    struct arena own = {0};
    struct document document;
    struct oddities oddities = {0};
    struct html_context context = {.blank_lines = true};
    *out = (struct html_lines){0};
    document_start(&own, &document);
    str_builder_init(&document.text_builder, &own, markup.size); /* it never grows longer than that */
    html_read(&own, &document, markup, &context, &oddities);
    if (!own.failed) {
        out->text = str_copy(arena, str_builder_view(&document.text_builder));
        out->drawn = document.pictures.size || document.images || document.loaded.size ||
                     oddities.count[ODDITY_style_text_computed];
        out->reordered = document.reordered > 0;
        note_targets(arena, &document, &out->targets);
    }
    arena->failed |= own.failed;
    arena_release(&own);
}
