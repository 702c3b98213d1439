/* action: ways to act that are no links.
 *
 * In: words, the visible text, links, attachments. Out: facts->actions: a
 * telephone number to call, an address to write to, a reply, an attachment to
 * open, a QR code to scan, and requests for a code, a card's data or a gift
 * card. `main_call`: it is what the message wants done, that is, it is asked
 * for and no web link is there to be pressed for the same.
 *
 * A request and its opposite use the same words: "enter your code" / "never
 * share this code". So what is asked needs a word of asking in its sentence and
 * none of refusing.
 *
 * Gets past it: a number or address inside a picture. Wronged: Amazon's own mail
 * that names its support line; a number is only the main call when the reader is
 * told to ring it and nothing can be pressed. */
#include "facts/line.h"
#include "facts/words.h"

#define ASK_BYTES 90u
#define SENTENCE_BYTES 240u
#define PHONE_DIGITS_MIN 9u
#define PHONE_DIGITS_MAX 15u
#define PHONE_NEAR_BYTES 160u

struct search {
    struct arena *arena;
    struct facts *facts;
    struct str text;
    const struct words *words;
    bool has_call; /* a web link that the message wants pressed */
};

static void add(struct search *search, enum action_kind kind, struct span span, bool main_call) {
    size_t count = 0;
    for (size_t i = 0; i < search->facts->actions.size; i++)
        count += search->facts->actions.at[i].kind == kind;
    if (count >= ACTION_FACTS_MAX) return;
    struct action_fact *action = list_add(search->arena, &search->facts->actions);
    if (action != NULL) *action = (struct action_fact){kind, span, main_call};
}

/* A hit of the class in the same sentence, at most `bytes` away. */
static const struct word_hit *beside(const struct words *words, size_t at, enum word_class word_class,
                                     size_t bytes) {
    const struct word_hit *hit = &words->hits.at[at], *best = NULL;
    for (size_t i = at; i-- > 0;) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || hit->from > other->to + bytes) break;
        if (other->word_class == word_class) {
            best = other;
            break;
        }
    }
    for (size_t i = at; i < words->hits.size; i++) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || other->from > hit->to + bytes) break;
        if (other->word_class == word_class) return other;
    }
    return best;
}

static struct span over(const struct word_hit *left, const struct word_hit *right) {
    return (struct span){left->from < right->from ? left->from : right->from,
                         left->to > right->to ? left->to : right->to};
}

/* Is the thing asked for? A code that the message itself carries is there to be
 * entered; a password is typed anew after a reset; gift cards are sold. */
static const struct word_hit *find_ask(const struct search *search, size_t at, enum action_kind kind) {
    const struct words *words = search->words;
    const struct word_hit *tell = beside(words, at, WORD_tell, ASK_BYTES);
    if (tell != NULL) return tell;
    if (kind == ACTION_CODE && search->facts->sign_in.code.size > 0) return NULL;
    if (words->hits.at[at].word_class == WORD_password && search->facts->about == ABOUT_password_reset)
        return NULL;
    const struct word_hit *enter = beside(words, at, WORD_enter, ASK_BYTES);
    if (enter == NULL) enter = beside(words, at, WORD_reply, ASK_BYTES);
    if (enter != NULL || kind != ACTION_GIFT_CARD) return enter;
    bool urged =
        beside(words, at, WORD_payment, SENTENCE_BYTES) || beside(words, at, WORD_at_once, SENTENCE_BYTES);
    return urged ? beside(words, at, WORD_buy, ASK_BYTES) : NULL;
}

/* Requests: something secret or worth money, and a word of asking for it. */
static void find_requests(struct search *search) {
    static const struct {
        enum word_class thing;
        enum action_kind kind;
    } THINGS[] = {{WORD_code, ACTION_CODE},
                  {WORD_password, ACTION_CODE},
                  {WORD_card, ACTION_CARD},
                  {WORD_gift_card, ACTION_GIFT_CARD}};
    const struct words *words = search->words;
    for (size_t i = 0; i < words->hits.size; i++) {
        for (size_t k = 0; k < sizeof THINGS / sizeof *THINGS; k++) {
            if (words->hits.at[i].word_class != THINGS[k].thing) continue;
            const struct word_hit *ask = find_ask(search, i, THINGS[k].kind);
            if (ask == NULL || beside(words, i, WORD_never, SENTENCE_BYTES) != NULL) continue;
            /* what is to be sent by reply is asked for whatever can be pressed beside it */
            bool by_reply = beside(words, i, WORD_reply, ASK_BYTES) != NULL;
            add(search, THINGS[k].kind, over(&words->hits.at[i], ask), by_reply || !search->has_call);
        }
    }
}

static void find_pairs(struct search *search, enum word_class left, enum word_class right,
                       enum action_kind kind) {
    const struct words *words = search->words;
    for (size_t i = words_next(words, left, 0); i != STR_NONE; i = words_next(words, left, i + 1)) {
        const struct word_hit *ask = beside(words, i, right, ASK_BYTES);
        if (ask == NULL || beside(words, i, WORD_never, ASK_BYTES) != NULL) continue;
        add(search, kind, over(&words->hits.at[i], ask), !search->has_call);
    }
}

/* ---- telephone numbers ---- */

static bool is_phone_byte(char byte) {
    return byte == '-' || byte == ' ' || byte == '(' || byte == ')' || byte == '.' || byte == '/';
}

/* A telephone number at `at`: digits in groups, "+" or "0" or "1" in front. */
static size_t phone_end(struct str text, size_t at) {
    size_t digits = 0, groups = 0, end = at, signs = 0, dots = 0;
    if (text.at[at] == '+' || text.at[at] == '(') end++;
    bool group = false;
    for (size_t i = end; i < text.size && i - at < 28; i++) {
        if (ascii_is_digit((unsigned char)text.at[i])) {
            digits++;
            groups += !group;
            group = true;
            signs = 0;
            end = i + 1;
        } else if (is_phone_byte(text.at[i]) && ++signs <= 2) {
            dots += text.at[i] == '.';
            group = false;
        } else {
            break;
        }
    }
    bool dotted_quad = dots == 3 && groups == 4;
    return digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX && !dotted_quad ? end : at;
}

/* "888-123-4567": North American numbers begin with any digit. */
static bool is_north_american(struct str number) {
    return number.size == 12 && !ascii_is_digit((unsigned char)number.at[3]) && number.at[3] == number.at[7];
}

/* Order numbers (3-7-7), parcel numbers and dates are no telephone numbers. */
static bool is_other_number(struct str number) {
    bool order = number.size == 19 && number.at[3] == '-' && number.at[11] == '-';
    char first = number.at[0];
    bool starts = first == '+' || first == '(' || first == '0' || first == '1' || is_north_american(number);
    return order || !starts;
}

static void find_phones(struct search *search) {
    const struct words *words = search->words;
    struct str text = search->text;
    size_t hit = 0;
    for (size_t at = 0; at < text.size;) {
        bool starts = ascii_is_digit((unsigned char)text.at[at]) || text.at[at] == '+' || text.at[at] == '(';
        bool inside = at > 0 && (ascii_is_alnum((unsigned char)text.at[at - 1]) || text.at[at - 1] == '-' ||
                                 text.at[at - 1] == '#' || text.at[at - 1] == '/' || text.at[at - 1] == '=' ||
                                 text.at[at - 1] == '.');
        size_t end = starts && !inside ? phone_end(text, at) : at;
        if (end == at || is_other_number(str_slice(text, at, end))) {
            at = end > at ? end : at + 1;
            continue;
        }
        size_t from = at > PHONE_NEAR_BYTES ? at - PHONE_NEAR_BYTES : 0;
        while (hit < words->hits.size && words->hits.at[hit].from < from) hit++;
        bool phone = false, call = false, order = false;
        for (size_t i = hit; i < words->hits.size && words->hits.at[i].from < end + PHONE_NEAR_BYTES; i++) {
            enum word_class word_class = words->hits.at[i].word_class;
            phone = phone || word_class == WORD_phone;
            call = call || word_class == WORD_call_us;
            order = order || (word_class == WORD_order_number && words->hits.at[i].to <= at &&
                              at - words->hits.at[i].to < 16);
        }
        if ((phone || call) && !order)
            add(search, ACTION_PHONE, (struct span){at, end}, call && !search->has_call);
        at = end;
    }
}

/* ---- addresses, replies, attachments, QR codes ---- */

static bool is_mailto(const struct link_fact *link) { return str_equal(link->url.scheme, STR("mailto")); }

static bool is_amazon_address(struct str address) {
    size_t at = str_find_last_byte(address, '@');
    if (at == STR_NONE) return false;
    struct str host = str_skip(address, at + 1);
    size_t query = str_find_byte(host, '?', 0);
    if (query != STR_NONE) host = str_slice(host, 0, query);
    static const struct str HOSTS[] = {STR_INIT("amazon.co.jp"), STR_INIT("amazon.com"),
                                       STR_INIT("amazon.jp")};
    for (size_t i = 0; i < LINE_COUNT(HOSTS); i++) {
        if (!str_ends_ascii(host, HOSTS[i])) continue;
        if (host.size == HOSTS[i].size || host.at[host.size - HOSTS[i].size - 1] == '.') return true;
    }
    return false;
}

/* An address in the header lines of a forwarded message is nobody's request. */
static bool is_in_header_line(struct str text, struct span span) {
    size_t from = span.from;
    while (from > 0 && text.at[from - 1] != '\n' && span.from - from < LINE_BYTES_MAX) from--;
    return span.from < span.to && line_is_mail_header(str_trim(str_slice(text, from, span.to)));
}

static void find_mailtos(struct search *search) {
    const struct document *document = &search->facts->message->document;
    for (size_t i = 0; i < search->facts->links.size && i < document->links.size; i++) {
        const struct link_fact *link = &search->facts->links.at[i];
        if (!is_mailto(link) || document->links.at[i].hidden != HIDDEN_none) continue;
        if (is_in_header_line(search->text, document->links.at[i].span)) continue;
        bool main_call = link->call || (!search->has_call && document->links.at[i].button);
        if (!main_call && is_amazon_address(link->url.path)) continue;
        add(search, ACTION_MAILTO, document->links.at[i].span, main_call);
    }
}

/* "Reply to this mail", unless it says that nobody reads replies. */
static void find_replies(struct search *search) {
    const struct words *words = search->words;
    if (words_have(words, WORD_no_reply)) return;
    size_t i = words_next(words, WORD_reply, 0);
    if (i == STR_NONE) return;
    const struct word_hit *hit = &words->hits.at[i];
    add(search, ACTION_REPLY, (struct span){hit->from, hit->to}, !search->has_call);
}

static void find_attachments(struct search *search) {
    const struct message *message = search->facts->message;
    bool attached = false;
    for (size_t i = 0; i < message->attachments.size; i++)
        attached = attached || !message->attachments.at[i].inline_image;
    const struct words *words = search->words;
    size_t i = words_next(words, WORD_attachment, 0);
    for (; i != STR_NONE; i = words_next(words, WORD_attachment, i + 1)) {
        bool asked = beside(words, i, WORD_open, ASK_BYTES) != NULL;
        if (!asked || beside(words, i, WORD_never, SENTENCE_BYTES) != NULL) continue;
        struct span span = {words->hits.at[i].from, words->hits.at[i].to};
        add(search, ACTION_ATTACHMENT, span, attached && !search->has_call);
        attached = false; /* said once */
        return;
    }
    if (attached) add(search, ACTION_ATTACHMENT, (struct span){0, 0}, false);
}

static bool is_web(const struct link_fact *link) {
    return link->standing != STANDING_NOT_WEB && link->standing != STANDING_UNPARSABLE;
}

void action_find(struct arena *arena, struct facts *facts) {
    struct search search = {.arena = arena,
                            .facts = facts,
                            .text = facts->message->document.text,
                            .words = words_of_text(arena, facts)};
    for (size_t i = 0; i < facts->links.size; i++) {
        search.has_call = search.has_call || (facts->links.at[i].call && is_web(&facts->links.at[i]));
    }
    find_phones(&search);
    find_mailtos(&search);
    find_replies(&search);
    find_attachments(&search);
    find_pairs(&search, WORD_qr, WORD_scan, ACTION_QR);
    find_requests(&search);
    if (facts->sender.reply_to_elsewhere) add(&search, ACTION_REPLY_TO, (struct span){0, 0}, false);
}
