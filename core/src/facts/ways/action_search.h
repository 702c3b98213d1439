/* action_search: what the finders of ways to act share (action.c, action_beyond.c).
 *
 * In: words and text of one search. Out: facts->actions, at most ACTION_FACTS_MAX of a
 * kind. What stands beside what decides: a thing, and a word of asking for it in the
 * same sentence. */
#ifndef HONMONO_FACTS_WAYS_ACTION_SEARCH_H
#define HONMONO_FACTS_WAYS_ACTION_SEARCH_H

#include "facts/facts.h"

/* Bytes between a thing and the word that asks for it, and over a sentence. */
#define ASK_BYTES 90u
#define SENTENCE_BYTES 240u

struct search {
    struct arena *arena;
    struct facts *facts;
    struct str text;
    const struct words *words;
    bool has_call; /* a web link that the message wants pressed */
    bool hidden;   /* the text is one that nobody should see */
    bool apart;    /* the text is no part of document.text, and is shown: a calendar's */
};

/* What stands outside the visible text. */
void action_add_words(struct search *search, struct action_fact action);
/* A place of the text. */
void action_add(struct search *search, enum action_kind kind, struct span span, bool main_call);
/* The same, with all that is known of it; `part` and `words` are filled in. */
void action_add_fact(struct search *search, struct action_fact action);

/* A hit of the class in the sentence of hit `at`, at most `bytes` away. */
const struct word_hit *action_beside(const struct words *words, size_t at, enum word_class word_class,
                                     size_t bytes);
struct span action_over(const struct word_hit *left, const struct word_hit *right);

/* A hit of the class at most `bytes` from the place [from, to). */
bool action_near(const struct words *words, struct span place, enum word_class word_class, size_t bytes);
/* The hit's sentence refuses, or speaks of fakes. */
bool action_is_refused(const struct words *words, size_t hit);

/* The link opens a page. */
static inline bool action_is_web(const struct link_fact *link) {
    return link->standing != STANDING_NOT_WEB && link->standing != STANDING_UNPARSABLE;
}

/* Telephone numbers in the search's text (action.c). */
void action_find_phones(struct search *search);
/* What is known by its form, or leads to a page without a link (action_form.c). */
void action_find_forms(struct search *search);
/* What calendars and contact cards say (action_calendar.c). */
void action_find_calendars(struct search *search);
/* Whether a mail address is one that Amazon answers at. */
bool action_is_amazon_address(struct str address);

/* Programs, money and people: what is asked for beyond Amazon (action_beyond.c). */
void action_find_beyond(struct search *search);

#endif
