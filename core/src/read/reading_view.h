/* reading_view: what a person copies out of a mail or SMS program.
 *
 * In: a message read as text or markup. Out: its envelope from the header
 * lines that the program printed above the text (origin HEAD_BODY: they can
 * make a point bad or unknown, never good), the sender of an SMS, and where
 * the message's own words begin. */
#ifndef HONMONO_READ_READING_VIEW_H
#define HONMONO_READ_READING_VIEW_H

#include "read/message.h"
#include "read/mime/view_label.h"

void reading_view_read(struct arena *arena, struct message *message);

/* The header lines that begin with the line at `at`, as a mail program prints them
 * above a message. */
bool reading_view_head(struct str text, size_t at, struct view_block *out);
/* Names of folders, buttons: what stands between or above such lines. */
bool reading_view_is_furniture(struct str line);

/* Header lines of a block as an envelope. */
void reading_view_envelope(struct arena *arena, const struct view_block *block, struct envelope *out,
                           struct oddities *oddities);

#endif
