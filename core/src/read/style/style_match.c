/* style_match: which rules an element obeys; see style_sheet.h. */
#include "read/style/style_match.h"

/* Rules that one element can obey, and classes of it that are looked up. */
#define MATCHES_MAX 64u
#define CLASSES_MAX 32u

static unsigned hash_name(char kind, struct str name) {
    uint32_t hash = 2166136261u ^ (unsigned char)kind;
    for (size_t i = 0; i < name.size; i++) hash = (hash ^ (unsigned char)ascii_lower(name.at[i])) * 16777619u;
    return (hash ^ (hash >> 15)) % STYLE_BUCKETS;
}

void style_match_index(struct style_sheet *sheet, uint32_t number) {
    struct style_rule *rule = &sheet->rules.at[number - 1];
    const struct style_compound *subject = &rule->subject;
    unsigned bucket = subject->id.size       ? hash_name('#', subject->id)
                      : subject->class_count ? hash_name('.', subject->classes[0])
                      : subject->tag.size    ? hash_name('<', subject->tag)
                                             : hash_name('*', STR(""));
    rule->next = sheet->buckets[bucket];
    sheet->buckets[bucket] = number;
}

static bool same_name(const struct style_sheet *sheet, struct str left, struct str right) {
    return sheet->quirks ? str_equal_ascii(left, right) : str_equal(left, right);
}

static bool next_word(struct str *rest, struct str *word) {
    while (rest->size && ascii_is_space((unsigned char)rest->at[0])) *rest = str_skip(*rest, 1);
    size_t size = 0;
    while (size < rest->size && !ascii_is_space((unsigned char)rest->at[size])) size++;
    *word = str_slice(*rest, 0, size);
    *rest = str_skip(*rest, size);
    return size > 0;
}

static bool has_class(const struct style_sheet *sheet, struct str classes, struct str wanted) {
    struct str word;
    while (next_word(&classes, &word))
        if (same_name(sheet, word, wanted)) return true;
    return false;
}

static bool passes_test(const struct style_sheet *sheet, const struct style_compound *compound,
                        struct str classes) {
    switch (compound->test) {
    case STYLE_TEST_NONE:
        return true;
    case STYLE_TEST_EQUAL:
        return same_name(sheet, classes, compound->tested);
    case STYLE_TEST_WORD:
        return has_class(sheet, classes, compound->tested);
    case STYLE_TEST_START:
        return str_starts(classes, compound->tested);
    case STYLE_TEST_END:
        return str_ends(classes, compound->tested);
    case STYLE_TEST_PART:
        return str_contains(classes, compound->tested);
    }
    return false;
}

static bool spend(struct style_sheet *sheet, uint64_t comparisons) {
    if (sheet->comparisons_left < comparisons) {
        sheet->limit_reached = true;
        return false;
    }
    sheet->comparisons_left -= comparisons;
    return true;
}

static bool matches(struct style_sheet *sheet, const struct style_compound *compound,
                    const struct style_subject *subject) {
    if (!spend(sheet, 1 + subject->classes.size / 16)) return false;
    if (compound->tag.size && !str_equal_ascii(compound->tag, subject->tag)) return false;
    if (compound->id.size && !same_name(sheet, compound->id, subject->id)) return false;
    for (unsigned i = 0; i < compound->class_count; i++)
        if (!has_class(sheet, subject->classes, compound->classes[i])) return false;
    return passes_test(sheet, compound, subject->classes);
}

/* From the nearest ancestor on; each step takes the first that fits. */
static bool ancestors_match(struct style_sheet *sheet, const struct style_rule *rule,
                            const struct style_ancestors *ancestors) {
    size_t steps = 0;
    for (unsigned i = 0; i < rule->ancestor_count; i++) {
        struct style_subject ancestor;
        for (;;) {
            if (!ancestors->find(ancestors->owner, steps++, &ancestor)) return false;
            if (matches(sheet, &rule->ancestors[i], &ancestor)) break;
            if (rule->children[i] || sheet->limit_reached) return false;
        }
    }
    return true;
}

struct matched {
    const struct style_rule *rules[MATCHES_MAX];
    size_t size;
};

static bool is_below(const struct style_rule *left, const struct style_rule *right) {
    return left->specificity != right->specificity ? left->specificity < right->specificity
                                                   : left->order < right->order;
}

static void keep(struct style_sheet *sheet, struct matched *matched, const struct style_rule *rule) {
    if (matched->size == MATCHES_MAX) {
        sheet->limit_reached = true;
        return;
    }
    size_t at = matched->size++;
    for (; at > 0 && is_below(rule, matched->rules[at - 1]); at--)
        matched->rules[at] = matched->rules[at - 1];
    matched->rules[at] = rule;
}

static void look_up(struct style_sheet *sheet, unsigned bucket, char kind, struct str key,
                    const struct style_subject *subject, const struct style_ancestors *ancestors,
                    struct matched *matched) {
    for (uint32_t number = sheet->buckets[bucket]; number; number = sheet->rules.at[number - 1].next) {
        if (!spend(sheet, 1)) return;
        const struct style_rule *rule = &sheet->rules.at[number - 1];
        const struct style_compound *wanted = &rule->subject;
        /* The bucket may hold rules of other keys: those are met elsewhere. */
        bool here = wanted->id.size       ? kind == '#'
                    : wanted->class_count ? kind == '.' && same_name(sheet, wanted->classes[0], key)
                    : wanted->tag.size    ? kind == '<'
                                          : kind == '*';
        if (here && matches(sheet, wanted, subject) && ancestors_match(sheet, rule, ancestors))
            keep(sheet, matched, rule);
    }
}

void style_sheet_apply(struct style_sheet *sheet, const struct style_subject *subject,
                       const struct style_ancestors *ancestors, struct style_values *out) {
    if (!sheet->rules.size) return;
    struct matched matched = {.size = 0};
    look_up(sheet, hash_name('*', STR("")), '*', STR(""), subject, ancestors, &matched);
    look_up(sheet, hash_name('<', subject->tag), '<', subject->tag, subject, ancestors, &matched);
    if (subject->id.size)
        look_up(sheet, hash_name('#', subject->id), '#', subject->id, subject, ancestors, &matched);
    struct str rest = subject->classes, word;
    for (size_t i = 0; i < CLASSES_MAX && next_word(&rest, &word); i++)
        look_up(sheet, hash_name('.', word), '.', word, subject, ancestors, &matched);
    for (size_t i = 0; i < matched.size; i++) style_merge(out, matched.rules[i]->values);
}
