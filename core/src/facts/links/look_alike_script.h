/* look_alike_script: a label or text with other letters than ASCII, as a person
 * reads it and as a person sees it. */
#ifndef HONMONO_FACTS_LINKS_LOOK_ALIKE_SCRIPT_H
#define HONMONO_FACTS_LINKS_LOOK_ALIKE_SCRIPT_H

#include "base/str.h"

struct arena;

struct script_view {
    struct str plain; /* its ASCII letters, lower case, "-" for everything else */
    struct str looks; /* the ASCII letters it looks like, "?" for a letter that looks like none */
    bool mixed;       /* Latin letters beside Cyrillic, Greek or the like */
    bool names_brand; /* Amazon's name written in another script: アマゾン, 亚马逊 */
};

/* A Punycode label ("xn--..."). */
void look_alike_read_script(struct arena *arena, struct str label, struct script_view *out);
/* Any UTF-8; full-width letters read as plain ones. */
void look_alike_read_text(struct arena *arena, struct str text, struct script_view *out);
/* The name with at most two letters that look like nothing known: ama?on. */
bool look_alike_fits_unknown(struct str looks);

#endif
