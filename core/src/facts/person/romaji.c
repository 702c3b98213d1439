/* romaji: names in Latin letters or kana -> a key to compare. See romaji.h.
 * Systems: ISO 3602 (Kunrei), modified Hepburn, and the passport rules of the
 * Japanese Ministry of Foreign Affairs ("oh" for long o, m before b, m, p). */
#include "facts/person/romaji.h"

#include "base/utf8.h"

/* Hiragana U+3041-U+3096 in Kunrei; small kana in capitals. */
static const char *const KANA[] = {
    "A",  "a",  "I",  "i",  "U",  "u",  "E",  "e",  "O",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "ti", "zi", "Q",  "tu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi", "mu", "me", "mo", "YA", "ya", "YU", "yu", "YO", "yo", "ra", "ri", "ru",
    "re", "ro", "WA", "wa", "i",  "e",  "o",  "n",  "bu", "KA", "KE"};

static bool is_vowel(char letter) {
    return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o';
}

/* Doubled vowels and "ou" as one; "n" for "m" before b, m and p. */
static struct str shorten(struct arena *arena, struct str letters) {
    struct str_builder key;
    str_builder_init(&key, arena, letters.size);
    char last = 0;
    for (size_t i = 0; i < letters.size; i++) {
        char letter = letters.at[i], next = i + 1 < letters.size ? letters.at[i + 1] : 0;
        if (letter == 'm' && (next == 'b' || next == 'p' || next == 'm')) letter = 'n';
        bool drawn = is_vowel(letter) && (letter == last || (letter == 'u' && last == 'o'));
        if (drawn) continue;
        str_builder_byte(&key, letter);
        last = letter;
    }
    return str_builder_view(&key);
}

struct spelling {
    struct str hepburn, kunrei;
};

/* First that fits; each is followed by the vowels that follow it. */
static const struct spelling SPELLINGS[] = {
    {STR_INIT("tchi"), STR_INIT("tti")}, {STR_INIT("tch"), STR_INIT("tty")},
    {STR_INIT("shi"), STR_INIT("si")},   {STR_INIT("sh"), STR_INIT("sy")},
    {STR_INIT("chi"), STR_INIT("ti")},   {STR_INIT("ch"), STR_INIT("ty")},
    {STR_INIT("tsu"), STR_INIT("tu")},   {STR_INIT("dzu"), STR_INIT("zu")},
    {STR_INIT("du"), STR_INIT("zu")},    {STR_INIT("dji"), STR_INIT("zi")},
    {STR_INIT("di"), STR_INIT("zi")},    {STR_INIT("fu"), STR_INIT("hu")},
    {STR_INIT("ji"), STR_INIT("zi")},    {STR_INIT("jy"), STR_INIT("zy")},
    {STR_INIT("j"), STR_INIT("zy")},     {STR_INIT("wo"), STR_INIT("o")},
    {STR_INIT("dy"), STR_INIT("zy")},    {STR_INIT("cya"), STR_INIT("tya")},
};

struct str romaji_key_of_latin(struct arena *arena, struct str letters) {
    struct str_builder plain;
    str_builder_init(&plain, arena, letters.size);
    for (size_t i = 0; i < letters.size;) {
        struct str rest = str_skip(letters, i);
        char next = rest.size > 2 ? rest.at[2] : 0;
        size_t k = 0, count = sizeof SPELLINGS / sizeof *SPELLINGS;
        while (k < count && !str_starts(rest, SPELLINGS[k].hepburn)) k++;
        if (k < count) {
            str_builder_str(&plain, SPELLINGS[k].kunrei);
            i += SPELLINGS[k].hepburn.size;
        } else if (str_starts(rest, STR("oh")) && !is_vowel(next) && next != 'y') {
            str_builder_byte(&plain, 'o'); /* Ohno, Satoh; but Ohashi, Ohyama -> o-ha, o-ya */
            i += 2;
        } else if (str_starts(rest, STR("ohy"))) {
            str_builder_byte(&plain, 'o');
            i += 2;
        } else {
            if (ascii_is_alpha((unsigned char)letters.at[i])) str_builder_byte(&plain, letters.at[i]);
            i++;
        }
    }
    return shorten(arena, str_builder_view(&plain));
}

/* Puts a small kana (capitals) onto what was written before: "ki" + "YA" ->
 * "kya", "hu" + "I" -> "hi". */
static void add_small(struct str_builder *plain, const char *small) {
    if (plain->size > 0 && is_vowel(plain->at[plain->size - 1])) plain->size--;
    for (; *small != 0; small++) str_builder_byte(plain, ascii_lower(*small));
}

struct str romaji_key_of_kana(struct arena *arena, struct str kana) {
    struct str_builder plain;
    str_builder_init(&plain, arena, kana.size);
    bool doubled = false;
    for (size_t at = 0; at < kana.size;) {
        uint32_t c = utf8_next(kana, &at);
        if (c >= 0x30A1 && c <= 0x30F6) c -= 0x60;
        if (c < 0x3041 || c > 0x3096) continue; /* the long mark too: vowels are shortened anyway */
        const char *letters = KANA[c - 0x3041];
        if (letters[0] == 'Q') {
            doubled = true;
        } else if (letters[0] >= 'A' && letters[0] <= 'Z') {
            add_small(&plain, letters);
        } else {
            if (doubled && !is_vowel(letters[0])) str_builder_byte(&plain, letters[0]);
            doubled = false;
            str_builder_str(&plain, str_from(letters));
        }
    }
    return shorten(arena, str_builder_view(&plain));
}
