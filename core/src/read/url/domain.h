/* domain: which part of a host is the one that somebody registered.
 *
 * In: an ASCII (Punycode) host as url.h gives it. Out: the registrable domain
 * by the Public Suffix List (libpsl's built-in copy). */
#ifndef HONMONO_READ_URL_DOMAIN_H
#define HONMONO_READ_URL_DOMAIN_H

#include "base/str.h"

struct domain {
    struct str registrable; /* "example.co.jp"; "" for an IP address or a bare suffix */
    struct str suffix;      /* "co.jp" */
    bool suffix_is_private; /* the suffix comes from the list's private section: anyone
                               can have a name below it (github.io, s3.amazonaws.com) */
};

/* `host` is ASCII lower case, views in the result point into it. A trailing
 * dot is ignored. */
void domain_find(struct str host, struct domain *out);
/* ISO date of the suffix list, e.g. "2025-10-16". */
const char *domain_list_date(void);

#endif
