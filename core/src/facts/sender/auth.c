/* auth: see auth.h.
 *
 * Fields above the boundary (auth_boundary.h) were written by the operator; they
 * count when their id is the operator's. Some operators write their results right
 * below it: there the first ones count, one per method. Where nothing is known of
 * how an operator writes, a pass proves something only if it saw one of Amazon's
 * machines hand the mail over; a failure always counts.
 *
 * An attacker writes "Authentication-Results: mx.victim.example; dmarc=pass"
 * into the mail: it stands below the operator's own and is called out. An honest
 * sender is wronged where the operator writes nothing: then it is unknown, never
 * bad. */
#include "facts/sender/auth.h"

#include "facts/links/brand.h"
#include "facts/sender/auth_boundary.h"

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
    bool quoted = false;
    if (text.at[at] == ';')
        at++;
    else
        for (; at < text.size; at++) {
            char byte = text.at[at];
            if (byte == '"') quoted = !quoted;
            if (quoted && byte == '\\') at++;
            if (!quoted && (ascii_is_space((unsigned char)byte) || byte == ';' || byte == '(')) break;
        }
    if (at > text.size) at = text.size;
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
    static const struct str passes[] = {STR_INIT("pass"), STR_INIT("dkim_pass"), STR_INIT("success")};
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        if (str_equal_ascii(word, passes[i])) return AUTH_PASS;
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

/* Result and domain are always those of one signature: a mail has several, and anybody can
 * put one of Amazon's that fails before one of their own that passes. A later pass is kept
 * when it is aligned with From; otherwise the first signature stands. */
static void set_dkim(struct results *out, enum auth_result result, struct str domain,
                     struct str organisation) {
    bool aligned = str_equal_ascii(auth_operator(domain), organisation);
    if (out->dkim_domain.size && !(result == AUTH_PASS && aligned)) return;
    out->dkim = result;
    out->dkim_domain = domain.size ? domain : STR("-");
}

/* A method that is named twice with two results was written by two hands. */
static void set_result(enum auth_result *out, enum auth_result result) {
    *out = *out == AUTH_NONE || *out == result ? result : AUTH_UNKNOWN;
}

static void set_method(struct results *out, struct str method, enum auth_result result) {
    if (str_equal_ascii(method, STR("spf"))) set_result(&out->spf, result);
    if (str_equal_ascii(method, STR("arc"))) set_result(&out->arc, result);
    if (str_equal_ascii(method, STR("dmarc"))) set_result(&out->dmarc, result);
    /* of a signature whose domain is not written, or not yet */
    if (str_equal_ascii(method, STR("dkim")) && !out->dkim_domain.size) out->dkim = result;
}

/* Yahoo! JAPAN puts a semicolon before properties too: "dkim=pass (ok);
 * header.i=@..."; they belong to the method before them. */
static void read_results(struct str value, struct str organisation, struct results *out) {
    struct tokens tokens = {value};
    struct str token, method = {0};
    enum auth_result result = AUTH_NONE;
    bool first = true, ended = true;
    while (next_token(&tokens, &token)) {
        size_t sign = str_find_byte(token, '=', 0);
        if (sign == STR_NONE) {
            if (first && token.at[0] != ';') out->id = token;
            ended = ended || token.at[0] == ';';
            first = false;
            continue;
        }
        first = false;
        struct str name = str_slice(token, 0, sign), text = str_skip(token, sign + 1);
        if (str_find_byte(name, '.', 0) == STR_NONE) {
            if (!ended) continue;
            method = name;
            result = read_result(text);
            set_method(out, method, result);
            ended = false;
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
    if (out->dkim == AUTH_NONE && !out->dkim_domain.size) {
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
    return str_equal_ascii(auth_operator(results->id), operator_domain);
}

/* Fields that receiving servers write beside their results. */
static bool is_trace(struct str name) {
    static const struct str starts[] = {STR_INIT("ARC-"), STR_INIT("X-ICL-"), STR_INIT("X-ARC-"),
                                        STR_INIT("X-DMARC-")};
    static const struct str names[] = {STR_INIT("Received-SPF"), STR_INIT("Authentication-Results"),
                                       STR_INIT("DKIM-Filter"), STR_INIT("Return-Path"),
                                       STR_INIT("Delivered-To")};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts_ascii(name, starts[i])) return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal_ascii(name, names[i])) return true;
    return false;
}

/* `proves`: the result stands where only the receiving side can have put it. */
static void conclude(struct str from_domain, bool from_is_amazon, bool proves, struct auth_facts *out) {
    if (!out->trusted || !from_is_amazon) return;
    struct str organisation = auth_operator(from_domain);
    bool same = !out->dmarc_domain.size || str_equal_ascii(auth_operator(out->dmarc_domain), organisation);
    bool dkim_aligned =
        out->dkim == AUTH_PASS && str_equal_ascii(auth_operator(out->dkim_domain), organisation);
    bool by_dmarc = out->dmarc == AUTH_PASS && same && out->dmarc_domain.size;
    bool by_dkim = out->dmarc == AUTH_NONE && dkim_aligned;
    out->amazon_proven = proves && (by_dmarc || by_dkim);
    out->amazon_failed = out->dmarc == AUTH_FAIL && same && !dkim_aligned && !out->arc_pass;
}

/* Each of iCloud's services writes a field of its own. */
static bool goes_on(struct str operator_domain) {
    return str_equal_ascii(operator_domain, STR("icloud.com"));
}

void auth_find(const struct headers *headers, struct str from_domain, bool from_is_amazon,
               struct auth_facts *out) {
    struct auth_boundary boundary = auth_boundary_find(headers);
    struct str organisation = auth_operator(from_domain);
    bool next_to_boundary = true, above_taken = false, below_taken = false, proves = false;
    for (size_t i = 0; i < headers->size; i++) {
        const struct header *header = &headers->at[i];
        bool below = i > boundary.index;
        if (below && !is_trace(header->name)) next_to_boundary = false;
        if (!str_equal_ascii(header->name, STR("Authentication-Results"))) continue;
        struct results results = {0};
        read_results(header->value, organisation, &results);
        out->present = true;
        bool own = is_operators(&results, boundary.operator_domain);
        bool in_place = !below || (next_to_boundary && !above_taken &&
                                   (!below_taken || goes_on(boundary.operator_domain)));
        if (own && in_place) {
            bool known = below ? boundary.place == AUTH_PLACE_BELOW : boundary.place != AUTH_PLACE_UNKNOWN;
            if (!out->trusted) proves = true;
            proves = proves && (known || boundary.from_amazon);
            merge(out, &results, header->value);
            out->trusted = true;
            above_taken = above_taken || !below;
            below_taken = below_taken || below;
        } else if (own && results.dmarc == AUTH_PASS && brand_is_amazon_mail_domain(results.dmarc_domain)) {
            out->forged_claims = true;
        }
    }
    if (!out->dmarc_domain.size && out->dmarc == AUTH_FAIL) out->dmarc_domain = from_domain;
    conclude(from_domain, from_is_amazon, proves, out);
}
