/* qr: see qr.h. */
#include "decode/qr/qr.h"

#include <quirc.h>
#include <stdint.h>

#include "base/arena.h"
#include "decode/qr/qr_text.h"
#include "limits.h"

struct picture {
    uint8_t *at;
    size_t width, height;
};

struct finder {
    struct arena *arena;
    struct qr_codes *out;
    int kinds; /* of looks at every size */
    struct quirc *quirc;
    struct quirc_code code; /* 4 KB and 9 KB: too much for the stack of a module */
    struct quirc_data data;
};

enum {
    SCALE_ONE = 16,  /* sizes are sixteenths of the picture's own */
    ROUNDS_MAX = 12, /* quirc finds eight codes at once; those found are painted over */
    CROWDED_MIN = 5, /* possible codes among which none was one */
    PARTS_MAX = 9,
    NEARBY_PARTS = 12,        /* "nearby" is a twelfth of the picture's shorter side ... */
    NEARBY_MIN = 12,          /* ... but not less pixels than this */
    DARKER_PERCENT = 92,      /* black is darker than this share of what is nearby */
    ENLARGED_PIXELS = 1000000 /* larger pictures are not made larger still */
};

static bool is_known(const struct qr_codes *codes, struct str bytes) {
    for (size_t i = 0; i < codes->size; i++)
        if (str_equal(codes->at[i].bytes, bytes)) return true;
    return false;
}

/* A part of a picture. */
struct window {
    size_t left, top, width, height;
};

static void keep(struct finder *finder, struct window window, size_t scale) {
    const struct quirc_data *data = &finder->data;
    struct str bytes = {(const char *)data->payload, (size_t)data->payload_len};
    if (is_known(finder->out, bytes)) return;
    if (finder->out->size == PICTURE_CODES_MAX) {
        finder->out->more = true;
        return;
    }
    struct qr_code *code = list_add(finder->arena, finder->out);
    if (!code) return;
    code->bytes = str_copy(finder->arena, bytes);
    bool japanese = data->eci == QUIRC_ECI_SHIFT_JIS || (data->data_type & QUIRC_DATA_TYPE_KANJI) != 0;
    code->text = qr_text(finder->arena, code->bytes, japanese);
    code->kind = code->text.size || !code->bytes.size ? qr_kind(code->text) : STR("binary");
    for (size_t i = 0; i < 8; i++) {
        const struct quirc_point *corner = &finder->code.corners[i / 2];
        int64_t place = i % 2 ? corner->y + (int64_t)window.top : corner->x + (int64_t)window.left;
        code->corners[i] = (int)(place * SCALE_ONE / (int64_t)scale);
    }
}

/* Paints over the code, so that the next round finds others. */
static void paint_over(struct picture *picture, struct window window, const struct quirc_point corners[4]) {
    int64_t left = INT32_MAX, top = INT32_MAX, right = -1, bottom = -1;
    for (size_t i = 0; i < 4; i++) {
        if (corners[i].x < left) left = corners[i].x;
        if (corners[i].x > right) right = corners[i].x;
        if (corners[i].y < top) top = corners[i].y;
        if (corners[i].y > bottom) bottom = corners[i].y;
    }
    if (left < 0) left = 0;
    if (top < 0) top = 0;
    if (right >= (int64_t)window.width) right = (int64_t)window.width - 1;
    if (bottom >= (int64_t)window.height) bottom = (int64_t)window.height - 1;
    for (int64_t y = top; y <= bottom; y++)
        for (int64_t x = left; x <= right; x++) {
            unsigned sides = 0;
            for (size_t i = 0; i < 4; i++) {
                const struct quirc_point *a = &corners[i], *b = &corners[(i + 1) % 4];
                int64_t side = ((int64_t)b->x - a->x) * (y - a->y) - ((int64_t)b->y - a->y) * (x - a->x);
                sides |= side >= 0 ? 1u : 2u;
            }
            size_t place = (window.top + (size_t)y) * picture->width + window.left + (size_t)x;
            if (sides != 3) picture->at[place] = 255;
        }
}

static bool decode(struct finder *finder, int index) {
    quirc_extract(finder->quirc, index, &finder->code);
    if (quirc_decode(&finder->code, &finder->data) == QUIRC_SUCCESS) return true;
    quirc_flip(&finder->code);
    return quirc_decode(&finder->code, &finder->data) == QUIRC_SUCCESS;
}

/* One look at a part of a picture, which is painted over in the course of it. True
 * when there were as many possible codes as quirc looks at, so that others may be left. */
static bool look(struct finder *finder, struct picture *picture, struct window window, size_t scale) {
    if (quirc_resize(finder->quirc, (int)window.width, (int)window.height) != 0) {
        finder->arena->failed = true;
        return false;
    }
    for (int round = 0; round < ROUNDS_MAX; round++) {
        uint8_t *pixels = quirc_begin(finder->quirc, NULL, NULL);
        for (size_t y = 0; y < window.height; y++)
            memcpy(pixels + y * window.width, picture->at + (window.top + y) * picture->width + window.left,
                   window.width);
        quirc_end(finder->quirc);
        int found = 0, count = quirc_count(finder->quirc);
        for (int i = 0; i < count; i++) {
            if (!decode(finder, i)) continue;
            keep(finder, window, scale);
            quirc_extract(finder->quirc, i, &finder->code); /* its corners before any flip */
            paint_over(picture, window, finder->code.corners);
            found++;
        }
        if (finder->out->more || finder->arena->failed) return false;
        if (!found) return count >= CROWDED_MIN;
    }
    return true;
}

/* The whole picture; where it is crowded, parts of it, which overlap by half. */
static void look_all_over(struct finder *finder, struct picture *picture, size_t scale) {
    bool crowded = look(finder, picture, (struct window){0, 0, picture->width, picture->height}, scale);
    for (size_t parts = 3; crowded && parts <= PARTS_MAX; parts += parts / 2) {
        size_t width = picture->width / parts, height = picture->height / parts;
        crowded = false;
        for (size_t i = 0; i < (parts - 1) * (parts - 1) && !finder->out->more && !finder->arena->failed;
             i++) {
            struct window window = {i % (parts - 1) * width, i / (parts - 1) * height, 2 * width, 2 * height};
            if (width && height && look(finder, picture, window, scale)) crowded = true;
        }
    }
}

/* Black is what is darker than its surroundings, for pictures with shadows. The sums
 * are of a square round each pixel, by the table of all sums above and left of it. */
static void cut_by_nearby(struct arena *arena, const struct picture *from, struct picture *to) {
    size_t width = from->width, height = from->height;
    size_t reach = (width < height ? width : height) / NEARBY_PARTS;
    if (reach < NEARBY_MIN) reach = NEARBY_MIN;
    uint32_t *sums = arena_array(arena, (width + 1) * (height + 1), sizeof *sums);
    if (!sums) return;
    for (size_t y = 0; y < height; y++) {
        uint32_t row = 0;
        for (size_t x = 0; x < width; x++) {
            row += from->at[y * width + x];
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
        }
    }
    for (size_t y = 0; y < height; y++) {
        size_t top = y > reach ? y - reach : 0, bottom = y + reach < height ? y + reach : height;
        for (size_t x = 0; x < width; x++) {
            size_t left = x > reach ? x - reach : 0, right = x + reach < width ? x + reach : width;
            const uint32_t *above = sums + top * (width + 1), *below = sums + bottom * (width + 1);
            uint64_t sum = (uint32_t)(below[right] - below[left] - above[right] + above[left]);
            uint64_t count = (uint64_t)(bottom - top) * (right - left);
            bool dark = (uint64_t)from->at[y * width + x] * count * 100 < sum * DARKER_PERCENT;
            to->at[y * width + x] = dark ? 0 : 255;
        }
    }
}

static struct picture make_picture(struct arena *arena, size_t width, size_t height) {
    return (struct picture){arena_bytes(arena, width * height), width, height};
}

/* At `scale` sixteenths of its size: each pixel is the mean of those it covers. */
static struct picture resize(struct arena *arena, const struct picture *from, size_t scale) {
    struct picture to =
        make_picture(arena, from->width * scale / SCALE_ONE, from->height * scale / SCALE_ONE);
    if (!to.at) return to;
    for (size_t y = 0; y < to.height; y++) {
        size_t top = y * SCALE_ONE / scale, bottom = (y + 1) * SCALE_ONE / scale;
        for (size_t x = 0; x < to.width; x++) {
            size_t left = x * SCALE_ONE / scale, right = (x + 1) * SCALE_ONE / scale;
            uint32_t sum = 0, count = 0;
            for (size_t v = top; v < bottom || v == top; v++)
                for (size_t u = left; u < right || u == left; u++, count++)
                    sum += from->at[v * from->width + u];
            to.at[y * to.width + x] = (uint8_t)(sum / count);
        }
    }
    return to;
}

static void invert(struct picture *picture) {
    for (size_t i = 0; i < picture->width * picture->height; i++)
        picture->at[i] = (uint8_t)(255 - picture->at[i]);
}

/* Four looks: as it is, inverted, cut by what is nearby, that inverted. */
static void look_at_size(struct finder *finder, const struct picture *picture, size_t scale) {
    struct arena arena = {0};
    struct picture whole = resize(&arena, picture, scale);
    struct picture work = make_picture(&arena, whole.width, whole.height);
    size_t pixels = whole.width * whole.height;
    for (int kind = 0; kind < finder->kinds && whole.at && work.at && pixels && !finder->out->more; kind++) {
        if (kind == 2) {
            invert(&whole); /* back to what it was */
            struct picture cut = make_picture(&arena, whole.width, whole.height);
            if (cut.at) cut_by_nearby(&arena, &whole, &cut);
            whole = cut;
        } else if (kind % 2 == 1) {
            invert(&whole);
        }
        if (arena.failed) break;
        memcpy(work.at, whole.at, pixels);
        look_all_over(finder, &work, scale);
    }
    finder->arena->failed = finder->arena->failed || arena.failed;
    arena_release(&arena);
}

static void find(struct arena *arena, struct picture picture, bool drawn, struct qr_codes *out) {
    static const size_t sizes[] = {SCALE_ONE, SCALE_ONE / 2, SCALE_ONE * 2, SCALE_ONE / 4};
    *out = (struct qr_codes){0};
    if (picture.width == 0 || picture.height == 0) return;
    struct finder *finder = arena_alloc(arena, sizeof *finder);
    if (!finder) return;
    finder->arena = arena;
    finder->out = out;
    finder->kinds = drawn ? 2 : 4;
    finder->quirc = quirc_new();
    if (!finder->quirc) {
        arena->failed = true;
        return;
    }
    for (size_t i = 0; i < (drawn ? 2 : 4) && !out->size && !arena->failed; i++)
        if (sizes[i] <= SCALE_ONE || picture.width * picture.height <= ENLARGED_PIXELS)
            look_at_size(finder, &picture, sizes[i]);
    quirc_destroy(finder->quirc);
}

void qr_find(struct arena *arena, const unsigned char *grey, size_t width, size_t height,
             struct qr_codes *out) {
    find(arena, (struct picture){(uint8_t *)(uintptr_t)grey, width, height}, false, out);
}

void qr_find_drawn(struct arena *arena, const unsigned char *grey, size_t width, size_t height,
                   struct qr_codes *out) {
    find(arena, (struct picture){(uint8_t *)(uintptr_t)grey, width, height}, true, out);
}
