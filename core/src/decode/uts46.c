/* uts46: see uts46.h. */
#include "decode/uts46.h"

#include "data/uts46.inc"

const char *uts46_unicode_version(void) { return UTS46_UNICODE_VERSION; }

/* The row in force for `point`, by binary search. */
static size_t find_mapping(uint32_t point) {
    size_t low = 0, high = sizeof uts46_mappings / sizeof *uts46_mappings;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (uts46_mappings[middle].first_kind >> 3 <= point)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t uts46_find_properties(uint32_t point) {
    size_t low = 0, high = sizeof uts46_properties / sizeof *uts46_properties;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (uts46_properties[middle] >> 8 <= point)
            low = middle;
        else
            high = middle;
    }
    return uts46_properties[low] & 0xFF;
}

enum uts46_mapping uts46_map_point(uint32_t point, uint32_t *one, struct str *spelled) {
    size_t row = find_mapping(point);
    uint32_t first = uts46_mappings[row].first_kind >> 3;
    enum uts46_mapping kind = (enum uts46_mapping)(uts46_mappings[row].first_kind & 7);
    int32_t value = uts46_mappings[row].value;
    *one = point;
    if (kind == UTS46_PAIRED) {
        if ((point - first) % 2 != 0) return UTS46_VALID;
        *one = point + 1;
        return UTS46_SHIFTED;
    }
    if (kind == UTS46_SHIFTED) *one = (uint32_t)((int32_t)point + value);
    if (kind == UTS46_SPELLED)
        *spelled = (struct str){(const char *)uts46_spellings + (value >> 8), (size_t)(value & 0xFF)};
    return kind;
}
