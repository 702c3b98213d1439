/* html_mode: which insertion mode takes a token, the modes before the body,
 * raw text and framesets (HTML Standard 13.2.6.4). See html_tree.h. */
#include "read/html/html_tree.h"

#include <string.h>

static bool is_space(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_space((unsigned char)text.at[i]) && text.at[i] != '\0') return false;
    return true;
}

/* ---- shared by the modes ---- */

void html_insert_void(struct html_builder *builder, const struct html_token *token) {
    html_insert(builder, token, HTML_SPACE_HTML);
    html_link_attributes(builder, token);
    html_pop(builder);
}

void html_begin_text(struct html_builder *builder, const struct html_token *token, enum html_state state) {
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->tokenizer.state = state;
    builder->mode_before_text = builder->mode;
    builder->mode = HTML_IN_TEXT;
}

void html_end_template(struct html_builder *builder) {
    if (!builder->open_tags[HTML_TAG_template]) return;
    html_imply_ends(builder, HTML_TAG_none);
    html_pop_until(builder, HTML_TAG_template);
    html_format_clear(builder);
    html_reset_mode(builder);
}

void html_begin_frameset(struct html_builder *builder, const struct html_token *token) {
    html_pop_to(builder, 1);
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->mode = HTML_IN_FRAMESET;
}

void html_reset_mode(struct html_builder *builder) {
    for (size_t i = builder->size; i-- > 0;) {
        const struct html_element *element = &builder->stack[i];
        if (element->space != HTML_SPACE_HTML) continue;
        switch (element->tag) {
        case HTML_TAG_td:
        case HTML_TAG_th:
            builder->mode = HTML_IN_CELL;
            return;
        case HTML_TAG_tr:
            builder->mode = HTML_IN_ROW;
            return;
        case HTML_TAG_tbody:
        case HTML_TAG_thead:
        case HTML_TAG_tfoot:
            builder->mode = HTML_IN_TABLE_BODY;
            return;
        case HTML_TAG_caption:
            builder->mode = HTML_IN_CAPTION;
            return;
        case HTML_TAG_colgroup:
            builder->mode = HTML_IN_COLUMN_GROUP;
            return;
        case HTML_TAG_table:
            builder->mode = HTML_IN_TABLE;
            return;
        case HTML_TAG_template:
        case HTML_TAG_body:
            builder->mode = HTML_IN_BODY;
            return;
        case HTML_TAG_frameset:
            builder->mode = HTML_IN_FRAMESET;
            return;
        default:
            break;
        }
    }
    builder->mode = builder->has_body ? HTML_IN_BODY : HTML_IN_HEAD;
}

/* ---- before the body ---- */

static void begin_body(struct html_builder *builder) {
    builder->has_body = true;
    builder->mode = HTML_IN_BODY;
    html_insert_implied(builder, HTML_TAG_body);
}

static void begin_written_body(struct html_builder *builder, const struct html_token *token) {
    builder->has_body = true;
    builder->mode = HTML_IN_BODY;
    builder->frameset_ok = false;
    builder->page_attributes[1] = builder->tokenizer.known_attributes;
    bool present;
    uint32_t argb;
    struct str link = html_attribute_value(builder, HTML_ATTRIBUTE_link, &present);
    if (present && style_read_legacy_colour(link, &argb)) {
        builder->has_link_colour = true;
        builder->link_colour = argb;
    }
    html_insert(builder, token, HTML_SPACE_HTML);
}

static enum html_answer head_start(struct html_builder *builder, const struct html_token *token) {
    switch (token->tag) {
    case HTML_TAG_html:
        html_add_attributes(builder, 0);
        return HTML_DONE;
    case HTML_TAG_head:
    case HTML_TAG_noscript:
        return HTML_DONE;
    case HTML_TAG_body:
        begin_written_body(builder, token);
        return HTML_DONE;
    case HTML_TAG_frameset:
        html_begin_frameset(builder, token);
        return HTML_DONE;
    case HTML_TAG_base:
    case HTML_TAG_basefont:
    case HTML_TAG_bgsound:
    case HTML_TAG_link:
    case HTML_TAG_meta:
    case HTML_TAG_title:
    case HTML_TAG_noframes:
    case HTML_TAG_style:
    case HTML_TAG_script:
    case HTML_TAG_template:
        return HTML_AS_BODY;
    default:
        begin_body(builder);
        return HTML_AGAIN;
    }
}

static enum html_answer head_take(struct html_builder *builder, const struct html_token *token) {
    switch (token->kind) {
    case HTML_TEXT:
        if (is_space(token->text)) return HTML_DONE;
        begin_body(builder);
        return HTML_AGAIN;
    case HTML_START_TAG:
        return head_start(builder, token);
    case HTML_END_TAG:
        if (token->tag == HTML_TAG_template) return HTML_AS_BODY;
        if (token->tag != HTML_TAG_body && token->tag != HTML_TAG_html && token->tag != HTML_TAG_br)
            return HTML_DONE;
        begin_body(builder);
        return HTML_AGAIN;
    default:
        return HTML_DONE;
    }
}

/* ---- raw text, framesets ---- */

/* Text areas and <xmp> are drawn, the other raw texts are not. */
static enum html_answer text_take(struct html_builder *builder, const struct html_token *token) {
    enum html_tag tag = html_top(builder)->tag;
    if (token->kind == HTML_TEXT) {
        if (tag == HTML_TAG_textarea || tag == HTML_TAG_xmp || tag == HTML_TAG_plaintext)
            html_write_text(builder, token);
        return HTML_DONE;
    }
    html_pop(builder);
    builder->mode = builder->mode_before_text;
    return HTML_DONE;
}

static enum html_answer frameset_take(struct html_builder *builder, const struct html_token *token) {
    bool inside = html_is(html_top(builder), HTML_TAG_frameset);
    if (token->kind == HTML_START_TAG) {
        if (token->tag == HTML_TAG_frameset && inside) html_insert(builder, token, HTML_SPACE_HTML);
        if (token->tag == HTML_TAG_frame && inside) html_insert_void(builder, token);
        if (token->tag == HTML_TAG_noframes) html_begin_text(builder, token, HTML_RAWTEXT);
    } else if (token->kind == HTML_END_TAG && token->tag == HTML_TAG_frameset && inside) {
        html_pop(builder);
    }
    return HTML_DONE;
}

/* ---- the dispatcher ---- */

static enum html_answer ask_mode(struct html_builder *builder, const struct html_token *token) {
    switch (builder->mode) {
    case HTML_IN_HEAD:
        return head_take(builder, token);
    case HTML_IN_TEXT:
        return text_take(builder, token);
    case HTML_IN_FRAMESET:
        return frameset_take(builder, token);
    case HTML_IN_BODY:
        return HTML_AS_BODY;
    default:
        return html_table_take(builder, token);
    }
}

static void take_as_body(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_TEXT) html_body_text(builder, token);
    if (token->kind == HTML_START_TAG) html_body_start(builder, token);
    if (token->kind == HTML_END_TAG) html_body_end(builder, token);
}

void html_take(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_COMMENT) {
        html_comment_take(builder, token->text);
        return;
    }
    if (token->kind == HTML_DOCTYPE) return;
    enum html_answer answer = HTML_AGAIN;
    if (builder->mode != HTML_IN_TEXT && html_is_foreign(builder, token))
        answer = html_foreign_take(builder, token);
    while (answer == HTML_AGAIN) answer = ask_mode(builder, token);
    if (answer == HTML_AS_BODY) take_as_body(builder, token);
}
