/* words: every phrase that any text fact knows, found in one pass.
 *
 * In: text. Out: which classes of phrase stand in it and where, in text order,
 * plus counts of its letters by script. The phrases are those of
 * core/data/phrases; a class (word_classes.def) is a meaning such as "account" or
 * "will be stopped", so that about.c, content.c and action.c ask for meanings
 * near each other and never for whole sentences of known mails.
 *
 * Linear: the text is folded through a window, phrases are looked up by their
 * first bytes, and both the longest phrase and the fullest bucket are constants
 * of the data. */
#ifndef HONMONO_TEXT_WORDS_H
#define HONMONO_TEXT_WORDS_H

#include "base/arena.h"
#include "base/list.h"
#include "read/document/document.h"
#include "text/fold.h"

enum word_class {
    WORD_NONE,
#define WORD_CLASS(id) WORD_##id,
#include "data/phrases/word_classes.def"
#undef WORD_CLASS
#define ABOUT(id, name, flags) WORD_about_##id,
#include "text/abouts.def"
#undef ABOUT
    WORD_CLASS_COUNT
};

struct word_hit {
    enum word_class word_class;
    uint16_t phrase;   /* row of the phrases */
    size_t from, to;   /* bytes of the text */
    uint32_t sentence; /* number of the sentence it begins in */
};

struct words {
    struct {
        LIST(struct word_hit);
    } hits;
    uint32_t counts[WORD_CLASS_COUNT];             /* all occurrences, kept or not */
    bool flooded;                                  /* a class occurs more often than is kept */
    size_t kana, han, hangul, latin, chinese_only; /* letters */
    size_t mixed_words;                            /* words with look-alike letters among Latin ones ... */
    struct span first_mixed;                       /* ... and the first of them */
};

void words_find(struct arena *arena, struct str text, struct words *out);

/* The same for who folds the text for others too: every unit of it in turn. */
struct words_finder;
struct words_finder *words_start(struct arena *arena, struct str text,
                                 struct words *out); /* NULL: no memory */
void words_take(struct words_finder *finder, const struct fold_unit *unit);
/* The small letters that follow a Latin one (fold_small_letters). */
void words_take_letters(struct words_finder *finder, struct span letters);
void words_end(struct words_finder *finder);

bool words_have(const struct words *words, enum word_class word_class);
/* First hit of the class at or after hit `from`, or STR_NONE. */
size_t words_next(const struct words *words, enum word_class word_class, size_t from);
/* A hit of class `left` and one of class `right` in the same sentence, at most
 * `bytes` between them, in either order: the span over both. */
bool words_near(const struct words *words, enum word_class left, enum word_class right, size_t bytes,
                struct span *out);

/* True for a han character that Chinese writes and Japanese does not. */
bool words_is_chinese_only(uint32_t code_point);

/* The phrases by row, for the unit test and about.c. */
size_t words_phrase_count(void);
struct str words_phrase_text(size_t row);
enum word_class words_phrase_class(size_t row);
unsigned words_phrase_weight(size_t row);

#endif
