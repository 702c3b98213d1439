/* style_property: the value of one declaration.
 *
 * In: a property's name and its value, without "!important". Out: what it sets;
 * nothing when the name decides nothing or the value is invalid. Private to
 * style.c. */
#ifndef HONMONO_READ_STYLE_STYLE_PROPERTY_H
#define HONMONO_READ_STYLE_STYLE_PROPERTY_H

#include "read/style/style.h"

void style_property_read(struct str name, struct str value, bool quirks, struct style_values *out);

#endif
