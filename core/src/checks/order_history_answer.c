/* order-history-answer
 *
 * Looks for: the person's answer whether the order number of the message stands in
 *   the order history, opened by typing Amazon's address.
 * Why it matters: order, dispatch, delivery and return mail often greets nobody;
 *   that the same order exists in the account is as good as the registered name,
 *   and an order that does not exist is what fakes of this kind are made of.
 * Stays quiet when: the message is of another kind or shows no order number.
 * Known limits: a number that leaked is no proof, so the links and the words count
 *   beside it as ever; where Amazon is proven to have sent the message, a number
 *   that is not there belongs to another account, and is a note. */
#include "checks/check.h"

void check_order_history_answer(const struct facts *facts, struct report *report) {
    if (!check_has_order(facts)) return;
    enum answer_order_history answer = facts->options->answers.order_history;
    if (answer == ORDER_HISTORY_FOUND) report_add(report, OUTCOME_order_history_answer__found);
    if (answer != ORDER_HISTORY_NOT_FOUND) return;
    report_add(report, check_is_proven(facts) ? OUTCOME_order_history_answer__not_found_proven
                                              : OUTCOME_order_history_answer__not_found);
}
