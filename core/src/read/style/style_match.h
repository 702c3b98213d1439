/* style_match: where a rule is filed, so that an element meets only the rules
 * that name its id, one of its classes or its tag. Private to style_sheet. */
#ifndef HONMONO_READ_STYLE_STYLE_MATCH_H
#define HONMONO_READ_STYLE_STYLE_MATCH_H

#include "read/style/style_sheet.h"

/* Files rule number `number` (counted from 1). */
void style_match_index(struct style_sheet *sheet, uint32_t number);

#endif
