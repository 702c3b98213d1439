/* others-words
 *
 * Looks for: kinds of mail in which Amazon delivers what somebody else wrote:
 *   messages of sellers and buyers, gift messages, wish lists, Pay merchants.
 * Why it matters: such a mail really comes from Amazon, and its words may still
 *   be a stranger's lie; it is never called consistent.
 * Stays quiet when: the message is of another kind.
 * Known limits: the kind is read from the words and the sender's domain. */
#include "checks/check.h"

void check_others_words(const struct facts *facts, struct report *report) {
    if (check_has_others_words(facts)) report_add(report, OUTCOME_others_words__delivered_by_amazon);
}
