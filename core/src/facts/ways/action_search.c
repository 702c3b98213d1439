/* action_search: see action_search.h. */
#include "facts/ways/action_search.h"

#include "limits.h"

void action_add_words(struct search *search, struct action_fact action) {
    size_t count = 0;
    for (size_t i = 0; i < search->facts->actions.size; i++)
        count += search->facts->actions.at[i].kind == action.kind;
    if (count >= ACTION_FACTS_MAX) return;
    struct action_fact *kept = list_add(search->arena, &search->facts->actions);
    if (kept != NULL) *kept = action;
}

void action_add_fact(struct search *search, struct action_fact action) {
    action.part = PART_TEXT;
    action.words = str_slice(search->text, action.span.from, action.span.to);
    if (search->hidden)
        action = (struct action_fact){.kind = action.kind, .words = action.words, .part = PART_TEXT};
    if (search->apart) action.span = (struct span){0, 0};
    action_add_words(search, action);
}

void action_add(struct search *search, enum action_kind kind, struct span span, bool main_call) {
    action_add_fact(search, (struct action_fact){.kind = kind, .span = span, .main_call = main_call});
}

const struct word_hit *action_beside(const struct words *words, size_t at, enum word_class word_class,
                                     size_t bytes) {
    const struct word_hit *hit = &words->hits.at[at], *best = NULL;
    for (size_t i = at; i-- > 0;) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || hit->from > other->to + bytes) break;
        if (other->word_class == word_class) {
            best = other;
            break;
        }
    }
    for (size_t i = at; i < words->hits.size; i++) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || other->from > hit->to + bytes) break;
        if (other->word_class == word_class) return other;
    }
    return best;
}

struct span action_over(const struct word_hit *left, const struct word_hit *right) {
    return (struct span){left->from < right->from ? left->from : right->from,
                         left->to > right->to ? left->to : right->to};
}

bool action_near(const struct words *words, struct span place, enum word_class word_class, size_t bytes) {
    for (size_t i = words_next(words, word_class, 0); i != STR_NONE;
         i = words_next(words, word_class, i + 1)) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->from > place.to + bytes) return false;
        if (hit->to + bytes >= place.from) return true;
    }
    return false;
}

bool action_is_refused(const struct words *words, size_t hit) {
    return action_beside(words, hit, WORD_never, SENTENCE_BYTES) != NULL ||
           action_beside(words, hit, WORD_about_fraud, SENTENCE_BYTES) != NULL;
}
