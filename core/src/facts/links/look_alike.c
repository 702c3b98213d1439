/* look_alike: see look_alike.h.
 *
 * The idea: cut the labels into tokens at hyphens and dots, and ask of each
 * token whether it is the brand, the brand with other words glued to it, or a
 * misspelling of it. The letters alone do not decide: amazonas, amazonite,
 * Hamazono and imazon.org.br are honest. So every find is weighed against the
 * words beside it (brand_table.h): an account word makes an honest-looking
 * token a trick, a river makes the plain name honest.
 *
 * Linear: tokens are at most TOKEN_BYTES_MAX long or only searched for the
 * plain name; every look at a token costs a constant. Ordinary hosts leave at
 * the first test, one pass over their bytes. */
#include "facts/links/look_alike.h"

#include "brand/brand_names.h"
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "brand/brand_table.h"
#include "facts/links/look_alike_script.h"
#include "limits.h"
#include "read/url/url.h"

#define BRAND STR(BRAND_NAME)
/* A label holds 63 bytes; longer ones are never looked up. */
#define TOKEN_BYTES_MAX 63u

struct search {
    struct arena *arena;
    struct str host;
    size_t chosen;
    int strong; /* -1 until asked */
};

struct tally { /* what stands together in one label */
    bool prime, aws, amz, beside_prime, beside_aws, strong, natural, jp;
};

/* ---- tokens ---- */

static bool next_token(struct str text, size_t *at, struct str *token) {
    while (*at < text.size && !ascii_is_alnum((unsigned char)text.at[*at])) ++*at;
    size_t from = *at;
    while (*at < text.size && ascii_is_alnum((unsigned char)text.at[*at])) ++*at;
    *token = str_slice(text, from, *at);
    return token->size > 0;
}

/* Digits and pairs of letters that read as another letter: 0/o, 4/a, rn/m, vv/w. */
static struct str fold_twins(struct str token, char buffer[TOKEN_BYTES_MAX]) {
    static const char digits[] = "olzeasbtb9";
    size_t size = 0;
    for (size_t i = 0; i < token.size && i < TOKEN_BYTES_MAX; i++) {
        char byte = token.at[i], next = i + 1 < token.size ? token.at[i + 1] : 0;
        if (ascii_is_digit((unsigned char)byte)) byte = digits[byte - '0'];
        if ((byte == 'r' && next == 'n') || (byte == 'v' && next == 'v')) {
            byte = byte == 'r' ? 'm' : 'w';
            i++;
        }
        buffer[size++] = byte;
    }
    return (struct str){buffer, size};
}

/* Nothing but account words and digits, one after the other. */
static bool is_words(struct str text) {
    if (text.size == 0 || text.size > TOKEN_BYTES_MAX) return false;
    size_t longest = brand_word_bytes_max();
    bool reached[TOKEN_BYTES_MAX + 1] = {true};
    for (size_t from = 0; from < text.size; from++) {
        if (!reached[from]) continue;
        if (ascii_is_digit((unsigned char)text.at[from])) reached[from + 1] = true;
        for (size_t to = from + 2; to <= text.size && to - from <= longest; to++)
            if (!reached[to] && brand_word_flags(str_slice(text, from, to)) & WORD_ACCOUNT)
                reached[to] = true;
    }
    return reached[text.size];
}

static bool holds_strong(struct str text) {
    struct strs strong = brand_strong_words();
    if (text.size < 5 || text.size > TOKEN_BYTES_MAX) return false;
    return str_contains_any(text, strong.at, strong.size);
}

static bool is_strong(struct str token) {
    return (brand_word_flags(token) & WORD_STRONG) || holds_strong(token);
}

/* An account word anywhere in what the owner chose; "co" before "jp" is one. */
static bool beside_strong(struct search *search) {
    if (search->strong >= 0) return search->strong;
    struct str token, before = {0}, text = str_slice(search->host, 0, search->chosen);
    search->strong = 0;
    for (size_t at = 0; next_token(text, &at, &token); before = token)
        if (is_strong(token) || (str_equal(token, STR("jp")) && str_equal(before, STR("co"))))
            search->strong = 1;
    return search->strong;
}

/* ---- the plain name inside a token ---- */

static bool is_vowel(char byte) {
    return byte == 'a' || byte == 'e' || byte == 'i' || byte == 'o' || byte == 'u';
}

/* Hamazono, Yamazono, Shinkamazono: a Japanese name, its syllable cut in two. */
static bool is_romaji_name(struct str before, struct str after) {
    if (before.size == 0 || after.size == 0 || after.at[0] != 'o') return false;
    char consonant = before.at[before.size - 1];
    char previous = before.size > 1 ? before.at[before.size - 2] : 'n';
    return str_find_byte(brand_romaji_initials(), consonant, 0) != STR_NONE &&
           (is_vowel(previous) || previous == 'n' || previous == 's') && !is_words(after);
}

static bool begins_natural(struct str after) {
    static const struct str stems[] = {STR_INIT("ia"),  STR_INIT("ica"),  STR_INIT("ico"), STR_INIT("ens"),
                                       STR_INIT("ien"), STR_INIT("isch"), STR_INIT("ite")};
    if (brand_word_flags(after) & (WORD_NATURAL_ENDING | WORD_NATURAL)) return true;
    if (str_starts_any(after, STR_LIST(stems))) return true;
    if (str_starts(after, STR("as")) && after.size >= 5 && !is_words(after)) return true;
    for (size_t to = 3; to < after.size && to <= brand_word_bytes_max(); to++)
        if (brand_word_flags(str_slice(after, 0, to)) & WORD_NATURAL) return true;
    return false;
}

/* True when the name inside a token is meant as the brand's. */
static bool is_brand_in(struct search *search, struct str before, struct str after) {
    if (holds_strong(before) || holds_strong(after)) return true;
    if (is_romaji_name(before, after)) return false;
    if (brand_word_flags(before) & WORD_NATURAL) return beside_strong(search);
    if (after.size && begins_natural(after)) {
        bool one_letter = after.size == 1 && before.size && !str_equal(before, STR("the"));
        return one_letter || beside_strong(search);
    }
    return true;
}

/* 0 when the token does not hold the name; else 1 for honest, 2 for the brand. */
static int judge_plain(struct search *search, struct str token) {
    int found = 0;
    for (size_t at = 0; (at = str_find(token, BRAND, at)) != STR_NONE; at += BRAND.size) {
        bool brand = token.size == BRAND.size ||
                     is_brand_in(search, str_slice(token, 0, at), str_skip(token, at + BRAND.size));
        if (brand) return 2;
        found = 1;
    }
    return found;
}

/* ---- misspellings ---- */

static bool is_misspelling(struct search *search, struct str word) {
    unsigned flags = brand_word_flags(word);
    if (flags & WORD_NOT_MISSPELLING) return beside_strong(search);
    return (flags & WORD_MISSPELLING) != 0;
}

/* The whole token, or its beginning or end with account words for the rest. */
static bool is_misspelt(struct search *search, struct str token) {
    if (token.size < 5) return false;
    if (is_misspelling(search, token)) return true;
    for (size_t size = 5; size <= 9 && size < token.size; size++) {
        struct str begin = str_slice(token, 0, size), end = str_skip(token, token.size - size);
        bool digit = ascii_is_digit((unsigned char)token.at[size]);
        if (is_misspelling(search, begin) && (digit || is_words(str_skip(token, size)))) return true;
        if (is_misspelling(search, end) && is_words(str_slice(token, 0, token.size - size))) return true;
    }
    return false;
}

/* amzn and primevideo, alone or with account words; amz only with strong ones. */
static uint64_t judge_short_names(struct str token) {
    struct str rest = str_skip(token, sizeof BRAND_SHORT - 1);
    if (str_starts(token, STR(BRAND_SHORT)) && (rest.size == 0 || is_words(rest)))
        return URL_NOTE_BIT(brand_abbreviated);
    if (str_ends(token, STR(BRAND_SHORT)) &&
        is_words(str_slice(token, 0, token.size - (sizeof BRAND_SHORT - 1))))
        return URL_NOTE_BIT(brand_abbreviated);
    rest = str_skip(token, sizeof BRAND_SHORTEST - 1);
    if (str_starts(token, STR(BRAND_SHORTEST)) && is_strong(rest) && is_words(rest))
        return URL_NOTE_BIT(brand_abbreviated);
    rest = str_skip(token, sizeof BRAND_PROGRAM - 1);
    if (str_starts(token, STR(BRAND_PROGRAM)) && (rest.size == 0 || is_words(rest)))
        return URL_NOTE_BIT(brand_program);
    return 0;
}

/* ---- labels ---- */

static void count_token(struct str token, struct tally *tally) {
    unsigned flags = brand_word_flags(token);
    tally->prime |= str_equal(token, STR(BRAND_MEMBERSHIP));
    tally->aws |= str_equal(token, STR(BRAND_CLOUD));
    tally->amz |= str_equal(token, STR(BRAND_SHORTEST));
    tally->jp |= str_equal(token, STR("jp"));
    tally->beside_prime |= (flags & WORD_BESIDE_PRIME) != 0;
    tally->beside_aws |= (flags & WORD_BESIDE_AWS) != 0;
    tally->natural |= (flags & WORD_NATURAL) != 0;
    tally->strong |= (flags & WORD_STRONG) != 0;
}

static uint64_t judge_token(struct search *search, struct str token, const struct tally *tally) {
    char buffer[TOKEN_BYTES_MAX];
    if (brand_word_flags(token) & WORD_NOT_MISSPELLING)
        return beside_strong(search) ? URL_NOTE_BIT(brand_misspelt) : 0;
    int plain = judge_plain(search, token);
    if (plain == 2 && token.size == BRAND.size && tally->natural && !beside_strong(search)) plain = 1;
    if (plain == 2) return URL_NOTE_BIT(brand_glued);
    if (plain == 1 || token.size > TOKEN_BYTES_MAX) return 0;
    uint64_t notes = judge_short_names(token);
    if (notes) return notes;
    struct str folded = fold_twins(token, buffer);
    bool folds = !str_equal(folded, token);
    if (folds && judge_plain(search, folded) == 2) return URL_NOTE_BIT(brand_misspelt);
    if (is_misspelt(search, token) || (folds && is_misspelt(search, folded)))
        return URL_NOTE_BIT(brand_misspelt);
    return 0;
}

static uint64_t judge_label(struct search *search, struct str label) {
    struct tally tally = {0};
    struct str token;
    uint64_t notes = 0;
    for (size_t at = 0; next_token(label, &at, &token);) count_token(token, &tally);
    for (size_t at = 0; next_token(label, &at, &token);) notes |= judge_token(search, token, &tally);
    if (tally.prime && tally.beside_prime) notes |= URL_NOTE_BIT(brand_program);
    if (tally.aws && tally.beside_aws) notes |= URL_NOTE_BIT(brand_program);
    if (tally.amz && (tally.strong || tally.jp)) notes |= URL_NOTE_BIT(brand_abbreviated);
    return notes;
}

/* Tokens that only together are the name: ama-zon, am.azon. */
static bool is_split(struct str text) {
    size_t matched = 0; /* bytes of the name that the tokens so far spell */
    struct str token;
    for (size_t at = 0; next_token(text, &at, &token);) {
        if (matched &&
            (token.size > BRAND.size - matched || memcmp(token.at, BRAND.at + matched, token.size) != 0))
            matched = 0;
        else if (matched && matched + token.size == BRAND.size)
            return true;
        else if (matched)
            matched += token.size;
        if (!matched && token.size < BRAND.size && memcmp(token.at, BRAND.at, token.size) == 0)
            matched = token.size;
    }
    return false;
}

/* A registered name that only reads as Amazon's with its suffix: amaz.one. */
static bool is_split_by_suffix(struct str label, struct str suffix) {
    static const struct str rests[] = {STR_INIT("zone"), STR_INIT("one"), STR_INIT("online"),
                                       STR_INIT("onl")};
    if (label.size < 3 || label.size >= BRAND.size || memcmp(label.at, BRAND.at, label.size) != 0)
        return false;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (str_equal(suffix, rests[i])) return str_starts(rests[i], str_skip(BRAND, label.size));
    return false;
}

/* Amazon's whole address, and more behind it: amazon.co.jp-sign.example. */
static bool has_address_inside(struct str host) {
    struct strs tails = brand_official_tails();
    for (size_t at = 0; (at = str_find(host, BRAND, at)) != STR_NONE;) {
        at += BRAND.size;
        if (at >= host.size || host.at[at] != '.') continue;
        for (size_t i = 0; i < tails.size; i++) {
            size_t end = at + tails.at[i].size;
            if (end < host.size && (host.at[end] == '.' || host.at[end] == '-') &&
                str_equal(str_slice(host, at, end), tails.at[i]))
                return true;
        }
    }
    return false;
}

/* A label with other letters than ASCII: once as it is, once as it looks. */
static uint64_t judge_punycode(struct search *search, struct str label) {
    struct script_view view;
    look_alike_read_script(search->arena, label, &view);
    uint64_t notes = view.mixed ? URL_NOTE_BIT(mixed_scripts) : 0;
    if (view.names_brand) notes |= URL_NOTE_BIT(brand_other_script);
    uint64_t plain = judge_label(search, view.plain);
    if (plain & ~URL_NOTE_BIT(brand_misspelt)) return notes | plain;
    if (judge_label(search, view.looks) || look_alike_fits_unknown(view.looks))
        return notes | URL_NOTE_BIT(brand_homograph);
    return notes | plain;
}

/* Where in the host a find stands decides what the person is told. */
static uint64_t place_notes(uint64_t notes, struct str label, bool registered) {
    const uint64_t glued = URL_NOTE_BIT(brand_glued);
    if (notes & ~URL_NOTE_BIT(mixed_scripts) && !registered)
        return (notes & ~glued) | URL_NOTE_BIT(brand_as_subdomain);
    if ((notes & glued) && str_equal(label, BRAND))
        return (notes & ~glued) | URL_NOTE_BIT(brand_other_suffix);
    return notes;
}

/* One pass that lets ordinary hosts go: no z, no "ama", "aws", "prime", "xn--",
 * and so neither the name nor any misspelling of it. */
static bool may_look_alike(struct str host) {
    for (size_t i = 0; i < host.size; i++) {
        switch (host.at[i]) {
        case 'z':
            return true;
        case 'a':
            if (i + 2 < host.size && ((host.at[i + 1] == 'm' && host.at[i + 2] == 'a') ||
                                      (host.at[i + 1] == 'w' && host.at[i + 2] == 's')))
                return true;
            break;
        case 'p':
            if (str_starts(str_skip(host, i), STR(BRAND_MEMBERSHIP))) return true;
            break;
        case 'n':
            if (str_starts(str_skip(host, i), STR("n--"))) return true;
            break;
        default:
            break;
        }
    }
    return false;
}

static uint64_t judge_labels(struct search *search, struct str labels, bool registered_last) {
    uint64_t notes = 0;
    while (labels.size) {
        struct str label = str_cut(&labels, '.');
        uint64_t found =
            str_starts(label, STR("xn--")) ? judge_punycode(search, label) : judge_label(search, label);
        notes |= place_notes(found, label, registered_last && labels.size == 0);
    }
    return notes;
}

uint64_t look_alike_find(struct arena *arena, struct str host, size_t chosen) {
    if (chosen == 0 || !may_look_alike(host)) return 0;
    struct arena scratch = {0};
    struct search search = {.arena = &scratch, .host = host, .chosen = chosen, .strong = -1};
    struct str all = str_slice(host, 0, chosen), suffix = str_skip(host, chosen);
    struct str end = str_skip(all, all.size > HOST_BYTES_JUDGED_MAX ? all.size - HOST_BYTES_JUDGED_MAX : 0);
    size_t dot = str_find_last_byte(all, '.');
    struct str registered = str_skip(all, dot == STR_NONE ? 0 : dot + 1);
    uint64_t notes = judge_labels(&search, end, true);
    if (end.size < all.size) notes |= judge_labels(&search, str_slice(all, 0, HOST_BYTES_JUDGED_MAX), false);
    if (suffix.size && suffix.at[0] == '.') suffix = str_skip(suffix, 1);
    if (is_split(end) || is_split_by_suffix(registered, suffix)) notes |= URL_NOTE_BIT(brand_split);
    if ((notes & ~URL_NOTE_BIT(mixed_scripts)) && has_address_inside(host))
        notes |= URL_NOTE_BIT(brand_address_inside);
    if (scratch.failed) arena->failed = true;
    arena_release(&scratch);
    return notes;
}

bool look_alike_in_text(struct arena *arena, struct str text) {
    struct script_view view;
    if (text.size > LINK_TEXT_BYTES_MAX) text = str_slice(text, 0, utf8_floor(text, LINK_TEXT_BYTES_MAX));
    look_alike_read_text(arena, text, &view);
    if (view.names_brand) return true;
    struct search search = {.arena = arena, .host = view.plain, .chosen = view.plain.size, .strong = -1};
    if (judge_label(&search, view.plain)) return true;
    return view.looks.size && (judge_label(&search, view.looks) || look_alike_fits_unknown(view.looks));
}
