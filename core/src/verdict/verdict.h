/* verdict: the arithmetic from findings to a verdict, and nothing else.
 *
 * In: facts (with the person's answers in their options). Out: the findings of
 * all checks, most telling first, the state of the seven points, the verdict,
 * and the questions whose answers could still change it. The rule is stated in
 * core/README.md; this file is that text in C. */
#ifndef HONMONO_VERDICT_VERDICT_H
#define HONMONO_VERDICT_VERDICT_H

#include "checks/check.h"

enum verdict {
    VERDICT_FAKE,
    VERDICT_SUSPICIOUS,
    VERDICT_ACCOUNT_AT_RISK,
    VERDICT_CONSISTENT,
    VERDICT_UNPROVEN,
    VERDICT_NO_CLAIM
};

/* Where the web links of the message lead, as far as they were seen. */
enum leads_to { LEADS_TO_AMAZON_ONLY, LEADS_TO_ELSEWHERE, LEADS_TO_NOT_SEEN };

enum state { STATE_GOOD, STATE_BAD, STATE_UNKNOWN, STATE_NONE };

enum question {
    QUESTION_CLAIM, /* does it look as if Amazon sent it? */
    QUESTION_DELIVERED_TO,
    QUESTION_GREETING,
    QUESTION_LINK_TARGETS,
    QUESTION_SIGN_IN,
    QUESTION_ORDER_HISTORY,
    QUESTION_MESSAGE_CENTER,
    QUESTION_COUNT
};

struct judgement {
    enum verdict verdict;
    enum leads_to leads_to;
    enum state states[POINT_COUNT];
    struct report report; /* findings, most telling first */
    bool asks[QUESTION_COUNT];
};

/* `only` < 0: all checks; else that check alone (verdict and questions are
 * then meaningless). */
void verdict_find(struct arena *arena, const struct facts *facts, int only, struct judgement *out);

const char *verdict_name(enum verdict verdict);
const char *leads_to_name(enum leads_to leads_to);
const char *state_name(enum state state);
const char *question_name(enum question question);

#endif
