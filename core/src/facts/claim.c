/* claim: does this message say, or want to be taken to say, that it is Amazon's?
 *
 * In: sender, brand words, links and what the message is about. Out: struct
 * claim_facts. Without a claim nothing is judged but links, so a fake that is
 * missed here is missed for good; and a friend, a newsletter or a parcel service
 * that mentions Amazon must not be judged as if it were Amazon.
 *
 * What decides is the place of the name, not the name: a sender called Amazon
 * claims; a subject that opens with the name in brackets or is about an account
 * claims; a body claims only when it speaks of the reader's account, payment or
 * order and signs with the name. */
#include "facts/facts.h"

struct counts {
    size_t subject, text, image, odd_spelling;
    bool subject_opens; /* the subject begins with the name, as senders mark their mail */
};

static struct counts count_words(const struct facts *facts) {
    struct counts counts = {0};
    struct str subject = facts_envelope(facts)->subject;
    for (size_t i = 0; i < facts->brand_words.size; i++) {
        const struct brand_word *word = &facts->brand_words.at[i];
        counts.odd_spelling += word->spelling != SPELLING_PLAIN && word->part != PART_FROM;
        if (word->part == PART_SUBJECT) {
            counts.subject++;
            /* within the first characters: "[Amazon]", "【重要】Amazon.co.jp" */
            if (word->span.from <= 24 && word->span.from < subject.size) counts.subject_opens = true;
        } else if (word->part == PART_TEXT) {
            counts.text++;
            counts.image += word->image;
        }
    }
    return counts;
}

/* Service addresses have roles, people have names: "account-update", "no-reply". */
static bool is_role_address(struct str address) {
    struct str local = str_slice(address, 0, str_find_last_byte(address, '@'));
    static const struct str roles[] = {
        STR_INIT("no-reply"), STR_INIT("noreply"),  STR_INIT("no_reply"), STR_INIT("donotreply"),
        STR_INIT("do-not-reply"), STR_INIT("update"), STR_INIT("confirm"), STR_INIT("shipment"),
        STR_INIT("ship-"),    STR_INIT("order"),    STR_INIT("return"),   STR_INIT("account"),
        STR_INIT("security"), STR_INIT("support"),  STR_INIT("service"),  STR_INIT("prime"),
        STR_INIT("store"),    STR_INIT("payment"),  STR_INIT("billing"),  STR_INIT("info"),
        STR_INIT("delivery"), STR_INIT("digital"),  STR_INIT("customer"), STR_INIT("cs-reply"),
        STR_INIT("marketplace"), STR_INIT("gc-"),   STR_INIT("review"),   STR_INIT("vfe-"),
        STR_INIT("aws"),      STR_INIT("mail"),     STR_INIT("alert"),    STR_INIT("notification"),
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_contains_ascii(local, roles[i])) return true;
    return false;
}

/* Kinds of mail that Amazon writes to a customer about the customer's own things. */
static bool is_customer_matter(const struct facts *facts) {
    if (facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) return true;
    return facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery ||
           facts->about == ABOUT_return_refund || facts->about == ABOUT_points_gift ||
           facts->about == ABOUT_gift_card || facts->about == ABOUT_survey;
}

static enum claim_basis judge_sender(const struct facts *facts, struct counts counts) {
    for (size_t i = 0; i < facts->sender.from.size; i++) {
        const struct sender_fact *sender = &facts->sender.from.at[i];
        if (sender->name_claims_brand) return CLAIM_SENDER_NAME;
        if (sender->standing == STANDING_IMPERSONATING) return CLAIM_SENDER_ADDRESS;
        bool amazon_like = sender->standing == STANDING_OFFICIAL || sender->local_part_claims_brand;
        bool serious = is_customer_matter(facts) || (facts->about_flags & ABOUT_OTHERS_WORDS) ||
                       counts.subject || counts.image;
        if (amazon_like && (is_role_address(sender->mailbox.address) || !sender->mailbox.name.size || serious))
            return CLAIM_SENDER_ADDRESS;
    }
    return CLAIM_NONE;
}

static enum claim_basis judge_links(const struct facts *facts) {
    bool strict = (facts->about_flags & (ABOUT_SECURITY | ABOUT_PAYMENT)) != 0;
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->standing == STANDING_IMPERSONATING) return CLAIM_LINK;
        if (strict && fact->standing == STANDING_OFFICIAL && fact->official == OFFICIAL_ACCOUNT) return CLAIM_LINK;
        if (strict && fact->standing == STANDING_SHORTENER && fact->amazon_run) return CLAIM_LINK;
    }
    return CLAIM_NONE;
}

static bool is_unreadable(const struct message *message) {
    bool no_text = message->document.text.size == 0;
    return message->encrypted || message->picture_only || message->undecodable ||
           (no_text && message->attachments.size);
}

static enum claim_basis judge(const struct facts *facts) {
    struct counts counts = count_words(facts);
    enum claim_basis basis = judge_sender(facts, counts);
    if (basis != CLAIM_NONE) return basis;
    bool matter = is_customer_matter(facts);
    if (counts.subject && (matter || counts.subject_opens)) return CLAIM_SUBJECT;
    if (counts.odd_spelling && (matter || counts.subject)) return CLAIM_SUBJECT;
    basis = judge_links(facts);
    if (basis != CLAIM_NONE) return basis;
    if (counts.image && matter) return CLAIM_LOGO;
    if (matter && (counts.text >= 2 || (counts.text && facts->brief))) return CLAIM_BODY;
    return CLAIM_NONE;
}

void claim_find(struct arena *arena, struct facts *facts) {
    (void)arena;
    facts->claim.basis = judge(facts);
    facts->claim.claims = facts->claim.basis != CLAIM_NONE;
    facts->claim.unreadable = is_unreadable(facts->message);
}
