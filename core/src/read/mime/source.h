/* source: where in some bytes the source of a message begins, if it is one.
 *
 * In: what was opened or pasted. Out: the place of the first header line, and
 * whether the head has a field that only sources have. Above it only an empty
 * line, an mbox "From " line and, in a paste, the table that a "show source"
 * page prints may stand: anything else would let a message smuggle a head of
 * its own making into the paste of its text. */
#ifndef HONMONO_READ_MIME_SOURCE_H
#define HONMONO_READ_MIME_SOURCE_H

#include "read/mime/header.h"

/* A field that no reading view prints. */
bool source_is_field(struct str name);
bool source_find(struct str bytes, enum line_ends ends, bool paste, size_t *head);

/* A source whose every line was pasted with an empty one behind it, without
 * these; "" for anything else. */
struct str source_without_spacing(struct arena *arena, struct str bytes, enum line_ends ends);

#endif
