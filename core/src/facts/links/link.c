/* link: see link.h, and link_find() in facts.h.
 *
 * A URL is opened like a parcel: what it carries is parsed and opened again, up
 * to URL_NESTING_MAX URLs in all, and the worst of the places where it may lead
 * is the one that counts. So wrapping a bad link never makes it better, and a
 * good one stays good only when its wrapper can be read with certainty. */
#include "facts/links/link.h"

#include "brand/brand_names.h"
#include <string.h>

#include "decode/percent.h"
#include "facts/links/brand.h"
#include "facts/links/brand_judge.h"
#include "facts/links/link_text.h"
#include "facts/links/look_alike.h"
#include "facts/links/wrapper.h"
#include "facts/links/wrapper_carrier.h"
#include "limits.h"
#include "read/document/plain.h"

/* One place where a link may lead. */
struct place {
    struct url url;
    struct domain domain;
    struct host_judgement judgement;
};

struct chase {
    struct arena *arena;
    size_t size;
    struct place worst;
    size_t worst_index;
    bool found, certain;
    uint64_t notes;
    struct url urls[URL_NESTING_MAX]; /* the first `size` are set */
};

bool link_is_web(const struct url *url) {
    return url->valid && url->has_host &&
           (str_equal(url->scheme, STR("http")) || str_equal(url->scheme, STR("https")));
}

const struct url *link_final_url(const struct link_fact *fact) {
    return fact->has_inner ? &fact->inner : &fact->url;
}

const struct domain *link_final_domain(const struct link_fact *fact) {
    return fact->has_inner ? &fact->inner_domain : &fact->domain;
}

/* How bad it is to end there. */
static int badness(const struct host_judgement *judgement) {
    switch (judgement->standing) {
    case STANDING_OFFICIAL:
        return 0;
    case STANDING_SHORTENER:
        return judgement->amazon_run ? 1 : 4;
    case STANDING_UNPARSABLE:
        return 2;
    case STANDING_NOT_WEB:
        return 3;
    case STANDING_UNRELATED:
        return judgement->partner ? 5 : 6;
    case STANDING_HOSTING:
        return 7;
    case STANDING_IMPERSONATING:
        return 8;
    }
    return 0;
}

static bool text_holds_brand(struct arena *arena, struct str text) {
    if (text.size == 0) return false;
    if (str_contains_ascii(text, STR(BRAND_NAME)) || str_contains_ascii(text, STR(BRAND_SHORT))) return true;
    return str_find_byte(text, '%', 0) != STR_NONE &&
           str_contains_ascii(percent_decode(arena, text), STR(BRAND_NAME));
}

/* Amazon's name in the URL, but not in its host. */
static uint64_t notes_beside_host(struct arena *arena, const struct url *url) {
    if (url->username.size || url->password.size) {
        struct str user = percent_decode(arena, url->username),
                   password = percent_decode(arena, url->password);
        if (look_alike_in_text(arena, user) || look_alike_in_text(arena, password))
            return URL_NOTE_BIT(brand_in_userinfo);
    }
    if (text_holds_brand(arena, url->path) || text_holds_brand(arena, url->query) ||
        text_holds_brand(arena, url->fragment))
        return URL_NOTE_BIT(brand_after_host);
    return 0;
}

/* Whose the host is, and whose the page. */
static void judge_page(struct arena *arena, const struct url *url, const struct host_row *row,
                       const struct domain *domain, struct host_judgement *out) {
    brand_judge(arena, brand_trim_dot(url->host), row, domain, out);
    if (out->standing != STANDING_OFFICIAL) {
        out->notes |= notes_beside_host(arena, url);
        if (out->notes & URL_NOTE_BIT(brand_in_userinfo)) out->standing = STANDING_IMPERSONATING;
    } else if (out->official == OFFICIAL_ACCOUNT && brand_is_others_words_path(url->path)) {
        out->official = OFFICIAL_OTHERS_WORDS;
        out->notes |= URL_NOTE_BIT(others_words);
    }
}

/* No name server knows a name with other characters than these: a broken
 * template leaves such redirects in honest mail, and they lead nowhere. */
static bool can_exist(const struct url *url) {
    if (url->host_is_ip) return true;
    for (size_t i = 0; i < url->host.size; i++) {
        unsigned char byte = (unsigned char)url->host.at[i];
        if (!ascii_is_alnum(byte) && byte != '-' && byte != '_' && byte != '.') return false;
    }
    return true;
}

/* A place where the chase ends. */
static void end_at(struct chase *chase, size_t index, const struct host_row *row,
                   const struct domain *domain) {
    struct place place = {.url = chase->urls[index], .domain = *domain};
    if (!place.url.valid) {
        place.judgement.standing = STANDING_UNPARSABLE;
    } else if (!link_is_web(&place.url)) {
        place.judgement.standing = STANDING_NOT_WEB;
    } else {
        judge_page(chase->arena, &place.url, row, domain, &place.judgement);
    }
    if (chase->found && badness(&place.judgement) <= badness(&chase->worst.judgement)) return;
    chase->found = true;
    chase->worst = place;
    chase->worst_index = index;
}

/* The destination cannot be seen: the wrapper itself is where it ends. */
static void end_unseen(struct chase *chase, size_t index, const struct domain *domain) {
    struct place place = {.url = chase->urls[index], .domain = *domain};
    place.judgement.standing = STANDING_SHORTENER;
    if (chase->found && badness(&place.judgement) <= badness(&chase->worst.judgement)) return;
    chase->found = true;
    chase->worst = place;
    chase->worst_index = index;
}

static void push(struct chase *chase, size_t from, struct str text, bool relative) {
    if (chase->size == URL_NESTING_MAX) {
        chase->notes |= URL_NOTE_BIT(redirects_nested);
        chase->certain = false;
        return;
    }
    wrapper_parse(chase->arena, text, &chase->urls[from], relative, &chase->urls[chase->size]);
    chase->notes |= chase->urls[chase->size].notes;
    chase->size++;
}

static void open_one(struct chase *chase, size_t index, struct domain *domain) {
    struct url *url = &chase->urls[index];
    *domain = (struct domain){0};
    if (!link_is_web(url)) {
        end_at(chase, index, NULL, domain);
        return;
    }
    struct str host = brand_trim_dot(url->host);
    if (!url->host_is_ip) domain_find(host, domain);
    const struct host_row *row = brand_find_host(host);
    struct wrapper_targets targets;
    if (!wrapper_open(chase->arena, url, row, &targets)) {
        end_at(chase, index, row, domain);
        return;
    }
    chase->notes |= targets.notes;
    chase->certain &= targets.certain;
    if (targets.maybe_stays) end_at(chase, index, row, domain);
    if (targets.size == 0) end_unseen(chase, index, domain);
    for (size_t i = 0; i < targets.size; i++) push(chase, index, targets.at[i], targets.maybe_stays);
}

static void chase_url(struct arena *arena, const struct url *url, struct link_fact *out) {
    struct chase chase;
    memset(&chase, 0, offsetof(struct chase, urls));
    chase.arena = arena;
    chase.certain = true;
    struct domain domain;
    chase.urls[chase.size++] = *url;
    open_one(&chase, 0, &out->domain);
    for (size_t i = 1; i < chase.size; i++)
        if (!link_is_web(&chase.urls[i]) || can_exist(&chase.urls[i])) open_one(&chase, i, &domain);
    struct host_judgement *judgement = &chase.worst.judgement;
    if (!chase.found || judgement->standing == STANDING_UNPARSABLE) {
        chase.found = false;
        end_unseen(&chase, 0, &out->domain);
    }
    if (!chase.certain && badness(judgement) < 4) {
        *judgement = (struct host_judgement){.standing = STANDING_SHORTENER,
                                             .notes = judgement->notes & ~URL_NOTE_BIT(amazon_run)};
    }
    out->standing = judgement->standing;
    out->official = judgement->standing == STANDING_OFFICIAL ? judgement->official : OFFICIAL_NONE;
    out->partner = judgement->partner;
    out->amazon_run = judgement->amazon_run;
    out->undecided = judgement->undecided;
    out->notes = url->notes | chase.notes | judgement->notes;
    if (chase.worst_index > 0) {
        out->has_inner = true;
        out->inner = chase.worst.url;
        out->inner_domain = chase.worst.domain;
    }
    const struct host_row *outer = link_is_web(url) ? brand_find_host(brand_trim_dot(url->host)) : NULL;
    if (out->has_inner && outer && outer->kind == HOST_OFFICIAL && out->standing != STANDING_OFFICIAL)
        out->notes |= URL_NOTE_BIT(redirects_out);
}

/* Most links need none of the above: no wrapper, no parameter. */
static bool judge_directly(struct arena *arena, const struct url *url, struct link_fact *out) {
    if (!url->valid) {
        out->standing = STANDING_UNPARSABLE;
    } else if (!link_is_web(url)) {
        out->standing = STANDING_NOT_WEB;
    } else {
        struct str host = brand_trim_dot(url->host);
        const struct host_row *row = brand_find_host(host);
        bool redirects = row && row->kind == HOST_OFFICIAL && wrapper_may_lead_out(url->query);
        if (redirects || (row && row->wrappers_count)) return false;
        struct host_judgement judgement;
        if (!url->host_is_ip) domain_find(host, &out->domain);
        judge_page(arena, url, row, &out->domain, &judgement);
        out->standing = judgement.standing;
        out->official = judgement.official;
        out->partner = judgement.partner;
        out->amazon_run = judgement.amazon_run;
        out->undecided = judgement.undecided;
        out->notes |= judgement.notes;
    }
    out->notes |= url->notes;
    return true;
}

/* x-safari-https://..., microsoft-edge:https://..., intent://...: another
 * program opens the address inside. It stays "not a web link". */
static void look_inside_app_link(struct arena *arena, struct link_fact *out) {
    static const struct str prefixes[] = {STR_INIT("x-safari-"),
                                          STR_INIT("microsoft-edge:"),
                                          STR_INIT("googlechrome-x-callback://x-callback-url/open/?url="),
                                          STR_INIT("firefox://open-url?url="),
                                          STR_INIT("touch-"),
                                          STR_INIT("view-source:"),
                                          STR_INIT("intent:")};
    struct str href = out->url.href;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (!str_starts(href, prefixes[i])) continue;
        struct link_fact inside = {0};
        url_parse(arena, carrier_percent(arena, str_skip(href, prefixes[i].size)), NULL, &inside.url);
        if (str_equal(prefixes[i], STR("intent:")))
            wrapper_parse(arena, str_skip(href, prefixes[i].size), NULL, false, &inside.url);
        if (!link_is_web(&inside.url)) return;
        if (!judge_directly(arena, &inside.url, &inside)) chase_url(arena, &inside.url, &inside);
        out->has_inner = true;
        out->inner = *link_final_url(&inside);
        out->inner_domain = *link_final_domain(&inside);
        out->notes |= inside.notes;
        return;
    }
}

/* Text that a browser would not read as an address, but a person does: no
 * scheme, "hxxp", "[.]", full-width letters. A space inside an address is left
 * to the browser, which refuses it. */
static bool may_repair(struct arena *arena, struct str target, const struct url *url, struct str repaired) {
    if (str_equal(repaired, target)) return false;
    if (url->valid && str_find_byte(url->scheme, '.', 0) == STR_NONE && !str_starts(url->scheme, STR("hx")))
        return false;
    struct str_builder joined;
    str_builder_init(&joined, arena, target.size + 1);
    for (size_t i = 0; i < target.size; i++)
        if (target.at[i] != ' ') str_builder_byte(&joined, target.at[i]);
    return !str_starts_ascii(target, STR("http")) || !str_equal(str_builder_view(&joined), repaired);
}

static void parse_text(struct arena *arena, struct str target, struct url *out) {
    url_parse(arena, target, NULL, out);
    if (link_is_web(out)) return;
    if (str_find_byte(str_trim(target), '\f', 0) != STR_NONE) return; /* no line end of a browser's */
    struct str repaired = plain_link_url(arena, target);
    if (!may_repair(arena, target, out, repaired)) return;
    struct url again;
    url_parse(arena, repaired, NULL, &again);
    if (link_is_web(&again)) *out = again;
}

/* "//evil.example/x" in a mail, which has no address of its own: what is shown in
 * a web mailer's page leads there. */
static struct str add_scheme(struct arena *arena, struct str target) {
    struct str rest = str_trim(target);
    bool slashes = rest.size > 2 && (rest.at[0] == '/' || rest.at[0] == '\\') &&
                   (rest.at[1] == '/' || rest.at[1] == '\\');
    if (!slashes) return target;
    struct str_builder whole;
    str_builder_init(&whole, arena, rest.size + sizeof "https:");
    str_builder_str(&whole, STR("https:"));
    str_builder_str(&whole, rest);
    return str_builder_view(&whole);
}

void link_judge(struct arena *arena, struct str target, const struct url *base, bool as_text,
                struct link_fact *out) {
    *out = (struct link_fact){.standing = STANDING_UNPARSABLE};
    if (as_text)
        parse_text(arena, target, &out->url);
    else
        url_parse(arena, base ? target : add_scheme(arena, target), base, &out->url);
    if (!judge_directly(arena, &out->url, out)) chase_url(arena, &out->url, out);
    if (out->standing == STANDING_NOT_WEB && out->url.href.size) look_inside_app_link(arena, out);
}
