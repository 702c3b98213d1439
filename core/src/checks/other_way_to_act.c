/* other-way-to-act
 *
 * Looks for: ways to act that are not an official link: a telephone number, a
 *   mail address, a reply, an attachment, a picture with a code to scan, a person
 *   to add in a chat; a program that lets somebody else use the machine or that no shop of apps
 *   has, money to an account or to an address of a coin, cash or a card to be handed over, a page
 *   to be found by searching; requests for a one-time code, card data or the numbers of gift cards.
 *   What stands in a calendar's appointment counts as what stands in the message.
 * Why it matters: good links are worth nothing when the trap is a telephone
 *   number. As the main thing the message wants it is strong, and so it is when
 *   it is asked for beside links; what cannot be taken back is decisive where
 *   nothing proves that Amazon sent it; named alone it only rules out "consistent".
 *   In what others write through Amazon it is strong even where Amazon proves to
 *   have delivered it.
 * Stays quiet when: the message says not to share the code or warns of such
 *   programs, the code or the cash is for whoever brings the parcel, or the number is one that
 *   Amazon publishes. Honest mail of today looks so: it attaches an invoice or a return label as
 *   PDF and never a program; its forms lead to Amazon, its appointments are answered to Amazon;
 *   it says that a text message was sent and asks for none; it shows the end of a telephone
 *   number or account; it names apps by their shops; it has orders looked for in "your orders"
 *   and Amazon's own address typed; it sends replies to pages, and says that nobody reads mail.
 * Known limits: pictures are read by the caller (`seen`), so a code in one that nobody read is only
 * suspected.
 */
#include "checks/check.h"

static struct str action_name(enum action_kind kind) {
    static const struct str names[] = {
        [ACTION_PHONE] = STR_INIT("phone"),
        [ACTION_MAILTO] = STR_INIT("mailto"),
        [ACTION_REPLY] = STR_INIT("reply"),
        [ACTION_REPLY_TO] = STR_INIT("reply-to"),
        [ACTION_ATTACHMENT] = STR_INIT("attachment"),
        [ACTION_QR] = STR_INIT("qr"),
        [ACTION_PICTURE] = STR_INIT("picture"),
        [ACTION_CODE] = STR_INIT("code"),
        [ACTION_CARD] = STR_INIT("card"),
        [ACTION_GIFT_CARD] = STR_INIT("gift-card"),
        [ACTION_CHAT] = STR_INIT("chat"),
        [ACTION_REMOTE] = STR_INIT("remote"),
        [ACTION_TRANSFER] = STR_INIT("transfer"),
        [ACTION_COIN] = STR_INIT("coin"),
        [ACTION_APP] = STR_INIT("app"),
        [ACTION_CASH] = STR_INIT("cash"),
        [ACTION_SEARCH] = STR_INIT("search"),
    };
    return names[kind];
}

static enum outcome judge(const struct facts *facts, const struct action_fact *action) {
    bool delivered = facts->sender.auth.amazon_proven && check_has_others_words(facts);
    if (delivered && action->asked) return OUTCOME_other_way_to_act__others_ask;
    if (action->gone && action->asked) return OUTCOME_other_way_to_act__irreversible;
    if (action->main_call) return OUTCOME_other_way_to_act__main_call;
    return action->asked ? OUTCOME_other_way_to_act__asked : OUTCOME_other_way_to_act__beside_links;
}

void check_other_way_to_act(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->actions.size; i++) {
        const struct action_fact *action = &facts->actions.at[i];
        struct finding *finding = report_add(report, judge(facts, action));
        finding_argument(report, finding, "action", action_name(action->kind));
        if (!action->words.size) continue;
        finding_argument(report, finding, "words", action->words);
        if (action->span.to > action->span.from)
            finding_text(report, finding, action->span);
        else
            finding_header(report, finding, action->part, action->words);
    }
}
