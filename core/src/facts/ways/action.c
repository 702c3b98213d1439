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
 * told to ring it and nothing can be pressed, or to ring it when the order is not
 * theirs: that is for those who are frightened, and Amazon has pages for it. */
#include "brand/brand_names.h"
#include "facts/links/brand.h"
#include "facts/ways/action_search.h"
#include "facts/ways/file_kind.h"
#include "text/line.h"
#include "text/phone.h"

#define PHONE_NEAR_BYTES 160u

/* To be told to somebody, photographed or read out; a delivery's code is told to whoever
 * brings the parcel. */
static const struct word_hit *find_told(const struct words *words, size_t at, enum action_kind kind) {
    if (kind == ACTION_CODE && action_beside(words, at, WORD_courier, SENTENCE_BYTES) != NULL) return NULL;
    const struct word_hit *tell = action_beside(words, at, WORD_tell, ASK_BYTES);
    if (tell == NULL && kind == ACTION_GIFT_CARD) tell = action_beside(words, at, WORD_hand_over, ASK_BYTES);
    return tell;
}

/* Is the thing asked for? A code that the message itself carries is there to be
 * entered; a password is typed anew after a reset; gift cards are sold. */
static const struct word_hit *find_ask(const struct search *search, size_t at, enum action_kind kind) {
    const struct words *words = search->words;
    const struct word_hit *tell = find_told(words, at, kind);
    if (tell != NULL) return tell;
    if (kind == ACTION_CODE && search->facts->sign_in.code.size > 0) return NULL;
    if (words->hits.at[at].word_class == WORD_password && search->facts->about == ABOUT_password_reset)
        return NULL;
    const struct word_hit *enter = action_beside(words, at, WORD_enter, ASK_BYTES);
    if (enter == NULL) enter = action_beside(words, at, WORD_reply, ASK_BYTES);
    if (enter != NULL || kind != ACTION_GIFT_CARD) return enter;
    bool urged = action_beside(words, at, WORD_payment, SENTENCE_BYTES) ||
                 action_beside(words, at, WORD_at_once, SENTENCE_BYTES);
    return urged ? action_beside(words, at, WORD_buy, ASK_BYTES) : NULL;
}

bool action_is_amazon_address(struct str address) {
    size_t at = str_find_last_byte(address, '@');
    if (at == STR_NONE) return false;
    struct str host = str_skip(address, at + 1);
    size_t query = str_find_byte(host, '?', 0);
    if (query != STR_NONE) host = str_slice(host, 0, query);
    static const struct str HOSTS[] = {BRAND_ANSWER_HOSTS};
    for (size_t i = 0; i < LINE_COUNT(HOSTS); i++) {
        if (!str_ends_ascii(host, HOSTS[i])) continue;
        if (host.size == HOSTS[i].size || host.at[host.size - HOSTS[i].size - 1] == '.') return true;
    }
    return false;
}

/* The address of somebody else's stands in what asks for it. */
static bool asks_by_mail(const struct search *search, struct span span) {
    size_t sign = str_find_byte(search->text, '@', span.from), end = sign + 1;
    if (sign == STR_NONE || sign >= span.to) return false;
    while (end < search->text.size && (ascii_is_alnum((unsigned char)search->text.at[end]) ||
                                       search->text.at[end] == '.' || search->text.at[end] == '-'))
        end++;
    struct str address = str_slice(search->text, sign, end);
    return str_find_byte(address, '.', 0) != STR_NONE && !action_is_amazon_address(address);
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
            if (ask == NULL || action_beside(words, i, WORD_never, SENTENCE_BYTES) != NULL) continue;
            /* what is to be sent by mail is asked for whatever can be pressed beside it */
            struct span span = action_over(&words->hits.at[i], ask);
            bool by_mail =
                action_beside(words, i, WORD_reply, ASK_BYTES) != NULL || asks_by_mail(search, span);
            bool one_line = str_find_byte(str_slice(search->text, span.from, span.to), '\n', 0) == STR_NONE;
            bool told_here = one_line && find_told(words, i, THINGS[k].kind) != NULL;
            bool told = by_mail || told_here;
            /* "scan the code below" asks for no code to be told */
            bool scanned = THINGS[k].kind == ACTION_CODE && !told_here &&
                           action_beside(words, i, WORD_scan, ASK_BYTES) != NULL;
            action_add_fact(search, (struct action_fact){.kind = scanned ? ACTION_QR : THINGS[k].kind,
                                                         .span = span,
                                                         .asked = told,
                                                         .main_call = by_mail || !search->has_call,
                                                         .gone = told && one_line});
        }
    }
}

static void find_pairs(struct search *search, enum word_class left, enum word_class right,
                       enum action_kind kind) {
    const struct words *words = search->words;
    for (size_t i = words_next(words, left, 0); i != STR_NONE; i = words_next(words, left, i + 1)) {
        const struct word_hit *ask = action_beside(words, i, right, ASK_BYTES);
        if (ask == NULL || action_beside(words, i, WORD_never, ASK_BYTES) != NULL) continue;
        action_add(search, kind, action_over(&words->hits.at[i], ask), !search->has_call);
    }
}

/* ---- telephone numbers ---- */

enum { ORDER_LABEL_BYTES = 16, PHONES_READ_MAX = 2000, CALL_BYTES = 60 };

/* The words round a number: does one say that it is a telephone's, or to ring? */
struct around {
    bool phone, call, order;
    bool beside; /* the word of ringing stands right beside it */
    bool at_once;
    bool not_mine; /* "if this order is not yours, call ..." */
    bool undo;     /* it would be cancelled or paid back there */
    bool help;     /* for questions, or whoever carries or makes it */
};

static struct around look_around(const struct words *words, size_t *hit, const struct phone *number) {
    struct around around = {0};
    size_t from = number->from > PHONE_NEAR_BYTES ? number->from - PHONE_NEAR_BYTES : 0;
    while (*hit < words->hits.size && words->hits.at[*hit].from < from) ++*hit;
    for (size_t i = *hit; i < words->hits.size && words->hits.at[i].from < number->to + PHONE_NEAR_BYTES;
         i++) {
        const struct word_hit *word = &words->hits.at[i];
        around.phone = around.phone || word->word_class == WORD_phone;
        around.call = around.call || word->word_class == WORD_call_us;
        around.beside =
            around.beside || (word->word_class == WORD_call_us && word->from < number->to + CALL_BYTES &&
                              word->to + CALL_BYTES > number->from);
        around.at_once = around.at_once || word->word_class == WORD_at_once;
        around.not_mine = around.not_mine || word->word_class == WORD_not_mine;
        around.undo = around.undo || word->word_class == WORD_cancel || word->word_class == WORD_undo;
        around.help = around.help || word->word_class == WORD_question || word->word_class == WORD_carrier;
        around.order = around.order || (word->word_class == WORD_order_number && word->to <= number->from &&
                                        number->from - word->to < ORDER_LABEL_BYTES);
    }
    return around;
}

/* A number that is written as telephone numbers are stands for itself. */
void action_find_phones(struct search *search) {
    struct phone number;
    size_t hit = 0, read = 0;
    size_t at = search->hidden || search->apart
                    ? 0
                    : search->facts->message->body.from; /* not the header lines above it */
    for (; read < PHONES_READ_MAX && phone_find(search->text, &at, &number); read++) {
        struct around around = look_around(search->words, &hit, &number);
        if (around.order || !(number.certain || around.phone || around.call)) continue;
        /* a message to a phone that gives a service's number wants it rung */
        bool given = search->facts->brief && number.certain && !number.mobile;
        if (brand_is_telephone(str_slice(search->text, number.from, number.to))) continue;
        bool hurried = around.not_mine || around.at_once || (around.undo && !around.help) ||
                       search->facts->others_words.reason == OTHERS_WORDS_DELIVERED;
        bool main_call = (around.call && around.not_mine) || ((around.call || given) && !search->has_call);
        action_add_fact(search, (struct action_fact){.kind = ACTION_PHONE,
                                                     .span = {number.from, number.to},
                                                     .asked = around.beside && hurried,
                                                     .main_call = main_call});
    }
}

/* In the subject or the sender's name Amazon writes none; told to ring it there,
 * that is what the message wants. */
static void find_phones_in_head(struct search *search) {
    const struct envelope *envelope = facts_envelope(search->facts);
    const struct words *words = &search->facts->text.subject_words;
    struct phone number;
    size_t at = 0, hit = 0;
    if (phone_find(envelope->subject, &at, &number)) {
        struct around around = look_around(words, &hit, &number);
        struct str text = str_slice(envelope->subject, number.from, number.to);
        if (!around.order && (number.certain || around.phone || around.call))
            action_add_words(search, (struct action_fact){.kind = ACTION_PHONE,
                                                          .part = PART_SUBJECT,
                                                          .words = text,
                                                          .main_call = around.call});
    }
    for (size_t i = 0; i < envelope->from.size && i < ACTION_FACTS_MAX; i++) {
        struct str name = envelope->from.at[i].name;
        at = 0;
        if (phone_find(name, &at, &number) && number.certain)
            action_add_words(search, (struct action_fact){.kind = ACTION_PHONE,
                                                          .part = PART_FROM,
                                                          .words = str_slice(name, number.from, number.to),
                                                          .main_call = true});
    }
}

/* What only other mail programs show: the plain copy, the AMP part. */
static void find_phones_in_other_parts(struct search *search) {
    const struct document *document = &search->facts->message->document;
    for (size_t i = 0; i < search->facts->actions.size; i++)
        if (search->facts->actions.at[i].kind == ACTION_PHONE) return;
    for (size_t i = 0; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        struct phone number;
        size_t at = 0;
        if (run->hidden != HIDDEN_not_shown_part) continue;
        struct str text = str_slice(document->hidden_text, run->span.from, run->span.to);
        while (phone_find(text, &at, &number)) {
            if (!number.certain) continue;
            action_add_words(search, (struct action_fact){.kind = ACTION_PHONE,
                                                          .part = PART_TEXT,
                                                          .words = str_slice(text, number.from, number.to)});
            return;
        }
    }
}

/* As it is drawn, where controls turn a line. */
static void find_phones_as_drawn(struct search *search) {
    struct str text = search->facts->message->document.drawn_order;
    struct phone number;
    size_t at = 0;
    while (phone_find(text, &at, &number)) {
        if (!number.certain) continue;
        action_add_words(search, (struct action_fact){.kind = ACTION_PHONE,
                                                      .part = PART_TEXT,
                                                      .words = str_slice(text, number.from, number.to),
                                                      .main_call = !search->has_call});
        return;
    }
}

/* ---- addresses, replies, attachments, QR codes ---- */

static bool is_mailto(const struct link_fact *link) { return str_equal(link->url.scheme, STR("mailto")); }

/* An address in the header lines of a forwarded message is nobody's request. */
static bool is_in_header_line(struct str text, struct span span) {
    size_t from = span.from;
    while (from > 0 && text.at[from - 1] != '\n' && span.from - from < LINE_BYTES_MAX) from--;
    return span.from < span.to && line_is_mail_header(str_trim(str_slice(text, from, span.to)));
}

/* "tel:" and "sms:" behind a button or a text. */
static void find_telephone_links(struct search *search) {
    const struct document *document = &search->facts->message->document;
    for (size_t i = 0; i < search->facts->links.size && i < document->links.size; i++) {
        const struct link_fact *link = &search->facts->links.at[i];
        static const struct str schemes[] = {STR_INIT("tel"), STR_INIT("sms"), STR_INIT("smsto"),
                                             STR_INIT("facetime"), STR_INIT("callto")};
        if (!str_equal_any(link->url.scheme, STR_LIST(schemes))) continue;
        if (document->links.at[i].source == LINK_CODE) continue;
        if (document->links.at[i].hidden != HIDDEN_none || brand_is_telephone(link->url.path)) continue;
        bool texts = str_starts(link->url.scheme, STR("sms"));
        bool pressed = texts || document->links.at[i].button || link->text_calls || link->call;
        action_add_fact(search,
                        (struct action_fact){.kind = ACTION_PHONE,
                                             .span = document->links.at[i].span,
                                             .asked = pressed,
                                             .main_call = link->call || (!search->has_call && pressed)});
    }
}

static void find_mailtos(struct search *search) {
    const struct document *document = &search->facts->message->document;
    for (size_t i = 0; i < search->facts->links.size && i < document->links.size; i++) {
        const struct link_fact *link = &search->facts->links.at[i];
        if (!is_mailto(link) || document->links.at[i].hidden != HIDDEN_none) continue;
        if (document->links.at[i].source == LINK_CODE) continue;
        if (is_in_header_line(search->text, document->links.at[i].span)) continue;
        bool pressed =
            document->links.at[i].button || (link->text_calls && !action_is_amazon_address(link->url.path));
        bool main_call = link->call || (!search->has_call && pressed);
        if (!main_call && action_is_amazon_address(link->url.path)) continue;
        struct span span = document->links.at[i].span;
        bool form = document->links.at[i].source == LINK_FORM || document->links.at[i].source == LINK_BUTTON;
        bool address = str_find_byte(str_slice(search->text, span.from, span.to), '@', 0) != STR_NONE;
        bool undoes = !address && (form || action_near(search->words, span, WORD_undo, 0) ||
                                   action_near(search->words, span, WORD_cancel, 0) ||
                                   action_near(search->words, span, WORD_not_mine, 0));
        action_add_fact(search,
                        (struct action_fact){.kind = ACTION_MAILTO,
                                             .span = span,
                                             .asked = undoes && !action_is_amazon_address(link->url.path),
                                             .main_call = main_call});
    }
}

/* "Reply to this mail", unless it says that nobody reads replies. */
static void find_replies(struct search *search) {
    const struct words *words = search->words;
    if (words_have(words, WORD_no_reply)) return;
    size_t i = words_next(words, WORD_reply, 0);
    if (i == STR_NONE) return;
    const struct word_hit *hit = &words->hits.at[i];
    action_add(search, ACTION_REPLY, (struct span){hit->from, hit->to}, !search->has_call);
}

static void find_attachments(struct search *search) {
    const struct message *message = search->facts->message;
    bool attached = false, odd = false;
    struct str name = {0};
    for (size_t i = 0; i < message->attachments.size; i++) {
        const struct attachment *attachment = &message->attachments.at[i];
        if (attachment->inline_image) continue;
        odd = odd || file_kind(attachment->name, attachment->type) != FILE_PLAIN;
        if (!attached) name = attachment->name;
        attached = true;
    }
    const struct words *words = search->words;
    size_t i = words_next(words, WORD_attachment, 0);
    for (; i != STR_NONE; i = words_next(words, WORD_attachment, i + 1)) {
        bool asked = action_beside(words, i, WORD_open, ASK_BYTES) != NULL;
        if (!asked || action_beside(words, i, WORD_never, SENTENCE_BYTES) != NULL) continue;
        struct span span = {words->hits.at[i].from, words->hits.at[i].to};
        action_add_fact(search, (struct action_fact){.kind = ACTION_ATTACHMENT,
                                                     .span = span,
                                                     .asked = odd,
                                                     .main_call = attached && !search->has_call});
        attached = false; /* said once */
        return;
    }
    if (attached)
        action_add_words(
            search, (struct action_fact){.kind = ACTION_ATTACHMENT, .part = PART_ATTACHMENT, .words = name});
}

enum { CODE_CHARACTERS_MIN = 60 }; /* the smallest code to scan has 21 rows */

/* A code to scan, drawn in characters: U+2580-259F. */
static void find_drawn_code(struct search *search) {
    size_t count = 0;
    for (size_t at = 0; (at = str_find_byte(search->text, '\xE2', at)) != STR_NONE; at += 3) {
        if (at + 2 >= search->text.size) return;
        unsigned char second = (unsigned char)search->text.at[at + 1];
        bool block = second == 0x96 && (unsigned char)search->text.at[at + 2] <= 0x9F;
        if (!block || ++count < CODE_CHARACTERS_MIN) continue;
        action_add(search, ACTION_QR, (struct span){at, at + 3}, false);
        return;
    }
}

/* What its own markup hides, by a reckoning that a layout may not bear out
 * (moved away and pushed back, say), calls for nothing where it is honest. */
static void find_in_hidden_text(struct search *search) {
    const struct document *document = &search->facts->message->document;
    struct str_builder text;
    str_builder_init(&text, search->arena, 0);
    for (size_t i = 0; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden == HIDDEN_none || run->hidden == HIDDEN_not_shown_part) continue;
        str_builder_str(&text, str_slice(document->hidden_text, run->span.from, run->span.to));
        str_builder_byte(&text, '\n');
    }
    if (!text.size) return;
    struct words words;
    words_find(search->arena, str_builder_view(&text), &words);
    struct search hidden = {.arena = search->arena,
                            .facts = search->facts,
                            .text = str_builder_view(&text),
                            .words = &words,
                            .has_call = search->has_call,
                            .hidden = true};
    action_find_phones(&hidden);
    action_find_beyond(&hidden);
    action_find_forms(&hidden);
    find_replies(&hidden);
    find_pairs(&hidden, WORD_qr, WORD_scan, ACTION_QR);
    find_requests(&hidden);
}

void action_find(struct arena *arena, struct facts *facts) {
    struct search search = {
        .arena = arena, .facts = facts, .text = facts->message->document.text, .words = &facts->text.words};
    for (size_t i = 0; i < facts->links.size; i++) {
        search.has_call = search.has_call || (facts->links.at[i].call && action_is_web(&facts->links.at[i]));
    }
    action_find_phones(&search);
    find_phones_in_head(&search);
    find_phones_in_other_parts(&search);
    find_phones_as_drawn(&search);
    action_find_beyond(&search);
    action_find_forms(&search);
    action_find_calendars(&search);
    find_drawn_code(&search);
    find_telephone_links(&search);
    find_mailtos(&search);
    find_replies(&search);
    find_attachments(&search);
    find_pairs(&search, WORD_qr, WORD_scan, ACTION_QR);
    find_requests(&search);
    find_in_hidden_text(&search);
    if (facts->sender.reply_to_elsewhere)
        action_add_words(&search, (struct action_fact){.kind = ACTION_REPLY_TO,
                                                       .part = PART_HEADER,
                                                       .words = facts->sender.reply_to_host});
}
