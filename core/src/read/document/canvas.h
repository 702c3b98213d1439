/* canvas: where the coloured boxes and block characters of a page come to lie, and
 * the QR codes that they draw together.
 *
 * In: boxes as they open and close, the text in them, the ends of lines. Out: what
 * the codes hold. Boxes are laid out as CSS does it where their sizes are given:
 * blocks below each other, others side by side in lines, cells of tables with their
 * spans, positioned ones at their place. Gaps between them count as none: a camera
 * sees through them. Sizes are hundredths of a pixel. */
#ifndef HONMONO_READ_DOCUMENT_CANVAS_H
#define HONMONO_READ_DOCUMENT_CANVAS_H

#include "base/list.h"
#include "base/strings.h"

enum canvas_flow {
    CANVAS_LINE,  /* beside the one before: inline blocks, floats */
    CANVAS_BLOCK, /* below it */
    CANVAS_GROUP, /* a table's part made of no table: a cell when nothing is in it, else a row */
    CANVAS_TABLE,
    CANVAS_ROW,
    CANVAS_CELL,
    CANVAS_PLACED /* at `left` and `top` of the box around it */
};

/* No size was given. */
#define CANVAS_AUTO INT32_MAX

struct canvas_box {
    enum canvas_flow flow;
    int32_t width, height, left, top;
    uint32_t columns, rows; /* that a cell spans */
    bool painted;
    uint8_t grey;
    bool beside; /* blocks in it stand side by side */
};

/* How text is drawn. */
struct canvas_ink {
    uint8_t ink, paper;
    int32_t em; /* the size of its font */
    bool keep_spaces;
};

struct canvas_part { /* a box that was opened */
    struct canvas_box box;
    uint32_t parent;
    int32_t x, y, width, height; /* in its parent; in the page once all are closed */
    uint32_t row, column;        /* of a cell */
    bool seen;                   /* its colour is another than that around it */
};

struct canvas_open { /* a box that is open */
    uint32_t part;
    int32_t x, y, line, right; /* where the next one goes, the line's height, the widest line */
    int32_t wrap, fill;        /* how wide lines may be, and blocks are */
    uint32_t row, column;      /* the next ones */
    uint8_t grey;              /* what it is painted on */
    bool space;                /* one is due when text goes on */
    struct {
        LIST(uint32_t);
    } taken; /* of a table: for every column, the row at which it is free again */
};

struct canvas {
    struct arena *arena;
    struct {
        LIST(struct canvas_part);
    } parts;
    struct {
        LIST(struct canvas_open);
    } open;
    bool full; /* more was drawn than is laid out or looked at */
};

/* ---- what the rooms of the canvas share ---- */

bool canvas_is_same_grey(uint8_t left, uint8_t right);
int32_t canvas_bound(int64_t value);
struct canvas_open *canvas_top(struct canvas *canvas);
struct canvas_part *canvas_add_part(struct canvas *canvas, const struct canvas_box *box);

/* ---- in ---- */

void canvas_start(struct arena *arena, struct canvas *canvas);
/* The depth that canvas_close() takes the box back from. */
size_t canvas_open(struct canvas *canvas, const struct canvas_box *box);
void canvas_close(struct canvas *canvas, size_t depth);
void canvas_text(struct canvas *canvas, struct str text, const struct canvas_ink *ink);
void canvas_end_line(struct canvas *canvas);

/* ---- out ---- */

/* What the codes hold that can be opened (everything but plain text), once each. */
void canvas_find_codes(struct arena *arena, struct canvas *canvas, struct strings *out);

/* Are there enough block characters in a text for a code? */
bool canvas_is_drawing(struct str text, size_t boxes);
/* The codes of a plain text; false when not all of it was looked at. */
bool canvas_find_in_text(struct arena *arena, struct str text, struct strings *out);

#endif
