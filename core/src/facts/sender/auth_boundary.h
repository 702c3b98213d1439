/* auth_boundary: where a mail came in from outside.
 *
 * In: the fields of a source, topmost first. Out: the operator that delivered it,
 * and the Received field with which one of its servers took the mail from a
 * machine that is not its own. */
#ifndef HONMONO_FACTS_SENDER_AUTH_BOUNDARY_H
#define HONMONO_FACTS_SENDER_AUTH_BOUNDARY_H

#include "read/mime/header.h"

enum auth_place {
    AUTH_PLACE_UNKNOWN, /* nothing is known of how it writes its results */
    AUTH_PLACE_ABOVE,
    AUTH_PLACE_BELOW
};

struct auth_boundary {
    struct str operator_domain; /* "" unknown */
    enum auth_place place;
    size_t index;     /* of the field; 0 without one */
    bool from_amazon; /* the operator looked up the machine's name: one of Amazon's */
};

struct auth_boundary auth_boundary_find(const struct headers *headers);

/* The operator a host belongs to: its registrable domain, aliases resolved. */
struct str auth_operator(struct str host);

/* The host after "by" in a Received field, "" when there is none. */
struct str auth_received_by(struct str received);

#endif
