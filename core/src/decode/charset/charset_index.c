/* charset_index: see charset_index.h; core/data/charset.mjs describes the layout. */
#include "decode/charset/charset_index.h"

#include "data/charset_index.inc"

enum {
    SINGLE_BYTE_BLOCKS = 2,
    JIS0208_POINTERS = 60 * 188,
    JIS0212_POINTERS = 94 * 94,
    GBK_POINTERS = 126 * 190,
    BIG5_POINTERS = 126 * 157,
    EUC_KR_POINTERS = 126 * 190
};

_Static_assert(INDEX_BLOCK == CHARSET_INDEX_BLOCK, "the cache holds whole blocks");
_Static_assert(INDEX_X_MAC_CYRILLIC - INDEX_IBM866 ==
                   SINGLE_BYTE_BLOCKS * (CHARSET_X_MAC_CYRILLIC - CHARSET_IBM866),
               "single-byte tables stand in the order of charsets.def");

/* The lowest bit is the sign, so that small steps either way have a zero high
 * byte; 0xFFFF is a step of 0, since the word 0 means "no character". */
static uint32_t unpack_step(size_t entry) {
    uint32_t word = steps_low[entry] | (uint32_t)steps_high[entry] << 8;
    uint32_t step = word >> 1 ^ (0u - (word & 1)); /* without branches: a character takes dozens */
    return word == 0xFFFF ? 0 : step;
}

static uint32_t find(size_t first_block, uint32_t pointer) {
    size_t block = first_block + pointer / INDEX_BLOCK;
    size_t entry = first_block * INDEX_BLOCK + pointer;
    if ((steps_low[entry] | steps_high[entry]) == 0) return 0;
    uint32_t code_point = block_bases[block];
    for (size_t at = block * INDEX_BLOCK; at <= entry; at++) code_point += unpack_step(at);
    return code_point & 0xFFFF;
}

/* A text stays in few blocks (kana in two): each is unpacked once, and kept until
 * another takes its slot. */
static uint32_t find_kept(struct charset_index_cache *cache, size_t first_block, uint32_t pointer) {
    size_t block = first_block + pointer / INDEX_BLOCK, slot = block % CHARSET_INDEX_SLOTS;
    if (cache->blocks[slot] != block + 1) {
        cache->blocks[slot] = (uint16_t)(block + 1);
        uint32_t code_point = block_bases[block];
        for (size_t i = 0; i < INDEX_BLOCK; i++) {
            size_t entry = block * INDEX_BLOCK + i;
            code_point += unpack_step(entry);
            bool none = (steps_low[entry] | steps_high[entry]) == 0;
            cache->code_points[slot][i] = none ? 0 : (uint16_t)code_point;
        }
    }
    return cache->code_points[slot][pointer % INDEX_BLOCK];
}

bool charset_is_single_byte(enum charset charset) {
    return charset >= CHARSET_IBM866 && charset <= CHARSET_X_MAC_CYRILLIC;
}

uint32_t charset_index_single_byte(enum charset charset, unsigned char byte) {
    if (!charset_is_single_byte(charset) || byte < 0x80) return 0;
    size_t table = (size_t)(charset - CHARSET_IBM866);
    return find(INDEX_IBM866 + SINGLE_BYTE_BLOCKS * table, (uint32_t)byte - 0x80);
}

uint32_t charset_index_jis0208(struct charset_index_cache *cache, uint32_t pointer) {
    return pointer < JIS0208_POINTERS ? find_kept(cache, INDEX_JIS0208, pointer) : 0;
}

uint32_t charset_index_jis0212(struct charset_index_cache *cache, uint32_t pointer) {
    return pointer < JIS0212_POINTERS ? find_kept(cache, INDEX_JIS0212, pointer) : 0;
}

uint32_t charset_index_gbk(struct charset_index_cache *cache, uint32_t pointer) {
    return pointer < GBK_POINTERS ? find_kept(cache, INDEX_GBK, pointer) : 0;
}

uint32_t charset_index_euc_kr(struct charset_index_cache *cache, uint32_t pointer) {
    return pointer < EUC_KR_POINTERS ? find_kept(cache, INDEX_EUC_KR, pointer) : 0;
}

uint32_t charset_index_big5(struct charset_index_cache *cache, uint32_t pointer) {
    if (pointer >= BIG5_POINTERS) return 0;
    uint32_t code_point = find_kept(cache, INDEX_BIG5, pointer);
    bool plane_2 = pointer / 8 < sizeof big5_plane_2 && (big5_plane_2[pointer / 8] >> pointer % 8 & 1);
    return plane_2 ? code_point + 0x20000 : code_point;
}

uint32_t charset_index_gb18030_range(uint32_t pointer) {
    if ((pointer > 39419 && pointer < 189000) || pointer > 1237575) return 0;
    if (pointer >= 189000) return pointer - 189000 + 0x10000;
    size_t low = 0, high = sizeof gb18030_pointers / sizeof *gb18030_pointers;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (gb18030_pointers[middle] <= pointer)
            low = middle;
        else
            high = middle;
    }
    return gb18030_code_points[low] + pointer - gb18030_pointers[low];
}
