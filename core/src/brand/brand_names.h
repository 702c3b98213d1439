/* brand_names: what the brand is called, as constants.
 *
 * BRAND_NAME and the like are string literals, the lists are initialisers of
 * arrays of str; all of it is data (core/data/brands), and no other file of the
 * core spells the brand (tests/tidy/brand.test.mjs). */
#ifndef HONMONO_BRAND_BRAND_NAMES_H
#define HONMONO_BRAND_BRAND_NAMES_H

#include "base/str.h"

#include "data/brand_names.inc"

#endif
