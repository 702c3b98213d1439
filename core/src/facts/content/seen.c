/* seen: see seen.h. */
#include "facts/content/seen.h"

#include "limits.h"
#include "text/fold.h"

struct reader {
    struct arena *arena;
    const struct facts *facts;
    struct seen *out;
    struct str_builder text;
    struct {
        LIST(struct seen_byte);
    } bytes;
    struct fold_reader fold;
    bool open; /* the last line goes on */
    size_t signs, letters;
    uint32_t sign;     /* the last one */
    bool signs_differ; /* of two kinds, or set apart: no mere line across the page */
    bool gap;          /* a blank behind the last sign */
};

enum { DRAWING_SIGNS_MIN = 8 }; /* signs a line may have besides its letters */

static void end_line(struct reader *reader) {
    if (!reader->open) return;
    struct seen_line *line = &reader->out->lines.at[reader->out->lines.size - 1];
    line->to = reader->text.size;
    line->drawing = reader->signs_differ && reader->signs > reader->letters + DRAWING_SIGNS_MIN;
    if (line->to == line->from && !line->drawing) reader->out->lines.size--;
    reader->open = false;
}

static void start_line(struct reader *reader, enum text_part part, bool hidden, struct str source) {
    end_line(reader);
    struct seen_line *line = list_add(reader->arena, &reader->out->lines);
    if (!line) return;
    *line = (struct seen_line){.part = part, .hidden = hidden, .source = source, .from = reader->text.size};
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

static void count_sign(struct reader *reader, uint32_t c) {
    reader->signs_differ = reader->signs_differ || reader->gap || (reader->signs > 0 && c != reader->sign);
    reader->sign = c;
    reader->signs++;
}

static void put(struct reader *reader, struct str letters, size_t from, size_t to, int32_t link) {
    struct seen_byte byte = {(uint32_t)from, (uint32_t)to, (uint32_t)(reader->out->lines.size - 1), link};
    if (reader->bytes.capacity - reader->bytes.size >= letters.size) {
        for (size_t i = 0; i < letters.size; i++) reader->bytes.at[reader->bytes.size++] = byte;
    } else {
        for (size_t i = 0; i < letters.size; i++) {
            struct seen_byte *kept = list_add(reader->arena, &reader->bytes);
            if (!kept) return;
            *kept = byte;
        }
    }
    str_builder_str(&reader->text, letters);
}

/* Behind another digit, with something between the two. */
static bool is_apart_from_digit(const struct reader *reader, size_t from) {
    if (!reader->bytes.size) return false;
    const struct seen_byte *last = &reader->bytes.at[reader->bytes.size - 1];
    bool digit = ascii_is_digit((unsigned char)reader->text.at[reader->text.size - 1]);
    return digit && (last->to != from || last->line != reader->out->lines.size - 1);
}

static void take(struct reader *reader, const struct fold_unit *unit, size_t base, int32_t link) {
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
    if (reader->text.size + unit->size > UNDERSTOOD_BYTES_MAX) {
        reader->out->too_long = true;
        return;
    }
    reader->letters++;
    if (unit->kind == FOLD_DIGIT && is_apart_from_digit(reader, base + unit->from))
        put(reader, STR(" "), base + unit->from, base + unit->from, link);
    put(reader, (struct str){unit->bytes, unit->size}, base + unit->from, base + unit->to, link);
}

/* A piece of one source; a line break in it begins a line. */
static void read_piece(struct reader *reader, struct str source, struct span span, int32_t link) {
    struct fold_unit unit;
    fold_start(&reader->fold, reader->arena, str_slice(source, span.from, span.to));
    while (!reader->out->too_long && reader->open && fold_next(&reader->fold, &unit)) {
        const struct seen_line *line = &reader->out->lines.at[reader->out->lines.size - 1];
        if (unit.kind == FOLD_BREAK)
            start_line(reader, line->part, line->hidden, source);
        else
            take(reader, &unit, span.from, link);
    }
    fold_end(&reader->fold);
}

static void read_header(struct reader *reader, enum text_part part, struct str text) {
    start_line(reader, part, false, text);
    read_piece(reader, text, (struct span){0, text.size}, -1);
}

static void read_blocks(struct reader *reader, bool hidden) {
    const struct document *document = &reader->facts->message->document;
    struct str source = hidden ? document->hidden_text : document->text;
    for (size_t i = 0; i < document->blocks.size && !reader->out->too_long; i++) {
        const struct block *block = &document->blocks.at[i];
        start_line(reader, PART_TEXT, hidden, source);
        for (size_t r = block->runs_from; r < block->runs_to; r++) {
            const struct run *run = &document->runs.at[r];
            if ((run->hidden != HIDDEN_none) == hidden) read_piece(reader, source, run->span, run->link);
        }
    }
}

void seen_read(struct arena *arena, const struct facts *facts, struct seen *out) {
    *out = (struct seen){0};
    struct reader *reader = arena_alloc(arena, sizeof *reader);
    if (!reader) return;
    *reader = (struct reader){.arena = arena, .facts = facts, .out = out};
    str_builder_init(&reader->text, arena, facts->message->document.text.size);
    const struct envelope *envelope = facts_envelope(facts);
    read_header(reader, PART_SUBJECT, envelope->subject);
    for (size_t i = 0; i < envelope->from.size && !out->too_long; i++)
        read_header(reader, PART_FROM, envelope->from.at[i].name);
    read_blocks(reader, false);
    end_line(reader);
    out->hidden_from = reader->text.size;
    read_blocks(reader, true);
    end_line(reader);
    out->text = str_builder_view(&reader->text);
    out->bytes = reader->bytes.at;
    if (out->hidden_from > out->text.size) out->hidden_from = out->text.size;
}

struct str seen_source(const struct seen *seen, size_t from, size_t to) {
    if (from >= to) return (struct str){0};
    const struct seen_line *line = &seen->lines.at[seen->bytes[from].line];
    return str_slice(line->source, seen->bytes[from].from, seen->bytes[to - 1].to);
}
