/* html_body: the insertion mode "in body" (HTML Standard 13.2.6.4.7). See
 * html_tree.h. */
#include "read/html/html_tree.h"

static bool is_heading(enum html_tag tag) { return tag >= HTML_TAG_h1 && tag <= HTML_TAG_h6; }

static bool is_special(const struct html_element *element) {
    if (element->space != HTML_SPACE_HTML) return element->integration || element->text_integration;
    return html_tag_flags(element->tag) & HTML_SPECIAL;
}

void html_body_text(struct html_builder *builder, const struct html_token *token) {
    html_format_reopen(builder);
    html_write_text(builder, token);
    for (size_t i = 0; i < token->text.size && builder->frameset_ok; i++)
        if (!ascii_is_space((unsigned char)token->text.at[i]) && token->text.at[i])
            builder->frameset_ok = false;
}

/* ---- start tags ---- */

/* A list's number long enough to be a telephone number: it is drawn as a marker. */
static void write_long_number(struct html_builder *builder, enum html_attribute_id id) {
    struct str number = str_trim(html_attribute_value(builder, id, NULL));
    if (number.size < LIST_NUMBER_READ_MIN) return;
    const struct html_look *look = html_current_look(builder);
    html_write(builder, number, look, look->link, false);
    html_write(builder, STR(". "), look, look->link, false);
}

/* <li>, <dd>, <dt>: the open one of the same kind ends. */
static void start_item(struct html_builder *builder, const struct html_token *token) {
    bool list = token->tag == HTML_TAG_li;
    for (size_t i = builder->size; i-- > 1;) {
        struct html_element *element = &builder->stack[i];
        bool same = list ? html_is(element, HTML_TAG_li)
                         : html_is(element, HTML_TAG_dd) || html_is(element, HTML_TAG_dt);
        if (same) {
            enum html_tag tag = element->tag;
            html_imply_ends(builder, tag);
            html_pop_until(builder, tag);
            break;
        }
        bool passes = html_is(element, HTML_TAG_address) || html_is(element, HTML_TAG_div) ||
                      html_is(element, HTML_TAG_p);
        if (is_special(element) && !passes) break;
    }
    html_close_p(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    if (list) write_long_number(builder, HTML_ATTRIBUTE_value);
    builder->frameset_ok = false;
}

/* AMP sends a form to action-xhr (AMP for Email, amp-form). */
void html_open_form(struct html_builder *builder, const struct html_element *form) {
    static const enum html_attribute_id targets[] = {HTML_ATTRIBUTE_action, HTML_ATTRIBUTE_action_xhr};
    enum hidden hidden = html_look_image(&form->look);
    builder->form = form->identity;
    builder->form_link = -1;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        bool present;
        struct str target = html_attribute_value(builder, targets[i], &present);
        if (present) builder->form_link = html_link_add(builder, LINK_FORM, target, hidden);
    }
}

static void start_form(struct html_builder *builder, const struct html_token *token) {
    if (builder->form && !builder->open_tags[HTML_TAG_template]) return;
    html_close_p(builder);
    html_open_form(builder, html_insert(builder, token, HTML_SPACE_HTML));
}

static void start_anchor(struct html_builder *builder, const struct html_token *token) {
    if (html_format_has(builder, HTML_TAG_a)) {
        html_adopt(builder, token, HTML_TAG_a);
        html_format_drop(builder, HTML_TAG_a);
    }
    html_format_reopen(builder);
    html_format_add(builder, html_insert(builder, token, HTML_SPACE_HTML));
}

static void start_formatting(struct html_builder *builder, const struct html_token *token) {
    html_format_reopen(builder);
    if (token->tag == HTML_TAG_nobr && html_in_scope(builder, HTML_TAG_nobr, HTML_SCOPE_ALL)) {
        html_adopt(builder, token, HTML_TAG_nobr);
        html_format_reopen(builder);
    }
    html_format_add(builder, html_insert(builder, token, HTML_SPACE_HTML));
}

static void start_button(struct html_builder *builder, const struct html_token *token) {
    if (html_in_scope(builder, HTML_TAG_button, HTML_SCOPE_ALL)) {
        html_imply_ends(builder, HTML_TAG_none);
        html_pop_until(builder, HTML_TAG_button);
    }
    html_format_reopen(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->frameset_ok = false;
}

static void start_foreign(struct html_builder *builder, const struct html_token *token,
                          enum html_space space) {
    html_format_reopen(builder);
    html_insert(builder, token, space);
    if (token->self_closing) html_pop(builder);
}

static bool in_select(struct html_builder *builder) {
    return html_in_scope(builder, HTML_TAG_select, HTML_SCOPE_ALL);
}

static void start_select(struct html_builder *builder, const struct html_token *token) {
    if (in_select(builder)) {
        html_pop_until(builder, HTML_TAG_select);
        return;
    }
    html_format_reopen(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->frameset_ok = false;
}

static void start_option(struct html_builder *builder, const struct html_token *token) {
    if (in_select(builder))
        html_imply_ends(builder, token->tag == HTML_TAG_option ? HTML_TAG_optgroup : HTML_TAG_none);
    else if (html_is(html_top(builder), HTML_TAG_option))
        html_pop(builder);
    html_format_reopen(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    html_link_label(builder, &html_top(builder)->look);
}

/* Tags without content inside a line: img, br, input ... */
static void start_inline_void(struct html_builder *builder, const struct html_token *token) {
    struct html_token read_as = *token;
    if (token->tag == HTML_TAG_image) read_as.tag = HTML_TAG_img;
    if (token->tag == HTML_TAG_input && in_select(builder)) html_pop_until(builder, HTML_TAG_select);
    html_format_reopen(builder);
    html_insert(builder, &read_as, HTML_SPACE_HTML);
    html_link_attributes(builder, &read_as);
    enum hidden gone = html_top(builder)->look.gone;
    html_pop(builder);
    if (token->tag == HTML_TAG_br && (!gone || gone == HIDDEN_not_shown_part)) {
        if (builder->canvas) canvas_end_line(builder->canvas);
        if (builder->context->blank_lines) document_writer_blank_line(&builder->writer);
        document_writer_break(&builder->writer);
    }
    struct str type = html_attribute_value(builder, HTML_ATTRIBUTE_type, NULL);
    if (token->tag != HTML_TAG_input || !str_equal_ascii(type, STR("hidden"))) builder->frameset_ok = false;
}

static void start_rule(struct html_builder *builder, const struct html_token *token) {
    html_close_p(builder);
    if (in_select(builder)) html_imply_ends(builder, HTML_TAG_none);
    html_insert_void(builder, token);
    builder->frameset_ok = false;
}

static void start_raw(struct html_builder *builder, const struct html_token *token) {
    if (token->tag == HTML_TAG_xmp) {
        html_close_p(builder);
        html_format_reopen(builder);
    }
    bool seen =
        token->tag == HTML_TAG_xmp || token->tag == HTML_TAG_iframe || token->tag == HTML_TAG_textarea;
    if (seen) builder->frameset_ok = false;
    bool references = token->tag == HTML_TAG_textarea || token->tag == HTML_TAG_title;
    html_begin_text(builder, token,
                    token->tag == HTML_TAG_script ? HTML_SCRIPT_DATA
                    : references                  ? HTML_RCDATA
                                                  : HTML_RAWTEXT);
    if (token->tag == HTML_TAG_iframe) html_link_attributes(builder, token);
}

/* Tags whose start closes an open p. */
static void start_block(struct html_builder *builder, const struct html_token *token) {
    html_close_p(builder);
    struct html_element *top = html_top(builder);
    if (is_heading(token->tag) && top->space == HTML_SPACE_HTML && is_heading(top->tag)) html_pop(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    if (token->tag == HTML_TAG_ol) write_long_number(builder, HTML_ATTRIBUTE_start);
    if (token->tag == HTML_TAG_pre || token->tag == HTML_TAG_listing) builder->frameset_ok = false;
}

static void start_table(struct html_builder *builder, const struct html_token *token) {
    if (!builder->quirks) html_close_p(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->mode = HTML_IN_TABLE;
    builder->frameset_ok = false;
}

static void start_marked(struct html_builder *builder, const struct html_token *token) {
    if (token->tag != HTML_TAG_template) {
        html_format_reopen(builder);
        builder->frameset_ok = false;
    }
    html_insert(builder, token, HTML_SPACE_HTML);
    html_format_mark(builder);
    if (token->tag == HTML_TAG_template) builder->mode = HTML_IN_BODY;
}

static void start_ruby(struct html_builder *builder, const struct html_token *token) {
    bool keeps_group = token->tag == HTML_TAG_rp || token->tag == HTML_TAG_rt;
    if (html_in_scope(builder, HTML_TAG_ruby, HTML_SCOPE_ALL))
        html_imply_ends(builder, keeps_group ? HTML_TAG_rtc : HTML_TAG_none);
    html_insert(builder, token, HTML_SPACE_HTML);
}

static void start_other(struct html_builder *builder, const struct html_token *token) {
    unsigned flags = html_tag_flags(token->tag);
    if (flags & HTML_FORMATTING) {
        start_formatting(builder, token);
    } else if (flags & HTML_CLOSES_P) {
        start_block(builder, token);
    } else {
        html_format_reopen(builder);
        html_insert(builder, token, HTML_SPACE_HTML);
    }
}

void html_body_start(struct html_builder *builder, const struct html_token *token) {
    switch (token->tag) {
    case HTML_TAG_html:
        html_add_attributes(builder, 0);
        break;
    case HTML_TAG_body:
        builder->frameset_ok = false;
        if (builder->has_body) html_add_attributes(builder, 1);
        break;
    case HTML_TAG_frameset:
        if (builder->frameset_ok && builder->has_body) html_begin_frameset(builder, token);
        break;
    case HTML_TAG_a:
        start_anchor(builder, token);
        break;
    case HTML_TAG_li:
    case HTML_TAG_dd:
    case HTML_TAG_dt:
        start_item(builder, token);
        break;
    case HTML_TAG_form:
        start_form(builder, token);
        break;
    case HTML_TAG_button:
        start_button(builder, token);
        break;
    case HTML_TAG_table:
        start_table(builder, token);
        break;
    case HTML_TAG_select:
        start_select(builder, token);
        break;
    case HTML_TAG_option:
    case HTML_TAG_optgroup:
        start_option(builder, token);
        break;
    case HTML_TAG_hr:
        start_rule(builder, token);
        break;
    case HTML_TAG_area:
    case HTML_TAG_br:
    case HTML_TAG_embed:
    case HTML_TAG_image:
    case HTML_TAG_img:
    case HTML_TAG_input:
    case HTML_TAG_keygen:
    case HTML_TAG_wbr:
        start_inline_void(builder, token);
        break;
    case HTML_TAG_base:
    case HTML_TAG_basefont:
    case HTML_TAG_bgsound:
    case HTML_TAG_link:
    case HTML_TAG_meta:
    case HTML_TAG_param:
    case HTML_TAG_source:
    case HTML_TAG_track:
        html_insert_void(builder, token);
        break;
    case HTML_TAG_title:
    case HTML_TAG_style:
    case HTML_TAG_script:
    case HTML_TAG_noframes:
    case HTML_TAG_noembed:
    case HTML_TAG_iframe:
    case HTML_TAG_textarea:
    case HTML_TAG_xmp:
        start_raw(builder, token);
        break;
    case HTML_TAG_plaintext:
        html_close_p(builder);
        html_insert(builder, token, HTML_SPACE_HTML);
        builder->tokenizer.state = HTML_PLAINTEXT;
        break;
    case HTML_TAG_applet:
    case HTML_TAG_marquee:
    case HTML_TAG_object:
    case HTML_TAG_template:
        start_marked(builder, token);
        break;
    case HTML_TAG_rb:
    case HTML_TAG_rp:
    case HTML_TAG_rt:
    case HTML_TAG_rtc:
        start_ruby(builder, token);
        break;
    case HTML_TAG_math:
        start_foreign(builder, token, HTML_SPACE_MATH);
        break;
    case HTML_TAG_svg:
        start_foreign(builder, token, HTML_SPACE_SVG);
        break;
    case HTML_TAG_caption:
    case HTML_TAG_col:
    case HTML_TAG_colgroup:
    case HTML_TAG_frame:
    case HTML_TAG_head:
    case HTML_TAG_tbody:
    case HTML_TAG_td:
    case HTML_TAG_tfoot:
    case HTML_TAG_th:
    case HTML_TAG_thead:
    case HTML_TAG_tr:
        break;
    default:
        start_other(builder, token);
        break;
    }
}

/* ---- end tags ---- */

static void end_in_scope(struct html_builder *builder, enum html_tag tag, enum html_scope scope,
                         enum html_tag except) {
    if (!html_in_scope(builder, tag, scope)) return;
    html_imply_ends(builder, except);
    html_pop_until(builder, tag);
}

static void end_form(struct html_builder *builder) {
    uint64_t identity = builder->form;
    if (builder->open_tags[HTML_TAG_template]) {
        end_in_scope(builder, HTML_TAG_form, HTML_SCOPE_ALL, HTML_TAG_none);
        return;
    }
    builder->form = 0;
    builder->form_link = -1;
    if (!identity || !html_in_scope(builder, HTML_TAG_form, HTML_SCOPE_ALL)) return;
    html_imply_ends(builder, HTML_TAG_none);
    /* Elements that are still open inside stay open: only a form on top ends here. */
    if (html_top(builder)->identity == identity) html_pop(builder);
}

static void end_heading(struct html_builder *builder) {
    if (!html_heading_in_scope(builder)) return;
    html_imply_ends(builder, HTML_TAG_none);
    while (builder->size > 1) {
        struct html_element *top = html_top(builder);
        bool last = top->space == HTML_SPACE_HTML && is_heading(top->tag);
        html_pop(builder);
        if (last) break;
    }
}

void html_body_other_end(struct html_builder *builder, const struct html_token *token, enum html_tag tag) {
    if (!builder->open_tags[tag]) return;
    for (size_t i = builder->size; i-- > 1;) {
        struct html_element *element = &builder->stack[i];
        bool same = tag == HTML_TAG_none
                        ? element->space == HTML_SPACE_HTML && str_equal_ascii(element->name, token->name)
                        : html_is(element, tag);
        if (same) {
            size_t wanted = i;
            html_imply_ends(builder, tag);
            html_pop_to(builder, wanted);
            return;
        }
        if (is_special(element)) return;
    }
}

void html_body_end(struct html_builder *builder, const struct html_token *token) {
    unsigned flags = html_tag_flags(token->tag);
    switch (token->tag) {
    case HTML_TAG_html:
    case HTML_TAG_body:
        break; /* what follows goes into the body all the same */
    case HTML_TAG_template:
        html_end_template(builder);
        break;
    case HTML_TAG_form:
        end_form(builder);
        break;
    case HTML_TAG_p:
        if (!html_in_scope(builder, HTML_TAG_p, HTML_SCOPE_BUTTON)) html_insert_implied(builder, HTML_TAG_p);
        html_close_p(builder);
        break;
    case HTML_TAG_li:
        end_in_scope(builder, HTML_TAG_li, HTML_SCOPE_LIST_ITEM, HTML_TAG_li);
        break;
    case HTML_TAG_dd:
    case HTML_TAG_dt:
        end_in_scope(builder, token->tag, HTML_SCOPE_ALL, token->tag);
        break;
    case HTML_TAG_br: {
        struct html_token read_as = *token;
        read_as.kind = HTML_START_TAG;
        builder->tokenizer.attributes.size = 0;
        builder->tokenizer.known_attributes = 0;
        html_body_start(builder, &read_as);
        break;
    }
    case HTML_TAG_applet:
    case HTML_TAG_marquee:
    case HTML_TAG_object:
        if (!html_in_scope(builder, token->tag, HTML_SCOPE_ALL)) break;
        end_in_scope(builder, token->tag, HTML_SCOPE_ALL, HTML_TAG_none);
        html_format_clear(builder);
        break;
    case HTML_TAG_button:
    case HTML_TAG_select:
        end_in_scope(builder, token->tag, HTML_SCOPE_ALL, HTML_TAG_none);
        break;
    default:
        if (is_heading(token->tag))
            end_heading(builder);
        else if (flags & HTML_FORMATTING)
            html_adopt(builder, token, token->tag);
        else if (flags & HTML_CLOSES_P)
            end_in_scope(builder, token->tag, HTML_SCOPE_ALL, HTML_TAG_none);
        else
            html_body_other_end(builder, token, token->tag);
        break;
    }
}
