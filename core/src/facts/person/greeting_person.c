/* greeting_person: the person that order, dispatch and delivery mail names.
 *
 * In: the first lines, the registered names. Out: facts->greeting. Such mail
 * greets nobody and says whom the parcel goes to, on a line of its own: "姓　名 -
 * 都道府県" (../shared/facts/genuine_sentences.md), "EMMA - SEATTLE, WA" abroad; a
 * city may follow the prefecture, and the place may stand first. Goods have such
 * titles too: what is a link, a picture or a quote does not count, and a name that
 * is not registered counts beside a known place only.
 *
 * Gets past it: who knows name and prefecture (leaked addresses). Wronged: nobody: a
 * parcel for somebody else, a present, is a note. */
#include "facts/person/greeting_person.h"
#include "facts/person/greeting_lines.h"
#include "facts/person/greeting_name.h"
#include "facts/person/name.h"
#include "text/sentence_slot.h"

#define PLACE_BYTES_MAX 60u
#define NAME_BYTES_MAX 90u

/* "長野県", "長野県松本市". */
static bool is_prefecture(struct str place) {
    static const struct str ENDS[] = {STR_INIT("市"), STR_INIT("区"), STR_INIT("町"), STR_INIT("村"),
                                      STR_INIT("郡")};
    size_t size = sentence_slot_take(SENTENCE_SLOT_PREFECTURE, place);
    return size > 0 && (size == place.size || str_ends_any(place, STR_LIST(ENDS)));
}

/* "LONDON", "New York": Latin words that each begin with a capital. */
static bool is_capital_word(const struct line *line, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        char byte = line->bytes[i];
        bool letter = ascii_is_alpha((unsigned char)byte);
        bool begins = i == from || line->bytes[i - 1] == ' ';
        if (letter ? begins && !line->upper[i] : byte != ' ' && byte != '.' && byte != '\'') return false;
    }
    return from < to;
}

/* "SEATTLE, WA" */
static bool is_city_and_state(const struct line *line, struct str place) {
    size_t from = line_place(line, place), comma = str_find_byte(place, ',', 0);
    if (comma == STR_NONE || comma + 4 != place.size || place.at[comma + 1] != ' ') return false;
    return is_capital_word(line, from, from + comma) && line->upper[from + comma + 2] &&
           line->upper[from + comma + 3];
}

enum place { PLACE_NONE, PLACE_PERHAPS, PLACE_KNOWN };

static enum place judge_place(const struct line *line, struct str place) {
    if (place.size == 0 || place.size > PLACE_BYTES_MAX) return PLACE_NONE;
    if (is_prefecture(place) || is_city_and_state(line, place)) return PLACE_KNOWN;
    size_t from = line_place(line, place);
    return place.size > 3 && is_capital_word(line, from, from + place.size) ? PLACE_PERHAPS : PLACE_NONE;
}

/* Keeps the person when this line names one; true when it is a registered one. */
static bool read_person(struct arena *arena, struct facts *facts, const struct line *line, struct span span) {
    struct greeting_facts *greeting = &facts->greeting;
    size_t sign = str_find(line->text, STR(" - "), 0);
    if (sign == STR_NONE) return false;
    struct str name = str_slice(line->text, 0, sign), place = str_skip(line->text, sign + 3);
    enum place known = judge_place(line, place);
    if (known == PLACE_NONE) { /* the place first */
        struct str other = name;
        name = place;
        place = other;
        known = is_prefecture(place) ? PLACE_KNOWN : PLACE_NONE;
    }
    if (known == PLACE_NONE || name.size == 0 || name.size > NAME_BYTES_MAX) return false;
    const struct strings *names = &facts->options->profile.names;
    size_t from = line_place(line, name);
    struct str raw = line_raw(line, from, from + name.size);
    bool shaped = greeting_is_name(line, name);
    if (!shaped && !name_is_whole(arena, raw, names)) return false; /* "出品者: 山田太郎" */
    bool same = name_compare(arena, raw, names) == NAME_SAME;
    if (!same && (known != PLACE_KNOWN || greeting->beside_place)) return false;
    *greeting =
        (struct greeting_facts){.kind = GREETING_KIND_NAME, .name = raw, .span = span, .beside_place = true};
    return same;
}

void greeting_find_person(struct arena *arena, struct facts *facts, struct line *folded) {
    struct greeting_lines lines;
    greeting_lines_start(facts, &lines);
    while (greeting_lines_next(&lines)) {
        if (lines.image || lines.link || lines.quoted) continue;
        line_fold(folded, str_slice(lines.text, lines.span.from, lines.span.to));
        if (read_person(arena, facts, folded, lines.span)) return;
    }
}
