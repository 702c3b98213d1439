/* wrapper: see wrapper.h. Each carrier is a way to write a URL into a URL; the
 * services' own documents are named row by row in core/data/brands/amazon/brand.json. A
 * parameter that comes twice is read both ways and trusted in neither. */
#include "facts/links/wrapper.h"

#include "decode/percent.h"
#include "facts/links/wrapper_carrier.h"
#include "limits.h"

/* ---- parameters ---- */

/* "U", "%55" and "amp;U" (an ampersand encoded once too often) are one name. */
static bool is_name(struct arena *arena, struct str written, struct str name) {
    if (str_starts_ascii(written, STR("amp;"))) written = str_skip(written, 4);
    if (str_equal_ascii(written, name)) return true;
    return written.size > name.size && str_find_byte(written, '%', 0) != STR_NONE &&
           str_equal_ascii(percent_decode(arena, written), name);
}

static void add_target(struct wrapper_targets *out, struct str text) {
    for (size_t i = 0; i < out->size; i++)
        if (str_equal(out->at[i], text)) return;
    if (out->size < WRAPPER_TARGETS_MAX)
        out->at[out->size++] = text;
    else
        out->certain = false;
}

/* All values of the wrapper's parameter, each through `decode`. */
static void read_parameters(struct arena *arena, const struct url *url, const struct wrapper_row *wrapper,
                            struct str (*decode)(struct arena *, struct str), struct wrapper_targets *out) {
    struct str rest = url->query;
    size_t seen = 0;
    while (rest.size) {
        struct str value = str_cut(&rest, '&'), name = str_cut(&value, '=');
        bool named = is_name(arena, name, wrapper->name) ||
                     (wrapper->second.size && is_name(arena, name, wrapper->second));
        if (!named) continue;
        struct str text = seen++ <= WRAPPER_TARGETS_MAX ? decode(arena, value) : STR("");
        if (text.size) add_target(out, text);
    }
    if (out->size > 1 || seen > WRAPPER_TARGETS_MAX) {
        out->certain = false;
        out->notes |= URL_NOTE_BIT(duplicate_parameter);
    }
}

/* ---- what a wrapper carries ---- */

static void read_one(struct wrapper_targets *out, struct str text) {
    if (text.size) add_target(out, text);
}

static void read_carrier(struct arena *arena, const struct url *url, const struct wrapper_row *wrapper,
                         struct wrapper_targets *out) {
    struct str rest = str_skip(url->path, wrapper->path.size);
    switch ((enum carrier)wrapper->carrier) {
    case CARRIER_QUERY:
        read_parameters(arena, url, wrapper, carrier_percent, out);
        break;
    case CARRIER_HINT:
        read_parameters(arena, url, wrapper, carrier_percent, out);
        break;
    case CARRIER_BASE64_HINT:
        read_parameters(arena, url, wrapper, carrier_base64, out);
        break;
    case CARRIER_BING:
        read_parameters(arena, url, wrapper, carrier_bing, out);
        break;
    case CARRIER_PROOFPOINT2:
        read_parameters(arena, url, wrapper, carrier_proofpoint2, out);
        break;
    case CARRIER_PROOFPOINT3:
        read_one(out, carrier_proofpoint3(arena, url));
        break;
    case CARRIER_AVANAN:
        read_one(out, carrier_avanan(arena, url));
        break;
    case CARRIER_LAST_SEGMENT:
        read_one(out, carrier_last_segment(arena, rest));
        break;
    case CARRIER_SEGMENT_HINT:
        read_one(out, carrier_percent(arena, str_cut(&rest, '/')));
        break;
    case CARRIER_BASE64_SEGMENT:
        read_one(out, carrier_base64_segment(arena, rest));
        break;
    case CARRIER_OPAQUE:
        break;
    case CARRIER_TRANSLATE_HOST:
        read_one(out, carrier_translate_host(arena, url));
        break;
    case CARRIER_PATH_HOST:
        read_one(out, carrier_path_host(arena, url, rest));
        break;
    case CARRIER_PATH_URL:
        read_one(out, carrier_path_url(arena, url, rest));
        break;
    case CARRIER_YAHOO:
        read_one(out, carrier_yahoo(arena, url->path));
        break;
    case CARRIER_WHOLE_QUERY:
        read_one(out, carrier_percent(arena, url->query));
        break;
    }
}

static bool is_hint(const struct wrapper_row *wrapper) {
    return wrapper->carrier == CARRIER_HINT || wrapper->carrier == CARRIER_BASE64_HINT ||
           wrapper->carrier == CARRIER_SEGMENT_HINT;
}

static const struct wrapper_row *find_wrapper(const struct url *url, const struct host_row *row) {
    for (size_t i = 0; row && i < row->wrappers_count; i++)
        if (str_starts_ascii(url->path, brand_wrappers(row)[i].path)) return &brand_wrappers(row)[i];
    return NULL;
}

/* ---- Amazon's own pages ---- */

static bool may_be_address(struct str value) {
    value = carrier_trim(value);
    return value.size > 2 && (str_starts_ascii(value, STR("http")) || value.at[0] == '/' ||
                              value.at[0] == '\\' || value.at[0] == '%');
}

bool wrapper_may_lead_out(struct str query) {
    while (query.size) {
        struct str value = str_cut(&query, '&');
        str_cut(&value, '=');
        if (may_be_address(value)) return true;
    }
    return false;
}

/* Any parameter that redirectors use, on any path: which page reads which is
 * Amazon's to know, and honest links carry only Amazon's addresses in them. */
static bool open_official(struct arena *arena, const struct url *url, struct wrapper_targets *out) {
    struct str rest = url->query;
    size_t seen = 0;
    while (rest.size) {
        struct str value = str_cut(&rest, '&'), name = str_cut(&value, '=');
        if (!may_be_address(value)) continue;
        if (str_starts_ascii(name, STR("amp;"))) name = str_skip(name, 4);
        if (str_find_byte(name, '%', 0) != STR_NONE) name = percent_decode(arena, name);
        if (!brand_is_redirect_name(name)) continue;
        if (seen++ == REDIRECT_PARAMETERS_MAX) {
            out->certain = false;
            out->notes |= URL_NOTE_BIT(duplicate_parameter);
            break;
        }
        struct str text = carrier_percent(arena, value);
        struct url inner;
        wrapper_parse(arena, text, url, true, &inner);
        bool web = inner.valid && inner.has_host &&
                   (str_equal(inner.scheme, STR("http")) || str_equal(inner.scheme, STR("https")));
        if (web && (!str_equal(inner.host, url->host) || inner.has_query)) add_target(out, text);
    }
    out->maybe_stays = true;
    return out->size > 0;
}

bool wrapper_open(struct arena *arena, const struct url *url, const struct host_row *row,
                  struct wrapper_targets *out) {
    *out = (struct wrapper_targets){.certain = true};
    const struct wrapper_row *wrapper = find_wrapper(url, row);
    if (!wrapper)
        return row && row->kind == HOST_OFFICIAL && url->query.size && open_official(arena, url, out);
    read_carrier(arena, url, wrapper, out);
    if (out->size == 0) {
        if (wrapper->runner != WRAPPER_MAIL && wrapper->carrier != CARRIER_OPAQUE &&
            wrapper->carrier != CARRIER_TRANSLATE_HOST)
            return false;
        out->notes |= URL_NOTE_BIT(opaque_target);
    }
    if (is_hint(wrapper)) {
        out->certain = false;
        out->notes |= URL_NOTE_BIT(hint_only);
    }
    out->notes |= wrapper->notes;
    if (wrapper->carrier == CARRIER_TRANSLATE_HOST) out->notes |= URL_NOTE_BIT(translated);
    out->notes |= wrapper->runner == WRAPPER_MAIL ? URL_NOTE_BIT(wrapped) : URL_NOTE_BIT(redirector);
    return true;
}

void wrapper_keep_host(struct url *url) {
    url->path = STR("/");
    url->query = url->fragment = url->href = STR("");
    url->has_query = url->has_fragment = false;
    if (url->host.size > BASE_URL_BYTES_MAX) url->valid = false;
}

static bool has_scheme(struct str text) {
    size_t at = 0;
    if (text.size == 0 || !ascii_is_alpha((unsigned char)text.at[0])) return false;
    while (at < text.size &&
           (ascii_is_alnum((unsigned char)text.at[at]) || text.at[at] == '+' || text.at[at] == '-'))
        at++;
    return at < text.size && text.at[at] == ':' &&
           !(at + 1 < text.size && ascii_is_digit((unsigned char)text.at[at + 1]));
}

void wrapper_parse(struct arena *arena, struct str text, const struct url *from, bool may_be_relative,
                   struct url *out) {
    text = carrier_trim(text);
    if (may_be_relative || has_scheme(text)) {
        struct url base = *from;
        wrapper_keep_host(&base);
        url_parse(arena, text, may_be_relative ? &base : NULL, out);
        return;
    }
    bool slashes = text.size && (text.at[0] == '/' || text.at[0] == '\\');
    url_parse(arena, str_join(arena, slashes ? STR("http:") : STR("http://"), text), NULL, out);
}
