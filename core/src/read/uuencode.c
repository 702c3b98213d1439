/* uuencode: see uuencode.h. The length character of each line says how many
 * bytes it holds; a line that contradicts itself ends the file. */
#include "read/uuencode.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "limits.h"

/* "begin 644 name.ext": the name, or "". */
static struct str begin_name(struct str line) {
    if (!str_starts(line, STR("begin "))) return (struct str){NULL, 0};
    size_t at = 6;
    while (at < line.size && line.at[at] >= '0' && line.at[at] <= '7') at++;
    if (at < 9 || at > 10 || at >= line.size || line.at[at] != ' ') return (struct str){NULL, 0};
    return str_trim(str_skip(line, at));
}

/* How many bytes a line holds; -1 when it cannot be one. */
static int line_bytes(struct str line) {
    if (line.size == 0 || line.at[0] < ' ' || line.at[0] > '`') return -1;
    int bytes = (line.at[0] - ' ') & 63;
    size_t needed = (size_t)(bytes + 2) / 3 * 4;
    if (line.size < 1 + (size_t)(bytes * 4 + 2) / 3 || line.size > needed + 3) return -1;
    for (size_t i = 1; i < line.size; i++)
        if (line.at[i] < ' ' || line.at[i] > '`') return -1;
    return bytes;
}

/* Skips the lines of a file; true with its size when at least one was there. */
static bool skip_file(struct str *rest, size_t *bytes) {
    struct str ahead = *rest;
    bool any = false;
    *bytes = 0;
    while (ahead.size) {
        struct str after = ahead;
        struct str line = str_cut_line(&after);
        if (str_equal(str_trim(line), STR("end"))) {
            ahead = after;
            break;
        }
        int count = line_bytes(line);
        if (count < 0) break;
        *bytes += (size_t)count;
        any |= count > 0;
        ahead = after;
    }
    if (any) *rest = ahead;
    return any;
}

struct str uuencode_cut(struct arena *arena, struct str text, struct message *message, struct str place) {
    if (!str_starts(text, STR("begin ")) && !str_contains(text, STR("\nbegin "))) return text;
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size);
    struct str rest = text;
    while (rest.size) {
        struct str line = str_cut_line(&rest);
        struct str name = begin_name(line);
        size_t bytes;
        if (name.size && skip_file(&rest, &bytes)) {
            oddity_add(&message->oddities, ODDITY_uuencoded, place);
            bool full = message->attachments.size >= MIME_PARTS_MAX;
            if (full) oddity_add(&message->oddities, ODDITY_attachment_limit, place);
            struct attachment *attachment = full ? NULL : list_add(arena, &message->attachments);
            if (attachment)
                *attachment = (struct attachment){name, STR("application/octet-stream"), bytes, false};
            continue;
        }
        str_builder_str(&builder, line);
        str_builder_byte(&builder, '\n');
    }
    return str_builder_view(&builder);
}
