/* others-words
 *
 * Looks for: kinds of mail in which Amazon delivers what somebody else wrote
 *   (messages of sellers and buyers, gift notes, wish lists and registries,
 *   invitations, what people share, answers to reviews and questions, support
 *   cases, Pay merchants, notification topics of AWS), and, where Amazon is proven
 *   to have sent it, a sender that is not known to carry Amazon's words only.
 * Why it matters: such a mail really comes from Amazon, and its words may still
 *   be a stranger's lie; it is never called consistent.
 * Stays quiet when: the message is of another kind, and comes from one of the
 *   senders in data/brands/amazon/brand.json that carry Amazon's own words.
 * Known limits: the kind is read from the words and the sender's domain; a genuine
 *   notice from a sender that is not listed gets no yes by proof. */
#include "checks/check.h"

void check_others_words(const struct facts *facts, struct report *report) {
    const struct others_words_facts *others = &facts->others_words;
    if (others->reason == OTHERS_WORDS_NONE) return;
    struct finding *finding = report_add(report, others->reason == OTHERS_WORDS_DELIVERED
                                                     ? OUTCOME_others_words__delivered_by_amazon
                                                     : OUTCOME_others_words__unknown_sender);
    if (others->address.size) finding_header(report, finding, PART_FROM, others->address);
    if (others->reason == OTHERS_WORDS_UNKNOWN_SENDER)
        finding_argument(report, finding, "address", others->address);
}
