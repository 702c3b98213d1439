/* bidi_order: from levels to the order in which characters are drawn, and whether
 * that is the order in which a person would read them. See bidi.h. */
#include "base/arena.h"
#include "base/utf8.h"
#include "decode/bidi/bidi.h"
#include "decode/unicode.h"

enum { NO_STRETCH = -1 };

/* ---- L2: the order, without reversing anything twice ---- */

/* Characters of one level beside each other. */
struct stretch {
    uint32_t from, to;
    uint8_t level;
    int32_t next; /* the one drawn right of it */
};

/* Stretches in their order already, of one level and above. */
struct range {
    uint8_t level;
    int32_t left, right;
};

static void join_last(struct stretch *stretches, struct range *ranges, size_t *size) {
    struct range last = ranges[--*size], *before = &ranges[*size - 1];
    bool turned = before->level & 1;
    struct range left = turned ? last : *before, right = turned ? *before : last;
    stretches[left.right].next = right.left;
    before->left = left.left;
    before->right = right.right;
}

static int32_t order_stretches(struct stretch *stretches, size_t count, struct range *ranges) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        struct stretch *stretch = &stretches[i];
        while (size > 1 && ranges[size - 1].level > stretch->level &&
               ranges[size - 2].level >= stretch->level)
            join_last(stretches, ranges, &size);
        struct range *top = size ? &ranges[size - 1] : NULL;
        if (!top || top->level < stretch->level) {
            ranges[size++] = (struct range){stretch->level, (int32_t)i, (int32_t)i};
            continue;
        }
        if (stretch->level & 1) {
            stretch->next = top->left;
            top->left = (int32_t)i;
        } else {
            stretches[top->right].next = (int32_t)i;
            top->right = (int32_t)i;
        }
        top->level = stretch->level;
    }
    while (size > 1) join_last(stretches, ranges, &size);
    return size ? ranges[0].left : NO_STRETCH;
}

uint32_t *bidi_order(struct arena *arena, const struct bidi_text *text) {
    uint32_t *order = arena_array(arena, text->size + 1, sizeof *order);
    struct stretch *stretches = arena_array(arena, text->size + 1, sizeof *stretches);
    struct range *ranges = arena_array(arena, text->size + 1, sizeof *ranges);
    if (!order || !stretches || !ranges) return NULL;
    size_t count = 0, size = 0;
    for (size_t i = 0; i < text->size;) {
        size_t end = i;
        while (end < text->size && text->levels[end] == text->levels[i]) end++;
        stretches[count++] = (struct stretch){(uint32_t)i, (uint32_t)end, text->levels[i], NO_STRETCH};
        i = end;
    }
    for (int32_t at = order_stretches(stretches, count, ranges); at != NO_STRETCH; at = stretches[at].next) {
        const struct stretch *stretch = &stretches[at];
        for (uint32_t k = 0; k < stretch->to - stretch->from; k++)
            order[size++] = stretch->level & 1 ? stretch->to - 1 - k : stretch->from + k;
    }
    return order;
}

/* ---- is that the natural order? ---- */

bool bidi_may_turn(struct str text) {
    for (size_t at = 0; at < text.size; at++) {
        unsigned char byte = (unsigned char)text.at[at];
        if (byte < 0xD6) continue;
        if (byte < 0xE0 || byte >= 0xF0 || byte == 0xEF) return true; /* Hebrew, Arabic ... and their forms */
        if (byte == 0xE0) return true;
        if (byte == 0xE2 && at + 1 < text.size && (unsigned char)text.at[at + 1] <= 0x81) return true;
    }
    return false;
}

static bool is_control(uint32_t code_point) { return unicode_is_bidi_control(code_point); }

static struct str without_controls(struct arena *arena, struct str text) {
    struct str_builder plain;
    str_builder_init(&plain, arena, text.size);
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        if (!is_control(utf8_next(text, &at))) str_builder_str(&plain, str_slice(text, from, at));
    }
    return str_builder_view(&plain);
}

static struct str draw(struct arena *arena, const struct bidi_text *text, const uint32_t *order) {
    struct str_builder drawn;
    str_builder_init(&drawn, arena, text->size);
    for (size_t i = 0; i < text->size; i++) {
        uint32_t code_point = text->code_points[order[i]];
        if (!is_control(code_point)) str_builder_code_point(&drawn, code_point);
    }
    return str_builder_view(&drawn);
}

bool bidi_is_natural(struct arena *arena, struct str text, enum bidi_direction direction, struct str *drawn) {
    if (drawn) *drawn = STR("");
    struct bidi_text with, plain;
    if (!bidi_resolve(arena, text, direction, &with)) return true;
    if (!bidi_resolve(arena, without_controls(arena, text), BIDI_AUTO, &plain)) return true;
    const uint32_t *order = bidi_order(arena, &with), *natural = bidi_order(arena, &plain);
    if (!order || !natural) return true;
    bool same = true;
    for (size_t i = 0, k = 0; same; i++, k++) {
        while (i < with.size && !bidi_is_letter(with.code_points[order[i]])) i++;
        while (k < plain.size && !bidi_is_letter(plain.code_points[natural[k]])) k++;
        if (i >= with.size || k >= plain.size) break;
        same = with.code_points[order[i]] == plain.code_points[natural[k]];
    }
    if (!same && drawn) *drawn = draw(arena, &with, order);
    return same;
}
