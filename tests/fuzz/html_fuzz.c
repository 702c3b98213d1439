/* html_fuzz: any bytes as markup; what document.h promises must hold.
 *
 * In: bytes. The first one chooses the context, so that parts that mail
 * programs do not show are read too, and one document can hold two parts. */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "read/html/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PROMISE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) abort();                                                                           \
    } while (0)

static void check_run(const struct document *document, const struct run *run, struct span *covered) {
    struct str text = run->hidden ? document->hidden_text : document->text;
    PROMISE(run->span.from < run->span.to && run->span.to <= text.size);
    PROMISE(utf8_floor(text, run->span.from) == run->span.from &&
            utf8_floor(text, run->span.to) == run->span.to);
    PROMISE(run->link >= -1 && run->link < (int32_t)document->links.size);
    /* Consecutive in its text, one "\n" before what the block did not begin. */
    if (covered->to > covered->from)
        PROMISE(run->span.from == covered->to);
    else
        PROMISE(run->span.from == 0 || text.at[run->span.from - 1] == '\n');
    if (covered->to <= covered->from) covered->from = run->span.from;
    covered->to = run->span.to;
}

static void check_block(const struct document *document, const struct block *block, size_t ends[2]) {
    struct span covered[2] = {{0, 0}, {0, 0}};
    bool seen = false;
    PROMISE(block->runs_from < block->runs_to && block->runs_to <= document->runs.size);
    for (size_t i = block->runs_from; i < block->runs_to; i++) {
        const struct run *run = &document->runs.at[i];
        check_run(document, run, &covered[run->hidden != HIDDEN_none]);
        seen = seen || !run->hidden;
    }
    PROMISE(seen == (block->hidden == HIDDEN_none));
    for (int i = 0; i < 2; i++) {
        struct str text =
            str_slice(i ? document->hidden_text : document->text, covered[i].from, covered[i].to);
        if (!text.size) continue;
        PROMISE(covered[i].from == ends[i] + (ends[i] ? 1 : 0));
        ends[i] = covered[i].to;
        PROMISE(!ascii_is_space((unsigned char)text.at[0]) &&
                !ascii_is_space((unsigned char)text.at[text.size - 1]));
        PROMISE(block->kind == BLOCK_PREFORMATTED || str_find_byte(text, '\n', 0) == STR_NONE);
    }
}

static void check_link(const struct document *document, const struct link *link) {
    struct str text = link->hidden ? document->hidden_text : document->text;
    PROMISE(link->span.from <= link->span.to && link->span.to <= text.size);
    PROMISE(utf8_is_valid(link->target) && utf8_is_valid(link->shown));
    PROMISE(!link->empty || !link->shown.size || link->source == LINK_AREA);
}

static void check_document(const struct document *document) {
    size_t ends[2] = {0, 0};
    PROMISE(utf8_is_valid(document->text) && utf8_is_valid(document->hidden_text));
    for (size_t i = 0; i < document->blocks.size; i++) check_block(document, &document->blocks.at[i], ends);
    PROMISE(ends[0] == document->text.size && ends[1] == document->hidden_text.size);
    for (size_t i = 0; i < document->links.size; i++) check_link(document, &document->links.at[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena = {0};
    struct document document;
    struct oddities oddities = {0};
    struct str markup = {(const char *)data, size};
    struct html_context context = {.hidden = HIDDEN_none, .place = STR("1")};
    document_start(&arena, &document);
    html_read(&arena, &document, markup, &context, &oddities);
    if (size && data[0] % 2) {
        context.hidden = HIDDEN_not_shown_part;
        html_read(&arena, &document, str_slice(markup, size / 2, size), &context, &oddities);
    }
    document_finish(&document);
    check_document(&document);
    html_meta_charset(markup);
    html_is_markup(markup);
    arena_release(&arena);
    return 0;
}
