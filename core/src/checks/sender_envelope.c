/* sender-envelope
 *
 * Looks for: an Amazon sender line over a delivery that somebody else made: the
 *   envelope sender, the Message-ID and the Reply-To belong to other domains, or
 *   the source names a program with which people write mail.
 * Why it matters: the sender line is free text; the envelope is closer to who
 *   really sent the mail.
 * Stays quiet when: Amazon's authentication is proven, the envelope belongs to a
 *   mailing list, a forwarder or relay, or the source does not show it.
 * Known limits: Message-ID and Reply-To alone are weak. People who work at Amazon
 *   write with such programs: only addresses of services count. */
#include "checks/check.h"

static void report_domain(struct report *report, enum outcome outcome, struct str domain) {
    struct finding *finding = report_add(report, outcome);
    finding_argument(report, finding, "domain", domain);
    finding_header(report, finding, PART_HEADER, domain);
}

void check_sender_envelope(const struct facts *facts, struct report *report) {
    const struct sender_facts *sender = &facts->sender;
    if (sender->auth.amazon_proven) return;
    if (sender->envelope_elsewhere)
        report_domain(report, OUTCOME_sender_envelope__envelope_elsewhere, sender->envelope_host);
    if (sender->message_id_elsewhere)
        report_domain(report, OUTCOME_sender_envelope__message_id_elsewhere, sender->message_id_host);
    if (sender->reply_to_elsewhere)
        report_domain(report, OUTCOME_sender_envelope__reply_elsewhere, sender->reply_to_host);
    if (!sender->mail_program.size) return;
    struct finding *finding = report_add(report, OUTCOME_sender_envelope__mail_program);
    finding_argument(report, finding, "program", sender->mail_program);
    finding_header(report, finding, PART_HEADER, sender->mail_program);
}
