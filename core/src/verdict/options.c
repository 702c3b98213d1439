/* options: see options.h. cJSON parses; before it, the text is repaired where
 * cJSON would cut or refuse what JSON allows: U+0000 and lone surrogates become
 * U+FFFD, ill-formed UTF-8 too. */
#include "verdict/options.h"

#include "brand/brand_names.h"
#include <cJSON.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "checks/check.h"
#include "limits.h"

/* Larger than any index of a block or message. */
#define INDEX_MAX 1000000000

struct reader {
    struct arena *arena;
    struct options *out;
    int only;
    struct str *problem;
};

static bool refuse(struct reader *reader, const char *path, const char *key, const char *why) {
    struct str_builder line;
    str_builder_init(&line, reader->arena, 64);
    str_builder_str(&line, str_from(path));
    if (key) str_builder_str(&line, str_slice(str_from(key), 0, 100));
    str_builder_str(&line, STR(": "));
    str_builder_str(&line, str_from(why));
    *reader->problem = str_builder_view(&line);
    return false;
}

/* Each key of an object may stand once. Objects hold few known keys, and an
 * unknown one ends the reading, so the double loop stays small. */
static bool check_duplicates(struct reader *reader, const char *path, const cJSON *object) {
    size_t seen = 0;
    for (const cJSON *item = object->child; item; item = item->next) {
        const cJSON *earlier = object->child;
        for (size_t i = 0; i < seen; i++, earlier = earlier->next)
            if (strcmp(earlier->string, item->string) == 0)
                return refuse(reader, path, item->string, "stands twice");
        if (++seen > 16) return refuse(reader, path, item->string, "unknown key");
    }
    return true;
}

static bool read_word(struct reader *reader, const char *path, const cJSON *item, const char *const *words,
                      int *out) {
    if (cJSON_IsString(item))
        for (int i = 0; words[i]; i++)
            if (strcmp(item->valuestring, words[i]) == 0) {
                *out = i;
                return true;
            }
    return refuse(reader, path, item->string, "not one of its words");
}

static bool read_strings(struct reader *reader, const char *path, const cJSON *item, struct strings *out) {
    if (!cJSON_IsArray(item)) return refuse(reader, path, item->string, "not a list of strings");
    for (const cJSON *entry = item->child; entry; entry = entry->next) {
        if (!cJSON_IsString(entry)) return refuse(reader, path, item->string, "not a list of strings");
        struct str text = str_trim(str_copy(reader->arena, str_from(entry->valuestring)));
        struct str *slot = text.size ? list_add(reader->arena, out) : NULL;
        if (slot) *slot = text;
    }
    return true;
}

static bool read_profile(struct reader *reader, const cJSON *object) {
    if (!cJSON_IsObject(object)) return refuse(reader, "profile", NULL, "not an object");
    if (!check_duplicates(reader, "profile.", object)) return false;
    for (const cJSON *item = object->child; item; item = item->next) {
        struct strings *strings = NULL;
        if (strcmp(item->string, "emails") == 0) strings = &reader->out->profile.emails;
        if (strcmp(item->string, "names") == 0) strings = &reader->out->profile.names;
        if (strcmp(item->string, "devices") == 0) strings = &reader->out->profile.devices;
        if (strcmp(item->string, "places") == 0) strings = &reader->out->profile.places;
        if (!strings) return refuse(reader, "profile.", item->string, "unknown key");
        if (!read_strings(reader, "profile.", item, strings)) return false;
    }
    return true;
}

static bool read_answer(struct reader *reader, const cJSON *item) {
    static const char *const claim[] = {BRAND_ID, "not_" BRAND_ID, NULL};
    static const char *const delivered_to[] = {"mine", "not_mine", NULL};
    static const char *const greeting[] = {"my_name", "not_my_name", "no_name", NULL};
    static const char *const sign_in[] = {"me", "not_me", NULL};
    static const char *const message_center[] = {"found", "not_found", NULL};
    static const char *const order_history[] = {"found", "not_found", NULL};
    int word = 0;
    if (strcmp(item->string, "link_targets") == 0)
        return read_strings(reader, "answers.", item, &reader->out->answers.link_targets);
    if (strcmp(item->string, "letters") == 0)
        return read_strings(reader, "answers.", item, &reader->out->answers.letters);
    if (strcmp(item->string, "claim") == 0) {
        if (!read_word(reader, "answers.", item, claim, &word)) return false;
        reader->out->answers.claim = (enum answer_claim)(word + 1);
    } else if (strcmp(item->string, "delivered_to") == 0) {
        if (!read_word(reader, "answers.", item, delivered_to, &word)) return false;
        reader->out->answers.delivered_to = (enum answer_delivered_to)(word + 1);
    } else if (strcmp(item->string, "greeting") == 0) {
        if (!read_word(reader, "answers.", item, greeting, &word)) return false;
        reader->out->answers.greeting = (enum answer_greeting)(word + 1);
    } else if (strcmp(item->string, "sign_in") == 0) {
        if (!read_word(reader, "answers.", item, sign_in, &word)) return false;
        reader->out->answers.sign_in = (enum answer_sign_in)(word + 1);
    } else if (strcmp(item->string, "message_center") == 0) {
        if (!read_word(reader, "answers.", item, message_center, &word)) return false;
        reader->out->answers.message_center = (enum answer_message_center)(word + 1);
    } else if (strcmp(item->string, "order_history") == 0) {
        if (!read_word(reader, "answers.", item, order_history, &word)) return false;
        reader->out->answers.order_history = (enum answer_order_history)(word + 1);
    } else {
        return refuse(reader, "answers.", item->string, "unknown key");
    }
    return true;
}

static bool read_answers(struct reader *reader, const cJSON *object) {
    if (!cJSON_IsObject(object)) return refuse(reader, "answers", NULL, "not an object");
    if (!check_duplicates(reader, "answers.", object)) return false;
    for (const cJSON *item = object->child; item; item = item->next)
        if (!read_answer(reader, item)) return false;
    return true;
}

/* A number of something, from 0. */
static bool read_index(struct reader *reader, const char *path, const cJSON *item, size_t *out) {
    bool whole = cJSON_IsNumber(item) && item->valuedouble == item->valueint;
    if (!whole || item->valueint < 0 || item->valueint > INDEX_MAX)
        return refuse(reader, path, item->string, "not a whole number from 0");
    *out = (size_t)item->valueint;
    return true;
}

/* What was seen in the pictures of the message, one object for each. */
static bool read_seen(struct reader *reader, const cJSON *list) {
    if (!cJSON_IsArray(list)) return refuse(reader, "seen", NULL, "not a list");
    for (const cJSON *picture = list->child; picture; picture = picture->next) {
        if (!cJSON_IsObject(picture)) return refuse(reader, "seen", NULL, "not a list of objects");
        if (!check_duplicates(reader, "seen.", picture)) return false;
        for (const cJSON *item = picture->child; item; item = item->next) {
            size_t attachment = 0;
            bool fine;
            if (strcmp(item->string, "codes") == 0)
                fine = read_strings(reader, "seen.", item, &reader->out->seen_codes);
            else if (strcmp(item->string, "attachment") == 0)
                fine = read_index(reader, "seen.", item, &attachment);
            else
                fine = refuse(reader, "seen.", item->string, "unknown key");
            if (!fine) return false;
        }
    }
    return true;
}

/* A check's kebab-case id. */
static bool read_only(struct reader *reader, const cJSON *item) {
    struct str id = cJSON_IsString(item) ? str_from(item->valuestring) : STR("");
    for (int check = 0; check < CHECK_COUNT; check++) {
        struct str name = str_from(check_name((enum check)check));
        bool equal = name.size == id.size;
        for (size_t i = 0; equal && i < name.size; i++)
            equal = id.at[i] == (name.at[i] == '_' ? '-' : name.at[i]);
        if (!equal) continue;
        reader->only = check;
        reader->out->only = str_copy(reader->arena, id);
        return true;
    }
    return refuse(reader, "only", NULL, "not the id of a check");
}

/* The blocks of the page from which and up to which the message stands. */
static bool read_marked(struct reader *reader, const cJSON *object) {
    struct message_request *request = &reader->out->request;
    if (!cJSON_IsObject(object)) return refuse(reader, "marked", NULL, "not an object");
    if (!check_duplicates(reader, "marked.", object)) return false;
    request->marked = true;
    request->marked_to = INDEX_MAX;
    for (const cJSON *item = object->child; item; item = item->next) {
        bool from = strcmp(item->string, "from") == 0;
        if (!from && strcmp(item->string, "to") != 0)
            return refuse(reader, "marked.", item->string, "unknown key");
        if (!read_index(reader, "marked.", item, from ? &request->marked_from : &request->marked_to))
            return false;
    }
    return true;
}

static bool read_object(struct reader *reader, const cJSON *object) {
    static const char *const kinds[] = {"auto", "source", "html", "text", "link", NULL};
    static const char *const origins[] = {"file", "paste", "picture", NULL};
    if (!cJSON_IsObject(object)) return refuse(reader, "options", NULL, "not a JSON object");
    if (!check_duplicates(reader, "", object)) return false;
    for (const cJSON *item = object->child; item; item = item->next) {
        int word = 0;
        bool fine;
        if (strcmp(item->string, "kind") == 0) {
            fine = read_word(reader, "", item, kinds, &word);
            reader->out->request.kind = (enum message_kind)word;
        } else if (strcmp(item->string, "origin") == 0) {
            fine = read_word(reader, "", item, origins, &word);
            reader->out->request.origin = (enum message_origin)word;
        } else if (strcmp(item->string, "only") == 0) {
            fine = read_only(reader, item);
        } else if (strcmp(item->string, "page_message") == 0) {
            size_t index = 0;
            fine = read_index(reader, "", item, &index);
            reader->out->request.page_message = (int32_t)index;
        } else if (strcmp(item->string, "marked") == 0) {
            fine = read_marked(reader, item);
        } else if (strcmp(item->string, "profile") == 0) {
            fine = read_profile(reader, item);
        } else if (strcmp(item->string, "answers") == 0) {
            fine = read_answers(reader, item);
        } else if (strcmp(item->string, "seen") == 0) {
            fine = read_seen(reader, item);
        } else {
            fine = refuse(reader, "", item->string, "unknown key");
        }
        if (!fine) return false;
    }
    /* what a program read in a picture is no source, whatever it looks like */
    struct message_request *request = &reader->out->request;
    if (request->origin == ORIGIN_PICTURE && request->kind != KIND_LINK) request->kind = KIND_TEXT;
    return true;
}

/* The value of the four hex digits after "\u" at `at`, or -1. */
static long read_escape(struct str text, size_t at) {
    if (at + 6 > text.size || text.at[at] != '\\' || text.at[at + 1] != 'u') return -1;
    long value = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        int digit = ascii_hex_value((unsigned char)text.at[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

static struct str repair(struct arena *arena, struct str text) {
    struct str_builder out;
    str_builder_init(&out, arena, text.size + 1);
    for (size_t at = 0; at < text.size;) {
        long value = read_escape(text, at);
        size_t size = value >= 0 ? 6 : (text.at[at] == '\\' && at + 1 < text.size ? 2 : 1);
        bool high = value >= 0xD800 && value <= 0xDBFF, low = value >= 0xDC00 && value <= 0xDFFF;
        if (high) {
            long next = read_escape(text, at + 6);
            if (next >= 0xDC00 && next <= 0xDFFF) {
                high = false;
                size = 12;
            }
        }
        str_builder_str(&out, high || low || value == 0 ? STR("\\ufffd") : str_slice(text, at, at + size));
        at += size;
    }
    str_builder_byte(&out, '\0');
    return str_builder_view(&out);
}

static cJSON *parse(struct str text) {
    const char *end = NULL;
    return cJSON_ParseWithLengthOpts(text.at, text.size, &end, true);
}

bool options_read(struct arena *arena, const char *text, struct options *out, int *only,
                  struct str *problem) {
    *out = (struct options){.request = {.page_message = PAGE_ALL}};
    *only = -1;
    *problem = STR("");
    if (!text) return true;
    struct reader reader = {arena, out, -1, problem};
    struct str repaired = repair(arena, utf8_repair(arena, str_from(text)));
    if (arena->failed) return true;
    cJSON *object = parse(repaired);
    /* cJSON does not say whether it was the text or the memory: what succeeds at
     * the second try, or fails where nothing can be had, was the memory. */
    if (!object) object = parse(repaired);
    if (!object && !arena_alloc(arena, ARENA_FIRST_BLOCK_BYTES + repaired.size)) return true;
    if (!object) return refuse(&reader, "options", NULL, "not JSON");
    bool fine = read_object(&reader, object);
    *only = reader.only;
    cJSON_Delete(object);
    return fine;
}
