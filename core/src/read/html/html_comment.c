/* html_comment: what Outlook alone shows: the content of conditional comments,
 * "<!--[if mso]> ... <![endif]-->". See html_tree.h.
 *
 * Its links are LINK_VML whatever tag makes them, its text is hidden text:
 * other mail programs show neither. Only tags, anchors and VML shapes are
 * looked at; a second tokenizer reads it, so nothing recurses. */
#include "read/html/html_tree.h"

#include <string.h>

#include "base/arena.h"

/* What Outlook for Windows answers to "[if mso 16]". */
#define MSO_VERSION 16

struct inner {
    struct html_builder *builder;
    struct html_tokenizer tokenizer;
    struct html_look look;
    int32_t link;
    struct str link_name; /* of the tag that opened the link */
    bool begun;           /* something was written */
};

/* One term: "mso", "!mso", "gte mso 9", "IE". */
static bool is_term_true(struct str term) {
    bool negated = false, known = false, result = false;
    struct str compare = STR("");
    size_t at = 0;
    while (at < term.size) {
        char byte = term.at[at];
        if (byte == '!') negated = !negated;
        if (!ascii_is_alnum((unsigned char)byte)) {
            at++;
            continue;
        }
        size_t from = at;
        while (at < term.size && (ascii_is_alnum((unsigned char)term.at[at]) || term.at[at] == '.')) at++;
        struct str word = str_slice(term, from, at);
        int64_t version;
        if (style_read_number(word, &version) && known) {
            version /= 1000;
            result = str_equal_ascii(compare, STR("gt"))    ? MSO_VERSION > version
                     : str_equal_ascii(compare, STR("gte")) ? MSO_VERSION >= version
                     : str_equal_ascii(compare, STR("lt"))  ? MSO_VERSION < version
                     : str_equal_ascii(compare, STR("lte")) ? MSO_VERSION <= version
                                                            : true;
        } else if (str_equal_ascii(word, STR("mso")) || str_equal_ascii(word, STR("ie")) ||
                   str_equal_ascii(word, STR("vml")) || str_equal_ascii(word, STR("true"))) {
            known = result = true;
        } else {
            compare = word;
        }
    }
    return result != negated;
}

/* "(gte mso 9)|(IE)": "|" parts alternatives, "&" conditions of one. */
static bool is_condition_true(struct str condition) {
    while (condition.size) {
        struct str both = str_cut(&condition, '|');
        bool all = true;
        while (both.size) all = is_term_true(str_cut(&both, '&')) && all;
        if (all) return true;
    }
    return false;
}

static void write(struct inner *inner, struct str text) {
    if (!inner->begun) {
        bool content = false;
        for (size_t i = 0; i < text.size && !content; i++)
            content = !ascii_is_space((unsigned char)text.at[i]);
        if (!content) return;
        document_writer_break(&inner->builder->writer);
        inner->begun = true;
    }
    html_write(inner->builder, text, &inner->look, inner->link, false);
}

static struct str attribute(struct inner *inner, enum html_attribute_id id, bool *present) {
    const struct html_attribute *found = html_token_attribute(&inner->tokenizer, id);
    if (present) *present = found != NULL;
    return found ? html_decode(inner->builder->arena, found->value, true, true) : STR("");
}

static void begin_link(struct inner *inner, const struct html_token *token) {
    bool present;
    struct str target = attribute(inner, HTML_ATTRIBUTE_href, &present);
    bool shape = str_starts_ascii(token->name, STR("v:"));
    if (!present || (!shape && token->tag != HTML_TAG_a && token->tag != HTML_TAG_area)) return;
    document_writer_end_run(&inner->builder->writer);
    int32_t link = html_link_add(inner->builder, LINK_VML, target, inner->look.gone);
    if (link < 0) return;
    struct link *added = &inner->builder->document->links.at[link];
    added->title = attribute(inner, HTML_ATTRIBUTE_title, NULL);
    added->button = shape;
    struct html_link_state *state = html_link_state(inner->builder, link);
    if (state && shape) state->pressable = true;
    if (token->self_closing || token->tag == HTML_TAG_area) return;
    inner->link = link;
    inner->link_name = token->name;
}

static void take_start(struct inner *inner, const struct html_token *token) {
    static const struct {
        enum html_tag tag;
        enum html_state state;
    } raw[] = {{HTML_TAG_style, HTML_RAWTEXT},
               {HTML_TAG_xmp, HTML_RAWTEXT},
               {HTML_TAG_script, HTML_SCRIPT_DATA},
               {HTML_TAG_title, HTML_RCDATA},
               {HTML_TAG_textarea, HTML_RCDATA}};
    if (inner->begun && (html_tag_flags(token->tag) & HTML_BLOCK || token->tag == HTML_TAG_br))
        document_writer_break(&inner->builder->writer);
    for (size_t i = 0; i < sizeof raw / sizeof *raw; i++)
        if (raw[i].tag == token->tag) inner->tokenizer.state = raw[i].state;
    begin_link(inner, token);
    html_link_picture(inner->builder, str_trim(attribute(inner, HTML_ATTRIBUTE_src, NULL)));
    struct str alternative = attribute(inner, HTML_ATTRIBUTE_alt, NULL);
    if (token->tag == HTML_TAG_img && alternative.size) write(inner, alternative);
}

static void take_end(struct inner *inner, const struct html_token *token) {
    if (inner->begun && html_tag_flags(token->tag) & HTML_BLOCK)
        document_writer_break(&inner->builder->writer);
    if (inner->link < 0 || !str_equal_ascii(token->name, inner->link_name)) return;
    inner->link = -1;
    document_writer_end_run(&inner->builder->writer);
}

static void take_text(struct inner *inner, const struct html_token *token) {
    if (!token->references && !token->keep_null) return; /* style, script */
    write(inner, html_decode(inner->builder->arena, token->text, token->references, false));
}

void html_comment_take(struct html_builder *builder, struct str comment) {
    if (!str_starts_ascii(comment, STR("[if"))) return;
    size_t close = str_find(comment, STR("]>"), 0);
    if (close == STR_NONE || !is_condition_true(str_slice(comment, 3, close))) return;
    struct str content = str_skip(comment, close + 2);
    size_t end = str_find_ascii(content, STR("<![endif"), 0);
    if (end != STR_NONE) content = str_slice(content, 0, end);

    struct inner inner = {.builder = builder, .link = -1};
    enum hidden part = builder->context->hidden;
    inner.look = html_look_page(part ? part : HIDDEN_conditional_comment);
    html_token_start(&inner.tokenizer, builder->arena, content);
    struct html_token token;
    while (html_token_next(&inner.tokenizer, &token)) {
        if (token.kind == HTML_TEXT) take_text(&inner, &token);
        if (token.kind == HTML_START_TAG) take_start(&inner, &token);
        if (token.kind == HTML_END_TAG) take_end(&inner, &token);
    }
    if (inner.begun) document_writer_break(&builder->writer);
}
