/* other-way-to-act
 *
 * Looks for: ways to act that are not an official link: a telephone number, a
 *   mail address, a reply, an attachment, a picture with a code to scan, and
 *   requests for a one-time code, card data or gift-card numbers.
 * Why it matters: good links are worth nothing when the trap is a telephone
 *   number. As the main thing the message wants it is strong; beside links it
 *   only rules out "consistent".
 * Stays quiet when: the message says not to share the code, or the number
 *   belongs to a footer that Amazon uses.
 * Known limits: pictures cannot be read, so a code in one is only suspected. */
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
    };
    return names[kind];
}

void check_other_way_to_act(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->actions.size; i++) {
        const struct action_fact *action = &facts->actions.at[i];
        struct finding *finding =
            report_add(report, action->main_call ? OUTCOME_other_way_to_act__main_call
                                                 : OUTCOME_other_way_to_act__beside_links);
        finding_argument(report, finding, "action", action_name(action->kind));
        if (!action->words.size) continue;
        finding_argument(report, finding, "words", action->words);
        if (action->span.to > action->span.from)
            finding_text(report, finding, action->span);
        else
            finding_header(report, finding, action->part, action->words);
    }
}
