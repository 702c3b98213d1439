/* charset_driver: decodes what the charset oracle sends.
 *
 * In: on standard input, per case, a byte with the size of a label, the label,
 * four bytes with the size of the bytes (little-endian), the bytes.
 * Out: per case, 1 or 0 for "something was malformed", four bytes with the
 * size of the text, the text. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "decode/charset/charset.h"

static bool read_bytes(void *into, size_t size) { return fread(into, 1, size, stdin) == size; }

static uint32_t read_size(const unsigned char *bytes) {
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void write_result(struct str text, size_t malformed) {
    uint32_t size = (uint32_t)text.size;
    putchar(malformed > 0);
    for (int shift = 0; shift < 32; shift += 8) putchar((int)(size >> shift & 0xFF));
    fwrite(text.at, 1, text.size, stdout);
}

int main(void) {
    unsigned char label_size, size_bytes[4];
    char label[255];
    while (read_bytes(&label_size, 1)) {
        if (!read_bytes(label, label_size) || !read_bytes(size_bytes, sizeof size_bytes)) return 1;
        size_t size = read_size(size_bytes), malformed = 0;
        char *bytes = malloc(size + 1);
        if (!bytes || !read_bytes(bytes, size)) return 1;
        struct arena arena = {0};
        enum charset charset = charset_from_label((struct str){label, label_size});
        if (charset == CHARSET_NONE) return 1;
        struct str text = charset_decode(&arena, charset, (struct str){bytes, size}, &malformed);
        write_result(text, malformed);
        arena_release(&arena);
        free(bytes);
    }
    return 0;
}
