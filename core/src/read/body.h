/* body: the parts of a message into its document.
 *
 * In: the tree of parts and what becomes of each. Out: blocks, links and
 * attachments of the message; first what is shown, in order, then what is not.
 * A message that was passed on as an attachment is shown too, when hardly
 * anything else is said: then its head is the inner envelope. */
#ifndef HONMONO_READ_BODY_H
#define HONMONO_READ_BODY_H

#include "read/message.h"
#include "read/mime/mime.h"

void body_read(struct arena *arena, const struct mime_parts *parts, enum message_origin origin,
               struct message *out);

/* Sets picture_only, limit_reached and the like, when everything was read. */
void body_conclude(struct message *message);

#endif
