/* content_hidden: text that is there for filters, not for people.
 *
 * In: the hidden runs of the document. Out: invisible_text, when what is hidden
 * by size, colour or place says much that the visible text does not say.
 * Honest mail hides too: a preview line at the top, the other alternative of a
 * multipart, copies for small screens, padding. So parts that are not shown and
 * text that repeats what is seen do not count, nor does a short preview line;
 * how much is new is measured in groups of three letters against a filter made
 * of the visible text (one pass over each, fixed memory).
 *
 * Gets past it: random text inside `display: none`, which honest mail uses too;
 * it counts only in bulk. Wronged: newsletters with long hidden copies. */
#include "facts/content/content_sign.h"
#include "text/fold.h"

#define FILTER_BITS (1u << 18)
#define NEW_LETTERS_MIN 80u        /* hidden letters that the visible text does not have ... */
#define NEW_LETTERS_PLAIN_MIN 600u /* ... for display: none and the like */
#define PREVIEW_LETTERS_MAX 300u

struct filter {
    unsigned char bits[FILTER_BITS / 8];
    struct fold_reader reader;
};

static uint32_t mix(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t hash = a * 2654435761u ^ b * 2246822519u ^ c * 3266489917u;
    return (hash ^ hash >> 15) % FILTER_BITS;
}

/* Runs over the letters of a text; either enters their groups of three into
 * the filter, or counts those that are not in it. */
static size_t run_letters(struct arena *arena, struct filter *filter, struct str text, bool enter,
                          size_t *letters) {
    struct fold_unit unit;
    uint32_t first = 0, second = 0;
    size_t unseen = 0;
    fold_start(&filter->reader, arena, text);
    while (fold_next(&filter->reader, &unit)) {
        bool letter =
            unit.kind == FOLD_LATIN || unit.kind == FOLD_LETTER || unit.kind == FOLD_DIGIT ||
            (unit.kind == FOLD_WIDE && (fold_is_kana(unit.code_point) || fold_is_han(unit.code_point)));
        if (!letter) continue;
        uint32_t third = unit.kind == FOLD_LATIN ? (unsigned char)unit.bytes[0] : unit.code_point;
        uint32_t bit = mix(first, second, third);
        unsigned char mask = (unsigned char)(1u << (bit & 7));
        if (enter)
            filter->bits[bit >> 3] |= mask;
        else if (!(filter->bits[bit >> 3] & mask))
            unseen++;
        ++*letters;
        first = second;
        second = third;
    }
    fold_end(&filter->reader);
    return unseen;
}

/* Hidden so that only a filter reads it. */
static bool is_odd_way(enum hidden hidden) {
    return hidden == HIDDEN_transparent || hidden == HIDDEN_zero_size || hidden == HIDDEN_tiny_font ||
           hidden == HIDDEN_same_colour || hidden == HIDDEN_off_screen;
}

static bool is_plain_way(enum hidden hidden) {
    return hidden == HIDDEN_display_none || hidden == HIDDEN_visibility || hidden == HIDDEN_hidden_attribute;
}

void content_find_hidden(struct arena *arena, struct facts *facts) {
    const struct document *document = &facts->message->document;
    if (document->hidden_text.size < NEW_LETTERS_MIN) return;
    struct filter *filter = arena_alloc(arena, sizeof *filter);
    if (filter == NULL) return;
    size_t visible = 0, odd_new = 0, plain_new = 0;
    run_letters(arena, filter, document->text, true, &visible);
    bool at_top = true; /* nothing visible so far: a preview line */
    struct span first = {0, 0};
    for (size_t i = 0; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden == HIDDEN_none) {
            at_top = at_top && run->span.from == run->span.to;
            continue;
        }
        if (!is_odd_way(run->hidden) && !is_plain_way(run->hidden)) continue;
        size_t letters = 0;
        size_t unseen = run_letters(
            arena, filter, str_slice(document->hidden_text, run->span.from, run->span.to), false, &letters);
        if (at_top && letters <= PREVIEW_LETTERS_MAX) continue;
        if (first.to == 0 && unseen > 0) first = run->span;
        if (is_odd_way(run->hidden))
            odd_new += unseen;
        else
            plain_new += unseen;
    }
    if (odd_new < NEW_LETTERS_MIN && plain_new < NEW_LETTERS_PLAIN_MIN) return;
    struct content_fact *fact = list_add(arena, &facts->contents);
    if (fact == NULL) return;
    *fact = (struct content_fact){.sign = CONTENT_invisible_text, .part = PART_TEXT, .hidden_span = first};
}
