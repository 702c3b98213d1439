/* brand: see brand.h. A host is judged whole, from its end: the longest row of
 * the table that fits says whose it is, a suffix where anyone can have a name
 * says that it is anyone's, and what its owner chose of it is searched for
 * likeness. The order of the standings is that of the design: official,
 * impersonating, hosting, shortener, unrelated. */
#include "facts/links/brand.h"

#include "brand/brand_names.h"
#include "facts/links/brand_judge.h"
#include "facts/links/look_alike.h"

struct str brand_trim_dot(struct str host) {
    return host.size && host.at[host.size - 1] == '.' ? str_slice(host, 0, host.size - 1) : host;
}

static bool is_ip(struct str host) {
    return host.size == 0 || host.at[0] == '[' || ascii_is_digit((unsigned char)host.at[host.size - 1]);
}

static uint64_t official_notes(enum official_class official) {
    if (official == OFFICIAL_STATIC) return URL_NOTE_BIT(static_host);
    return official == OFFICIAL_OTHERS_WORDS ? URL_NOTE_BIT(others_words) : 0;
}

/* How many bytes of the host its owner chose: all in front of the longer of
 * the public suffix and the row of the service that gives names away. */
static size_t chosen_bytes(struct str host, const struct host_row *row, const struct domain *domain) {
    size_t given = domain->suffix.size < host.size ? domain->suffix.size : host.size;
    bool names_given = row && (row->kind == HOST_HOSTING || row->kind == HOST_SHORTENER ||
                               row->kind == HOST_PARTNER || row->kind == HOST_OTHER);
    if (names_given && row->host.size > given) given = row->host.size;
    return given >= host.size ? 0 : host.size - given - 1;
}

/* Suffixes under which only governments and treaty organisations get names
 * (gov, mil, int by their registries' rules; gov.uk, go.jp, gob.es, gouv.fr ...):
 * honest footers and product notices name their pages. */
static bool is_government(struct str suffix) {
    static const struct str first[] = {STR_INIT("gov"),  STR_INIT("go"),   STR_INIT("gob"),
                                       STR_INIT("gouv"), STR_INIT("govt"), STR_INIT("mil")};
    if (str_equal(suffix, STR("gov")) || str_equal(suffix, STR("mil")) || str_equal(suffix, STR("int")))
        return true;
    struct str rest = suffix, label = str_cut(&rest, '.');
    if (rest.size != 2) return false; /* below a country */
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (str_equal(label, first[i])) return true;
    return false;
}

void brand_judge(struct arena *arena, struct str host, const struct host_row *row,
                 const struct domain *domain, struct host_judgement *out) {
    *out = (struct host_judgement){.standing = STANDING_UNRELATED};
    enum host_kind kind = row ? (enum host_kind)row->kind : HOST_OTHER;
    bool anyones = domain->suffix_is_private && (!row || domain->suffix.size > row->host.size);
    if (kind == HOST_OFFICIAL && !anyones) {
        out->standing = STANDING_OFFICIAL;
        out->official = (enum official_class)row->official;
        out->notes = official_notes(out->official);
        out->sister = (row->flags & HOST_SISTER) != 0;
        return;
    }
    out->partner = (kind == HOST_PARTNER && !anyones) || is_government(domain->suffix);
    /* what a company calls itself at such a host is its contract's */
    out->undecided = kind == HOST_UNDECIDED ||
                     (kind == HOST_TENANT && str_starts(host, STR(BRAND_NAME)) && host.size > row->host.size);
    if (kind == HOST_NAMESAKE) out->notes = URL_NOTE_BIT(namesake);
    bool own_name =
        kind == HOST_NAMESAKE || kind == HOST_TENANT || kind == HOST_PARTNER || kind == HOST_UNDECIDED;
    if (!own_name && !is_ip(host)) out->notes = look_alike_find(arena, host, chosen_bytes(host, row, domain));
    if (out->notes & BRAND_LIKENESS_NOTES)
        out->standing = STANDING_IMPERSONATING;
    else if (kind == HOST_HOSTING || kind == HOST_TENANT || (anyones && kind != HOST_SHORTENER))
        out->standing = STANDING_HOSTING;
    else if (kind == HOST_SHORTENER)
        out->standing = STANDING_SHORTENER;
    if (kind == HOST_HOSTING || kind == HOST_TENANT || anyones) out->notes |= URL_NOTE_BIT(page_host);
    if (kind != HOST_SHORTENER || out->standing != STANDING_SHORTENER) return;
    out->amazon_run = (row->flags & HOST_AMAZON_RUN) != 0;
    if (out->amazon_run) out->notes |= URL_NOTE_BIT(amazon_run);
    if (row->flags & HOST_TRACKER) out->notes |= URL_NOTE_BIT(click_tracker);
}

void brand_judge_host(struct arena *arena, struct str ascii_host, struct host_judgement *out) {
    struct str host = brand_trim_dot(ascii_host);
    struct domain domain = {0};
    if (!is_ip(host)) domain_find(host, &domain);
    brand_judge(arena, host, brand_find_host(host), &domain, out);
}

void brand_judge_domain(struct arena *arena, struct str domain, struct host_judgement *out) {
    brand_judge_host(arena, str_lower_ascii(arena, domain), out);
}

bool brand_is_amazon_mail_domain(struct str ascii_domain) {
    const struct host_row *row = brand_find_host(brand_trim_dot(ascii_domain));
    return row && row->kind == HOST_OFFICIAL && (row->flags & HOST_MAIL);
}
