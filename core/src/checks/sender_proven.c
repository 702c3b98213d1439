/* sender-proven
 *
 * Looks for: dmarc=pass for an Amazon domain, in the Authentication-Results of
 *   the receiving side itself; where that side writes no dmarc at all, dkim=pass
 *   for the domain of From.
 * Why it matters: it is the only thing in a message that proves who sent it.
 * Stays quiet when: the header could have been written by the sender, or the
 *   pass is for another domain (amazonses.com alone is anybody's).
 * Known limits: needs the source, and an operator whose way to write is known
 *   (facts/sender/operators.def) or that saw one of Amazon's machines; mail that Amazon
 *   sends for somebody else (a seller's message) is proven too: see others-words. */
#include "checks/check.h"

void check_sender_proven(const struct facts *facts, struct report *report) {
    const struct auth_facts *auth = &facts->sender.auth;
    if (!auth->amazon_proven) return;
    bool by_dmarc = auth->dmarc == AUTH_PASS;
    struct finding *finding =
        report_add(report, by_dmarc ? OUTCOME_sender_proven__dmarc_pass : OUTCOME_sender_proven__dkim_pass);
    finding_argument(report, finding, "domain", by_dmarc ? auth->dmarc_domain : auth->dkim_domain);
    finding_header(report, finding, PART_HEADER, auth->header);
}
