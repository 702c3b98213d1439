/* html_token: see html_token.h. This file: text and tags. */
#include "read/html/html_token.h"

#include <string.h>

#include "base/utf8.h"
#include "decode/entity.h"
#include "limits.h"

/* Duplicates among the first attributes are dropped as the standard says; of
 * those behind them only known ones are kept, which never come twice. */
#define COMPARED_ATTRIBUTES_MAX 64u

void html_token_start(struct html_tokenizer *tokenizer, struct arena *arena, struct str markup) {
    memset(tokenizer, 0, sizeof *tokenizer);
    tokenizer->arena = arena;
    tokenizer->input = markup;
}

static bool at_end(const struct html_tokenizer *tokenizer) { return tokenizer->at >= tokenizer->input.size; }

static char byte_at(const struct html_tokenizer *tokenizer) { return tokenizer->input.at[tokenizer->at]; }

static bool ends_name(char byte) { return byte == '/' || byte == '>' || ascii_is_space((unsigned char)byte); }

static void skip_space(struct html_tokenizer *tokenizer) {
    while (!at_end(tokenizer) && ascii_is_space((unsigned char)byte_at(tokenizer))) tokenizer->at++;
}

/* ---- attributes: before / in / after attribute name, before / in / after value ---- */

static bool is_duplicate(const struct html_tokenizer *tokenizer, struct str name, enum html_attribute_id id) {
    if (id != HTML_ATTRIBUTE_none) return (tokenizer->known_attributes >> id) & 1;
    size_t count = tokenizer->attributes.size;
    if (count > COMPARED_ATTRIBUTES_MAX) count = COMPARED_ATTRIBUTES_MAX;
    for (size_t i = 0; i < count; i++)
        if (str_equal_ascii(tokenizer->attributes.at[i].name, name)) return true;
    return false;
}

static void keep_attribute(struct html_tokenizer *tokenizer, struct str name, struct str value) {
    enum html_attribute_id id = html_attribute_find(name);
    if (is_duplicate(tokenizer, name, id)) return;
    if (id == HTML_ATTRIBUTE_none && tokenizer->attributes.size >= HTML_ATTRIBUTES_MAX) {
        tokenizer->attribute_limit = true;
        return;
    }
    struct html_attribute *attribute = list_add(tokenizer->arena, &tokenizer->attributes);
    if (!attribute) return;
    *attribute = (struct html_attribute){id, name, value};
    if (id != HTML_ATTRIBUTE_none) tokenizer->known_attributes |= (uint64_t)1 << id;
}

/* Attribute name state; a "=" that comes first belongs to the name. */
static struct str read_attribute_name(struct html_tokenizer *tokenizer) {
    size_t from = tokenizer->at++;
    while (!at_end(tokenizer) && !ends_name(byte_at(tokenizer)) && byte_at(tokenizer) != '=') tokenizer->at++;
    return str_slice(tokenizer->input, from, tokenizer->at);
}

/* Before attribute value state and the three value states. False at the end. */
static bool read_attribute_value(struct html_tokenizer *tokenizer, struct str *value) {
    skip_space(tokenizer);
    if (at_end(tokenizer)) return false;
    char quote = byte_at(tokenizer);
    if (quote == '"' || quote == '\'') {
        size_t end = str_find_byte(tokenizer->input, quote, tokenizer->at + 1);
        if (end == STR_NONE) return false;
        *value = str_slice(tokenizer->input, tokenizer->at + 1, end);
        tokenizer->at = end + 1;
        return true;
    }
    size_t from = tokenizer->at;
    while (!at_end(tokenizer) && byte_at(tokenizer) != '>' &&
           !ascii_is_space((unsigned char)byte_at(tokenizer)))
        tokenizer->at++;
    *value = str_slice(tokenizer->input, from, tokenizer->at);
    return !at_end(tokenizer);
}

/* From behind the tag's name to behind its ">"; false when the markup ends before. */
static bool read_attributes(struct html_tokenizer *tokenizer, struct html_token *token) {
    for (;;) {
        skip_space(tokenizer);
        if (at_end(tokenizer)) return false;
        char byte = byte_at(tokenizer);
        if (byte == '>') {
            tokenizer->at++;
            return true;
        }
        if (byte == '/') { /* self-closing start tag state */
            tokenizer->at++;
            if (!at_end(tokenizer) && byte_at(tokenizer) == '>') token->self_closing = true;
            continue;
        }
        struct str name = read_attribute_name(tokenizer), value = {0};
        skip_space(tokenizer);
        if (!at_end(tokenizer) && byte_at(tokenizer) == '=') {
            tokenizer->at++;
            if (!read_attribute_value(tokenizer, &value)) return false;
        }
        keep_attribute(tokenizer, name, value);
    }
}

/* Tag name state, from the first letter. A tag that the markup cuts off is none. */
static bool read_tag(struct html_tokenizer *tokenizer, struct html_token *token, enum html_token_kind kind) {
    size_t from = tokenizer->at;
    while (!at_end(tokenizer) && !ends_name(byte_at(tokenizer))) tokenizer->at++;
    token->kind = kind;
    token->name = str_slice(tokenizer->input, from, tokenizer->at);
    token->tag = html_tag_find(token->name);
    tokenizer->attributes.size = 0;
    tokenizer->known_attributes = 0;
    if (!read_attributes(tokenizer, token)) {
        tokenizer->tag_unclosed = true;
        tokenizer->at = tokenizer->input.size;
        return false;
    }
    if (kind == HTML_START_TAG) tokenizer->last_start_name = token->name;
    return true;
}

/* ---- text ---- */

static void fill_text(struct html_token *token, struct str text, bool references, bool keep_null) {
    token->kind = HTML_TEXT;
    token->text = text;
    token->references = references;
    token->keep_null = keep_null;
}

/* Where in the data state something other than text begins. */
static size_t find_markup(struct str input, size_t from) {
    for (;;) {
        size_t at = str_find_byte(input, '<', from);
        if (at == STR_NONE || at + 1 >= input.size) return input.size;
        unsigned char next = (unsigned char)input.at[at + 1];
        if (ascii_is_alpha(next) || next == '!' || next == '?') return at;
        if (next == '/' && at + 2 < input.size) return at;
        from = at + 1;
    }
}

/* Bogus comment state. */
static void read_bogus_comment(struct html_tokenizer *tokenizer, struct html_token *token) {
    size_t end = str_find_byte(tokenizer->input, '>', tokenizer->at);
    token->kind = HTML_COMMENT;
    token->text = str_slice(tokenizer->input, tokenizer->at, end == STR_NONE ? tokenizer->input.size : end);
    tokenizer->at = end == STR_NONE ? tokenizer->input.size : end + 1;
}

/* Data, tag open and end tag open states. True when `token` was filled. */
static bool read_data(struct html_tokenizer *tokenizer, struct html_token *token) {
    struct str input = tokenizer->input;
    size_t from = tokenizer->at, markup = find_markup(input, from);
    if (markup > from) {
        tokenizer->at = markup;
        fill_text(token, str_slice(input, from, markup), true, true);
        return true;
    }
    char next = input.at[from + 1];
    if (next == '/') {
        tokenizer->at = from + 2;
        if (ascii_is_alpha((unsigned char)byte_at(tokenizer)))
            return read_tag(tokenizer, token, HTML_END_TAG);
        if (byte_at(tokenizer) == '>') { /* "</>" is nothing */
            tokenizer->at++;
            return false;
        }
        read_bogus_comment(tokenizer, token);
        return true;
    }
    tokenizer->at = from + 1;
    if (next == '!') {
        html_token_declaration(tokenizer, token);
        return true;
    }
    if (next == '?') {
        read_bogus_comment(tokenizer, token);
        return true;
    }
    return read_tag(tokenizer, token, HTML_START_TAG);
}

static size_t find_end_tag(struct str input, size_t from, struct str name) {
    for (size_t at = str_find_byte(input, '<', from); at != STR_NONE; at = str_find_byte(input, '<', at + 1))
        if (html_token_is_end(input, at, name)) return at;
    return input.size;
}

/* RCDATA, RAWTEXT and script data with their less-than, end tag open and end
 * tag name states: everything up to the end tag that fits the last start tag. */
static bool read_until_end_tag(struct html_tokenizer *tokenizer, struct html_token *token) {
    struct str input = tokenizer->input, name = tokenizer->last_start_name;
    size_t from = tokenizer->at;
    size_t end = tokenizer->state == HTML_SCRIPT_DATA ? html_token_script_end(input, from, name)
                                                      : find_end_tag(input, from, name);
    if (end > from) {
        fill_text(token, str_slice(input, from, end), tokenizer->state == HTML_RCDATA, false);
        tokenizer->at = end;
        return true;
    }
    tokenizer->state = HTML_DATA;
    tokenizer->at = from + 2;
    return read_tag(tokenizer, token, HTML_END_TAG);
}

static bool read_cdata(struct html_tokenizer *tokenizer, struct html_token *token) {
    size_t end = str_find(tokenizer->input, STR("]]>"), tokenizer->at);
    struct str text =
        str_slice(tokenizer->input, tokenizer->at, end == STR_NONE ? tokenizer->input.size : end);
    tokenizer->at = end == STR_NONE ? tokenizer->input.size : end + 3;
    tokenizer->state = HTML_DATA;
    fill_text(token, text, false, true);
    return text.size > 0;
}

bool html_token_next(struct html_tokenizer *tokenizer, struct html_token *token) {
    while (!at_end(tokenizer)) {
        memset(token, 0, sizeof *token);
        bool filled = false;
        switch (tokenizer->state) {
        case HTML_DATA:
            filled = read_data(tokenizer, token);
            break;
        case HTML_RCDATA:
        case HTML_RAWTEXT:
        case HTML_SCRIPT_DATA:
            filled = read_until_end_tag(tokenizer, token);
            break;
        case HTML_CDATA:
            filled = read_cdata(tokenizer, token);
            break;
        case HTML_PLAINTEXT:
            fill_text(token, str_skip(tokenizer->input, tokenizer->at), false, false);
            tokenizer->at = tokenizer->input.size;
            filled = true;
            break;
        }
        if (filled) return true;
    }
    return false;
}

const struct html_attribute *html_token_attribute(const struct html_tokenizer *tokenizer,
                                                  enum html_attribute_id id) {
    if (!((tokenizer->known_attributes >> id) & 1)) return NULL;
    for (size_t i = 0; i < tokenizer->attributes.size; i++)
        if (tokenizer->attributes.at[i].id == id) return &tokenizer->attributes.at[i];
    return NULL;
}

/* ---- decoding ---- */

static bool is_plain(struct str raw, bool references) {
    for (size_t i = 0; i < raw.size; i++) {
        char byte = raw.at[i];
        if (byte == '\r' || byte == '\0' || (references && byte == '&')) return false;
    }
    return true;
}

struct str html_decode(struct arena *arena, struct str raw, bool references, bool in_attribute) {
    if (is_plain(raw, references)) return raw;
    struct str_builder builder;
    str_builder_init(&builder, arena, raw.size);
    for (size_t at = 0; at < raw.size; at++) {
        char byte = raw.at[at];
        if (byte == '\r') {
            if (at + 1 < raw.size && raw.at[at + 1] == '\n') continue;
            str_builder_byte(&builder, '\n');
        } else if (byte == '\0') {
            str_builder_code_point(&builder, UTF8_REPLACEMENT);
        } else if (byte == '&' && references) {
            struct entity entity = entity_read(raw, at, in_attribute);
            for (unsigned i = 0; i < entity.count; i++) str_builder_code_point(&builder, entity.points[i]);
            at += entity.used - 1;
        } else {
            str_builder_byte(&builder, byte);
        }
    }
    return str_builder_view(&builder);
}

struct str html_decode_name(struct arena *arena, struct str raw) {
    return str_lower_ascii(arena, html_decode(arena, raw, false, false));
}
