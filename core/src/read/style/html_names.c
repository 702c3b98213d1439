/* html_names: see html_names.h. A hash without collisions leads to the only row
 * that can have the name. */
#include "read/style/html_names.h"

/* Factors of the first, middle and last byte, and the mask of the table. */
struct name_hash {
    unsigned first, middle, last, mask;
};

#include "data/html_names.inc"

struct name_row {
    struct str name;
    unsigned flags;
};

static const struct name_row tags[] = {
#define TAG(id, name, flags) {STR_INIT(name), (flags)},
#include "read/style/html_tags.def"
#undef TAG
};

static const struct str attributes[] = {
#define ATTRIBUTE(id, name) STR_INIT(name),
#include "read/style/html_attributes.def"
#undef ATTRIBUTE
};

_Static_assert(HTML_ATTRIBUTE_COUNT <= 64, "a set of attributes is one uint64_t");

static size_t find_row(const struct name_hash *hash, const uint8_t *rows, struct str name) {
    if (!name.size) return 0;
    unsigned first = (unsigned char)name.at[0] | 0x20u, last = (unsigned char)name.at[name.size - 1] | 0x20u;
    unsigned middle = (unsigned char)name.at[name.size / 2] | 0x20u;
    unsigned place =
        (unsigned)name.size * 7 + first * hash->first + middle * hash->middle + last * hash->last;
    uint8_t row = rows[place & hash->mask];
    return row ? row - 1u : 0;
}

enum html_tag html_tag_find(struct str name) {
    size_t row = find_row(&html_tag_hash, html_tag_rows, name);
    return row && str_equal_ascii(tags[row].name, name) ? (enum html_tag)row : HTML_TAG_none;
}

unsigned html_tag_flags(enum html_tag tag) { return tags[tag].flags; }

enum html_attribute_id html_attribute_find(struct str name) {
    size_t row = find_row(&html_attribute_hash, html_attribute_rows, name);
    return row && str_equal_ascii(attributes[row], name) ? (enum html_attribute_id)row : HTML_ATTRIBUTE_none;
}

size_t style_property_find(struct str name) {
    return find_row(&style_property_hash, style_property_rows, name);
}
