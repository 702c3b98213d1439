/* file_kind: what a file would do when it is opened, by its name and type.
 *
 * In: a name, and the type that the message gives it ("" without). Out: its kind. */
#ifndef HONMONO_FACTS_WAYS_FILE_KIND_H
#define HONMONO_FACTS_WAYS_FILE_KIND_H

#include "base/str.h"

enum file_kind {
    FILE_PLAIN,  /* pictures, calendars, PDF, signatures, whatever is not known */
    FILE_ODD,    /* a page, an archive, an office document, a contact card */
    FILE_PROGRAM /* runs, installs or sets something up */
};

enum file_kind file_kind(struct str name, struct str type);

/* Where a name of a program stands in a text ("setup.exe"), at or after `*at`, which moves
 * behind it; false at the end. Endings that words have, too (.com, .js), do not count. */
bool file_kind_find_program(struct str text, size_t *at, size_t *from);

#endif
