/* canvas_code: the pictures that boxes make, and the codes in them; see canvas.h. */
#include <string.h>

#include "decode/qr/qr.h"
#include "limits.h"
#include "read/document/canvas.h"

/* A dot of a code is not larger than this on its shorter and its longer side. */
#define DOT_SHORT_MAX 3200
#define DOT_LONG_MAX 40000
/* Dots stand in one picture when no band of this height between them is empty. */
#define BAND_HEIGHT 3200
#define BANDS_MAX 4096
/* Sizes of dots are told apart by this. */
#define SIZE_STEP 25
#define SIZES (DOT_SHORT_MAX / SIZE_STEP + 1)
/* So many pixels across is a dot drawn, and so many dots wide is the empty edge. */
#define DOT_PIXELS 4
#define EDGE_DOTS 4

struct picture {
    int32_t left, top, right, bottom; /* of the page */
    int32_t unit;                     /* what is drawn as DOT_PIXELS */
    size_t width, height;             /* in pixels */
    unsigned char *grey;
};

static int32_t smaller(int32_t left, int32_t right) { return left < right ? left : right; }

static bool is_dot(const struct canvas_part *part) {
    int32_t shorter = smaller(part->width, part->height);
    int32_t longer = part->width + part->height - shorter;
    return part->seen && shorter > 0 && shorter <= DOT_SHORT_MAX && longer <= DOT_LONG_MAX;
}

static void move_to_page(struct canvas *canvas) {
    for (size_t i = 1; i < canvas->parts.size; i++) {
        struct canvas_part *part = &canvas->parts.at[i], *around = &canvas->parts.at[part->parent];
        part->x = canvas_bound((int64_t)part->x + around->x);
        part->y = canvas_bound((int64_t)part->y + around->y);
    }
}

static size_t band_of(int32_t y) {
    size_t band = y > 0 ? (size_t)y / BAND_HEIGHT : 0;
    return band < BANDS_MAX ? band : BANDS_MAX - 1;
}

/* The picture that the dots of these bands make; false when they are too few. */
static bool gather(const struct canvas *canvas, size_t from, size_t to, struct picture *out) {
    size_t sizes[SIZES] = {0}, dots = 0, most = 0;
    *out = (struct picture){.left = INT32_MAX, .top = INT32_MAX, .right = INT32_MIN, .bottom = INT32_MIN};
    for (size_t i = 1; i < canvas->parts.size; i++) {
        const struct canvas_part *part = &canvas->parts.at[i];
        size_t band = band_of(part->y);
        if (!is_dot(part) || band < from || band >= to) continue;
        dots++;
        size_t size = (size_t)smaller(part->width, part->height) / SIZE_STEP;
        if (++sizes[size] > sizes[most]) most = size;
        out->left = smaller(out->left, part->x);
        out->top = smaller(out->top, part->y);
        if (part->x + part->width > out->right) out->right = part->x + part->width;
        if (part->y + part->height > out->bottom) out->bottom = part->y + part->height;
    }
    out->unit = (int32_t)most * SIZE_STEP;
    if (!out->unit) out->unit = SIZE_STEP;
    return dots >= CANVAS_DOTS_MIN;
}

static size_t pixels_of(int32_t size, int32_t unit) {
    return (size_t)((int64_t)size * DOT_PIXELS / unit) + (size_t)2 * EDGE_DOTS * DOT_PIXELS;
}

/* Smaller dots where the picture would be too large. */
static void fit(struct picture *picture) {
    for (;; picture->unit *= 2) {
        picture->width = pixels_of(picture->right - picture->left, picture->unit);
        picture->height = pixels_of(picture->bottom - picture->top, picture->unit);
        if ((uint64_t)picture->width * picture->height <= CANVAS_PIXELS_MAX) return;
    }
}

/* The pixels [*from, *to) between two places; false for none. */
static bool cut(int32_t origin, int32_t unit, size_t limit, int32_t start, int32_t end, size_t *from,
                size_t *to) {
    int64_t edge = EDGE_DOTS * DOT_PIXELS;
    int64_t first = ((int64_t)start - origin) * DOT_PIXELS / unit + edge;
    int64_t last = ((int64_t)end - origin) * DOT_PIXELS / unit + edge;
    if (first < 0) first = 0;
    if (last > (int64_t)limit) last = (int64_t)limit;
    if (first >= last) return false;
    *from = (size_t)first;
    *to = (size_t)last;
    return true;
}

/* Boxes in their order, so that what is inside lies above; the rest is `grey`. */
static bool paint(const struct canvas *canvas, struct picture *picture, uint8_t grey) {
    uint64_t left = (uint64_t)picture->width * picture->height * CANVAS_LAYERS_MAX;
    memset(picture->grey, grey, picture->width * picture->height);
    for (size_t i = 1; i < canvas->parts.size; i++) {
        const struct canvas_part *part = &canvas->parts.at[i];
        size_t x, to_x, y, to_y;
        if (!part->seen) continue;
        if (!cut(picture->left, picture->unit, picture->width, part->x, part->x + part->width, &x, &to_x) ||
            !cut(picture->top, picture->unit, picture->height, part->y, part->y + part->height, &y, &to_y))
            continue;
        uint64_t pixels = (uint64_t)(to_x - x) * (to_y - y);
        if (pixels > left) return false;
        left -= pixels;
        for (; y < to_y; y++) memset(picture->grey + y * picture->width + x, part->box.grey, to_x - x);
    }
    return true;
}

static void look(struct arena *arena, struct canvas *canvas, struct picture *picture, struct strings *out) {
    fit(picture);
    struct arena own = {0};
    struct qr_codes codes = {0};
    picture->grey = arena_bytes(&own, picture->width * picture->height);
    /* The empty edge round light codes is dark, and padding that is not known. */
    for (int dark = 0; dark < 2 && picture->grey && !codes.size; dark++) {
        if (!paint(canvas, picture, dark ? 0 : 255)) canvas->full = true;
        qr_find_drawn(&own, picture->grey, picture->width, picture->height, &codes);
    }
    for (size_t i = 0; i < codes.size; i++) {
        const struct qr_code *code = &codes.at[i];
        bool opens = !str_equal(code->kind, STR("text")) && !str_equal(code->kind, STR("binary"));
        if (opens) strings_add(arena, out, str_copy(arena, code->text), PICTURE_CODES_MAX);
    }
    if (codes.more) canvas->full = true;
    arena->failed |= own.failed;
    arena_release(&own);
}

void canvas_find_codes(struct arena *arena, struct canvas *canvas, struct strings *out) {
    canvas_close(canvas, 1);
    /* of each, twice the dots that begin in it, and one when some go on */
    uint32_t *bands = arena_array(canvas->arena, BANDS_MAX + 1, sizeof *bands);
    if (!bands || canvas->arena->failed) return;
    move_to_page(canvas);
    for (size_t i = 1; i < canvas->parts.size; i++) {
        const struct canvas_part *part = &canvas->parts.at[i];
        if (!is_dot(part)) continue;
        size_t first = band_of(part->y), last = band_of(part->y + part->height - 1);
        bands[first] += 2;
        for (size_t band = first + 1; band <= last; band++) bands[band] |= 1;
    }
    size_t pictures = 0;
    for (size_t from = 0; from < BANDS_MAX && !arena->failed; from++) {
        size_t to = from, dots = 0;
        while (bands[to]) dots += bands[to++] >> 1;
        struct picture picture;
        if (dots >= CANVAS_DOTS_MIN && gather(canvas, from, to, &picture)) {
            if (++pictures > CANVAS_PICTURES_MAX) {
                canvas->full = true;
                return;
            }
            look(arena, canvas, &picture, out);
        }
        from = to;
    }
}
