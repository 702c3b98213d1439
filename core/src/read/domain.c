/* domain: see domain.h. libpsl answers whether a name is a public suffix; the
 * longest ending of the host that is one, and the label before it, are the
 * registrable domain. Only as many labels are asked about as a rule can have,
 * so a host of ten thousand labels costs no more than one of eight. */
#include "read/domain.h"

#include <string.h>

#include <libpsl.h>

#define SUFFIX_LABELS_MAX 8  /* the longest rule of the list has five */
#define SUFFIX_BYTES_MAX 255 /* no name in the DNS is longer */

const char *domain_list_date(void) { return HONMONO_SUFFIX_LIST_DATE; }

/* Where the label that ends just before `end` begins. */
static size_t label_start(struct str host, size_t end) {
    while (end > 0 && host.at[end - 1] != '.') end--;
    return end;
}

/* Hosts whose last label is a number are addresses, whatever the rest is. */
static bool is_address(struct str host) {
    if (str_starts(host, STR("["))) return true;
    struct str last = str_skip(host, label_start(host, host.size));
    for (size_t i = 0; i < last.size; i++)
        if (!ascii_is_digit((unsigned char)last.at[i])) return false;
    return true;
}

/* Where the longest public suffix of `host` begins. */
static size_t find_suffix(const psl_ctx_t *list, struct str host) {
    char tail[SUFFIX_BYTES_MAX + 1];
    size_t starts[SUFFIX_LABELS_MAX], count = 0;
    for (size_t end = host.size; count < SUFFIX_LABELS_MAX;) {
        size_t start = label_start(host, end);
        if (host.size - start > SUFFIX_BYTES_MAX || start == end) break;
        starts[count++] = start;
        if (start == 0) break;
        end = start - 1;
    }
    if (count == 0) return host.size;
    size_t first = starts[count - 1];
    memcpy(tail, host.at + first, host.size - first);
    tail[host.size - first] = '\0';
    while (count > 1 && !psl_is_public_suffix2(list, tail + (starts[count - 1] - first), PSL_TYPE_ANY))
        count--;
    return starts[count - 1]; /* a last label that no rule names is a suffix too ("*") */
}

static bool is_private(const psl_ctx_t *list, struct str suffix) {
    char name[SUFFIX_BYTES_MAX + 1];
    memcpy(name, suffix.at, suffix.size);
    name[suffix.size] = '\0';
    return psl_is_public_suffix2(list, name, PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE) != 0;
}

void domain_find(struct str host, struct domain *out) {
    *out = (struct domain){0};
    if (host.size > 0 && host.at[host.size - 1] == '.') host.size--;
    if (host.size == 0 || host.at[0] == '.' || is_address(host)) return;
    const psl_ctx_t *list = psl_builtin();
    size_t suffix = find_suffix(list, host);
    if (suffix == host.size) return;
    out->suffix = str_skip(host, suffix);
    out->suffix_is_private = is_private(list, out->suffix);
    if (suffix < 2) return;
    size_t label = label_start(host, suffix - 1);
    if (label < suffix - 1) out->registrable = str_skip(host, label);
}
