/* style_sheet: rules of <style> elements, and which of them an element obeys.
 *
 * In: CSS. Out: for an element, the declarations of its matching rules, lower
 * ones first. Selectors of tags, classes, ids, class attributes, descendants
 * and children are understood; a rule with anything else (states, pseudo
 * elements) is left out. Rules for phones only or wide screens only can show
 * what is hidden, never hide what is shown: somebody sees it. */
#ifndef HONMONO_READ_STYLE_STYLE_SHEET_H
#define HONMONO_READ_STYLE_STYLE_SHEET_H

#include "base/list.h"
#include "read/style/style.h"

#define STYLE_COMPOUND_CLASSES_MAX 4u
#define STYLE_ANCESTORS_MAX 6u
#define STYLE_BUCKETS 256u

/* What the selectors ask of an element. */
struct style_subject {
    struct str tag;         /* raw */
    struct str classes, id; /* decoded attribute values */
};

/* How the rules reach an element's ancestors: 0 is the parent. False beyond the root. */
struct style_ancestors {
    bool (*find)(const void *owner, size_t steps, struct style_subject *out);
    const void *owner;
};

enum style_test {
    STYLE_TEST_NONE,
    STYLE_TEST_EQUAL,
    STYLE_TEST_WORD,
    STYLE_TEST_START,
    STYLE_TEST_END,
    STYLE_TEST_PART
};

struct style_compound {
    struct str tag, id; /* "" = any */
    struct str classes[STYLE_COMPOUND_CLASSES_MAX];
    unsigned class_count;
    enum style_test test; /* of the whole class attribute */
    struct str tested;
};

struct style_rule {
    struct style_compound subject;
    struct style_compound *ancestors;   /* nearest first */
    bool children[STYLE_ANCESTORS_MAX]; /* ancestors[i] must be the parent of what is before it */
    unsigned ancestor_count;
    uint32_t specificity, order;
    uint32_t next; /* in its bucket, + 1 */
    const struct style_values *values;
};

struct style_sheet {
    struct arena *arena;
    bool quirks; /* class and id names in any case */
    struct {
        LIST(struct style_rule);
    } rules;
    uint32_t buckets[STYLE_BUCKETS]; /* first rule + 1 */
    uint64_t comparisons_left;
    bool limit_reached;
};

void style_sheet_start(struct style_sheet *sheet, struct arena *arena, bool quirks, size_t markup_bytes);
/* Adds the rules of one <style> element with its media attribute ("" = all). */
void style_sheet_add(struct style_sheet *sheet, struct str css, struct str media);
/* Merges what the sheet says about `subject` into `out`. */
void style_sheet_apply(struct style_sheet *sheet, const struct style_subject *subject,
                       const struct style_ancestors *ancestors, struct style_values *out);

#endif
