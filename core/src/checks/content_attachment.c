/* content-attachment
 *
 * Looks for: attachments that Amazon never sends: web pages, programs, archives,
 *   office documents.
 * Why it matters: an attached page asks for the password where no link shows.
 * Stays quiet when: they are pictures inside the message or invoices as PDF.
 * Known limits: sellers may attach documents through Amazon; weak by itself. */
#include "checks/check.h"

void check_content_attachment(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->contents.size; i++) {
        const struct content_fact *content = &facts->contents.at[i];
        if (content->sign != CONTENT_odd_attachment) continue;
        struct str name = facts->message->attachments.at[content->attachment].name;
        struct finding *finding = report_add(report, OUTCOME_content_attachment__odd_attachment);
        finding_argument(report, finding, "name", name);
        finding_header(report, finding, PART_ATTACHMENT, name);
    }
}
