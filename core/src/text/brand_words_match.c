/* brand_words_match: is this the name of the brand, and how is it spelt? See
 * brand_words.h. The near misses and slips are closed tables here, so that a
 * reader can judge them; spellings seen in fakes: amazom, amazone, amozon,
 * amazan, anazom, AMAZ0N, Greek and Cyrillic letters, "A mazon . co . jp"
 * (shinjoho.com, amksystem.com/news/fraud-mail-trick, fraudnavi.com/2026/01/09). */
#include "brand/brand_names.h"
#include "text/brand_words.h"

#include <string.h>

#define NAME BRAND_NAME
#define NAME_LETTERS 6u
_Static_assert(sizeof NAME == NAME_LETTERS + 1, "the rules below are made for a name of six letters");
#define GAP_UNITS_MAX 4u      /* signs between two letters */
#define STUFFED_UNITS_MAX 28u /* letters put inside the name */
#define TAIL_BYTES_MAX 16u

static bool is_letter(const struct brand_unit *unit) {
    return unit->kind == FOLD_LATIN || (unit->kind == FOLD_LETTER);
}

/* The letter of the name that this unit can stand for, 0 for none. */
static char stands_for(const struct brand_unit *unit, bool *odd) {
    *odd = unit->style != FOLD_EXACT;
    if (unit->kind == FOLD_LATIN || unit->kind == FOLD_LETTER) return unit->letter;
    *odd = true;
    if (unit->letter == '0') return 'o';
    if (unit->letter == '4' || unit->folded == '@') return 'a';
    if (unit->letter == '2') return 'z';
    return ascii_is_alpha((unsigned char)unit->letter) ? unit->letter : 0;
}

static bool is_gap(const struct brand_unit *unit) {
    return unit->kind == FOLD_SPACE || unit->kind == FOLD_BREAK || unit->kind == FOLD_DROPPED ||
           (unit->kind == FOLD_SIGN && unit->letter == 0 && unit->folded != '@') || unit->folded == 0x30FB;
}

struct reading {
    size_t end, letters, gaps, odd, marks;
    bool only_wrapped; /* every gap is a hyphen at the end of a line */
};

/* Reads the six letters from `at` on, with what stands between them. */
static bool read_letters(const struct brand_unit *units, size_t size, size_t at, struct reading *out) {
    *out = (struct reading){.end = at, .only_wrapped = true};
    for (size_t k = 0; k < NAME_LETTERS; k++) {
        size_t gap = 0, end = out->end;
        while (k > 0 && end + gap < size && gap < GAP_UNITS_MAX && is_gap(&units[end + gap])) {
            if (units[end + gap].kind == FOLD_DROPPED && units[end + gap].folded != 0xAD) out->marks++;
            gap++;
        }
        if (end + gap >= size) return false;
        bool soft = gap == 1 && units[end].folded == 0xAD;
        bool wrapped = gap == 2 && units[end].folded == '-' && units[end + 1].kind == FOLD_BREAK;
        if (gap > 0 && !soft) {
            out->gaps++;
            out->only_wrapped = out->only_wrapped && wrapped;
        }
        bool odd;
        char letter = stands_for(&units[end + gap], &odd);
        size_t used = 1;
        if (letter == 'r' && NAME[k] == 'm' && end + gap + 1 < size && units[end + gap + 1].letter == 'n') {
            letter = 'm'; /* "rn" for "m" */
            odd = true;
            used = 2;
        }
        if (letter != NAME[k]) return false;
        out->odd += odd;
        out->letters += units[end + gap].kind == FOLD_LATIN && units[end + gap].style == FOLD_EXACT;
        out->end = end + gap + used;
    }
    return true;
}

/* The Latin letters that follow, lower case; their number of units. */
static size_t read_tail(const struct brand_unit *units, size_t size, size_t at, char *out, size_t *bytes) {
    size_t count = 0;
    *bytes = 0;
    out[0] = 0;
    while (at + count < size && is_letter(&units[at + count]) && *bytes < TAIL_BYTES_MAX) {
        char letter = units[at + count++].letter;
        out[(*bytes)++] = letter != 0 ? letter : '?';
    }
    return count;
}

#define ONE_OF(word, list) str_equal_any((word), STR_LIST(list))

/* Endings that make a word about the river, the forest or the legend. */
static bool is_other_word(struct str tail) {
    static const struct str TAILS[] = {
        STR_INIT("as"),   STR_INIT("ia"),     STR_INIT("ian"),     STR_INIT("ians"),   STR_INIT("ie"),
        STR_INIT("ien"),  STR_INIT("iens"),   STR_INIT("ienne"),   STR_INIT("iennes"), STR_INIT("ico"),
        STR_INIT("ica"),  STR_INIT("icos"),   STR_INIT("icas"),    STR_INIT("ic"),     STR_INIT("ite"),
        STR_INIT("itis"), STR_INIT("en"),     STR_INIT("enhaft"),  STR_INIT("enses"),  STR_INIT("ense"),
        STR_INIT("es"),   STR_INIT("omachy"), STR_INIT("omachie"), STR_INIT("ide"),    STR_INIT("ides"),
        STR_INIT("iche"), STR_INIT("isch"),   STR_INIT("iana"),    STR_INIT("iano"),   STR_INIT("onia")};
    return ONE_OF(tail, TAILS);
}

/* What follows the name in the language of geography. */
static bool follows_river(const struct brand_unit *units, size_t size, size_t at) {
    static const struct str LATIN[] = {STR_INIT("river"),  STR_INIT("rainforest"), STR_INIT("rain"),
                                       STR_INIT("basin"),  STR_INIT("jungle"),     STR_INIT("forest"),
                                       STR_INIT("delta"),  STR_INIT("warrior"),    STR_INIT("warriors"),
                                       STR_INIT("women"),  STR_INIT("region"),     STR_INIT("tribe"),
                                       STR_INIT("tribes"), STR_INIT("queen"),      STR_INIT("parrot")};
    static const uint32_t WIDE[][2] = {{0x5DDD, 0},      {0x6CB3, 0},      {0x71B1, 0x5E2F}, {0x6D41, 0x57DF},
                                       {0x76C6, 0x5730}, {0x306E, 0x68EE}, {0x306E, 0x71B1}, {0x306E, 0x5BC6},
                                       {0x5148, 0x4F4F}, {0x5965, 0x5730}, {0x30BA, 0}};
    size_t next = at;
    while (next < size && next < at + 2 && units[next].kind == FOLD_SPACE) next++;
    char tail[TAIL_BYTES_MAX];
    size_t bytes;
    read_tail(units, size, next, tail, &bytes);
    if (next > at && ONE_OF(((struct str){tail, bytes}), LATIN)) return true;
    for (size_t i = 0; i < sizeof WIDE / sizeof *WIDE; i++) {
        if (at < size && units[at].folded == WIDE[i][0] &&
            (WIDE[i][1] == 0 || (at + 1 < size && units[at + 1].folded == WIDE[i][1]))) {
            return true;
        }
    }
    return false;
}

/* "amazon . co . jp", "amazon .fr": the domain pulled apart. A full stop and a
 * new sentence ("at Amazon. Com ...") is no such thing. Returns the end, or
 * `at` when there is none. */
static size_t split_domain(const struct brand_unit *units, size_t size, size_t at) {
    static const struct str ENDINGS[] = {STR_INIT("co"), STR_INIT("com"), STR_INIT("jp"),  STR_INIT("de"),
                                         STR_INIT("fr"), STR_INIT("it"),  STR_INIT("es"),  STR_INIT("ca"),
                                         STR_INIT("in"), STR_INIT("nl"),  STR_INIT("cojp")};
    size_t dot = at, spaces = 0;
    while (dot < size && dot < at + 2 && units[dot].kind == FOLD_SPACE) dot++, spaces++;
    if (dot >= size || units[dot].folded != '.') return at;
    size_t word = dot + 1, after = 0;
    while (word < size && word < dot + 3 && units[word].kind == FOLD_SPACE) word++, after++;
    char tail[TAIL_BYTES_MAX];
    size_t bytes;
    size_t end = word + read_tail(units, size, word, tail, &bytes);
    struct str ending = {tail, bytes};
    if (spaces + after == 0 || !ONE_OF(ending, ENDINGS)) return at;
    if (spaces > 0) return end;
    /* the dot touches the name: only ". co . jp" and ". co.uk" are domains */
    size_t next = end;
    while (next < size && next < end + 2 && units[next].kind == FOLD_SPACE) next++;
    return str_equal(ending, STR("co")) && next < size && units[next].folded == '.' ? end : at;
}

static bool starts_word(const struct brand_unit *units, size_t at) {
    if (at == 0) return true;
    const struct brand_unit *before = &units[at - 1];
    if (before->kind == FOLD_DIGIT) return units[at].upper;
    if (!is_letter(before)) return true;
    return units[at].upper && !before->upper; /* "xyzAmazon" */
}

/* Something of a shop right before or behind a word that could be a real one. */
static bool has_context(const struct brand_unit *units, size_t size, size_t from, size_t end) {
    static const struct str WORDS[] = {BRAND_BESIDE};
    if (from > 0 && units[from - 1].kind == FOLD_WIDE) return true;
    if (end < size && units[end].kind == FOLD_WIDE) return true;
    size_t next = end;
    while (next < size && next < end + 2 && (units[next].kind == FOLD_SPACE || units[next].folded == '.'))
        next++;
    char tail[TAIL_BYTES_MAX];
    size_t bytes;
    read_tail(units, size, next, tail, &bytes);
    return (next < size && next > end && units[next].kind == FOLD_WIDE) ||
           ONE_OF(((struct str){tail, bytes}), WORDS);
}

/* Letters of the same sound or neighbouring keys: what a slip or a fake puts
 * in place of the right one. */
static bool is_plausible(char right, char wrong) {
    if (right == 'a') return strchr("eiouqsw", wrong) != NULL;
    if (right == 'm' || right == 'n') return strchr("mnhbjk", wrong) != NULL;
    if (right == 'z') return strchr("sxj", wrong) != NULL;
    return strchr("aeuipqc", wrong) != NULL; /* o */
}

bool brand_is_slip(struct str word, bool *needs_context) {
    static const struct str REAL_WORDS[] = {BRAND_REAL_WORDS};
    static const struct str CONTEXT[] = {BRAND_PERHAPS_SLIPS};
    *needs_context = ONE_OF(word, CONTEXT);
    if (word.size < 5 || word.size > 7 || str_equal(word, STR(NAME)) || ONE_OF(word, REAL_WORDS))
        return false;
    size_t same = 0, same_end = 0;
    while (same < word.size && same < NAME_LETTERS && word.at[same] == NAME[same]) same++;
    while (same_end < word.size && same_end < NAME_LETTERS &&
           word.at[word.size - 1 - same_end] == NAME[NAME_LETTERS - 1 - same_end]) {
        same_end++;
    }
    if (word.size == NAME_LETTERS) {
        if (same + same_end >= NAME_LETTERS - 1) return is_plausible(NAME[same], word.at[same]);
        if (same + same_end >= NAME_LETTERS - 2 && word.at[same] == NAME[same + 1] &&
            word.at[same + 1] == NAME[same]) {
            return true; /* two letters swapped */
        }
        return str_equal(word, STR(BRAND_TWO_SLIPS));
    }
    if (word.size == NAME_LETTERS - 1) return same >= 1 && same + same_end >= NAME_LETTERS - 1;
    if (same + same_end < NAME_LETTERS) return false; /* one letter more */
    if (same == 0) return false;                      /* ramazon, pamazon */
    return same < NAME_LETTERS || strchr("nmeas", word.at[NAME_LETTERS]) != NULL;
}

/* A Latin word that is one slip away. */
static bool match_slip(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out) {
    /* one slip leaves the first letter right, or the second where it ought to be or before the first */
    if (at + 5 > size ||
        (units[at].letter != NAME[0] && units[at + 1].letter != NAME[1] && units[at + 1].letter != NAME[0]))
        return false;
    char word[TAIL_BYTES_MAX];
    size_t bytes;
    size_t end = at + read_tail(units, size, at, word, &bytes);
    bool needs_context;
    if (!brand_is_slip((struct str){word, bytes}, &needs_context)) return false;
    out->end = end;
    out->found = !needs_context || has_context(units, size, at, end);
    out->spelling = SPELLING_MISSPELT;
    return true;
}

/* The six letters themselves stand before `end`: "AmEx at Amazon". */
static bool is_whole_name(const struct brand_unit *units, size_t from, size_t end) {
    if (end < from + NAME_LETTERS) return false;
    for (size_t k = 0; k < NAME_LETTERS; k++) {
        if (units[end - NAME_LETTERS + k].letter != NAME[k]) return false;
    }
    return true;
}

/* "AmaKickzon", "Am Play with eazon"-like: the name's beginning, words put in
 * with a capital, the name's end. */
static bool match_stuffed(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out) {
    for (size_t head = 2; head <= 4; head++) {
        size_t in = at + head;
        bool starts = in < size;
        for (size_t k = 0; k < head && starts; k++) starts = units[at + k].letter == NAME[k];
        if (!starts) return false;
        if (!units[in].upper || units[in - 1].upper) continue;
        size_t tail = NAME_LETTERS - head;
        for (size_t end = in + 2; end + tail <= size && end < in + STUFFED_UNITS_MAX; end++) {
            if (units[end].kind == FOLD_BREAK || units[end].kind == FOLD_WIDE) break;
            bool ends = end + tail == size || !is_letter(&units[end + tail]);
            for (size_t k = 0; k < tail && ends; k++) {
                ends = units[end + k].letter == NAME[head + k] && !units[end + k].upper;
            }
            if (!ends || !is_letter(&units[end - 1]) || is_whole_name(units, in, end + tail)) continue;
            *out = (struct brand_match){true, end + tail, SPELLING_SPLIT};
            return true;
        }
    }
    return false;
}

/* アマゾン, also with the look-alikes ァ, ソ and in hiragana. */
static bool match_kana(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out) {
    static const uint32_t KANA[4] = BRAND_KANA_POINTS;
    bool gap = false, look_alike = false, misspelt = false;
    size_t end = at;
    for (size_t k = 0; k < 4; k++) {
        size_t skipped = 0;
        while (k > 0 && end < size && skipped < GAP_UNITS_MAX && is_gap(&units[end])) {
            skipped++;
            end++;
        }
        if (end >= size) return false;
        uint32_t kana = units[end].folded >= 0x3041 && units[end].folded <= 0x3096 ? units[end].folded + 0x60
                                                                                   : units[end].folded;
        gap = gap || skipped > 0;
        if (kana == 0x30A1 && k == 0)
            look_alike = true;
        else if (kana == 0x30BD && k == 3)
            look_alike = true;
        else if (kana == 0x30BD && k == 2)
            misspelt = true;
        else if (kana != KANA[k])
            return false;
        end++;
    }
    out->end = end;
    out->found = !follows_river(units, size, end);
    out->spelling = look_alike ? SPELLING_LOOK_ALIKE
                    : misspelt ? SPELLING_MISSPELT
                    : gap      ? SPELLING_SPLIT
                               : SPELLING_PLAIN;
    return true;
}

/* The name as Chinese, Korean and Arabic write it: letter for letter. */
static bool match_script(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out) {
    static const uint32_t NAMES[][BRAND_SCRIPT_POINTS_MAX] = {BRAND_SCRIPT_POINTS};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        size_t k = 0;
        while (k < BRAND_SCRIPT_POINTS_MAX && NAMES[i][k] != 0 && at + k < size &&
               units[at + k].folded == NAMES[i][k])
            k++;
        if (k < BRAND_SCRIPT_POINTS_MAX && NAMES[i][k] != 0) continue;
        out->end = at + k;
        out->found = !follows_river(units, size, out->end);
        out->spelling = SPELLING_PLAIN;
        return true;
    }
    return false;
}

/* "AMZN", as Amazon's bills and its short links call it, whole. */
static bool match_abbreviation(const struct brand_unit *units, size_t size, size_t at,
                               struct brand_match *out) {
    char word[TAIL_BYTES_MAX];
    size_t bytes;
    size_t end = at + read_tail(units, size, at, word, &bytes);
    if (!str_equal((struct str){word, bytes}, STR(BRAND_SHORT))) return false;
    bool address = end + 1 < size && units[end].folded == '.' && is_letter(&units[end + 1]);
    *out = (struct brand_match){!address, end, SPELLING_PLAIN};
    return true;
}

/* "A. Mazon", "Juan A Mazon": an initial and a surname. */
static bool is_surname(const struct brand_unit *units, size_t at, const struct reading *reading) {
    if (reading->gaps != 1 || units[at + 1].kind == FOLD_LATIN) return false;
    size_t second = at + 1;
    while (second + 1 < reading->end && !is_letter(&units[second])) second++;
    bool dotted = units[at + 1].folded == '.';
    return units[second].upper && (dotted || !units[second + 1].upper);
}

/* The six letters are there: whole, looking alike, or pulled apart. */
static bool judge_reading(const struct brand_unit *units, size_t size, size_t at,
                          const struct reading *reading, struct brand_match *out) {
    char tail[TAIL_BYTES_MAX];
    size_t bytes;
    size_t tail_units = read_tail(units, size, reading->end, tail, &bytes);
    struct str ending = {tail, bytes};
    out->end = reading->end;
    out->found = true;
    bool split = reading->gaps > 0 && !reading->only_wrapped;
    bool capital = tail_units > 0 && units[reading->end].upper && !units[reading->end - 1].upper;
    bool few = reading->letters < 4 && (reading->odd == 0 || reading->letters < 2);
    if (split && is_surname(units, at, reading)) return false;
    if (split && (few || (tail_units > 0 && !capital))) return false;
    if (!split && !capital && tail_units > 0) {
        if (is_other_word(ending)) {
            *out = (struct brand_match){false, reading->end + tail_units, SPELLING_PLAIN};
            return true;
        }
        if (bytes == 1 && strchr("nmeas", tail[0]) != NULL) return match_slip(units, size, at, out);
    }
    if (follows_river(units, size, reading->end)) out->found = false;
    out->spelling = reading->odd > 0 ? SPELLING_LOOK_ALIKE : split ? SPELLING_SPLIT : SPELLING_PLAIN;
    size_t domain = split_domain(units, size, reading->end);
    if (domain > reading->end) {
        out->end = domain;
        if (out->spelling == SPELLING_PLAIN) out->spelling = SPELLING_SPLIT;
    }
    return true;
}

bool brand_match_at(const struct brand_unit *units, size_t size, size_t at, struct brand_match *out) {
    const struct brand_unit *unit = &units[at];
    *out = (struct brand_match){.end = at + 1};
    if (unit->folded >= 0x600 && match_script(units, size, at, out)) return true;
    if (unit->kind == FOLD_WIDE && unit->style == FOLD_EXACT && unit->letter == 0) {
        return brand_kana_begins(unit->folded) && match_kana(units, size, at, out);
    }
    bool odd;
    char letter = stands_for(unit, &odd);
    if (letter == 0 || !starts_word(units, at)) return false;
    struct reading reading;
    if (letter == 'a' && read_letters(units, size, at, &reading) &&
        judge_reading(units, size, at, &reading, out)) {
        return true;
    }
    if (!is_letter(unit)) return false;
    if (letter == 'a' && unit->style == FOLD_EXACT && match_abbreviation(units, size, at, out)) return true;
    return (letter == 'a' && match_stuffed(units, size, at, out)) || match_slip(units, size, at, out);
}
