/* json_tools: see json_tools.h. */
#include "verdict/json_tools.h"

#include <string.h>

#include "base/utf8.h"
#include "limits.h"

static cJSON *add(struct json *json, cJSON *parent, const char *key, cJSON *item) {
    if (json->failed || !parent || !item) {
        json->failed = true;
        cJSON_Delete(item);
        return NULL;
    }
    bool added = key ? cJSON_AddItemToObjectCS(parent, key, item) : cJSON_AddItemToArray(parent, item);
    if (added) return item;
    json->failed = true;
    cJSON_Delete(item);
    return NULL;
}

cJSON *json_object(struct json *json, cJSON *parent, const char *key) {
    return add(json, parent, key, cJSON_CreateObject());
}

cJSON *json_list(struct json *json, cJSON *parent, const char *key) {
    return add(json, parent, key, cJSON_CreateArray());
}

/* NUL-terminated, well-formed, NUL inside as U+FFFD. */
static const char *terminate(struct arena *arena, struct str text) {
    struct str_builder out;
    str_builder_init(&out, arena, text.size + 1);
    text = utf8_repair(arena, text);
    while (text.size) {
        size_t zero = str_find_byte(text, '\0', 0);
        str_builder_str(&out, str_slice(text, 0, zero));
        if (zero == STR_NONE) break;
        str_builder_code_point(&out, UTF8_REPLACEMENT);
        text = str_skip(text, zero + 1);
    }
    str_builder_byte(&out, '\0');
    return arena->failed ? NULL : out.at;
}

void json_string(struct json *json, cJSON *parent, const char *key, struct str text) {
    const char *copy = terminate(json->arena, text);
    add(json, parent, key, copy ? cJSON_CreateString(copy) : NULL);
}

void json_string_or_null(struct json *json, cJSON *parent, const char *key, struct str text) {
    if (text.size)
        json_string(json, parent, key, text);
    else
        json_null(json, parent, key);
}

void json_kebab(struct json *json, cJSON *parent, const char *key, const char *id) {
    char name[64];
    size_t size = strlen(id) < sizeof name - 1 ? strlen(id) : sizeof name - 1;
    for (size_t i = 0; i < size; i++) name[i] = id[i] == '_' ? '-' : id[i];
    name[size] = '\0';
    add(json, parent, key, cJSON_CreateString(name));
}

void json_word(struct json *json, cJSON *parent, const char *key, const char *word) {
    add(json, parent, key, cJSON_CreateString(word));
}

/* As text, because cJSON prints numbers through a double. */
void json_integer(struct json *json, cJSON *parent, const char *key, int64_t number) {
    char digits[24];
    size_t at = sizeof digits - 1;
    uint64_t rest = number < 0 ? (uint64_t)0 - (uint64_t)number : (uint64_t)number;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) digits[--at] = '-';
    add(json, parent, key, cJSON_CreateRaw(digits + at));
}

void json_boolean(struct json *json, cJSON *parent, const char *key, bool value) {
    add(json, parent, key, cJSON_CreateBool(value));
}

void json_null(struct json *json, cJSON *parent, const char *key) {
    add(json, parent, key, cJSON_CreateNull());
}

char *json_print(struct json *json, cJSON *root) {
    char *text = json->failed || json->arena->failed ? NULL : cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    return text;
}

static void mark_flagged(const struct judgement *judgement, struct link_numbers *numbers) {
    for (size_t i = 0; i < judgement->report.findings.size; i++) {
        const struct finding *finding = &judgement->report.findings.at[i];
        for (size_t e = 0; e < finding->evidence.size; e++)
            if (finding->evidence.at[e].link >= 0) numbers->of[finding->evidence.at[e].link] = 1;
    }
}

struct link_numbers json_number_links(struct json *json, const struct facts *facts,
                                      const struct judgement *judgement) {
    struct link_numbers numbers = {.of = arena_array(json->arena, facts->links.size, sizeof *numbers.of)};
    if (!numbers.of) return numbers;
    mark_flagged(judgement, &numbers);
    size_t flagged = 0;
    for (size_t i = 0; i < facts->links.size; i++) flagged += numbers.of[i] != 0;
    size_t others = flagged < JSON_LINKS_MAX ? JSON_LINKS_MAX - flagged : 0;
    for (size_t i = 0; i < facts->links.size; i++) {
        bool wanted = numbers.of[i] ? numbers.written < JSON_LINKS_MAX : others > 0;
        if (wanted && !numbers.of[i]) others--;
        numbers.of[i] = wanted ? (int64_t)numbers.written++ : -1;
    }
    return numbers;
}
