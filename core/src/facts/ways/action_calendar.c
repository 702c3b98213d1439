/* action_calendar: what a calendar or a contact card tells, which mail programs show as an
 * appointment or a person, also where the message has no words of its own.
 *
 * In: the parts that are not shown as text (RFC 5545, RFC 6350), whole or cut off. Out:
 * facts->actions: what their summary, description, place and notes ask for, and the
 * organizer who would get the answer.
 *
 * Gets past it: a file in an encoding that is not read. Wronged: nobody; an appointment of
 * Amazon's own asks for nothing and is answered to Amazon. */
#include "facts/ways/action_search.h"
#include "limits.h"

static bool is_told(struct str name) {
    static const struct str names[] = {STR_INIT("SUMMARY"),    STR_INIT("DESCRIPTION"), STR_INIT("LOCATION"),
                                       STR_INIT("COMMENT"),    STR_INIT("CONTACT"),     STR_INIT("NOTE"),
                                       STR_INIT("X-ALT-DESC"), STR_INIT("TEL")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal_ascii(name, names[i])) return true;
    return false;
}

static void add_organizer(struct search *search, struct str value) {
    size_t mail = str_find_ascii(value, STR("mailto:"), 0);
    if (mail == STR_NONE) return;
    struct str address = str_trim(str_skip(value, mail + 7));
    if (!address.size || action_is_amazon_address(address)) return;
    action_add_words(
        search,
        (struct action_fact){.kind = ACTION_REPLY_TO, .part = PART_TEXT, .words = address, .asked = true});
}

/* "\n" and "\," of the format as what they mean. */
static void put_value(struct str_builder *out, struct str value) {
    for (size_t i = 0; i < value.size; i++) {
        bool escaped = value.at[i] == '\\' && i + 1 < value.size;
        char byte = escaped ? value.at[++i] : value.at[i];
        str_builder_byte(out, escaped && ascii_lower(byte) == 'n' ? '\n' : byte);
    }
}

/* The values that are shown, a line each; a line that begins with a blank goes on. */
static struct str read_values(struct search *search, struct str lines) {
    struct str_builder text;
    str_builder_init(&text, search->arena, 256);
    bool told = false;
    while (lines.size) {
        struct str line = str_cut(&lines, '\n');
        if (line.size && (line.at[0] == ' ' || line.at[0] == '\t')) {
            if (told) put_value(&text, str_skip(line, 1));
            continue;
        }
        struct str value = line, name = str_cut(&value, ':');
        struct str whole = name;
        name = str_cut(&whole, ';');
        told = is_told(name);
        if (str_equal_ascii(name, STR("ORGANIZER"))) add_organizer(search, value);
        if (!told) continue;
        str_builder_byte(&text, '\n');
        put_value(&text, value);
    }
    return str_builder_view(&text);
}

void action_find_calendars(struct search *search) {
    struct str hidden = search->facts->message->document.hidden_text;
    size_t calendar = str_find_ascii(hidden, STR("BEGIN:VC"), 0);
    if (calendar == STR_NONE) return;
    struct search inside = *search;
    inside.apart = true;
    inside.text = read_values(search, str_slice(hidden, calendar, calendar + CALENDAR_BYTES_MAX));
    struct words words;
    words_find(search->arena, inside.text, &words);
    inside.words = &words;
    action_find_phones(&inside);
    action_find_beyond(&inside);
    action_find_forms(&inside);
}
