/* json_message: the "message" section of the JSON. */
#ifndef HONMONO_VERDICT_JSON_MESSAGE_H
#define HONMONO_VERDICT_JSON_MESSAGE_H

#include "verdict/json_writer.h"
#include "verdict/link_numbers.h"

/* True when text was cut (JSON_TEXT_BYTES_MAX). */
bool json_message(struct arena *arena, struct json *json, const struct facts *facts,
                  const struct judgement *judgement, const struct link_numbers *numbers);
/* The key "link": the number of facts->links.at[link] in the JSON, or null. */
void json_link_number(struct json *json, const struct link_numbers *numbers, int64_t link);

#endif
