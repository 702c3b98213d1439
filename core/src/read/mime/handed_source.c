/* handed_source: see handed_source.h.
 *
 * Gets past it: nothing; links and words round the source are judged as before.
 * Wronged: somebody who quotes header lines of a source in a mail of their own gets
 * the quoted message judged, and is told whose it is. */
#include "read/mime/handed_source.h"

#include "base/arena.h"
#include "limits.h"
#include "read/mime/header.h"
#include "read/mime/source.h"
#include "read/mime/view_label.h"

struct place {
    size_t from;       /* where the head begins */
    struct str prefix; /* what stands before every line of it: "> ", blanks, nothing */
    bool found;
};

/* Lines at least that long were broken by the program that quotes them, when what
 * follows is no field: programs break at 60 columns and more. */
#define BROKEN_LINE_MIN 60

/* The marks of quotes and blanks at the beginning of a line. */
static struct str prefix_of(struct str line) {
    size_t size = 0;
    while (size < line.size && (line.at[size] == '>' || line.at[size] == ' ' || line.at[size] == '\t'))
        size++;
    return str_slice(line, 0, size);
}

/* Takes the prefix off a line; false for a line that has none. Empty lines have often
 * lost the blanks of theirs. */
static bool unquote(struct str *line, struct str prefix) {
    struct str mark = prefix;
    while (mark.size && ascii_is_space((unsigned char)mark.at[mark.size - 1])) mark.size--;
    if (str_starts(*line, prefix))
        *line = str_skip(*line, prefix.size);
    else if (mark.size && str_starts(*line, mark))
        *line = str_skip(*line, mark.size);
    else if (!mark.size && !str_trim(*line).size)
        *line = STR("");
    else
        return false;
    return true;
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

/* What a line is to the head that is being read. */
enum head_line { LINE_FIELD, LINE_FOLDED, LINE_BROKEN, LINE_OTHER };

static enum head_line head_line(struct str line, size_t size_before) {
    if (line.size && ascii_is_space((unsigned char)line.at[0])) return LINE_FOLDED;
    if (header_name_size(line)) return LINE_FIELD;
    return line.size && size_before >= BROKEN_LINE_MIN ? LINE_BROKEN : LINE_OTHER;
}

static struct place find(struct str text) {
    enum line_ends ends = line_ends_find(text);
    struct place place = {0};
    struct fields fields = {0};
    bool inside = false;
    size_t size_before = 0;
    for (size_t at = 0; at < text.size;) {
        size_t next = line_end_after(text, at, ends);
        struct str whole = line_view(text, at, next), line = whole;
        if (inside && (!unquote(&line, place.prefix) || head_line(line, size_before) == LINE_OTHER)) {
            if (fields.from && fields.source) break;
            if (fields.from) return (struct place){0};
            inside = false;
        }
        if (!inside) {
            struct str prefix = prefix_of(whole);
            line = str_skip(whole, prefix.size);
            inside = header_name_size(line) > 0;
            if (!inside && (at > FORWARD_NOTE_BYTES_MAX || says_sender(line))) return (struct place){0};
            place = (struct place){at, prefix, false};
            fields = (struct fields){0};
        }
        if (inside && head_line(line, 0) == LINE_FIELD) note_field(&fields, line);
        size_before = line.size;
        at = next;
    }
    place.found = inside && fields.from && fields.source && place.from <= FORWARD_NOTE_BYTES_MAX;
    return place;
}

bool handed_source_may_be(struct str markup) {
    static const struct str names[] = {STR_INIT("message-id"), STR_INIT("received"),
                                       STR_INIT("mime-version")};
    for (size_t at = 0; (at = str_find_byte(markup, ':', at)) != STR_NONE; at++) {
        char last = at ? ascii_lower(markup.at[at - 1]) : ' ';
        if (last != 'd' && last != 'n') continue; /* style sheets are full of colons */
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (str_ends_ascii(str_slice(markup, 0, at), names[i])) return true;
    }
    return false;
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

/* The lines of the source, as they were before somebody quoted it; where they end. */
static size_t write_source(struct str_builder *out, struct str text, struct place place) {
    enum line_ends ends = line_ends_find(text);
    size_t at = place.from, size_before = 0;
    bool head = true, marked = str_find_byte(place.prefix, '>', 0) != STR_NONE;
    while (at < text.size) {
        size_t next = line_end_after(text, at, ends);
        struct str line = line_view(text, at, next);
        if (!unquote(&line, place.prefix)) {
            if (marked) break;
            line = str_trim(line); /* the program that indented it broke it, too */
        }
        head &= head_line(line, size_before) != LINE_OTHER;
        if (head && head_line(line, size_before) == LINE_BROKEN) str_builder_byte(out, ' ');
        str_builder_str(out, line);
        str_builder_byte(out, '\n');
        size_before = line.size;
        at = next;
    }
    return at;
}

struct str handed_source_wrap(struct arena *arena, struct str text, struct str type, struct str *boundary) {
    struct place place = find(text);
    *boundary = find_boundary(arena, text);
    struct str_builder out;
    str_builder_init(&out, arena, text.size + 512);
    open_part(&out, *boundary, type);
    str_builder_str(&out, str_slice(text, 0, place.from));
    open_part(&out, *boundary, STR("message/rfc822"));
    size_t end = write_source(&out, text, place);
    if (str_trim(str_skip(text, end)).size) {
        open_part(&out, *boundary, type);
        str_builder_str(&out, str_skip(text, end));
    }
    str_builder_str(&out, STR("\n--"));
    str_builder_str(&out, *boundary);
    str_builder_str(&out, STR("--\n"));
    return str_builder_view(&out);
}
