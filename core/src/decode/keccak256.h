/* keccak256: the checksum by the case of letters that addresses of Ethereum carry (the
 * Keccak of 2011, whose padding is not that of FIPS 202).
 *
 * In: at most KECCAK256_INPUT_BYTES_MAX bytes. Out: their digest. */
#ifndef HONMONO_DECODE_KECCAK256_H
#define HONMONO_DECODE_KECCAK256_H

#include "base/str.h"

#define KECCAK256_BYTES 32u
#define KECCAK256_INPUT_BYTES_MAX 135u /* one block */

void keccak256(const unsigned char *bytes, size_t size, unsigned char digest[KECCAK256_BYTES]);

#endif
