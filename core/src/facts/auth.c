/* auth: see auth.h.
 *
 * Every server writes its fields above those it received, so the topmost
 * Received field names the operator that delivered the mail, and the last
 * Received field of that operator in one run (the boundary) is where the mail
 * came in from outside. Fields above the boundary were written by the operator.
 * Some operators write their results right below it: there the first one counts
 * when its id belongs to the operator. Where an operator writes none at all, a
 * sender may have written that one: a pass there proves something at Gmail,
 * which always writes its own, and where the operator saw one of Amazon's
 * machines hand the mail over; a failure always counts.
 *
 * An attacker writes "Authentication-Results: mx.victim.example; dmarc=pass"
 * into the mail: it stands below the operator's own and is called out. An honest
 * sender is wronged where the operator writes nothing: then it is unknown, never
 * bad. */
#include "facts/auth.h"

#include "facts/brand.h"
#include "read/domain.h"

/* Operators whose servers answer under several registered domains. */
static const struct {
    struct str domain, operator_domain;
} aliases[] = {
    {STR_INIT("office365.com"), STR_INIT("outlook.com")},
    {STR_INIT("hotmail.com"), STR_INIT("outlook.com")},
    {STR_INIT("exchangelabs.com"), STR_INIT("outlook.com")},
    {STR_INIT("apple.com"), STR_INIT("icloud.com")},
    {STR_INIT("me.com"), STR_INIT("icloud.com")},
    {STR_INIT("mac.com"), STR_INIT("icloud.com")},
    {STR_INIT("googlemail.com"), STR_INIT("google.com")},
    {STR_INIT("gmail.com"), STR_INIT("google.com")},
    {STR_INIT("yahoodns.net"), STR_INIT("yahoo.com")},
};

static struct str find_operator(struct str host) {
    struct domain domain;
    domain_find(host, &domain);
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (str_equal_ascii(domain.registrable, aliases[i].domain)) return aliases[i].operator_domain;
    return domain.registrable;
}

struct str auth_received_by(struct str received) {
    size_t at = str_starts_ascii(received, STR("by ")) ? 0 : str_find_ascii(received, STR(" by "), 0);
    if (at == STR_NONE) return STR("");
    struct str rest = str_trim(str_skip(received, at + 3));
    size_t end = 0;
    while (end < rest.size && (ascii_is_alnum((unsigned char)rest.at[end]) || rest.at[end] == '.' ||
                               rest.at[end] == '-' || rest.at[end] == '_' || rest.at[end] == ':'))
        end++;
    return str_slice(rest, 0, end);
}

static bool is_named_host(struct str host) {
    if (str_find_byte(host, '.', 0) == STR_NONE || str_find_byte(host, ':', 0) != STR_NONE) return false;
    return !ascii_is_digit((unsigned char)host.at[host.size - 1]);
}

/* The machine that handed the mail over, as a field names it. */
struct machine {
    struct str name;    /* what it called itself */
    struct str reverse; /* what its address is called: looked up by the operator */
};

struct boundary {
    struct str operator_domain; /* "" unknown */
    size_t index;               /* of the field */
    struct machine from;
};

static struct machine received_from(struct str received) {
    struct machine machine = {0};
    if (!str_starts_ascii(received, STR("from "))) return machine;
    struct str rest = str_trim(str_skip(received, 5));
    machine.name = str_slice(rest, 0, str_find_byte(rest, ' ', 0));
    rest = str_trim(str_skip(rest, machine.name.size));
    if (!str_starts(rest, STR("("))) return machine;
    size_t end = 1;
    while (end < rest.size && (ascii_is_alnum((unsigned char)rest.at[end]) || rest.at[end] == '.' ||
                               rest.at[end] == '-' || rest.at[end] == '_'))
        end++;
    /* "name ([1.2.3.4])" is Exim's way to write a name that it looked up */
    machine.reverse = end == 1 && str_starts(rest, STR("([")) ? machine.name : str_slice(rest, 1, end);
    return machine;
}

static bool is_amazons(struct machine machine) {
    return is_named_host(machine.reverse) && (brand_is_amazon_mail_domain(machine.reverse) ||
                                              str_ends_ascii(machine.reverse, STR(".amazonses.com")));
}

static bool is_anothers(struct str host, struct str operator_domain) {
    if (!host.size || !is_named_host(host)) return false;
    struct str other = find_operator(host);
    return other.size && !str_equal_ascii(other, operator_domain);
}

/* The last Received field in the operator's run: it ends where a machine that
 * is not the operator's hands the mail over, so that fields below it that only
 * pretend to be the operator's do not lengthen it. Hosts without a name (local
 * delivery, internal IPv6) belong to whoever stands above them. */
static struct boundary find_boundary(const struct headers *headers) {
    struct boundary boundary = {0};
    for (size_t i = 0; i < headers->size; i++) {
        if (!str_equal_ascii(headers->at[i].name, STR("Received"))) continue;
        struct str by = auth_received_by(headers->at[i].value);
        if (!by.size || !is_named_host(by)) continue;
        struct str operator_domain = find_operator(by);
        if (!operator_domain.size) continue;
        if (boundary.operator_domain.size && !str_equal_ascii(boundary.operator_domain, operator_domain))
            break;
        boundary = (struct boundary){.operator_domain = operator_domain, .index = i};
        boundary.from = received_from(headers->at[i].value);
        if (is_anothers(boundary.from.name, operator_domain) ||
            is_anothers(boundary.from.reverse, operator_domain))
            break;
    }
    return boundary;
}

/* ---- one field: id; method=result (comment) property=value ... ---- */

struct tokens {
    struct str rest;
};

/* The next word up to white space or ";"; comments are skipped. A ";" is a word
 * of its own. */
static bool next_token(struct tokens *tokens, struct str *out) {
    struct str text = tokens->rest;
    size_t at = 0;
    for (;;) {
        while (at < text.size && ascii_is_space((unsigned char)text.at[at])) at++;
        if (at >= text.size || text.at[at] != '(') break;
        size_t depth = 0;
        for (; at < text.size; at++) {
            if (text.at[at] == '\\')
                at++;
            else if (text.at[at] == '(')
                depth++;
            else if (text.at[at] == ')' && --depth == 0)
                break;
        }
        at = at < text.size ? at + 1 : text.size;
    }
    if (at >= text.size) return false;
    size_t from = at;
    if (text.at[at] == ';')
        at++;
    else
        while (at < text.size && !ascii_is_space((unsigned char)text.at[at]) && text.at[at] != ';' &&
               text.at[at] != '(')
            at++;
    *out = str_slice(text, from, at);
    tokens->rest = str_skip(text, at);
    return true;
}

struct results {
    struct str id;
    enum auth_result spf, dkim, dmarc, arc;
    struct str spf_domain, dkim_domain, dmarc_domain;
};

static enum auth_result read_result(struct str word) {
    if (str_equal_ascii(word, STR("pass"))) return AUTH_PASS;
    if (str_equal_ascii(word, STR("fail"))) return AUTH_FAIL;
    if (str_equal_ascii(word, STR("none")) || str_equal_ascii(word, STR("neutral"))) return AUTH_NONE;
    return AUTH_UNKNOWN; /* temperror, permerror, softfail, bestguesspass ... */
}

/* "@amazon.co.jp", "x@amazon.co.jp" or "amazon.co.jp" -> the domain. */
static struct str domain_of(struct str value) {
    size_t sign = str_find_last_byte(value, '@');
    struct str domain = sign == STR_NONE ? value : str_skip(value, sign + 1);
    while (domain.size && (domain.at[0] == '"' || domain.at[0] == '<')) domain = str_skip(domain, 1);
    while (domain.size && !ascii_is_alnum((unsigned char)domain.at[domain.size - 1]))
        domain = str_slice(domain, 0, domain.size - 1);
    return domain;
}

/* A later pass of the same method (several DKIM signatures) is kept when it is
 * aligned with From; otherwise the first result stands. */
static void set_dkim(struct results *out, enum auth_result result, struct str domain,
                     struct str organisation) {
    bool aligned = str_equal_ascii(find_operator(domain), organisation);
    if (out->dkim_domain.size && !(result == AUTH_PASS && aligned)) return;
    out->dkim = result;
    out->dkim_domain = domain.size ? domain : STR("-");
}

static void read_results(struct str value, struct str organisation, struct results *out) {
    struct tokens tokens = {value};
    struct str token, method = {0};
    enum auth_result result = AUTH_NONE;
    bool first = true;
    while (next_token(&tokens, &token)) {
        size_t sign = str_find_byte(token, '=', 0);
        if (sign == STR_NONE) {
            if (first && token.at[0] != ';') out->id = token;
            if (token.at[0] == ';') method = STR("");
            first = false;
            continue;
        }
        first = false;
        struct str name = str_slice(token, 0, sign), text = str_skip(token, sign + 1);
        if (str_find_byte(name, '.', 0) == STR_NONE && !method.size) {
            method = name;
            result = read_result(text);
            if (str_equal_ascii(method, STR("spf"))) out->spf = result;
            if (str_equal_ascii(method, STR("arc"))) out->arc = result;
            if (str_equal_ascii(method, STR("dmarc"))) out->dmarc = result;
            if (str_equal_ascii(method, STR("dkim")) && out->dkim == AUTH_NONE) out->dkim = result;
        } else if (str_equal_ascii(method, STR("dkim")) &&
                   (str_equal_ascii(name, STR("header.d")) || str_equal_ascii(name, STR("header.i")))) {
            set_dkim(out, result, domain_of(text), organisation);
        } else if (str_equal_ascii(method, STR("dmarc")) && str_equal_ascii(name, STR("header.from"))) {
            out->dmarc_domain = domain_of(text);
        } else if (str_equal_ascii(method, STR("spf")) && str_starts_ascii(name, STR("smtp."))) {
            out->spf_domain = domain_of(text);
        }
    }
}

/* What was not stated before is taken over: an operator may write one field per
 * method (iCloud does). */
static void merge(struct auth_facts *out, const struct results *results, struct str value) {
    if (out->spf == AUTH_NONE) {
        out->spf = results->spf;
        out->spf_domain = results->spf_domain;
    }
    if (out->dkim == AUTH_NONE) {
        out->dkim = results->dkim;
        out->dkim_domain = results->dkim_domain;
    }
    if (out->dmarc == AUTH_NONE && results->dmarc != AUTH_NONE) {
        out->dmarc = results->dmarc;
        out->dmarc_domain = results->dmarc_domain;
        out->header = value;
    }
    if (!out->header.size) out->header = value;
    out->arc_pass = out->arc_pass || results->arc == AUTH_PASS;
}

static bool is_operators(const struct results *results, struct str operator_domain) {
    if (!operator_domain.size) return false;
    if (!results->id.size) return str_equal_ascii(operator_domain, STR("outlook.com"));
    return str_equal_ascii(find_operator(results->id), operator_domain);
}

static bool is_trace(struct str name) {
    return str_equal_ascii(name, STR("Received-SPF")) ||
           str_equal_ascii(name, STR("Authentication-Results")) || str_starts_ascii(name, STR("ARC-")) ||
           str_equal_ascii(name, STR("DKIM-Filter")) || str_equal_ascii(name, STR("Return-Path")) ||
           str_equal_ascii(name, STR("Delivered-To"));
}

/* `proves`: the result stands where only the receiving side can have put it. */
static void conclude(struct str from_domain, bool from_is_amazon, bool proves, struct auth_facts *out) {
    if (!out->trusted || !from_is_amazon) return;
    struct str organisation = find_operator(from_domain);
    bool same = !out->dmarc_domain.size || str_equal_ascii(find_operator(out->dmarc_domain), organisation);
    bool dkim_aligned =
        out->dkim == AUTH_PASS && str_equal_ascii(find_operator(out->dkim_domain), organisation);
    out->amazon_proven = proves && out->dmarc == AUTH_PASS && same && out->dmarc_domain.size;
    out->amazon_failed = out->dmarc == AUTH_FAIL && same && !dkim_aligned && !out->arc_pass;
}

void auth_find(const struct headers *headers, struct str from_domain, bool from_is_amazon,
               struct auth_facts *out) {
    struct boundary boundary = find_boundary(headers);
    struct str organisation = find_operator(from_domain);
    bool next_to_boundary = true, below_taken = false, proves = false;
    bool certain = str_equal_ascii(boundary.operator_domain, STR("google.com")) || is_amazons(boundary.from);
    for (size_t i = 0; i < headers->size; i++) {
        const struct header *header = &headers->at[i];
        bool below = i > boundary.index;
        if (below && !is_trace(header->name)) next_to_boundary = false;
        if (!str_equal_ascii(header->name, STR("Authentication-Results"))) continue;
        struct results results = {0};
        read_results(header->value, organisation, &results);
        out->present = true;
        bool own = is_operators(&results, boundary.operator_domain);
        if (own && (!below || (next_to_boundary && !below_taken))) {
            if (out->dmarc == AUTH_NONE) proves = !below || certain;
            merge(out, &results, header->value);
            out->trusted = true;
            below_taken = below_taken || below;
        } else if (own && results.dmarc == AUTH_PASS && brand_is_amazon_mail_domain(results.dmarc_domain)) {
            out->forged_claims = true;
        }
    }
    if (!out->dmarc_domain.size && out->dmarc == AUTH_FAIL) out->dmarc_domain = from_domain;
    conclude(from_domain, from_is_amazon, proves, out);
}
