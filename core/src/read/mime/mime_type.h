/* mime_type: what a part says it is: Content-Type, -Disposition, -Transfer-Encoding.
 *
 * In: a part with its head. Out: its type, disposition, encoding and shape. Of
 * duplicate fields the one is taken that shows most: a program that takes the
 * other one shows raw text, which would make nobody press a button. */
#ifndef HONMONO_READ_MIME_MIME_TYPE_H
#define HONMONO_READ_MIME_MIME_TYPE_H

#include "read/mime/mime.h"

void mime_type_read(struct arena *arena, struct mime_parts *parts, uint32_t index, struct oddities *oddities);

#endif
