/* wrapper: the URL inside a URL: links rewritten by mail services, sites that
 * send people on, and Amazon's own redirect parameters.
 *
 * In: a parsed URL and its host's row. Out: the texts of the URLs it leads to.
 * Why a closed table: anybody can put an Amazon address into a query; only for
 * these exact hosts is it known which component decides where the person goes. */
#ifndef HONMONO_FACTS_LINKS_WRAPPER_H
#define HONMONO_FACTS_LINKS_WRAPPER_H

#include "brand/brand_table.h"
#include "read/url/url.h"

#define WRAPPER_TARGETS_MAX 4u

struct wrapper_targets {
    struct str at[WRAPPER_TARGETS_MAX]; /* as carried, still to be parsed */
    size_t size;
    bool certain;     /* the wrapper goes there; else a token beside it decides */
    bool maybe_stays; /* the host itself may be where the person stays, too */
    uint64_t notes;
};

/* False when the URL leads nowhere else. True with size 0: the destination is
 * a token that only the wrapper can read. */
bool wrapper_open(struct arena *arena, const struct url *url, const struct host_row *row,
                  struct wrapper_targets *out);

/* False when no parameter of the query can hold an address: the quick test for
 * links of Amazon's own. */
bool wrapper_may_lead_out(struct str query);

/* Parses a carried text: "//x" and "x.example/y" are web addresses too.
 * `from` is the URL that carried it. */
void wrapper_parse(struct arena *arena, struct str text, const struct url *from, bool may_be_relative,
                   struct url *out);

/* Leaves of a base only what decides where relative references lead. */
void wrapper_keep_host(struct url *url);

#endif
