/* text: see text.h. */
#include "text/text.h"

#include "text/brand_words.h"

void text_read(struct arena *arena, const struct message *message, const struct envelope *envelope,
               struct text *out) {
    *out = (struct text){0};
    words_find(arena, message->document.text, &out->words);
    words_find(arena, envelope->subject, &out->subject_words);
    brand_words_find(arena, &message->document, envelope, out);
}
