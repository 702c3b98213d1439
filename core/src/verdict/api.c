/* api: the pipeline. Read this first.
 *
 *   bytes -> message -> text + links -> facts -> findings -> verdict -> JSON
 *            read/                      facts/   checks/     verdict/
 *
 * page_judge() goes that way up to the verdict, once for each message of a page that
 * holds several. One arena holds the options, one everything in between; it is asked
 * once per stage whether memory ran out. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "honmono.h"
#include "limits.h"
#include "verdict/json.h"
#include "verdict/options.h"
#include "verdict/page.h"

enum honmono_status honmono_check(char **json, const void *bytes, size_t size, const char *options_json) {
    *json = NULL;
    if (size > MESSAGE_BYTES_MAX) return HONMONO_TOO_LARGE;
    if (options_json && strlen(options_json) > OPTIONS_BYTES_MAX) return HONMONO_TOO_LARGE;
    struct arena asked = {0}, arena = {0};
    struct options options;
    struct str problem;
    int only;
    enum honmono_status status = HONMONO_OK;
    bool fine = options_read(&asked, options_json, &options, &only, &problem);
    if (asked.failed)
        status = HONMONO_NO_MEMORY;
    else if (!fine)
        status = HONMONO_BAD_OPTIONS;
    else {
        const struct reading *reading = page_judge(&arena, (struct str){bytes, size}, &options, only);
        if (reading) *json = json_write_verdict(&arena, &reading->facts, &reading->judgement, only);
    }
    if (status == HONMONO_OK && !*json) status = HONMONO_NO_MEMORY;
    arena_release(&arena);
    arena_release(&asked);
    return status;
}

enum honmono_status honmono_link(char **json, const void *bytes, size_t size) {
    *json = NULL;
    if (size > MESSAGE_BYTES_MAX) return HONMONO_TOO_LARGE;
    struct arena arena = {0};
    struct message message;
    struct options options = {.request = {.kind = KIND_LINK}};
    struct facts facts = {.message = &message, .options = &options};
    page_read_link(&arena, (struct str){bytes, size}, &message);
    link_find(&arena, &facts);
    if (!arena.failed && facts.links.size) *json = json_write_link(&facts);
    arena_release(&arena);
    return *json ? HONMONO_OK : HONMONO_NO_MEMORY;
}

enum honmono_status honmono_catalogue(char **json) {
    *json = json_write_catalogue();
    return *json ? HONMONO_OK : HONMONO_NO_MEMORY;
}

char *honmono_options_problem(const char *options_json) {
    struct arena arena = {0};
    struct options options;
    struct str problem;
    int only;
    char *text = NULL;
    if (options_json && strlen(options_json) > OPTIONS_BYTES_MAX)
        problem = STR("options: larger than 1 MiB");
    else if (options_read(&arena, options_json, &options, &only, &problem) || arena.failed)
        problem = STR("");
    if (problem.size) text = malloc(problem.size + 1);
    if (text) {
        memcpy(text, problem.at, problem.size);
        text[problem.size] = '\0';
    }
    arena_release(&arena);
    return text;
}

void honmono_free(char *json) { free(json); }

const char *honmono_status_name(enum honmono_status status) {
    static const char *const names[] = {"ok", "bad_options", "too_large", "no_memory"};
    return (unsigned)status < sizeof names / sizeof *names ? names[status] : "unknown";
}
