/* placeholder: a field of a mail template that nobody filled in.
 *
 * In: text. Out: the first such field at or after `from`: [RECEIVER_ADDRESS],
 * ##email##, {{name}}, %name%, ${NAME}, *|FNAME|*, %{RAND_LETTER_5}, <NAME>.
 * Why closed words: "[SPAM]", "[PATCH]", "[TEL]" and "100%" are honest. */
#ifndef HONMONO_TEXT_PLACEHOLDER_H
#define HONMONO_TEXT_PLACEHOLDER_H

#include "read/document/document.h"

bool placeholder_find(struct str text, size_t from, struct span *out);

#endif
