/* greeting_lines: see greeting_lines.h. */
#include "facts/person/greeting_lines.h"

#include "base/utf8.h"
#include "limits.h"
#include "text/line.h"
#include "text/steps.h"

void greeting_lines_start(const struct facts *facts, struct greeting_lines *out) {
    const struct message *message = facts->message;
    struct str text = message->document.text;
    /* of a fake that carries an innocent letter behind it the whole is judged */
    bool inside = facts->forwarded || !message->forwarded;
    if (inside && message->body.to > message->body.from) text = str_slice(text, 0, message->body.to);
    *out = (struct greeting_lines){.message = message,
                                   .text = text,
                                   .at = inside ? message->body.from : 0,
                                   .forwarded = facts->forwarded};
}

/* Blanks and the signs that stand between the links of a menu. */
static bool is_blank(struct str text) {
    for (size_t at = 0; at < text.size;) {
        uint32_t c = utf8_next(text, &at);
        if (c > ' ' && c != '|' && c != 0xA0 && c != 0xB7 && c != 0x3000) return false;
    }
    return true;
}

/* Moves on to the first run that reaches into the line. */
static void find_run(struct greeting_lines *lines) {
    const struct document *document = &lines->message->document;
    size_t run = lines->run;
    while (run < document->runs.size && (document->runs.at[run].hidden != HIDDEN_none ||
                                         document->runs.at[run].span.to <= lines->span.from)) {
        run++;
    }
    lines->run = run;
    while (lines->block < document->blocks.size && document->blocks.at[lines->block].runs_to <= run)
        lines->block++;
}

/* What the line is made of: `image` and `link` only when all of it is. */
static void read_runs(struct greeting_lines *lines) {
    const struct document *document = &lines->message->document;
    size_t seen = 0, images = 0, links = 0;
    find_run(lines);
    for (size_t i = lines->run; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden != HIDDEN_none || run->span.from == run->span.to) continue;
        if (run->span.from >= lines->span.to) break;
        if (is_blank(str_slice(document->text, run->span.from, run->span.to))) continue;
        seen++;
        images += run->image;
        links += run->link >= 0;
    }
    lines->image = seen > 0 && images == seen;
    lines->link = seen > 0 && links == seen;
}

static bool is_in_quote_block(const struct greeting_lines *lines) {
    const struct document *document = &lines->message->document;
    return lines->block < document->blocks.size && lines->run < document->runs.size &&
           document->blocks.at[lines->block].kind == BLOCK_QUOTE &&
           document->blocks.at[lines->block].runs_from <= lines->run;
}

/* "2026年11月24日(火) 9:00 Taro <taro@example.jp>:" above a quote. */
static bool is_attribution(struct str line) {
    bool ends = str_ends(line, STR(":")) || str_ends(line, STR("："));
    return ends && str_find_byte(line, '@', 0) != STR_NONE;
}

static void judge_line(struct greeting_lines *lines) {
    struct str line = str_slice(lines->text, lines->span.from, lines->span.to);
    size_t marks = 0;
    while (marks < line.size && (line.at[marks] == '>' || line.at[marks] == ' ')) marks++;
    read_runs(lines);
    bool quote = marks > 0 || is_in_quote_block(lines);
    lines->quoted = quote && lines->own && !lines->forwarded;
    lines->span.from += marks;
    line = str_skip(line, marks);
    bool passed_over = lines->image || lines->link || steps_are_line(line);
    lines->read += !passed_over;
    if (!quote && !passed_over && !line_is_mail_header(line) && !is_attribution(line)) lines->own = true;
}

bool greeting_lines_next(struct greeting_lines *lines) {
    while (lines->at < lines->text.size && lines->count < GREETING_LINES_MAX) {
        size_t from = lines->at, end = str_find_byte(lines->text, '\n', from);
        if (end == STR_NONE) end = lines->text.size;
        lines->at = end + 1;
        struct str line = str_trim(str_slice(lines->text, from, end));
        if (line.size == 0) continue;
        lines->count++;
        from = (size_t)(line.at - lines->text.at);
        lines->span = (struct span){from, from + line.size};
        judge_line(lines);
        return true;
    }
    return false;
}
