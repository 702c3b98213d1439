/* auth_boundary: see auth_boundary.h.
 *
 * Every server writes its field above those it received, so the topmost Received
 * names the operator, and its fields go on downwards as long as each was handed
 * the mail by a machine that is the operator's own: without an address from
 * outside, or with one whose name the operator looked up and found to be its own.
 * What a machine calls itself (HELO) counts for nothing: an attacker says "mx of
 * yours" and writes the rest of the run below. */
#include "facts/sender/auth_boundary.h"

#include "facts/links/brand.h"
#include "read/url/domain.h"

static const struct {
    struct str domain;
    enum auth_place place;
} OPERATORS[] = {
#define OPERATOR(domain, place) {STR_INIT(domain), AUTH_PLACE_##place},
#include "facts/sender/operators.def"
#undef OPERATOR
};

static const struct {
    struct str domain, operator_domain;
} ALIASES[] = {
#define ALIAS(domain, operator_domain) {STR_INIT(domain), STR_INIT(operator_domain)},
#include "facts/sender/operators.def"
#undef ALIAS
};

static const struct {
    struct str part, operator_domain;
} UNNAMED_HOSTS[] = {
#define UNNAMED(part, operator_domain) {STR_INIT(part), STR_INIT(operator_domain)},
#include "facts/sender/operators.def"
#undef UNNAMED
};

struct str auth_operator(struct str host) {
    struct domain domain;
    domain_find(host, &domain);
    for (size_t i = 0; i < sizeof ALIASES / sizeof *ALIASES; i++)
        if (str_equal_ascii(domain.registrable, ALIASES[i].domain)) return ALIASES[i].operator_domain;
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

/* The operator of a server, "" when its name does not tell. */
static struct str operator_of_server(struct str host) {
    if (is_named_host(host)) return auth_operator(host);
    for (size_t i = 0; i < sizeof UNNAMED_HOSTS / sizeof *UNNAMED_HOSTS; i++)
        if (str_contains_ascii(host, UNNAMED_HOSTS[i].part)) return UNNAMED_HOSTS[i].operator_domain;
    return STR("");
}

/* ---- addresses in the part that says from where ---- */

static bool is_address_byte(char byte) {
    return ascii_hex_value((unsigned char)byte) >= 0 || byte == '.' || byte == ':';
}

/* Four numbers with dots; `first` two of them are put out. */
static bool is_ipv4(struct str word, unsigned first[2]) {
    size_t numbers = 0, value = 0, digits = 0;
    for (size_t i = 0; i <= word.size; i++) {
        if (i < word.size && ascii_is_digit((unsigned char)word.at[i])) {
            value = value * 10 + (size_t)(word.at[i] - '0');
            if (++digits > 3) return false;
            continue;
        }
        if (!digits || value > 255 || (i < word.size && word.at[i] != '.')) return false;
        if (numbers < 2) first[numbers] = (unsigned)value;
        numbers++;
        value = digits = 0;
    }
    return numbers == 4;
}

static bool is_ipv6(struct str word) {
    size_t colons = 0;
    for (size_t i = 0; i < word.size; i++) colons += word.at[i] == ':';
    return colons >= 2;
}

/* Loopback, private networks, and what Exchange Online uses between its own servers
 * (its customers' machines have other ranges). */
static bool is_inside(struct str word, struct str operator_domain) {
    static const struct str private_v6[] = {STR_INIT("::1"), STR_INIT("fc"), STR_INIT("fd"),
                                            STR_INIT("fe80:")};
    static const struct str microsoft[] = {STR_INIT("2603:1096:"), STR_INIT("2603:10a6:"),
                                           STR_INIT("2603:10b6:"), STR_INIT("2603:10c6:"),
                                           STR_INIT("2603:10d6:")};
    unsigned first[2] = {0, 0};
    if (is_ipv4(word, first))
        return first[0] == 10 || first[0] == 127 || (first[0] == 192 && first[1] == 168) ||
               (first[0] == 172 && first[1] >= 16 && first[1] <= 31);
    if (str_equal_ascii(operator_domain, STR("outlook.com")))
        for (size_t i = 0; i < sizeof microsoft / sizeof *microsoft; i++)
            if (str_starts_ascii(word, microsoft[i])) return true;
    for (size_t i = 0; i < sizeof private_v6 / sizeof *private_v6; i++)
        if (str_starts_ascii(word, private_v6[i])) return true;
    return false;
}

/* An address from outside stands in the part. */
static bool has_outside_address(struct str from, struct str operator_domain, bool *any) {
    unsigned first[2];
    *any = false;
    for (size_t at = 0; at < from.size;) {
        size_t start = at;
        while (at < from.size && is_address_byte(from.at[at])) at++;
        struct str word = str_slice(from, start, at);
        /* "IPv6:2001:..." */
        bool whole = start == 0 || !ascii_is_alnum((unsigned char)from.at[start - 1]);
        if (at < from.size && ascii_is_alnum((unsigned char)from.at[at])) whole = false;
        if (whole && (is_ipv4(word, first) || is_ipv6(word))) {
            *any = true;
            if (!is_inside(word, operator_domain)) return true;
        }
        if (at == start) at++;
    }
    return false;
}

/* "(name [address])": a name that the server looked up and confirmed, as Postfix
 * and sendmail write it; "" when it did not. "name ([address])" is a looked-up
 * name with Exim and what the machine called itself with sendmail: believed of
 * neither. */
static struct str find_confirmed(struct str from) {
    size_t open = str_find_byte(from, '(', 0);
    if (open == STR_NONE || str_contains_ascii(from, STR("may be forged"))) return STR("");
    struct str rest = str_skip(from, open + 1);
    size_t end = 0;
    while (end < rest.size && (ascii_is_alnum((unsigned char)rest.at[end]) || rest.at[end] == '.' ||
                               rest.at[end] == '-' || rest.at[end] == '_'))
        end++;
    struct str name = str_slice(rest, 0, end), behind = str_skip(rest, end);
    while (name.size && name.at[name.size - 1] == '.') name.size--; /* Gmail writes the root's dot */
    bool address = str_starts(behind, STR(" ["));
    return address && is_named_host(name) ? name : STR("");
}

static struct str from_part(struct str received) {
    if (!str_starts_ascii(received, STR("from "))) return STR("");
    size_t end = str_find_ascii(received, STR(" by "), 0);
    return str_slice(received, 5, end == STR_NONE ? received.size : end);
}

/* The mail was handed over by a machine that is not known to be the operator's. */
static bool is_from_outside(struct str from, struct str by, struct str operator_domain,
                            struct str confirmed) {
    /* Microsoft's front end: it also takes the mail of its other customers */
    if (str_ends_ascii(by, STR(".protection.outlook.com"))) return true;
    bool own =
        confirmed.size && operator_domain.size && str_equal_ascii(auth_operator(confirmed), operator_domain);
    bool any;
    if (has_outside_address(from, operator_domain, &any)) return !own;
    struct str name = str_slice(from, 0, str_find_byte(from, ' ', 0));
    return !any && is_named_host(name) && !str_equal_ascii(auth_operator(name), operator_domain);
}

static bool is_amazons(struct str host) {
    return host.size && (brand_is_amazon_mail_domain(host) || brand_is_mail_service(host));
}

static enum auth_place place_of(struct str operator_domain) {
    for (size_t i = 0; i < sizeof OPERATORS / sizeof *OPERATORS; i++)
        if (str_equal_ascii(operator_domain, OPERATORS[i].domain)) return OPERATORS[i].place;
    return AUTH_PLACE_UNKNOWN;
}

struct auth_boundary auth_boundary_find(const struct headers *headers) {
    struct auth_boundary boundary = {0};
    for (size_t i = 0; i < headers->size; i++) {
        if (!str_equal_ascii(headers->at[i].name, STR("Received"))) continue;
        struct str received = headers->at[i].value, from = from_part(received);
        struct str by = auth_received_by(received), operator_domain = operator_of_server(by);
        if (boundary.operator_domain.size && operator_domain.size &&
            !str_equal_ascii(boundary.operator_domain, operator_domain))
            break; /* another operator's, or a forged one: the run ended above */
        if (operator_domain.size) boundary.operator_domain = operator_domain;
        boundary.index = i;
        struct str confirmed = find_confirmed(from);
        boundary.from_amazon = is_amazons(confirmed);
        if (is_from_outside(from, by, boundary.operator_domain, confirmed)) break;
    }
    boundary.place = place_of(boundary.operator_domain);
    return boundary;
}
