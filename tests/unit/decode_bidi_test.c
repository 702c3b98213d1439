/* decode_bidi: the drawn order of lines that UAX 9 explains, and of hostile ones.
 * (The oracles compare thousands of others.) */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "decode/bidi/bidi.h"
#include "unit/check.h"

#define RLE "\xE2\x80\xAB"
#define PDF "\xE2\x80\xAC"
#define RLO "\xE2\x80\xAE"
#define RLI "\xE2\x81\xA7"
#define PDI "\xE2\x81\xA9"
#define ALEF "\xD7\x90"
#define BET "\xD7\x91"
#define GIMEL "\xD7\x92"

static void test_lines(void) {
    static const struct {
        const char *text;
        enum bidi_direction direction;
        bool natural;
        const char *drawn; /* when it is not */
    } rows[] = {
        {"", BIDI_LEFT_TO_RIGHT, true, ""},
        {"plain", BIDI_LEFT_TO_RIGHT, true, ""},
        /* before every order number of genuine mail */
        {RLE "250-1234567-7654321", BIDI_LEFT_TO_RIGHT, true, ""},
        {"no. " RLE "250-1234567-7654321" PDF, BIDI_LEFT_TO_RIGHT, true, ""},
        {RLO "8765-4321-050", BIDI_LEFT_TO_RIGHT, false, "050-1234-5678"},
        {RLO "pj.oc.nozama" PDF "/x", BIDI_LEFT_TO_RIGHT, false, "amazon.co.jp/x"},
        {RLE "5678 1234 050", BIDI_LEFT_TO_RIGHT, false, "050 1234 5678"},
        {RLI "5678 1234" PDI " call", BIDI_LEFT_TO_RIGHT, false, "1234 5678 call"},
        {RLO "8" PDF RLO "7" PDF, BIDI_LEFT_TO_RIGHT, false, "78"},
        {"1 2", BIDI_RIGHT_TO_LEFT, false, "2 1"},
        /* a script of its own in its own order */
        {ALEF BET GIMEL " 12", BIDI_RIGHT_TO_LEFT, true, ""},
        {"name: " ALEF BET, BIDI_LEFT_TO_RIGHT, true, ""},
        /* an override of one letter, and unbalanced ends */
        {"a" RLO "b", BIDI_LEFT_TO_RIGHT, true, ""},
        {PDF PDI "050" PDI PDF, BIDI_LEFT_TO_RIGHT, true, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = {0};
        struct str drawn;
        unsigned long failures = check_failures;
        CHECK(bidi_is_natural(&arena, str_from(rows[i].text), rows[i].direction, &drawn) == rows[i].natural);
        CHECK(str_equal(drawn, str_from(rows[i].drawn)));
        if (check_failures != failures) printf("    row %zu: %.*s\n", i, (int)drawn.size, drawn.at);
        arena_release(&arena);
    }
}

/* Deeper than 125 levels, a hundred thousand controls, nothing closed. */
static void test_floods(void) {
    static const char *const pieces[] = {RLE, RLO, RLI, RLI "a", PDI, "(" RLI, "([{", ALEF "1 "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena arena = {0};
        struct str_builder text;
        struct bidi_text out;
        str_builder_init(&text, &arena, 0);
        for (size_t k = 0; k < 100000; k++) str_builder_str(&text, str_from(pieces[i]));
        CHECK(bidi_resolve(&arena, str_builder_view(&text), BIDI_AUTO, &out));
        uint32_t *order = bidi_order(&arena, &out);
        unsigned char *seen = calloc(out.size, 1);
        size_t distinct = 0, deepest = 0;
        for (size_t k = 0; k < out.size && seen; k++) {
            distinct += !seen[order[k]];
            seen[order[k]] = 1;
            if (out.levels[k] > deepest) deepest = out.levels[k];
        }
        CHECK(distinct == out.size);
        CHECK(deepest <= 127);
        free(seen);
        arena_release(&arena);
    }
}

int main(void) {
    test_lines();
    test_floods();
    return CHECK_END("decode_bidi");
}
