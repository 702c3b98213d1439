/* claim_letter: see claim_letter.h. */
#include "facts/claim/claim_letter.h"

#include "facts/claim/claim_sender.h"
#include "facts/claim/claim_uses.h"
#include "facts/claim/link_lead.h"
#include "facts/sender/answer.h"
#include "facts/sender/sender_role.h"

enum { PERSONAL_DIGITS_MAX = 12 };

static size_t count_digits(struct str text) {
    size_t digits = 0;
    for (size_t i = 0; i < text.size; i++) digits += ascii_is_digit((unsigned char)text.at[i]);
    return digits;
}

static bool is_from_list(const struct facts *facts) {
    const struct headers *headers = &facts->message->headers;
    return headers_find(headers, STR("List-Post")) || headers_find(headers, STR("X-BeenThere"));
}

/* An address that is only mentioned: written out, to nothing that hides where it
 * leads, and no word of pressing it. */
static bool is_mentioned_link(struct arena *arena, const struct facts *facts, size_t i, bool signed_by_name) {
    const struct link_fact *fact = &facts->links.at[i];
    if (fact->standing == STANDING_NOT_WEB || fact->standing == STANDING_UNPARSABLE) return false;
    if (!fact->text_is_target || i >= facts->message->document.links.size) return false;
    if (fact->partner || signed_by_name) return true;
    if (fact->standing != STANDING_UNRELATED && fact->standing != STANDING_HOSTING) return false;
    return !link_lead_asks(arena, facts, i) && !link_lead_presses(arena, facts, i);
}

enum { LETTER_LINKS_MAX = 5 };

/* Nothing to press but pages of Amazon's, what is quoted, and in a letter of
 * somebody's own mailbox or list a few addresses that are mentioned. */
static bool has_harmless_links(struct arena *arena, const struct facts *facts) {
    bool letter = claim_writes_among_people(arena, facts) || is_from_list(facts);
    bool signed_by_name = letter && claim_signs_by_name(arena, facts);
    size_t mentioned = 0;
    for (size_t i = 0; i < facts->links.size; i++) {
        if (facts->links.at[i].standing == STANDING_OFFICIAL || claim_quotes_link(facts, i)) continue;
        if (!letter || ++mentioned > LETTER_LINKS_MAX || !is_mentioned_link(arena, facts, i, signed_by_name))
            return false;
    }
    return true;
}

/* A letter from a person: a name of their own, and nothing in it to press, call,
 * open or answer. It cannot do harm in Amazon's name. (An invented order has a
 * number and a price, and a telephone number that may be written so that only
 * people read it.) */
bool claim_is_letter(struct arena *arena, const struct facts *facts) {
    if (facts->sender.from.size != 1) return false;
    const struct sender_fact *sender = &facts->sender.from.at[0];
    if (sender_role_is_sender(arena, &sender->mailbox) || sender->local_part_claims_brand) return false;
    if (facts->message->attachments.size > 0) return false;
    for (size_t i = 0; i < facts->actions.size; i++)
        if (!answer_quotes(facts, facts->actions.at[i].span.from)) return false;
    struct str text = facts->message->document.text;
    size_t digits = count_digits(text);
    for (size_t i = 0; i < facts->answer.quotes.size; i++) {
        struct span quote = facts->answer.quotes.at[i];
        digits -= count_digits(str_slice(text, quote.from, quote.to));
    }
    for (size_t i = 0; i < facts->links.size && i < facts->message->document.links.size; i++)
        if (facts->links.at[i].text_is_target && !claim_quotes_link(facts, i))
            digits -= count_digits(facts->message->document.links.at[i].shown);
    return text.size > 0 && digits <= PERSONAL_DIGITS_MAX && has_harmless_links(arena, facts);
}
