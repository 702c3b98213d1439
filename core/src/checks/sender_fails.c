/* sender-fails
 *
 * Looks for: an authentication failure for an Amazon sender address in the
 *   receiving side's own result, and results further down that claim a pass
 *   though nobody may believe them.
 * Why it matters: Amazon signs its mail; a failure means that somebody else
 *   wrote the address there.
 * Stays quiet when: only SPF failed (forwarding does that), the check could not
 *   be made, or an aligned signature or a trusted ARC chain passed beside it.
 * Known limits: needs the source. */
#include "checks/check.h"

void check_sender_fails(const struct facts *facts, struct report *report) {
    const struct auth_facts *auth = &facts->sender.auth;
    if (auth->amazon_failed) {
        struct finding *finding = report_add(report, OUTCOME_sender_fails__dmarc_fail);
        finding_argument(report, finding, "domain", auth->dmarc_domain);
        finding_header(report, finding, PART_HEADER, auth->header);
    }
    if (auth->forged_claims) report_add(report, OUTCOME_sender_fails__forged_claims);
}
