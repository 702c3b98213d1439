/* json: see json.h; json_message.c writes the message section, catalogue.c the
 * catalogue. */
#include "verdict/json.h"

#include "base/utf8.h"
#include "brand/brand_names.h"
#include "honmono.h"
#include "limits.h"
#include "verdict/json_message.h"
#include "verdict/json_writer.h"

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

void json_write_version(struct json *json) {
    json_word(json, "honmono", honmono_version());
    json_integer(json, "schema", SCHEMA);
}

static void write_head(struct json *json, enum message_kind kind) {
    json_write_version(json);
    json_word(json, "kind", kind_name(kind));
}

static void write_points(struct json *json, const struct judgement *judgement, int only) {
    json_open_list(json, "points");
    for (int point = 0; point < POINT_COUNT; point++) {
        if (only >= 0 && check_point((enum check)only) != (enum point)point) continue;
        json_open_object(json, NULL);
        json_word(json, "point", point_name((enum point)point));
        json_word(json, "state", state_name(judgement->states[point]));
        json_close_object(json);
    }
    json_close_list(json);
}

static void write_evidence(struct json *json, const struct evidence *evidence,
                           const struct link_numbers *numbers) {
    json_open_object(json, NULL);
    json_word(json, "part", part_name(evidence->part));
    json_string(json, "before", evidence->before);
    json_string(json, "match", evidence->match);
    json_string(json, "after", evidence->after);
    json_link_number(json, numbers, evidence->link);
    json_close_object(json);
}

static void write_findings(struct json *json, const struct judgement *judgement,
                           const struct link_numbers *numbers) {
    json_open_list(json, "findings");
    for (size_t i = 0; i < judgement->report.findings.size; i++) {
        const struct finding *finding = &judgement->report.findings.at[i];
        enum check check = outcome_check(finding->outcome);
        json_open_object(json, NULL);
        json_kebab(json, "check", check_name(check));
        json_kebab(json, "message", outcome_name(finding->outcome));
        json_word(json, "point", point_name(check_point(check)));
        json_word(json, "weight", weight_name(finding->weight));
        json_open_object(json, "args");
        for (size_t a = 0; a < finding->arguments.size; a++)
            json_string(json, finding->arguments.at[a].name,
                        str_slice(finding->arguments.at[a].value, 0, 1000));
        json_close_object(json);
        json_open_list(json, "evidence");
        for (size_t e = 0; e < finding->evidence.size; e++)
            write_evidence(json, &finding->evidence.at[e], numbers);
        json_close_list(json);
        json_close_object(json);
    }
    json_close_list(json);
}

/* How much of a text may be written, and whether one was longer. */
struct bound {
    size_t bytes;
    bool cut;
};

static struct str shorten(struct str text, struct bound *bound) {
    if (text.size <= bound->bytes) return text;
    bound->cut = true;
    return str_slice(text, 0, utf8_floor(text, bound->bytes));
}

/* The keys of one link, in an object that is open. */
static void write_link(struct json *json, const struct facts *facts, size_t index, struct bound *bound) {
    const struct link_fact *fact = &facts->links.at[index];
    const struct link *link = check_link(facts, index);
    struct str target;
    json_word(json, "source", link_source_name(link_source_of(facts, index, &target)));
    json_string(json, "shown", link ? shorten(link->shown, bound) : STR(""));
    json_string(json, "target", shorten(target, bound));
    json_string_or_null(json, "url", shorten(fact->url.href, bound));
    json_string_or_null(json, "inner", fact->has_inner ? shorten(fact->inner.href, bound) : STR(""));
    json_string_or_null(json, "scheme", shorten(fact->url.scheme, bound));
    json_string_or_null(json, "host", shorten(fact->url.host, bound));
    json_string_or_null(json, "host_unicode", shorten(fact->url.host_unicode, bound));
    json_string_or_null(json, "domain", fact->domain.registrable);
    json_string_or_null(json, "inner_domain", fact->has_inner ? fact->inner_domain.registrable : STR(""));
    json_word(json, "standing", standing_name(fact->standing));
    json_open_list(json, "notes");
    for (int note = 0; note < URL_NOTE_COUNT; note++)
        if (fact->notes & ((uint64_t)1 << note)) json_word(json, NULL, url_note_name((enum url_note)note));
    json_close_list(json);
    json_string_or_null(json, "hidden", link ? str_from(hidden_name(link->hidden)) : STR(""));
}

/* True when the text of one was cut. */
static bool write_links(struct json *json, const struct facts *facts, const struct link_numbers *numbers) {
    struct bound bound = {JSON_LINK_BYTES_MAX, false};
    json_open_list(json, "links");
    for (size_t i = 0; i < facts->links.size; i++) {
        if (link_numbers_of(numbers, (int64_t)i) < 0) continue;
        json_open_object(json, NULL);
        write_link(json, facts, i, &bound);
        json_close_object(json);
    }
    json_close_list(json);
    return bound.cut;
}

static void write_sign_in(struct json *json, const struct facts *facts) {
    json_open_object(json, "sign_in");
    json_string_or_null(json, "when", facts->sign_in.when);
    json_string_or_null(json, "device", facts->sign_in.device);
    json_string_or_null(json, "place", facts->sign_in.place);
    json_close_object(json);
}

static void write_order(struct json *json, const struct facts *facts) {
    json_open_object(json, "order");
    json_open_list(json, "numbers");
    for (size_t i = 0; i < facts->order.numbers.size; i++)
        json_string(json, NULL, facts->order.numbers.at[i]);
    json_close_list(json);
    json_close_object(json);
}

static void write_questions(struct json *json, const struct judgement *judgement) {
    json_open_list(json, "questions");
    for (int question = 0; question < QUESTION_COUNT; question++)
        if (judgement->asks[question]) json_word(json, NULL, question_name((enum question)question));
    json_close_list(json);
}

static void write_oddities(struct json *json, const struct oddities *oddities) {
    json_open_list(json, "oddities");
    for (int kind = 0; kind < ODDITY_COUNT; kind++) {
        if (!oddities->count[kind]) continue;
        json_open_object(json, NULL);
        json_word(json, "kind", oddity_name((enum oddity)kind));
        json_integer(json, "count", oddities->count[kind]);
        json_string(json, "place", str_slice(oddities->place[kind], 0, 200));
        json_close_object(json);
    }
    json_close_list(json);
}

static void write_whole(struct arena *arena, struct json *json, const struct facts *facts,
                        const struct judgement *judgement, const struct link_numbers *numbers) {
    bool about_link = facts->message->kind == KIND_LINK;
    json_string_or_null(json, "brand", facts->claim.claims ? STR(BRAND_ID) : STR(""));
    json_word(json, "about", about_name(facts->about));
    json_string_or_null(json, "verdict", about_link ? STR("") : str_from(verdict_name(judgement->verdict)));
    bool looked = !about_link && judgement->verdict != VERDICT_NO_CLAIM;
    json_string_or_null(json, "leads_to", looked ? str_from(leads_to_name(judgement->leads_to)) : STR(""));
    write_points(json, judgement, -1);
    write_findings(json, judgement, numbers);
    bool text_cut = write_links(json, facts, numbers);
    write_sign_in(json, facts);
    write_order(json, facts);
    text_cut |= json_message(arena, json, facts, judgement, numbers);
    write_questions(json, judgement);
    json_open_object(json, "totals");
    json_integer(json, "links", (int64_t)facts->links.size);
    json_integer(json, "shown_links", (int64_t)numbers->written);
    json_boolean(json, "text_cut", text_cut);
    json_close_object(json);
    write_oddities(json, &facts->message->oddities);
}

char *json_write_verdict(struct arena *arena, const struct facts *facts, const struct judgement *judgement,
                         int only) {
    struct json json = {0};
    struct link_numbers numbers = link_numbers_find(arena, facts, judgement);
    json_open_object(&json, NULL);
    if (only >= 0) {
        json_word(&json, "kind", kind_name(facts->message->kind));
        write_points(&json, judgement, only);
        write_findings(&json, judgement, &numbers);
    } else {
        write_head(&json, facts->message->kind);
        write_whole(arena, &json, facts, judgement, &numbers);
    }
    json_close_object(&json);
    json.failed |= arena->failed;
    return json_finish(&json);
}

char *json_write_link(const struct facts *facts) {
    struct json json = {0};
    json_open_object(&json, NULL);
    write_head(&json, KIND_LINK);
    write_link(&json, facts, 0, &(struct bound){SIZE_MAX, false});
    json_close_object(&json);
    return json_finish(&json);
}
