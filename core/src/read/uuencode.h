/* uuencode: files that old programs put into plain text between "begin" and "end".
 *
 * In: the text of a part. Out: the text without them, and each as an
 * attachment with name and size. Nothing is decoded: noticing is enough. */
#ifndef HONMONO_READ_UUENCODE_H
#define HONMONO_READ_UUENCODE_H

#include "read/message.h"

struct str uuencode_cut(struct arena *arena, struct str text, struct message *message, struct str place);

#endif
