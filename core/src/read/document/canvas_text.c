/* canvas_text: block characters to boxes; see canvas.h. */
#include "base/utf8.h"
#include "limits.h"
#include "read/document/canvas.h"

/* Paints a piece of the line at `x`; what goes on in the same colour is one box. */
static void paint_piece(struct canvas *canvas, int32_t x, int32_t y, int32_t width, int32_t height,
                        uint8_t grey) {
    struct canvas_part *last = &canvas->parts.at[canvas->parts.size - 1];
    const struct canvas_open *open = canvas_top(canvas);
    bool goes_on = last->box.flow == CANVAS_PLACED && last->parent == open->part && last->box.grey == grey &&
                   last->x + last->width == x && last->y == y && last->height == height;
    if (goes_on) {
        last->width += width;
        return;
    }
    struct canvas_box box = {CANVAS_PLACED, width, height, x, y, 1, 1, true, grey, false};
    struct canvas_part *part = canvas_add_part(canvas, &box);
    if (!part) return;
    part->x = x;
    part->y = y;
    part->width = width;
    part->height = height;
}

/* What a character fills of its place, which is divided in columns and rows. */
struct glyph {
    unsigned columns, rows;
    unsigned filled; /* one bit each, from left to right and down */
    bool wide;
};

static unsigned first_bits(unsigned count) { return (1u << count) - 1; }

/* Unicode, "Block Elements". */
static struct glyph block_element(uint32_t code_point) {
    static const unsigned char quarters[] = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14}; /* U+2596 to 259F */
    if (code_point >= 0x2596) return (struct glyph){2, 2, quarters[code_point - 0x2596], false};
    switch (code_point) {
    case 0x2580:
        return (struct glyph){1, 2, 1, false};
    case 0x2584:
        return (struct glyph){1, 2, 2, false};
    case 0x258C:
        return (struct glyph){2, 1, 1, false};
    case 0x2590:
        return (struct glyph){2, 1, 2, false};
    case 0x2594:
        return (struct glyph){1, 8, 1, false};
    case 0x2595:
        return (struct glyph){8, 1, 0x80, false};
    case 0x2588: /* full, and shades */
    case 0x2592:
    case 0x2593:
        return (struct glyph){1, 1, 1, false};
    case 0x2591:
        return (struct glyph){1, 1, 0, false};
    default: /* eighths, from below and from the left */
        if (code_point < 0x2588)
            return (struct glyph){1, 8, first_bits(8) & ~first_bits(0x2588 - code_point), false};
        return (struct glyph){8, 1, first_bits(0x2590 - code_point), false};
    }
}

/* Unicode, "Braille Patterns": seven of the dots go down in columns, 4 to 6 after 1 to 3. */
static unsigned braille_bits(uint32_t code_point) {
    static const unsigned char places[] = {0, 2, 4, 1, 3, 5, 6, 7};
    unsigned filled = 0;
    for (unsigned i = 0; i < 8; i++)
        if (code_point >> i & 1) filled |= 1u << places[i];
    return filled;
}

/* Unicode, "Symbols for Legacy Computing": sixty of the 64 patterns of six, in order;
 * those without or with all, and the two halves, stand elsewhere. */
static unsigned sextant_bits(uint32_t code_point) {
    unsigned number = code_point - 0x1FB00 + 1;
    if (number >= 0x15) number++;
    return number >= 0x2A ? number + 1 : number;
}

static bool is_dark_square(uint32_t code_point) {
    return code_point == 0x25A0 || code_point == 0x25AA || code_point == 0x25CF || code_point == 0x25FC ||
           code_point == 0x25FE || code_point == 0x2B1B || code_point == 0x26AB ||
           (code_point >= 0x1F7E0 && code_point <= 0x1F7EB);
}

static struct glyph glyph_of(uint32_t code_point) {
    if (code_point >= 0x2580 && code_point <= 0x259F) return block_element(code_point);
    if (code_point >= 0x2800 && code_point <= 0x28FF)
        return (struct glyph){2, 4, braille_bits(code_point), false};
    if (code_point >= 0x1FB00 && code_point <= 0x1FB3B)
        return (struct glyph){2, 3, sextant_bits(code_point), false};
    if (is_dark_square(code_point)) return (struct glyph){1, 1, 1, true};
    bool wide = (code_point >= 0x2B1B && code_point <= 0x2B1C) ||
                (code_point >= 0x25A0 && code_point <= 0x25FF) || code_point == 0x26AA ||
                (code_point >= 0x2E80 && code_point < 0xD800) ||
                (code_point >= 0xFF01 && code_point <= 0xFF60) || code_point >= 0x1F000;
    return (struct glyph){0, 0, 0, wide};
}

static void draw_glyph(struct canvas *canvas, struct glyph glyph, int32_t width,
                       const struct canvas_ink *ink) {
    struct canvas_open *open = canvas_top(canvas);
    if (open->x > 0 && open->x + width > open->wrap && !ink->keep_spaces) canvas_end_line(canvas);
    int32_t left = open->x, y = open->y;
    bool on_paper = !canvas_is_same_grey(ink->paper, open->grey);
    if (on_paper) paint_piece(canvas, left, y, width, ink->em, ink->paper);
    for (unsigned i = 0; i < glyph.columns * glyph.rows && !canvas_is_same_grey(ink->ink, ink->paper); i++) {
        if (!(glyph.filled >> i & 1)) continue;
        int32_t x = left + width * (int32_t)(i % glyph.columns) / (int32_t)glyph.columns;
        int32_t right = left + width * (int32_t)(i % glyph.columns + 1) / (int32_t)glyph.columns;
        int32_t above = ink->em * (int32_t)(i / glyph.columns) / (int32_t)glyph.rows;
        int32_t below = ink->em * (int32_t)(i / glyph.columns + 1) / (int32_t)glyph.rows;
        paint_piece(canvas, x, y + above, right - x, below - above, ink->ink);
    }
    open->x = canvas_bound((int64_t)open->x + width);
    open->line = open->line > ink->em ? open->line : ink->em;
    open->right = open->right > open->x ? open->right : open->x;
}

/* Block characters are as wide as letters, in Japanese fonts as kanji: text that fills
 * the gaps between them with wide spaces counts on these. */
static bool has_wide_spaces(struct str text) { return str_find(text, STR("\xE3\x80\x80"), 0) != STR_NONE; }

void canvas_text(struct canvas *canvas, struct str text, const struct canvas_ink *ink) {
    if (!canvas->open.size || canvas->full || ink->em <= 0 || ink->em > CANVAS_FONT_MAX) return;
    bool wide_blocks = has_wide_spaces(text);
    for (size_t at = 0; at < text.size && !canvas->full;) {
        uint32_t code_point = utf8_next(text, &at);
        struct canvas_open *open = canvas_top(canvas);
        if (code_point == '\n' && ink->keep_spaces) {
            canvas_end_line(canvas);
            continue;
        }
        if (code_point < 0x20 && code_point != '\t' && code_point != '\n') continue;
        if (code_point <= 0x20 && !ink->keep_spaces) {
            open->space = open->x > 0;
            continue;
        }
        struct glyph glyph = glyph_of(code_point);
        if (open->space) draw_glyph(canvas, (struct glyph){0}, ink->em / 2, ink);
        canvas_top(canvas)->space = false;
        bool wide = glyph.wide || code_point == 0x3000 || (glyph.rows && wide_blocks);
        draw_glyph(canvas, glyph, wide ? ink->em : ink->em / 2, ink);
    }
}

bool canvas_is_drawing(struct str text, size_t boxes) {
    static const char first_bytes[] = {'\xE2', '\xF0'}; /* of their characters in UTF-8 */
    for (int i = 0; i < 2; i++)
        for (size_t at = str_find_byte(text, first_bytes[i], 0); at != STR_NONE && boxes < CANVAS_DOTS_MIN;
             at = str_find_byte(text, first_bytes[i], at))
            boxes += glyph_of(utf8_next(text, &at)).filled > 0;
    return boxes >= CANVAS_DOTS_MIN;
}

bool canvas_find_in_text(struct arena *arena, struct str text, struct strings *out) {
    static const struct canvas_ink black = {0, 255, 1600, true};
    struct arena own = {0};
    struct canvas canvas;
    canvas_start(&own, &canvas);
    canvas_text(&canvas, text, &black);
    canvas_find_codes(arena, &canvas, out);
    arena->failed |= own.failed;
    arena_release(&own);
    return !canvas.full;
}
