/* facts: the order in which facts are found; see facts.h. */
#include "brand/brand_names.h"
#include "decode/unicode.h"
#include "facts/links/brand.h"

/* Bytes of a display name that are compared: longer ones are no names. */
enum { HEADER_NAME_JUDGED_MAX = 400 };

/* An SMS has at most 670 characters, and nobody pastes a mail that short
 * without its sender or subject. */
enum { BRIEF_BYTES_MAX = 670 };

static bool is_brief(const struct message *message) {
    const struct envelope *envelope = &message->envelope;
    return message->kind == KIND_TEXT && !message->forwarded && !envelope->from.size &&
           !envelope->subject.size && message->document.text.size <= BRIEF_BYTES_MAX;
}

/* Who passes a message on does so in their own name. A sender line that itself
 * says Amazon is judged as it stands: else a fake would carry an innocent letter
 * behind it and be judged by that. */
static bool poses_as_brand(struct arena *arena, const struct mailbox *mailbox) {
    struct str name = unicode_skeleton(arena, str_slice(mailbox->name, 0, HEADER_NAME_JUDGED_MAX));
    struct str folded = unicode_nfkc_casefold(arena, name);
    struct host_judgement judgement;
    brand_judge_domain(arena, mailbox->domain, &judgement);
    return str_contains(folded, STR(BRAND_NAME)) || str_contains(folded, STR(BRAND_NAME_KANA)) ||
           judgement.standing == STANDING_OFFICIAL || judgement.standing == STANDING_IMPERSONATING;
}

static bool is_forwarded(struct arena *arena, const struct message *message) {
    if (!message->forwarded) return false;
    for (size_t i = 0; i < message->envelope.from.size; i++)
        if (poses_as_brand(arena, &message->envelope.from.at[i])) return false;
    return true;
}

/* Somebody else's link settles it: nothing that is said beside it helps. */
static bool leads_elsewhere(const struct facts *facts) {
    for (size_t i = 0; i < facts->links.size; i++) {
        enum standing standing = facts->links.at[i].standing;
        if (standing == STANDING_IMPERSONATING || standing == STANDING_HOSTING ||
            standing == STANDING_UNRELATED)
            return true;
    }
    return false;
}

void facts_find(struct arena *arena, const struct message *message, const struct options *options,
                struct facts *out) {
    *out = (struct facts){.message = message, .options = options};
    link_find(arena, out);
    if (message->kind == KIND_LINK) return; /* a link has a standing, it is no message */
    out->forwarded = is_forwarded(arena, message);
    out->brief = is_brief(message);
    removed_find(out);
    text_read(arena, message, facts_envelope(out), &out->text);
    answer_find(arena, out);
    about_find(arena, out);
    recipient_find(arena, out);
    sender_find(arena, out);
    others_words_find(out);
    sign_in_find(arena, out);
    order_find(arena, out);
    action_find(arena, out);
    claim_find(arena, out);
    greeting_find(arena, out);
    content_find(arena, out);
    picture_find(arena, out);
    if (out->claim.claims && !leads_elsewhere(out)) understood_find(arena, out);
}

const char *about_name(enum about about) {
    static const char *const names[] = {
#define ABOUT(id, name, flags) name,
#include "text/abouts.def"
#undef ABOUT
    };
    return names[about];
}

const char *standing_name(enum standing standing) {
    static const char *const names[] = {"official",  "impersonating", "hosting",   "shortener",
                                        "unrelated", "not_web",       "unparsable"};
    return names[standing];
}
