/* link_text: what a link says it is, against where it leads. */
#ifndef HONMONO_FACTS_LINKS_LINK_TEXT_H
#define HONMONO_FACTS_LINKS_LINK_TEXT_H

#include "facts/facts.h"

/* Fills text_host, text_is_other_host, text_is_target, text_names_brand,
 * text_calls and the notes about them; the rest of `fact` is known. */
void link_text_read(struct arena *arena, const struct link *link, struct link_fact *fact);
/* Takes that out again, for another link to the same place. */
void link_text_forget(struct link_fact *fact);
/* "Amazon.co.jp" in a sentence or a signature is the shop's name: some programs
 * make a link of it, but it is nothing that a message gives to be pressed. */
bool link_text_is_shop_name(const struct link *link);
/* Marks what the message wants pressed, over all its links. */
void link_text_find_calls(struct arena *arena, struct facts *facts);

#endif
