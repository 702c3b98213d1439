/* Every row of tests/cases/links.tsv: a link, its standing, its notes. */
#include <stdlib.h>
#include <string.h>

#include "facts/links/link.h"
#include "unit/check.h"

static struct arena arena;

static struct str read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    static char text[1 << 20];
    size_t size = file ? fread(text, 1, sizeof text, file) : 0;
    if (file) fclose(file);
    return (struct str){text, size};
}

/* "\t", "\n" and the like of a JSON string. */
static struct str unquote(struct str text) {
    struct str_builder out;
    str_builder_init(&out, &arena, text.size);
    for (size_t i = 1; i + 1 < text.size; i++) {
        char byte = text.at[i];
        if (byte == '\\') byte = text.at[++i] == 't' ? '\t' : text.at[i] == 'n' ? '\n' : text.at[i];
        str_builder_byte(&out, byte);
    }
    return str_builder_view(&out);
}

static struct str class_name(enum official_class official) {
    switch (official) {
    case OFFICIAL_ACCOUNT:
        return STR("account");
    case OFFICIAL_SERVICE:
        return STR("service");
    case OFFICIAL_STATIC:
        return STR("static");
    case OFFICIAL_OTHERS_WORDS:
        return STR("others_words");
    case OFFICIAL_NONE:
        break;
    }
    return STR("none");
}

static bool is_standing(const struct link_fact *fact, struct str wanted) {
    while (wanted.size) {
        struct str class = str_cut(&wanted, '|'), name = str_cut(&class, '/');
        if (!str_equal(name, str_from(standing_name(fact->standing)))) continue;
        if (!class.size || str_equal(class, class_name(fact->official))) return true;
        if (str_equal(class, STR("amazon")) && fact->amazon_run) return true;
    }
    return false;
}

static bool has_note(const struct link_fact *fact, struct str names) {
    while (names.size) {
        struct str name = str_cut(&names, '|');
        for (int note = 0; note < URL_NOTE_COUNT; note++)
            if (str_equal(name, str_from(url_note_name((enum url_note)note))))
                if (fact->notes & ((uint64_t)1 << note)) return true;
    }
    return false;
}

static bool has_notes(const struct link_fact *fact, struct str wanted) {
    if (str_equal(wanted, STR("-"))) return true;
    while (wanted.size) {
        struct str note = str_cut(&wanted, ',');
        bool absent = note.size && note.at[0] == '!';
        if (has_note(fact, str_skip(note, absent)) == absent) return false;
    }
    return true;
}

static void print_notes(const struct link_fact *fact) {
    for (int note = 0; note < URL_NOTE_COUNT; note++)
        if (fact->notes & ((uint64_t)1 << note)) printf(" %s", url_note_name((enum url_note)note));
}

static void check_row(struct str row, unsigned long number) {
    struct str link = str_cut(&row, '\t'), standing = str_cut(&row, '\t'), notes = str_cut(&row, '\t');
    if (link.size && link.at[0] == '"') link = unquote(link);
    struct link_fact fact;
    link_judge(&arena, link, NULL, true, &fact);
    check_count++;
    if (is_standing(&fact, standing) && has_notes(&fact, notes)) return;
    check_failures++;
    printf("links.tsv:%lu: %.*s\n    %.*s\n    found  %s/%.*s%s", number, (int)row.size, row.at,
           (int)link.size, link.at, standing_name(fact.standing), (int)class_name(fact.official).size,
           class_name(fact.official).at, fact.amazon_run ? " (amazon)" : "");
    print_notes(&fact);
    printf("\n    wanted %.*s %.*s\n", (int)standing.size, standing.at, (int)notes.size, notes.at);
}

int main(void) {
    struct str rest = read_file(HONMONO_TESTS_DIR "/cases/links.tsv");
    unsigned long number = 0;
    while (rest.size) {
        struct str row = str_cut_line(&rest);
        number++;
        if (row.size && row.at[0] != '#') check_row(row, number);
    }
    CHECK(check_count >= 300);
    CHECK(!arena.failed);
    arena_release(&arena);
    return CHECK_END("facts_link_cases");
}
