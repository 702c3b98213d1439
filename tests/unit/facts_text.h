/* facts_text: a message made of a text, for the tests of the text facts.
 *
 * The document is set directly (one visible text, no runs), so that each test
 * shows its whole input. */
#ifndef HONMONO_TESTS_UNIT_FACTS_TEXT_H
#define HONMONO_TESTS_UNIT_FACTS_TEXT_H

#include <string.h>

#include "facts/facts.h"

struct text_case {
    struct arena arena;
    struct message message;
    struct options options;
    struct facts facts;
    struct mailbox from, to;
    struct str names[4];
};

static inline void text_case_start(struct text_case *test, const char *subject, const char *text) {
    memset(test, 0, sizeof *test);
    test->facts.message = &test->message;
    test->facts.options = &test->options;
    test->message.envelope.subject = str_from(subject);
    test->message.document.text = str_from(text);
}

static inline void text_case_from(struct text_case *test, const char *name, const char *address) {
    test->from.name = str_from(name);
    test->from.address = str_from(address);
    size_t at = str_find_last_byte(test->from.address, '@');
    test->from.domain = at == STR_NONE ? (struct str){0} : str_skip(test->from.address, at + 1);
    test->message.envelope.from.at = &test->from;
    test->message.envelope.from.size = 1;
}

static inline void text_case_to(struct text_case *test, const char *address) {
    test->to.address = str_from(address);
    test->message.envelope.to.at = &test->to;
    test->message.envelope.to.size = 1;
}

/* Registered names, separated by "|". */
static inline void text_case_names(struct text_case *test, const char *names) {
    struct str rest = str_from(names);
    test->options.profile.names.at = test->names;
    while (rest.size > 0 && test->options.profile.names.size < 4) {
        test->names[test->options.profile.names.size++] = str_cut(&rest, '|');
    }
}

static inline void text_case_end(struct text_case *test) { arena_release(&test->arena); }

#endif
