/* page: a message, or the one of a page's messages that is to be judged.
 *
 * A page of a web mailer can hold several messages (a conversation). In: bytes and
 * options. Out: the judgement of one message. A yes to one message of a page is given
 * only when every other one has earned it too: what a page calls "another message" may
 * be a part of a fake that was made to look like one. Nothing is judged more mildly
 * alone than with the rest, unless the person chose it; then it is no yes either. */
#ifndef HONMONO_VERDICT_PAGE_H
#define HONMONO_VERDICT_PAGE_H

#include "verdict/verdict.h"

/* Everything that one judgement needs, in one arena. */
struct reading {
    struct options options;
    struct message message;
    struct facts facts;
    struct judgement judgement;
};

/* NULL when memory is out. `only` as in verdict_find(). The arena holds nothing else: it
 * is emptied between the readings of one page. */
const struct reading *page_judge(struct arena *arena, struct str bytes, const struct options *options,
                                 int only);

/* A link by itself: a message that holds nothing but that link. */
void page_read_link(struct arena *arena, struct str bytes, struct message *message);

#endif
