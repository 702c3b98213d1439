/* others_words: does Amazon deliver what somebody else wrote?
 *
 * In: what the message is about, its senders, whether Amazon is proven to have
 * sent it. Out: facts->others_words. A mail may truly come from Amazon and carry a
 * stranger's lie: a seller's message, a gift note, an invitation, a shared list, a
 * notification that any customer of AWS writes. Such kinds are known by their words
 * and by their hosts; and because no list of them is complete, a proven sender must
 * be one that is known to carry Amazon's words only (data/brands/amazon/brand.json, senders).
 *
 * Gets past it: a stranger's words from one of those senders in mail of another
 * kind; none is known. Wronged: genuine notices from senders that are not listed;
 * they are never called fake for it. */
#include "brand/brand_table.h"
#include "facts/facts.h"

static bool is_known_kind(const struct facts *facts) {
    switch (facts->about) {
    case ABOUT_sign_in_alert:
    case ABOUT_sign_in_attempt:
    case ABOUT_account_data_access:
    case ABOUT_one_time_code:
    case ABOUT_password_reset:
    case ABOUT_account_change:
    case ABOUT_account_locked:
    case ABOUT_payment_problem:
    case ABOUT_membership:
    case ABOUT_order:
    case ABOUT_dispatch:
    case ABOUT_delivery:
    case ABOUT_return_refund:
        return true;
    default:
        return false;
    }
}

static enum others_words_reason judge_sender(const struct facts *facts, const struct sender_fact *sender) {
    if (sender->official == OFFICIAL_OTHERS_WORDS) return OTHERS_WORDS_DELIVERED;
    struct str address = sender->mailbox.address;
    size_t at = str_find_last_byte(address, '@');
    enum sender_words words = SENDER_WORDS_UNKNOWN;
    if (at != STR_NONE && sender->official == OFFICIAL_ACCOUNT)
        words = brand_sender_words(str_slice(address, 0, at));
    if (words == SENDER_WORDS_OTHERS) return OTHERS_WORDS_DELIVERED;
    bool own = words == SENDER_WORDS_OWN || (words == SENDER_WORDS_BY_KIND && is_known_kind(facts));
    return facts->sender.auth.amazon_proven && !own ? OTHERS_WORDS_UNKNOWN_SENDER : OTHERS_WORDS_NONE;
}

void others_words_find(struct facts *facts) {
    struct others_words_facts *out = &facts->others_words;
    if (facts->about_flags & ABOUT_OTHERS_WORDS) out->reason = OTHERS_WORDS_DELIVERED;
    for (size_t i = 0; i < facts->sender.from.size && out->reason != OTHERS_WORDS_DELIVERED; i++) {
        enum others_words_reason reason = judge_sender(facts, &facts->sender.from.at[i]);
        if (reason == OTHERS_WORDS_NONE) continue;
        *out = (struct others_words_facts){reason, facts->sender.from.at[i].mailbox.address};
    }
}
