/* sender-proven
 *
 * Looks for: dmarc=pass for an Amazon domain, in the Authentication-Results of
 *   the receiving side itself.
 * Why it matters: it is the only thing in a message that proves who sent it.
 * Stays quiet when: the header could have been written by the sender, or the
 *   pass is for another domain (amazonses.com alone is anybody's).
 * Known limits: needs the source; mail that Amazon sends for somebody else (a
 *   seller's message) is proven too, so this alone is never "consistent". */
#include "checks/check.h"

void check_sender_proven(const struct facts *facts, struct report *report) {
    const struct auth_facts *auth = &facts->sender.auth;
    if (!auth->amazon_proven) return;
    struct finding *finding = report_add(report, OUTCOME_sender_proven__dmarc_pass);
    finding_argument(report, finding, "domain", auth->dmarc_domain);
    finding_header(report, finding, PART_HEADER, auth->header);
}
