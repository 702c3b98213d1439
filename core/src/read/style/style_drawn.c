/* style_drawn: see style_drawn.h. One pass over the tokens (CSS Syntax 4): a name
 * before ":" opens a value, ";" and braces close it. */
#include "read/style/style_drawn.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "limits.h"
#include "read/style/style.h"

/* Names longer than this are none of those asked for. */
#define NAME_BYTES_MAX 40u

/* What a URL stands for. */
enum place { PLACE_ELSEWHERE, PLACE_PICTURE, PLACE_LOADED };

struct scanner {
    struct arena *arena;
    struct str css;
    size_t at;
    char name[NAME_BYTES_MAX]; /* the last name, in lower case */
    size_t name_size;
    bool in_value;
    bool writes;              /* the open value's strings are drawn */
    bool addresses;           /* ... its strings are URLs */
    enum place place;         /* ... its URLs */
    struct str_builder words; /* of the open value */
    struct style_drawn *out;
};

static struct str last_name(const struct scanner *scanner) {
    return (struct str){scanner->name, scanner->name_size};
}

/* The next character of a name or string; a line break behind a backslash is none. */
static uint32_t read_character(struct scanner *scanner) {
    struct str css = scanner->css;
    if (css.at[scanner->at] != '\\') return utf8_next(css, &scanner->at);
    if (++scanner->at == css.size) return 0;
    bool breaks = css.at[scanner->at] == '\n';
    uint32_t code_point = style_read_escape(css, &scanner->at);
    return breaks ? 0 : code_point;
}

static void add_url(struct scanner *scanner, struct str source) {
    struct style_drawn *out = scanner->out;
    if (scanner->place == PLACE_ELSEWHERE || !source.size || source.at[0] == '#') return;
    struct strings *list = scanner->place == PLACE_PICTURE ? &out->pictures : &out->loaded;
    bool full = out->pictures.size + out->loaded.size >= STYLE_DRAWN_MAX;
    if (full || !strings_add(scanner->arena, list, source, STYLE_DRAWN_MAX)) out->limit_reached = true;
}

static void read_string(struct scanner *scanner) {
    struct str css = scanner->css;
    size_t from = scanner->at + 1;
    char quote = css.at[scanner->at++];
    while (scanner->at < css.size && css.at[scanner->at] != quote && css.at[scanner->at] != '\n') {
        uint32_t code_point = read_character(scanner);
        if (scanner->in_value && scanner->writes && code_point)
            str_builder_code_point(&scanner->words, code_point);
    }
    if (scanner->addresses) add_url(scanner, str_slice(css, from, scanner->at));
    if (scanner->at < css.size) scanner->at++;
}

static bool is_name_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || byte == '-' || byte == '_' || byte == '\\' ||
           (unsigned char)byte >= 0x80;
}

static void read_name(struct scanner *scanner) {
    struct str css = scanner->css;
    bool at_rule = scanner->at > 0 && css.at[scanner->at - 1] == '@';
    scanner->name_size = 0;
    while (scanner->at < css.size && is_name_byte(css.at[scanner->at])) {
        uint32_t code_point = read_character(scanner);
        if (scanner->name_size < NAME_BYTES_MAX)
            scanner->name[scanner->name_size++] = code_point < 0x80 ? ascii_lower((char)code_point) : '?';
    }
    if (!at_rule || !str_equal(last_name(scanner), STR("import"))) return;
    scanner->place = PLACE_LOADED;
    scanner->addresses = true;
}

static bool draws_strings(struct str property) {
    static const struct str properties[] = {STR_INIT("content"),
                                            STR_INIT("quotes"),
                                            STR_INIT("list-style"),
                                            STR_INIT("list-style-type"),
                                            STR_INIT("symbols"),
                                            STR_INIT("additive-symbols"),
                                            STR_INIT("prefix"),
                                            STR_INIT("suffix"),
                                            STR_INIT("negative"),
                                            STR_INIT("pad"),
                                            STR_INIT("text-overflow"),
                                            STR_INIT("text-emphasis"),
                                            STR_INIT("text-emphasis-style"),
                                            STR_INIT("hyphenate-character"),
                                            STR_INIT("-webkit-text-emphasis"),
                                            STR_INIT("-webkit-text-emphasis-style"),
                                            STR_INIT("-webkit-hyphenate-character")};
    return str_equal_any(property, STR_LIST(properties));
}

static enum place place_of(struct str property) {
    static const struct str programs[] = {STR_INIT("behavior"), STR_INIT("-ms-behavior"),
                                          STR_INIT("-moz-binding"), STR_INIT("cursor")};
    if (str_equal(property, STR("src"))) return PLACE_LOADED;
    return str_equal_any(property, STR_LIST(programs)) ? PLACE_ELSEWHERE : PLACE_PICTURE;
}

/* url(x), url("x"): a picture, unless a font or a program is loaded from there. */
static void read_url(struct scanner *scanner) {
    struct str css = scanner->css;
    while (scanner->at < css.size && ascii_is_space((unsigned char)css.at[scanner->at])) scanner->at++;
    bool quoted = scanner->at < css.size && (css.at[scanner->at] == '"' || css.at[scanner->at] == '\'');
    char close = quoted ? css.at[scanner->at] : ')';
    size_t from = scanner->at + quoted, end = str_find_byte(css, close, from);
    struct str source = str_trim(str_slice(css, from, end == STR_NONE ? css.size : end));
    scanner->at = end == STR_NONE ? css.size : end + 1;
    add_url(scanner, source);
}

/* "name(": what a function adds. attr(href) shows a link that is read anyway. */
static void read_function(struct scanner *scanner) {
    static const struct str computing[] = {
        STR_INIT("attr"),       STR_INIT("counter"), STR_INIT("counters"),       STR_INIT("var"),
        STR_INIT("env"),        STR_INIT("if"),      STR_INIT("target-counter"), STR_INIT("target-counters"),
        STR_INIT("target-text")};
    struct str css = scanner->css, name = last_name(scanner);
    size_t open = scanner->at++;
    if (str_equal(name, STR("url"))) {
        read_url(scanner);
        return;
    }
    if (str_ends(name, STR("image-set"))) scanner->addresses = true;
    if (!scanner->in_value || !scanner->writes || !str_equal_any(name, STR_LIST(computing))) return;
    size_t close = str_find_byte(css, ')', open);
    struct str argument = str_trim(str_slice(css, open + 1, close == STR_NONE ? css.size : close));
    if (!(str_equal(name, STR("attr")) && str_equal_ascii(argument, STR("href"))))
        scanner->out->computed = true;
}

/* Does the text say anything? Bullets, quotation marks and icon fonts do not. */
static bool has_letters(struct str text) {
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = utf8_next(text, &at);
        bool private_use = (code_point >= 0xE000 && code_point < 0xF900) || code_point >= 0xF0000;
        bool sign =
            code_point < 0xC0 || (code_point >= 0x2000 && code_point < 0x2460) ||
            (code_point >= 0x2500 && code_point < 0x2C00) ||
            (code_point >= 0x3000 && code_point < 0x3021 && (code_point < 0x3005 || code_point > 0x3007)) ||
            code_point == 0xFFFD;
        bool letter = code_point < 0x80 && ascii_is_alnum((unsigned char)code_point);
        if (letter || (!sign && !private_use)) return true;
    }
    return false;
}

static void end_value(struct scanner *scanner) {
    struct str words = str_builder_view(&scanner->words);
    if (scanner->in_value && scanner->writes && has_letters(words)) {
        if (strings_add(scanner->arena, &scanner->out->words, words, STYLE_DRAWN_MAX))
            str_builder_init(&scanner->words, scanner->arena, 0);
        else
            scanner->out->limit_reached = true;
    }
    scanner->words.size = 0;
    scanner->in_value = scanner->writes = scanner->addresses = false;
    scanner->place = PLACE_ELSEWHERE;
    scanner->name_size = 0;
}

static void skip_comment(struct scanner *scanner) {
    size_t end = str_find(scanner->css, STR("*/"), scanner->at + 2);
    scanner->at = end == STR_NONE ? scanner->css.size : end + 2;
}

/* Everything that draws stands in quotes or brackets; few style attributes have any. */
static bool can_draw(struct str css) {
    return str_find_byte(css, '(', 0) != STR_NONE || str_find_byte(css, '"', 0) != STR_NONE ||
           str_find_byte(css, '\'', 0) != STR_NONE;
}

void style_drawn_find(struct arena *arena, struct str css, struct style_drawn *out) {
    if (!can_draw(css)) return;
    struct scanner scanner = {.arena = arena, .css = css, .out = out};
    str_builder_init(&scanner.words, arena, 0);
    while (scanner.at < css.size && !arena->failed) {
        char byte = css.at[scanner.at];
        if (byte == '"' || byte == '\'') {
            read_string(&scanner);
        } else if (is_name_byte(byte)) {
            read_name(&scanner);
        } else if (byte == '/' && scanner.at + 1 < css.size && css.at[scanner.at + 1] == '*') {
            skip_comment(&scanner);
        } else if (byte == '(') {
            read_function(&scanner);
        } else {
            scanner.at++;
            if (byte == ';' || byte == '{' || byte == '}') {
                end_value(&scanner);
            } else if (byte == ':' && !scanner.in_value) {
                scanner.in_value = true;
                scanner.writes = draws_strings(last_name(&scanner));
                scanner.place = place_of(last_name(&scanner));
            }
        }
    }
    end_value(&scanner);
}
