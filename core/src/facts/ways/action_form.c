/* action_form: ways to act that are known by the form of what is written.
 *
 * In: words and text of one search, links, attachments. Out: facts->actions: a link that
 * pays with a coin or installs an app, a file that is a program, a mail address of somebody
 * else's where the reader shall write, a text message to send, a page to be found by
 * searching rather than by a link, cash to be handed over.
 *
 * Gets past it: a page named in words that neither say to search nor where. Wronged: a
 * maker's or carrier's address for questions counts only where an order is to be undone. */
#include "base/utf8.h"
#include "brand/brand_names.h"
#include "facts/links/brand.h"
#include "facts/ways/action_search.h"
#include "facts/ways/file_kind.h"
#include "limits.h"
#include "text/line.h"
#include "text/phone.h"

/* Bytes between a thing and the words that belong to it: half a line. */
enum { NEAR_BYTES = 60 };

static bool has_near(const struct search *search, struct span place, const enum word_class *classes,
                     size_t count, size_t bytes) {
    for (size_t i = 0; i < count; i++)
        if (action_near(search->words, place, classes[i], bytes)) return true;
    return false;
}

static bool is_refused_near(const struct search *search, struct span place) {
    static const enum word_class refusing[] = {WORD_never, WORD_about_fraud};
    return has_near(search, place, refusing, LINE_COUNT(refusing), SENTENCE_BYTES / 2);
}

/* ---- links that no browser opens ---- */

static bool is_coin(const struct link_fact *link) {
    static const struct str coins[] = {STR_INIT("bitcoin"),  STR_INIT("ethereum"), STR_INIT("litecoin"),
                                       STR_INIT("monero"),   STR_INIT("solana"),   STR_INIT("lightning"),
                                       STR_INIT("dogecoin"), STR_INIT("ripple"),   STR_INIT("tron")};
    return str_equal_any(link->url.scheme, STR_LIST(coins));
}

static void find_program_links(struct search *search) {
    static const struct str apps[] = {STR_INIT("itms-services"), STR_INIT("ms-appinstaller"),
                                      STR_INIT("intent")};
    const struct document *document = &search->facts->message->document;
    for (size_t i = 0; i < search->facts->links.size && i < document->links.size; i++) {
        const struct link_fact *link = &search->facts->links.at[i];
        const struct link *shown = &document->links.at[i];
        bool coin = is_coin(link);
        if (!coin && !str_equal_any(link->url.scheme, STR_LIST(apps))) continue;
        if (shown->hidden != HIDDEN_none || shown->source == LINK_CODE) continue;
        action_add_fact(search, (struct action_fact){.kind = coin ? ACTION_COIN : ACTION_APP,
                                                     .span = shown->span,
                                                     .asked = true,
                                                     .gone = coin});
    }
}

/* What a code opens that is no page: it calls, writes, pays, lets into a network. */
static void find_codes(struct search *search) {
    const struct facts *facts = search->facts;
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *link = &facts->links.at[i];
        struct str target;
        if (link_source_of(facts, i, &target) != LINK_CODE || action_is_web(link)) continue;
        if (brand_is_telephone(link->url.path) || action_is_amazon_address(link->url.path)) continue;
        action_add_words(search, (struct action_fact){.kind = ACTION_QR,
                                                      .part = PART_TEXT,
                                                      .words = target,
                                                      .asked = true,
                                                      .gone = is_coin(link),
                                                      .main_call = !search->has_call});
    }
}

/* ---- files ---- */

static void find_attached_programs(struct search *search) {
    const struct message *message = search->facts->message;
    for (size_t i = 0; i < message->attachments.size; i++) {
        const struct attachment *attachment = &message->attachments.at[i];
        if (attachment->inline_image || file_kind(attachment->name, attachment->type) != FILE_PROGRAM)
            continue;
        action_add_words(search, (struct action_fact){.kind = ACTION_APP,
                                                      .part = PART_ATTACHMENT,
                                                      .words = attachment->name,
                                                      .asked = true});
        return;
    }
}

/* "Run setup.exe", whatever the file stands. */
static void find_named_programs(struct search *search) {
    static const enum word_class doing[] = {WORD_run, WORD_apply, WORD_open, WORD_enter, WORD_request};
    size_t at = 0, from;
    for (size_t i = 0; i < ACTION_FORMS_MAX && file_kind_find_program(search->text, &at, &from); i++) {
        struct span place = {from, at};
        bool asked = has_near(search, place, doing, LINE_COUNT(doing), ASK_BYTES);
        if (is_refused_near(search, place)) continue;
        action_add_fact(search, (struct action_fact){.kind = ACTION_APP, .span = place, .asked = asked});
    }
}

/* ---- mail addresses that are written out ---- */

static bool is_address_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || byte == '.' || byte == '-' || byte == '_' || byte == '+';
}

/* An address, and where it is written. */
struct address {
    char at[2 * ACTION_ADDRESS_BYTES_MAX + 1];
    size_t from, to; /* of `at` */
    struct span place;
};

/* "@", in full width or in words. */
static const struct str signs[] = {STR_INIT("@"), STR_INIT("＠"), STR_INIT("(at)"), STR_INIT("[at]")};

/* Where the next one of each stands: a text is searched once for each. */
struct next_signs {
    size_t at[LINE_COUNT(signs)];
};

static bool next_sign(struct str text, size_t from, struct next_signs *next, struct span *out) {
    *out = (struct span){STR_NONE, STR_NONE};
    for (size_t i = 0; i < LINE_COUNT(signs); i++) {
        if (next->at[i] < from || from == 0) next->at[i] = str_find(text, signs[i], from);
        if (next->at[i] < out->from) *out = (struct span){next->at[i], next->at[i] + signs[i].size};
    }
    return out->from != STR_NONE;
}

/* The sign at `*at` as ASCII, "(dot)" as a dot. */
static uint32_t read_sign(struct str text, size_t *at) {
    static const struct str dots[] = {STR_INIT("(dot)"), STR_INIT("[dot]"), STR_INIT("(ドット)")};
    struct str rest = str_skip(text, *at);
    for (size_t i = 0; i < LINE_COUNT(dots); i++) {
        if (!str_starts_ascii(rest, dots[i])) continue;
        *at += dots[i].size;
        return '.';
    }
    uint32_t point = utf8_next(text, at);
    return point > 0xFF00 && point < 0xFF5F ? point - 0xFEE0 : point;
}

static size_t skip_blanks(struct str text, size_t at) {
    while (at < text.size && text.at[at] == ' ') at++;
    return at;
}

/* The address round a sign; an empty one when there is none. */
static struct str address_round(struct str text, struct span sign, struct address *out) {
    bool in_words = sign.to > sign.from + 3, dot = false;
    out->from = ACTION_ADDRESS_BYTES_MAX;
    out->to = ACTION_ADDRESS_BYTES_MAX + 1;
    out->at[ACTION_ADDRESS_BYTES_MAX] = '@';
    out->place = sign;
    while (in_words && out->place.from > 0 && text.at[out->place.from - 1] == ' ') out->place.from--;
    while (out->from > 0 && out->place.from > 0) {
        size_t at = utf8_floor(text, out->place.from - 1), next = at;
        uint32_t point = read_sign(text, &next);
        if (point >= 0x80 || !is_address_byte((char)point)) break;
        out->at[--out->from] = (char)point;
        out->place.from = at;
    }
    for (size_t at = in_words ? skip_blanks(text, sign.to) : sign.to; at < text.size;) {
        if (in_words && text.at[at] == ' ' && str_starts_ascii(str_skip(text, at + 1), STR("(dot"))) at++;
        bool spelt = text.at[at] == '(' || text.at[at] == '[';
        uint32_t point = read_sign(text, &at);
        if (point >= 0x80 || !is_address_byte((char)point) || out->to == sizeof out->at) break;
        if (spelt) at = skip_blanks(text, at);
        dot = dot || point == '.';
        out->at[out->to++] = (char)point;
        out->place.to = at;
    }
    while (out->at[out->to - 1] == '.') out->to--;
    bool whole = dot && out->from < ACTION_ADDRESS_BYTES_MAX && out->to > ACTION_ADDRESS_BYTES_MAX + 1;
    return whole ? (struct str){out->at + out->from, out->to - out->from} : STR("");
}

static bool is_persons(const struct facts *facts, struct str address) {
    const struct strings *own = &facts->options->profile.emails;
    for (size_t i = 0; i < own->size; i++)
        if (str_equal_ascii(own->at[i], address)) return true;
    for (size_t i = 0; i < facts->recipient.addresses.size; i++)
        if (str_equal_ascii(facts->recipient.addresses.at[i].address, address)) return true;
    return false;
}

/* "Write to desk@e.example to cancel": somebody else's, where what was bought is to be undone. */
static void find_addresses(struct search *search) {
    static const enum word_class doing[] = {WORD_call_us, WORD_reply, WORD_tell, WORD_add_contact,
                                            WORD_enter};
    static const enum word_class why[] = {WORD_not_mine, WORD_undo,     WORD_at_once, WORD_personal,
                                          WORD_code,     WORD_password, WORD_card};
    static const enum word_class help[] = {WORD_question, WORD_carrier, WORD_review};
    struct str text = search->text;
    size_t at = search->hidden || search->apart ? 0 : search->facts->message->body.from;
    struct span sign;
    struct next_signs next = {{0}};
    size_t foreign = 0;
    for (; foreign < ACTION_FORMS_MAX && next_sign(text, at, &next, &sign); at = sign.to) {
        struct address written;
        struct str address = address_round(text, sign, &written);
        struct span place = written.place;
        if (!address.size || action_is_amazon_address(address) || is_persons(search->facts, address))
            continue;
        foreign++;
        if (!has_near(search, place, doing, LINE_COUNT(doing), NEAR_BYTES)) continue;
        if (!has_near(search, place, why, LINE_COUNT(why), SENTENCE_BYTES / 2)) continue;
        if (has_near(search, place, help, LINE_COUNT(help), SENTENCE_BYTES / 2)) continue;
        if (is_refused_near(search, place)) continue;
        action_add_fact(search, (struct action_fact){.kind = ACTION_MAILTO, .span = place, .asked = true});
    }
}

/* ---- text messages ---- */

/* "Text CANCEL to 202-555-0142": Amazon asks for none to a whole number. */
static void find_texted(struct search *search) {
    static const enum word_class doing[] = {WORD_request, WORD_enter, WORD_tell, WORD_reply, WORD_call_us};
    const struct words *words = search->words;
    size_t last = 0;
    for (size_t i = words_next(words, WORD_sms, 0); i != STR_NONE; i = words_next(words, WORD_sms, i + 1)) {
        const struct word_hit *hit = &words->hits.at[i];
        size_t from = hit->from > NEAR_BYTES ? hit->from - NEAR_BYTES : 0;
        if (from < last) from = last;
        last = hit->to;
        struct phone number;
        struct str near = str_slice(search->text, 0, hit->to + NEAR_BYTES);
        while (from < near.size && ((unsigned char)near.at[from] & 0xC0) == 0x80) from++;
        if (!phone_find(near, &from, &number)) continue;
        bool asked = false;
        for (size_t k = 0; k < LINE_COUNT(doing); k++)
            asked = asked || action_beside(words, i, doing[k], ASK_BYTES) != NULL;
        if (!asked || action_is_refused(words, i)) continue;
        struct span span = {hit->from < number.from ? hit->from : number.from,
                            hit->to > number.to ? hit->to : number.to};
        action_add_fact(search, (struct action_fact){.kind = ACTION_PHONE, .span = span, .asked = true});
        return;
    }
}

/* ---- pages to be found by searching ---- */

/* Told to type Amazon's own address: what Amazon advises, too. */
static bool names_amazon(const struct search *search, struct span span) {
    static const struct str hosts[] = {BRAND_ANSWER_HOSTS};
    size_t from = span.from > NEAR_BYTES ? span.from - NEAR_BYTES : 0;
    struct str text = str_slice(search->text, from, span.to + NEAR_BYTES);
    for (size_t i = 0; i < LINE_COUNT(hosts); i++)
        if (str_find_ascii(text, hosts[i], 0) != STR_NONE) return true;
    return false;
}

/* "Search for ... and open the first result": a page that no link shows. To look for an
 * order in one's orders, or for a word in the help, names no engine and no place. */
static void find_searches(struct search *search) {
    static const enum word_class looking[] = {WORD_search, WORD_add_contact};
    const struct words *words = search->words;
    for (size_t k = 0; k < LINE_COUNT(looking); k++) {
        for (size_t i = words_next(words, looking[k], 0); i != STR_NONE;
             i = words_next(words, looking[k], i + 1)) {
            const struct word_hit *where = action_beside(words, i, WORD_first_hit, SENTENCE_BYTES);
            if (!where && k == 0) where = action_beside(words, i, WORD_engine, ASK_BYTES);
            if (!where || action_is_refused(words, i)) continue;
            if (action_beside(words, i, WORD_review, SENTENCE_BYTES)) continue;
            struct span span = action_over(&words->hits.at[i], where);
            if (names_amazon(search, span)) continue;
            action_add_fact(search, (struct action_fact){.kind = ACTION_SEARCH, .span = span, .asked = true});
            return;
        }
    }
}

void action_find_forms(struct search *search) {
    find_named_programs(search);
    find_addresses(search);
    find_texted(search);
    find_searches(search);
    if (search->hidden || search->apart) return;
    find_program_links(search);
    find_codes(search);
    find_attached_programs(search);
}
