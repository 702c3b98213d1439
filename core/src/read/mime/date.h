/* date: the Date header as a point in time (RFC 5322 section 3.3 and 4.3).
 *
 * In: the unfolded value. Out: Unix seconds, only where the zone is stated:
 * a date without one means another moment in every country. */
#ifndef HONMONO_READ_MIME_DATE_H
#define HONMONO_READ_MIME_DATE_H

#include "base/str.h"

/* True and `*seconds` when day, month, year, time and zone are all there.
 * Obsolete forms are read: two-digit years, zone letters, comments. */
bool date_read(struct str value, int64_t *seconds);

/* Days from 1970-01-01 to that day of the Gregorian calendar. */
int64_t date_days(int64_t year, int month, int day);

#endif
