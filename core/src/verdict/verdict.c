/* verdict: see verdict.h.
 *
 * Every point is summed up on its own (what is the worst and the best that was
 * found for it?), and the rule looks at the seven sums only. That makes asking
 * cheap: an answer changes the sum of its own point and no other, so "could this
 * answer still change the verdict?" is tried out for every combination of
 * answers without running any check on links again. */
#include "verdict/verdict.h"
#include "brand/brand_names.h"

/* What was found for one point. */
struct sum {
    bool decisive, strong, weak, good;
    bool block, block_unproven, block_points; /* see checks.def */
};

struct sums {
    struct sum of[POINT_COUNT];
};

/* The answers as far as the rule itself looks at them. */
struct answers {
    enum answer_sign_in sign_in;
    enum answer_message_center message_center;
    enum answer_order_history order_history;
};

static void add_finding(struct sums *sums, const struct finding *finding) {
    struct sum *sum = &sums->of[check_point(outcome_check(finding->outcome))];
    switch (finding->weight) {
    case WEIGHT_decisive:
        sum->decisive = true;
        break;
    case WEIGHT_strong:
        sum->strong = true;
        break;
    case WEIGHT_weak:
        sum->weak = true;
        break;
    case WEIGHT_good:
        sum->good = true;
        break;
    case WEIGHT_block:
        sum->block = true;
        break;
    case WEIGHT_block_unproven:
        sum->block_unproven = true;
        break;
    case WEIGHT_block_points:
        sum->block_points = true;
        break;
    case WEIGHT_note:
        break;
    }
}

static bool is_bad(const struct sum *sum) { return sum->decisive || sum->strong; }

static bool is_good(const struct sum *sum) { return sum->good && !is_bad(sum) && !sum->weak; }

/* Content never speaks for a message; sign-in and message centre apply only to
 * some messages. */
static enum state find_state(const struct facts *facts, enum point point, const struct sum *sum) {
    if (is_bad(sum)) return STATE_BAD;
    if (point == POINT_sign_in && !(facts->about_flags & ABOUT_SIGN_IN) && !sum->weak) return STATE_NONE;
    if (point != POINT_content && is_good(sum)) return STATE_GOOD;
    return STATE_UNKNOWN;
}

/* All points together. */
struct total {
    size_t strong_points, weak_points;
    bool decisive, block, block_unproven, block_points;
};

static struct total add_up(const struct sums *sums) {
    struct total total = {0};
    for (size_t i = 0; i < POINT_COUNT; i++) {
        const struct sum *sum = &sums->of[i];
        total.decisive |= sum->decisive;
        total.block |= sum->block;
        total.block_unproven |= sum->block_unproven;
        total.block_points |= sum->block_points;
        if (is_bad(sum))
            total.strong_points++;
        else if (sum->weak)
            total.weak_points++;
    }
    return total;
}

/* The order that the message speaks of stands in the account; what the message
 * says at the head of it may not speak against that. */
static bool is_known_order(const struct facts *facts, const struct sums *sums, struct answers answers) {
    const struct sum *greeting = &sums->of[POINT_greeting];
    return check_has_order(facts) && answers.order_history == ORDER_HISTORY_FOUND && !is_bad(greeting) &&
           !greeting->weak;
}

/* The rule, in its order (core/README.md, "The verdict"). */
static enum verdict decide(const struct facts *facts, const struct sums *sums, struct answers answers) {
    struct total total = add_up(sums);
    bool proven = check_is_proven(facts) && sums->of[POINT_sender].good;
    if (total.decisive || total.strong_points >= 2) return VERDICT_FAKE;
    if (total.strong_points == 1 || (total.weak_points >= 3 && !proven)) return VERDICT_SUSPICIOUS;

    bool named = is_good(&sums->of[POINT_greeting]) || is_known_order(facts, sums, answers);
    bool harmless = !total.block && !total.block_unproven;
    bool by_proof = proven && !total.block;
    bool by_points = harmless && !total.block_points && named && is_good(&sums->of[POINT_recipient]) &&
                     is_good(&sums->of[POINT_links]);
    bool by_center = harmless && answers.message_center == MESSAGE_CENTER_FOUND;
    if (!by_proof && !by_points && !by_center) return VERDICT_UNPROVEN;
    if (answers.sign_in == SIGN_IN_NOT_ME) return VERDICT_ACCOUNT_AT_RISK;
    if (facts->about_flags & ABOUT_SIGN_IN) {
        bool answered = (by_proof || by_center) && answers.sign_in == SIGN_IN_ME;
        if (!answered && !is_good(&sums->of[POINT_sign_in])) return VERDICT_UNPROVEN;
    }
    return VERDICT_CONSISTENT;
}

/* The sum of one point under other answers. */
static struct sum try_point(struct arena *arena, const struct facts *facts, enum point point,
                            const struct options *options) {
    struct facts trial = *facts;
    trial.options = options;
    struct report report = {.arena = arena, .facts = &trial};
    for (enum check check = 0; check < CHECK_COUNT; check++)
        if (check_point(check) == point) check_run(check, &report);
    struct sums sums = {0};
    for (size_t i = 0; i < report.findings.size; i++) add_finding(&sums, &report.findings.at[i]);
    return sums.of[point];
}

enum { TRIALS_MAX = 4 };

/* What copied link targets can show. */
enum { TARGETS_UNANSWERED, TARGETS_OFFICIAL, TARGETS_ELSEWHERE };

/* The sums of the points that answers move, by answer (0 = unanswered). */
struct trials {
    struct sum recipient[TRIALS_MAX], greeting[TRIALS_MAX], sign_in[TRIALS_MAX];
    struct sum message_center[TRIALS_MAX][TRIALS_MAX]; /* ... and by what the order history shows */
};

static void find_trials(struct arena *arena, const struct facts *facts, struct trials *trials) {
    for (int answer = 0; answer < TRIALS_MAX; answer++) {
        struct options options = *facts->options;
        options.answers.greeting = (enum answer_greeting)answer;
        trials->greeting[answer] = try_point(arena, facts, POINT_greeting, &options);
        if (answer == TRIALS_MAX - 1) break;
        options.answers.delivered_to = (enum answer_delivered_to)answer;
        options.answers.sign_in = (enum answer_sign_in)answer;
        trials->recipient[answer] = try_point(arena, facts, POINT_recipient, &options);
        trials->sign_in[answer] = try_point(arena, facts, POINT_sign_in, &options);
        options.answers.message_center = (enum answer_message_center)answer;
        for (int order = 0; order < TRIALS_MAX - 1; order++) {
            options.answers.order_history = (enum answer_order_history)order;
            trials->message_center[answer][order] = try_point(arena, facts, POINT_message_center, &options);
        }
    }
}

/* One combination of answers, 0 = unanswered. */
struct combination {
    int of[QUESTION_COUNT];
};

static enum verdict decide_combination(const struct facts *facts, const struct sums *base,
                                       const struct trials *trials, struct combination answers) {
    struct sums sums = *base;
    sums.of[POINT_recipient] = trials->recipient[answers.of[QUESTION_DELIVERED_TO]];
    sums.of[POINT_greeting] = trials->greeting[answers.of[QUESTION_GREETING]];
    sums.of[POINT_sign_in] = trials->sign_in[answers.of[QUESTION_SIGN_IN]];
    sums.of[POINT_message_center] =
        trials->message_center[answers.of[QUESTION_MESSAGE_CENTER]][answers.of[QUESTION_ORDER_HISTORY]];
    sums.of[POINT_links].good |= answers.of[QUESTION_LINK_TARGETS] == TARGETS_OFFICIAL;
    sums.of[POINT_links].decisive |= answers.of[QUESTION_LINK_TARGETS] == TARGETS_ELSEWHERE;
    return decide(facts, &sums,
                  (struct answers){(enum answer_sign_in)answers.of[QUESTION_SIGN_IN],
                                   (enum answer_message_center)answers.of[QUESTION_MESSAGE_CENTER],
                                   (enum answer_order_history)answers.of[QUESTION_ORDER_HISTORY]});
}

/* Only displayed addresses: the real targets are not known yet. */
static bool misses_targets(const struct judgement *judgement) {
    for (size_t i = 0; i < judgement->report.findings.size; i++)
        if (judgement->report.findings.at[i].outcome == OUTCOME_links_official__only_shown_text) return true;
    return false;
}

/* How many answers to try for a question; 1: it is not open. What the message
 * itself settled as good is not asked, nor what a message to a phone never has. */
static void find_choices(const struct facts *facts, const struct judgement *judgement, const int *given,
                         int *choices) {
    static const int all[QUESTION_COUNT] = {1, 3, 4, 3, 3, 3, 3};
    /* order mail today: the order history is asked for instead */
    bool greets_nobody = check_has_order(facts) && facts->greeting.kind == GREETING_KIND_NONE;
    bool open[QUESTION_COUNT] = {
        [QUESTION_DELIVERED_TO] = judgement->states[POINT_recipient] != STATE_GOOD && !facts->brief,
        [QUESTION_GREETING] =
            judgement->states[POINT_greeting] != STATE_GOOD && !facts->brief && !greets_nobody,
        [QUESTION_LINK_TARGETS] = misses_targets(judgement),
        [QUESTION_SIGN_IN] = (facts->about_flags & ABOUT_SIGN_IN) != 0,
        [QUESTION_ORDER_HISTORY] = check_has_order(facts),
        [QUESTION_MESSAGE_CENTER] = true,
    };
    for (int question = 0; question < QUESTION_COUNT; question++)
        choices[question] = given[question] || !open[question] ? 1 : all[question];
}

/* A question is asked when, for some answers to the others, its own answer
 * decides between two verdicts. */
static void find_questions(struct arena *arena, const struct facts *facts, const struct sums *sums,
                           struct judgement *out) {
    const struct options *options = facts->options;
    int given[QUESTION_COUNT] = {0,
                                 (int)options->answers.delivered_to,
                                 (int)options->answers.greeting,
                                 0,
                                 (int)options->answers.sign_in,
                                 (int)options->answers.order_history,
                                 (int)options->answers.message_center};
    int choices[QUESTION_COUNT];
    find_choices(facts, out, given, choices);
    struct trials trials;
    find_trials(arena, facts, &trials);
    size_t combinations = 1;
    for (int question = 0; question < QUESTION_COUNT; question++) combinations *= (size_t)choices[question];
    for (size_t number = 0; number < combinations; number++) {
        struct combination answers;
        size_t rest = number;
        for (int question = 0; question < QUESTION_COUNT; question++) {
            answers.of[question] =
                given[question] ? given[question] : (int)(rest % (size_t)choices[question]);
            rest /= (size_t)choices[question];
        }
        enum verdict verdict = decide_combination(facts, sums, &trials, answers);
        for (int question = 0; question < QUESTION_COUNT; question++) {
            if (given[question] || !answers.of[question]) continue;
            struct combination without = answers;
            without.of[question] = 0;
            if (decide_combination(facts, sums, &trials, without) != verdict) out->asks[question] = true;
        }
    }
}

/* Most telling first; within one weight in the order of checks.def. Insertion
 * sort: there is at most one finding per outcome. */
static void sort_findings(struct report *report) {
    for (size_t i = 1; i < report->findings.size; i++) {
        struct finding finding = report->findings.at[i];
        size_t place = i;
        while (place > 0 && report->findings.at[place - 1].weight > finding.weight) {
            report->findings.at[place] = report->findings.at[place - 1];
            place--;
        }
        report->findings.at[place] = finding;
    }
}

/* What the check of official links said about all of them. */
static enum leads_to find_leads_to(const struct report *report) {
    enum leads_to leads_to = LEADS_TO_NOT_SEEN;
    for (size_t i = 0; i < report->findings.size; i++) {
        switch (report->findings.at[i].outcome) {
        case OUTCOME_links_official__not_all_official:
        case OUTCOME_links_official__partners_beside:
            return LEADS_TO_ELSEWHERE;
        case OUTCOME_links_official__all_official:
        case OUTCOME_links_official__services_only:
            leads_to = LEADS_TO_AMAZON_ONLY;
            break;
        default:
            break;
        }
    }
    return leads_to;
}

/* Of a message in somebody else's name only what it asks for is said, as a note. */
static void find_wishes(struct judgement *out) {
    check_run(CHECK_other_way_to_act, &out->report);
    for (size_t i = 0; i < out->report.findings.size; i++) out->report.findings.at[i].weight = WEIGHT_note;
}

void verdict_find(struct arena *arena, const struct facts *facts, int only, struct judgement *out) {
    *out = (struct judgement){.verdict = VERDICT_NO_CLAIM, .leads_to = LEADS_TO_NOT_SEEN};
    out->report = (struct report){.arena = arena, .facts = facts};
    for (int point = 0; point < POINT_COUNT; point++) out->states[point] = STATE_NONE;
    bool judged = facts->claim.claims || only >= 0;
    if (!judged) out->asks[QUESTION_CLAIM] = facts->options->answers.claim == CLAIM_UNANSWERED;
    if (!judged && !facts->claim.unreadable) {
        find_wishes(out);
        return;
    }

    for (enum check check = 0; check < CHECK_COUNT; check++) {
        bool wanted = only >= 0 ? check == (enum check)only : judged || check == CHECK_reading_incomplete;
        if (wanted) check_run(check, &out->report);
    }
    sort_findings(&out->report);
    out->leads_to = find_leads_to(&out->report);
    struct sums sums = {0};
    for (size_t i = 0; i < out->report.findings.size; i++) add_finding(&sums, &out->report.findings.at[i]);
    for (int point = 0; point < POINT_COUNT; point++)
        out->states[point] = find_state(facts, (enum point)point, &sums.of[point]);
    if (!judged) {
        out->verdict = VERDICT_UNPROVEN;
        return;
    }
    out->verdict =
        decide(facts, &sums,
               (struct answers){facts->options->answers.sign_in, facts->options->answers.message_center,
                                facts->options->answers.order_history});
    if (only < 0 && out->verdict != VERDICT_FAKE) find_questions(arena, facts, &sums, out);
    bool yes = out->verdict == VERDICT_CONSISTENT || out->verdict == VERDICT_ACCOUNT_AT_RISK;
    if (yes && facts->message->frame.others_in_doubt) out->verdict = VERDICT_UNPROVEN;
}

const char *verdict_name(enum verdict verdict) {
    static const char *const names[] = {"fake",       "suspicious", "account_at_risk",
                                        "consistent", "unproven",   "no_claim"};
    return names[verdict];
}

const char *leads_to_name(enum leads_to leads_to) {
    static const char *const names[] = {BRAND_ID "_only", "elsewhere", "not_seen"};
    return names[leads_to];
}

const char *state_name(enum state state) {
    static const char *const names[] = {"good", "bad", "unknown", "none"};
    return names[state];
}

const char *question_name(enum question question) {
    static const char *const names[] = {"claim",   "delivered_to",  "greeting",      "link_targets",
                                        "sign_in", "order_history", "message_center"};
    return names[question];
}
