/* idna: see idna.h. Steps and names follow UTS 46 section 4: map, normalise,
 * break, then convert and validate each label; the Bidi rule (RFC 5893) needs
 * all labels and comes last. Every label is bounded before it is normalised,
 * because canonical ordering and Punycode are quadratic. */
#include "decode/idna.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/punycode.h"
#include "decode/unicode.h"
#include "decode/uts46.h"

enum bidi { BIDI_OTHER, BIDI_LEFT, BIDI_RIGHT, BIDI_EUROPEAN, BIDI_ARABIC, BIDI_NONSPACING, BIDI_NEUTRAL };

#define JOINS_AFTER 0x08u  /* joining type R or D: joins to what stands before it */
#define JOINS_BEFORE 0x10u /* L or D: joins to what stands after it */
#define JOINING_TRANSPARENT 0x20u
#define MARK 0x40u
#define VIRAMA 0x80u

#define ZERO_WIDTH_NON_JOINER 0x200Cu
#define ZERO_WIDTH_JOINER 0x200Du

/* Composing shortens at most to a third or a quarter (U+1F82 is four), so what
 * is longer than this before is over PUNYCODE_ENCODE_MAX after. */
#define LABEL_POINTS_MAX (4 * PUNYCODE_ENCODE_MAX)

static enum bidi bidi_class(uint32_t point) { return (enum bidi)(uts46_find_properties(point) & 7); }

/* Step 1. False at a character that no label may hold: it would stay and fail later. */
static bool map_domain(struct str domain, struct str_builder *mapped, struct idna *out) {
    for (size_t at = 0; at < domain.size;) {
        unsigned char byte = (unsigned char)domain.at[at];
        if (byte < 0x80) {
            char lower = ascii_lower((char)byte);
            out->lowered |= lower != (char)byte;
            out->escapable |= byte == ' ' || byte == '*';
            str_builder_byte(mapped, lower);
            at++;
            continue;
        }
        uint32_t point = utf8_next(domain, &at), one = 0;
        struct str spelled = {0};
        switch (uts46_map_point(point, &one, &spelled)) {
        case UTS46_DISALLOWED:
            return false;
        case UTS46_IGNORED:
            out->ignored = true;
            break;
        case UTS46_SPELLED:
            out->mapped |= utf8_is_ascii(spelled);
            out->escapable |= spelled.at[0] == ' ';
            str_builder_str(mapped, spelled);
            break;
        default:
            out->dot_mapped |= one == '.';
            out->mapped |= one < 0x80 && one != '.';
            out->escapable |= one == ' ' || one == '*';
            str_builder_code_point(mapped, one);
        }
    }
    return true;
}

/* RFC 5892 appendix A.1: between letters that join across it. */
static bool joins_across(const uint32_t *points, size_t count, size_t at) {
    size_t before = at, after = at + 1;
    while (before > 0 && (uts46_find_properties(points[before - 1]) & JOINING_TRANSPARENT)) before--;
    while (after < count && (uts46_find_properties(points[after]) & JOINING_TRANSPARENT)) after++;
    return before > 0 && (uts46_find_properties(points[before - 1]) & JOINS_BEFORE) && after < count &&
           (uts46_find_properties(points[after]) & JOINS_AFTER);
}

/* RFC 5892 appendix A.1 and A.2, bounded by the size of a label. */
static bool joiners_are_valid(const uint32_t *points, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (points[i] != ZERO_WIDTH_NON_JOINER && points[i] != ZERO_WIDTH_JOINER) continue;
        if (i > 0 && (uts46_find_properties(points[i - 1]) & VIRAMA)) continue;
        if (points[i] == ZERO_WIDTH_JOINER || !joins_across(points, count, i)) return false;
    }
    return true;
}

/* UTS 46 section 4.1, criteria 4 to 8 (1 is the caller's, 2 and 3 are CheckHyphens, 9 comes last). */
static bool label_is_valid(const uint32_t *points, size_t count) {
    if (count == 0) return true;
    if (count >= 4 && points[0] == 'x' && points[1] == 'n' && points[2] == '-' && points[3] == '-')
        return false;
    if (uts46_find_properties(points[0]) & MARK) return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t one = 0;
        struct str spelled = {0};
        if (points[i] == '.' || uts46_map_point(points[i], &one, &spelled) != UTS46_VALID) return false;
        if (points[i] < 0x80 && points[i] >= 'A' && points[i] <= 'Z') return false;
    }
    return joiners_are_valid(points, count);
}

/* RFC 5893 section 2 for one label of a Bidi domain. */
static bool bidi_rule_holds(struct str label) {
    if (label.size == 0) return true;
    unsigned seen = 0;
    enum bidi first = BIDI_OTHER, last = BIDI_OTHER;
    for (size_t at = 0; at < label.size;) {
        bool is_first = at == 0;
        enum bidi class = bidi_class(utf8_next(label, &at));
        if (is_first) first = class;
        if (class != BIDI_NONSPACING) last = class;
        seen |= 1u << class;
    }
    if (seen & 1u << BIDI_OTHER) return false;
    if (first == BIDI_RIGHT) {
        bool both_digits = (seen & 1u << BIDI_EUROPEAN) && (seen & 1u << BIDI_ARABIC);
        return !(seen & 1u << BIDI_LEFT) && !both_digits &&
               (last == BIDI_RIGHT || last == BIDI_EUROPEAN || last == BIDI_ARABIC);
    }
    bool right = (seen & (1u << BIDI_RIGHT | 1u << BIDI_ARABIC)) != 0;
    return first == BIDI_LEFT && !right && (last == BIDI_LEFT || last == BIDI_EUROPEAN);
}

/* Criterion 9: every label of a domain that holds a right-to-left one. */
static bool bidi_is_valid(struct str domain) {
    bool is_bidi = false;
    for (size_t at = 0; at < domain.size && !is_bidi;) {
        if ((unsigned char)domain.at[at] < 0x80) {
            at++;
            continue;
        }
        enum bidi class = bidi_class(utf8_next(domain, &at));
        is_bidi = class == BIDI_RIGHT || class == BIDI_ARABIC;
    }
    for (struct str rest = domain; is_bidi && rest.size > 0;)
        if (!bidi_rule_holds(str_cut(&rest, '.'))) return false;
    return true;
}

static struct str spell_points(struct arena *arena, const uint32_t *points, size_t count) {
    struct str_builder text;
    str_builder_init(&text, arena, count * 4);
    for (size_t i = 0; i < count; i++) str_builder_code_point(&text, points[i]);
    return str_builder_view(&text);
}

/* A "xn--" label to Unicode; false when it is not what a label encodes to. */
static bool decode_label(struct arena *arena, struct str label, struct str *unicode) {
    uint32_t points[PUNYCODE_DECODE_MAX];
    size_t count = 0;
    if (!punycode_decode(str_skip(label, 4), points, &count) || count == 0) return false;
    *unicode = spell_points(arena, points, count);
    if (utf8_is_ascii(*unicode) || !label_is_valid(points, count)) return false;
    return str_equal(unicode_nfc(arena, *unicode), *unicode);
}

/* Steps 2 and 4 for a label that is not ASCII. */
static bool encode_label(struct arena *arena, struct str label, struct str_builder *ascii,
                         struct str_builder *unicode) {
    uint32_t points[PUNYCODE_ENCODE_MAX];
    size_t count = 0;
    if (utf8_count(label) > LABEL_POINTS_MAX) return false;
    label = unicode_nfc(arena, label);
    for (size_t at = 0; at < label.size;) {
        if (count == PUNYCODE_ENCODE_MAX) return false;
        points[count++] = utf8_next(label, &at);
    }
    if (!label_is_valid(points, count)) return false;
    str_builder_str(unicode, label);
    if (utf8_is_ascii(label)) {
        str_builder_str(ascii, label);
        return true;
    }
    str_builder_str(ascii, STR("xn--"));
    return punycode_encode(ascii, points, count);
}

bool idna_process(struct arena *arena, struct str domain, struct idna *out) {
    *out = (struct idna){0};
    struct str_builder mapped, ascii, unicode;
    str_builder_init(&mapped, arena, domain.size);
    if (!map_domain(domain, &mapped, out)) return false;
    struct str rest = str_builder_view(&mapped);
    str_builder_init(&ascii, arena, rest.size);
    str_builder_init(&unicode, arena, rest.size);
    for (bool more = true; more;) {
        size_t dot = str_find_byte(rest, '.', 0);
        struct str label = str_slice(rest, 0, dot), decoded = label;
        more = dot != STR_NONE;
        rest = more ? str_skip(rest, dot + 1) : (struct str){0};
        if (!utf8_is_ascii(label)) {
            if (!encode_label(arena, label, &ascii, &unicode)) return false;
        } else {
            if (str_starts(label, STR("xn--")) && !decode_label(arena, label, &decoded)) return false;
            str_builder_str(&ascii, label);
            str_builder_str(&unicode, decoded);
        }
        if (!more) break;
        str_builder_byte(&ascii, '.');
        str_builder_byte(&unicode, '.');
    }
    out->ascii = str_builder_view(&ascii);
    out->unicode = str_builder_view(&unicode);
    return bidi_is_valid(out->unicode);
}

bool idna_has_punycode(struct str host) {
    for (size_t at = str_find_byte(host, '-', 0); at != STR_NONE; at = str_find_byte(host, '-', at + 1)) {
        bool starts_label = at == 2 || (at > 2 && host.at[at - 3] == '.');
        if (starts_label && str_starts_ascii(str_skip(host, at - 2), STR("xn--"))) return true;
    }
    return false;
}

struct str idna_to_unicode(struct arena *arena, struct str host, bool *invalid) {
    if (invalid) *invalid = false;
    if (!idna_has_punycode(host)) return host;
    struct str_builder unicode;
    str_builder_init(&unicode, arena, host.size);
    for (struct str rest = host; rest.size > 0;) {
        size_t dot = str_find_byte(rest, '.', 0);
        struct str label = str_slice(rest, 0, dot), decoded = label;
        if (str_starts(label, STR("xn--")) && !decode_label(arena, label, &decoded)) {
            decoded = label;
            if (invalid) *invalid = true;
        }
        str_builder_str(&unicode, decoded);
        if (dot != STR_NONE) str_builder_byte(&unicode, '.');
        rest = dot == STR_NONE ? (struct str){0} : str_skip(rest, dot + 1);
    }
    if (bidi_is_valid(str_builder_view(&unicode))) return str_builder_view(&unicode);
    if (invalid) *invalid = true;
    return host;
}
