/* frame: the page of a web mailer round the message that was copied with it.
 *
 * In: what was pasted, read as a document (no source: a source has no page round
 * it). Out: the document with the message's body alone, the envelope from the lines
 * that the mailer printed above it (HEAD_BODY), and message->frame. A frame counts
 * only when it stands above a message's header lines and every link in it is a page
 * of the mailer's own (mailers.def); what stands below them is the message's, but for
 * its last lines when they hold nothing but the mailer's words and links. */
#ifndef HONMONO_READ_FRAME_H
#define HONMONO_READ_FRAME_H

#include "read/message.h"

/* Whether an address is a page of a mailer's own, where nobody else writes. */
bool frame_is_own_page(struct arena *arena, struct str target);

/* Of a page with several messages that one is read which the request names. What the
 * person marked is the message, whatever stands above and below it. */
void frame_read(struct arena *arena, const struct message_request *request, struct message *message);

#endif
