/* check: the tables made from checks.def, and how findings are written down;
 * see check.h. Names are ids in snake_case; verdict/json.c writes them in
 * kebab-case. */
#include "checks/check.h"

#include "base/utf8.h"
#include "brand/brand_names.h"
#include "facts/links/link_text.h"
#include "limits.h"

static const enum point points_of_checks[] = {
#define CHECK(id, point) POINT_##point,
#include "checks/checks.def"
#undef CHECK
};

static const enum check checks_of_outcomes[] = {
#define OUTCOME(check, message, weight) CHECK_##check,
#include "checks/checks.def"
#undef OUTCOME
};

static const enum weight weights_of_outcomes[] = {
#define OUTCOME(check, message, weight) WEIGHT_##weight,
#include "checks/checks.def"
#undef OUTCOME
};

enum point check_point(enum check check) { return points_of_checks[check]; }

enum check outcome_check(enum outcome outcome) { return checks_of_outcomes[outcome]; }

enum weight outcome_weight(enum outcome outcome, bool proven) {
    if (proven) switch (outcome) {
#define PROVEN(check, message, weight)                                                                       \
    case OUTCOME_##check##__##message:                                                                       \
        return WEIGHT_##weight;
#include "checks/checks.def"
#undef PROVEN
        default:
            break;
        }
    return weights_of_outcomes[outcome];
}

/* What a program read in a picture is good for nothing, and a letter of it may be wrong. */
static enum weight picture_weight(enum outcome outcome, enum weight weight) {
    switch (outcome) {
#define PICTURE(check, message, weight)                                                                      \
    case OUTCOME_##check##__##message:                                                                       \
        return WEIGHT_##weight;
#include "checks/checks.def"
#undef PICTURE
    default:
        return weight == WEIGHT_good ? WEIGHT_note : weight;
    }
}

const char *point_name(enum point point) {
    static const char *const names[] = {
#define POINT(id) #id,
#include "checks/checks.def"
#undef POINT
    };
    return names[point];
}

const char *check_name(enum check check) {
    static const char *const names[] = {
#define CHECK(id, point) #id,
#include "checks/checks.def"
#undef CHECK
    };
    return names[check];
}

const char *outcome_name(enum outcome outcome) {
    static const char *const names[] = {
#define OUTCOME(check, message, weight) #message,
#include "checks/checks.def"
#undef OUTCOME
    };
    return names[outcome];
}

const char *weight_name(enum weight weight) {
    static const char *const names[] = {"decisive", "strong", "weak", "good", "note", "note", "note", "note"};
    return names[weight];
}

void check_run(enum check check, struct report *report) {
    static void (*const functions[])(const struct facts *, struct report *) = {
#define CHECK(id, point) check_##id,
#include "checks/checks.def"
#undef CHECK
    };
    functions[check](report->facts, report);
}

struct finding *report_add(struct report *report, enum outcome outcome) {
    for (size_t i = 0; i < report->findings.size; i++)
        if (report->findings.at[i].outcome == outcome) return &report->findings.at[i];
    struct finding *finding = list_add(report->arena, &report->findings);
    if (!finding) return NULL;
    finding->outcome = outcome;
    finding->weight = outcome_weight(outcome, check_is_proven(report->facts));
    if (check_is_picture(report->facts)) finding->weight = picture_weight(outcome, finding->weight);
    return finding;
}

void finding_argument(struct report *report, struct finding *finding, const char *name, struct str value) {
    if (!finding) return;
    for (size_t i = 0; i < finding->arguments.size; i++)
        if (str_equal(str_from(finding->arguments.at[i].name), str_from(name))) return;
    struct argument *argument = list_add(report->arena, &finding->arguments);
    if (argument) *argument = (struct argument){name, value};
}

static struct evidence *add_evidence(struct report *report, struct finding *finding, enum text_part part) {
    if (!finding || finding->evidence.size >= EVIDENCE_PER_FINDING_MAX) return NULL;
    struct evidence *evidence = list_add(report->arena, &finding->evidence);
    if (evidence) *evidence = (struct evidence){.part = part, .link = -1};
    return evidence;
}

/* Some text before and after the match, cut between characters and kept on
 * the match's own line. */
static void fill_context(struct evidence *evidence, struct str text, struct span span) {
    size_t from =
        span.from > EVIDENCE_CONTEXT_BYTES_MAX ? utf8_floor(text, span.from - EVIDENCE_CONTEXT_BYTES_MAX) : 0;
    size_t to = utf8_floor(text, span.to + EVIDENCE_CONTEXT_BYTES_MAX);
    for (size_t i = from; i < span.from; i++)
        if (text.at[i] == '\n') from = i + 1;
    for (size_t i = span.to; i < to; i++)
        if (text.at[i] == '\n') to = i;
    evidence->before = str_slice(text, from, span.from);
    evidence->match = str_slice(text, span.from, span.to);
    evidence->after = str_slice(text, span.to, to);
}

void finding_text(struct report *report, struct finding *finding, struct span span) {
    struct evidence *evidence = add_evidence(report, finding, PART_TEXT);
    if (!evidence) return;
    evidence->span = span;
    fill_context(evidence, report->facts->message->document.text, span);
}

void finding_hidden(struct report *report, struct finding *finding, struct span span) {
    struct evidence *evidence = add_evidence(report, finding, PART_TEXT);
    if (!evidence) return;
    struct str text = report->facts->message->document.hidden_text;
    if (span.to - span.from > HIDDEN_EVIDENCE_BYTES_MAX)
        span.to = utf8_floor(text, span.from + HIDDEN_EVIDENCE_BYTES_MAX);
    fill_context(evidence, text, span);
}

void finding_link(struct report *report, struct finding *finding, size_t link) {
    struct evidence *evidence = add_evidence(report, finding, PART_LINK);
    if (!evidence) return;
    evidence->link = (int64_t)link;
    struct str target;
    if (finding->evidence.size == 1 && link_source_of(report->facts, link, &target) == LINK_CODE)
        finding_argument(report, finding, "in_code", STR("yes"));
    const struct link *shown = check_link(report->facts, link);
    if (shown && shown->shown.size)
        evidence->match = str_slice(shown->shown, 0, utf8_floor(shown->shown, 400));
    if (shown && shown->hidden == HIDDEN_none) evidence->span = shown->span;
}

void finding_header(struct report *report, struct finding *finding, enum text_part part, struct str match) {
    struct evidence *evidence = add_evidence(report, finding, part);
    if (evidence) evidence->match = str_slice(match, 0, utf8_floor(match, 400));
}

/* Amazon's sellers have accounts of their own, and are greeted as sellers. */
static bool is_for_sellers(const struct facts *facts) {
    for (size_t i = 0; i < facts->links.size; i++)
        if (facts->links.at[i].standing == STANDING_OFFICIAL &&
            str_starts(facts->links.at[i].url.host, STR(BRAND_SELLER_HOST)))
            return true;
    return false;
}

/* Account, sign-in and payment mail: where Amazon greets by name. (Amazon Web
 * Services greets nobody.) */
bool check_is_strict(const struct facts *facts) {
    return facts->about != ABOUT_aws && !is_for_sellers(facts) &&
           (facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) != 0;
}

bool check_has_others_words(const struct facts *facts) {
    return facts->others_words.reason == OTHERS_WORDS_DELIVERED;
}

bool check_is_picture(const struct facts *facts) { return facts->options->request.origin == ORIGIN_PICTURE; }

bool check_is_proven(const struct facts *facts) {
    return facts->sender.auth.amazon_proven && !check_has_others_words(facts);
}

bool check_is_about_order(const struct facts *facts) {
    return facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery ||
           facts->about == ABOUT_return_refund;
}

bool check_has_order(const struct facts *facts) {
    return check_is_about_order(facts) && facts->order.numbers.size > 0;
}

/* A link that is seen and opens a marketplace or account page of Amazon's. */
bool check_has_official_beside(const struct facts *facts) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link *link = check_link(facts, i);
        const struct link_fact *fact = &facts->links.at[i];
        if (link_text_is_shop_name(link)) continue;
        if (fact->standing == STANDING_OFFICIAL && fact->official != OFFICIAL_STATIC &&
            (!link || (link->hidden == HIDDEN_none && !link->empty)))
            return true;
    }
    return false;
}

const struct link *check_link(const struct facts *facts, size_t link) {
    return link < facts->message->document.links.size ? &facts->message->document.links.at[link] : NULL;
}

bool check_is_perhaps_link(const struct facts *facts, size_t i) {
    const struct link *link = check_link(facts, i);
    if (!link || !link->uncertain) return false;
    enum standing standing = facts->links.at[i].standing;
    bool path = str_find_byte(link->shown, '/', 0) != STR_NONE;
    if (facts->brief) return !path && standing != STANDING_SHORTENER && standing != STANDING_HOSTING;
    return !(path && standing == STANDING_SHORTENER);
}

static bool leads_to_amazon_only(const struct facts *facts) {
    const struct sender_facts *sender = &facts->sender;
    if (!sender->from.size || sender->auth.amazon_failed || sender->auth.forged_claims) return false;
    /* a pass for Amazon that proves nothing was written there by somebody else */
    if (sender->envelope_elsewhere || sender->auth.dmarc == AUTH_PASS) return false;
    if (facts->message->limit_reached || facts->message->attachments.size) return false;
    for (size_t i = 0; i < sender->from.size; i++)
        if (sender->from.at[i].standing != STANDING_OFFICIAL) return false;
    for (size_t i = 0; i < facts->actions.size; i++)
        if (facts->actions.at[i].main_call) return false;
    bool account = false;
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->standing == STANDING_NOT_WEB) continue;
        if (fact->standing != STANDING_OFFICIAL) return false;
        const struct link *link = check_link(facts, i);
        bool seen = link && link->source != LINK_TEXT && link->hidden == HIDDEN_none && !link->empty;
        account =
            account || (seen && (fact->official == OFFICIAL_ACCOUNT || fact->official == OFFICIAL_SERVICE));
    }
    return account;
}

bool check_must_greet(const struct facts *facts) {
    if (!check_is_strict(facts) || facts->sender.auth.amazon_proven) return false;
    return (facts->about_flags & ABOUT_SIGN_IN) || !leads_to_amazon_only(facts);
}

struct str check_link_host(const struct link_fact *fact) {
    return fact->has_inner ? fact->inner.host_unicode : fact->url.host_unicode;
}

struct str check_link_domain(const struct link_fact *fact) {
    struct str domain = fact->has_inner ? fact->inner_domain.registrable : fact->domain.registrable;
    return domain.size ? domain : check_link_host(fact);
}
