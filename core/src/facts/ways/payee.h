/* payee: where money would go, by the form of what is written alone.
 *
 * In: text. Out: one after the other, the bank accounts and addresses of coins in it
 * whose own checksum holds: IBAN (ISO 13616), bech32 and bech32m (BIP 173, 350),
 * base58check, EIP-55; of Ethereum addresses in letters of one case, which have none, the
 * form. In full-width letters and in groups, over lines too. */
#ifndef HONMONO_FACTS_WAYS_PAYEE_H
#define HONMONO_FACTS_WAYS_PAYEE_H

#include "base/str.h"

enum payee_kind { PAYEE_IBAN, PAYEE_COIN };

struct payee {
    enum payee_kind kind;
    size_t from, to; /* bytes of the text */
};

/* The next one at or after `*at`, which moves behind it; false at the end. */
bool payee_find(struct str text, size_t *at, struct payee *out);

#endif
