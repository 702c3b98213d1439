/* parameter: a structured field value: a word and its parameters
 * (RFC 2045 section 5.1, RFC 2231; Content-Type, Content-Disposition).
 *
 * In: an unfolded value. Out: the leading word and parameters put together
 * from continuations, decoded to UTF-8. Duplicates are all kept, in order:
 * programs disagree about which of two boundaries counts. */
#ifndef HONMONO_READ_MIME_PARAMETER_H
#define HONMONO_READ_MIME_PARAMETER_H

#include "base/list.h"
#include "base/str.h"

struct oddities;

struct parameter {
    struct str name;  /* lower case, without "*" and numbers */
    struct str value; /* unquoted, percent-decoded, UTF-8 */
};

struct parameters {
    struct str word; /* what stands before the first ";", lower case, no white space: "text/html" */
    LIST(struct parameter);
};

void parameters_read(struct arena *arena, struct str value, struct parameters *out, struct oddities *oddities,
                     struct str place);

/* The value of the `nth` (0 = first) parameter of that name; "" without. */
struct str parameters_find(const struct parameters *parameters, struct str name, size_t nth);

#endif
