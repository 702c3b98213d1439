/* document: what a message shows, in reading order: text, blocks, links.
 *
 * html.h and plain.h append to one document per message, so that everything a
 * person sees is one flat text with plain offsets into it, and nothing that
 * was hidden from them is lost: it stands in `hidden_text` instead.
 *
 * Invariants: `text` and `hidden_text` are well-formed UTF-8; the runs of a
 * block that stand in one of them are consecutive there and cover the block's
 * part of it; blocks are separated by one "\n" in the text they stand in; no
 * white space at either end of a block; white space inside is collapsed as a
 * browser collapses it, except in preformatted ones and in quotes of plain
 * text, where "\n" stays. Zero-width, bidi and other control characters are
 * removed from both texts and counted.
 *
 * Tables: the first cell with text of a table row that has several is a
 * BLOCK_ROW, the others are BLOCK_CELLs, what follows inside a cell and what
 * is alone in its row are ordinary blocks. A <br> ends a block. */
#ifndef HONMONO_READ_DOCUMENT_DOCUMENT_H
#define HONMONO_READ_DOCUMENT_DOCUMENT_H

#include "base/strings.h"

/* Why something is not seen. */
enum hidden {
#define HIDDEN(id, name) HIDDEN_##id,
#include "read/document/hidden.def"
#undef HIDDEN
    HIDDEN_COUNT
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_BUTTON, /* all of it is one link that is drawn as a button */
    BLOCK_ROW,
    BLOCK_CELL,
    BLOCK_ITEM,
    BLOCK_QUOTE,
    BLOCK_PREFORMATTED
};

/* Where a link was found. */
enum link_source {
    LINK_A,
    LINK_AREA,
    LINK_FORM,
    LINK_BUTTON,
    LINK_REFRESH,
    LINK_FRAME,
    LINK_VML, /* everything that only Outlook shows */
    LINK_TEXT,
    LINK_ANSWER,
    LINK_CODE /* a QR code in a picture, or drawn in boxes or characters */
};

/* Bytes [from, to) of document.text, or of hidden_text for hidden things. */
struct span {
    size_t from, to;
};

struct run {
    struct span span;
    enum hidden hidden; /* which text the span is in: HIDDEN_none -> text */
    int32_t link;       /* index into links, -1 for none */
    bool image;         /* the text is an image's alternative text */
};

struct block {
    enum block_kind kind;
    enum hidden hidden; /* every run of it is hidden */
    uint32_t runs_from, runs_to;
};

struct link {
    enum link_source source;
    enum hidden hidden; /* the whole link is not seen */
    struct str shown;   /* the anchor's text (alt texts included), collapsed; "" when empty;
                           set by document_finish() when nobody set it before */
    struct span span;   /* where `shown` begins and ends in the text; empty when it has none */
    struct str target;  /* the attribute or text as written, entities decoded */
    struct str base;    /* the <base href> in force where it stands, "" without */
    struct str title;   /* its title attribute */
    bool image_only;    /* shows images and no text of its own */
    bool button;        /* drawn as a button: background or border with padding, <button>, VML */
    bool empty;         /* nothing in it could be seen or pressed */
    bool covering;      /* without text, laid over other content so that any press hits it */
    bool uncertain;     /* LINK_TEXT: only some programs make a link of it */
    uint32_t part;      /* number of the MIME part it stands in, 0 = the only or first one */
};

struct document {
    struct str text, hidden_text; /* set by document_finish() */
    struct {
        LIST(struct block);
    } blocks;
    struct {
        LIST(struct run);
    } runs;
    struct {
        LIST(struct link);
    } links;
    struct strings pictures; /* sources of the pictures that are seen, as written ... */
    struct {
        LIST(size_t);
    } picture_places;             /* ... and how much of the text stood before each */
    struct strings loaded;        /* sources of fonts and style sheets, as written */
    size_t images, inline_images; /* <img> seen; those of them with a cid: or data: source */
    size_t ignorable_removed;     /* zero-width characters taken out of visible text ... */
    size_t ignorable_in_words;    /* ... of these, between two letters of one word */
    size_t bidi_removed;
    size_t reordered; /* pieces of visible text that are drawn in another order than they are written ... */
    struct str drawn_order; /* ... and what the first lines of them that controls turn read when drawn */
    struct str_builder text_builder, hidden_builder; /* while it is written */
};

const char *hidden_name(enum hidden hidden);           /* kebab-case */
const char *block_kind_name(enum block_kind kind);     /* as in the JSON */
const char *link_source_name(enum link_source source); /* as in the JSON */

/* How many links the document may hold once a part of so many bytes was added
 * (limits.h); what is free is free once per document. */
size_t document_links_max(const struct document *document, size_t bytes);

/* What the codes hold that are drawn in part `part`, as links. */
void document_add_codes(struct arena *arena, struct document *document, const struct strings *codes,
                        uint32_t part);

void document_start(struct arena *arena, struct document *document);
void document_finish(struct document *document);
struct str document_slice(const struct document *document, struct span span, enum hidden hidden);

#endif
