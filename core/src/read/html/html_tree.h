/* html_tree: the tree of the HTML Standard (13.2.6), as far as it decides
 * links and visibility. Private to html*.c.
 *
 * In: tokens. Out: text, blocks and links of a document. No tree is kept: the
 * stack of open elements and the list of active formatting elements are those
 * of the standard (implied ends, foster parents, adoption agency), and text is
 * written with what its innermost element says. So memory does not grow with
 * the markup, and nothing recurses. */
#ifndef HONMONO_READ_HTML_HTML_TREE_H
#define HONMONO_READ_HTML_HTML_TREE_H

#include "limits.h"
#include "read/document/canvas.h"
#include "read/document/document_writer.h"
#include "read/html/html.h"
#include "read/html/html_token.h"
#include "read/style/html_look.h"
#include "read/style/style_drawn.h"
#include "read/style/style_sheet.h"

enum html_space { HTML_SPACE_HTML, HTML_SPACE_SVG, HTML_SPACE_MATH };

/* Insertion modes. Head stands for all modes before the body; select has no
 * modes of its own any more; templates are read like the body. */
enum html_mode {
    HTML_IN_HEAD,
    HTML_IN_BODY,
    HTML_IN_TEXT,
    HTML_IN_TABLE,
    HTML_IN_CAPTION,
    HTML_IN_COLUMN_GROUP,
    HTML_IN_TABLE_BODY,
    HTML_IN_ROW,
    HTML_IN_CELL,
    HTML_IN_FRAMESET
};

struct html_element {
    enum html_tag tag;
    enum html_space space;
    struct str name; /* raw */
    struct str classes, id;
    bool integration;      /* html inside svg or math goes by html's rules */
    bool text_integration; /* the same for math's text elements */
    bool fostered;         /* stands before the table, not in it */
    bool hidden_attribute;
    uint64_t identity; /* differs between all elements, clones too */
    uint64_t likeness; /* the same for elements with the same attributes */
    struct style_values values;
    struct html_look around; /* how its parent looks */
    struct html_look look;
    struct html_layout layout;
    int32_t link;                 /* the link it is, -1 */
    size_t text_at[WRITER_TEXTS]; /* how long the texts were when it began */
    size_t canvas_depth;          /* of its box on the canvas, 0 = it has none */
    size_t first_cell;            /* of a row: the block that begins it ... */
    unsigned cells;               /* ... and how many of its cells have text */
};

struct html_formatting {
    bool marker;
    bool open; /* it is on the stack */
    struct html_element element;
};

/* What is only needed while links are read. */
struct html_link_state {
    size_t text_at[WRITER_TEXTS]; /* how long the texts were when it began */
    bool clone;                   /* of an anchor that the tree opened again */
    bool used;                    /* something was written in it */
    bool image;                   /* it shows a picture */
    bool text;                    /* it shows text of its own */
    bool pressable;               /* it has a size without any content */
    bool covering;                /* ... and lies over other content */
    enum hidden gone;             /* why the anchor itself is not drawn */
};

struct html_builder {
    struct arena *arena;
    struct document *document;
    const struct html_context *context;
    struct oddities *oddities;
    struct html_tokenizer tokenizer;
    struct document_writer writer;
    struct style_sheet sheet;
    struct style_drawn drawn; /* by sheets and style attributes */
    size_t boxes_drawn;       /* coloured boxes without text */
    size_t boxes_coloured;    /* ... and with */
    struct canvas *canvas;    /* where boxes are laid out, NULL while nothing needs it */
    enum html_mode mode, mode_before_text;
    bool quirks, frameset_ok, foster, has_body, depth_reached;
    uint64_t page_attributes[2];        /* known attributes that <html> and <body> have */
    struct html_element *stack;         /* moves when something is pushed */
    size_t size, capacity;              /* at most HTML_DEPTH_MAX */
    unsigned open_tags[HTML_TAG_COUNT]; /* on the stack, html only */
    struct html_formatting *formatting; /* HTML_FORMATTING_MAX of them */
    size_t formatting_size;
    uint64_t next_identity;
    uint64_t form; /* identity of the open form, 0 = none */
    int32_t form_link;
    bool item_pending, cell_pending; /* the next block begins a list item, a cell ... */
    size_t row;                      /* ... of the row at this place of the stack */
    uint32_t link_colour;
    bool has_link_colour, has_base;
    struct str base;
    size_t links_from, runs_from, blocks_from; /* what the document held before */
    struct {
        LIST(struct html_link_state);
    } links;
};

/* ---- html_tree.c: the stack ---- */

struct html_element *html_top(struct html_builder *builder);
/* Makes room for one more element; false when memory is out. */
bool html_make_room(struct html_builder *builder);
bool html_is(const struct html_element *element, enum html_tag tag);
/* Pushes an element for the current start tag. */
struct html_element *html_insert(struct html_builder *builder, const struct html_token *token,
                                 enum html_space space);
/* Pushes one that the markup left out. */
struct html_element *html_insert_implied(struct html_builder *builder, enum html_tag tag);
/* Pushes a copy of `element` with an identity of its own. */
struct html_element *html_insert_clone(struct html_builder *builder, const struct html_element *element);
void html_pop(struct html_builder *builder);
void html_pop_to(struct html_builder *builder, size_t size);
/* Pops up to and with the topmost `tag`. */
void html_pop_until(struct html_builder *builder, enum html_tag tag);
/* Computes anew how the elements from `from` on look. */
void html_look_again(struct html_builder *builder, size_t from);
/* Writes the text of a token. */
void html_write_text(struct html_builder *builder, const struct html_token *token);
/* Writes decoded text as if it stood inside the element at `parent`. */
void html_write(struct html_builder *builder, struct str text, const struct html_look *look, int32_t link,
                bool image);
/* How what comes next is drawn: the look of the element it goes into. */
const struct html_look *html_current_look(struct html_builder *builder);
struct str html_attribute_value(struct html_builder *builder, enum html_attribute_id id, bool *present);

/* ---- html_style.c: declarations ---- */

/* Fills classes, id, values and hidden_attribute from the current start tag. */
void html_read_styles(struct html_builder *builder, struct html_element *element);
/* The same for what only svg and math elements have. */
void html_read_foreign(struct html_builder *builder, struct html_element *element);

/* ---- html_tree.c: scopes ---- */

enum html_scope { HTML_SCOPE_ALL, HTML_SCOPE_LIST_ITEM, HTML_SCOPE_BUTTON, HTML_SCOPE_TABLE };
bool html_in_scope(struct html_builder *builder, enum html_tag tag, enum html_scope scope);
bool html_heading_in_scope(struct html_builder *builder);
void html_imply_ends(struct html_builder *builder, enum html_tag except);
void html_close_p(struct html_builder *builder);

/* ---- html_canvas.c: codes drawn in boxes and characters ---- */

/* The element that was pushed last opens a box on the canvas; text in `look`. */
void html_canvas_open(struct html_builder *builder, struct html_element *element);
void html_canvas_text(struct html_builder *builder, struct str text, const struct html_look *look);
/* Lays the page out, if anything in it may be a code, and adds what codes hold as links. */
void html_canvas_read(struct html_builder *builder, struct str markup, size_t seen_from);

/* ---- html.c ---- */

/* Reads the markup from its beginning to its end. */
bool html_build(struct html_builder *builder, struct str markup);

/* ---- html_format.c: active formatting elements ---- */

void html_format_add(struct html_builder *builder, const struct html_element *element);
void html_format_mark(struct html_builder *builder);
void html_format_clear(struct html_builder *builder);
void html_format_closed(struct html_builder *builder, uint64_t identity);
void html_format_reopen(struct html_builder *builder);
/* The adoption agency algorithm for an end tag (or a second <a>). */
void html_adopt(struct html_builder *builder, const struct html_token *token, enum html_tag tag);
/* The last <a> in the list behind its last marker: taken out of list and stack. */
bool html_format_has(struct html_builder *builder, enum html_tag tag);
void html_format_drop(struct html_builder *builder, enum html_tag tag);

/* ---- html_mode.c, html_body.c, html_table.c, html_foreign.c: insertion modes ---- */

/* What a mode says about a token. */
enum html_answer {
    HTML_DONE,
    HTML_AGAIN,  /* the mode has changed: ask it again */
    HTML_AS_BODY /* go by the body's rules */
};

void html_take(struct html_builder *builder, const struct html_token *token);
/* <title>, <style>, <script> ...: their content is text up to the end tag. */
void html_begin_text(struct html_builder *builder, const struct html_token *token, enum html_state state);
/* Pushes, reads and pops an element that has no content. */
void html_insert_void(struct html_builder *builder, const struct html_token *token);
/* Adds the attributes of a second <html> or <body> that the first did not have. */
void html_add_attributes(struct html_builder *builder, size_t place);
void html_end_template(struct html_builder *builder);
void html_begin_frameset(struct html_builder *builder, const struct html_token *token);
void html_open_form(struct html_builder *builder, const struct html_element *form);
void html_body_start(struct html_builder *builder, const struct html_token *token);
void html_body_end(struct html_builder *builder, const struct html_token *token);
/* "Any other end tag". */
void html_body_other_end(struct html_builder *builder, const struct html_token *token, enum html_tag tag);
void html_body_text(struct html_builder *builder, const struct html_token *token);
enum html_answer html_table_take(struct html_builder *builder, const struct html_token *token);
/* "Reset the insertion mode appropriately". */
void html_reset_mode(struct html_builder *builder);
bool html_is_foreign(struct html_builder *builder, const struct html_token *token);
/* HTML_AGAIN when html's rules are to be used. */
enum html_answer html_foreign_take(struct html_builder *builder, const struct html_token *token);

/* ---- html_link.c: links ---- */

/* The link that the current start tag makes, -1. `element` is its look and layout. */
int32_t html_link_open(struct html_builder *builder, const struct html_token *token,
                       const struct html_element *element);
struct html_link_state *html_link_state(struct html_builder *builder, int32_t link);
int32_t html_link_clone(struct html_builder *builder, int32_t link);
/* The text of `block` goes from link `from` to a clone of it, which is returned;
 * the clone stands round the block or `inside` it. */
int32_t html_link_split(struct html_builder *builder, int32_t from, const struct html_element *block,
                        bool inside);
/* Tags that are links, pictures or buttons by their attributes alone. */
void html_link_attributes(struct html_builder *builder, const struct html_token *token);
/* Writes the label attribute of the current start tag. */
void html_link_label(struct html_builder *builder, const struct html_look *look);
/* What is drawn in shapes and has no source. */
#define HTML_DRAWING "about:drawing"
/* Notes a picture's source; that of a font or style sheet. */
void html_link_picture(struct html_builder *builder, struct str source);
void html_link_loaded(struct html_builder *builder, struct str source);
/* Notes what the start tag draws besides text and <img>: document.pictures. */
void html_link_drawings(struct html_builder *builder, const struct html_token *token);
/* An element ends: is the link in it drawn as a button? */
void html_link_framed(struct html_builder *builder, const struct html_element *element);
void html_link_finish(struct html_builder *builder);
int32_t html_link_add(struct html_builder *builder, enum link_source source, struct str target,
                      enum hidden gone);
bool html_is_picture_seen(const struct html_element *element);

/* ---- html_comment.c: what Outlook alone shows ---- */

void html_comment_take(struct html_builder *builder, struct str comment);

#endif
