/* payee: see payee.h. Gets past it: an address in a picture or with a letter changed on
 * purpose, which nobody could pay to either. Wronged: nobody; a number that has no such
 * checksum by chance is none. */
#include "facts/ways/payee.h"

#include <string.h>

#include "base/utf8.h"
#include "decode/keccak256.h"
#include "decode/sha256.h"

enum {
    IBAN_HEAD = 4,
    BECH32_MIN = 26,
    BASE58_MIN = 25,
    BASE58_MAX = 35,
    ETHER_SIZE = 42,
    LETTERS_MAX = 128,
    SIGNS_MAX = 2 /* between two groups of one address */
};
enum { COIN_BYTES = 25, COIN_CHECK_BYTES = 4 }; /* version, hash, checksum */

/* Letters and digits as ASCII, group by group. */
struct letters {
    char at[LETTERS_MAX];
    size_t size; /* may be more than are kept: then they are no address */
    size_t end;  /* byte of the text behind them */
};

static struct str view(const struct letters *letters) { return (struct str){letters->at, letters->size}; }

/* Full-width signs as ASCII. */
static uint32_t next_sign(struct str text, size_t *at) {
    unsigned char byte = (unsigned char)text.at[*at];
    if (byte < 0x80) {
        ++*at;
        return byte;
    }
    uint32_t point = utf8_next(text, at);
    return point > 0xFF00 && point < 0xFF5F ? point - 0xFEE0 : point;
}

static bool is_letter(uint32_t point) { return point < 0x80 && ascii_is_alnum((unsigned char)point); }

static bool is_between(uint32_t point) {
    return point == ' ' || point == '\n' || point == '-' || point == '.' || point == 0x3000;
}

/* The next group, at most a few signs behind the last one. */
static bool read_group(struct str text, struct letters *out) {
    size_t at = out->end, signs = 0, size = out->size;
    while (at < text.size) {
        size_t next = at;
        uint32_t point = next_sign(text, &next);
        if (is_letter(point)) {
            if (out->size < LETTERS_MAX) out->at[out->size] = (char)point;
            out->size++;
            out->end = next;
        } else if (out->size > size || !is_between(point) || ++signs > SIGNS_MAX) {
            break;
        }
        at = next;
    }
    return out->size > size;
}

/* A country and two digits. */
static bool begins_as_iban(struct str letters) {
    return letters.size >= IBAN_HEAD && ascii_is_alpha((unsigned char)letters.at[0]) &&
           ascii_is_digit((unsigned char)letters.at[2]) && ascii_is_digit((unsigned char)letters.at[3]);
}

/* How many letters and digits an IBAN of this country has (IBAN registry, SWIFT); 0: none
 * that banks of many customers use. */
static size_t iban_letters(struct str letters) {
    static const char lengths[] =
        "NO15BE16DK18FI18NL18SI19AT20EE20LT20LU20CH21HR21LV21LI21BG22DE22GB22IE22RS22AE23GI23IL23"
        "CZ24ES24RO24SA24SE24SK24PT25IS26TR26FR27GR27IT27MC27CY28HU28PL28UA29BR29MT31";
    for (size_t i = 0; i + 1 < sizeof lengths; i += 4)
        if (str_starts_ascii(letters, (struct str){lengths + i, 2}))
            return (size_t)(lengths[i + 2] - '0') * 10 + (size_t)(lengths[i + 3] - '0');
    return 0;
}

/* ISO 7064 MOD 97-10 over the letters, the first four of them last. */
static bool is_iban(struct str letters) {
    uint32_t rest = 0;
    if (!begins_as_iban(letters) || iban_letters(letters) != letters.size) return false;
    for (size_t i = 0; i < letters.size; i++) {
        unsigned char byte = (unsigned char)ascii_lower(letters.at[(i + IBAN_HEAD) % letters.size]);
        rest = ascii_is_digit(byte) ? (rest * 10 + (uint32_t)(byte - '0')) % 97
                                    : (rest * 100 + (uint32_t)(byte - 'a' + 10)) % 97;
    }
    return rest == 1;
}

static uint32_t bech32_step(uint32_t sum, uint32_t value) {
    static const uint32_t taps[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (size_t i = 0; i < 5; i++)
        if (top >> i & 1) sum ^= taps[i];
    return sum;
}

/* Of whatever coin: the name before the last "1" is a part of what is checked. */
static bool is_bech32(struct str word) {
    static const struct str letters = STR_INIT("qpzry9x8gf2tvdw0s3jn54khce6mua7l");
    size_t human = str_find_last_byte(word, '1');
    if (word.size < BECH32_MIN || human == STR_NONE || human == 0) return false;
    uint32_t sum = 1;
    for (size_t i = 0; i < human; i++) sum = bech32_step(sum, (uint32_t)ascii_lower(word.at[i]) >> 5);
    sum = bech32_step(sum, 0);
    for (size_t i = 0; i < human; i++) sum = bech32_step(sum, (uint32_t)ascii_lower(word.at[i]) & 31);
    for (size_t i = human + 1; i < word.size; i++) {
        size_t value = str_find_byte(letters, ascii_lower(word.at[i]), 0);
        if (value == STR_NONE) return false;
        sum = bech32_step(sum, (uint32_t)value);
    }
    return sum == 1 || sum == 0x2bc830a3;
}

static bool is_base58check(struct str word, struct str letters) {
    unsigned char bytes[COIN_BYTES] = {0}, digest[SHA256_BYTES];
    if (word.size < BASE58_MIN || word.size > BASE58_MAX) return false;
    for (size_t i = 0; i < word.size; i++) {
        size_t value = str_find_byte(letters, word.at[i], 0);
        if (value == STR_NONE) return false;
        uint32_t carry = (uint32_t)value;
        for (size_t k = COIN_BYTES; k-- > 0;) {
            carry += (uint32_t)bytes[k] * 58;
            bytes[k] = (unsigned char)carry;
            carry >>= 8;
        }
        if (carry) return false;
    }
    sha256(bytes, COIN_BYTES - COIN_CHECK_BYTES, digest);
    sha256(digest, SHA256_BYTES, digest);
    return memcmp(digest, bytes + COIN_BYTES - COIN_CHECK_BYTES, COIN_CHECK_BYTES) == 0;
}

/* "0x" and twenty bytes. Letters of both cases are a checksum (EIP-55). */
static bool is_ether(struct str word) {
    unsigned char hex[ETHER_SIZE - 2], digest[KECCAK256_BYTES];
    size_t upper = 0, lower = 0, wrong = 0;
    if (word.size != ETHER_SIZE || !str_starts_ascii(word, STR("0x"))) return false;
    word = str_skip(word, 2);
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_hex_value((unsigned char)word.at[i]) < 0) return false;
        hex[i] = (unsigned char)ascii_lower(word.at[i]);
    }
    keccak256(hex, sizeof hex, digest);
    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_digit(hex[i])) continue;
        bool big = word.at[i] != (char)hex[i], wanted = digest[i / 2] >> (i % 2 ? 3 : 7) & 1;
        upper += big;
        lower += !big;
        wrong += big != wanted;
    }
    return !upper || !lower || !wrong;
}

static bool is_coin(struct str word) {
    return word.size >= BASE58_MIN &&
           (is_bech32(word) || is_ether(word) ||
            is_base58check(word, STR("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")) ||
            is_base58check(word, STR("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")));
}

/* How many letters an address that begins with this group may have, in further groups:
 * banks write accounts so, and a narrow column or a trick breaks the others. */
static size_t most_letters(struct str first) {
    bool capital = false, digit = false;
    if (first.size > 2 && str_starts_ascii(first, STR("0x"))) return ETHER_SIZE;
    if (begins_as_iban(first)) return iban_letters(first);
    if (str_starts_ascii(first, STR("bc1")) || str_starts_ascii(first, STR("ltc1")) ||
        str_starts_ascii(first, STR("addr1")))
        return LETTERS_MAX;
    for (size_t i = 0; i < first.size && i < BASE58_MAX; i++) {
        capital = capital || (first.at[i] >= 'A' && first.at[i] <= 'Z');
        digit = digit || ascii_is_digit((unsigned char)first.at[i]);
    }
    bool begins = first.size >= 4 && str_find_byte(STR("13DLMTr"), first.at[0], 0) != STR_NONE;
    return begins && capital && digit ? BASE58_MAX : 0;
}

/* Behind a word of ASCII that has no digit, as most have none and every address has some;
 * `at` where there is another one. */
static size_t skip_word(struct str text, size_t at) {
    size_t end = at;
    while (end < text.size && ascii_is_alpha((unsigned char)text.at[end])) end++;
    bool more = end < text.size &&
                (ascii_is_digit((unsigned char)text.at[end]) || (unsigned char)text.at[end] == 0xEF);
    return more ? at : end;
}

bool payee_find(struct str text, size_t *at, struct payee *out) {
    while (*at < text.size) {
        size_t from = *at;
        unsigned char byte = (unsigned char)text.at[from];
        if (byte < 0x80 ? !ascii_is_alnum(byte) : byte != 0xEF) { /* what begins a full-width letter */
            ++*at;
            continue;
        }
        *at = skip_word(text, from);
        if (*at > from) continue;
        struct letters letters;
        letters.size = 0;
        letters.end = from;
        if (!is_letter(next_sign(text, at)) || !read_group(text, &letters)) continue;
        *at = letters.end;
        size_t most = letters.size > LETTERS_MAX ? 0 : most_letters(view(&letters));
        while (letters.size <= LETTERS_MAX) {
            bool coin = is_coin(view(&letters));
            if (coin || is_iban(view(&letters))) {
                *at = letters.end;
                *out = (struct payee){coin ? PAYEE_COIN : PAYEE_IBAN, from, *at};
                return true;
            }
            if (letters.size >= most || !read_group(text, &letters) || letters.size > most) break;
        }
    }
    return false;
}
