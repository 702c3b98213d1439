/* handed_source: see handed_source.h.
 *
 * Gets past it: nothing; links and words round the source are judged as before.
 * Wronged: somebody who quotes header lines of a source in a mail of their own gets
 * the quoted message judged, and is told whose it is. */
#include "read/handed_source.h"

#include "base/arena.h"
#include "limits.h"
#include "read/header.h"
#include "read/source.h"
#include "read/view_label.h"

struct place {
    size_t from; /* where the head begins */
    bool quoted; /* every line of it stands behind ">" */
    bool found;
};

/* The line without the mark of a quote. */
static struct str unquote(struct str line, bool *quoted) {
    *quoted = line.size > 0 && line.at[0] == '>';
    if (*quoted) line = str_skip(line, 1);
    return *quoted && line.size && line.at[0] == ' ' ? str_skip(line, 1) : line;
}

/* The fields of one head so far. */
struct fields {
    bool from, source;
};

static void note_field(struct fields *fields, struct str line) {
    struct str name = str_slice(line, 0, header_name_size(line));
    fields->from |= str_equal_ascii(name, STR("from"));
    fields->source |= source_is_field(name);
}

/* A reading view tells whose message it is: a head below it is a part of that message,
 * and must not put another sender in its place. */
static bool says_sender(struct str line) {
    struct str value;
    bool colon;
    return view_label_read(line, &value, &colon) == VIEW_FROM && colon;
}

static struct place find(struct str text) {
    enum line_ends ends = line_ends_find(text);
    struct place place = {0};
    struct fields fields = {0};
    bool inside = false;
    for (size_t at = 0; at < text.size;) {
        size_t next = line_end_after(text, at, ends);
        bool quoted;
        struct str line = unquote(line_view(text, at, next), &quoted);
        bool field = header_name_size(line) > 0;
        bool folded = inside && line.size && ascii_is_space((unsigned char)line.at[0]);
        if (inside && (quoted != place.quoted || (!field && !folded))) {
            if (fields.from && fields.source) break;
            if (fields.from) return (struct place){0};
            inside = false;
        }
        if (!inside && field) {
            place = (struct place){at, quoted, false};
            fields = (struct fields){0};
            inside = true;
        }
        if (!inside && (at > FORWARD_NOTE_BYTES_MAX || says_sender(line))) return (struct place){0};
        if (field) note_field(&fields, line);
        at = next;
    }
    place.found = inside && fields.from && fields.source && place.from <= FORWARD_NOTE_BYTES_MAX;
    return place;
}

bool handed_source_is(struct str text) { return find(str_slice(text, 0, HANDED_SOURCE_PEEK_BYTES)).found; }

/* A word that stands nowhere in the text. */
static struct str find_boundary(struct arena *arena, struct str text) {
    for (uint64_t number = 0;; number++) {
        struct str_builder word;
        str_builder_init(&word, arena, 32);
        str_builder_str(&word, STR("handed-on-"));
        str_builder_number(&word, number);
        str_builder_str(&word, STR("-source"));
        if (arena->failed || number == 8 || !str_contains(text, str_builder_view(&word)))
            return str_builder_view(&word);
    }
}

static void open_part(struct str_builder *out, struct str boundary, struct str type) {
    str_builder_str(out, STR("\n--"));
    str_builder_str(out, boundary);
    str_builder_str(out, STR("\nContent-Type: "));
    str_builder_str(out, type);
    str_builder_str(out, STR("\n\n"));
}

struct str handed_source_wrap(struct arena *arena, struct str text, struct str type, struct str *boundary) {
    struct place place = find(text);
    enum line_ends ends = line_ends_find(text);
    *boundary = find_boundary(arena, text);
    struct str_builder out;
    str_builder_init(&out, arena, text.size + 512);
    open_part(&out, *boundary, type);
    str_builder_str(&out, str_slice(text, 0, place.from));
    open_part(&out, *boundary, STR("message/rfc822"));
    size_t at = place.from;
    while (at < text.size) {
        size_t next = line_end_after(text, at, ends);
        bool quoted;
        struct str line = unquote(line_view(text, at, next), &quoted);
        if (place.quoted && !quoted) break;
        str_builder_str(&out, place.quoted ? line : line_view(text, at, next));
        str_builder_byte(&out, '\n');
        at = next;
    }
    if (str_trim(str_skip(text, at)).size) {
        open_part(&out, *boundary, type);
        str_builder_str(&out, str_skip(text, at));
    }
    str_builder_str(&out, STR("\n--"));
    str_builder_str(&out, *boundary);
    str_builder_str(&out, STR("--\n"));
    return str_builder_view(&out);
}
