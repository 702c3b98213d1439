/* html_format: the list of active formatting elements and the adoption agency
 * algorithm (HTML Standard 13.2.4.3, 13.2.6.4.7): why an <a> that nobody
 * closed goes on in the next paragraph. See html_tree.h. */
#include "read/html/html_tree.h"

#include <string.h>

static struct html_formatting *entry_at(struct html_builder *builder, size_t index) {
    return &builder->formatting[index];
}

static void remove_entry(struct html_builder *builder, size_t index) {
    builder->formatting_size--;
    memmove(entry_at(builder, index), entry_at(builder, index + 1),
            (builder->formatting_size - index) * sizeof *builder->formatting);
}

/* When the list is full the oldest entry that is no anchor goes. */
static void make_room(struct html_builder *builder) {
    if (builder->formatting_size < HTML_FORMATTING_MAX) return;
    builder->depth_reached = true;
    size_t victim = 0;
    for (size_t i = 0; i < builder->formatting_size; i++)
        if (!entry_at(builder, i)->marker && !html_is(&entry_at(builder, i)->element, HTML_TAG_a)) {
            victim = i;
            break;
        }
    remove_entry(builder, victim);
}

static size_t after_last_marker(struct html_builder *builder) {
    size_t from = builder->formatting_size;
    while (from > 0 && !entry_at(builder, from - 1)->marker) from--;
    return from;
}

static bool is_alike(const struct html_element *left, const struct html_element *right) {
    return left->tag == right->tag && left->likeness == right->likeness;
}

/* At most three alike ("Noah's Ark"). */
void html_format_add(struct html_builder *builder, const struct html_element *element) {
    size_t alike = 0, earliest = 0, from = after_last_marker(builder);
    for (size_t i = builder->formatting_size; i-- > from;)
        if (is_alike(&entry_at(builder, i)->element, element)) {
            alike++;
            earliest = i;
        }
    if (alike >= 3) remove_entry(builder, earliest);
    make_room(builder);
    struct html_formatting *entry = entry_at(builder, builder->formatting_size++);
    entry->marker = false;
    entry->open = true;
    entry->element = *element;
}

void html_format_mark(struct html_builder *builder) {
    make_room(builder);
    struct html_formatting *entry = entry_at(builder, builder->formatting_size++);
    memset(entry, 0, sizeof *entry);
    entry->marker = true;
}

void html_format_clear(struct html_builder *builder) {
    size_t from = after_last_marker(builder);
    builder->formatting_size = from ? from - 1 : 0;
}

void html_format_closed(struct html_builder *builder, uint64_t identity) {
    for (size_t i = builder->formatting_size; i-- > 0;)
        if (!entry_at(builder, i)->marker && entry_at(builder, i)->element.identity == identity) {
            entry_at(builder, i)->open = false;
            return;
        }
}

/* "Reconstruct the active formatting elements." */
void html_format_reopen(struct html_builder *builder) {
    size_t from = builder->formatting_size;
    while (from > 0 && !entry_at(builder, from - 1)->marker && !entry_at(builder, from - 1)->open) from--;
    for (size_t i = from; i < builder->formatting_size; i++) {
        struct html_formatting *entry = entry_at(builder, i);
        struct html_element *clone = html_insert_clone(builder, &entry->element);
        entry->element = *clone;
        entry->open = true;
    }
}

static size_t find_entry(struct html_builder *builder, enum html_tag tag) {
    size_t from = after_last_marker(builder);
    for (size_t i = builder->formatting_size; i-- > from;)
        if (html_is(&entry_at(builder, i)->element, tag)) return i;
    return STR_NONE;
}

static size_t find_entry_of(struct html_builder *builder, uint64_t identity) {
    for (size_t i = builder->formatting_size; i-- > 0;)
        if (!entry_at(builder, i)->marker && entry_at(builder, i)->element.identity == identity) return i;
    return STR_NONE;
}

static size_t find_open(struct html_builder *builder, uint64_t identity) {
    for (size_t i = builder->size; i-- > 0;)
        if (builder->stack[i].identity == identity) return i;
    return STR_NONE;
}

bool html_format_has(struct html_builder *builder, enum html_tag tag) {
    return find_entry(builder, tag) != STR_NONE;
}

/* Takes an element out of the middle of the stack. What is inside it stays
 * inside it in the tree, so the looks do not change. */
static void remove_open(struct html_builder *builder, size_t index) {
    struct html_element *element = &builder->stack[index];
    if (element->link >= 0) document_writer_end_run(&builder->writer);
    if (element->space == HTML_SPACE_HTML) builder->open_tags[element->tag]--;
    builder->size--;
    memmove(element, element + 1, (builder->size - index) * sizeof *element);
}

void html_format_drop(struct html_builder *builder, enum html_tag tag) {
    size_t index = find_entry(builder, tag);
    if (index == STR_NONE) return;
    size_t open = find_open(builder, entry_at(builder, index)->element.identity);
    remove_entry(builder, index);
    if (open != STR_NONE && open > 0) remove_open(builder, open);
}

/* ---- adoption agency ---- */

static bool is_special(const struct html_element *element) {
    if (element->space != HTML_SPACE_HTML) return element->integration || element->text_integration;
    return html_tag_flags(element->tag) & HTML_SPECIAL;
}

/* The inner loop: the formatting elements between the one that ends and the
 * block are copied, other elements there leave the stack. The block's new place. */
static size_t adopt_between(struct html_builder *builder, size_t formatting, size_t block, size_t *bookmark) {
    size_t rounds = 0;
    bool first = true;
    for (size_t i = block; i-- > formatting + 1;) {
        struct html_element *node = &builder->stack[i];
        size_t entry = find_entry_of(builder, node->identity);
        if (++rounds > 3 && entry != STR_NONE) {
            remove_entry(builder, entry);
            if (entry < *bookmark) --*bookmark;
            entry = STR_NONE;
        }
        if (entry == STR_NONE) {
            remove_open(builder, i);
            block--;
            continue;
        }
        node->identity = ++builder->next_identity;
        node->link = html_link_split(builder, node->link, &builder->stack[block], false);
        entry_at(builder, entry)->element = *node;
        if (first) *bookmark = entry + 1;
        first = false;
    }
    return block;
}

/* The block has left an element that hid it for that `reason`, so what was
 * written in it can be seen after all: it is written once more. */
static void reveal(struct html_builder *builder, const struct html_element *block, enum hidden reason) {
    size_t last = builder->document->runs.size, first = last;
    while (first > builder->runs_from) {
        const struct run *run = &builder->document->runs.at[first - 1];
        if (run->span.from < block->text_at[run->hidden ? WRITER_HIDDEN : WRITER_SEEN]) break;
        first--;
    }
    document_writer_break(&builder->writer);
    struct html_look look = block->look;
    for (size_t i = first; i < last; i++) {
        struct run run = builder->document->runs.at[i];
        if (run.hidden != reason) continue;
        struct str hidden = str_builder_view(&builder->document->hidden_builder);
        /* a copy: writing may move the text that the run stands in */
        struct str text = str_copy(builder->arena, str_slice(hidden, run.span.from, run.span.to));
        html_write(builder, text, &look, run.link, run.image);
        html_write(builder, STR(" "), &look, -1, false);
    }
    document_writer_break(&builder->writer);
}

/* One round of the outer loop; false when the algorithm is done. */
static bool adopt_once(struct html_builder *builder, const struct html_token *token, enum html_tag tag) {
    size_t entry = find_entry(builder, tag);
    if (entry == STR_NONE) {
        html_body_other_end(builder, token, tag);
        return false;
    }
    size_t formatting = find_open(builder, entry_at(builder, entry)->element.identity);
    if (formatting == STR_NONE) {
        remove_entry(builder, entry);
        return false;
    }
    if (!html_in_scope(builder, tag, HTML_SCOPE_ALL)) return false;
    size_t block = formatting + 1;
    while (block < builder->size && !is_special(&builder->stack[block])) block++;
    if (block >= builder->size) {
        html_pop_to(builder, formatting);
        entry = find_entry(builder, tag);
        if (entry != STR_NONE) remove_entry(builder, entry);
        return false;
    }
    size_t bookmark = entry;
    enum hidden reason = html_look_text(&builder->stack[block].look);
    block = adopt_between(builder, formatting, block, &bookmark);

    /* The block leaves the formatting element; a copy goes round what is in it. */
    struct html_element copy = builder->stack[formatting];
    copy.link = html_link_split(builder, copy.link, &builder->stack[block], true);
    copy.identity = ++builder->next_identity;
    memcpy(copy.text_at, builder->stack[block].text_at, sizeof copy.text_at);
    entry = find_entry_of(builder, builder->stack[formatting].identity);
    if (entry != STR_NONE) {
        remove_entry(builder, entry);
        if (entry < bookmark) bookmark--;
    }
    memmove(&builder->stack[formatting], &builder->stack[formatting + 1],
            (block - formatting) * sizeof *builder->stack);
    builder->stack[block] = copy;
    html_look_again(builder, formatting);
    if (reason && !html_look_text(&builder->stack[block - 1].look))
        reveal(builder, &builder->stack[block - 1], reason);
    if (bookmark > builder->formatting_size) bookmark = builder->formatting_size;
    memmove(entry_at(builder, bookmark + 1), entry_at(builder, bookmark),
            (builder->formatting_size - bookmark) * sizeof *builder->formatting);
    builder->formatting_size++;
    *entry_at(builder, bookmark) = (struct html_formatting){false, true, builder->stack[block]};
    return true;
}

void html_adopt(struct html_builder *builder, const struct html_token *token, enum html_tag tag) {
    struct html_element *top = html_top(builder);
    if (html_is(top, tag) && find_entry_of(builder, top->identity) == STR_NONE) {
        html_pop(builder);
        return;
    }
    document_writer_end_run(&builder->writer);
    for (int round = 0; round < 8; round++)
        if (!adopt_once(builder, token, tag)) return;
}
