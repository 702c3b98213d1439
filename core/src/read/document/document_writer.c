/* document_writer: see document_writer.h. */
#include "read/document/document_writer.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/bidi/bidi.h"
#include "decode/unicode.h"
#include "limits.h"
#include "read/document/plain.h"

static size_t limit_of(size_t used, size_t free, size_t more) { return (used > free ? used : free) + more; }

void document_writer_start(struct document_writer *writer, struct arena *arena, struct document *document,
                           uint32_t part, size_t bytes) {
    memset(writer, 0, sizeof *writer);
    writer->arena = arena;
    writer->document = document;
    writer->part = part;
    writer->blocks_max =
        limit_of(document->blocks.size, DOCUMENT_BLOCKS_MAX, bytes / DOCUMENT_BYTES_PER_BLOCK);
    writer->runs_max = limit_of(document->runs.size, DOCUMENT_RUNS_MAX, bytes / DOCUMENT_BYTES_PER_RUN);
    writer->links_max = document_links_max(document, bytes);
    writer->sides[WRITER_SEEN].text = &document->text_builder;
    writer->sides[WRITER_HIDDEN].text = &document->hidden_builder;
    for (int i = 0; i < WRITER_TEXTS; i++) str_builder_init(&writer->sides[i].spaces, arena, 0);
}

/* ---- runs ---- */

static void add_run(struct document_writer *writer, struct writer_side *side, const struct drawn *drawn) {
    struct run *run = list_add(writer->arena, &writer->document->runs);
    if (!run) return;
    *run = (struct run){{side->text->size, side->text->size}, drawn->hidden, drawn->link, drawn->image};
    side->last_run = writer->document->runs.size;
}

static struct run *last_run(struct document_writer *writer, const struct writer_side *side) {
    return side->last_run ? &writer->document->runs.at[side->last_run - 1] : NULL;
}

/* Only the very last run goes on, so that runs keep the reading order when
 * hidden ones stand between visible ones. */
static bool continues(struct document_writer *writer, const struct run *run, const struct drawn *drawn) {
    if (!run || writer->run_ended) return false;
    if (run != &writer->document->runs.at[writer->document->runs.size - 1]) return false;
    return run->hidden == drawn->hidden && run->link == drawn->link && run->image == drawn->image;
}

static void append(struct document_writer *writer, struct writer_side *side, struct str text) {
    str_builder_str(side->text, text);
    struct run *run = last_run(writer, side);
    if (run) run->span.to = side->text->size;
}

/* Spaces held back go to whichever neighbour is plain text, so that links do
 * not begin or end with them. */
static void append_spaces(struct document_writer *writer, struct writer_side *side,
                          const struct drawn *drawn) {
    if (!side->spaces.size) return;
    struct str spaces = str_builder_view(&side->spaces);
    struct run *run = last_run(writer, side);
    if (run && !continues(writer, run, drawn) && run->link >= 0 && run->link != drawn->link) {
        struct drawn plain = *drawn;
        plain.link = -1;
        plain.image = false;
        add_run(writer, side, &plain);
        writer->run_ended = false;
    }
    if (run) append(writer, side, spaces);
    side->spaces.size = 0;
}

static void begin_block(struct document_writer *writer, const struct drawn *drawn) {
    writer->open = true;
    writer->blocks_begun++;
    writer->right_to_left = drawn->right_to_left;
    writer->block = (struct block){drawn->kind, HIDDEN_none, (uint32_t)writer->document->runs.size, 0};
    for (int i = 0; i < WRITER_TEXTS; i++) {
        writer->sides[i].from = STR_NONE;
        writer->sides[i].last_run = 0;
        writer->sides[i].spaces.size = 0;
    }
}

/* Characters that are drawn, without white space at either end. */
static void append_drawn(struct document_writer *writer, struct str text, const struct drawn *drawn) {
    if (!writer->open) begin_block(writer, drawn);
    struct writer_side *side = &writer->sides[drawn->hidden == HIDDEN_none ? WRITER_SEEN : WRITER_HIDDEN];
    if (side->from == STR_NONE) {
        if (side->text->size) str_builder_byte(side->text, '\n');
        side->from = side->text->size;
        side->spaces.size = 0;
    }
    append_spaces(writer, side, drawn);
    if (!continues(writer, last_run(writer, side), drawn)) {
        if (writer->document->runs.size >= writer->runs_max && side->last_run)
            writer->runs_full = true;
        else
            add_run(writer, side, drawn);
        writer->run_ended = false;
    }
    append(writer, side, text);
}

/* ---- characters ---- */

/* True when a white space, ignorable or bidi character may begin at `at`. */
static bool is_suspect(const unsigned char *bytes) {
    switch (bytes[0]) {
    case 0xC2:
        return bytes[1] <= 0xA0 || bytes[1] == 0xAD;
    case 0xCD:
        return bytes[1] == 0x8F;
    case 0xD8:
        return bytes[1] == 0x9C;
    case 0xE1:
        return true;
    case 0xE2:
        return bytes[1] <= 0x81 || bytes[1] == 0xA0;
    case 0xE3:
        return (bytes[1] == 0x80 && bytes[2] == 0x80) || (bytes[1] == 0x85 && bytes[2] == 0xA4);
    case 0xEF:
        return bytes[1] == 0xB8 || bytes[1] == 0xBB || bytes[1] >= 0xBE;
    case 0xF0:
        return bytes[1] == 0x9B || bytes[1] == 0x9D;
    case 0xF3:
        return true;
    default:
        return false;
    }
}

/* White space that browsers draw but that is no text at a block's ends. */
static bool is_wide_space(uint32_t code_point) {
    return code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x202F || code_point == 0x205F || code_point == 0x2800 || code_point == 0x3000;
}

static bool is_letter(uint32_t code_point) {
    if (code_point < 0x80) return ascii_is_alnum((unsigned char)code_point);
    return code_point >= 0xC0 && !(code_point >= 0x2000 && code_point < 0x2C00) &&
           !(code_point >= 0x3000 && code_point < 0x3040) && !(code_point >= 0xFE00 && code_point < 0xFF10);
}

/* The visible text goes on with `text`: were removed characters inside a word? */
static void settle_ignorable(struct document_writer *writer, struct str text) {
    if (!writer->ignorable_pending) return;
    size_t at = 0;
    if (writer->letter_before && is_letter(utf8_next(text, &at)))
        writer->document->ignorable_in_words += writer->ignorable_pending;
    writer->ignorable_pending = 0;
}

static void remove_ignorable(struct document_writer *writer, uint32_t code_point, const struct drawn *drawn) {
    if (drawn->hidden != HIDDEN_none) return;
    if (unicode_is_bidi_control(code_point)) {
        writer->document->bidi_removed++;
        struct writer_control *control = list_add(writer->arena, &writer->controls);
        if (control) *control = (struct writer_control){writer->document->text_builder.size, code_point};
        return;
    }
    writer->document->ignorable_removed++;
    struct writer_side *side = &writer->sides[WRITER_SEEN];
    if (!writer->ignorable_pending) {
        size_t end = side->text->size;
        bool follows_text = writer->open && side->from != STR_NONE && !side->spaces.size && end > side->from;
        struct str seen = str_builder_view(side->text);
        writer->letter_before = follows_text && is_letter(utf8_previous(seen, &end));
    }
    /* Variation selectors choose a glyph for the character before them. */
    bool selects = (code_point >= 0xFE00 && code_point <= 0xFE0F) || code_point >= 0xE0100;
    if (!selects) writer->ignorable_pending++;
}

static void hold_space(struct document_writer *writer, struct str space, const struct drawn *drawn) {
    if (!writer->open) return;
    struct writer_side *side = &writer->sides[drawn->hidden == HIDDEN_none ? WRITER_SEEN : WRITER_HIDDEN];
    writer->ignorable_pending = 0;
    if (side->from == STR_NONE) return;
    unsigned char byte = (unsigned char)space.at[0];
    if (byte < 0x80) {
        bool is_line = byte == '\n';
        if (!(drawn->keep_spaces || (drawn->keep_lines && is_line))) {
            if (side->spaces.size && side->spaces.at[side->spaces.size - 1] == ' ') return;
            space = STR(" ");
        } else if (is_line && writer->block.kind != BLOCK_PREFORMATTED) {
            if (!writer->lines_joined) {
                document_writer_break(writer);
                return;
            }
            space = STR(" ");
        }
    }
    str_builder_str(&side->spaces, space);
}

/* One character that is no ordinary one; its size. */
static size_t take_special(struct document_writer *writer, struct str text, size_t at,
                           const struct drawn *drawn) {
    size_t next = at;
    uint32_t code_point = utf8_next(text, &next);
    struct str character = str_slice(text, at, next);
    if (code_point < 0x80 ? ascii_is_space((unsigned char)code_point) : is_wide_space(code_point))
        hold_space(writer, character, drawn);
    else if (code_point < 0xA0 || unicode_is_ignorable(code_point) || unicode_is_bidi_control(code_point))
        remove_ignorable(writer, code_point, drawn);
    else {
        if (drawn->hidden == HIDDEN_none) settle_ignorable(writer, character);
        append_drawn(writer, character, drawn);
    }
    return next - at;
}

static bool is_special(struct str text, size_t at) {
    unsigned char byte = (unsigned char)text.at[at];
    if (byte < 0x80) return byte <= ' ' || byte == 0x7F;
    /* Well-formed text: E1 and above are followed by two bytes, C2 to DF by one. */
    return byte >= 0xC2 && is_suspect((const unsigned char *)text.at + at);
}

void document_writer_text(struct document_writer *writer, struct str text, const struct drawn *drawn) {
    if (writer->seen_elsewhere && drawn->hidden == HIDDEN_not_shown_part && drawn->link < 0) return;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        while (at < text.size && !is_special(text, at)) at++;
        if (at > from) {
            struct str piece = str_slice(text, from, at);
            if (drawn->hidden == HIDDEN_none) settle_ignorable(writer, piece);
            append_drawn(writer, piece, drawn);
        }
        if (at < text.size) at += take_special(writer, text, at, drawn);
    }
}

void document_writer_end_run(struct document_writer *writer) { writer->run_ended = true; }

/* ---- the end of a block ---- */

/* Runs before `*next` end before `span`; spans come in order. */
static bool is_linked(const struct document_writer *writer, struct span span, size_t *next) {
    const struct run *runs = writer->document->runs.at;
    for (; *next < writer->document->runs.size; ++*next) {
        const struct run *run = &runs[*next];
        if (run->hidden != HIDDEN_none || run->span.to <= span.from) continue;
        if (run->span.from >= span.to) return false;
        if (run->link >= 0 || run->image) return true;
        if (run->span.to >= span.to) return false;
    }
    return false;
}

static int32_t add_link(struct document_writer *writer, struct span span, bool certain) {
    if (writer->document->links.size >= writer->links_max) {
        writer->links_full = true;
        return -1;
    }
    struct link *link = list_add(writer->arena, &writer->document->links);
    if (!link) return -1;
    link->source = LINK_TEXT;
    link->span = span;
    link->shown = str_copy(writer->arena,
                           str_slice(str_builder_view(&writer->document->text_builder), span.from, span.to));
    link->target = plain_link_url(writer->arena, link->shown);
    link->part = writer->part;
    link->uncertain = !certain;
    return (int32_t)writer->document->links.size - 1;
}

struct found_link {
    struct span span;
    int32_t link;
};
struct found_links {
    LIST(struct found_link);
};

/* Bare URLs in the block's visible text that stand in no link already. */
static void find_links(struct document_writer *writer, struct found_links *found) {
    struct writer_side *side = &writer->sides[WRITER_SEEN];
    if (side->from == STR_NONE) return;
    struct str text = str_slice(str_builder_view(side->text), side->from, side->text->size);
    struct span span;
    bool certain;
    size_t next = writer->block.runs_from;
    for (size_t at = 0; plain_find_link(text, &at, &span, &certain);) {
        span.from += side->from;
        span.to += side->from;
        if (is_linked(writer, span, &next)) continue;
        int32_t link = add_link(writer, span, certain);
        struct found_link *item = link < 0 ? NULL : list_add(writer->arena, found);
        if (item) *item = (struct found_link){span, link};
    }
}

static void copy_run(struct document_writer *writer, struct run run, size_t from, size_t to, int32_t link) {
    struct run *copy = from < to ? list_add(writer->arena, &writer->document->runs) : NULL;
    if (!copy) return;
    *copy = run;
    copy->span = (struct span){from, to};
    copy->link = link;
}

/* Cuts the block's visible runs at the borders of the links found. */
static void cut_runs(struct document_writer *writer, const struct found_links *found) {
    size_t first = writer->block.runs_from, count = writer->document->runs.size - first;
    struct run *runs = arena_array(writer->arena, count, sizeof *runs);
    if (!runs) return;
    memcpy(runs, writer->document->runs.at + first, count * sizeof *runs);
    writer->document->runs.size = first;
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        struct run run = runs[i];
        size_t from = run.span.from;
        while (run.hidden == HIDDEN_none && next < found->size && found->at[next].span.from < run.span.to) {
            struct span span = found->at[next].span;
            size_t start = span.from > from ? span.from : from;
            size_t end = span.to < run.span.to ? span.to : run.span.to;
            copy_run(writer, run, from, start, run.link);
            copy_run(writer, run, start, end, found->at[next].link);
            from = end;
            if (span.to > run.span.to) break;
            next++;
        }
        copy_run(writer, run, from, run.span.to, run.link);
    }
}

/* Hidden when every run is, for the first one's reason. */
static enum hidden block_hidden(const struct document_writer *writer) {
    const struct run *runs = writer->document->runs.at;
    for (size_t i = writer->block.runs_from; i < writer->document->runs.size; i++)
        if (runs[i].hidden == HIDDEN_none) return HIDDEN_none;
    return writer->block.runs_from < writer->document->runs.size ? runs[writer->block.runs_from].hidden
                                                                 : HIDDEN_none;
}

static void note_drawn(struct arena *arena, struct document *document, struct str drawn) {
    if (document->drawn_order.size + drawn.size > DRAWN_ORDER_BYTES_MAX) return;
    struct str_builder both;
    str_builder_init(&both, arena, document->drawn_order.size + drawn.size + 1);
    str_builder_str(&both, document->drawn_order);
    if (document->drawn_order.size) str_builder_byte(&both, '\n');
    str_builder_str(&both, drawn);
    document->drawn_order = str_builder_view(&both);
}

void document_writer_order(struct arena *arena, struct document *document, struct str line,
                           bool right_to_left) {
    while (line.size) {
        struct str one = str_cut(&line, '\n');
        if (!bidi_may_turn(one)) continue;
        struct arena scratch = {0};
        struct str drawn = {0};
        bool natural =
            one.size <= BIDI_LINE_BYTES_MAX &&
            bidi_is_natural(&scratch, one, right_to_left ? BIDI_RIGHT_TO_LEFT : BIDI_LEFT_TO_RIGHT, &drawn);
        if (!natural) {
            document->reordered++;
            note_drawn(arena, document, drawn);
        }
        if (scratch.failed) arena->failed = true;
        arena_release(&scratch);
    }
}

/* Puts the controls back where they were, and asks for the order. */
static void check_order(struct document_writer *writer) {
    struct writer_side *side = &writer->sides[WRITER_SEEN];
    struct str text = str_builder_view(side->text);
    struct str_builder line;
    if (!writer->controls.size) return;
    size_t at = side->from;
    struct arena scratch = {0};
    if (at != STR_NONE) {
        str_builder_init(&line, &scratch, text.size - at + 4 * writer->controls.size);
        for (size_t i = 0; i < writer->controls.size; i++) {
            size_t to = writer->controls.at[i].at;
            if (to > at) {
                str_builder_str(&line, str_slice(text, at, to));
                at = to;
            }
            str_builder_code_point(&line, writer->controls.at[i].code_point);
        }
        str_builder_str(&line, str_skip(text, at));
        document_writer_order(writer->arena, writer->document, str_builder_view(&line),
                              writer->right_to_left);
    }
    writer->controls.size = 0;
    if (scratch.failed) writer->arena->failed = true;
    arena_release(&scratch);
}

static void close_block(struct document_writer *writer) {
    writer->open = false;
    writer->ignorable_pending = 0;
    check_order(writer);
    struct found_links found = {0};
    find_links(writer, &found);
    if (found.size) cut_runs(writer, &found);
    if (writer->document->runs.size == writer->block.runs_from) return;
    struct block *block = list_add(writer->arena, &writer->document->blocks);
    if (!block) return;
    *block = writer->block;
    block->runs_to = (uint32_t)writer->document->runs.size;
    block->hidden = block_hidden(writer);
}

/* Past the limit of blocks the rest of the message is one block. */
void document_writer_break(struct document_writer *writer) {
    if (!writer->open) return;
    if (writer->document->blocks.size < writer->blocks_max) {
        close_block(writer);
        return;
    }
    writer->lines_joined = true;
    for (int i = 0; i < WRITER_TEXTS; i++)
        if (writer->sides[i].from != STR_NONE && !writer->sides[i].spaces.size)
            str_builder_byte(&writer->sides[i].spaces, ' ');
}

void document_writer_blank_line(struct document_writer *writer) {
    if (!writer->open && writer->document->text_builder.size)
        str_builder_byte(&writer->document->text_builder, '\n');
}

void document_writer_finish(struct document_writer *writer) {
    if (writer->open) close_block(writer);
}
