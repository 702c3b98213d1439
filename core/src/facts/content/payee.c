/* payee: see payee.h. Gets past it: an address in a picture or with a letter changed on
 * purpose, which nobody could pay to either. Wronged: nobody; a number that has no such
 * checksum by chance is none. */
#include "facts/content/payee.h"

#include <string.h>

#include "base/utf8.h"
#include "decode/sha256.h"

enum { IBAN_MAX = 34, BECH32_MIN = 14, BECH32_MAX = 90, BASE58_MIN = 26, BASE58_MAX = 35, ETHER_SIZE = 42 };
enum { COIN_BYTES = 25, COIN_CHECK_BYTES = 4 }; /* version, hash, checksum */

/* Letters and digits that stand together. */
static size_t word_size(struct str text) {
    size_t size = 0;
    while (size < text.size && ascii_is_alnum((unsigned char)text.at[size])) size++;
    return size;
}

/* How many letters and digits an IBAN of this country has (IBAN registry, SWIFT); 0: none
 * that banks of many customers use. */
static size_t iban_letters(struct str text) {
    static const struct str lengths[] = {
        STR_INIT("NO15"), STR_INIT("BE16"), STR_INIT("DK18"), STR_INIT("FI18"), STR_INIT("NL18"),
        STR_INIT("SI19"), STR_INIT("AT20"), STR_INIT("EE20"), STR_INIT("LT20"), STR_INIT("LU20"),
        STR_INIT("CH21"), STR_INIT("HR21"), STR_INIT("LV21"), STR_INIT("LI21"), STR_INIT("BG22"),
        STR_INIT("DE22"), STR_INIT("GB22"), STR_INIT("IE22"), STR_INIT("RS22"), STR_INIT("AE23"),
        STR_INIT("GI23"), STR_INIT("IL23"), STR_INIT("CZ24"), STR_INIT("ES24"), STR_INIT("RO24"),
        STR_INIT("SA24"), STR_INIT("SE24"), STR_INIT("SK24"), STR_INIT("PT25"), STR_INIT("IS26"),
        STR_INIT("TR26"), STR_INIT("FR27"), STR_INIT("GR27"), STR_INIT("IT27"), STR_INIT("MC27"),
        STR_INIT("CY28"), STR_INIT("HU28"), STR_INIT("PL28"), STR_INIT("UA29"), STR_INIT("BR29"),
        STR_INIT("MT31")};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        if (!str_starts(text, str_slice(lengths[i], 0, 2))) continue;
        return (size_t)(lengths[i].at[2] - '0') * 10 + (size_t)(lengths[i].at[3] - '0');
    }
    return 0;
}

/* The letters of an IBAN that begins here, blanks between its groups left out; what it
 * takes of the text, 0 when there are too few. */
static size_t collect_iban(struct str text, char *letters, size_t wanted) {
    size_t count = 0, at = 0;
    while (at < text.size && count < wanted) {
        unsigned char byte = (unsigned char)text.at[at++];
        bool blank = byte == ' ' && count % 4 == 0;
        if (!blank && !ascii_is_alnum(byte)) return 0;
        if (!blank) letters[count++] = (char)(byte >= 'a' && byte <= 'z' ? byte - 32 : byte);
    }
    bool ends = at == text.size || !ascii_is_alnum((unsigned char)text.at[at]);
    return count == wanted && ends ? at : 0;
}

/* ISO 7064 MOD 97-10 over the letters, the first four of them last. */
static bool has_iban_checksum(const char *letters, size_t count) {
    uint32_t rest = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned char byte = (unsigned char)letters[(i + 4) % count];
        rest = ascii_is_digit(byte) ? (rest * 10 + (uint32_t)(byte - '0')) % 97
                                    : (rest * 100 + (uint32_t)(byte - 'A' + 10)) % 97;
    }
    return rest == 1;
}

static size_t iban(struct str text) {
    char letters[IBAN_MAX];
    bool digits = text.size > 4 && ascii_is_digit((unsigned char)text.at[2]) &&
                  ascii_is_digit((unsigned char)text.at[3]);
    size_t count = digits ? iban_letters(text) : 0;
    size_t size = count ? collect_iban(text, letters, count) : 0;
    return size && has_iban_checksum(letters, count) ? size : 0;
}

static uint32_t bech32_step(uint32_t sum, uint32_t value) {
    static const uint32_t taps[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (size_t i = 0; i < 5; i++)
        if (top >> i & 1) sum ^= taps[i];
    return sum;
}

static bool is_bech32(struct str word) {
    static const struct str letters = STR_INIT("qpzry9x8gf2tvdw0s3jn54khce6mua7l");
    static const struct str begins[] = {STR_INIT("bc1"), STR_INIT("tb1"), STR_INIT("ltc1")};
    if (word.size < BECH32_MIN || word.size > BECH32_MAX) return false;
    size_t human = 0;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (str_starts_ascii(word, begins[i])) human = begins[i].size - 1;
    if (!human) return false;
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

static bool is_base58check(struct str word) {
    static const struct str letters = STR_INIT("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
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

static bool is_ether(struct str word) {
    if (word.size != ETHER_SIZE || !str_starts_ascii(word, STR("0x"))) return false;
    for (size_t i = 2; i < word.size; i++)
        if (ascii_hex_value((unsigned char)word.at[i]) < 0) return false;
    return true;
}

bool payee_find(struct str text, size_t *at, struct payee *out) {
    while (*at < text.size) {
        if (!ascii_is_alnum((unsigned char)text.at[*at])) {
            ++*at;
            continue;
        }
        size_t from = *at, size = word_size(str_skip(text, from));
        struct str word = str_slice(text, from, from + size);
        size_t account = size >= 4 ? iban(str_skip(text, from)) : 0;
        if (account) {
            *at = from + account;
            *out = (struct payee){PAYEE_IBAN, from, *at};
            return true;
        }
        *at = from + size;
        if (!is_bech32(word) && !is_base58check(word) && !is_ether(word)) continue;
        *out = (struct payee){PAYEE_COIN, from, *at};
        return true;
    }
    return false;
}
