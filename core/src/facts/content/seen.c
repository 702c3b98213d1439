/* seen: see seen.h. */
#include "facts/content/seen.h"

#include "limits.h"
#include "text/fold.h"

/* In the order in which they are read. */
enum source { SOURCE_SUBJECT, SOURCE_FROM, SOURCE_TEXT, SOURCE_HIDDEN, SOURCE_END };

struct seen_reader {
    struct arena *arena;
    const struct facts *facts;
    struct seen *out;
    enum source source;
    size_t next; /* name or block of the source */
    char *text;  /* `size` of `capacity` bytes, and where each came from */
    struct seen_byte *bytes;
    size_t size, capacity;
    struct fold_reader fold;
    bool open; /* the last line goes on */
    size_t signs, letters;
    uint32_t sign;     /* the last one */
    bool signs_differ; /* of two kinds, or set apart: no mere line across the page */
    bool gap;          /* a blank behind the last sign */
};

enum { DRAWING_SIGNS_MIN = 8 }; /* signs a line may have besides its letters */

static void end_line(struct seen_reader *reader) {
    if (!reader->open) return;
    struct seen_line *line = &reader->out->lines.at[reader->out->lines.size - 1];
    line->to = reader->size;
    line->drawing = reader->signs_differ && reader->signs > reader->letters + DRAWING_SIGNS_MIN;
    if (line->to == line->from && !line->drawing) reader->out->lines.size--;
    reader->open = false;
}

static void start_line(struct seen_reader *reader, enum text_part part, bool hidden, struct str source) {
    end_line(reader);
    struct seen_line *line = list_add(reader->arena, &reader->out->lines);
    if (!line) return;
    *line = (struct seen_line){.part = part, .hidden = hidden, .source = source, .from = reader->size};
    reader->open = true;
    reader->signs = reader->letters = 0;
    reader->signs_differ = reader->gap = false;
}

/* Signs that sentences are written with; currencies, "%" and "@" are kept. */
static bool is_plain_sign(const struct fold_unit *unit) {
    uint32_t c = unit->code_point;
    if (c == 0x3007 || c == 0x3005) return false;
    if (c < 0x80) return c != '$' && c != '%' && c != '@';
    if (c >= 0xFF01 && c <= 0xFF65) return c != 0xFF04 && c != 0xFF05 && c != 0xFF20;
    if (c >= 0xA0 && c <= 0xBF) return c != 0xA3 && c != 0xA5;
    return (c >= 0x2010 && c <= 0x205E) || c == 0x30FB || (c >= 0x3000 && c <= 0x3030) ||
           (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2190 && c <= 0x21FF) || c == 0x2605 || c == 0x2606;
}

static void count_sign(struct seen_reader *reader, uint32_t c) {
    reader->signs_differ = reader->signs_differ || reader->gap || (reader->signs > 0 && c != reader->sign);
    reader->sign = c;
    reader->signs++;
}

/* Room for one character more in both; false without memory. */
static bool make_room(struct seen_reader *reader) {
    size_t before = reader->capacity;
    if (before - reader->size >= FOLD_UNIT_BYTES_MAX) return true;
    size_t after = before + before / 2 + SEEN_AHEAD_BYTES;
    char *text = arena_grow_bytes(reader->arena, reader->text, before, after);
    if (text) reader->text = text; /* the old one may be gone, whatever comes of the other */
    struct seen_byte *bytes =
        arena_grow_bytes(reader->arena, reader->bytes, before * sizeof *bytes, after * sizeof *bytes);
    if (bytes) reader->bytes = bytes;
    if (!text || !bytes) return false;
    reader->capacity = after;
    return true;
}

static void put(struct seen_reader *reader, struct str letters, size_t from, size_t to, int32_t link) {
    if (!make_room(reader)) return;
    struct seen_byte byte = {(uint32_t)from, (uint32_t)to, (uint32_t)(reader->out->lines.size - 1), link};
    for (size_t i = 0; i < letters.size; i++) {
        reader->text[reader->size] = letters.at[i];
        reader->bytes[reader->size++] = byte;
    }
}

/* Behind another digit, with something between the two. */
static bool is_apart_from_digit(const struct seen_reader *reader, size_t from) {
    if (!reader->size) return false;
    const struct seen_byte *last = &reader->bytes[reader->size - 1];
    bool digit = ascii_is_digit((unsigned char)reader->text[reader->size - 1]);
    return digit && (last->to != from || last->line != reader->out->lines.size - 1);
}

static void take(struct seen_reader *reader, const struct fold_unit *unit, size_t base, int32_t link) {
    if (unit->kind == FOLD_SPACE) reader->gap = reader->signs > 0;
    if (unit->kind == FOLD_DROPPED || unit->kind == FOLD_SPACE || unit->kind == FOLD_BREAK) return;
    struct seen_line *line = &reader->out->lines.at[reader->out->lines.size - 1];
    if (line->span.to == 0) line->span.from = base + unit->from;
    line->span.to = base + unit->to;
    bool lettered = unit->kind == FOLD_LATIN || unit->kind == FOLD_DIGIT || unit->kind == FOLD_LETTER;
    if (!lettered && is_plain_sign(unit)) {
        count_sign(reader, unit->code_point);
        return;
    }
    if (reader->size + unit->size > UNDERSTOOD_BYTES_MAX) {
        reader->out->too_long = true;
        return;
    }
    reader->letters++;
    if (unit->kind == FOLD_DIGIT && is_apart_from_digit(reader, base + unit->from))
        put(reader, STR(" "), base + unit->from, base + unit->from, link);
    put(reader, (struct str){unit->bytes, unit->size}, base + unit->from, base + unit->to, link);
}

/* A piece of one source; a line break in it begins a line. */
static void read_piece(struct seen_reader *reader, struct str source, struct span span, int32_t link) {
    struct fold_unit unit;
    fold_start(&reader->fold, reader->arena, str_slice(source, span.from, span.to));
    while (!reader->out->too_long && reader->open && !reader->arena->failed &&
           fold_next(&reader->fold, &unit)) {
        const struct seen_line *line = &reader->out->lines.at[reader->out->lines.size - 1];
        if (unit.kind == FOLD_BREAK)
            start_line(reader, line->part, line->hidden, source);
        else
            take(reader, &unit, span.from, link);
    }
    fold_end(&reader->fold);
}

static void read_header(struct seen_reader *reader, enum text_part part, struct str text) {
    start_line(reader, part, false, text);
    read_piece(reader, text, (struct span){0, text.size}, -1);
}

static void read_block(struct seen_reader *reader, const struct block *block, bool hidden) {
    const struct document *document = &reader->facts->message->document;
    struct str source = hidden ? document->hidden_text : document->text;
    start_line(reader, PART_TEXT, hidden, source);
    for (size_t r = block->runs_from; r < block->runs_to; r++) {
        const struct run *run = &document->runs.at[r];
        if ((run->hidden != HIDDEN_none) == hidden) read_piece(reader, source, run->span, run->link);
    }
}

/* How many names or blocks the source has. */
static size_t count_of(const struct seen_reader *reader) {
    switch (reader->source) {
    case SOURCE_SUBJECT:
        return 1;
    case SOURCE_FROM:
        return facts_envelope(reader->facts)->from.size;
    default:
        return reader->facts->message->document.blocks.size;
    }
}

static void read_next(struct seen_reader *reader) {
    const struct envelope *envelope = facts_envelope(reader->facts);
    if (reader->next == count_of(reader)) {
        end_line(reader);
        if (reader->source == SOURCE_TEXT) reader->out->hidden_from = reader->size;
        reader->source++;
        reader->next = 0;
        return;
    }
    size_t index = reader->next++;
    switch (reader->source) {
    case SOURCE_SUBJECT:
        read_header(reader, PART_SUBJECT, envelope->subject);
        break;
    case SOURCE_FROM:
        read_header(reader, PART_FROM, envelope->from.at[index].name);
        break;
    default:
        read_block(reader, &reader->facts->message->document.blocks.at[index],
                   reader->source == SOURCE_HIDDEN);
    }
}

struct seen_reader *seen_start(struct arena *arena, const struct facts *facts, struct seen *out) {
    *out = (struct seen){.hidden_from = STR_NONE};
    struct seen_reader *reader = arena_alloc(arena, sizeof *reader);
    if (!reader) return NULL;
    *reader = (struct seen_reader){.arena = arena, .facts = facts, .out = out};
    return reader;
}

void seen_reach(struct seen_reader *reader, size_t at) {
    struct seen *out = reader->out;
    if (out->text.size > at && out->text.size - at >= SEEN_AHEAD_BYTES) return;
    while (reader->source < SOURCE_END && !out->too_long && !reader->arena->failed &&
           (reader->size <= at || reader->size - at < SEEN_AHEAD_BYTES))
        read_next(reader);
    end_line(reader);
    out->text = (struct str){reader->text, reader->size};
    out->bytes = reader->bytes;
}

struct str seen_source(const struct seen *seen, size_t from, size_t to) {
    if (from >= to) return (struct str){0};
    const struct seen_line *line = &seen->lines.at[seen->bytes[from].line];
    return str_slice(line->source, seen->bytes[from].from, seen->bytes[to - 1].to);
}
