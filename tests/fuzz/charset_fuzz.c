/* charset: bytes to text by every way that decode/ has.
 *
 * In: the first byte picks a label, the rest are the bytes. Whatever they are,
 * the text is well-formed UTF-8 and of bounded size. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "decode/encoded_word.h"
#include "decode/transfer.h"
#include "decode/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A byte becomes at most one code point of three bytes, or the two of Big5's accented letters. */
static void expect_text(struct str text, size_t size_max) {
    if (!utf8_is_valid(text) || text.size > size_max) abort();
}

static void expect_normal_forms(struct arena *arena, struct str text) {
    expect_text(unicode_nfc(arena, text), 6 * text.size);
    expect_text(unicode_nfkc_casefold(arena, text), 6 * text.size);
    expect_text(unicode_skeleton(arena, text), 6 * text.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const more_labels[] = {"",          "us-ascii", "utf-7",     "cp50221",
                                              "x-unknown", "utf-16",   "iso-8859-1"};
    if (size == 0) return 0;
    struct arena arena = {0};
    struct oddities oddities = {0};
    size_t pick = data[0] % (CHARSET_COUNT + sizeof more_labels / sizeof *more_labels);
    struct str bytes = {(const char *)data + 1, size - 1};
    struct str label =
        pick < CHARSET_COUNT ? charset_name((enum charset)pick) : str_from(more_labels[pick - CHARSET_COUNT]);
    size_t malformed = 0;
    enum charset charset = charset_from_label(label);
    struct str text = charset_decode(&arena, charset, bytes, &malformed);
    expect_text(text, 3 * bytes.size);
    if (malformed > bytes.size) abort();
    expect_normal_forms(&arena, text);
    expect_text(charset_decode_part(&arena, bytes, label, STR("shift_jis"), &oddities, STR("")),
                3 * bytes.size);
    expect_text(charset_decode_part(&arena, bytes, STR(""), label, &oddities, STR("")), 3 * bytes.size);
    expect_text(encoded_word_decode(&arena, bytes, &oddities, STR("")), 3 * bytes.size);
    if (base64_decode(&arena, bytes, &oddities, STR("")).size > bytes.size) abort();
    if (quoted_printable_decode(&arena, bytes, &oddities, STR("")).size > bytes.size) abort();
    arena_release(&arena);
    return 0;
}
