/* steps: the bar that shows how far an order has come.
 *
 * In: text. Out: which lines are nothing but its steps, and where a bar of at
 * least three different steps stands. All steps are named in every mail about
 * the order, so a bar says nothing about which of these mails it is, and it is
 * no line that a person reads in search of a greeting. */
#ifndef HONMONO_TEXT_STEPS_H
#define HONMONO_TEXT_STEPS_H

#include "limits.h"
#include "read/document/document.h"

struct step_bars {
    struct span at[STEP_BARS_MAX];
    size_t size;
};

/* Only steps and the signs between them. */
bool steps_are_line(struct str line);
void steps_find(struct str text, struct step_bars *out);
bool steps_hold(const struct step_bars *bars, size_t at);

#endif
