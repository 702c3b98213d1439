/* plain: plain text to blocks, runs and links; see plain.h.
 *
 * Lines are put together first (format=flowed, URLs wrapped inside "<>"), then
 * written to the document block by block; the links of a block are found in
 * what was written, so that zero-width characters cannot hide one. */
#include "read/document/plain.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/unicode.h"
#include "limits.h"
#include "read/document/canvas.h"
#include "read/document/document_writer.h"

/* Lines that a URL in "<>" may be wrapped over. */
#define WRAPPED_LINES_MAX 20

struct writer {
    struct arena *arena;
    struct document *document;
    const struct plain_context *context;
    struct str_builder *builder;
    bool open;
    enum block_kind kind;
    size_t from; /* where the open block begins in the builder */
    size_t lines;
    size_t links_max;
    bool full; /* a link was left out */
};

/* One line of the text, cut into what matters. */
struct line {
    struct str text; /* without ">" and stuffed space */
    size_t quotes;   /* how many ">" */
    bool soft;       /* flows into the next line */
};

/* Of three bytes: U+3040 to U+30FF, U+4000 to U+9FFF. */
static bool is_kana_or_kanji(struct str text, size_t at) {
    unsigned char lead = (unsigned char)text.at[at], second = (unsigned char)text.at[at + 1];
    return lead > 0xE3 || (second >= 0x81 && second <= 0x83);
}

static bool is_word(uint32_t code_point) {
    if (code_point < 0x80) return ascii_is_alnum((unsigned char)code_point);
    return code_point >= 0xC0 && code_point < 0x3000 && !(code_point >= 0x2000 && code_point < 0x2C00);
}

/* Appends text without zero-width characters and bidi controls, which are
 * counted, and without control characters, which nothing shows. */
static void append_clean(struct writer *writer, struct str text) {
    bool seen = writer->context->hidden == HIDDEN_none;
    uint32_t before = ' ';
    bool removed = false, turns = false;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        while (at < text.size && (unsigned char)text.at[at] >= ' ' && (unsigned char)text.at[at] < 0x7F) at++;
        if (at > from) {
            if (seen && removed && is_word(before) && is_word((unsigned char)text.at[from]))
                writer->document->ignorable_in_words++;
            str_builder_str(writer->builder, str_slice(text, from, at));
            before = (unsigned char)text.at[at - 1];
            removed = false;
            continue;
        }
        while (utf8_is_three(text, at) && is_kana_or_kanji(text, at)) at += 3;
        if (at > from) { /* kana and kanji are no words between which something is missed */
            str_builder_str(writer->builder, str_slice(text, from, at));
            before = 0x3042;
            removed = false;
            continue;
        }
        uint32_t code_point = utf8_next(text, &at);
        if (code_point == 0xFFFD) {
            str_builder_code_point(writer->builder, code_point);
        } else if (code_point != '\t' && (code_point < ' ' || code_point == 0x7F)) {
            continue;
        } else if (code_point >= 0x80 && unicode_is_bidi_control(code_point)) {
            if (seen) writer->document->bidi_removed++;
            turns = seen;
            continue;
        } else if (code_point >= 0x80 && unicode_is_ignorable(code_point)) {
            if (seen) writer->document->ignorable_removed++;
            removed = true;
            continue;
        } else {
            str_builder_str(writer->builder, str_slice(text, from, at));
        }
        if (seen && removed && is_word(before) && is_word(code_point)) writer->document->ignorable_in_words++;
        before = code_point;
        removed = false;
    }
    if (turns) document_writer_order(writer->arena, writer->document, text, false);
}

static void add_run(struct writer *writer, size_t from, size_t to, int32_t link) {
    if (from >= to) return;
    struct run *run = list_add(writer->arena, &writer->document->runs);
    if (!run) return;
    run->span = (struct span){from, to};
    run->hidden = writer->context->hidden;
    run->link = link;
}

static int32_t add_link(struct writer *writer, struct span span, bool certain) {
    if (writer->document->links.size >= writer->links_max) {
        writer->full = true;
        return -1;
    }
    struct str shown = str_slice(str_builder_view(writer->builder), span.from, span.to);
    struct link *link = list_add(writer->arena, &writer->document->links);
    if (!link) return -1;
    link->source = LINK_TEXT;
    link->hidden = writer->context->hidden;
    link->span = span;
    link->target = plain_link_url(writer->arena, str_copy(writer->arena, shown));
    link->part = writer->context->part;
    link->uncertain = !certain;
    return (int32_t)writer->document->links.size - 1;
}

/* Spaces at the end of what was written; U+3000 and U+00A0 count as such. */
static size_t trimmed_end(struct str text, size_t from) {
    size_t to = text.size;
    while (to > from) {
        struct str above = str_slice(text, from, to);
        if (ascii_is_space((unsigned char)text.at[to - 1]))
            to--;
        else if (str_ends(above, STR("\xE3\x80\x80")))
            to -= 3;
        else if (str_ends(above, STR("\xC2\xA0")))
            to -= 2;
        else
            break;
    }
    return to;
}

static void close_block(struct writer *writer) {
    if (!writer->open) return;
    writer->open = false;
    struct str_builder *builder = writer->builder;
    builder->size = trimmed_end(str_builder_view(builder), writer->from);
    if (builder->size == writer->from) {
        if (builder->size) builder->size--; /* the separator */
        return;
    }
    struct block *block = list_add(writer->arena, &writer->document->blocks);
    if (!block) return;
    block->kind = writer->kind == BLOCK_PARAGRAPH && writer->lines > 1 ? BLOCK_PREFORMATTED : writer->kind;
    block->hidden = writer->context->hidden;
    block->runs_from = (uint32_t)writer->document->runs.size;
    struct str text = str_slice(str_builder_view(builder), writer->from, builder->size);
    size_t at = 0, done = 0;
    struct span found;
    bool certain;
    while (plain_find_link(text, &at, &found, &certain)) {
        struct span span = {writer->from + found.from, writer->from + found.to};
        int32_t link = add_link(writer, span, certain);
        if (link < 0) continue;
        add_run(writer, writer->from + done, span.from, -1);
        add_run(writer, span.from, span.to, link);
        done = found.to;
    }
    add_run(writer, writer->from + done, builder->size, -1);
    writer->document->blocks.at[writer->document->blocks.size - 1].runs_to =
        (uint32_t)writer->document->runs.size;
}

static struct str trim_start(struct str text) {
    for (;;) {
        if (text.size && ascii_is_space((unsigned char)text.at[0]))
            text = str_skip(text, 1);
        else if (str_starts(text, STR("\xE3\x80\x80")))
            text = str_skip(text, 3);
        else if (str_starts(text, STR("\xC2\xA0")))
            text = str_skip(text, 2);
        else
            return text;
    }
}

/* Too many blocks: what follows stays in the one that is open. */
static bool may_part(const struct writer *writer) { return writer->document->blocks.size < PLAIN_BLOCKS_MAX; }

/* Makes sure that a block of that kind is open and that a new line begins. */
static void begin_line(struct writer *writer, enum block_kind kind) {
    if (writer->open && writer->kind != kind && may_part(writer)) close_block(writer);
    if (writer->open) {
        if (writer->builder->size > writer->from) str_builder_byte(writer->builder, '\n');
    } else {
        if (writer->builder->size) str_builder_byte(writer->builder, '\n');
        writer->open = true;
        writer->kind = kind;
        writer->from = writer->builder->size;
        writer->lines = 0;
    }
    writer->lines++;
}

/* Lines that part one thing from another: "-----", "____", "━━━━". */
static bool is_rule(struct str text) {
    static const struct str marks[] = {STR_INIT("-----"),  STR_INIT("_____"), STR_INIT("====="),
                                       STR_INIT("*****"),  STR_INIT("━━━"),   STR_INIT("───"),
                                       STR_INIT("＿＿＿"), STR_INIT("---- ")};
    return str_starts_any(text, STR_LIST(marks));
}

static struct line read_line(struct str *rest, const struct plain_context *context) {
    struct line line = {str_cut_line(rest), 0, false};
    size_t at = 0;
    for (size_t i = 0; i < line.text.size; i++) {
        if (line.text.at[i] == '>') {
            line.quotes++;
            at = i + 1;
        } else if (line.text.at[i] != ' ' || (context->flowed && line.quotes))
            break;
    }
    if (line.quotes) {
        line.text = str_skip(line.text, at);
        if (line.text.size && line.text.at[0] == ' ') line.text = str_skip(line.text, 1);
    } else if (context->flowed && line.text.size && line.text.at[0] == ' ') {
        line.text = str_skip(line.text, 1);
    }
    if (context->flowed && line.text.size && line.text.at[line.text.size - 1] == ' ' &&
        !str_equal(line.text, STR("-- "))) {
        line.soft = true;
        if (context->delsp) line.text.size--;
    }
    return line;
}

/* A URL that begins behind the last "<" of the line and does not end there. */
static bool is_open_url(struct str text) {
    size_t open = str_find_last_byte(text, '<');
    if (open == STR_NONE) return false;
    struct str rest = str_skip(text, open + 1);
    if (str_starts_ascii(rest, STR("url:"))) rest = str_skip(rest, 4);
    if (!str_starts_ascii(rest, STR("http://")) && !str_starts_ascii(rest, STR("https://"))) return false;
    for (size_t i = 0; i < rest.size; i++)
        if ((unsigned char)rest.at[i] <= ' ' || rest.at[i] == '>') return false;
    return true;
}

/* The next line goes on with such a URL: no space before its ">". */
static bool continues_url(struct str text, bool *ends) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] == '>') {
            *ends = true;
            return i > 0;
        }
        if ((unsigned char)text.at[i] <= ' ' || text.at[i] == '<') return false;
    }
    *ends = false;
    return text.size > 0;
}

/* Writes the lines that belong to the URL opened at the end of the last one. */
static void join_url(struct writer *writer, struct str *rest) {
    struct str ahead = *rest;
    struct line lines[WRAPPED_LINES_MAX];
    size_t count = 0;
    bool ends = false;
    while (!ends && count < WRAPPED_LINES_MAX && ahead.size) {
        lines[count] = read_line(&ahead, writer->context);
        if (!continues_url(str_trim(lines[count].text), &ends)) return;
        count++;
    }
    if (!ends) return;
    for (size_t i = 0; i < count; i++) append_clean(writer, str_trim(lines[i].text));
    *rest = ahead;
}

void plain_read(struct arena *arena, struct document *document, struct str text,
                const struct plain_context *context, struct oddities *oddities) {
    struct writer writer = {.arena = arena, .document = document, .context = context};
    writer.links_max = document_links_max(document, text.size);
    writer.builder = context->hidden == HIDDEN_none ? &document->text_builder : &document->hidden_builder;
    if (str_find_byte(text, 0, 0) != STR_NONE) oddity_add(oddities, ODDITY_null_byte, context->place);
    struct str rest = text;
    while (rest.size) {
        struct line line = read_line(&rest, context);
        if (trim_start(line.text).size == 0) {
            if (may_part(&writer)) close_block(&writer);
            continue;
        }
        if (is_rule(line.text) && may_part(&writer)) close_block(&writer);
        begin_line(&writer, line.quotes ? BLOCK_QUOTE : BLOCK_PARAGRAPH);
        bool first = writer.builder->size == writer.from;
        append_clean(&writer, first ? trim_start(line.text) : line.text);
        while (line.soft && rest.size) {
            struct str ahead = rest;
            struct line next = read_line(&ahead, context);
            if (next.quotes != line.quotes || trim_start(next.text).size == 0) break;
            rest = ahead;
            line = next;
            append_clean(&writer, line.text);
        }
        if (is_open_url(line.text)) join_url(&writer, &rest);
        writer.builder->size = trimmed_end(str_builder_view(writer.builder), writer.from);
    }
    close_block(&writer);
    struct strings codes = {0};
    if (context->hidden == HIDDEN_none && canvas_is_drawing(text, 0))
        writer.full |= !canvas_find_in_text(arena, text, &codes);
    document_add_codes(arena, document, &codes, context->part);
    if (writer.full) oddity_add(oddities, ODDITY_link_limit, context->place);
}
