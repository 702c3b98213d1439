/* json: see json.h; json_message.c writes the message section, catalogue.c the
 * catalogue. cJSON is used in verdict/ only. */
#include "verdict/json.h"

#include "honmono.h"
#include "limits.h"
#include "verdict/json_tools.h"

enum { SCHEMA = 1 };

static const char *kind_name(enum message_kind kind) {
    static const char *const names[] = {"auto", "source", "html", "text", "link"};
    return names[kind];
}

static const char *part_name(enum text_part part) {
    static const char *const names[] = {"from",   "to",   "date", "subject",
                                        "header", "text", "link", "attachment"};
    return names[part];
}

static void write_head(struct json *json, cJSON *root, enum message_kind kind) {
    json_word(json, root, "honmono", honmono_version());
    json_integer(json, root, "schema", SCHEMA);
    json_word(json, root, "kind", kind_name(kind));
}

static void write_points(struct json *json, cJSON *root, const struct judgement *judgement, int only) {
    cJSON *points = json_list(json, root, "points");
    for (int point = 0; point < POINT_COUNT; point++) {
        if (only >= 0 && check_point((enum check)only) != (enum point)point) continue;
        cJSON *item = json_object(json, points, NULL);
        json_word(json, item, "point", point_name((enum point)point));
        json_word(json, item, "state", state_name(judgement->states[point]));
    }
}

static void write_evidence(struct json *json, cJSON *list, const struct evidence *evidence,
                           const struct link_numbers *numbers) {
    cJSON *item = json_object(json, list, NULL);
    json_word(json, item, "part", part_name(evidence->part));
    json_string(json, item, "before", evidence->before);
    json_string(json, item, "match", evidence->match);
    json_string(json, item, "after", evidence->after);
    int64_t link = evidence->link >= 0 && numbers->of ? numbers->of[evidence->link] : -1;
    if (link >= 0)
        json_integer(json, item, "link", link);
    else
        json_null(json, item, "link");
}

static void write_findings(struct json *json, cJSON *root, const struct judgement *judgement,
                           const struct link_numbers *numbers) {
    cJSON *findings = json_list(json, root, "findings");
    for (size_t i = 0; i < judgement->report.findings.size; i++) {
        const struct finding *finding = &judgement->report.findings.at[i];
        enum check check = outcome_check(finding->outcome);
        cJSON *item = json_object(json, findings, NULL);
        json_kebab(json, item, "check", check_name(check));
        json_kebab(json, item, "message", outcome_name(finding->outcome));
        json_word(json, item, "point", point_name(check_point(check)));
        json_word(json, item, "weight", weight_name(outcome_weight(finding->outcome)));
        cJSON *arguments = json_object(json, item, "args");
        for (size_t a = 0; a < finding->arguments.size; a++)
            json_string(json, arguments, finding->arguments.at[a].name,
                        str_slice(finding->arguments.at[a].value, 0, 1000));
        cJSON *evidence = json_list(json, item, "evidence");
        for (size_t e = 0; e < finding->evidence.size; e++)
            write_evidence(json, evidence, &finding->evidence.at[e], numbers);
    }
}

static void write_link(struct json *json, cJSON *item, const struct facts *facts, size_t index) {
    const struct link_fact *fact = &facts->links.at[index];
    const struct link *link = check_link(facts, index);
    json_word(json, item, "source", link_source_name(link ? link->source : LINK_ANSWER));
    json_string(json, item, "shown", link ? link->shown : STR(""));
    json_string(json, item, "target",
                link ? link->target
                     : facts->options->answers.link_targets.at[index - facts->message->document.links.size]);
    json_string_or_null(json, item, "url", fact->url.href);
    json_string_or_null(json, item, "inner", fact->has_inner ? fact->inner.href : STR(""));
    json_string_or_null(json, item, "scheme", fact->url.scheme);
    json_string_or_null(json, item, "host", fact->url.host);
    json_string_or_null(json, item, "host_unicode", fact->url.host_unicode);
    json_string_or_null(json, item, "domain", fact->domain.registrable);
    json_string_or_null(json, item, "inner_domain",
                        fact->has_inner ? fact->inner_domain.registrable : STR(""));
    json_word(json, item, "standing", standing_name(fact->standing));
    cJSON *notes = json_list(json, item, "notes");
    for (int note = 0; note < URL_NOTE_COUNT; note++)
        if (fact->notes & ((uint64_t)1 << note))
            json_word(json, notes, NULL, url_note_name((enum url_note)note));
    json_string_or_null(json, item, "hidden", link ? str_from(hidden_name(link->hidden)) : STR(""));
}

static void write_links(struct json *json, cJSON *root, const struct facts *facts,
                        const struct link_numbers *numbers) {
    cJSON *links = json_list(json, root, "links");
    for (size_t i = 0; numbers->of && i < facts->links.size; i++)
        if (numbers->of[i] >= 0) write_link(json, json_object(json, links, NULL), facts, i);
}

static void write_sign_in(struct json *json, cJSON *root, const struct facts *facts) {
    cJSON *sign_in = json_object(json, root, "sign_in");
    json_string_or_null(json, sign_in, "when", facts->sign_in.when);
    json_string_or_null(json, sign_in, "device", facts->sign_in.device);
    json_string_or_null(json, sign_in, "place", facts->sign_in.place);
}

static void write_questions(struct json *json, cJSON *root, const struct judgement *judgement) {
    cJSON *questions = json_list(json, root, "questions");
    for (int question = 0; question < QUESTION_COUNT; question++)
        if (judgement->asks[question])
            json_word(json, questions, NULL, question_name((enum question)question));
}

static void write_oddities(struct json *json, cJSON *root, const struct oddities *oddities) {
    cJSON *list = json_list(json, root, "oddities");
    for (int kind = 0; kind < ODDITY_COUNT; kind++) {
        if (!oddities->count[kind]) continue;
        cJSON *item = json_object(json, list, NULL);
        json_word(json, item, "kind", oddity_name((enum oddity)kind));
        json_integer(json, item, "count", oddities->count[kind]);
        json_string(json, item, "place", str_slice(oddities->place[kind], 0, 200));
    }
}

static void write_whole(struct json *json, cJSON *root, const struct facts *facts,
                        const struct judgement *judgement, const struct link_numbers *numbers) {
    bool about_link = facts->message->kind == KIND_LINK;
    json_string_or_null(json, root, "brand", facts->claim.claims ? STR("amazon") : STR(""));
    json_word(json, root, "about", about_name(facts->about));
    json_string_or_null(json, root, "verdict",
                        about_link ? STR("") : str_from(verdict_name(judgement->verdict)));
    write_points(json, root, judgement, -1);
    write_findings(json, root, judgement, numbers);
    write_links(json, root, facts, numbers);
    write_sign_in(json, root, facts);
    bool text_cut = json_message(json, root, facts, judgement, numbers);
    write_questions(json, root, judgement);
    cJSON *totals = json_object(json, root, "totals");
    json_integer(json, totals, "links", (int64_t)facts->links.size);
    json_integer(json, totals, "shown_links", (int64_t)numbers->written);
    json_boolean(json, totals, "text_cut", text_cut);
    write_oddities(json, root, &facts->message->oddities);
}

char *json_write_verdict(struct arena *arena, const struct facts *facts, const struct judgement *judgement,
                         int only) {
    struct json json = {.arena = arena};
    cJSON *root = cJSON_CreateObject();
    struct link_numbers numbers = json_number_links(&json, facts, judgement);
    if (only >= 0) {
        json_word(&json, root, "kind", kind_name(facts->message->kind));
        write_points(&json, root, judgement, only);
        write_findings(&json, root, judgement, &numbers);
    } else {
        write_head(&json, root, facts->message->kind);
        write_whole(&json, root, facts, judgement, &numbers);
    }
    return json_print(&json, root);
}

char *json_write_link(struct arena *arena, const struct facts *facts) {
    struct json json = {.arena = arena};
    cJSON *root = cJSON_CreateObject();
    write_head(&json, root, KIND_LINK);
    write_link(&json, root, facts, 0);
    return json_print(&json, root);
}
