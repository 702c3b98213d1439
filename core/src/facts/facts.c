/* facts: the order in which facts are found; see facts.h. */
#include "facts/facts.h"

/* An SMS has at most 670 characters, and nobody pastes a mail that short
 * without its sender or subject. */
enum { BRIEF_BYTES_MAX = 670 };

static bool is_brief(const struct message *message) {
    const struct envelope *envelope = &message->envelope;
    return message->kind == KIND_TEXT && !message->forwarded && !envelope->from.size &&
           !envelope->subject.size && message->document.text.size <= BRIEF_BYTES_MAX;
}

void facts_find(struct arena *arena, const struct message *message, const struct options *options,
                struct facts *out) {
    *out = (struct facts){.message = message, .options = options};
    link_find(arena, out);
    if (message->kind == KIND_LINK) return; /* a link has a standing, it is no message */
    out->brief = is_brief(message);
    brand_words_find(arena, out);
    about_find(arena, out);
    recipient_find(arena, out);
    sender_find(arena, out);
    sign_in_find(arena, out);
    action_find(arena, out);
    claim_find(arena, out);
    greeting_find(arena, out);
    content_find(arena, out);
    picture_find(arena, out);
}

const struct envelope *facts_envelope(const struct facts *facts) {
    return facts->message->forwarded ? &facts->message->inner : &facts->message->envelope;
}

const char *about_name(enum about about) {
    static const char *const names[] = {
#define ABOUT(id, name, flags) name,
#include "facts/abouts.def"
#undef ABOUT
    };
    return names[about];
}

const char *standing_name(enum standing standing) {
    static const char *const names[] = {"official",  "impersonating", "hosting",   "shortener",
                                        "unrelated", "not_web",       "unparsable"};
    return names[standing];
}
