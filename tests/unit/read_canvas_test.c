/* Where boxes come to lie, by the places of those that are seen. */
#include "base/arena.h"
#include "read/document/canvas.h"
#include "unit/check.h"

static struct canvas canvas;
static struct arena arena;

static struct canvas_box box(enum canvas_flow flow, int32_t width, int32_t height, uint8_t grey) {
    return (struct canvas_box){flow, width, height, 0, 0, 1, 1, grey < 255, grey, false};
}

static size_t open_box(enum canvas_flow flow, int32_t width, int32_t height, uint8_t grey) {
    struct canvas_box one = box(flow, width, height, grey);
    return canvas_open(&canvas, &one);
}

static void add_box(enum canvas_flow flow, int32_t width, int32_t height, uint8_t grey) {
    canvas_close(&canvas, open_box(flow, width, height, grey));
}

/* The places of dark boxes once the page is closed: "x,y,width,height ..." in pixels. */
static struct str places(void) {
    struct strings codes = {0};
    struct str_builder out;
    canvas_find_codes(&arena, &canvas, &codes);
    str_builder_init(&out, &arena, 0);
    for (size_t i = 1; i < canvas.parts.size; i++) {
        const struct canvas_part *part = &canvas.parts.at[i];
        if (!part->seen) continue;
        int32_t numbers[] = {part->x, part->y, part->width, part->height};
        if (out.size) str_builder_byte(&out, ' ');
        for (int k = 0; k < 4; k++) {
            if (k) str_builder_byte(&out, ',');
            str_builder_number(&out, (uint64_t)numbers[k] / 100);
        }
    }
    return str_builder_view(&out);
}

static void start(void) {
    arena = (struct arena){0};
    canvas_start(&arena, &canvas);
}

static void end(void) { arena_release(&arena); }

static void test_lines_and_blocks(void) {
    start();
    add_box(CANVAS_LINE, 400, 400, 0);
    add_box(CANVAS_LINE, 400, 800, 0);
    add_box(CANVAS_BLOCK, 1000, 300, 0);
    add_box(CANVAS_LINE, 400, 400, 0);
    canvas_end_line(&canvas);
    add_box(CANVAS_LINE, 400, 400, 0);
    CHECK_STR(places(), STR("0,0,4,4 4,0,4,8 0,8,10,3 0,11,4,4 0,15,4,4"));
    end();
}

static void test_floats_wrap(void) {
    start();
    size_t around = open_box(CANVAS_BLOCK, 1000, CANVAS_AUTO, 255);
    for (int i = 0; i < 5; i++) add_box(CANVAS_LINE, 500, 500, 0);
    canvas_close(&canvas, around);
    add_box(CANVAS_BLOCK, 100, 100, 0);
    CHECK_STR(places(), STR("0,0,5,5 5,0,5,5 0,5,5,5 5,5,5,5 0,10,5,5 0,15,1,1"));
    end();
}

static void add_cell(uint32_t columns, uint32_t rows, int32_t width, int32_t height, uint8_t grey) {
    struct canvas_box cell = box(CANVAS_CELL, width, height, grey);
    cell.columns = columns;
    cell.rows = rows;
    canvas_close(&canvas, canvas_open(&canvas, &cell));
}

static void test_tables(void) {
    start();
    size_t table = open_box(CANVAS_TABLE, CANVAS_AUTO, CANVAS_AUTO, 255);
    size_t row = open_box(CANVAS_ROW, CANVAS_AUTO, CANVAS_AUTO, 255);
    add_cell(1, 2, 400, CANVAS_AUTO, 0);
    add_cell(2, 1, CANVAS_AUTO, 500, 0);
    canvas_close(&canvas, row);
    row = open_box(CANVAS_ROW, CANVAS_AUTO, CANVAS_AUTO, 255);
    add_cell(1, 1, 300, 600, 0); /* beside the one from above */
    add_cell(1, 1, 200, CANVAS_AUTO, 0);
    canvas_close(&canvas, row);
    canvas_close(&canvas, table);
    add_box(CANVAS_LINE, 100, 100, 0);
    CHECK_STR(places(), STR("0,0,4,11 4,0,5,5 4,5,3,6 7,5,2,6 0,11,1,1"));
    end();
}

/* A table's width is shared by columns that have none; a row's height is the others'. */
static void test_sizes_not_given(void) {
    start();
    size_t table = open_box(CANVAS_TABLE, 1200, CANVAS_AUTO, 255);
    size_t row = open_box(CANVAS_ROW, CANVAS_AUTO, CANVAS_AUTO, 255);
    for (int i = 0; i < 3; i++) add_cell(1, 1, CANVAS_AUTO, CANVAS_AUTO, i == 1 ? 255 : 0);
    canvas_close(&canvas, row);
    canvas_close(&canvas, table);
    CHECK_STR(places(), STR("0,0,4,4 8,0,4,4"));
    end();
}

static void test_text(void) {
    static const struct canvas_ink black = {0, 255, 1600, true}, white = {255, 255, 1600, true};
    start();
    canvas_text(&canvas, STR("x\xE2\x96\x88\xE2\x96\x88 \xE2\x96\x84\n\xE2\x96\x8C"), &black);
    canvas_text(&canvas, STR("\xE2\x96\x88"), &white); /* not to be seen */
    canvas_text(&canvas, STR("\xE2\xA0\x81"), &black); /* one dot of eight */
    CHECK_STR(places(), STR("8,0,16,16 32,8,8,8 0,16,4,16 16,16,4,4"));
    end();
}

/* Boxes that are closed in another order than opened, rows without a table. */
static void test_broken(void) {
    start();
    size_t outer = open_box(CANVAS_BLOCK, 1000, CANVAS_AUTO, 255);
    size_t inner = open_box(CANVAS_LINE, 200, 200, 0);
    canvas_close(&canvas, outer);
    canvas_close(&canvas, inner);
    size_t row = open_box(CANVAS_ROW, CANVAS_AUTO, 100, 0);
    add_cell(1, 1, 100, 100, 0);
    canvas_close(&canvas, row);
    CHECK(canvas.open.size == 1);
    end();
}

int main(void) {
    test_lines_and_blocks();
    test_floats_wrap();
    test_tables();
    test_sizes_not_given();
    test_text();
    test_broken();
    return CHECK_END("read_canvas");
}
