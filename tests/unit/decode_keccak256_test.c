/* decode_keccak256: the digests that the Keccak team and Ethereum publish. */
#include "decode/keccak256.h"

#include "unit/check.h"

static struct str hex_of(const char *text, char *hex) {
    unsigned char digest[KECCAK256_BYTES];
    struct str whole = str_from(text);
    keccak256((const unsigned char *)whole.at, whole.size, digest);
    for (size_t i = 0; i < KECCAK256_BYTES; i++) snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    return str_from(hex);
}

int main(void) {
    char hex[2 * KECCAK256_BYTES + 1];
    CHECK_STR(hex_of("", hex), STR("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
    CHECK_STR(hex_of("abc", hex), STR("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"));
    return CHECK_END("decode_keccak256");
}
