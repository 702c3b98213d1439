/* lost_escape: ISO-2022-JP out of which a page or a clipboard took the ESC bytes.
 *
 * In: the bytes of a pasted part that is labelled ISO-2022-JP and holds no ESC,
 * such as "$B%\"%^%>%s(B". Out: the same with the ESC bytes back in front of
 * the marks that had them. Text in which the marks make no sense stays as it is. */
#ifndef HONMONO_READ_DOCUMENT_LOST_ESCAPE_H
#define HONMONO_READ_DOCUMENT_LOST_ESCAPE_H

#include "base/str.h"

struct arena;

struct str lost_escape_restore(struct arena *arena, struct str bytes);

#endif
