/* catalogue: everything the core can say, so that the words for it can be
 * checked for completeness, and the dates of its data. */
#include "brand/brand_names.h"
#include "facts/links/brand.h"
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
            json_word(json, "weight", weight_name(outcome_weight((enum outcome)outcome, false)));
            json_close_object(json);
        }
        json_close_list(json);
        json_close_object(json);
    }
    json_close_list(json);
}

#define WRITE_NAMES(json, key, type, first, end, name_of)                                                    \
    do {                                                                                                     \
        json_open_list(json, key);                                                                           \
        for (int i = first; i < end; i++) json_word(json, NULL, name_of((enum type)i));                      \
        json_close_list(json);                                                                               \
    } while (0)

static void write_vocabulary(struct json *json) {
    WRITE_NAMES(json, "points", point, 0, POINT_COUNT, point_name);
    WRITE_NAMES(json, "verdicts", verdict, 0, VERDICT_NO_CLAIM + 1, verdict_name);
    WRITE_NAMES(json, "leads_to", leads_to, 0, LEADS_TO_NOT_SEEN + 1, leads_to_name);
    WRITE_NAMES(json, "questions", question, 0, QUESTION_COUNT, question_name);
    WRITE_NAMES(json, "standings", standing, 0, STANDING_UNPARSABLE + 1, standing_name);
    WRITE_NAMES(json, "notes", url_note, 0, URL_NOTE_COUNT, url_note_name);
    WRITE_NAMES(json, "hidden", hidden, 1, HIDDEN_COUNT, hidden_name);
    WRITE_NAMES(json, "oddities", oddity, 0, ODDITY_COUNT, oddity_name);
    WRITE_NAMES(json, "abouts", about, 0, ABOUT_COUNT, about_name);
}

char *json_write_catalogue(void) {
    struct json json = {0};
    json_open_object(&json, NULL);
    json_word(&json, "honmono", honmono_version());
    write_checks(&json);
    write_vocabulary(&json);
    json_open_object(&json, "dates");
    json_word(&json, BRAND_ID, brand_data_date());
    json_word(&json, "suffixes", domain_list_date());
    json_close_object(&json);
    json_close_object(&json);
    return json_finish(&json);
}
