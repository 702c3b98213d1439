/* html_names: see html_names.h. The names are sorted, so that a name is found
 * in a handful of comparisons. */
#include "read/html_names.h"

struct name_row {
    struct str name;
    unsigned flags;
};

static const struct name_row tags[] = {
#define TAG(id, name, flags) {STR_INIT(name), (flags)},
#include "read/html_tags.def"
#undef TAG
};

static const struct name_row attributes[] = {
#define ATTRIBUTE(id, name) {STR_INIT(name), 0},
#include "read/html_attributes.def"
#undef ATTRIBUTE
};

_Static_assert(HTML_ATTRIBUTE_COUNT <= 64, "a set of attributes is one uint64_t");

#define NAME_BYTES_MAX 16u

static size_t find(const struct name_row *rows, size_t count, struct str name) {
    if (!name.size || name.size > NAME_BYTES_MAX) return 0;
    char lower[NAME_BYTES_MAX];
    for (size_t i = 0; i < name.size; i++) lower[i] = ascii_lower(name.at[i]);
    struct str wanted = {lower, name.size};
    size_t low = 1, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(rows[middle].name, wanted);
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

enum html_tag html_tag_find(struct str name) { return (enum html_tag)find(tags, HTML_TAG_COUNT, name); }

unsigned html_tag_flags(enum html_tag tag) { return tags[tag].flags; }

enum html_attribute_id html_attribute_find(struct str name) {
    return (enum html_attribute_id)find(attributes, HTML_ATTRIBUTE_COUNT, name);
}
