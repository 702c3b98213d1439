/* greeting_line: see greeting_line.h. The line is folded with a way back to its
 * bytes; then three shapes are tried: salutation + name ("Hi Taro,"), name +
 * honorific (様 and the like, with an address or field behind it too), and a
 * bare name before a comma, which is how Amazon's security mail begins. */
#include "facts/person/greeting_line.h"

#include "brand/brand_names.h"
#include <string.h>

#include "base/utf8.h"
#include "facts/person/greeting_name.h"
#include "limits.h"
#include "text/placeholder.h"

#define NAME_BYTES_MAX 90u
#define NAME_WORDS_MAX 5u

static size_t count_words(struct str text) {
    size_t words = text.size > 0;
    for (size_t i = 0; i < text.size; i++) words += text.at[i] == ' ';
    return words;
}

/* Fills kind and name from what was greeted: [from, to) of the folded line. */
static void judge_name(const struct line *line, size_t from, size_t to, struct greeting_line *out) {
    struct str text = str_slice(line->text, from, to), raw = line_raw(line, from, to);
    struct span field;
    if (placeholder_find(raw, 0, &field)) {
        out->kind = GREETING_KIND_PLACEHOLDER;
        out->name = str_slice(raw, field.from, field.to);
        return;
    }
    struct str address = line_find_address(text);
    struct str name = line_strip(text);
    if (address.size > 0) {
        size_t start = line_place(line, address);
        struct str before = line_strip(str_slice(line->text, from, start));
        if (!greeting_is_name(line, before)) {
            out->kind = GREETING_KIND_ADDRESS;
            out->name = line_raw(line, start, start + address.size);
            return;
        }
        name = before; /* "Dear Taro Yamada (taro@example.jp)" */
    }
    size_t start = name.size > 0 ? line_place(line, name) : 0;
    out->name = line_raw(line, start, start + name.size);
    bool generic = name.size == 0 || greeting_is_generic(name) || !greeting_has_letter(name);
    bool unfilled =
        str_equal(name, STR("null")) || str_equal(name, STR("undefined")) || greeting_is_field_title(name);
    out->kind = unfilled ? GREETING_KIND_PLACEHOLDER : generic ? GREETING_KIND_GENERIC : GREETING_KIND_NAME;
    if (out->kind == GREETING_KIND_NAME &&
        (greeting_has_ordinary_word(name) || greeting_is_salutation(name))) {
        out->kind = GREETING_KIND_GENERIC;
        out->name = (struct str){0};
    }
}

/* ---- salutation + name ---- */

static bool is_delimiter(struct str text, size_t at) {
    char byte = text.at[at];
    if (byte == ',' || byte == '!' || byte == ':' || byte == ';' || byte == '?' || byte == '|') return true;
    if (byte == '.') return at + 1 >= text.size || text.at[at + 1] == ' ';
    if (byte == '-') return at > 0 && text.at[at - 1] == ' ' && at + 1 < text.size && text.at[at + 1] == ' ';
    return str_starts(str_skip(text, at), STR("。"));
}

/* "Mr. Taro": a full stop behind a title ends nothing. */
static bool is_title_stop(struct str text, size_t from, size_t at) {
    struct str word = str_slice(text, from, at);
    size_t space = str_find_last_byte(word, ' ');
    if (space != STR_NONE) word = str_skip(word, space + 1);
    return text.at[at] == '.' && word.size >= 1 && word.size <= 3 && word.size > 0;
}

static bool read_salutation(const struct line *line, struct greeting_line *out) {
    struct str text = line->text;
    size_t start = 0;
    while (start < text.size && strchr(" -*>\"'.|", text.at[start]) != NULL) start++;
    for (size_t i = 0; i < GREETING_SALUTATION_COUNT; i++) {
        struct str word = GREETING_SALUTATIONS[i].text;
        if (!str_starts(str_skip(text, start), word)) continue;
        size_t from = start + word.size;
        bool latin = ascii_is_alpha((unsigned char)word.at[0]);
        if (latin && from < text.size && ascii_is_alpha((unsigned char)text.at[from])) continue;
        while (from < text.size && strchr(" ,", text.at[from]) != NULL) from++;
        size_t to = from;
        while (to < text.size && (!is_delimiter(text, to) || is_title_stop(text, from, to))) to++;
        if (str_equal(str_slice(text, from, to), STR("madame")) && to + 10 <= text.size) to = text.size;
        struct str name = str_slice(text, from, to);
        bool short_name = name.size <= NAME_BYTES_MAX && count_words(name) <= NAME_WORDS_MAX;
        if (GREETING_SALUTATIONS[i].strict &&
            (!short_name || name.size == 0 || str_starts(name, STR("to ")) ||
             str_starts(name, STR("from ")) || str_contains(name, STR("gru")) ||
             str_contains(name, STR("groet")) || str_starts(name, STR("angebote")))) {
            return false;
        }
        out->certain = true;
        out->inline_text = to + 1 < text.size && text.at[to] != '!';
        if (!short_name &&
            !greeting_is_generic(str_slice(text, from, from + 40))) { /* "Hello we would like ..." */
            out->kind = GREETING_KIND_GENERIC;
            out->name = (struct str){0};
            return true;
        }
        if (!short_name) to = from + 40 < text.size ? utf8_floor(text, from + 40) : text.size;
        judge_name(line, from, to, out);
        out->salutation_only = name.size == 0;
        if (!GREETING_SALUTATIONS[i].strict || out->kind == GREETING_KIND_ADDRESS) return true;
        return out->kind == GREETING_KIND_NAME ? greeting_is_name(line, line_strip(name))
                                               : out->name.size > 0;
    }
    return false;
}

/* ---- name + honorific ---- */

static const struct str HONORIFICS[] = {STR_INIT("様"),   STR_INIT("さま"), STR_INIT("殿"),
                                        STR_INIT("さん"), STR_INIT("各位"), STR_INIT("先生")};
/* What stands before an honorific without naming anybody. */
static const struct str GENERIC_ENDS[] = {
    STR_INIT("お客"),       STR_INIT("客"),       STR_INIT("皆"),           STR_INIT("みな"),
    STR_INIT("会員"),       STR_INIT("利用者"),   STR_INIT("ユーザー"),     STR_INIT("ユーザ"),
    STR_INIT("カスタマー"), STR_INIT("メンバー"), STR_INIT("担当者"),       STR_INIT("契約者"),
    STR_INIT("加入者"),     STR_INIT("オーナー"), STR_INIT("顧客"),         STR_INIT("購入者"),
    STR_INIT("本人"),       STR_INIT("受信者"),   STR_INIT("受取人"),       STR_INIT("名義人"),
    STR_INIT("当選者"),     STR_INIT("所有者"),   STR_INIT("登録者"),       STR_INIT("消費者"),
    STR_INIT("関係者"),     STR_INIT("出品者"),   STR_INIT("販売者"),       STR_INIT("開発者"),
    STR_INIT("著者"),       STR_INIT("の方"),     STR_INIT("お客様"),       STR_INIT("皆様"),
    STR_INIT("参加者"),     STR_INIT("読者"),     STR_INIT("パートナー"),   STR_INIT("申込者"),
    STR_INIT("取引先"),     STR_INIT("事業者"),   STR_INIT("応募者"),       STR_INIT("受講者"),
    STR_INIT("皆さま"),     STR_INIT(BRAND_NAME), STR_INIT(BRAND_NAME_KANA)};
static const struct str NOT_BEFORE_SAN[] = {STR_INIT("たく"),   STR_INIT("お母"), STR_INIT("お父"),
                                            STR_INIT("赤ちゃ"), STR_INIT("屋"),   STR_INIT("お客")};
static const struct str DELIVERY_LABELS[] = {
    STR_INIT("お届け先"), STR_INIT("届け先"), STR_INIT("配送先"),   STR_INIT("宛先"),   STR_INIT("注文者"),
    STR_INIT("お名前"),   STR_INIT("氏名:"),  STR_INIT("請求先"),   STR_INIT("差出人"), STR_INIT("送信者"),
    STR_INIT("受取人"),   STR_INIT("会員名"), STR_INIT("契約者名"), STR_INIT("贈り主"), STR_INIT("担当")};

/* What may follow an honorific in a greeting; anything else is a sentence
 * about somebody ("様のアカウント"). */
static bool may_follow(struct str rest) {
    static const struct str FOLLOWERS[] = {
        STR_INIT(","),      STR_INIT("。"),   STR_INIT("!"),          STR_INIT(":"), STR_INIT(" "),
        STR_INIT("へ"),     STR_INIT("「"),   STR_INIT("["),          STR_INIT("("), STR_INIT("<"),
        STR_INIT("【"),     STR_INIT("』"),   STR_INIT("」"),         STR_INIT(")"), STR_INIT("."),
        STR_INIT("各位"),   STR_INIT("#"),    STR_INIT("{"),          STR_INIT("%"), STR_INIT("$"),
        STR_INIT("いつも"), STR_INIT("平素"), STR_INIT("こんにちは"), STR_INIT("]"), STR_INIT(";"),
        STR_INIT("*")};
    return rest.size == 0 || str_starts_any(rest, STR_LIST(FOLLOWERS));
}

static bool is_wide_sentence(struct str text) {
    static const struct str SIGNS[] = {STR_INIT("。"),    STR_INIT("ます"),     STR_INIT("です"),
                                       STR_INIT("http"),  STR_INIT("について"), STR_INIT("から"),
                                       STR_INIT("により")};
    return str_contains_any(text, STR_LIST(SIGNS));
}

/* "口座残高が1万円以上のお客様": whom an offer is for, not whom the mail greets. */
static bool is_condition(struct str before) {
    static const struct str SIGNS[] = {STR_INIT("は"),     STR_INIT("が"),   STR_INIT("以上"),
                                       STR_INIT("期間"),   STR_INIT("ない"), STR_INIT("場合"),
                                       STR_INIT("限り"),   STR_INIT("対象"), STR_INIT("限定"),
                                       STR_INIT("された"), STR_INIT("した")};
    return before.size > 75 || str_contains_any(before, STR_LIST(SIGNS));
}

/* Behind a generic honorific an address or an unfilled field may stand. */
static void judge_rest(const struct line *line, size_t from, struct greeting_line *out) {
    struct greeting_line rest = {0};
    if (from >= line->text.size) return;
    judge_name(line, from, line->text.size, &rest);
    if (rest.kind != GREETING_KIND_ADDRESS && rest.kind != GREETING_KIND_PLACEHOLDER) return;
    out->kind = rest.kind;
    out->name = rest.name;
}

static bool judge_honorific(const struct line *line, size_t at, struct str word, struct greeting_line *out) {
    struct str text = line->text, before = str_slice(text, 0, at);
    size_t after = at + word.size;
    bool san = str_equal(word, STR("さん")), all = str_equal(word, STR("各位"));
    if (!may_follow(str_skip(text, after))) return false;
    if (san && str_ends_any(before, STR_LIST(NOT_BEFORE_SAN))) return false;
    out->delivery = out->delivery || str_contains_any(before, STR_LIST(DELIVERY_LABELS));
    if (out->delivery) return true;
    out->honorific = !all;
    out->certain = true;
    out->inline_text = after < text.size && !str_starts(str_skip(text, after), STR("各位"));
    bool generic = all || str_ends_any(before, STR_LIST(GENERIC_ENDS));
    struct str name = line_strip(before);
    size_t colon = str_find_last_byte(name, ':');
    if (colon != STR_NONE) name = line_strip(str_skip(name, colon + 1));
    if (generic) {
        if (before.size > NAME_BYTES_MAX || is_wide_sentence(before) || is_condition(before)) return false;
        out->kind = GREETING_KIND_GENERIC;
        out->name = line_raw(line, 0, after);
        if (line_find_address(before).size > 0) judge_name(line, 0, at, out);
        judge_rest(line, after, out);
        return true;
    }
    size_t limit =
        line_find_address(name).size > 0 || str_find_byte(name, '@', 0) != STR_NONE ? LINE_BYTES_MAX : 48;
    if (name.size > limit || is_wide_sentence(name) || (san && utf8_count(name) > 12)) return false;
    if (name.size == 0) { /* nothing was filled in before the honorific */
        out->kind = GREETING_KIND_PLACEHOLDER;
        out->name = line_raw(line, at, after);
        return true;
    }
    for (size_t i = 0; i < GREETING_SALUTATION_COUNT; i++) { /* "尊敬する山田様" */
        bool wide = (unsigned char)GREETING_SALUTATIONS[i].text.at[0] >= 0x80;
        if (!wide || !str_starts(name, GREETING_SALUTATIONS[i].text)) continue;
        name = line_strip(str_skip(name, GREETING_SALUTATIONS[i].text.size));
    }
    size_t space = str_find_byte(name, ' ', 0);
    bool branded = space != STR_NONE && str_contains(str_slice(name, 0, space), STR(BRAND_NAME));
    if (branded && greeting_is_name(line, str_skip(name, space + 1))) {
        name = str_skip(name, space + 1); /* "Amazon.co.jp 山田太郎 様" */
    }
    size_t start = name.size > 0 ? line_place(line, name) : at;
    size_t comma = str_find_byte(name, ',', 0);
    if (comma != STR_NONE && comma + 1 < name.size) start += comma + 1; /* "こんにちは, 山田様" */
    struct span field;
    if (placeholder_find(line_raw(line, 0, at), 0, &field)) start = 0;
    judge_name(line, start, at, out);
    return true;
}

static bool read_honorific(const struct line *line, struct greeting_line *out) {
    struct str text = line->text;
    for (size_t at = 0; at < text.size && at <= 200; at++) {
        if (((unsigned char)text.at[at] & 0xC0) == 0x80) continue;
        for (size_t i = 0; i < LINE_COUNT(HONORIFICS); i++) {
            if (!str_starts(str_skip(text, at), HONORIFICS[i])) continue;
            struct greeting_line found = {0};
            if (judge_honorific(line, at, HONORIFICS[i], &found)) {
                *out = found;
                return true;
            }
        }
    }
    return false;
}

/* ---- a bare name, a bare address ---- */

/* How sentences go on behind "(name), " in genuine security mail. */
static bool goes_on(struct str rest) {
    static const struct str STARTS[] = {
        STR_INIT("誰か"),    STR_INIT("お客様"),     STR_INIT("こんにちは"), STR_INIT("ご利用"),
        STR_INIT("あなた"),  STR_INIT("新しい"),     STR_INIT(BRAND_NAME),   STR_INIT("いつも"),
        STR_INIT("この"),    STR_INIT("パスワード"), STR_INIT("アカウント"), STR_INIT("someone "),
        STR_INIT("your "),   STR_INIT("we "),        STR_INIT("an "),        STR_INIT("you "),
        STR_INIT("a "),      STR_INIT("thank"),      STR_INIT("this "),      STR_INIT("to "),
        STR_INIT("jemand "), STR_INIT("quelqu'un "), STR_INIT("alguien "),   STR_INIT("qualcuno ")};
    return str_starts_any(rest, STR_LIST(STARTS));
}

static bool read_bare(const struct line *line, struct greeting_line *out) {
    struct str text = line->text;
    size_t comma = str_find_byte(text, ',', 0);
    struct str head = comma == STR_NONE ? text : str_slice(text, 0, comma);
    struct str address = line_find_address(head), name = line_strip(head);
    if (address.size > 0 && str_equal(address, name)) { /* an address, alone or before a comma */
        size_t start = line_place(line, address);
        out->kind = GREETING_KIND_ADDRESS;
        out->name = line_raw(line, start, start + address.size);
        out->inline_text = comma != STR_NONE && comma + 1 < text.size;
        return true;
    }
    if (comma == STR_NONE || head.size > NAME_BYTES_MAX || !greeting_is_name(line, name)) return false;
    struct str rest = str_trim(str_skip(text, comma + 1));
    bool japanese = (unsigned char)name.at[0] >= 0x80;
    if (rest.size > 0 && !goes_on(rest)) return false;
    if (rest.size > 0 && japanese && utf8_count(name) < 3 && !str_starts(rest, STR("誰か"))) return false;
    if (rest.size > 0 && !japanese && count_words(name) < 2 && !str_starts(rest, STR("someone ")))
        return false;
    size_t start = line_place(line, name);
    out->kind = greeting_is_field_title(name) ? GREETING_KIND_PLACEHOLDER : GREETING_KIND_NAME;
    out->name = line_raw(line, start, start + name.size);
    out->inline_text = rest.size > 0;
    return true;
}

void greeting_line_read(const struct line *line, struct greeting_line *out) {
    *out = (struct greeting_line){0};
    if (line->text.size == 0) return;
    struct greeting_line salutation = {0}, honorific = {0};
    bool greets = read_salutation(line, &salutation), named = read_honorific(line, &honorific);
    /* "こんにちは、山田様": the honorific knows the name better. */
    if (named && (!greets || salutation.kind != GREETING_KIND_ADDRESS))
        *out = honorific;
    else if (greets)
        *out = salutation;
    else
        read_bare(line, out);
}

bool greeting_line_is_name(const struct line *line) {
    struct str name = line_strip(line->text);
    return name.size > 0 && (line_find_address(name).size > 0 || greeting_is_name(line, name));
}

bool greeting_line_is_whole_name(const struct line *line) {
    return str_find_byte(line->text, ' ', 0) != STR_NONE && greeting_is_name(line, line->text);
}

bool greeting_line_goes_on(const struct line *line) {
    return str_starts(line->text, STR("誰か")) || str_starts(line->text, STR("someone ")) ||
           str_starts(line->text, STR("パスワードを知っている"));
}
