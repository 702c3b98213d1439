/* claim: does this message say, or want to be taken to say, that it is Amazon's?
 *
 * In: sender, brand words, links and what the message is about. Out: struct
 * claim_facts. Without a claim nothing is judged but links, so a fake that is
 * missed here is missed for good; and a friend, a newsletter, a shop or a bank
 * that mentions Amazon must not be judged as if it were Amazon.
 *
 * What decides is how the name is used, not that it occurs: as the sender's
 * name; as the mark at the head of a subject; or beside words for the reader's
 * own account, payment or order ("your Amazon account"). A sender that names
 * itself and links to its own site is taken at its word where the matter is an
 * order or an advertisement, and where it speaks about fraud in general; never
 * where it speaks as Amazon of the reader's account or payment.
 *
 * An attacker would name somebody else as sender and keep the name out of the
 * subject: the body must still say whose account is meant. */
#include "base/utf8.h"

#include "brand/brand_names.h"
#include "decode/unicode.h"
#include "facts/claim/claim_context.h"
#include "facts/claim/claim_letter.h"
#include "facts/claim/claim_sender.h"
#include "facts/claim/claim_uses.h"
#include "facts/claim/link_lead.h"
#include "facts/links/brand.h"
#include "facts/links/link.h"
#include "facts/links/link_text.h"
#include "facts/sender/answer.h"
#include "facts/sender/sender_role.h"
#include "text/words.h"

/* Kinds of mail that Amazon writes to a customer about the customer's own things. */
static bool is_customer_matter(const struct facts *facts) {
    if (facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) return true;
    return facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery ||
           facts->about == ABOUT_return_refund || facts->about == ABOUT_points_gift ||
           facts->about == ABOUT_gift_card || facts->about == ABOUT_survey;
}

/* "Amazon Mastercard": the bank that issues it writes in its name, nobody else. */
static bool names_card(struct arena *arena, struct str name) {
    static const struct str cards[] = {STR_INIT("mastercard"), STR_INIT("マスターカード"), STR_INIT("visa"),
                                       STR_INIT("card"), STR_INIT("カード")};
    return str_contains_any(unicode_nfkc_casefold(arena, name), STR_LIST(cards));
}

/* The name in a display name, unless it is part of somebody else's. */
static bool name_claims(struct arena *arena, const struct facts *facts, const struct sender_fact *sender) {
    if (!sender->name_claims_brand) return false;
    struct str name = sender->mailbox.name;
    bool card = names_card(arena, name);
    struct host_judgement judgement;
    brand_judge_domain(arena, sender->mailbox.domain, &judgement);
    if (card && judgement.partner) return false;
    for (size_t i = 0; i < facts->text.brand_words.size; i++) {
        const struct brand_word *word = &facts->text.brand_words.at[i];
        if (word->part != PART_FROM || word->word.at < name.at || word->word.at >= name.at + name.size)
            continue;
        size_t from = (size_t)(word->word.at - name.at);
        struct str before = str_slice(name, 0, from), after = str_skip(name, from + word->word.size);
        if (card || claim_context_find(arena, before, after) != CONTEXT_OTHERS) return true;
    }
    return false;
}

/* "AWS Billing", "Audible", "Kindle Support": Amazon's, without its name. */
static bool names_service(struct arena *arena, struct str name) {
    static const struct str services[] = {BRAND_SERVICES};
    name = str_trim(unicode_nfkc_casefold(arena, name));
    for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
        if (!str_starts(name, services[i])) continue;
        struct str rest = str_skip(name, services[i].size);
        if (rest.size && ascii_is_alnum((unsigned char)rest.at[0])) continue;
        if (str_trim(rest).size == 0 || sender_role_is_name(arena, str_trim(rest))) return true;
    }
    return false;
}

static enum claim_basis judge_sender(struct arena *arena, const struct facts *facts, struct claim_uses uses) {
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (name_claims(arena, facts, sender)) return CLAIM_SENDER_NAME;
        if (sender->standing == STANDING_IMPERSONATING) return CLAIM_SENDER_ADDRESS;
        bool amazon_like = sender->standing == STANDING_OFFICIAL || sender->local_part_claims_brand;
        /* IMDb, Twitch and the like speak for themselves, except of accounts */
        if (sender->sister && !(facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT))) continue;
        bool serious = is_customer_matter(facts) || (facts->about_flags & ABOUT_OTHERS_WORDS) ||
                       uses.in_subject || uses.image;
        if (amazon_like &&
            (sender_role_is_address(sender->mailbox.address) || !sender->mailbox.name.size || serious))
            return CLAIM_SENDER_ADDRESS;
    }
    return CLAIM_NONE;
}

/* Words with a dot, which only some programs make a link of: amazon-orders.py. */
static bool is_uncertain_link(const struct facts *facts, size_t i) {
    const struct document *document = &facts->message->document;
    if (i >= document->links.size || !document->links.at[i].uncertain) return false;
    return !facts->brief || str_find_byte(document->links.at[i].shown, '/', 0) == STR_NONE;
}

/* The message explains fakes instead of acting as Amazon. */
static bool speaks_of_fraud(const struct facts *facts) {
    return facts->about == ABOUT_fraud_notice || words_have(&facts->text.words, WORD_about_fraud) ||
           words_have(&facts->text.subject_words, WORD_about_fraud);
}

enum { CALLS_READ_MAX = 200 }; /* more calls than honest mail has */

/* A web link that the reader is to press to confirm, pay or enter something: by
 * its own text, or by the sentence before it. */
static bool find_asks(struct arena *arena, const struct facts *facts) {
    size_t calls = 0;
    for (size_t i = 0; i < facts->links.size && i < facts->message->document.links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->standing == STANDING_NOT_WEB || fact->standing == STANDING_OFFICIAL || !fact->call)
            continue;
        if (claim_quotes_link(facts, i)) continue;
        if (fact->text_calls || ++calls > CALLS_READ_MAX) return true;
        if (link_lead_asks(arena, facts, i)) return true;
    }
    return false;
}

static bool asks_to_act(struct arena *arena, struct facts *facts) {
    if (facts->claim.asks == ASKS_NOT_LOOKED) facts->claim.asks = find_asks(arena, facts) ? ASKS : ASKS_NOT;
    return facts->claim.asks == ASKS;
}

/* A link is a claim by itself: to a host that looks like Amazon's, or to
 * Amazon's own in account matters, unless somebody who writes in a name of
 * their own, from their own site, asks for nothing there. */
static enum claim_basis judge_links(struct arena *arena, struct facts *facts, bool strict) {
    struct domain own = {0};
    const struct document *document = &facts->message->document;
    if (strict && claim_is_other_party(arena, facts, &own) && !asks_to_act(arena, facts)) strict = false;
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (claim_quotes_link(facts, i)) continue;
        if (fact->standing == STANDING_IMPERSONATING && !is_uncertain_link(facts, i)) return CLAIM_LINK;
        if (i < document->links.size && link_text_is_shop_name(&document->links.at[i])) continue;
        if (strict && fact->standing == STANDING_OFFICIAL && fact->official == OFFICIAL_ACCOUNT)
            return CLAIM_LINK;
        if (strict && fact->standing == STANDING_SHORTENER && fact->amazon_run) return CLAIM_LINK;
    }
    return CLAIM_NONE;
}

/* "Your Amazon order", from a name that the domain knows nothing of, who wants
 * something pressed there. (Only Latin names can be compared with a domain.) */
static bool poses_by_person(struct arena *arena, struct facts *facts, struct claim_uses uses,
                            const struct domain *own) {
    return uses.to_customer_in_subject && uses.customer > uses.to_customer_in_subject &&
           utf8_is_ascii(facts->sender.from.at[0].mailbox.name) && !claim_goes_by_domain(arena, facts, own) &&
           asks_to_act(arena, facts);
}

/* May somebody who names themselves speak of Amazon here without speaking as
 * Amazon? Of orders and offers always; of the account or a payment only when
 * nothing is asked of the reader there, or when Amazon is mentioned from outside
 * by somebody who goes by the name of their own domain. */
static bool speaks_for_itself(struct arena *arena, struct facts *facts, struct claim_uses uses, bool strict) {
    struct domain own = {0};
    if (!claim_is_other_party(arena, facts, &own)) return false;
    if (!uses.in_subject && claim_marks_own_name(arena, facts)) return true;
    if (!strict) return !poses_by_person(arena, facts, uses, &own);
    if (uses.mark == 0 && claim_goes_by_domain(arena, facts, &own) &&
        (uses.customer == uses.quoted || claim_presses_home_only(facts, &own)))
        return true;
    bool outside = speaks_of_fraud(facts) || uses.others > 0 || uses.customer == 0;
    return outside && !asks_to_act(arena, facts);
}

static bool is_unreadable(const struct message *message) {
    bool no_text = message->document.text.size == 0;
    return message->encrypted || message->picture_only || message->undecodable ||
           (no_text && message->attachments.size);
}

/* A page or program attached that goes by Amazon's name, from nobody. */
static bool attaches_brand(const struct facts *facts) {
    static const struct str endings[] = {STR_INIT(".html"),  STR_INIT(".htm"), STR_INIT(".shtml"),
                                         STR_INIT(".xhtml"), STR_INIT(".svg"), STR_INIT(".zip"),
                                         STR_INIT(".iso"),   STR_INIT(".js"),  STR_INIT(".exe")};
    for (size_t i = 0; i < facts->message->attachments.size; i++) {
        struct str name = facts->message->attachments.at[i].name;
        if (!str_contains_ascii(name, STR(BRAND_NAME)) && !str_contains(name, STR(BRAND_NAME_KANA))) continue;
        for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
            if (str_ends_ascii(name, endings[k])) return true;
    }
    return false;
}

enum { PICTURES_READ_MAX = 50 };

/* Amazon's own pictures, loaded from where Amazon keeps its logo: a kit does so. */
static bool shows_pictures_of_brand(struct arena *arena, const struct facts *facts) {
    const struct document *document = &facts->message->document;
    for (size_t i = 0; i < document->pictures.size && i < PICTURES_READ_MAX; i++) {
        struct link_fact fact;
        link_judge(arena, document->pictures.at[i], NULL, false, &fact);
        if (fact.standing == STANDING_OFFICIAL && fact.official == OFFICIAL_STATIC) return true;
    }
    return false;
}

/* From somebody without a name: what is enough there and would not be in a
 * letter, a shop's or a newspaper's mail. */
static enum claim_basis judge_role_words(struct arena *arena, struct facts *facts, struct claim_uses uses,
                                         bool strict) {
    bool won = words_have(&facts->text.words, WORD_won) || words_have(&facts->text.subject_words, WORD_won);
    bool asks = asks_to_act(arena, facts);
    if (!asks && speaks_of_fraud(facts)) return CLAIM_NONE;
    if (uses.to_customer_in_subject) return CLAIM_SUBJECT;
    if (uses.gift && won) return uses.gift_in_subject ? CLAIM_SUBJECT : CLAIM_BODY;
    if (uses.image && facts->message->picture_only) return CLAIM_LOGO;
    if (claim_has_main_action(facts) && uses.mention + uses.customer && !uses.others) return CLAIM_BODY;
    if (attaches_brand(facts)) return CLAIM_BODY;
    if (strict && asks && uses.title && !uses.others) return CLAIM_LOGO;
    return strict && asks && shows_pictures_of_brand(arena, facts) ? CLAIM_LOGO : CLAIM_NONE;
}

/* What a shop writes to its customer about. */
static bool names_affair(const struct words *words) {
    static const enum word_class classes[] = {WORD_affair,  WORD_account, WORD_order,    WORD_sign_in,
                                              WORD_payment, WORD_card,    WORD_password, WORD_problem};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (words_have(words, classes[i])) return true;
    return false;
}

/* A subject that speaks to the reader of the reader's affairs with Amazon. */
static bool subject_names_affair(const struct facts *facts, struct claim_uses uses) {
    const struct words *subject = &facts->text.subject_words;
    bool to_reader = uses.to_customer_in_subject || (uses.in_subject && words_have(subject, WORD_confirm));
    return to_reader && names_affair(subject);
}

/* A text to a telephone, from nobody, to a customer of Amazon's, who is to press, write,
 * call or pay: whatever the matter is said to be. */
static bool wants_of_customer(struct arena *arena, struct facts *facts, struct claim_uses uses) {
    if (!facts->brief || !uses.customer || speaks_of_fraud(facts)) return false;
    for (size_t i = 0; i < facts->actions.size; i++)
        if (facts->actions.at[i].asked) return true;
    return asks_to_act(arena, facts);
}

static enum claim_basis judge_words(struct arena *arena, struct facts *facts, struct claim_uses uses,
                                    bool strict) {
    bool matter =
        is_customer_matter(facts) || claim_has_main_action(facts) || subject_names_affair(facts, uses);
    if (uses.odd_spelling && (matter || facts->brief || uses.in_subject || uses.gift_in_subject))
        return CLAIM_SUBJECT;
    if (speaks_for_itself(arena, facts, uses, strict)) return CLAIM_NONE;
    if (uses.mark) return CLAIM_SUBJECT;
    if (claim_hides_behind_role(arena, facts)) {
        enum claim_basis basis = judge_role_words(arena, facts, uses, strict);
        if (basis != CLAIM_NONE) return basis;
    }
    bool gift = uses.gift_in_subject + uses.to_customer_in_subject > 0 &&
                words_have(&facts->text.subject_words, WORD_won);
    matter = matter || wants_of_customer(arena, facts, uses);
    if (!matter && !gift) return CLAIM_NONE;
    /* a fake may warn of fakes too, and name Amazon nowhere else */
    bool hides = strict && claim_hides_behind_role(arena, facts) && asks_to_act(arena, facts);
    if (uses.others > uses.customer + uses.mention && !hides) return CLAIM_NONE;
    if (claim_is_letter(arena, facts)) return CLAIM_NONE;
    if (uses.in_subject || gift) return CLAIM_SUBJECT;
    if (uses.image) return CLAIM_LOGO;
    if (uses.customer || (strict && uses.mention >= 3) || (hides && uses.others)) return CLAIM_BODY;
    if (facts->brief && uses.mention) return CLAIM_BODY;
    return CLAIM_NONE;
}

/* "Amazon Sellers", "Amazonセール": Amazon first, whatever else it is said to be. */
static bool begins_with_brand(const struct facts *facts, const struct sender_fact *sender) {
    struct str name = sender->mailbox.name;
    for (size_t i = 0; i < facts->text.brand_words.size; i++)
        if (facts->text.brand_words.at[i].part == PART_FROM &&
            facts->text.brand_words.at[i].word.at == name.at)
            return true;
    return false;
}

/* Who takes the name of a service, or begins with Amazon's, and asks for something:
 * with the latter only in matters of the account. */
static enum claim_basis judge_name(struct arena *arena, struct facts *facts, bool strict) {
    if (facts->sender.from.size != 1) return CLAIM_NONE;
    const struct sender_fact *sender = &facts->sender.from.at[0];
    if (sender->standing == STANDING_OFFICIAL || sender->undecided) return CLAIM_NONE;
    bool names = names_service(arena, sender->mailbox.name) || (strict && begins_with_brand(facts, sender));
    if (!names || claim_is_known_partner(arena, facts)) return CLAIM_NONE;
    return asks_to_act(arena, facts) ? CLAIM_SENDER_NAME : CLAIM_NONE;
}

/* "250-1234567-1234567": the form of Amazon's order numbers. */
static bool has_order_number(struct str text) {
    static const char form[] = "ddd-ddddddd-ddddddd";
    size_t matched = 0;
    for (size_t at = 0; at < text.size; at++) {
        bool digit = ascii_is_digit((unsigned char)text.at[at]);
        bool fits = form[matched] == 'd' ? digit : text.at[at] == form[matched];
        bool begins = digit && (at == 0 || !ascii_is_alnum((unsigned char)text.at[at - 1]));
        matched = fits && (matched > 0 || begins) ? matched + 1 : begins;
        if (form[matched] != 0) continue;
        if (at + 1 == text.size || !ascii_is_alnum((unsigned char)text.at[at + 1])) return true;
        matched = 0;
    }
    return false;
}

/* Something to be pressed that is neither Amazon's nor a known honest site. */
static bool leads_elsewhere(const struct facts *facts) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        bool elsewhere = fact->standing == STANDING_UNRELATED || fact->standing == STANDING_HOSTING ||
                         (fact->standing == STANDING_SHORTENER && !fact->amazon_run);
        if (elsewhere && !fact->partner && fact->call) return true;
    }
    return false;
}

/* The text of a message was copied without its head, and the name stood in a
 * picture: details of a sign-in or an order's number, as Amazon writes them. */
static enum claim_basis judge_headless(struct arena *arena, struct facts *facts, struct claim_uses uses,
                                       bool strict) {
    if (facts->message->kind == KIND_SOURCE || facts->sender.from.size > 0) return CLAIM_NONE;
    if (strict && facts->sign_in.labels_found && facts->sign_in.place.size > 0) return CLAIM_BODY;
    if (has_order_number(facts->message->document.text)) return CLAIM_BODY;
    if (uses.mention + uses.customer + uses.gift <= uses.others) return CLAIM_NONE;
    if (claim_has_main_action(facts)) return CLAIM_BODY;
    /* a message to a phone says what it wants at once, and where */
    if (facts->brief && claim_brief_names_other(arena, facts)) return CLAIM_NONE;
    const struct words *text = &facts->text.words;
    bool affair = names_affair(text) || words_have(text, WORD_membership) || words_have(text, WORD_stop) ||
                  words_have(text, WORD_won);
    if (!affair || !leads_elsewhere(facts)) return CLAIM_NONE;
    return facts->brief || (uses.customer && asks_to_act(arena, facts)) ? CLAIM_BODY : CLAIM_NONE;
}

void claim_find(struct arena *arena, struct facts *facts) {
    bool strict = (facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) != 0;
    struct claim_uses uses = claim_uses_count(arena, facts);
    enum claim_basis basis = judge_sender(arena, facts, uses);
    bool partner = !claim_has_main_action(facts) && claim_is_known_partner(arena, facts);
    if (basis == CLAIM_NONE && !partner)
        basis = judge_links(arena, facts, strict && !claim_is_letter(arena, facts));
    if (basis == CLAIM_NONE) basis = judge_name(arena, facts, strict);
    if (basis == CLAIM_NONE && !partner) basis = judge_words(arena, facts, uses, strict);
    if (basis == CLAIM_NONE) basis = judge_headless(arena, facts, uses, strict);
    /* what it looks like to the person settles it either way */
    if (facts->options->answers.claim == CLAIM_NOT_AMAZON) basis = CLAIM_NONE;
    if (facts->options->answers.claim == CLAIM_AMAZON && basis == CLAIM_NONE) basis = CLAIM_ANSWER;
    facts->claim.basis = basis;
    facts->claim.claims = basis != CLAIM_NONE;
    facts->claim.unreadable = is_unreadable(facts->message);
}
