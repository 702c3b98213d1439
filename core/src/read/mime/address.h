/* address: mailboxes out of From, To and the like (RFC 5322 with obsolete
 * forms, RFC 6532, and the dots that Japanese carriers allow). */
#ifndef HONMONO_READ_MIME_ADDRESS_H
#define HONMONO_READ_MIME_ADDRESS_H

#include "base/list.h"
#include "base/str.h"

struct oddities;

struct mailbox {
    struct str name;    /* decoded, unquoted; "" without */
    struct str address; /* as written without <>; "" when there is none */
    struct str domain;  /* what stands after the last "@" of address, as written */
    struct str header;  /* which header named it, lower snake_case: "from", "delivered_to" */
};

struct mailboxes {
    LIST(struct mailbox);
};

/* Appends every mailbox of an unfolded, still encoded header value. `oddities`
 * may be NULL when nobody wants to know. */
void address_read(struct arena *arena, struct str value, struct str header, struct mailboxes *out,
                  struct oddities *oddities);

#endif
