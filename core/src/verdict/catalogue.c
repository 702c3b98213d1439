/* catalogue: everything the core can say, so that the words for it can be
 * checked for completeness, and the dates of its data. */
#include "facts/brand.h"
#include "honmono.h"
#include "verdict/json.h"
#include "verdict/json_tools.h"

static void write_checks(struct json *json, cJSON *root) {
    cJSON *list = json_list(json, root, "checks");
    for (int check = 0; check < CHECK_COUNT; check++) {
        cJSON *item = json_object(json, list, NULL);
        json_kebab(json, item, "check", check_name((enum check)check));
        json_word(json, item, "point", point_name(check_point((enum check)check)));
        cJSON *messages = json_list(json, item, "messages");
        for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++) {
            if (outcome_check((enum outcome)outcome) != (enum check)check) continue;
            cJSON *message = json_object(json, messages, NULL);
            json_kebab(json, message, "message", outcome_name((enum outcome)outcome));
            json_word(json, message, "weight", weight_name(outcome_weight((enum outcome)outcome)));
        }
    }
}

static void write_vocabulary(struct json *json, cJSON *root) {
    cJSON *list = json_list(json, root, "points");
    for (int i = 0; i < POINT_COUNT; i++) json_word(json, list, NULL, point_name((enum point)i));
    list = json_list(json, root, "verdicts");
    for (int i = 0; i <= VERDICT_NO_CLAIM; i++) json_word(json, list, NULL, verdict_name((enum verdict)i));
    list = json_list(json, root, "questions");
    for (int i = 0; i < QUESTION_COUNT; i++) json_word(json, list, NULL, question_name((enum question)i));
    list = json_list(json, root, "standings");
    for (int i = 0; i <= STANDING_UNPARSABLE; i++)
        json_word(json, list, NULL, standing_name((enum standing)i));
    list = json_list(json, root, "notes");
    for (int i = 0; i < URL_NOTE_COUNT; i++) json_word(json, list, NULL, url_note_name((enum url_note)i));
    list = json_list(json, root, "hidden");
    for (int i = 1; i < HIDDEN_COUNT; i++) json_word(json, list, NULL, hidden_name((enum hidden)i));
    list = json_list(json, root, "oddities");
    for (int i = 0; i < ODDITY_COUNT; i++) json_word(json, list, NULL, oddity_name((enum oddity)i));
    list = json_list(json, root, "abouts");
    for (int i = 0; i < ABOUT_COUNT; i++) json_word(json, list, NULL, about_name((enum about)i));
}

char *json_write_catalogue(struct arena *arena) {
    struct json json = {.arena = arena};
    cJSON *root = cJSON_CreateObject();
    json_word(&json, root, "honmono", honmono_version());
    write_checks(&json, root);
    write_vocabulary(&json, root);
    cJSON *dates = json_object(&json, root, "dates");
    json_word(&json, dates, "amazon", brand_data_date());
    json_word(&json, dates, "suffixes", domain_list_date());
    return json_print(&json, root);
}
