/* html_foreign: svg and math inside html (HTML Standard 13.2.6.5). See
 * html_tree.h. */
#include "read/html/html_tree.h"

bool html_is_foreign(struct html_builder *builder, const struct html_token *token) {
    const struct html_element *top = html_top(builder);
    if (top->space == HTML_SPACE_HTML) return false;
    bool start = token->kind == HTML_START_TAG;
    if (top->text_integration) {
        if (token->kind == HTML_TEXT) return false;
        if (start && token->tag != HTML_TAG_mglyph && token->tag != HTML_TAG_malignmark) return false;
    }
    if (start && token->tag == HTML_TAG_svg && top->tag == HTML_TAG_annotation_xml) return false;
    return !(top->integration && (start || token->kind == HTML_TEXT));
}

static bool breaks_out(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_END_TAG) return token->tag == HTML_TAG_br || token->tag == HTML_TAG_p;
    const uint64_t old = (uint64_t)1 << HTML_ATTRIBUTE_color | (uint64_t)1 << HTML_ATTRIBUTE_face |
                         (uint64_t)1 << HTML_ATTRIBUTE_size;
    if (token->tag == HTML_TAG_font) return builder->tokenizer.known_attributes & old;
    return html_tag_flags(token->tag) & HTML_BREAKOUT;
}

static enum html_answer leave(struct html_builder *builder) {
    while (builder->size > 1) {
        const struct html_element *top = html_top(builder);
        if (top->space == HTML_SPACE_HTML || top->integration || top->text_integration) break;
        html_pop(builder);
    }
    return HTML_AGAIN;
}

static enum html_answer end(struct html_builder *builder, const struct html_token *token) {
    for (size_t i = builder->size; i-- > 1;) {
        const struct html_element *element = &builder->stack[i];
        if (element->space == HTML_SPACE_HTML) return HTML_AGAIN;
        if (str_equal_ascii(element->name, token->name)) {
            html_pop_to(builder, i);
            return HTML_DONE;
        }
    }
    return HTML_DONE;
}

enum html_answer html_foreign_take(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_TEXT) {
        struct html_token text = *token;
        text.keep_null = false;
        html_write_text(builder, &text);
        for (size_t i = 0; i < text.text.size; i++)
            if (!ascii_is_space((unsigned char)text.text.at[i])) builder->frameset_ok = false;
        return HTML_DONE;
    }
    if (breaks_out(builder, token)) return leave(builder);
    if (token->kind == HTML_END_TAG) return end(builder, token);
    enum html_space space = html_top(builder)->space;
    html_insert(builder, token, space);
    if (token->self_closing) html_pop(builder);
    return HTML_DONE;
}
