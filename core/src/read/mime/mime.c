/* mime: one pass over the lines of a message; see mime.h.
 *
 * `level`s are the multiparts and attached messages that are open. Each line
 * that begins with "--" is compared with their boundaries. What is neither a
 * boundary nor a head belongs to the leaf that is open, if any. */
#include "read/mime/mime.h"

#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "decode/charset/charset.h"
#include "decode/transfer.h"
#include "limits.h"
#include "read/html/html.h"
#include "read/mime/handed_source.h"
#include "read/mime/mime_type.h"

enum level_state { LEVEL_PREAMBLE, LEVEL_INSIDE, LEVEL_CLOSED };

struct level {
    uint32_t part;
    bool message; /* an attached message: has no boundary of its own */
    enum level_state state;
    struct str boundary[3]; /* declared, declared twice, guessed */
    bool guessed;           /* a guessed boundary is in use */
    uint32_t children;
};

/* Bytes that are read by a pass of their own: the message itself, and what was
 * encoded as a whole. */
struct work {
    struct str bytes;
    size_t from;
    uint32_t part; /* the part that holds them */
    uint32_t encoded_depth;
};

struct reader {
    struct arena *arena;
    struct mime_parts *parts;
    struct oddities *oddities;
    const struct mime_source *source;
    struct {
        LIST(struct work);
    } works;
    uint32_t encoded_depth;
    /* of the pass */
    struct str bytes;
    enum line_ends ends;
    struct level levels[MIME_DEPTH_MAX];
    size_t depth;
    uint32_t leaf; /* the open leaf, or MIME_NO_PARENT */
    size_t leaf_from;
};

static struct mime_part *part_at(struct reader *reader, uint32_t index) { return &reader->parts->at[index]; }

static struct str place_of(struct reader *reader, uint32_t index) {
    return mime_place(reader->arena, reader->parts, index);
}

/* The line without "--" in front and white space behind. */
static struct str delimiter_text(struct str line) {
    struct str text = str_skip(line, 2);
    while (text.size && ascii_is_space((unsigned char)text.at[text.size - 1])) text.size--;
    return text;
}

/* 0: not a boundary line of this level, 1: between parts, 2: the final one. */
static int match_level(struct level *level, struct str text) {
    for (size_t i = 0; i < 3; i++) {
        struct str boundary = level->boundary[i];
        if (boundary.at == NULL || !str_starts(text, boundary)) continue;
        struct str rest = str_skip(text, boundary.size);
        if (rest.size && !str_equal(rest, STR("--"))) continue;
        if (i < 2 && level->guessed) level->guessed = false;
        return rest.size ? 2 : 1;
    }
    return 0;
}

/* Open levels come first: a boundary used again inside belongs to the outer
 * multipart once the inner one is closed. */
static int match_levels(struct reader *reader, struct str text, size_t *found) {
    for (int closed = 0; closed < 2; closed++)
        for (size_t i = reader->depth; i > 0; i--) {
            struct level *level = &reader->levels[i - 1];
            if (level->message || (level->state == LEVEL_CLOSED) != (closed == 1)) continue;
            int kind = match_level(level, text);
            if (!kind) continue;
            *found = i - 1;
            return kind;
        }
    return 0;
}

/* In front of the first part a line "--x" with "Content-" behind it is a
 * boundary that was declared wrongly; without any declared one, each "--x". */
static bool guess_boundary(struct reader *reader, struct str text, size_t next) {
    if (!reader->depth) return false;
    struct level *level = &reader->levels[reader->depth - 1];
    if (level->message || level->state != LEVEL_PREAMBLE) return false;
    bool declared = level->boundary[0].at != NULL;
    if (text.size == 0 && declared) return false;
    if (declared && !str_starts_ascii(str_skip(reader->bytes, next), STR("content-"))) return false;
    oddity_add(reader->oddities, ODDITY_boundary_missing, place_of(reader, level->part));
    level->boundary[2] = text.at ? text : STR("");
    level->guessed = declared;
    return true;
}

static void close_leaf(struct reader *reader, size_t end) {
    if (reader->leaf == MIME_NO_PARENT) return;
    /* the line end in front of a boundary belongs to the boundary */
    if (end > reader->leaf_from && end < reader->bytes.size) {
        if (reader->ends == LINE_ENDS_CR || reader->bytes.at[end - 1] != '\n')
            end--;
        else
            end -= end - 1 > reader->leaf_from && reader->bytes.at[end - 2] == '\r' ? 2 : 1;
    }
    part_at(reader, reader->leaf)->body = str_slice(reader->bytes, reader->leaf_from, end);
    reader->leaf = MIME_NO_PARENT;
}

static struct mime_part *add_part(struct reader *reader, uint32_t parent, uint32_t child, uint32_t depth) {
    struct mime_part *part = list_add(reader->arena, reader->parts);
    if (!part) return NULL;
    part->parent = parent;
    part->child = child;
    part->depth = depth;
    part->type.word = STR("text/plain");
    return part;
}

/* A multipart ends in which no boundary ever stood: what it holds is read as
 * text, after undoing an encoding that a multipart must not have. */
static void close_empty_level(struct reader *reader, struct level *level, size_t end) {
    struct mime_part *owner = part_at(reader, level->part);
    struct str body = str_slice(reader->bytes, (size_t)(owner->body.at - reader->bytes.at), end);
    uint32_t depth = owner->depth;
    bool stray = owner->stray;
    oddity_add(reader->oddities, ODDITY_boundary_missing, place_of(reader, level->part));
    if (owner->encoding != MIME_IDENTITY && reader->encoded_depth < MIME_ENCODED_DEPTH_MAX &&
        owner->shape == MIME_MULTIPART) {
        owner->body = body;
        struct str decoded =
            mime_decode(reader->arena, owner, reader->oddities, place_of(reader, level->part));
        owner->encoding = MIME_IDENTITY;
        struct work *work = list_add(reader->arena, &reader->works);
        if (work) *work = (struct work){decoded, 0, level->part, reader->encoded_depth + 1};
        return;
    }
    if (str_trim(body).size == 0) return;
    struct mime_part *part = add_part(reader, level->part, 1, depth + 1);
    if (!part) return;
    part->body = body;
    part->stray = stray;
}

/* The declared boundary never came: what the guessed one shows is the message. */
static void trust_guess(struct reader *reader, const struct level *level) {
    bool stray = part_at(reader, level->part)->stray;
    for (size_t i = level->part + 1; i < reader->parts->size; i++) reader->parts->at[i].stray = stray;
}

/* Closes every level above `keep`, whose text ends at `end`. */
static void close_levels(struct reader *reader, size_t keep, size_t end) {
    close_leaf(reader, end);
    while (reader->depth > keep) {
        struct level *level = &reader->levels[--reader->depth];
        if (level->message) continue;
        if (level->guessed) trust_guess(reader, level);
        if (level->state == LEVEL_PREAMBLE)
            close_empty_level(reader, level, end);
        else if (level->state == LEVEL_INSIDE)
            oddity_add(reader->oddities, ODDITY_multipart_unclosed, place_of(reader, level->part));
    }
}

/* Where the head that begins at `from` must end at the latest: an empty line
 * or a boundary line. */
static size_t head_limit(struct reader *reader, size_t from) {
    size_t at = from, found;
    while (at < reader->bytes.size) {
        size_t next = line_end_after(reader->bytes, at, reader->ends);
        struct str line = line_view(reader->bytes, at, next);
        if (line.size == 0) return next;
        if (str_starts(line, STR("--")) && match_levels(reader, delimiter_text(line), &found)) return at;
        at = next;
    }
    return at;
}

static void push_level(struct reader *reader, uint32_t index, bool message) {
    struct mime_part *part = part_at(reader, index);
    struct level *level = &reader->levels[reader->depth++];
    memset(level, 0, sizeof *level);
    level->part = index;
    level->message = message;
    for (size_t i = 0; i < 2 && !message; i++) {
        struct str boundary = parameters_find(&part->type, STR("boundary"), i);
        while (boundary.size && ascii_is_space((unsigned char)boundary.at[boundary.size - 1]))
            boundary.size--;
        if (boundary.size) level->boundary[i] = boundary;
    }
}

/* Decides what a part with a read head is and opens it at `from`. Returns true
 * when another head follows at once: that of an attached message. */
static bool open_part(struct reader *reader, uint32_t index, size_t from) {
    struct mime_part *part = part_at(reader, index);
    mime_type_read(reader->arena, reader->parts, index, reader->oddities);
    part->body = str_skip(reader->bytes, from);
    bool encoded = part->encoding != MIME_IDENTITY;
    bool deep = reader->depth >= MIME_DEPTH_MAX || part->depth >= MIME_DEPTH_MAX;
    if (part->shape != MIME_LEAF && deep) {
        oddity_add(reader->oddities, ODDITY_depth_limit, (struct str){NULL, 0});
        part->shape = MIME_LEAF;
    }
    if (part->shape == MIME_MULTIPART || (part->shape == MIME_MESSAGE && !encoded)) {
        push_level(reader, index, part->shape == MIME_MESSAGE);
        return part->shape == MIME_MESSAGE;
    }
    reader->leaf = index;
    reader->leaf_from = from;
    return false;
}

/* Opens the part whose head begins at `at`; returns where its body begins. */
static size_t open_head(struct reader *reader, size_t at) {
    bool again = true;
    while (again) {
        struct level *level = reader->depth ? &reader->levels[reader->depth - 1] : NULL;
        if (!level || reader->parts->size >= MIME_PARTS_MAX) {
            oddity_add(reader->oddities, ODDITY_part_limit, (struct str){NULL, 0});
            return at;
        }
        uint32_t depth = part_at(reader, level->part)->depth + 1;
        bool stray = level->state == LEVEL_CLOSED || level->guessed || part_at(reader, level->part)->stray;
        struct mime_part *part = add_part(reader, level->part, ++level->children, depth);
        if (!part) return reader->bytes.size;
        part->stray = stray;
        uint32_t index = (uint32_t)reader->parts->size - 1;
        size_t limit = head_limit(reader, at);
        struct headers headers = {0};
        struct str head = str_slice(reader->bytes, 0, limit);
        at = header_read(reader->arena, head, at, reader->ends, reader->source->loose_blank, &headers,
                         reader->oddities, place_of(reader, index));
        part_at(reader, index)->headers = headers;
        again = open_part(reader, index, at);
    }
    return at;
}

/* Reads the lines from `at` on; levels and leaf are set up. */
static void read_lines(struct reader *reader, size_t at) {
    struct str bytes = reader->bytes;
    while (at < bytes.size) {
        size_t next = line_end_after(bytes, at, reader->ends);
        if (bytes.at[at] == '-' && at + 1 < bytes.size && bytes.at[at + 1] == '-') {
            struct str text = delimiter_text(line_view(bytes, at, next));
            size_t found = 0;
            int kind = match_levels(reader, text, &found);
            if (!kind && guess_boundary(reader, text, next)) kind = match_levels(reader, text, &found);
            if (kind && reader->parts->size >= MIME_PARTS_MAX) {
                oddity_add(reader->oddities, ODDITY_part_limit, (struct str){NULL, 0});
                break;
            }
            if (kind) {
                close_levels(reader, found + 1, at);
                struct level *level = &reader->levels[found];
                if (kind == 2)
                    level->state = LEVEL_CLOSED;
                else {
                    if (level->state == LEVEL_PREAMBLE) level->state = LEVEL_INSIDE;
                    next = open_head(reader, next);
                }
            }
        }
        at = next;
    }
    close_levels(reader, 0, bytes.size);
}

/* Text, plain or with markup, in which somebody may hand a source on. */
static bool may_hand_on(struct reader *reader, const struct mime_part *part) {
    bool html = str_equal(part->type.word, STR("text/html"));
    if (part->shape != MIME_LEAF || part->stray || (!html && !str_equal(part->type.word, STR("text/plain"))))
        return false;
    return part->parent == MIME_NO_PARENT || !part_at(reader, part->parent)->hands_on;
}

/* The text of a leaf that may hand a source on; "" when it does not. */
static struct str handed_text(struct reader *reader, struct arena *arena, const struct mime_part *part,
                              bool *drawn) {
    bool html = str_equal(part->type.word, STR("text/html"));
    struct mime_part peek = *part;
    struct str none = {NULL, 0};
    if (!html) peek.body = str_slice(peek.body, 0, HANDED_SOURCE_PEEK_BYTES);
    struct str text = mime_decode(arena, &peek, NULL, none);
    if (html) {
        if (!handed_source_may_be(text)) return none;
        struct str label = parameters_find(&part->type, STR("charset"), 0);
        struct oddities ignored = {0};
        text = charset_decode_part(arena, text, label, html_meta_charset(text), &ignored, none);
        struct html_lines lines;
        html_read_lines(arena, text, &lines);
        text = lines.text;
        *drawn = lines.drawn || lines.reordered;
    }
    if (!handed_source_is(str_slice(text, 0, HANDED_SOURCE_PEEK_BYTES))) return none;
    return html ? text : mime_decode(arena, part, reader->oddities, none);
}

static void set_multipart(struct reader *reader, uint32_t index, struct str word, struct str boundary) {
    struct mime_part *part = part_at(reader, index);
    part->shape = MIME_MULTIPART;
    part->encoding = MIME_IDENTITY;
    part->has_type = true;
    part->type = (struct parameters){.word = word};
    struct parameter *parameter = boundary.size ? list_add(reader->arena, &part->type) : NULL;
    if (parameter) *parameter = (struct parameter){STR("boundary"), boundary};
}

/* Beside a text with markup stands what it hands on, as the form that is shown: what
 * the links of the markup hide is judged as in any form that is not shown. */
static uint32_t add_forms(struct reader *reader, uint32_t index) {
    struct mime_part markup = *part_at(reader, index);
    set_multipart(reader, index, STR("multipart/alternative"), (struct str){NULL, 0});
    part_at(reader, index)->hands_on = true;
    struct mime_part *first = add_part(reader, index, 1, markup.depth + 1);
    if (!first) return index;
    markup.parent = index;
    markup.child = 1;
    markup.depth++;
    *first = markup;
    return add_part(reader, index, 2, markup.depth) ? (uint32_t)reader->parts->size - 1 : index;
}

/* A text with a whole source in it becomes the two or three parts that it is. */
static void hand_on(struct reader *reader, uint32_t index, struct str text) {
    struct mime_part *part = part_at(reader, index);
    bool html = str_equal(part->type.word, STR("text/html"));
    if (reader->encoded_depth >= MIME_ENCODED_DEPTH_MAX || reader->parts->size + 2 > MIME_PARTS_MAX) {
        oddity_add(reader->oddities, ODDITY_depth_limit, (struct str){NULL, 0});
        return;
    }
    const struct header *type = headers_find(&part->headers, STR("content-type"));
    struct str written = html ? STR("text/plain; charset=utf-8") : type ? type->value : STR("text/plain");
    struct str boundary, body = handed_source_wrap(reader->arena, text, written, &boundary);
    if (html) index = add_forms(reader, index);
    set_multipart(reader, index, STR("multipart/mixed"), boundary);
    struct work *work = list_add(reader->arena, &reader->works);
    if (work) *work = (struct work){body, 0, index, reader->encoded_depth + 1};
}

static void queue_handed_source(struct reader *reader, uint32_t index) {
    struct arena own = {0}; /* what lies between the part and what it becomes */
    bool drawn = false;
    struct str text = handed_text(reader, &own, part_at(reader, index), &drawn);
    if (own.failed) reader->arena->failed = true;
    if (text.size) {
        oddity_add(reader->oddities, ODDITY_source_quoted, place_of(reader, index));
        if (drawn) oddity_add(reader->oddities, ODDITY_quote_drawn, place_of(reader, index));
        hand_on(reader, index, text);
    }
    arena_release(&own);
}

/* Leaves that are messages in an encoding get a pass of their own. */
static void queue_encoded_messages(struct reader *reader, uint32_t from) {
    for (uint32_t i = from; i < reader->parts->size; i++) {
        struct mime_part *part = part_at(reader, i);
        if (may_hand_on(reader, part)) queue_handed_source(reader, i);
        part = part_at(reader, i); /* the list may have grown, and moved */
        if (part->shape != MIME_MESSAGE || part->encoding == MIME_IDENTITY) continue;
        if (reader->encoded_depth >= MIME_ENCODED_DEPTH_MAX) {
            oddity_add(reader->oddities, ODDITY_depth_limit, (struct str){NULL, 0});
            part->shape = MIME_LEAF;
            continue;
        }
        struct str decoded = mime_decode(reader->arena, part, reader->oddities, place_of(reader, i));
        part_at(reader, i)->encoding = MIME_IDENTITY;
        struct work *work = list_add(reader->arena, &reader->works);
        if (work) *work = (struct work){decoded, 0, i, reader->encoded_depth + 1};
    }
}

static void run_work(struct reader *reader, const struct work *work) {
    reader->bytes = work->bytes;
    reader->encoded_depth = work->encoded_depth;
    reader->depth = 0;
    reader->leaf = MIME_NO_PARENT;
    uint32_t first = (uint32_t)reader->parts->size;
    size_t at = work->from;
    if (work->encoded_depth == 0) {
        first = 0;
        if (open_part(reader, work->part, at)) at = open_head(reader, at);
    } else {
        reader->ends = line_ends_find(work->bytes);
        part_at(reader, work->part)->body = work->bytes;
        bool message = part_at(reader, work->part)->shape == MIME_MESSAGE;
        push_level(reader, work->part, message);
        if (message) at = open_head(reader, at);
    }
    read_lines(reader, at);
    queue_encoded_messages(reader, first);
}

void mime_read(struct arena *arena, const struct mime_source *source, struct mime_parts *out,
               struct oddities *oddities) {
    struct reader *reader = arena_alloc(arena, sizeof *reader);
    if (!reader) return;
    reader->arena = arena;
    reader->parts = out;
    reader->oddities = oddities;
    reader->source = source;
    reader->ends = source->ends;
    struct mime_part *root = add_part(reader, MIME_NO_PARENT, 1, 0);
    struct work *first = list_add(arena, &reader->works);
    if (!root || !first) return;
    root->headers = *source->headers;
    *first = (struct work){source->bytes, source->body, 0, 0};
    for (size_t i = 0; i < reader->works.size; i++) {
        struct work work = reader->works.at[i];
        run_work(reader, &work);
    }
}
