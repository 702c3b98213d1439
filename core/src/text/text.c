/* text: see text.h. The visible text is folded once for all who look for something
 * in its words. */
#include "text/text.h"

#include "text/brand_words.h"

void text_read(struct arena *arena, const struct message *message, const struct envelope *envelope,
               struct text *out) {
    *out = (struct text){0};
    const struct document *document = &message->document;
    words_find(arena, envelope->subject, &out->subject_words);
    struct words_finder *finder = words_start(arena, document->text, &out->words);
    struct brand_reader *reader = brand_words_start(arena, document, envelope, out);
    struct fold_reader *fold = arena_bytes(arena, sizeof *fold);
    if (finder == NULL || reader == NULL || fold == NULL) return;
    struct fold_unit unit;
    fold_start(fold, arena, document->text);
    while (fold_next(fold, &unit)) {
        words_take(finder, &unit);
        brand_words_take(reader, &unit);
        if (!fold_is_plain_latin(&unit)) continue;
        struct span letters = fold_small_letters(fold);
        words_take_letters(finder, letters);
        brand_words_take_letters(reader, letters);
    }
    fold_end(fold);
    words_end(finder);
    brand_words_end(reader, document, out);
}
