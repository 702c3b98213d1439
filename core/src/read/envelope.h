/* envelope: who, whom, when and what, out of header fields.
 *
 * In: the head of a message. Out: its mailboxes, subject and date, decoded.
 * Every field that repeats is read whole: which of two From a program shows
 * nobody knows, so all their mailboxes are kept. */
#ifndef HONMONO_READ_ENVELOPE_H
#define HONMONO_READ_ENVELOPE_H

#include "read/message.h"

void envelope_read(struct arena *arena, const struct headers *headers, struct envelope *out,
                   struct oddities *oddities);

#endif
