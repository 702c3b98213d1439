/* greeting_name: see greeting_name.h. */
#include "facts/person/greeting_name.h"

#include <string.h>

#include "base/utf8.h"

#include "data/greeting_words.inc"

const struct salutation GREETING_SALUTATIONS[] = {
#define SALUTATION(text, strict) {STR_INIT(text), strict},
    SALUTATION_ROWS
#undef SALUTATION
};
const size_t GREETING_SALUTATION_COUNT = LINE_COUNT(GREETING_SALUTATIONS);
static const struct str GENERICS[] = {
#define GENERIC(text) STR_INIT(text),
    GENERIC_ROWS
#undef GENERIC
};
static const struct str NO_NAMES[] = {
#define NOT_A_NAME(text) STR_INIT(text),
    NOT_A_NAME_ROWS
#undef NOT_A_NAME
};

static bool is_word_end(struct str text, size_t at) {
    return at >= text.size || !ascii_is_alpha((unsigned char)text.at[at]);
}

bool greeting_is_salutation(struct str name) {
    for (size_t i = 0; i < GREETING_SALUTATION_COUNT; i++) {
        if (str_equal(name, GREETING_SALUTATIONS[i].text)) return true;
    }
    return false;
}

/* True when `name` begins with generic words, or is made of them. */
bool greeting_is_generic(struct str name) {
    for (size_t i = 0; i < LINE_COUNT(GENERICS); i++) {
        struct str stem = GENERICS[i];
        bool open = str_ends(stem, STR("*"));
        if (open) stem.size--;
        for (size_t at = 0; (at = str_find(name, stem, at)) != STR_NONE; at++) {
            bool starts = at == 0 || !ascii_is_alnum((unsigned char)name.at[at - 1]);
            if (starts && (open || is_word_end(name, at + stem.size))) return true;
        }
    }
    return false;
}

static bool is_no_name(struct str name) {
    for (size_t i = 0; i < LINE_COUNT(NO_NAMES); i++) {
        if (str_equal(name, NO_NAMES[i])) return true;
    }
    return false;
}

static bool ends_like_a_word(struct str text) {
    static const struct str ENDS[] = {
        STR_INIT("は"),   STR_INIT("が"),   STR_INIT("も"),     STR_INIT("を"),   STR_INIT("に"),
        STR_INIT("で"),   STR_INIT("の"),   STR_INIT("と"),     STR_INIT("て"),   STR_INIT("ず"),
        STR_INIT("し"),   STR_INIT("く"),   STR_INIT("り"),     STR_INIT("ば"),   STR_INIT("た"),
        STR_INIT("る"),   STR_INIT("い"),   STR_INIT("ながら"), STR_INIT("から"), STR_INIT("より"),
        STR_INIT("まで"), STR_INIT("です"), STR_INIT("ます"),   STR_INIT("ため"), STR_INIT("ところ"),
        STR_INIT("など")};
    return str_ends_any(text, STR_LIST(ENDS));
}

static bool starts_like_a_word(struct str text) {
    static const struct str STARTS[] = {
        STR_INIT("その"), STR_INIT("この"), STR_INIT("また"), STR_INIT("なお"), STR_INIT("さて"),
        STR_INIT("もし"), STR_INIT("ただ"), STR_INIT("あの"), STR_INIT("どの"), STR_INIT("お"),
        STR_INIT("ご"),   STR_INIT("すべ"), STR_INIT("よく"), STR_INIT("まず")};
    return str_starts_any(text, STR_LIST(STARTS));
}

static bool is_japanese_name(struct str text) {
    size_t han = 0, katakana = 0, hiragana = 0, at = 0;
    uint32_t last = 0, first_of_word = 0;
    while (at < text.size) {
        uint32_t c = utf8_next(text, &at);
        if (last == 0 || last == ' ') first_of_word = c;
        if (fold_is_han(c))
            han++;
        else if (c >= 0x30A1 && c <= 0x30FC)
            katakana++;
        else if (fold_is_kana(c))
            hiragana++;
        else if (c != ' ' && c != 0x30FB)
            return false;
        last = c;
    }
    size_t all = han + katakana + hiragana;
    if (all < 2 || all > 12) return false;
    bool trailing = last >= 0x3041 && last <= 0x3096 && fold_is_han(first_of_word);
    if (han > 0 && hiragana > 0 && text.size > 0 && starts_like_a_word(text)) return false; /* "その結果" */
    if (trailing && (hiragana < 2 || ends_like_a_word(text))) return false; /* "平素は", "残念ながら" */
    return han > 0 ? hiragana <= han + 2 && hiragana <= 4 : hiragana == 0;
}

static bool is_latin_name(const struct line *line, size_t from, size_t to) {
    bool word = false, small = false;
    size_t words = 0;
    for (size_t i = from; i < to; i++) {
        char byte = line->bytes[i];
        bool alpha = ascii_is_alpha((unsigned char)byte);
        if (!alpha && strchr(" .'-", byte) == NULL) return false;
        if (alpha && !word) {
            words++;
            small = small || !line->upper[i];
        }
        word = alpha || byte == '\'';
    }
    return words >= 1 && words <= 4 && to - from >= 2 && to - from <= 40 && (!small || words == 1);
}

bool greeting_is_name(const struct line *line, struct str name) {
    if (name.size == 0 || is_no_name(name) || greeting_is_generic(name) || greeting_is_salutation(name))
        return false;
    size_t from = line_place(line, name);
    return is_japanese_name(name) || is_latin_name(line, from, from + name.size);
}

bool greeting_has_letter(struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_alpha((unsigned char)text.at[i]) || (unsigned char)text.at[i] >= 0x80) return true;
    }
    return false;
}

/* "(name)," as forms and articles print it. */
bool greeting_is_field_title(struct str name) {
    return str_equal(name, STR("氏名")) || str_equal(name, STR("本名")) || str_equal(name, STR("お名前")) ||
           str_equal(name, STR("your name")) || str_equal(name, STR("name"));
}

/* "Hello and welcome", "Hi this is": ordinary words, no name. */
bool greeting_has_ordinary_word(struct str name) {
    static const struct str WORDS[] = {
        STR_INIT("and"),    STR_INIT("welcome"), STR_INIT("this"), STR_INIT("is"),     STR_INIT("we"),
        STR_INIT("your"),   STR_INIT("you"),     STR_INIT("from"), STR_INIT("to"),     STR_INIT("the"),
        STR_INIT("thanks"), STR_INIT("thank"),   STR_INIT("it"),   STR_INIT("if"),     STR_INIT("please"),
        STR_INIT("our"),    STR_INIT("has"),     STR_INIT("have"), STR_INIT("again"),  STR_INIT("und"),
        STR_INIT("wir"),    STR_INIT("nous"),    STR_INIT("le"),   STR_INIT("confirm")};
    while (name.size > 0) {
        struct str word = str_cut(&name, ' ');
        for (size_t i = 0; i < LINE_COUNT(WORDS); i++) {
            if (str_equal(word, WORDS[i])) return true;
        }
    }
    return false;
}
