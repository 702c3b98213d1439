/* keccak256: see keccak256.h. The constants of the rounds and the turns of the lanes are
 * worked out, as the reference describes them, rather than kept. */
#include "decode/keccak256.h"

enum { LANES = 25, ROUNDS = 24, BLOCK_BYTES = 136 };

static uint64_t turn(uint64_t lane, unsigned bits) {
    return bits ? lane << bits | lane >> (64 - bits) : lane;
}

static void mix_columns(uint64_t lanes[LANES]) {
    uint64_t sums[5];
    for (size_t x = 0; x < 5; x++)
        sums[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
    for (size_t i = 0; i < LANES; i++) lanes[i] ^= sums[(i + 4) % 5] ^ turn(sums[(i + 1) % 5], 1);
}

static void turn_and_move(uint64_t lanes[LANES]) {
    uint64_t moved = lanes[1];
    for (size_t i = 0, x = 1, y = 0; i < LANES - 1; i++) {
        size_t next = (2 * x + 3 * y) % 5;
        x = y;
        y = next;
        uint64_t kept = lanes[x + 5 * y];
        lanes[x + 5 * y] = turn(moved, (unsigned)((i + 1) * (i + 2) / 2 % 64));
        moved = kept;
    }
}

static void mix_rows(uint64_t lanes[LANES]) {
    for (size_t y = 0; y < LANES; y += 5) {
        uint64_t row[5];
        for (size_t x = 0; x < 5; x++) row[x] = lanes[y + x];
        for (size_t x = 0; x < 5; x++) lanes[y + x] ^= ~row[(x + 1) % 5] & row[(x + 2) % 5];
    }
}

void keccak256(const unsigned char *bytes, size_t size, unsigned char digest[KECCAK256_BYTES]) {
    uint64_t lanes[LANES] = {0};
    for (size_t i = 0; i < size; i++) lanes[i / 8] ^= (uint64_t)bytes[i] << 8 * (i % 8);
    lanes[size / 8] ^= (uint64_t)1 << 8 * (size % 8);
    lanes[BLOCK_BYTES / 8 - 1] ^= (uint64_t)1 << 63;
    unsigned shifted = 1;
    for (size_t round = 0; round < ROUNDS; round++) {
        mix_columns(lanes);
        turn_and_move(lanes);
        mix_rows(lanes);
        for (unsigned i = 0; i < 7; i++) {
            if (shifted & 1) lanes[0] ^= (uint64_t)1 << ((1u << i) - 1);
            shifted = shifted & 0x80 ? (shifted << 1 ^ 0x71) & 0xFF : shifted << 1;
        }
    }
    for (size_t i = 0; i < KECCAK256_BYTES; i++) digest[i] = (unsigned char)(lanes[i / 8] >> 8 * (i % 8));
}
