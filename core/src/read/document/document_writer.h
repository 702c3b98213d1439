/* document_writer: text to blocks and runs, collapsed and cleaned as a browser
 * draws it.
 *
 * In: pieces of text, each with how it is drawn, and breaks between blocks.
 * Out: blocks and runs appended to a document. White space is held back until
 * something follows it, so that no block begins or ends with any. */
#ifndef HONMONO_READ_DOCUMENT_DOCUMENT_WRITER_H
#define HONMONO_READ_DOCUMENT_DOCUMENT_WRITER_H

#include "read/document/document.h"

/* What the writer asks of a piece of text. */
struct drawn {
    enum hidden hidden;
    enum block_kind kind; /* of the block, if this piece begins it */
    int32_t link;
    bool image;
    bool keep_spaces;   /* white-space: pre and pre-wrap */
    bool keep_lines;    /* ... and pre-line */
    bool right_to_left; /* the direction of the line, if this piece begins it */
};

/* The document's two texts. */
enum { WRITER_SEEN, WRITER_HIDDEN, WRITER_TEXTS };

struct writer_side {
    struct str_builder *text;
    struct str_builder spaces; /* held back */
    size_t from;               /* where the open block begins in it; STR_NONE: not there yet */
    size_t last_run;           /* the open block's last run in it + 1, 0 = none */
};

/* A control of direction that was taken out of the visible text. */
struct writer_control {
    size_t at; /* bytes of document.text before it */
    uint32_t code_point;
};

struct document_writer {
    struct arena *arena;
    struct document *document;
    uint32_t part;
    size_t blocks_max, runs_max, links_max; /* limits.h, for this part */
    bool open;
    bool run_ended;    /* the next piece begins a run of its own */
    bool lines_joined; /* the limit of blocks was reached */
    struct block block;
    struct writer_side sides[WRITER_TEXTS];
    size_t ignorable_pending; /* removed since the last visible character */
    bool letter_before;       /* ... which was a letter */
    size_t blocks_begun;
    bool runs_full, links_full;
    bool seen_elsewhere; /* words that only their part hides stand in another part */
    bool right_to_left;  /* the open block's line */
    struct {
        LIST(struct writer_control);
    } controls; /* of the open block */
};

/* `bytes`: how large the part is that will be written. */
void document_writer_start(struct document_writer *writer, struct arena *arena, struct document *document,
                           uint32_t part, size_t bytes);
/* Well-formed UTF-8, in pieces that do not split characters. */
void document_writer_text(struct document_writer *writer, struct str text, const struct drawn *drawn);
/* Ends the open block, if any. */
void document_writer_break(struct document_writer *writer);
/* An empty line, for those who want to see them: a "\n" of its own in the text. */
void document_writer_blank_line(struct document_writer *writer);
/* The end of the text. */
void document_writer_finish(struct document_writer *writer);
/* A line of visible text with its controls: is it drawn as it is written? Counts it
 * in document.reordered when not. */
void document_writer_order(struct arena *arena, struct document *document, struct str line,
                           bool right_to_left);
/* What follows begins a run of its own. */
void document_writer_end_run(struct document_writer *writer);

#endif
