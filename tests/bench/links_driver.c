/* links_driver: what one link costs, beside uriparser alone.
 *
 * In: links, one per line; an argument: how many rounds (default 31). Out: one
 * line of JSON: links, their mean size, and nanoseconds per link for uriparser's
 * parse alone, our parse, parse + registrable domain, and all of it with the
 * standing, without JSON. The four take turns within each round, so that a
 * busy machine disturbs them alike; the median of the rounds counts. */
#include <stdio.h>
#include <stdlib.h>

#include <uriparser/Uri.h>

#include "base/arena.h"
#include "base/list.h"
#include "clock.h"
#include "facts/links/link.h"
#include "read/url/domain.h"

#define ROUNDS 31
#define ROUNDS_MAX 1001
#define LINKS_PER_MESSAGE 50u

struct links {
    LIST(struct str);
};

static volatile size_t sink; /* what was computed must not be optimised away */

static void run_uriparser(struct arena *arena, const struct links *links) {
    (void)arena;
    for (size_t i = 0; i < links->size; i++) {
        UriUriA uri;
        const char *refused_at, *text = links->at[i].at;
        if (uriParseSingleUriExA(&uri, text, text + links->at[i].size, &refused_at) != URI_SUCCESS) continue;
        sink += (size_t)(uri.hostText.afterLast - uri.hostText.first);
        uriFreeUriMembersA(&uri);
    }
}

static void run_parse(struct arena *arena, const struct links *links) {
    for (size_t i = 0; i < links->size; i++) {
        struct url url;
        url_parse(arena, links->at[i], NULL, &url);
        sink += url.host.size;
    }
}

static void run_domain(struct arena *arena, const struct links *links) {
    for (size_t i = 0; i < links->size; i++) {
        struct url url;
        struct domain domain;
        url_parse(arena, links->at[i], NULL, &url);
        domain_find(url.host, &domain);
        sink += domain.registrable.size;
    }
}

static void run_standing(struct arena *arena, const struct links *links) {
    for (size_t i = 0; i < links->size; i++) {
        struct link_fact fact = {0};
        link_judge(arena, links->at[i], NULL, false, &fact);
        sink += (size_t)fact.standing;
    }
}

static const struct {
    const char *name;
    void (*run)(struct arena *arena, const struct links *links);
} stages[] = {
    {"uriparser", run_uriparser}, {"parse", run_parse}, {"domain", run_domain}, {"standing", run_standing}};
#define STAGE_COUNT (sizeof stages / sizeof *stages)

static void read_links(struct arena *arena, struct links *links, size_t *bytes) {
    char *line = NULL;
    size_t capacity = 0;
    for (ssize_t size = getline(&line, &capacity, stdin); size > 0; size = getline(&line, &capacity, stdin)) {
        struct str *link = list_add(arena, links);
        if (link) *link = str_copy(arena, str_trim((struct str){line, (size_t)size}));
        if (link) *bytes += link->size;
    }
    free(line);
}

/* As in real use, an arena serves one message with some dozens of links. */
static double measure(const struct links *links,
                      void (*run)(struct arena *arena, const struct links *links)) {
    double from = now_nanoseconds();
    for (size_t at = 0; at < links->size; at += LINKS_PER_MESSAGE) {
        struct arena arena = {0};
        size_t left = links->size - at;
        struct links some = {.at = links->at + at,
                             .size = left < LINKS_PER_MESSAGE ? left : LINKS_PER_MESSAGE};
        run(&arena, &some);
        arena_release(&arena);
    }
    return now_nanoseconds() - from;
}

int main(int count, char **words) {
    static double spent[STAGE_COUNT][ROUNDS_MAX];
    int rounds = count > 1 ? atoi(words[1]) : ROUNDS;
    if (rounds < 1 || rounds > ROUNDS_MAX) return 2;
    struct arena kept = {0};
    struct links links = {0};
    size_t bytes = 0;
    read_links(&kept, &links, &bytes);
    if (links.size == 0) return 2;
    for (int round = 0; round < rounds; round++) {
        for (size_t stage = 0; stage < STAGE_COUNT; stage++)
            spent[stage][round] = measure(&links, stages[stage].run) / (double)links.size;
    }
    printf("{\"links\":%zu,\"bytes\":%zu", links.size, bytes / links.size);
    for (size_t stage = 0; stage < STAGE_COUNT; stage++) {
        qsort(spent[stage], (size_t)rounds, sizeof(double), compare_numbers);
        printf(",\"%s\":%.0f", stages[stage].name, spent[stage][rounds / 2]);
    }
    printf("}\n");
    arena_release(&kept);
    return 0;
}
