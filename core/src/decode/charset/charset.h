/* charset: bytes to UTF-8 by the WHATWG Encoding Standard, as browsers do.
 *
 * In: bytes and a label. Out: well-formed UTF-8. The C library's iconv is not
 * used: its tables differ between the builds and from browsers. */
#ifndef HONMONO_DECODE_CHARSET_CHARSET_H
#define HONMONO_DECODE_CHARSET_CHARSET_H

#include "base/str.h"

struct arena;
struct oddities;

/* Every encoding of the standard; CHARSET_NONE for an unknown label. */
enum charset {
    CHARSET_NONE = 0,
#define CHARSET(id, name) CHARSET_##id,
#include "decode/charset/charsets.def"
#undef CHARSET
    CHARSET_COUNT
};

/* "get an encoding": label in any case, with ASCII white space round it. */
enum charset charset_from_label(struct str label);
/* The same, and names that mail programs know beside the standard's: "cp932",
 * "eucjp-win", "cp50221", "utf8mb4", "'Shift JIS'". */
enum charset charset_from_mail_label(struct str label);
/* The standard's name, e.g. "Shift_JIS". */
struct str charset_name(enum charset charset);

/* Decodes all of `bytes` ("decode without BOM handling"), malformed sequences
 * as U+FFFD exactly where TextDecoder puts them; their number is added to
 * `*malformed` when not NULL. Returns the same view when it already is valid
 * UTF-8 and charset is UTF-8. */
struct str charset_decode(struct arena *arena, enum charset charset, struct str bytes, size_t *malformed);

/* CHARSET_UTF_8, _UTF_16LE or _UTF_16BE when a byte order mark says so, with
 * its length; else CHARSET_NONE and 0. */
enum charset charset_from_bom(struct str bytes, size_t *bom_bytes);

/* What undeclared or wrongly declared Japanese mail most likely is: UTF-8 when
 * (mostly) well-formed, ISO-2022-JP by its escapes, else Shift_JIS or EUC-JP by which
 * decodes without errors and with more kana, else gb18030 when it fits;
 * CHARSET_NONE when nothing does. */
enum charset charset_detect(struct str bytes);

/* The text of a part or of an encoded word as it was shown: BOM, then the
 * declared label (may be ""), then `meta_label` (HTML only, may be ""), then
 * detection. A label is left where following it shows garbage: the bytes are
 * well-formed UTF-8 and malformed (or Latin) as declared; or mostly malformed
 * as declared and not so as detected; or called UTF-16 and plain ASCII. UTF-7,
 * which browsers do not read, is read: mail programs do. Oddities charset_* say
 * what happened, at `place`. */
struct str charset_decode_part(struct arena *arena, struct str bytes, struct str label, struct str meta_label,
                               struct oddities *oddities, struct str place);

#endif
