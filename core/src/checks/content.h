/* content: what the content checks share: signs to outcomes. */
#ifndef HONMONO_CHECKS_CONTENT_H
#define HONMONO_CHECKS_CONTENT_H

#include "checks/check.h"

struct content_row {
    enum content_sign sign;
    enum outcome outcome;
};

/* One finding per row whose sign was found, with the words as evidence. */
void report_contents(const struct facts *facts, struct report *report, const struct content_row *rows,
                     size_t count);

#endif
