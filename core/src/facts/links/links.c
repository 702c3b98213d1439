/* links: every link of the message judged, and what it wants pressed.
 *
 * In: document.links, and the targets that the person copied. Out: facts->links,
 * in that order. */
#include "facts/links/link.h"
#include "facts/links/link_text.h"
#include "facts/links/wrapper.h"
#include "limits.h"

void link_find(struct arena *arena, struct facts *facts) {
    struct str base_text = {0};
    struct url base = {0};
    size_t own = facts->message->document.links.size;
    size_t answers = facts->options ? facts->options->answers.link_targets.size : 0;
    /* their number is known: one allocation instead of a list that doubles */
    facts->links.at = arena_array(arena, own + answers, sizeof *facts->links.at);
    if (facts->links.at) facts->links.capacity = own + answers;
    for (size_t i = 0; i < own + answers; i++) {
        struct link_fact *fact = list_add(arena, &facts->links);
        if (!fact) return;
        if (i >= own) {
            link_judge(arena, facts->options->answers.link_targets.at[i - own], NULL, true, fact);
            continue;
        }
        const struct link *link = &facts->message->document.links.at[i];
        if (link->base.at != base_text.at || link->base.size != base_text.size) {
            base_text = link->base;
            url_parse(arena, base_text, NULL, &base);
            if (base.href.size > BASE_URL_BYTES_MAX) wrapper_keep_host(&base);
        }
        bool as_text = link->source == LINK_TEXT || link->source == LINK_ANSWER;
        link_judge(arena, link->target, base_text.size && base.valid ? &base : NULL, as_text, fact);
        link_text_read(arena, link, fact);
    }
    link_text_find_calls(arena, facts);
}
