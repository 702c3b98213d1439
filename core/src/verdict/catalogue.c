/* catalogue: everything the core can say, so that the words for it can be
 * checked for completeness, and the dates of its data. */
#include "facts/brand.h"
#include "honmono.h"
#include "verdict/json.h"
#include "verdict/json_writer.h"

static void write_checks(struct json *json) {
    json_open_list(json, "checks");
    for (int check = 0; check < CHECK_COUNT; check++) {
        json_open_object(json, NULL);
        json_kebab(json, "check", check_name((enum check)check));
        json_word(json, "point", point_name(check_point((enum check)check)));
        json_open_list(json, "messages");
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++) {
            if (outcome_check((enum outcome)outcome) != (enum check)check) continue;
            json_open_object(json, NULL);
            json_kebab(json, "message", outcome_name((enum outcome)outcome));
            json_word(json, "weight", weight_name(outcome_weight((enum outcome)outcome)));
            json_close_object(json);
        }
        json_close_list(json);
        json_close_object(json);
    }
    json_close_list(json);
}

static void write_vocabulary(struct json *json) {
    json_open_list(json, "points");
    for (int i = 0; i < POINT_COUNT; i++) json_word(json, NULL, point_name((enum point)i));
    json_close_list(json);
    json_open_list(json, "verdicts");
    for (int i = 0; i <= VERDICT_NO_CLAIM; i++) json_word(json, NULL, verdict_name((enum verdict)i));
    json_close_list(json);
    json_open_list(json, "questions");
    for (int i = 0; i < QUESTION_COUNT; i++) json_word(json, NULL, question_name((enum question)i));
    json_close_list(json);
    json_open_list(json, "standings");
    for (int i = 0; i <= STANDING_UNPARSABLE; i++) json_word(json, NULL, standing_name((enum standing)i));
    json_close_list(json);
    json_open_list(json, "notes");
    for (int i = 0; i < URL_NOTE_COUNT; i++) json_word(json, NULL, url_note_name((enum url_note)i));
    json_close_list(json);
    json_open_list(json, "hidden");
    for (int i = 1; i < HIDDEN_COUNT; i++) json_word(json, NULL, hidden_name((enum hidden)i));
    json_close_list(json);
    json_open_list(json, "oddities");
    for (int i = 0; i < ODDITY_COUNT; i++) json_word(json, NULL, oddity_name((enum oddity)i));
    json_close_list(json);
    json_open_list(json, "abouts");
    for (int i = 0; i < ABOUT_COUNT; i++) json_word(json, NULL, about_name((enum about)i));
    json_close_list(json);
}

char *json_write_catalogue(void) {
    struct json json = {0};
    json_open_object(&json, NULL);
    json_word(&json, "honmono", honmono_version());
    write_checks(&json);
    write_vocabulary(&json);
    json_open_object(&json, "dates");
    json_word(&json, "amazon", brand_data_date());
    json_word(&json, "suffixes", domain_list_date());
    json_close_object(&json);
    json_close_object(&json);
    return json_finish(&json);
}
