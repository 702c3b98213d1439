/* qr: the QR codes of a picture (ISO/IEC 18004), found and decoded by quirc.
 *
 * In: a grey picture. Out: what the codes hold, as text where it is one, each
 * content once, in the order found. Why several looks at one picture: quirc knows
 * dark codes on light ground under even light only; so it is shown the picture as
 * it is, inverted, and cut into black and white by what is bright nearby, at other
 * sizes where nothing was found. */
#ifndef HONMONO_DECODE_QR_QR_H
#define HONMONO_DECODE_QR_QR_H

#include "base/list.h"
#include "base/str.h"

struct qr_code {
    struct str kind;  /* "link", "wifi" ...: honmono.h names them */
    struct str text;  /* UTF-8, "" when it is no text */
    struct str bytes; /* what the code holds */
    int corners[8];   /* x and y, from its own top left, clockwise */
};

struct qr_codes {
    LIST(struct qr_code);
    bool more; /* than PICTURE_CODES_MAX */
};

/* At most PICTURE_PIXELS_MAX pixels. */
void qr_find(struct arena *arena, const unsigned char *grey, size_t width, size_t height,
             struct qr_codes *out);

/* The same for a picture that was drawn dot by dot, 4 pixels each: dark codes and light
 * ones, and those with gaps between their dots. */
void qr_find_drawn(struct arena *arena, const unsigned char *grey, size_t width, size_t height,
                   struct qr_codes *out);

/* What kind of thing a code's text is. */
struct str qr_kind(struct str text);

#endif
