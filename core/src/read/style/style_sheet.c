/* style_sheet: reading rules; see style_sheet.h. Matching: style_match.c. */
#include "read/style/style_sheet.h"

#include <string.h>

#include "base/arena.h"
#include "limits.h"
#include "read/style/style_match.h"

/* @media inside @media: real mail has one. */
#define MEDIA_DEPTH_MAX 8u

enum media { MEDIA_DESKTOP = 1, MEDIA_PHONE = 2, MEDIA_BOTH = 3 };

/* The two windows that a rule is tried in, in hundredths of a pixel. */
#define DESKTOP_WIDTH 102400
#define PHONE_WIDTH 37500

struct reader {
    struct style_sheet *sheet;
    struct str css;
    size_t at;
    unsigned media; /* bits of the windows the current rules are for */
};

void style_sheet_start(struct style_sheet *sheet, struct arena *arena, bool quirks, size_t markup_bytes) {
    memset(sheet, 0, sizeof *sheet);
    sheet->arena = arena;
    sheet->quirks = quirks;
    sheet->comparisons_left = (uint64_t)markup_bytes * STYLE_COMPARISONS_PER_BYTE_MAX + 100000;
}

/* ---- media queries ---- */

static unsigned media_feature(struct str feature) {
    size_t colon = str_find_byte(feature, ':', 0);
    struct str name = str_trim(str_slice(feature, 0, colon == STR_NONE ? feature.size : colon));
    struct str value = colon == STR_NONE ? STR("") : str_trim(str_skip(feature, colon + 1));
    int32_t length, per_mille;
    bool relative;
    bool known = style_read_length(value, true, &length, &relative, &per_mille);
    bool least = str_equal_ascii(name, STR("min-width")) || str_equal_ascii(name, STR("min-device-width"));
    bool most = str_equal_ascii(name, STR("max-width")) || str_equal_ascii(name, STR("max-device-width"));
    if ((least || most) && known) {
        unsigned desktop = least ? DESKTOP_WIDTH >= length : DESKTOP_WIDTH <= length;
        unsigned phone = least ? PHONE_WIDTH >= length : PHONE_WIDTH <= length;
        return (desktop ? MEDIA_DESKTOP : 0u) | (phone ? MEDIA_PHONE : 0u);
    }
    if (str_equal_ascii(name, STR("prefers-color-scheme")))
        return str_equal_ascii(value, STR("light")) ? MEDIA_BOTH : 0u;
    return MEDIA_PHONE; /* unknown: somebody may see it */
}

/* One query: "only screen and (max-width:600px)". */
static unsigned media_query(struct str query) {
    unsigned media = MEDIA_BOTH;
    bool negated = false;
    size_t at = 0;
    for (struct str piece = style_next_piece(query, &at); piece.size; piece = style_next_piece(query, &at)) {
        if (piece.at[0] == '(') {
            size_t end = piece.size - (piece.at[piece.size - 1] == ')' ? 1 : 0);
            media &= media_feature(str_slice(piece, 1, end));
        } else if (str_equal_ascii(piece, STR("not"))) {
            negated = true;
        } else if (!str_equal_ascii(piece, STR("all")) && !str_equal_ascii(piece, STR("screen")) &&
                   !str_equal_ascii(piece, STR("only")) && !str_equal_ascii(piece, STR("and"))) {
            media = 0; /* print, speech, yahoo's "@media yahoo" ... */
        }
    }
    return negated ? (~media & MEDIA_BOTH) : media;
}

static unsigned media_list(struct str list) {
    if (!str_trim(list).size) return MEDIA_BOTH;
    unsigned media = 0;
    while (list.size) media |= media_query(str_cut(&list, ','));
    return media;
}

/* ---- selectors ---- */

static bool is_name_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || byte == '-' || byte == '_' || (unsigned char)byte >= 0x80;
}

static struct str read_name(struct str text, size_t *at) {
    size_t from = *at;
    while (*at < text.size && is_name_byte(text.at[*at])) ++*at;
    return str_slice(text, from, *at);
}

/* "[class~=x]" and "[id=x]"; false for every other attribute. */
static bool read_attribute_test(struct str text, size_t *at, struct style_compound *out) {
    size_t end = str_find_byte(text, ']', *at);
    if (end == STR_NONE) return false;
    struct str body = str_slice(text, *at + 1, end);
    *at = end + 1;
    size_t equals = str_find_byte(body, '=', 0);
    if (equals == STR_NONE || equals == 0) return false;
    struct str value = str_trim(str_skip(body, equals + 1));
    if (value.size >= 2 && (value.at[0] == '"' || value.at[0] == '\''))
        value = str_slice(value, 1, value.size - 1);
    static const char operators[] = "~^$*|";
    char sign = body.at[equals - 1];
    const char *found = strchr(operators, sign);
    struct str name = str_trim(str_slice(body, 0, equals - (found ? 1 : 0)));
    if (str_equal_ascii(name, STR("id")) && !found) return out->id = value, true;
    if (!str_equal_ascii(name, STR("class")) || out->test != STYLE_TEST_NONE || !value.size || sign == '|')
        return false;
    out->test = !found        ? STYLE_TEST_EQUAL
                : sign == '~' ? STYLE_TEST_WORD
                : sign == '^' ? STYLE_TEST_START
                : sign == '$' ? STYLE_TEST_END
                              : STYLE_TEST_PART;
    out->tested = value;
    return true;
}

/* One compound such as "td.a#b"; false for what is not understood. */
static bool read_compound(struct str text, struct style_compound *out, uint32_t *specificity) {
    memset(out, 0, sizeof *out);
    size_t at = 0;
    if (text.size && text.at[0] == '*')
        at = 1;
    else if (text.size && is_name_byte(text.at[0])) {
        out->tag = read_name(text, &at);
        *specificity += 1;
    }
    while (at < text.size) {
        char sign = text.at[at];
        if (sign == '[') {
            if (!read_attribute_test(text, &at, out)) return false;
            *specificity += 0x100;
            continue;
        }
        at++;
        if (sign == ':') { /* every anchor counts as not visited */
            struct str state = read_name(text, &at);
            if (!str_equal_ascii(state, STR("link")) && !str_equal_ascii(state, STR("any-link")))
                return false;
            *specificity += 0x100;
            continue;
        }
        if (sign != '.' && sign != '#') return false;
        struct str name = read_name(text, &at);
        if (!name.size) return false;
        *specificity += sign == '.' ? 0x100u : 0x10000u;
        if (sign == '#')
            out->id = name;
        else if (out->class_count < STYLE_COMPOUND_CLASSES_MAX)
            out->classes[out->class_count++] = name;
        else
            return false;
    }
    return text.size > 0;
}

/* The last compound of `*selector`, cut off with the combinator before it. */
static struct str cut_last_compound(struct str *selector, bool *child, bool *odd) {
    struct str text = str_trim(*selector);
    size_t at = text.size, depth = 0;
    while (at > 0) {
        char byte = text.at[at - 1];
        if (byte == ']') depth++;
        if (byte == '[' && depth) depth--;
        if (!depth && (ascii_is_space((unsigned char)byte) || byte == '>' || byte == '+' || byte == '~'))
            break;
        at--;
    }
    struct str compound = str_skip(text, at);
    text = str_trim(str_slice(text, 0, at));
    char sign = text.size ? text.at[text.size - 1] : 0;
    *child = sign == '>';
    *odd = sign == '+' || sign == '~';
    *selector = *child ? str_trim(str_slice(text, 0, text.size - 1)) : text;
    return compound;
}

static bool read_selector(struct style_sheet *sheet, struct str selector, struct style_rule *out) {
    struct style_compound chain[STYLE_ANCESTORS_MAX];
    bool child, odd;
    struct str compound = cut_last_compound(&selector, &child, &odd);
    if (odd || !read_compound(compound, &out->subject, &out->specificity)) return false;
    while (selector.size) {
        if (out->ancestor_count == STYLE_ANCESTORS_MAX) return false;
        out->children[out->ancestor_count] = child;
        compound = cut_last_compound(&selector, &child, &odd);
        if (odd || !read_compound(compound, &chain[out->ancestor_count++], &out->specificity)) return false;
    }
    if (!out->ancestor_count) return true;
    out->ancestors = arena_array(sheet->arena, out->ancestor_count, sizeof *chain);
    if (!out->ancestors) return false;
    memcpy(out->ancestors, chain, out->ancestor_count * sizeof *chain);
    return true;
}

static void add_rule(struct reader *reader, struct str selector, const struct style_values *values) {
    struct style_sheet *sheet = reader->sheet;
    if (sheet->rules.size >= STYLE_RULES_MAX) {
        sheet->limit_reached = true;
        return;
    }
    struct style_rule rule = {.values = values};
    if (!read_selector(sheet, selector, &rule)) return;
    struct style_rule *kept = list_add(sheet->arena, &sheet->rules);
    if (!kept) return;
    rule.order = (uint32_t)sheet->rules.size;
    *kept = rule;
    style_match_index(sheet, (uint32_t)sheet->rules.size);
}

/* ---- rules ---- */

static size_t skip_string(struct str css, size_t at) {
    char quote = css.at[at++];
    while (at < css.size && css.at[at] != quote && css.at[at] != '\n') at += css.at[at] == '\\' ? 2 : 1;
    return at < css.size ? at + 1 : css.size;
}

static size_t skip_comment(struct str css, size_t at) {
    size_t end = str_find(css, STR("*/"), at + 2);
    return end == STR_NONE ? css.size : end + 2;
}

static bool is_comment(struct str css, size_t at) {
    return css.at[at] == '/' && at + 1 < css.size && css.at[at + 1] == '*';
}

/* The end of a block that begins behind its "{". */
static size_t find_block_end(struct str css, size_t at) {
    size_t depth = 1;
    while (at < css.size) {
        char byte = css.at[at];
        if (byte == '"' || byte == '\'') {
            at = skip_string(css, at);
        } else if (is_comment(css, at)) {
            at = skip_comment(css, at);
        } else {
            if (byte == '{') depth++;
            if (byte == '}' && --depth == 0) return at;
            at += byte == '\\' ? 2 : 1;
        }
    }
    return css.size;
}

/* What a rule for one window only may do: show. */
static void keep_showing(struct style_values *values) {
    uint64_t kept = 0;
    for (int i = 0; i < STYLE_COUNT; i++) {
        if (!style_has(values, (enum style_property)i)) continue;
        int32_t value = values->value[i];
        bool shows = false;
        switch (i) {
        case STYLE_DISPLAY:
            shows = value != DISPLAY_NONE;
            break;
        case STYLE_VISIBILITY:
        case STYLE_SKIPPED:
        case STYLE_FILTER:
        case STYLE_OVERFLOW:
        case STYLE_CLIP:
        case STYLE_CLIP_PATH:
        case STYLE_POSITION:
        case STYLE_TRANSFORM:
            shows = value == 0;
            break;
        case STYLE_OPACITY:
            shows = value > 100;
            break;
        case STYLE_FONT_SIZE:
            shows = value >= 600 || value <= -600;
            break;
        case STYLE_WIDTH:
        case STYLE_HEIGHT:
        case STYLE_MAX_WIDTH:
        case STYLE_MAX_HEIGHT:
            shows = value > 500;
            break;
        case STYLE_LEFT:
        case STYLE_TOP:
        case STYLE_MARGIN_LEFT:
        case STYLE_TEXT_INDENT:
            shows = value >= 0 && value < 10000;
            break;
        default:
            break;
        }
        if (shows) kept |= (uint64_t)1 << i;
    }
    values->set &= kept;
    values->important &= kept;
}

/* "selector, selector { declarations }", `block` without its braces. */
static void read_rule(struct reader *reader, struct str prelude, struct str block) {
    struct style_values found = {0};
    if (!reader->media) return;
    if (reader->sheet->rules.size >= STYLE_RULES_MAX) {
        reader->sheet->limit_reached = true;
        return;
    }
    style_read(reader->sheet->arena, block, reader->sheet->quirks, &found);
    if (reader->media != MEDIA_BOTH) keep_showing(&found);
    if (!found.set) return;
    struct style_values *values = arena_alloc(reader->sheet->arena, sizeof *values);
    if (!values) return;
    *values = found;
    while (prelude.size) add_rule(reader, str_trim(str_cut(&prelude, ',')), values);
}

/* The prelude: up to "{", ";" or "}" at this level. Comments become its end. */
static struct str read_prelude(struct reader *reader) {
    struct str css = reader->css;
    size_t from = reader->at;
    while (reader->at < css.size) {
        char byte = css.at[reader->at];
        if (is_comment(css, reader->at)) {
            bool leading = !str_trim(str_slice(css, from, reader->at)).size;
            reader->at = skip_comment(css, reader->at);
            if (leading) from = reader->at;
        } else if (byte == '"' || byte == '\'') {
            reader->at = skip_string(css, reader->at);
        } else if (byte == '{' || byte == '}' || byte == ';') {
            break;
        } else {
            reader->at += byte == '\\' && reader->at + 1 < css.size ? 2 : 1;
        }
    }
    struct str prelude = str_trim(str_slice(css, from, reader->at));
    if (str_starts(prelude, STR("<!--"))) prelude = str_trim(str_skip(prelude, 4));
    if (str_starts(prelude, STR("-->"))) prelude = str_trim(str_skip(prelude, 3));
    return prelude;
}

void style_sheet_add(struct style_sheet *sheet, struct str css, struct str media) {
    struct reader reader = {sheet, css, 0, media_list(media)};
    unsigned outer[MEDIA_DEPTH_MAX];
    size_t depth = 0;
    while (reader.at < css.size) {
        struct str prelude = read_prelude(&reader);
        if (reader.at >= css.size) break;
        char byte = css.at[reader.at++];
        if (byte == '}' && depth) reader.media = outer[--depth];
        if (byte != '{') continue;
        bool is_media = str_starts_ascii(prelude, STR("@media"));
        bool is_group = is_media || str_starts_ascii(prelude, STR("@supports")) ||
                        str_starts_ascii(prelude, STR("@layer")) ||
                        str_starts_ascii(prelude, STR("@container"));
        if (is_group && depth < MEDIA_DEPTH_MAX) {
            outer[depth++] = reader.media;
            if (is_media) reader.media &= media_list(str_skip(prelude, 6));
            continue;
        }
        size_t end = find_block_end(css, reader.at);
        if (!str_starts(prelude, STR("@"))) read_rule(&reader, prelude, str_slice(css, reader.at, end));
        reader.at = end + 1;
    }
}
