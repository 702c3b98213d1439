/* domain: see domain.h. libpsl answers whether a name is a public suffix; the
 * longest ending of the host that is one, and the label before it, are the
 * registrable domain. Only as many labels are asked about as a rule can have,
 * so a host of ten thousand labels costs no more than one of eight; and only
 * endings whose hash some rule has, because libpsl is slow to say no. */
#include "read/url/domain.h"

#include <string.h>

#include <libpsl.h>

#include "data/suffix_filter.inc"

#define SUFFIX_LABELS_MAX 8  /* the longest rule of the list has seven */
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

/* FNV-1a over the bytes of a name from the last to the first: see core/data/suffix_filter.mjs. */
static uint32_t hash_byte(uint32_t hash, char byte) { return (hash ^ (unsigned char)byte) * 0x01000193u; }

static bool filter_bit(uint32_t place) {
    place %= SUFFIX_FILTER_BITS;
    return (suffix_filter[place / 32] >> (place % 32) & 1) != 0;
}

static bool filter_has(uint32_t hash) {
    return filter_bit(hash ^ hash >> 15) && filter_bit((hash * 0x9E3779B1u) >> 8);
}

/* The endings of a host that may be a public suffix, the shortest first. */
struct endings {
    size_t count;
    size_t start[SUFFIX_LABELS_MAX];
    bool maybe[SUFFIX_LABELS_MAX]; /* a rule has its hash, or "*." and the ending before it */
};

static void list_endings(struct str host, struct endings *out) {
    uint32_t hash = 0x811c9dc5u;
    bool wildcard = false;
    size_t end = host.size;
    out->count = 0;
    for (size_t at = end; out->count < SUFFIX_LABELS_MAX && host.size - at < SUFFIX_BYTES_MAX; at--) {
        if (at > 0 && host.at[at - 1] != '.') {
            hash = hash_byte(hash, host.at[at - 1]);
            continue;
        }
        if (at == end) return; /* an empty label */
        out->start[out->count] = at;
        out->maybe[out->count++] = wildcard || filter_has(hash);
        if (at == 0) return;
        hash = hash_byte(hash, '.');
        wildcard = filter_has(hash_byte(hash, '*'));
        end = at - 1;
    }
}

/* Where the longest public suffix of `host` begins, host.size when it has none,
 * and whether the private section names it. */
static size_t find_suffix(struct str host, bool *is_private) {
    char tail[SUFFIX_BYTES_MAX + 1];
    struct endings endings;
    list_endings(host, &endings);
    if (endings.count == 0) return host.size;
    size_t last = endings.count - 1, first = endings.start[last];
    while (last > 0 && !endings.maybe[last]) last--;
    if (last == 0) return endings.start[0]; /* a last label is a suffix whether a rule names it or not */
    memcpy(tail, host.at + first, host.size - first);
    tail[host.size - first] = '\0';
    const psl_ctx_t *list = psl_builtin();
    for (; last > 0; last--) {
        const char *ending = tail + (endings.start[last] - first);
        if (!endings.maybe[last]) continue;
        if (!psl_is_public_suffix2(list, ending, PSL_TYPE_ANY)) continue;
        *is_private = !psl_is_public_suffix2(list, ending, PSL_TYPE_ICANN);
        break;
    }
    return endings.start[last];
}

void domain_find(struct str host, struct domain *out) {
    *out = (struct domain){0};
    if (host.size > 0 && host.at[host.size - 1] == '.') host.size--;
    if (host.size == 0 || host.at[0] == '.' || is_address(host)) return;
    size_t suffix = find_suffix(host, &out->suffix_is_private);
    if (suffix == host.size) return;
    out->suffix = str_skip(host, suffix);
    if (suffix < 2) return;
    size_t label = label_start(host, suffix - 1);
    if (label < suffix - 1) out->registrable = str_skip(host, label);
}
