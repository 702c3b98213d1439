/* reading-incomplete
 *
 * Looks for: messages that could not be read to the end: pictures only,
 *   attachments only, encrypted or undecodable parts, parts that a mailing list
 *   took out, a limit that was reached, text that is drawn in another order
 *   than it is written, computed while it is drawn, or dressed by a font or
 *   style sheet from somebody else's host; another message on the same page that
 *   is not certain.
 * Why it matters: what was not read cannot have been found good.
 * Stays quiet when: everything was read.
 * Known limits: text inside pictures is not read here; what the page read in one
 *   comes as a text of that origin, and letters of it may be wrong. */
#include "checks/check.h"

void check_reading_incomplete(const struct facts *facts, struct report *report) {
    const struct message *message = facts->message;
    if (message->encrypted) report_add(report, OUTCOME_reading_incomplete__encrypted);
    if (message->undecodable) report_add(report, OUTCOME_reading_incomplete__undecodable);
    if (facts->part_removed) report_add(report, OUTCOME_reading_incomplete__part_removed);
    if (message->frame.others_in_doubt) report_add(report, OUTCOME_reading_incomplete__others_in_doubt);
    if (message->limit_reached) report_add(report, OUTCOME_reading_incomplete__limit_reached);
    if (message->drawn_otherwise || facts->dressed_elsewhere)
        report_add(report, OUTCOME_reading_incomplete__drawn_otherwise);
    if (check_is_picture(facts)) report_add(report, OUTCOME_reading_incomplete__from_picture);
    if (message->picture_only)
        report_add(report, OUTCOME_reading_incomplete__picture_only);
    else if (message->document.text.size == 0 && message->attachments.size)
        report_add(report, OUTCOME_reading_incomplete__attachment_only);
}
