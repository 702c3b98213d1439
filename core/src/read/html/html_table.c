/* html_table: the insertion modes of tables (HTML Standard 13.2.6.4.9 and
 * following). What does not belong into a table stands before it ("foster
 * parenting"); see html_tree.h. */
#include "read/html/html_tree.h"

static bool is_space(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_space((unsigned char)text.at[i])) return false;
    return true;
}

static bool is_body_tag(enum html_tag tag) {
    return tag == HTML_TAG_tbody || tag == HTML_TAG_thead || tag == HTML_TAG_tfoot;
}

static bool is_cell_tag(enum html_tag tag) { return tag == HTML_TAG_td || tag == HTML_TAG_th; }

/* Tags that end whatever part of a table is open. */
static bool is_part_tag(enum html_tag tag) {
    return is_body_tag(tag) || tag == HTML_TAG_caption || tag == HTML_TAG_col || tag == HTML_TAG_colgroup;
}

/* "Clear the stack back to a table (body, row) context". */
static void clear_back(struct html_builder *builder, enum html_mode mode) {
    while (builder->size > 1) {
        const struct html_element *top = html_top(builder);
        enum html_tag tag = top->space == HTML_SPACE_HTML ? top->tag : HTML_TAG_none;
        if (tag == HTML_TAG_html || tag == HTML_TAG_template) return;
        if (mode == HTML_IN_TABLE && tag == HTML_TAG_table) return;
        if (mode == HTML_IN_TABLE_BODY && is_body_tag(tag)) return;
        if (mode == HTML_IN_ROW && tag == HTML_TAG_tr) return;
        html_pop(builder);
    }
}

static bool in_table_scope(struct html_builder *builder, enum html_tag tag) {
    return html_in_scope(builder, tag, HTML_SCOPE_TABLE);
}

static void as_fostered_body(struct html_builder *builder, const struct html_token *token) {
    builder->foster = true;
    if (token->kind == HTML_TEXT) html_body_text(builder, token);
    if (token->kind == HTML_START_TAG) html_body_start(builder, token);
    if (token->kind == HTML_END_TAG) html_body_end(builder, token);
    builder->foster = false;
}

/* ---- in table ---- */

static enum html_answer end_table(struct html_builder *builder) {
    if (!in_table_scope(builder, HTML_TAG_table)) return HTML_DONE;
    html_pop_until(builder, HTML_TAG_table);
    html_reset_mode(builder);
    return HTML_DONE;
}

static enum html_answer insert_part(struct html_builder *builder, const struct html_token *token,
                                    enum html_mode mode) {
    clear_back(builder, HTML_IN_TABLE);
    if (mode == HTML_IN_CAPTION) html_format_mark(builder);
    html_insert(builder, token, HTML_SPACE_HTML);
    builder->mode = mode;
    return HTML_DONE;
}

static enum html_answer table_start(struct html_builder *builder, const struct html_token *token) {
    if (is_body_tag(token->tag)) return insert_part(builder, token, HTML_IN_TABLE_BODY);
    if (is_cell_tag(token->tag) || token->tag == HTML_TAG_tr) {
        clear_back(builder, HTML_IN_TABLE);
        html_insert_implied(builder, HTML_TAG_tbody);
        builder->mode = HTML_IN_TABLE_BODY;
        return HTML_AGAIN;
    }
    switch (token->tag) {
    case HTML_TAG_caption:
        return insert_part(builder, token, HTML_IN_CAPTION);
    case HTML_TAG_colgroup:
        return insert_part(builder, token, HTML_IN_COLUMN_GROUP);
    case HTML_TAG_col:
        clear_back(builder, HTML_IN_TABLE);
        html_insert_implied(builder, HTML_TAG_colgroup);
        builder->mode = HTML_IN_COLUMN_GROUP;
        return HTML_AGAIN;
    case HTML_TAG_table:
        if (!in_table_scope(builder, HTML_TAG_table)) return HTML_DONE;
        end_table(builder);
        return HTML_AGAIN;
    case HTML_TAG_style:
    case HTML_TAG_script:
    case HTML_TAG_template:
        return HTML_AS_BODY;
    case HTML_TAG_input: {
        struct str type = html_attribute_value(builder, HTML_ATTRIBUTE_type, NULL);
        if (!str_equal_ascii(type, STR("hidden"))) break;
        html_insert_void(builder, token);
        return HTML_DONE;
    }
    case HTML_TAG_form: {
        if (builder->form || builder->open_tags[HTML_TAG_template]) return HTML_DONE;
        html_open_form(builder, html_insert(builder, token, HTML_SPACE_HTML));
        html_pop(builder);
        return HTML_DONE;
    }
    default:
        break;
    }
    as_fostered_body(builder, token);
    return HTML_DONE;
}

static bool is_ignored_end(enum html_tag tag) {
    return is_part_tag(tag) || is_cell_tag(tag) || tag == HTML_TAG_tr || tag == HTML_TAG_body ||
           tag == HTML_TAG_html;
}

static enum html_answer table_take(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_TEXT && is_space(token->text)) {
        html_write_text(builder, token);
        return HTML_DONE;
    }
    if (token->kind == HTML_START_TAG) return table_start(builder, token);
    if (token->kind == HTML_END_TAG) {
        if (token->tag == HTML_TAG_table) return end_table(builder);
        if (token->tag == HTML_TAG_template) return HTML_AS_BODY;
        if (is_ignored_end(token->tag)) return HTML_DONE;
    }
    as_fostered_body(builder, token);
    return HTML_DONE;
}

/* ---- in table body, in row ---- */

/* Leaves the open part for the mode around it. */
static enum html_answer leave(struct html_builder *builder, enum html_mode from, enum html_mode to,
                              enum html_answer answer) {
    clear_back(builder, from);
    html_pop(builder);
    builder->mode = to;
    return answer;
}

static bool has_body_in_scope(struct html_builder *builder) {
    return in_table_scope(builder, HTML_TAG_tbody) || in_table_scope(builder, HTML_TAG_thead) ||
           in_table_scope(builder, HTML_TAG_tfoot);
}

static enum html_answer table_body_take(struct html_builder *builder, const struct html_token *token) {
    enum html_tag tag = token->tag;
    if (token->kind == HTML_START_TAG && (tag == HTML_TAG_tr || is_cell_tag(tag))) {
        clear_back(builder, HTML_IN_TABLE_BODY);
        bool row = tag == HTML_TAG_tr;
        if (row)
            html_insert(builder, token, HTML_SPACE_HTML);
        else
            html_insert_implied(builder, HTML_TAG_tr);
        builder->mode = HTML_IN_ROW;
        return row ? HTML_DONE : HTML_AGAIN;
    }
    if ((token->kind == HTML_START_TAG && is_part_tag(tag)) ||
        (token->kind == HTML_END_TAG && tag == HTML_TAG_table)) {
        if (!has_body_in_scope(builder)) return HTML_DONE;
        return leave(builder, HTML_IN_TABLE_BODY, HTML_IN_TABLE, HTML_AGAIN);
    }
    if (token->kind == HTML_END_TAG && is_body_tag(tag)) {
        if (!in_table_scope(builder, tag)) return HTML_DONE;
        return leave(builder, HTML_IN_TABLE_BODY, HTML_IN_TABLE, HTML_DONE);
    }
    return table_take(builder, token);
}

static enum html_answer row_take(struct html_builder *builder, const struct html_token *token) {
    enum html_tag tag = token->tag;
    if (token->kind == HTML_START_TAG && is_cell_tag(tag)) {
        clear_back(builder, HTML_IN_ROW);
        html_insert(builder, token, HTML_SPACE_HTML);
        builder->mode = HTML_IN_CELL;
        html_format_mark(builder);
        return HTML_DONE;
    }
    bool start = token->kind == HTML_START_TAG && (is_part_tag(tag) || tag == HTML_TAG_tr);
    bool end =
        token->kind == HTML_END_TAG && (tag == HTML_TAG_table || tag == HTML_TAG_tr || is_body_tag(tag));
    if (!start && !end) return table_take(builder, token);
    if (end && is_body_tag(tag) && !in_table_scope(builder, tag)) return HTML_DONE;
    if (!in_table_scope(builder, HTML_TAG_tr)) return HTML_DONE;
    bool own_end = end && tag == HTML_TAG_tr;
    return leave(builder, HTML_IN_ROW, HTML_IN_TABLE_BODY, own_end ? HTML_DONE : HTML_AGAIN);
}

/* ---- in cell, in caption, in column group ---- */

static void close_cell(struct html_builder *builder) {
    html_imply_ends(builder, HTML_TAG_none);
    while (builder->size > 1) {
        const struct html_element *top = html_top(builder);
        bool last = top->space == HTML_SPACE_HTML && is_cell_tag(top->tag);
        html_pop(builder);
        if (last) break;
    }
    html_format_clear(builder);
    builder->mode = HTML_IN_ROW;
}

static enum html_answer cell_take(struct html_builder *builder, const struct html_token *token) {
    enum html_tag tag = token->tag;
    if (token->kind == HTML_END_TAG && is_cell_tag(tag)) {
        if (in_table_scope(builder, tag)) close_cell(builder);
        return HTML_DONE;
    }
    if (token->kind == HTML_START_TAG && (is_part_tag(tag) || is_cell_tag(tag) || tag == HTML_TAG_tr)) {
        if (!in_table_scope(builder, HTML_TAG_td) && !in_table_scope(builder, HTML_TAG_th)) return HTML_DONE;
        close_cell(builder);
        return HTML_AGAIN;
    }
    if (token->kind == HTML_END_TAG && (tag == HTML_TAG_table || tag == HTML_TAG_tr || is_body_tag(tag))) {
        if (!in_table_scope(builder, tag)) return HTML_DONE;
        close_cell(builder);
        return HTML_AGAIN;
    }
    bool ignored = tag == HTML_TAG_body || tag == HTML_TAG_caption || tag == HTML_TAG_col ||
                   tag == HTML_TAG_colgroup || tag == HTML_TAG_html;
    return token->kind == HTML_END_TAG && ignored ? HTML_DONE : HTML_AS_BODY;
}

static enum html_answer caption_take(struct html_builder *builder, const struct html_token *token) {
    enum html_tag tag = token->tag;
    bool own_end = token->kind == HTML_END_TAG && tag == HTML_TAG_caption;
    bool other =
        (token->kind == HTML_START_TAG && (is_part_tag(tag) || is_cell_tag(tag) || tag == HTML_TAG_tr)) ||
        (token->kind == HTML_END_TAG && tag == HTML_TAG_table);
    if (own_end || other) {
        if (!in_table_scope(builder, HTML_TAG_caption)) return HTML_DONE;
        html_imply_ends(builder, HTML_TAG_none);
        html_pop_until(builder, HTML_TAG_caption);
        html_format_clear(builder);
        builder->mode = HTML_IN_TABLE;
        return own_end ? HTML_DONE : HTML_AGAIN;
    }
    return token->kind == HTML_END_TAG && is_ignored_end(tag) ? HTML_DONE : HTML_AS_BODY;
}

static enum html_answer column_group_take(struct html_builder *builder, const struct html_token *token) {
    if (token->kind == HTML_TEXT && is_space(token->text)) return HTML_DONE;
    if (token->kind == HTML_START_TAG && token->tag == HTML_TAG_col) {
        html_insert_void(builder, token);
        return HTML_DONE;
    }
    if (token->tag == HTML_TAG_template) return HTML_AS_BODY;
    if (token->kind == HTML_END_TAG && token->tag == HTML_TAG_col) return HTML_DONE;
    if (!html_is(html_top(builder), HTML_TAG_colgroup)) return HTML_DONE;
    html_pop(builder);
    builder->mode = HTML_IN_TABLE;
    return token->kind == HTML_END_TAG && token->tag == HTML_TAG_colgroup ? HTML_DONE : HTML_AGAIN;
}

enum html_answer html_table_take(struct html_builder *builder, const struct html_token *token) {
    switch (builder->mode) {
    case HTML_IN_TABLE_BODY:
        return table_body_take(builder, token);
    case HTML_IN_ROW:
        return row_take(builder, token);
    case HTML_IN_CELL:
        return cell_take(builder, token);
    case HTML_IN_CAPTION:
        return caption_take(builder, token);
    case HTML_IN_COLUMN_GROUP:
        return column_group_take(builder, token);
    default:
        return table_take(builder, token);
    }
}
