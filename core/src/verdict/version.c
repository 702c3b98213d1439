/* version: whose only source is package.json. */
#include "honmono.h"

const char *honmono_version(void) { return HONMONO_VERSION; }
