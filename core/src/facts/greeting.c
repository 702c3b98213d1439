/* greeting: whom the message greets, found as a person finds it.
 *
 * In: the visible text, recipient addresses, registered names. Out:
 * facts->greeting. The first lines are read from the top; the logo's text, the
 * header lines of a forwarded message and delivery addresses are no greeting;
 * a bare "name," counts near the top only.
 *
 * Gets past it: a right name (so it is never proof), or a greeting drawn as a
 * picture (then none is found, which counts as none). Wronged: Amazon's own
 * mail that greets nobody, such as code and order mail; how much a missing
 * greeting weighs depends on facts->about. */
#include "facts/facts.h"
#include "facts/fold.h"
#include "facts/greeting_line.h"
#include "facts/name.h"
#include "facts/sentence_slot.h"
#include "limits.h"

#define REGISTERED_BYTES_MAX 80u /* of a line that is a name */
#define BARE_LINES_MAX 12u       /* a bare "name," counts this near the top, */
#define GENERIC_LINES_MAX 20u    /* "dear customers" this near: below it somebody is spoken of */
#define ADDRESS_LINES_MAX 6u     /* a bare address this near: below it is a footer's */

struct search {
    struct arena *arena;
    struct facts *facts;
    struct str text;
    size_t at, lines;
    struct str previous; /* the line above */
    struct span waiting; /* a "Hello" whose name may follow, empty without */
    size_t run;          /* document run that the line begins in */
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

/* All of the line is alternative text: a logo greets nobody. */
static bool is_image_line(struct search *search, struct span line) {
    const struct document *document = &search->facts->message->document;
    size_t run = search->run;
    while (run < document->runs.size &&
           (document->runs.at[run].hidden != HIDDEN_none || document->runs.at[run].span.to <= line.from)) {
        run++;
    }
    search->run = run;
    bool image = false;
    for (; run < document->runs.size && document->runs.at[run].span.from < line.to; run++) {
        const struct run *next = &document->runs.at[run];
        if (next->hidden != HIDDEN_none || next->span.from == next->span.to) continue;
        if (!next->image) return false;
        image = true;
    }
    return image;
}

/* The next line that is not empty, as a span of the text. */
static bool next_line(struct search *search, struct span *out) {
    while (search->at < search->text.size && search->lines < GREETING_LINES_MAX) {
        size_t from = search->at, end = str_find_byte(search->text, '\n', from);
        if (end == STR_NONE) end = search->text.size;
        search->at = end + 1;
        struct str line = str_trim(str_slice(search->text, from, end));
        if (line.size == 0) continue;
        search->lines++;
        from = (size_t)(line.at - search->text.at);
        *out = (struct span){from, from + line.size};
        return true;
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

/* "Taro山田、", "Taro Yamada:": a registered name alone in its line, ended as
 * greetings are, in letters that names of strangers are not taken to have. */
static bool is_registered_name(const struct search *search, struct str text, struct greeting_line *out) {
    static const struct str ends[] = {STR_INIT("、"), STR_INIT(","),  STR_INIT("，"),
                                      STR_INIT(":"),  STR_INIT("："), STR_INIT("!")};
    const struct strings *names = &search->facts->options->profile.names;
    if (names->size == 0 || text.size > REGISTERED_BYTES_MAX || search->lines > BARE_LINES_MAX) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!str_ends(text, ends[i])) continue;
        struct str name = str_trim(str_slice(text, 0, text.size - ends[i].size));
        if (name.size == 0 || name_compare(search->arena, name, names) != NAME_SAME) return false;
        *out = (struct greeting_line){.kind = GREETING_KIND_NAME, .name = name};
        return true;
    }
    return false;
}

/* Reads one line; true when the search is over. */
static bool read_line(struct search *search, struct line *folded, struct span line) {
    struct str text = str_slice(search->text, line.from, line.to);
    struct span waiting = search->waiting;
    while (text.size > 0 && (text.at[0] == '>' || text.at[0] == ' ')) text = str_skip(text, 1); /* quoted */
    line.from = line.to - text.size;
    if (text.size == 0 || line_is_mail_header(text) || is_image_line(search, line)) return false;
    if (read_joined(search, folded, line)) return true;
    struct greeting_line found;
    read_greeting(folded, text, &found);
    if (waiting.from < waiting.to && !found.honorific) { /* "Hello" it was, and nothing more */
        struct greeting_line bare = {.kind = GREETING_KIND_GENERIC, .certain = true};
        keep(search, waiting, &bare);
        return true;
    }
    if (found.kind == GREETING_KIND_NONE) is_registered_name(search, text, &found);
    if (found.kind == GREETING_KIND_NONE || found.delivery || is_delivery_label(search->previous))
        return false;
    size_t most = found.kind == GREETING_KIND_ADDRESS ? ADDRESS_LINES_MAX : BARE_LINES_MAX;
    if (!found.certain && search->lines > most) return false;
    if (found.kind == GREETING_KIND_GENERIC && found.honorific && search->lines > GENERIC_LINES_MAX)
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

/* "山田　太郎 - 東京都": the name before a prefecture, "" for other lines. */
static struct str name_beside_place(struct str line) {
    static const struct str dashes[] = {STR_INIT("-"), STR_INIT("－"), STR_INIT("‐"),
                                        STR_INIT("–"), STR_INIT("—"),  STR_INIT("−")};
    for (size_t i = 0; i < LINE_COUNT(dashes); i++) {
        size_t at = str_find(line, dashes[i], 0);
        if (at == STR_NONE) continue;
        struct str place = line_strip(str_trim(str_skip(line, at + dashes[i].size)));
        if (place.size && sentence_slot_take(SENTENCE_SLOT_PREFECTURE, place) == place.size)
            return line_strip(str_trim(str_slice(line, 0, at)));
    }
    return STR("");
}

/* Order and delivery mail greets nobody, but names the person it is sent to. */
static void find_beside_place(struct search *search, struct line *folded) {
    struct span line;
    search->at = search->lines = 0;
    while (next_line(search, &line)) {
        struct str name = name_beside_place(str_slice(search->text, line.from, line.to));
        if (!name.size || !is_name(folded, name)) continue;
        struct greeting_facts *greeting = &search->facts->greeting;
        *greeting = (struct greeting_facts){
            .kind = GREETING_KIND_NAME, .name = name, .span = line, .beside_place = true};
        return;
    }
}

void greeting_find(struct arena *arena, struct facts *facts) {
    struct search search = {.arena = arena, .facts = facts, .text = facts->message->document.text};
    struct line *folded = line_new(arena);
    struct span line;
    bool found = false;
    if (folded == NULL) return;
    while (!found && next_line(&search, &line)) {
        struct str text = str_slice(search.text, line.from, line.to);
        if (search.lines > 3 && (str_equal(text, STR("--")) || str_starts(text, STR("__________")))) break;
        found = read_line(&search, folded, line);
        search.previous = str_slice(search.text, line.from, line.to);
    }
    if (!found && search.waiting.from < search.waiting.to) {
        struct greeting_line bare = {.kind = GREETING_KIND_GENERIC};
        keep(&search, search.waiting, &bare);
    }
    struct greeting_facts *greeting = &facts->greeting;
    bool ordered = facts->about == ABOUT_order || facts->about == ABOUT_dispatch ||
                   facts->about == ABOUT_delivery || facts->about == ABOUT_return_refund;
    if (greeting->kind == GREETING_KIND_NONE && ordered) find_beside_place(&search, folded);
    if (greeting->kind == GREETING_KIND_NAME) {
        greeting->match = name_compare(arena, greeting->name, &facts->options->profile.names);
        /* what somebody passed on greets them, not the reader */
        bool passed_on = facts->forwarded && facts->recipient.match == RECIPIENT_FORWARDED;
        if (greeting->match == NAME_OTHER && (passed_on || names_company(greeting->name)))
            greeting->match = NAME_UNKNOWN;
    }
    judge_address(facts);
}
