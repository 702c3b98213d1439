/* lost_escape: see lost_escape.h.
 *
 * "$B" or "$@" opens two-byte text when "(B" or "(J" follows on the same line
 * after an even number of printable bytes. The search for that end only moves
 * forward, so a line full of marks costs no more than its bytes. */
#include "read/document/lost_escape.h"

#include "base/arena.h"

struct search {
    struct str bytes;
    size_t at;       /* everything before was looked at */
    size_t end;      /* the next "(B" or "(J", or bytes.size */
    size_t last_bad; /* behind the last byte that no two-byte text holds */
};

static bool is_mark(struct str bytes, size_t at, char first, const char *seconds) {
    if (at + 1 >= bytes.size || bytes.at[at] != first) return false;
    return bytes.at[at + 1] == seconds[0] || bytes.at[at + 1] == seconds[1];
}

/* Whether two-byte text that begins at `from` has an end; `search->end` is it. */
static bool find_end(struct search *search, size_t from) {
    if (search->end < from || search->end == 0) {
        if (search->at < from) search->at = from;
        search->end = search->bytes.size;
        for (; search->at < search->bytes.size; search->at++) {
            unsigned char byte = (unsigned char)search->bytes.at[search->at];
            if (is_mark(search->bytes, search->at, '(', "BJ")) {
                search->end = search->at++;
                break;
            }
            if (byte <= ' ' || byte >= 0x7F) search->last_bad = search->at + 1;
        }
    }
    bool closed = search->end < search->bytes.size && search->last_bad <= from;
    return closed && search->end > from && (search->end - from) % 2 == 0;
}

struct str lost_escape_restore(struct arena *arena, struct str bytes) {
    if (!str_contains(bytes, STR("$B")) && !str_contains(bytes, STR("$@"))) return bytes;
    struct search search = {.bytes = bytes};
    struct str_builder builder;
    str_builder_init(&builder, arena, bytes.size + bytes.size / 8);
    size_t at = 0;
    while (at < bytes.size) {
        if (!is_mark(bytes, at, '$', "B@") || !find_end(&search, at + 2)) {
            str_builder_byte(&builder, bytes.at[at++]);
            continue;
        }
        str_builder_byte(&builder, 0x1B);
        str_builder_str(&builder, str_slice(bytes, at, search.end));
        str_builder_byte(&builder, 0x1B);
        str_builder_str(&builder, str_slice(bytes, search.end, search.end + 2));
        at = search.end + 2;
    }
    return str_builder_view(&builder);
}
