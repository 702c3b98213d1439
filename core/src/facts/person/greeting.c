/* greeting: whom the message greets, found as a person finds it.
 *
 * In: the visible text, recipient addresses, registered names. Out:
 * facts->greeting. The first lines are read from the top, as greeting_lines.h
 * gives them; the logo's text, the header lines of a forwarded message, a name in
 * what is quoted below the writer's own words and delivery addresses are no greeting; a
 * bare "name," counts near the top only.
 *
 * Gets past it: a right name (so it is never proof), or a greeting drawn as a
 * picture (then none is found, which counts as none). Wronged: Amazon's own
 * mail that greets nobody, such as code and order mail; how much a missing
 * greeting weighs depends on facts->about. */
#include "base/utf8.h"
#include "facts/facts.h"
#include "facts/person/greeting_line.h"
#include "facts/person/greeting_lines.h"
#include "facts/person/greeting_person.h"
#include "facts/person/name.h"
#include "limits.h"
#include "text/fold.h"

#define REGISTERED_BYTES_MAX 80u /* of a line that is a name */
#define BARE_LINES_MAX 12u       /* a bare "name," counts this near the top, */
#define GENERIC_LINES_MAX 20u    /* "dear customers" this near: below it somebody is spoken of */
#define ADDRESS_LINES_MAX 6u     /* a bare address this near: below it is a footer's */

struct search {
    struct arena *arena;
    struct facts *facts;
    struct greeting_lines lines;
    struct str text;
    struct str previous; /* the line above */
    struct span waiting; /* a "Hello" whose name may follow, empty without */
    struct span bare;    /* a line that is shaped like a name and nothing else, empty without */
};

static bool is_delivery_label(struct str line) {
    static const struct str LABELS[] = {STR_INIT("お届け先"), STR_INIT("届け先"),   STR_INIT("配送先"),
                                        STR_INIT("ship to"),  STR_INIT("注文者"),   STR_INIT("お名前"),
                                        STR_INIT("請求先"),   STR_INIT("ships to"), STR_INIT("宛先")};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        bool label = line.size < 60 && str_starts_ascii(line, LABELS[i]);
        if (label) return str_find_byte(line, '@', 0) == STR_NONE;
    }
    return false;
}

static void keep(struct search *search, struct span line, const struct greeting_line *found) {
    struct greeting_facts *greeting = &search->facts->greeting;
    greeting->kind = found->kind;
    greeting->name = found->name;
    greeting->honorific = found->honorific;
    greeting->span = line;
    if (!found->inline_text || found->name.size == 0) return;
    /* "Hi Taro, your package ...": the greeting is what stands before the text */
    size_t end = (size_t)(found->name.at - search->text.at) + found->name.size;
    struct str rest = str_slice(search->text, end, line.to);
    size_t cut = 0;
    static const struct str MARKS[] = {STR_INIT(","),    STR_INIT("、"),   STR_INIT("，"), STR_INIT("様"),
                                       STR_INIT("さま"), STR_INIT("さん"), STR_INIT("!"),  STR_INIT(":"),
                                       STR_INIT(")"),    STR_INIT("）")};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (str_starts(str_skip(rest, cut), MARKS[i])) cut += MARKS[i].size;
    }
    greeting->span.to = end + cut;
}

static void read_greeting(struct line *folded, struct str text, struct greeting_line *out) {
    line_fold(folded, text);
    greeting_line_read(folded, out);
}

static bool is_name(struct line *folded, struct str text) {
    line_fold(folded, text);
    return greeting_line_is_name(folded);
}

/* The name that "Hello" on the line above waits for, or "様" on this one. */
static bool read_joined(struct search *search, struct line *folded, struct span line) {
    struct str text = str_slice(search->text, line.from, line.to);
    struct greeting_line found = {0};
    bool honorific = str_equal(text, STR("様")) || str_equal(text, STR("さま")) ||
                     str_equal(text, STR("様,")) || str_equal(text, STR("様、"));
    if (honorific && is_name(folded, search->previous)) {
        size_t from = (size_t)(search->previous.at - search->text.at);
        struct span both = {from, line.to};
        read_greeting(folded, str_slice(search->text, both.from, both.to), &found);
        if (found.kind == GREETING_KIND_NONE) return false;
        keep(search, both, &found);
        return true;
    }
    if (search->waiting.from == search->waiting.to || !is_name(folded, text)) return false;
    struct span both = {search->waiting.from, line.to};
    read_greeting(folded, str_slice(search->text, both.from, both.to), &found);
    if (found.kind != GREETING_KIND_NAME && found.kind != GREETING_KIND_ADDRESS) return false;
    keep(search, both, &found);
    return true;
}

/* No sign that names do not have: "© 2026 山田太郎" names an owner. */
static bool has_letters_only(struct str text) {
    for (size_t at = 0; at < text.size;) {
        uint32_t c = utf8_next(text, &at);
        bool sign = (c >= 0x2000 && c < 0x2E80) || (c >= 0x3001 && c <= 0x3004) ||
                    (c >= 0x3006 && c <= 0x3020) || (c >= 0xFF00 && c < 0xFF21) || (c >> 16) == 1;
        bool blank = c == ' ' || c == 0xA0 || c == '.' || c == '\'' || c == '-';
        if (c < 0x80 ? !blank && !ascii_is_alpha((unsigned char)c) : sign || (c < 0xC0 && !blank))
            return false;
    }
    return true;
}

/* "Taro山田、", "Taro Yamada:": a registered name alone in its line, ended as
 * greetings are, in letters that names of strangers are not taken to have; or the
 * whole of it with nothing behind it, which a family name alone (林, 東, Mori) may
 * not have: goods and menus are called so. */
static bool is_registered_name(const struct search *search, struct str text, struct greeting_line *out) {
    static const struct str ends[] = {STR_INIT("、"), STR_INIT(","),  STR_INIT("，"),
                                      STR_INIT(":"),  STR_INIT("："), STR_INIT("!")};
    const struct strings *names = &search->facts->options->profile.names;
    if (names->size == 0 || text.size > REGISTERED_BYTES_MAX || search->lines.read > BARE_LINES_MAX)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!str_ends(text, ends[i])) continue;
        struct str name = str_trim(str_slice(text, 0, text.size - ends[i].size));
        if (name.size == 0 || name_compare(search->arena, name, names) != NAME_SAME) return false;
        *out = (struct greeting_line){.kind = GREETING_KIND_NAME, .name = name};
        return true;
    }
    if (search->lines.link || !has_letters_only(text) || !name_is_whole(search->arena, text, names))
        return false;
    *out = (struct greeting_line){.kind = GREETING_KIND_NAME, .name = text};
    return true;
}

/* "Taro Yamada" alone on its line, without a comma, and the next line goes on as
 * genuine mail does: a greeting where no other is found. */
static bool read_bare_above(struct search *search, struct line *folded, struct span line) {
    struct span above = search->bare;
    search->bare = (struct span){0, 0};
    bool near_top =
        !search->lines.link && search->lines.read <= BARE_LINES_MAX && !is_delivery_label(search->previous);
    line_fold(folded, str_slice(search->text, line.from, line.to));
    if (above.from < above.to && greeting_line_goes_on(folded)) {
        struct str name = str_slice(search->text, above.from, above.to);
        enum name_match match = name_compare(search->arena, name, &search->facts->options->profile.names);
        struct greeting_line found = {.kind = GREETING_KIND_NAME, .name = name};
        if (match == NAME_OTHER) return false; /* as likely a heading */
        keep(search, above, &found);
        return true;
    }
    if (near_top && greeting_line_is_whole_name(folded)) search->bare = line;
    return false;
}

/* Reads one line; true when the search is over. */
static bool read_line(struct search *search, struct line *folded) {
    struct span line = search->lines.span, waiting = search->waiting;
    struct str text = str_slice(search->text, line.from, line.to);
    if (text.size == 0 || line_is_mail_header(text) || search->lines.image) return false;
    if (!search->lines.quoted && read_joined(search, folded, line)) return true;
    struct greeting_line found;
    read_greeting(folded, text, &found);
    if (waiting.from < waiting.to && !found.honorific) { /* "Hello" it was, and nothing more */
        struct greeting_line bare = {.kind = GREETING_KIND_GENERIC, .certain = true};
        keep(search, waiting, &bare);
        return true;
    }
    bool named = found.kind == GREETING_KIND_NAME || found.kind == GREETING_KIND_NONE;
    if (search->lines.quoted && named) return false; /* somebody else wrote to that person */
    bool delivery = found.delivery || is_delivery_label(search->previous);
    if (found.kind == GREETING_KIND_NONE && !delivery) is_registered_name(search, text, &found);
    if (found.kind == GREETING_KIND_NONE) return read_bare_above(search, folded, line);
    if (delivery) return false;
    size_t most = found.kind == GREETING_KIND_ADDRESS ? ADDRESS_LINES_MAX : BARE_LINES_MAX;
    if (!found.certain && search->lines.read > most) return false;
    if (found.kind == GREETING_KIND_GENERIC && found.honorific && search->lines.read > GENERIC_LINES_MAX)
        return false;
    if (found.salutation_only && found.kind == GREETING_KIND_GENERIC) {
        search->waiting = line;
        return false;
    }
    keep(search, line, &found);
    return true;
}

static bool is_one_of(struct str address, const struct mailboxes *mailboxes) {
    for (size_t i = 0; i < mailboxes->size; i++) {
        if (mailboxes->at[i].address.size > 0 && str_equal_ascii(address, mailboxes->at[i].address))
            return true;
    }
    return false;
}

static bool is_local_part(struct str name, const struct mailboxes *mailboxes) {
    for (size_t i = 0; i < mailboxes->size; i++) {
        struct str address = mailboxes->at[i].address;
        size_t at = str_find_last_byte(address, '@');
        if (at != STR_NONE && str_equal_ascii(name, str_slice(address, 0, at))) return true;
    }
    return false;
}

/* Signs and digits make a local part: "taro.yamada", "linux-users", "yama01". */
static bool is_made_like_address(struct str name) {
    for (size_t i = 0; i < name.size; i++) {
        char byte = name.at[i];
        if (byte == '.' || byte == '_' || byte == '-' || byte == '+' || ascii_is_digit((unsigned char)byte))
            return true;
    }
    return false;
}

/* The spelling of the address goes to no name: "taro.yamada 様". */
static void judge_address(struct facts *facts) {
    struct greeting_facts *greeting = &facts->greeting;
    const struct envelope *envelope = facts_envelope(facts);
    if (greeting->kind == GREETING_KIND_ADDRESS) {
        greeting->is_recipient_address = is_one_of(greeting->name, &facts->recipient.addresses) ||
                                         is_one_of(greeting->name, &envelope->to);
        for (size_t i = 0; i < facts->options->profile.emails.size; i++) {
            greeting->is_recipient_address =
                greeting->is_recipient_address ||
                str_equal_ascii(greeting->name, facts->options->profile.emails.at[i]);
        }
    }
    if (greeting->kind != GREETING_KIND_NAME) return;
    greeting->is_local_part = is_local_part(greeting->name, &facts->recipient.addresses) ||
                              is_local_part(greeting->name, &envelope->to);
    if (greeting->is_local_part && is_made_like_address(greeting->name) && greeting->match != NAME_SAME) {
        greeting->kind = GREETING_KIND_ADDRESS;
        greeting->is_recipient_address = true;
        greeting->match = NAME_UNKNOWN;
    }
}

/* A business account greets by the firm: a person's name says nothing about that. */
static bool names_company(struct str name) {
    static const struct str forms[] = {STR_INIT("株式会社"), STR_INIT("有限会社"), STR_INIT("合同会社"),
                                       STR_INIT("(株)"),     STR_INIT("（株）"),   STR_INIT("㈱"),
                                       STR_INIT("法人"),     STR_INIT("GmbH"),     STR_INIT(" Inc"),
                                       STR_INIT(" Ltd"),     STR_INIT(" LLC"),     STR_INIT(" S.r.l")};
    return str_contains_any(name, STR_LIST(forms));
}

/* Mail about an order, and not of the account or a payment too. */
static bool may_name_person(const struct facts *facts) {
    bool ordered = facts->about == ABOUT_order || facts->about == ABOUT_dispatch ||
                   facts->about == ABOUT_delivery || facts->about == ABOUT_return_refund;
    return ordered && !(facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT));
}

void greeting_find(struct arena *arena, struct facts *facts) {
    struct search search = {.arena = arena, .facts = facts};
    struct line *folded = line_new(arena);
    bool found = false;
    if (folded == NULL) return;
    greeting_lines_start(facts, &search.lines);
    search.text = search.lines.text;
    while (!found && greeting_lines_next(&search.lines)) {
        struct span line = search.lines.span;
        struct str text = str_slice(search.text, line.from, line.to);
        if (search.lines.count > 3 && (str_equal(text, STR("--")) || str_starts(text, STR("__________"))))
            break;
        found = read_line(&search, folded);
        search.previous = str_slice(search.text, line.from, line.to);
    }
    if (!found && search.waiting.from < search.waiting.to) {
        struct greeting_line bare = {.kind = GREETING_KIND_GENERIC};
        keep(&search, search.waiting, &bare);
    }
    struct greeting_facts *greeting = &facts->greeting;
    if (greeting->kind == GREETING_KIND_NONE && may_name_person(facts))
        greeting_find_person(arena, facts, folded);
    if (greeting->kind == GREETING_KIND_NAME) {
        greeting->match = name_compare(arena, greeting->name, &facts->options->profile.names);
        /* what somebody passed on greets them, not the reader */
        bool passed_on = facts->forwarded && facts->recipient.match == RECIPIENT_FORWARDED;
        if (greeting->match == NAME_OTHER && (passed_on || names_company(greeting->name)))
            greeting->match = NAME_UNKNOWN;
    }
    judge_address(facts);
}
