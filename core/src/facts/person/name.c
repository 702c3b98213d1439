/* name: see name.h. Names become tokens with a key each: kanji with their
 * variants unified, kana and Latin letters by romaji.h; then the tokens are
 * compared whole, in either order, glued together, as initials, or as the
 * family or given name alone.
 *
 * Gets past it: who knows the name (it leaks with other data). Wronged: a person
 * greeted by a name not registered here, such as a maiden name; the words ask. */
#include "facts/person/name.h"

#include "base/utf8.h"
#include "facts/person/romaji.h"
#include "text/fold.h"

#define TOKENS_MAX 8u
#define NAME_BYTES_MAX 200u
#define WHOLE_CHARACTERS_MIN 4u /* of family and given name written without a space */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_KANA, SCRIPT_HAN, SCRIPT_HANGUL, SCRIPT_OTHER };

struct token {
    struct str key;     /* how it sounds: kana and Latin letters by romaji.h */
    struct str written; /* how it is written: kanji and katakana, or Latin letters without umlauts */
    enum script script;
};

struct name {
    struct token tokens[TOKENS_MAX];
    size_t size;
    enum script script; /* of all tokens: the most Japanese of them */
};

struct variants {
    struct str first, others;
};
static const struct variants VARIANTS_OF[] = {
#define VARIANTS(first, others) {STR_INIT(first), STR_INIT(others)},
#include "data/kanji_old_forms.def"
#include "data/kanji_variants.def"
#undef VARIANTS
};

static void add_kanji(struct str_builder *key, struct str character) {
    for (size_t i = 0; i < sizeof VARIANTS_OF / sizeof *VARIANTS_OF; i++) {
        if (str_contains(VARIANTS_OF[i].others, character)) {
            str_builder_str(key, VARIANTS_OF[i].first);
            return;
        }
    }
    str_builder_str(key, character);
}

static enum script script_of(uint32_t c) {
    if (c < 0x80) return ascii_is_alpha((unsigned char)c) ? SCRIPT_LATIN : SCRIPT_NONE;
    if (fold_is_kana(c)) return SCRIPT_KANA;
    if (fold_is_han(c)) return SCRIPT_HAN;
    return fold_is_hangul(c) ? SCRIPT_HANGUL : SCRIPT_OTHER;
}

/* "Mueller" as "Muller", which is what "Müller" folds to. */
static struct str without_umlauts(struct arena *arena, struct str letters) {
    struct str_builder key;
    str_builder_init(&key, arena, letters.size);
    for (size_t i = 0; i < letters.size; i++) {
        char last = i > 0 ? letters.at[i - 1] : 0;
        if (letters.at[i] == 'e' && (last == 'a' || last == 'o' || last == 'u')) continue;
        str_builder_byte(&key, letters.at[i]);
    }
    return str_builder_view(&key);
}

static struct str sound_of(struct arena *arena, struct str token, enum script script) {
    if (script == SCRIPT_LATIN) return romaji_key_of_latin(arena, token);
    return script == SCRIPT_KANA ? romaji_key_of_kana(arena, token) : (struct str){0};
}

static struct str writing_of(struct arena *arena, struct str token, enum script script) {
    if (script == SCRIPT_LATIN) return without_umlauts(arena, romaji_key_of_latin(arena, token));
    struct str_builder key;
    str_builder_init(&key, arena, token.size);
    for (size_t at = 0; at < token.size;) {
        size_t from = at;
        uint32_t c = utf8_next(token, &at);
        if (c >= 0x3041 && c <= 0x3096)
            str_builder_code_point(&key, c + 0x60);
        else
            add_kanji(&key, str_slice(token, from, at));
    }
    return str_builder_view(&key);
}

static void add_token(struct arena *arena, struct name *name, struct str token, enum script script) {
    if (token.size == 0 || script == SCRIPT_NONE || name->size >= TOKENS_MAX) return;
    struct str written = writing_of(arena, token, script);
    if (written.size == 0) return;
    name->tokens[name->size++] = (struct token){sound_of(arena, token, script), written, script};
    if (script > name->script) name->script = script;
}

static bool is_title(struct str word) {
    static const struct str TITLES[] = {
        STR_INIT("mr"),     STR_INIT("mrs"),    STR_INIT("ms"),      STR_INIT("miss"),   STR_INIT("dr"),
        STR_INIT("prof"),   STR_INIT("herr"),   STR_INIT("frau"),    STR_INIT("sr"),     STR_INIT("sra"),
        STR_INIT("senor"),  STR_INIT("senora"), STR_INIT("sig"),     STR_INIT("signor"), STR_INIT("mme"),
        STR_INIT("madame"), STR_INIT("mlle"),   STR_INIT("monsieur")};
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++) {
        if (str_equal(word, TITLES[i])) return true;
    }
    return false;
}

/* Tokens end at white space and signs; the long-vowel mark, the iteration mark
 * and the middle of a kanji-kana name do not end one. */
static void read_name(struct arena *arena, struct str text, struct name *out) {
    *out = (struct name){0};
    struct str_builder token;
    str_builder_init(&token, arena, 64);
    enum script script = SCRIPT_NONE;
    struct fold_reader *reader = arena_bytes(arena, sizeof *reader);
    if (reader == NULL) return;
    fold_start(reader, arena, str_slice(text, 0, NAME_BYTES_MAX));
    struct fold_unit unit;
    bool more = true;
    while (more) {
        more = fold_next(reader, &unit);
        size_t at = 0;
        struct str bytes = {unit.bytes, unit.size};
        uint32_t c = more && unit.size > 0 ? utf8_next(bytes, &at) : 0;
        if (more && (unit.kind == FOLD_DROPPED || c == '\'')) continue;
        enum script next =
            more && unit.kind != FOLD_SPACE && unit.kind != FOLD_BREAK ? script_of(c) : SCRIPT_NONE;
        if (next == SCRIPT_OTHER && unit.kind != FOLD_LETTER && unit.kind != FOLD_WIDE) next = SCRIPT_NONE;
        if (next == SCRIPT_OTHER && unit.kind == FOLD_WIDE) next = SCRIPT_NONE; /* CJK punctuation */
        bool latin_border = (next == SCRIPT_LATIN) != (script == SCRIPT_LATIN);
        if (next == SCRIPT_NONE || (script != SCRIPT_NONE && latin_border)) {
            struct str word = str_copy(arena, str_builder_view(&token));
            if (!is_title(word)) add_token(arena, out, word, script);
            token.size = 0;
            script = SCRIPT_NONE;
        }
        if (next == SCRIPT_NONE) continue;
        if (next > script) script = next;
        str_builder_str(&token, bytes);
    }
    fold_end(reader);
}

static struct str glue(struct arena *arena, const struct name *name, size_t from, size_t to, bool reverse) {
    struct str_builder all;
    str_builder_init(&all, arena, 64);
    for (size_t i = from; i < to; i++)
        str_builder_str(&all, name->tokens[reverse ? to - 1 - (i - from) : i].key);
    return str_builder_view(&all);
}

/* `whole` is some neighbouring tokens of `name`, written as one. */
static bool is_part(struct arena *arena, struct str whole, const struct name *name) {
    for (size_t from = 0; from < name->size; from++) {
        for (size_t to = from + 1; to <= name->size; to++) {
            if (str_equal(glue(arena, name, from, to, false), whole)) return true;
        }
    }
    return false;
}

static bool is_initial(struct str one, struct str other) {
    return one.size == 1 && other.size > 1 && one.at[0] == other.at[0];
}

/* Every token of `few` has its own in `many`; initials may stand for words,
 * but at least one word is there in full. */
static bool is_subset(const struct name *few, const struct name *many) {
    bool used[TOKENS_MAX] = {false};
    size_t full = 0;
    for (size_t i = 0; i < few->size; i++) {
        size_t found = TOKENS_MAX;
        for (size_t k = 0; k < many->size && found == TOKENS_MAX; k++) {
            struct str left = few->tokens[i].key, right = many->tokens[k].key;
            if (used[k] || !(str_equal(left, right) || is_initial(left, right) || is_initial(right, left)))
                continue;
            found = k;
            full += left.size > 1 && str_equal(left, right);
        }
        if (found == TOKENS_MAX) return false;
        used[found] = true;
    }
    return few->size > 0 && full > 0;
}

/* "山田" of "山田太郎" written without a space: family or given name alone. */
static bool is_end_of(struct str part, const struct name *name) {
    if (name->size != 1 || name->tokens[0].script != SCRIPT_HAN) return false;
    struct str whole = name->tokens[0].key;
    size_t characters = utf8_count(part), all = utf8_count(whole);
    if (characters >= all || (characters < 2 && all > 3)) return false;
    return str_starts(whole, part) || str_ends(whole, part);
}

static struct name as_written(const struct name *name) {
    struct name written = *name;
    for (size_t i = 0; i < written.size; i++) written.tokens[i].key = written.tokens[i].written;
    return written;
}

static bool is_same_by_key(struct arena *arena, const struct name *found, const struct name *wanted) {
    struct str left = glue(arena, found, 0, found->size, false),
               right = glue(arena, wanted, 0, wanted->size, false);
    if (left.size == 0 || right.size == 0) return false;
    if (str_equal(left, right) || str_equal(glue(arena, found, 0, found->size, true), right)) return true;
    if (is_subset(found, wanted) || is_subset(wanted, found)) return true;
    if (is_part(arena, left, wanted) || is_part(arena, right, found)) return true;
    return is_end_of(left, wanted) || (utf8_count(right) >= 2 && is_end_of(right, found));
}

static bool is_same(struct arena *arena, const struct name *found, const struct name *wanted) {
    bool han = found->script == SCRIPT_HAN || wanted->script == SCRIPT_HAN;
    bool one_script = found->script == wanted->script && found->script != SCRIPT_KANA;
    if (!han && !one_script) return is_same_by_key(arena, found, wanted);
    struct name left = as_written(found), right = as_written(wanted);
    if (is_same_by_key(arena, &left, &right)) return true;
    return one_script ? false : is_subset(found, wanted); /* "Taro" of "佐藤 たろう" */
}

/* Only names in one script can be told apart; kana and Latin can agree. */
static bool can_differ(const struct name *found, const struct name *wanted) {
    return found->script == wanted->script && found->script != SCRIPT_OTHER;
}

static bool is_whole_by_key(struct arena *arena, const struct name *found, const struct name *wanted) {
    struct str left = glue(arena, found, 0, found->size, false),
               right = glue(arena, wanted, 0, wanted->size, false);
    return left.size > 0 &&
           (str_equal(left, right) || str_equal(glue(arena, found, 0, found->size, true), right));
}

/* One word that may be a family or given name: 山田, Taro. */
static bool is_one_word(const struct name *name) {
    return name->size == 1 &&
           (name->script == SCRIPT_LATIN || utf8_count(name->tokens[0].written) < WHOLE_CHARACTERS_MIN);
}

bool name_is_whole(struct arena *arena, struct str found, const struct strings *registered) {
    struct name name, wanted;
    read_name(arena, found, &name);
    for (size_t i = 0; i < registered->size && name.size > 0; i++) {
        read_name(arena, registered->at[i], &wanted);
        if (is_one_word(&wanted)) continue;
        struct name left = as_written(&name), right = as_written(&wanted);
        bool sounds = name.script <= SCRIPT_KANA && wanted.script <= SCRIPT_KANA; /* kanji have many */
        if (is_whole_by_key(arena, &left, &right)) return true;
        if (sounds && is_whole_by_key(arena, &name, &wanted)) return true;
    }
    return false;
}

enum name_match name_compare(struct arena *arena, struct str found, const struct strings *registered) {
    struct name name, wanted;
    read_name(arena, found, &name);
    if (name.size == 0 || registered->size == 0) return NAME_UNKNOWN;
    bool differs = false, known = false;
    for (size_t i = 0; i < registered->size; i++) {
        read_name(arena, registered->at[i], &wanted);
        if (wanted.size == 0) continue;
        known = true;
        if (is_same(arena, &name, &wanted)) return NAME_SAME;
        differs = differs || can_differ(&name, &wanted);
    }
    if (!known) return NAME_UNKNOWN;
    return differs ? NAME_OTHER : NAME_OTHER_SCRIPT;
}
