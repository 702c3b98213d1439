/* phrases: what the words of a line mean, for phrases.test.mjs.
 *
 * In: lines on standard input. Out: for each, the classes of the phrases in it,
 * and "salutation" for what opens a letter. */
#include <stdio.h>
#include <string.h>

#include "facts/person/greeting_name.h"
#include "text/words.h"

static const char *const NAMES[WORD_CLASS_COUNT] = {
    "",
#define WORD_CLASS(id) #id,
#include "data/phrases/word_classes.def"
#undef WORD_CLASS
#define ABOUT(id, name, flags) "about_" #id,
#include "text/abouts.def"
#undef ABOUT
};

int main(void) {
    char line[4096];
    struct arena arena = {0};
    while (fgets(line, sizeof line, stdin) != NULL) {
        struct str text = {line, strcspn(line, "\n")};
        struct words words;
        words_find(&arena, text, &words);
        for (size_t i = 0; i < words.hits.size; i++) printf("%s ", NAMES[words.hits.at[i].word_class]);
        printf("%s\n", greeting_is_salutation(fold_all(&arena, text)) ? "salutation" : "");
    }
    arena_release(&arena);
    return 0;
}
