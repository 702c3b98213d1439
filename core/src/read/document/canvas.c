/* canvas: boxes to their places; see canvas.h. */
#include "read/document/canvas.h"

#include "limits.h"

/* Colours nearer than this are one: no camera tells them apart. */
#define GREYS_APART_MIN 24
/* How wide a page is whose boxes do not say it. */
#define CANVAS_PAGE_WIDTH 80000
/* The size of cells whose columns and rows have none. */
#define CELL_SIZE 400
/* Sizes and places end here, so that sums of them do not overflow. */
#define PLACE_MAX (1 << 28)
/* Floats that miss their line by less than half a pixel stand in it. */
#define ROUNDING 50

int32_t canvas_bound(int64_t value) {
    if (value < -PLACE_MAX) return -PLACE_MAX;
    return value > PLACE_MAX ? PLACE_MAX : (int32_t)value;
}

static int32_t larger(int32_t left, int32_t right) { return left > right ? left : right; }

bool canvas_is_same_grey(uint8_t left, uint8_t right) {
    int difference = (int)left - (int)right;
    return difference < GREYS_APART_MIN && difference > -GREYS_APART_MIN;
}

struct canvas_open *canvas_top(struct canvas *canvas) {
    return &canvas->open.at[canvas->open.size - 1];
}

/* ---- lines ---- */

static void end_line(struct canvas_open *open) {
    open->y = canvas_bound((int64_t)open->y + open->line);
    open->x = open->line = 0;
    open->space = false;
}

void canvas_end_line(struct canvas *canvas) {
    if (canvas->open.size) end_line(canvas_top(canvas));
}

static void place_in_line(struct canvas_open *open, struct canvas_part *part) {
    if (open->x > 0 && (int64_t)open->x + part->width > (int64_t)open->wrap + ROUNDING) end_line(open);
    open->space = false;
    part->x = open->x;
    part->y = open->y;
    open->x = canvas_bound((int64_t)open->x + part->width);
    open->line = larger(open->line, part->height);
    open->right = larger(open->right, open->x);
}

static void place_below(struct canvas_open *open, struct canvas_part *part) {
    end_line(open);
    part->x = 0;
    part->y = open->y;
    open->y = canvas_bound((int64_t)open->y + part->height);
    open->right = larger(open->right, part->width);
}

/* ---- tables ---- */

/* The cell goes to the next column of its row that no cell from above takes. */
static void place_cell(struct canvas *canvas, struct canvas_part *cell) {
    if (canvas->open.size < 2) return;
    struct canvas_open *row = canvas_top(canvas), *table = row - 1;
    while (row->column < table->taken.size && table->taken.at[row->column] > table->row) row->column++;
    cell->row = table->row;
    cell->column = row->column;
    uint32_t end = row->column + cell->box.columns;
    if (end > CANVAS_COLUMNS_MAX) {
        end = CANVAS_COLUMNS_MAX;
        canvas->full = true;
    }
    if (cell->column >= end) cell->column = end - 1;
    cell->box.columns = end - cell->column;
    while (table->taken.size < end) {
        const uint32_t *free_again = list_add(canvas->arena, &table->taken);
        if (!free_again) return;
    }
    for (uint32_t i = cell->column; i < end; i++) table->taken.at[i] = table->row + cell->box.rows;
    row->column = end;
}

/* The columns of a table or its rows. */
struct tracks {
    int32_t *at; /* sizes, then where each begins */
    size_t size;
};

static void widen(struct tracks *tracks, size_t from, size_t count, int32_t size) {
    if (count > CANVAS_COLUMNS_MAX) return; /* spans as long as the table cost its square */
    int64_t sum = 0;
    size_t empty = 0, to = from + count < tracks->size ? from + count : tracks->size;
    for (size_t i = from; i < to; i++) {
        sum += tracks->at[i];
        empty += tracks->at[i] == 0;
    }
    if (sum >= size || empty == 0) return;
    for (size_t i = from; i < to; i++)
        if (tracks->at[i] == 0) tracks->at[i] = (int32_t)((size - sum) / (int64_t)empty);
}

/* What no size was given for has that of the others, or is as large as the table says. */
static void settle(struct tracks *tracks, int32_t given, int32_t unit) {
    if (given != CANVAS_AUTO) widen(tracks, 0, tracks->size, given);
    int64_t sum = 0;
    for (size_t i = 0; i < tracks->size; i++) {
        if (tracks->at[i] == 0) tracks->at[i] = unit;
        sum += tracks->at[i];
    }
    bool stretched = given != CANVAS_AUTO && given > sum;
    int64_t place = 0;
    for (size_t i = 0; i <= tracks->size; i++) {
        int64_t size = i < tracks->size ? tracks->at[i] : 0;
        tracks->at[i] = canvas_bound(stretched ? place * given / sum : place);
        place += size;
    }
}

static int32_t first_size(const struct tracks *tracks) {
    for (size_t i = 0; i < tracks->size; i++)
        if (tracks->at[i] > 0) return tracks->at[i];
    return 0;
}

static bool is_cell_of(const struct canvas *canvas, const struct canvas_part *part, uint32_t table) {
    return part->box.flow == CANVAS_CELL && canvas->parts.at[part->parent].parent == table;
}

static int32_t span_of(const struct tracks *tracks, uint32_t from, uint32_t count, int32_t *place) {
    size_t end = (size_t)from + count;
    if (from > tracks->size) from = (uint32_t)tracks->size;
    if (end > tracks->size) end = tracks->size;
    *place = tracks->at[from];
    return tracks->at[end] - tracks->at[from];
}

static void lay_out_table(struct canvas *canvas, const struct canvas_open *open) {
    struct canvas_part *table = &canvas->parts.at[open->part], *end = canvas->parts.at + canvas->parts.size;
    struct tracks columns = {arena_array(canvas->arena, open->taken.size + 1, sizeof(int32_t)),
                             open->taken.size};
    struct tracks rows = {arena_array(canvas->arena, open->row + 1, sizeof(int32_t)), open->row};
    if (!columns.at || !rows.at) return;
    for (int wide = 0; wide < 2; wide++) /* cells of one column, then the others */
        for (struct canvas_part *cell = table + 1; cell < end; cell++) {
            if (!is_cell_of(canvas, cell, open->part)) continue;
            if ((cell->box.columns > 1) == wide)
                widen(&columns, cell->column, cell->box.columns, cell->width);
            if ((cell->box.rows > 1) == wide) widen(&rows, cell->row, cell->box.rows, cell->height);
            if (!wide && cell->box.columns == 1)
                columns.at[cell->column] = larger(columns.at[cell->column], cell->width);
            if (!wide && cell->box.rows == 1) rows.at[cell->row] = larger(rows.at[cell->row], cell->height);
        }
    int32_t width = first_size(&columns), height = first_size(&rows);
    settle(&columns, table->box.width, width ? width : height ? height : CELL_SIZE);
    settle(&rows, table->box.height, height ? height : width ? width : CELL_SIZE);
    for (struct canvas_part *part = table + 1; part < end; part++) {
        if (part->box.flow == CANVAS_ROW && part->parent == open->part) {
            part->height = span_of(&rows, part->row, 1, &part->y);
            part->width = columns.at[columns.size];
        }
        if (!is_cell_of(canvas, part, open->part)) continue;
        int32_t row;
        part->width = span_of(&columns, part->column, part->box.columns, &part->x);
        part->height = span_of(&rows, part->row, part->box.rows, &row);
    }
    table->width = columns.at[columns.size];
    table->height = rows.at[rows.size];
}

/* ---- boxes ---- */

void canvas_start(struct arena *arena, struct canvas *canvas) {
    *canvas = (struct canvas){.arena = arena};
    struct canvas_box page = {CANVAS_BLOCK, CANVAS_PAGE_WIDTH, CANVAS_AUTO, 0, 0, 1, 1, true, 255, false};
    canvas_open(canvas, &page);
}

struct canvas_part *canvas_add_part(struct canvas *canvas, const struct canvas_box *box) {
    if (canvas->parts.size >= CANVAS_BOXES_MAX) {
        canvas->full = true;
        return NULL;
    }
    struct canvas_part *part = list_add(canvas->arena, &canvas->parts);
    if (!part) return NULL;
    part->box = *box;
    if (!canvas->open.size) return part;
    const struct canvas_open *around = canvas_top(canvas);
    part->parent = around->part;
    part->seen = box->painted && !canvas_is_same_grey(box->grey, around->grey);
    return part;
}

static bool is_around(const struct canvas *canvas, enum canvas_flow flow) {
    return canvas->open.size &&
           canvas->parts.at[canvas->open.at[canvas->open.size - 1].part].box.flow == flow;
}

size_t canvas_open(struct canvas *canvas, const struct canvas_box *box) {
    struct canvas_box fitting = *box;
    if (box->flow == CANVAS_ROW && !is_around(canvas, CANVAS_TABLE)) fitting.flow = CANVAS_BLOCK;
    if (box->flow == CANVAS_CELL && !is_around(canvas, CANVAS_ROW)) fitting.flow = CANVAS_LINE;
    bool beside = canvas->open.size && canvas->parts.at[canvas_top(canvas)->part].box.beside;
    if (beside && box->flow == CANVAS_BLOCK) fitting.flow = CANVAS_LINE;
    struct canvas_part *part = canvas_add_part(canvas, &fitting);
    if (!part) return 0;
    uint32_t number = (uint32_t)(canvas->parts.size - 1);
    uint8_t grey = canvas->open.size ? canvas_top(canvas)->grey : 255;
    bool fills = fitting.flow == CANVAS_BLOCK && canvas->open.size, given = fitting.width != CANVAS_AUTO;
    int32_t wrap = given ? fitting.width : canvas->open.size ? canvas_top(canvas)->wrap : CANVAS_PAGE_WIDTH;
    int32_t fill = given ? fitting.width : fills ? canvas_top(canvas)->fill : 0;
    if (fitting.flow == CANVAS_CELL) place_cell(canvas, part);
    if (fitting.flow == CANVAS_ROW) part->row = canvas_top(canvas)->row;
    struct canvas_open *open = list_add(canvas->arena, &canvas->open);
    if (!open) return 0;
    *open = (struct canvas_open){
        .part = number, .wrap = wrap, .fill = fill, .grey = box->painted ? box->grey : grey};
    return canvas->open.size;
}

static void close_one(struct canvas *canvas) {
    struct canvas_open open = *canvas_top(canvas);
    canvas->open.size--;
    end_line(&open);
    struct canvas_part *part = &canvas->parts.at[open.part];
    const struct canvas_box *box = &part->box;
    bool grows = box->flow == CANVAS_CELL || box->flow == CANVAS_GROUP;
    part->width = box->width == CANVAS_AUTO || (grows && open.right > box->width) ? open.right : box->width;
    part->height = box->height == CANVAS_AUTO || (grows && open.y > box->height) ? open.y : box->height;
    if (box->flow == CANVAS_TABLE) lay_out_table(canvas, &open);
    part->width = canvas_bound(larger(part->width, 0));
    part->height = canvas_bound(larger(part->height, 0));
    if (!canvas->open.size) return;
    struct canvas_open *around = canvas_top(canvas);
    switch (box->flow) {
    case CANVAS_LINE:
        place_in_line(around, part);
        break;
    case CANVAS_GROUP:
        if (open.part + 1 == canvas->parts.size)
            place_in_line(around, part);
        else
            place_below(around, part);
        break;
    case CANVAS_BLOCK:
        if (box->width == CANVAS_AUTO) part->width = larger(part->width, around->fill);
        place_below(around, part);
        break;
    case CANVAS_TABLE:
        place_below(around, part);
        break;
    case CANVAS_ROW:
        around->row++;
        break;
    case CANVAS_CELL: /* the table places it */
        break;
    case CANVAS_PLACED:
        part->x = canvas_bound(box->left);
        part->y = canvas_bound(box->top);
        break;
    }
}

void canvas_close(struct canvas *canvas, size_t depth) {
    while (depth && canvas->open.size >= depth) close_one(canvas);
}
