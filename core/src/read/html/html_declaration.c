/* html_declaration: what begins with "<!" (comments, doctype, CDATA), and the
 * script data states. Part of html_token.h. */
#include "read/html/html_token.h"

/* ---- comments: comment start, comment, less-than, end and end bang states ---- */

/* The "-->" or "--!>" that closes a comment; `*closer` is its size. */
static size_t find_comment_end(struct str input, size_t from, size_t *closer) {
    for (size_t at = str_find_byte(input, '-', from); at != STR_NONE;
         at = str_find_byte(input, '-', at + 1)) {
        struct str rest = str_slice(input, at, at + 4);
        *closer = str_starts(rest, STR("-->")) ? 3 : str_starts(rest, STR("--!>")) ? 4 : 0;
        if (*closer) return at;
    }
    return STR_NONE;
}

/* What an unclosed comment loses at the end of the markup. */
static struct str without_half_closer(struct str text) {
    static const struct str endings[] = {STR_INIT("--!"), STR_INIT("--"), STR_INIT("-")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(text, endings[i])) return str_slice(text, 0, text.size - endings[i].size);
    return text;
}

static void read_comment(struct html_tokenizer *tokenizer, struct html_token *token) {
    struct str input = tokenizer->input, rest = str_skip(input, tokenizer->at);
    token->kind = HTML_COMMENT;
    size_t closer = str_starts(rest, STR(">")) ? 1 : str_starts(rest, STR("->")) ? 2 : 0;
    size_t end = closer ? tokenizer->at : find_comment_end(input, tokenizer->at, &closer);
    if (end == STR_NONE) {
        token->text = without_half_closer(rest);
        tokenizer->at = input.size;
        return;
    }
    token->text = str_slice(input, tokenizer->at, end);
    tokenizer->at = end + closer;
}

/* ---- doctype: name, public and system identifier states ---- */

struct doctype_reader {
    struct str text; /* up to, without, the ">" that ends it */
    size_t at;
    bool closed;
};

static void skip_space(struct doctype_reader *reader) {
    while (reader->at < reader->text.size && ascii_is_space((unsigned char)reader->text.at[reader->at]))
        reader->at++;
}

/* A quoted identifier; false when there is none or it is cut off. */
static bool read_identifier(struct doctype_reader *reader, struct str *identifier) {
    if (reader->at >= reader->text.size) return false;
    char quote = reader->text.at[reader->at];
    if (quote != '"' && quote != '\'') return false;
    size_t end = str_find_byte(reader->text, quote, reader->at + 1);
    *identifier = str_slice(reader->text, reader->at + 1, end == STR_NONE ? reader->text.size : end);
    reader->at = end == STR_NONE ? reader->text.size : end + 1;
    return end != STR_NONE;
}

static bool at_quote(const struct doctype_reader *reader) {
    return reader->at < reader->text.size &&
           (reader->text.at[reader->at] == '"' || reader->text.at[reader->at] == '\'');
}

/* After doctype name state and what follows it. */
static void read_identifiers(struct doctype_reader *reader, struct html_doctype *doctype) {
    struct str rest = str_skip(reader->text, reader->at);
    bool is_public = str_starts_ascii(rest, STR("public")), is_system = str_starts_ascii(rest, STR("system"));
    if (!is_public && !is_system) {
        doctype->force_quirks = rest.size || !reader->closed;
        return;
    }
    reader->at += 6;
    skip_space(reader);
    if (is_public) {
        doctype->has_public = at_quote(reader);
        if (!read_identifier(reader, &doctype->public_id)) {
            doctype->force_quirks = true;
            return;
        }
        skip_space(reader);
        if (reader->at >= reader->text.size) {
            doctype->force_quirks = !reader->closed;
            return;
        }
    }
    doctype->has_system = at_quote(reader);
    if (!read_identifier(reader, &doctype->system_id)) {
        doctype->force_quirks = true;
        return;
    }
    skip_space(reader);
    /* Bogus doctype state: what follows an identifier changes nothing. */
    doctype->force_quirks = !reader->closed && reader->at >= reader->text.size;
}

static void read_doctype(struct html_tokenizer *tokenizer, struct html_token *token) {
    struct str rest = str_skip(tokenizer->input, tokenizer->at);
    size_t end = str_find_byte(rest, '>', 0);
    /* Every state ends at ">", inside quotes too. */
    struct doctype_reader reader = {str_slice(rest, 0, end == STR_NONE ? rest.size : end), 0,
                                    end != STR_NONE};
    tokenizer->at += reader.text.size + (reader.closed ? 1 : 0);
    token->kind = HTML_DOCTYPE;
    struct html_doctype *doctype = &token->doctype;
    skip_space(&reader);
    size_t from = reader.at;
    while (reader.at < reader.text.size && !ascii_is_space((unsigned char)reader.text.at[reader.at]))
        reader.at++;
    doctype->has_name = reader.at > from;
    doctype->name = str_slice(reader.text, from, reader.at);
    if (!doctype->has_name) {
        doctype->force_quirks = true;
        return;
    }
    skip_space(&reader);
    read_identifiers(&reader, doctype);
}

/* Markup declaration open state, `at` on the "!". */
void html_token_declaration(struct html_tokenizer *tokenizer, struct html_token *token) {
    struct str rest = str_skip(tokenizer->input, ++tokenizer->at);
    if (str_starts(rest, STR("--"))) {
        tokenizer->at += 2;
        read_comment(tokenizer, token);
    } else if (str_starts_ascii(rest, STR("doctype"))) {
        tokenizer->at += 7;
        read_doctype(tokenizer, token);
    } else if (tokenizer->cdata_allowed && str_starts(rest, STR("[CDATA["))) {
        tokenizer->at += 7;
        tokenizer->state = HTML_CDATA;
        token->kind = HTML_TEXT;
    } else { /* bogus comment state */
        size_t end = str_find_byte(rest, '>', 0);
        token->kind = HTML_COMMENT;
        token->text = str_slice(rest, 0, end == STR_NONE ? rest.size : end);
        tokenizer->at += token->text.size + (end == STR_NONE ? 0 : 1);
    }
}

/* ---- script data: plain, escaped by "<!--", double escaped by "<script" ---- */

enum script_mode { SCRIPT_PLAIN, SCRIPT_ESCAPED, SCRIPT_DOUBLE_ESCAPED };

/* "script" and a byte that ends a name at `at`: double escape start and end. */
static bool is_script_word(struct str input, size_t at) {
    if (at + 6 >= input.size) return false;
    char next = input.at[at + 6];
    return str_equal_ascii(str_slice(input, at, at + 6), STR("script")) &&
           (next == '/' || next == '>' || ascii_is_space((unsigned char)next));
}

bool html_token_is_end(struct str input, size_t at, struct str name) {
    if (at + 2 + name.size >= input.size || input.at[at + 1] != '/' || !name.size) return false;
    char behind = input.at[at + 2 + name.size];
    return (behind == '/' || behind == '>' || ascii_is_space((unsigned char)behind)) &&
           str_equal_ascii(str_slice(input, at + 2, at + 2 + name.size), name);
}

size_t html_token_script_end(struct str input, size_t from, struct str name) {
    enum script_mode mode = SCRIPT_PLAIN;
    unsigned dashes = 0; /* the escaped dash and dash dash states */
    for (size_t at = from; at < input.size; at++) {
        char byte = input.at[at];
        if (mode == SCRIPT_PLAIN) {
            at = str_find_byte(input, '<', at);
            if (at == STR_NONE) return input.size;
            if (html_token_is_end(input, at, name)) return at;
            if (str_starts(str_skip(input, at), STR("<!--"))) {
                mode = SCRIPT_ESCAPED;
                dashes = 2;
                at += 3;
            }
        } else if (byte == '-') {
            dashes++;
        } else if (byte == '>' && dashes >= 2) {
            mode = SCRIPT_PLAIN;
        } else {
            dashes = 0;
            if (byte != '<') continue;
            if (mode == SCRIPT_ESCAPED) {
                if (html_token_is_end(input, at, name)) return at;
                if (is_script_word(input, at + 1)) {
                    mode = SCRIPT_DOUBLE_ESCAPED;
                    at += 7;
                }
            } else if (at + 1 < input.size && input.at[at + 1] == '/' && is_script_word(input, at + 2)) {
                mode = SCRIPT_ESCAPED;
                at += 8;
            }
        }
    }
    return input.size;
}
