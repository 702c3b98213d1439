/* verdict: see verdict.h.
 *
 * Every point is summed up on its own (what is the worst and the best that was
 * found for it?), and the rule looks at the seven sums only. That makes asking
 * cheap: an answer changes the sum of its own point and no other, so "could this
 * answer still change the verdict?" is tried out for every combination of
 * answers without running any check on links again. */
#include "verdict/verdict.h"

/* What was found for one point. */
struct sum {
    bool decisive, strong, weak, good, block;
};

struct sums {
    struct sum of[POINT_COUNT];
};

/* The answers as far as the rule itself looks at them. */
struct answers {
    enum answer_sign_in sign_in;
    enum answer_message_center message_center;
};

static void add_finding(struct sums *sums, enum outcome outcome) {
    struct sum *sum = &sums->of[check_point(outcome_check(outcome))];
    switch (outcome_weight(outcome)) {
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

/* Design section 4, the rule in its order. */
static enum verdict decide(const struct facts *facts, const struct sums *sums, struct answers answers) {
    size_t strong_points = 0, weak_points = 0;
    bool decisive = false, blocked = false;
    for (size_t i = 0; i < POINT_COUNT; i++) {
        const struct sum *sum = &sums->of[i];
        decisive = decisive || sum->decisive;
        blocked = blocked || sum->block;
        if (is_bad(sum))
            strong_points++;
        else if (sum->weak)
            weak_points++;
    }
    if (decisive || strong_points >= 2) return VERDICT_FAKE;
    if (strong_points == 1 || weak_points >= 3) return VERDICT_SUSPICIOUS;

    bool by_points = !blocked && is_good(&sums->of[POINT_recipient]) && is_good(&sums->of[POINT_greeting]) &&
                     is_good(&sums->of[POINT_links]);
    bool by_center = answers.message_center == MESSAGE_CENTER_FOUND && !sums->of[POINT_links].block &&
                     !sums->of[POINT_message_center].block;
    if (!by_points && !by_center) return VERDICT_UNPROVEN;
    if (answers.sign_in == SIGN_IN_NOT_ME) return VERDICT_ACCOUNT_AT_RISK;
    if (facts->about_flags & ABOUT_SIGN_IN) {
        bool answered = by_center && answers.sign_in == SIGN_IN_ME;
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
    for (size_t i = 0; i < report.findings.size; i++) add_finding(&sums, report.findings.at[i].outcome);
    return sums.of[point];
}

enum { TRIALS_MAX = 4 };

/* What copied link targets can show. */
enum { TARGETS_UNANSWERED, TARGETS_OFFICIAL, TARGETS_ELSEWHERE };

/* The sums of the points that answers move, by answer (0 = unanswered). */
struct trials {
    struct sum recipient[TRIALS_MAX], greeting[TRIALS_MAX], sign_in[TRIALS_MAX], message_center[TRIALS_MAX];
};

static void find_trials(struct arena *arena, const struct facts *facts, struct trials *trials) {
    for (int answer = 0; answer < TRIALS_MAX; answer++) {
        struct options options = *facts->options;
        options.answers.greeting = (enum answer_greeting)answer;
        trials->greeting[answer] = try_point(arena, facts, POINT_greeting, &options);
        if (answer == TRIALS_MAX - 1) break;
        options.answers.delivered_to = (enum answer_delivered_to)answer;
        options.answers.sign_in = (enum answer_sign_in)answer;
        options.answers.message_center = (enum answer_message_center)answer;
        trials->recipient[answer] = try_point(arena, facts, POINT_recipient, &options);
        trials->sign_in[answer] = try_point(arena, facts, POINT_sign_in, &options);
        trials->message_center[answer] = try_point(arena, facts, POINT_message_center, &options);
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
    sums.of[POINT_message_center] = trials->message_center[answers.of[QUESTION_MESSAGE_CENTER]];
    sums.of[POINT_links].good |= answers.of[QUESTION_LINK_TARGETS] == TARGETS_OFFICIAL;
    sums.of[POINT_links].decisive |= answers.of[QUESTION_LINK_TARGETS] == TARGETS_ELSEWHERE;
    return decide(facts, &sums,
                  (struct answers){(enum answer_sign_in)answers.of[QUESTION_SIGN_IN],
                                   (enum answer_message_center)answers.of[QUESTION_MESSAGE_CENTER]});
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
    static const int all[QUESTION_COUNT] = {3, 4, 3, 3, 3};
    bool open[QUESTION_COUNT] = {
        [QUESTION_DELIVERED_TO] = judgement->states[POINT_recipient] != STATE_GOOD && !facts->brief,
        [QUESTION_GREETING] = judgement->states[POINT_greeting] != STATE_GOOD && !facts->brief,
        [QUESTION_LINK_TARGETS] = misses_targets(judgement),
        [QUESTION_SIGN_IN] = (facts->about_flags & ABOUT_SIGN_IN) != 0,
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
    int given[QUESTION_COUNT] = {(int)options->answers.delivered_to, (int)options->answers.greeting, 0,
                                 (int)options->answers.sign_in, (int)options->answers.message_center};
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
        while (place > 0 &&
               outcome_weight(report->findings.at[place - 1].outcome) > outcome_weight(finding.outcome)) {
            report->findings.at[place] = report->findings.at[place - 1];
            place--;
        }
        report->findings.at[place] = finding;
    }
}

void verdict_find(struct arena *arena, const struct facts *facts, int only, struct judgement *out) {
    *out = (struct judgement){.verdict = VERDICT_NO_CLAIM};
    out->report = (struct report){.arena = arena, .facts = facts};
    for (int point = 0; point < POINT_COUNT; point++) out->states[point] = STATE_NONE;
    bool judged = facts->claim.claims || only >= 0;
    if (!judged && !facts->claim.unreadable) return;

    for (enum check check = 0; check < CHECK_COUNT; check++) {
        bool wanted = only >= 0 ? check == (enum check)only : judged || check == CHECK_reading_incomplete;
        if (wanted) check_run(check, &out->report);
    }
    sort_findings(&out->report);
    struct sums sums = {0};
    for (size_t i = 0; i < out->report.findings.size; i++)
        add_finding(&sums, out->report.findings.at[i].outcome);
    for (int point = 0; point < POINT_COUNT; point++)
        out->states[point] = find_state(facts, (enum point)point, &sums.of[point]);
    if (!judged) {
        out->verdict = VERDICT_UNPROVEN;
        return;
    }
    out->verdict =
        decide(facts, &sums,
               (struct answers){facts->options->answers.sign_in, facts->options->answers.message_center});
    if (only < 0 && out->verdict != VERDICT_FAKE) find_questions(arena, facts, &sums, out);
}

const char *verdict_name(enum verdict verdict) {
    static const char *const names[] = {"fake",       "suspicious", "account_at_risk",
                                        "consistent", "unproven",   "no_claim"};
    return names[verdict];
}

const char *state_name(enum state state) {
    static const char *const names[] = {"good", "bad", "unknown", "none"};
    return names[state];
}

const char *question_name(enum question question) {
    static const char *const names[] = {"delivered_to", "greeting", "link_targets", "sign_in",
                                        "message_center"};
    return names[question];
}
