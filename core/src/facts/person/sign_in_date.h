/* sign_in_date: the date of a sign-in as a message writes it.
 *
 * In: the value of "When". Out: whether Amazon ever writes dates so, and when
 * it was. Genuine: "Jan 27, 2022 11:44 AM Japan Standard Time" (day padded or
 * not). Fakes: "04/13/2023 06:00:00 am", "2022/3/29 2:23:35",
 * "1/10/2021 10:35:50 JST" (sbapp.net, ameblo.jp/laosunzee, op.cx/?p=4752). */
#ifndef HONMONO_FACTS_PERSON_SIGN_IN_DATE_H
#define HONMONO_FACTS_PERSON_SIGN_IN_DATE_H

#include "base/str.h"

struct sign_in_date {
    bool read;             /* day, month and year were understood */
    bool odd;              /* written as Amazon never writes it */
    bool has_zone;         /* seconds are exact; else any zone within a day */
    int64_t seconds;       /* Unix, as if UTC when the zone is unknown */
    int64_t other_seconds; /* with day and month swapped where both readings are possible */
};

/* `text` is folded (lower case). */
void sign_in_date_read(struct str text, struct sign_in_date *out);

#endif
