/* sha256: the checksum that addresses of coins carry (FIPS 180-4).
 *
 * In: at most SHA256_INPUT_BYTES_MAX bytes. Out: their digest. */
#ifndef HONMONO_DECODE_SHA256_H
#define HONMONO_DECODE_SHA256_H

#include "base/str.h"

#define SHA256_BYTES 32u
#define SHA256_INPUT_BYTES_MAX 55u /* one block with its length */

void sha256(const unsigned char *bytes, size_t size, unsigned char digest[SHA256_BYTES]);

#endif
