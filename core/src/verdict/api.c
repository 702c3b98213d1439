/* api: the pipeline. Read this first.
 *
 *   bytes -> message -> text + links -> facts -> findings -> verdict -> JSON
 *            read/                      facts/   checks/     verdict/
 *
 * One arena per call holds everything in between; it is asked once per stage
 * whether memory ran out. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "honmono.h"
#include "limits.h"
#include "verdict/json.h"
#include "verdict/options.h"

/* A link by itself is a message that holds nothing but that link. */
static void read_link(struct arena *arena, struct str bytes, struct message *message) {
    *message = (struct message){.kind = KIND_LINK};
    document_start(arena, &message->document);
    struct link *link = list_add(arena, &message->document.links);
    if (link) *link = (struct link){.source = LINK_ANSWER, .target = bytes};
    document_finish(&message->document);
}

static char *check(struct arena *arena, struct str bytes, const struct options *options, int only) {
    struct message *message = arena_alloc(arena, sizeof *message);
    struct facts *facts = arena_alloc(arena, sizeof *facts);
    if (!message || !facts) return NULL;
    if (options->kind == KIND_LINK)
        read_link(arena, bytes, message);
    else
        message_read(arena, bytes, options->kind, options->origin, message);
    if (arena->failed) return NULL;

    facts_find(arena, message, options, facts);
    if (arena->failed) return NULL;

    struct judgement judgement;
    verdict_find(arena, facts, only, &judgement);
    if (arena->failed) return NULL;
    return json_write_verdict(arena, facts, &judgement, only);
}

enum honmono_status honmono_check(char **json, const void *bytes, size_t size, const char *options_json) {
    *json = NULL;
    if (size > MESSAGE_BYTES_MAX) return HONMONO_TOO_LARGE;
    if (options_json && strlen(options_json) > OPTIONS_BYTES_MAX) return HONMONO_TOO_LARGE;
    struct arena arena = {0};
    struct options options;
    struct str problem;
    int only;
    enum honmono_status status = HONMONO_OK;
    bool fine = options_read(&arena, options_json, &options, &only, &problem);
    if (arena.failed)
        status = HONMONO_NO_MEMORY;
    else if (!fine)
        status = HONMONO_BAD_OPTIONS;
    else
        *json = check(&arena, (struct str){bytes, size}, &options, only);
    if (status == HONMONO_OK && !*json) status = HONMONO_NO_MEMORY;
    arena_release(&arena);
    return status;
}

enum honmono_status honmono_link(char **json, const void *bytes, size_t size) {
    *json = NULL;
    if (size > MESSAGE_BYTES_MAX) return HONMONO_TOO_LARGE;
    struct arena arena = {0};
    struct message message;
    struct options options = {.kind = KIND_LINK};
    struct facts facts = {.message = &message, .options = &options};
    read_link(&arena, (struct str){bytes, size}, &message);
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

const char *honmono_version(void) { return HONMONO_VERSION; }

const char *honmono_status_name(enum honmono_status status) {
    static const char *const names[] = {"ok", "bad_options", "too_large", "no_memory"};
    return (unsigned)status < sizeof names / sizeof *names ? names[status] : "unknown";
}
