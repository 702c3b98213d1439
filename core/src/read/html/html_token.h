/* html_token: markup to tokens, by the tokenizer of the HTML Standard (13.2.5).
 *
 * In: UTF-8 markup. Out: one token per call, as views into the markup; nothing
 * is decoded or copied until somebody wants it, because most attributes of a
 * mail decide neither a link nor what is seen. Every state of the standard is
 * here; runs of states that only collect bytes are one scan each, and the
 * comment above the scan names them. The tree (html_tree.h) says which state
 * follows a start tag. */
#ifndef HONMONO_READ_HTML_HTML_TOKEN_H
#define HONMONO_READ_HTML_HTML_TOKEN_H

#include "base/list.h"
#include "read/style/html_names.h"

enum html_state { HTML_DATA, HTML_RCDATA, HTML_RAWTEXT, HTML_SCRIPT_DATA, HTML_PLAINTEXT, HTML_CDATA };

enum html_token_kind { HTML_TEXT, HTML_START_TAG, HTML_END_TAG, HTML_COMMENT, HTML_DOCTYPE };

struct html_attribute {
    enum html_attribute_id id; /* HTML_ATTRIBUTE_none when it decides nothing */
    struct str name, value;    /* raw: see html_decode() */
};

struct html_doctype {
    bool has_name, has_public, has_system, force_quirks;
    struct str name, public_id, system_id; /* raw */
};

struct html_token {
    enum html_token_kind kind;
    struct str text;   /* of text and comments, raw */
    bool references;   /* text: character references are to be read ... */
    bool keep_null;    /* ... and NUL stays NUL (the tree drops it) */
    struct str name;   /* of tags, raw */
    enum html_tag tag; /* HTML_TAG_none for names that decide nothing */
    bool self_closing;
    struct html_doctype doctype;
};

struct html_tokenizer {
    struct arena *arena;
    struct str input;
    size_t at;
    enum html_state state;
    bool cdata_allowed;         /* the tree is in foreign content */
    struct str last_start_name; /* raw name of the last start tag */
    struct {
        LIST(struct html_attribute);
    } attributes;              /* of the current tag */
    uint64_t known_attributes; /* bits of the ids among them */
    bool attribute_limit, tag_unclosed, null_byte;
};

void html_token_start(struct html_tokenizer *tokenizer, struct arena *arena, struct str markup);
/* The next token; false at the end of the markup. */
bool html_token_next(struct html_tokenizer *tokenizer, struct html_token *token);
/* Fills text, comment and CDATA tokens that begin with "<!" at `at`. */
void html_token_declaration(struct html_tokenizer *tokenizer, struct html_token *token);
/* The end of script data that begins at `from`: where its end tag or the end stands. */
size_t html_token_script_end(struct str input, size_t from, struct str name);
/* True when an end tag of `name` stands at `at`, where `input` has "</". */
bool html_token_is_end(struct str input, size_t at, struct str name);

/* The current tag's attribute, or NULL. */
const struct html_attribute *html_token_attribute(const struct html_tokenizer *tokenizer,
                                                  enum html_attribute_id id);

/* Raw text as the standard hands it on: CR and CRLF are LF, NUL is U+FFFD,
 * references are read. The same view when nothing had to change. */
struct str html_decode(struct arena *arena, struct str raw, bool references, bool in_attribute);
/* A raw name in ASCII lower case. */
struct str html_decode_name(struct arena *arena, struct str raw);

#endif
