/* link_lead: what the sentence round a link says about it.
 *
 * In: the visible text, a link in it. Out: whether the reader is asked to
 * confirm or enter something there, or to open it. */
#ifndef HONMONO_FACTS_CLAIM_LINK_LEAD_H
#define HONMONO_FACTS_CLAIM_LINK_LEAD_H

#include "facts/facts.h"

/* "Verify your identity here: https://...", and not "never enter it there". */
bool link_lead_asks(struct arena *arena, const struct facts *facts, size_t link);

/* The same, or "click", "paste it into your browser", also behind the link (as
 * Japanese has it): what a footer's address is not accompanied by. */
bool link_lead_presses(struct arena *arena, const struct facts *facts, size_t link);

/* The same, or the address has a line to itself, as what is to be followed has;
 * with `any` wherever it stands, but never in a footer. */
bool link_lead_gives(struct arena *arena, const struct facts *facts, size_t link, bool any);

#endif
