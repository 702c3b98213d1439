/* links: every link of the message judged, and what it wants pressed.
 *
 * In: document.links, the targets that the person copied, the codes in pictures. Out: facts->links,
 * in that order.
 *
 * Messages lead to the same place again and again (a picture and its caption,
 * every row of a table): a target that was judged is not judged again, and a
 * text that was read is not read again. */
#include "facts/links/link.h"
#include "facts/links/link_text.h"
#include "facts/links/print_doubt.h"
#include "facts/links/wrapper.h"
#include "limits.h"

enum { KEPT_LINKS = 64 };

struct judge {
    struct arena *arena;
    struct facts *facts;
    struct str base_text;
    struct url base;
    size_t kept[KEPT_LINKS]; /* index + 1 of a judged link with this hash of its target */
};

static size_t slot_of(struct str target) {
    uint32_t hash = (uint32_t)target.size;
    for (size_t i = 0; i < target.size; i++) hash = hash * 31 + (unsigned char)target.at[i];
    return (hash ^ hash >> 15) % KEPT_LINKS;
}

static bool is_as_text(const struct link *link) {
    return link->source == LINK_TEXT || link->source == LINK_ANSWER;
}

static bool leads_the_same(const struct link *left, const struct link *right) {
    return str_equal(left->target, right->target) && left->base.at == right->base.at &&
           left->base.size == right->base.size && is_as_text(left) == is_as_text(right);
}

static bool reads_the_same(const struct link *left, const struct link *right) {
    return left->source == right->source && str_equal(left->shown, right->shown) &&
           str_equal(left->title, right->title);
}

static void use_base(struct judge *judge, struct str base_text) {
    if (base_text.at == judge->base_text.at && base_text.size == judge->base_text.size) return;
    judge->base_text = base_text;
    url_parse(judge->arena, base_text, NULL, &judge->base);
    if (judge->base.href.size > BASE_URL_BYTES_MAX) wrapper_keep_host(&judge->base);
}

static void judge_own(struct judge *judge, size_t index, struct link_fact *fact) {
    const struct document *document = &judge->facts->message->document;
    const struct link *link = &document->links.at[index];
    size_t *kept = &judge->kept[slot_of(link->target)];
    const struct link *before = *kept ? &document->links.at[*kept - 1] : NULL;
    bool same = before && leads_the_same(before, link);
    if (same)
        *fact = judge->facts->links.at[*kept - 1];
    else
        *kept = index + 1;
    if (same && reads_the_same(before, link)) return;
    if (same) {
        link_text_forget(fact);
    } else {
        use_base(judge, link->base);
        const struct url *base = judge->base_text.size && judge->base.valid ? &judge->base : NULL;
        link_judge(judge->arena, link->target, base, is_as_text(link), fact);
    }
    link_text_read(judge->arena, link, fact);
    print_doubt_link(judge->arena, judge->facts, fact);
}

enum link_source link_source_of(const struct facts *facts, size_t index, struct str *target) {
    const struct document *document = &facts->message->document;
    if (index < document->links.size) {
        *target = document->links.at[index].target;
        return document->links.at[index].source;
    }
    index -= document->links.size;
    const struct strings *answers = &facts->options->answers.link_targets;
    bool answer = index < answers->size;
    *target = answer ? answers->at[index] : facts->options->seen_codes.at[index - answers->size];
    return answer ? LINK_ANSWER : LINK_CODE;
}

void link_find(struct arena *arena, struct facts *facts) {
    struct judge judge = {.arena = arena, .facts = facts};
    size_t own = facts->message->document.links.size;
    size_t answers = facts->options ? facts->options->answers.link_targets.size : 0;
    size_t codes = facts->options ? facts->options->seen_codes.size : 0;
    /* their number is known: one allocation instead of a list that doubles */
    facts->links.at = arena_array(arena, own + answers + codes, sizeof *facts->links.at);
    if (facts->links.at) facts->links.capacity = own + answers + codes;
    for (size_t i = 0; i < own + answers + codes; i++) {
        struct link_fact *fact = list_add(arena, &facts->links);
        if (!fact) return;
        if (i < own)
            judge_own(&judge, i, fact);
        else if (i < own + answers)
            link_judge(arena, facts->options->answers.link_targets.at[i - own], NULL, true, fact);
        else
            link_judge(arena, facts->options->seen_codes.at[i - own - answers], NULL, true, fact);
    }
    link_text_find_calls(arena, facts);
}
