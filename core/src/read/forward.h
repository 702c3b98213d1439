/* forward: a message that was forwarded inside the text of another one, and
 * answers that quote one.
 *
 * In: a read message. Out: `inner` and `body` of the innermost forwarded one,
 * when hardly a word of the forwarder's stands above it; blocks behind the
 * header lines of an answered message become BLOCK_QUOTE: an answer that
 * quotes Amazon is not a message of Amazon's. */
#ifndef HONMONO_READ_FORWARD_H
#define HONMONO_READ_FORWARD_H

#include "read/message.h"

void forward_read(struct arena *arena, struct message *message);

#endif
