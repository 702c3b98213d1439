/* picture: where the pictures of a message come from. */
#ifndef HONMONO_FACTS_CONTENT_PICTURE_H
#define HONMONO_FACTS_CONTENT_PICTURE_H

#include "facts/facts.h"

/* A picture's source without the address that a mail program put before it. */
struct str picture_source(const struct message *message, struct str source);

#endif
