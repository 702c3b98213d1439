/* qr_text: the bytes of a QR code as text; the part of qr.h that only its own
 * files need. */
#ifndef HONMONO_DECODE_QR_QR_TEXT_H
#define HONMONO_DECODE_QR_QR_TEXT_H

#include "base/str.h"

struct arena;

/* "" when they are no text. `japanese`: some of them are said to be Shift_JIS. */
struct str qr_text(struct arena *arena, struct str bytes, bool japanese);

#endif
