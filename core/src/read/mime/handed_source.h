/* handed_source: the whole source of a message inside a text that hands it on: behind
 * a line of greeting, with ">" before every line, as a file of text.
 *
 * In: a text, as bytes. Out: the same as the body of a multipart/mixed of what was
 * said above, the source as message/rfc822, what was said below. So it is read as an
 * attached message is: its head proves nothing, and nothing that is said is lost. */
#ifndef HONMONO_READ_MIME_HANDED_SOURCE_H
#define HONMONO_READ_MIME_HANDED_SOURCE_H

#include "base/str.h"

struct arena;

/* Bytes from the beginning of a text that tell whether it hands a source on. */
#define HANDED_SOURCE_PEEK_BYTES 8192u

/* Whether names of fields stand in it that only sources have; a quick look at markup. */
bool handed_source_may_be(struct str markup);
/* Whether the head of a source stands near the beginning. */
bool handed_source_is(struct str text);
/* The body of the multipart; `boundary` is what its parts are divided by, `type` the
 * Content-Type of the words round the source. */
struct str handed_source_wrap(struct arena *arena, struct str text, struct str type, struct str *boundary);

#endif
