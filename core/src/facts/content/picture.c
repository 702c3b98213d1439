/* picture: pictures that may hold what nobody here can read, such as a code to
 * scan or a telephone number, and fonts and style sheets that change what is read.
 *
 * In: the sources of all pictures that are seen, the attachments. Out: one
 * ACTION_PICTURE when one of them does not come from Amazon's own hosts, and
 * facts->dressed_elsewhere. Amazon's mail shows pictures from
 * its own hosts only; a picture carried inside the message, or from elsewhere,
 * may be the trap beside honest links. It only rules out "consistent".
 *
 * An honest sender is wronged where the mail program put its own address in
 * front of a picture: Gmail's is taken off again, for what was copied from it. */
#include "facts/content/picture.h"

#include "base/utf8.h"
#include "facts/links/link.h"

/* "https://ci3.googleusercontent.com/meips/...#https://m.media-amazon.com/..."
 * in a page of Gmail's; in a message's own source it would be the sender's. */
struct str picture_source(const struct message *message, struct str source) {
    static const struct str proxy = STR_INIT("googleusercontent.com/");
    size_t mark = str_find_byte(source, '#', 0);
    bool copied = message->kind == KIND_HTML && str_starts_ascii(source, STR("https://"));
    if (!copied || mark == STR_NONE || !str_contains(str_slice(source, 0, 64), proxy)) return source;
    return str_skip(source, mark + 1);
}

static bool is_amazons(struct arena *arena, const struct message *message, struct str source) {
    struct link_fact fact;
    link_judge(arena, picture_source(message, source), NULL, false, &fact);
    return fact.standing == STANDING_OFFICIAL;
}

/* A font may draw other letters than it is asked for, a style sheet may write
 * words; Google's fonts are known and the same for everybody. */
static bool is_dressed_elsewhere(struct arena *arena, const struct message *message) {
    static const struct str known[] = {STR_INIT("fonts.googleapis.com"), STR_INIT("fonts.gstatic.com")};
    struct str last = {0};
    for (size_t i = 0; i < message->document.loaded.size; i++) {
        struct link_fact fact;
        struct str source = message->document.loaded.at[i];
        if (str_equal(source, last)) continue;
        last = source;
        link_judge(arena, source, NULL, false, &fact);
        if (fact.standing != STANDING_OFFICIAL && !str_equal_any(fact.url.host, STR_LIST(known))) return true;
    }
    return false;
}

enum { SOURCE_BYTES_SHOWN = 80 };

static void add(struct arena *arena, struct facts *facts, enum text_part part, struct str words) {
    struct action_fact *action = list_add(arena, &facts->actions);
    bool sourceless = str_starts(words, STR("about:"));
    words = str_slice(words, 0, sourceless ? 0 : utf8_floor(words, SOURCE_BYTES_SHOWN));
    if (action) *action = (struct action_fact){.kind = ACTION_PICTURE, .part = part, .words = words};
}

void picture_find(struct arena *arena, struct facts *facts) {
    const struct message *message = facts->message;
    facts->dressed_elsewhere = is_dressed_elsewhere(arena, message);
    /* programs show what is attached as a picture below the text */
    for (size_t i = 0; i < message->attachments.size; i++) {
        if (!str_starts(message->attachments.at[i].type, STR("image/"))) continue;
        add(arena, facts, PART_ATTACHMENT, message->attachments.at[i].name);
        return;
    }
    struct str last = {0};
    for (size_t i = 0; i < message->document.pictures.size; i++) {
        struct str source = message->document.pictures.at[i];
        if (source.size == 0 || str_equal(source, last)) continue;
        last = source;
        if (is_amazons(arena, message, source)) continue;
        add(arena, facts, PART_LINK, source);
        return;
    }
}
