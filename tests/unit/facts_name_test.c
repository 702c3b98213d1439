/* Names: the same name in other writing is the same, another name is not. */
#include "facts/person/name.h"
#include "facts/person/romaji.h"
#include "unit/check.h"
#include "unit/facts_text.h"

static void check_name(enum name_match wanted, const char *found, const char *registered) {
    static struct text_case test;
    static const char *const NAMES[] = {"unknown", "same", "other", "other script"};
    text_case_start(&test, "", "");
    text_case_names(&test, registered);
    enum name_match match = name_compare(&test.arena, str_from(found), &test.options.profile.names);
    if (match != wanted) printf("%s / %s:\n", found, registered);
    CHECK_STR(str_from(NAMES[match]), str_from(NAMES[wanted]));
    text_case_end(&test);
}

static void test_writing(void) {
    check_name(NAME_SAME, "山田太郎", "山田 太郎");
    check_name(NAME_SAME, "山田　太郎", "山田太郎"); /* ideographic space */
    check_name(NAME_SAME, "太郎 山田", "山田太郎");
    check_name(NAME_SAME, "ＹＡＭＡＤＡ　Ｔａｒｏ", "Taro Yamada");
    check_name(NAME_SAME, "ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう");
    check_name(NAME_SAME, "ヤマダ・タロウ", "やまだ たろう");
    check_name(NAME_SAME, "山田 さくら", "山田さくら");
    check_name(NAME_SAME, "サクラ", "山田 さくら");
    check_name(NAME_SAME, "José García", "Jose Garcia Lopez");
    check_name(NAME_SAME, "Müller", "Mueller");
    check_name(NAME_SAME, "Jean-Pierre", "Jean Pierre Dupont");
    check_name(NAME_SAME, "Mr. Yamada", "Taro Yamada");
}

static void test_kanji_variants(void) {
    check_name(NAME_SAME, "髙橋 花子", "高橋花子");
    check_name(NAME_SAME, "山﨑", "山崎 一");
    check_name(NAME_SAME, "渡邉", "渡辺 一");
    check_name(NAME_SAME, "渡邊 一", "渡邉 一");
    check_name(NAME_SAME, "齋藤", "斉藤 飛鳥");
    check_name(NAME_SAME, "𠮷田", "吉田 一");
    check_name(NAME_SAME, "澤田 廣", "沢田 広");
    check_name(NAME_SAME, "濵口", "浜口 一");
    check_name(NAME_SAME, "中嶋", "中島 一");
    check_name(NAME_SAME, "山田 和彥", "山田和彦");
    check_name(NAME_SAME, "槗本", "橋本 一");
    check_name(NAME_SAME, "靏田", "鶴田 一");
    check_name(NAME_OTHER, "高山 花子", "高橋 花子");
}

static void test_parts(void) {
    check_name(NAME_SAME, "山田", "山田太郎");
    check_name(NAME_SAME, "太郎", "山田 太郎");
    check_name(NAME_SAME, "一郎", "林一郎");
    check_name(NAME_SAME, "林", "林太郎");
    check_name(NAME_OTHER, "大", "大山田太郎"); /* one character of a long name proves nothing */
    check_name(NAME_SAME, "Taro", "Yamada Taro");
    check_name(NAME_SAME, "Yamada T.", "Taro Yamada");
    check_name(NAME_SAME, "Jacob B.", "Jacob Brown");
    check_name(NAME_OTHER, "J. B.", "Jacob Brown"); /* initials only */
    check_name(NAME_SAME, "Taro James Yamada", "Taro Yamada");
    check_name(NAME_SAME, "Taro Yamada", "Taro");
    check_name(NAME_OTHER, "Taro Suzuki", "Taro Yamada"); /* one name right, one wrong */
    check_name(NAME_OTHER, "山田花子", "山田 太郎");
}

static void test_romaji(void) {
    check_name(NAME_SAME, "Satoh", "佐藤|Sato");
    check_name(NAME_SAME, "Ohno Kenji", "Oono Kenzi");
    check_name(NAME_SAME, "Ōno", "Ono");
    check_name(NAME_SAME, "Shin-ichi", "Yamada Shinichi");
    check_name(NAME_SAME, "Honma Jun", "Homma Zyun");
    check_name(NAME_SAME, "Yuuki Itou", "ユウキ イトウ");
    check_name(NAME_SAME, "ヤマダ タロウ", "Taro Yamada");
    check_name(NAME_SAME, "Hattori", "はっとり はんぞう");
    check_name(NAME_SAME, "Kyoko", "キョウコ");
    check_name(NAME_SAME, "Chizuko Fujii", "ふじい ちづこ");
    check_name(NAME_SAME, "Taro", "佐藤 たろう");
    check_name(NAME_OTHER, "Hanako", "Taro Yamada");
    check_name(NAME_OTHER, "ヤマダ ハナコ", "ヤマダ タロウ");
}

static void test_not_comparable(void) {
    check_name(NAME_OTHER_SCRIPT, "鈴木", "Taro Yamada");
    check_name(NAME_OTHER_SCRIPT, "Christopher", "クリストファー"); /* kana cannot spell it back */
    check_name(NAME_OTHER_SCRIPT, "ヤマダ タロウ", "山田 太郎");
    check_name(NAME_OTHER_SCRIPT, "김철수", "Kim Chul-soo");
    check_name(NAME_UNKNOWN, "山田", "");
    check_name(NAME_UNKNOWN, "", "山田");
    check_name(NAME_UNKNOWN, "---", "山田");
    check_name(NAME_UNKNOWN, "山田", "  ");
}

static void check_key(const char *latin, const char *kana) {
    struct arena arena = {0};
    CHECK_STR(romaji_key_of_latin(&arena, str_from(latin)), romaji_key_of_kana(&arena, str_from(kana)));
    arena_release(&arena);
}

static void test_keys(void) {
    check_key("shinjiro", "しんじろう");
    check_key("tsutsumi", "つつみ");
    check_key("matchi", "まっち");
    check_key("ohashi", "おはし");
    check_key("inoue", "いのうえ");
    check_key("sampei", "さんぺい");
    check_key("jun'ichi", "じゅんいち");
    check_key("ryuichi", "りゅういち");
    check_key("yuya", "ゆうや");
}

int main(void) {
    test_writing();
    test_kanji_variants();
    test_parts();
    test_romaji();
    test_not_comparable();
    test_keys();
    return CHECK_END("facts_name");
}
