/* The shared matcher: every phrase is written as it must be, is
 * found wherever it stands, and floods stay small. */
#include <stdlib.h>

#include "text/fold.h"
#include "text/words.h"
#include "unit/check.h"

#define WINDOW_BYTES 4096u /* of words.c */

static struct arena arena;
static struct words words;

/* A phrase's text without its final "*". */
static struct str stem_of(size_t row) {
    struct str phrase = words_phrase_text(row);
    return str_ends(phrase, STR("*")) ? str_slice(phrase, 0, phrase.size - 1) : phrase;
}

static bool is_repeated(size_t row) {
    for (size_t i = 0; i < row; i++) {
        if (words_phrase_class(i) != words_phrase_class(row)) continue;
        if (str_equal(words_phrase_text(i), words_phrase_text(row))) return true;
    }
    return false;
}

static void check_row(size_t row, bool found) {
    struct str stem = stem_of(row);
    bool right = found && !is_repeated(row) && stem.size >= 3 && stem.size <= 160 &&
                 words_phrase_class(row) > WORD_NONE && words_phrase_class(row) < WORD_CLASS_COUNT;
    if (!right) printf("row %zu: %.*s\n", row, (int)stem.size, stem.at);
    CHECK(right);
    CHECK_STR(fold_all(&arena, stem), stem);
}

/* Every row once in one long text: folded as the matcher folds, and found. */
static void test_rows(void) {
    struct str_builder all;
    str_builder_init(&all, &arena, 1u << 16);
    for (size_t i = 0; i < words_phrase_count(); i++) {
        str_builder_str(&all, stem_of(i));
        str_builder_str(&all, STR("\n;\n"));
    }
    words_find(&arena, str_builder_view(&all), &words);
    bool *found = arena_array(&arena, words_phrase_count(), sizeof *found);
    for (size_t i = 0; i < words.hits.size; i++) found[words.hits.at[i].phrase] = true;
    CHECK(!words.flooded);
    for (size_t i = 0; i < words_phrase_count(); i++) check_row(i, found[i]);
}

static void check_span(const char *text, enum word_class word_class, const char *wanted) {
    struct str whole = str_from(text);
    words_find(&arena, whole, &words);
    size_t hit = words_next(&words, word_class, 0);
    struct str found =
        hit == STR_NONE ? STR("") : str_slice(whole, words.hits.at[hit].from, words.hits.at[hit].to);
    if (!str_equal(found, str_from(wanted))) printf("in: %s\n", text);
    CHECK_STR(found, str_from(wanted));
}

/* Spans lead back to the bytes as they were written. */
static void test_spans(void) {
    check_span("ご利用の ＡＣＣＯＵＮＴ です", WORD_account, "ＡＣＣＯＵＮＴ");
    check_span("ｱｶｳﾝﾄを停止", WORD_account, "ｱｶｳﾝﾄ");
    check_span("アカ\nウ ント", WORD_account, "アカ\nウ ント"); /* broken between characters */
    check_span("your\n  verification   code", WORD_code, "verification   code");
    check_span("vérification: CODE DE VÉRIFICATION", WORD_code, "CODE DE VÉRIFICATION");
    check_span("accоunt", WORD_account, "accоunt"); /* Cyrillic o */
    check_span("аccount", WORD_account, "аccount"); /* Cyrillic a, first */
    check_span("on hоId", WORD_stop, "on hоId");    /* and a capital I for l */
    check_span("Amazon International Inc", WORD_wrong_company, "Amazon International Inc");
    check_span("deactivated now", WORD_stop, "deactivated"); /* "deactivat*" takes the word */
    check_span("discounted accountant", WORD_account, "accountant");
    check_span("account@example.com", WORD_account, ""); /* an address is no word */
    check_span("unlocked", WORD_stop, "");
    check_span("", WORD_stop, "");
}

static void test_sentences(void) {
    struct span span;
    words_find(&arena, STR("アカウントを停止します。"), &words);
    CHECK(words_near(&words, WORD_account, WORD_stop, 30, &span) && span.from == 0);
    words_find(&arena, STR("アカウントがあります。停止します。"), &words);
    CHECK(!words_near(&words, WORD_account, WORD_stop, 60, &span));
    words_find(&arena, STR("account. It was suspended"), &words);
    CHECK(!words_near(&words, WORD_account, WORD_stop, 60, &span));
    words_find(&arena, STR("account of amazon.co.jp is suspended"), &words);
    CHECK(words_near(&words, WORD_account, WORD_stop, 60, &span));
    CHECK(!words_near(&words, WORD_account, WORD_stop, 5, &span));
}

static void test_counts(void) {
    words_find(&arena, STR("漢字とかなとkanaとカナ 们"), &words);
    CHECK(words.han == 3 && words.kana == 7 && words.latin == 4 && words.chinese_only == 1);
    words_find(&arena, STR("Yоur аccоunt"), &words);
    CHECK(words.mixed_words == 2 && words.first_mixed.from == 0);
    words_find(&arena, STR("Привет Αθήνα hello 3D"), &words);
    CHECK(words.mixed_words == 0);
    CHECK(words_is_chinese_only(0x4EEC) && !words_is_chinese_only(0x6F22) && !words_is_chinese_only(0x9AD9));
}

/* A phrase across the border of the window, at every offset round it. */
static void test_window(void) {
    static char text[2 * WINDOW_BYTES];
    struct str phrase = STR("サインイン試行");
    for (size_t at = WINDOW_BYTES - 240; at < WINDOW_BYTES + 30; at++) {
        for (size_t i = 0; i < sizeof text; i++) text[i] = '.';
        for (size_t i = 0; i < phrase.size; i++) text[at + i] = phrase.at[i];
        words_find(&arena, (struct str){text, sizeof text}, &words);
        size_t hit = words_next(&words, WORD_about_sign_in_attempt, 0);
        CHECK(hit != STR_NONE && words.hits.at[hit].from == at && words.hits.at[hit].to == at + phrase.size);
        arena_release(&arena);
        arena = (struct arena){0};
    }
}

static void test_flood(void) {
    size_t size = 4u << 20;
    char *text = malloc(size);
    if (text == NULL) return;
    struct str piece = STR("アカウントを停止 ");
    for (size_t i = 0; i < size; i++) text[i] = piece.at[i % piece.size];
    words_find(&arena, (struct str){text, size - size % piece.size}, &words);
    CHECK(words.flooded && words.hits.size < 5000);
    CHECK(arena.total < 1u << 20);
    free(text);
}

int main(void) {
    test_rows();
    test_spans();
    test_sentences();
    test_counts();
    test_window();
    test_flood();
    arena_release(&arena);
    return CHECK_END("facts_words");
}
