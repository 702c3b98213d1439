/* understood: is every sentence one that genuine messages are known to say?
 *
 * In: what the message says (seen.h), its links, the name that it greets. Out:
 * facts->understood. A wish that nobody thought of is a sentence that nobody
 * knows, so an unproven message is only called consistent when this world is
 * closed: a known sentence (core/data/sentences), a value under its label, a
 * line of goods above its price, the name greeted, the text of a link that leads
 * to Amazon. Pictures are Amazon's own drawings only: anybody who sells there puts
 * pictures of goods, with words in them, on the same host. What is hidden must be known too (other programs
 * show it), or repeat what is seen.
 *
 * Gets past it: nothing that asks for anything, unless genuine messages ask for
 * the same in the same words; all free slots together are looked at once more.
 * Wronged: honest mail with a sentence that is not known yet; the first one is
 * named, and the other two ways to "consistent" need no such list. */
#include "facts/content/picture.h"
#include "facts/content/seen.h"
#include "facts/links/link.h"
#include "limits.h"
#include "text/fold.h"
#include "text/sentence_slot.h"

#include "data/sentences.inc"

enum family { FAMILY_all, FAMILY_order, FAMILY_security, FAMILY_amount };

struct sentence {
    enum family family;
    struct str pattern; /* letters and digits; bytes below 32 are slots */
};

static const struct sentence SENTENCES[] = {
#define SENTENCE(family, pattern) {FAMILY_##family, STR_INIT(pattern)},
    SENTENCE_ROWS
#undef SENTENCE
};

struct walk {
    struct arena *arena;
    const struct facts *facts;
    const struct seen *seen;
    struct strings names; /* registered ones, as letters */
    size_t at;
    bool order, security; /* families met */
    size_t repeats;
    struct str_builder free, free_source; /* what stands in free slots, all together */
};

static bool is_slot(char byte) { return byte > 0 && byte < 32; }

static size_t end_of_line(const struct walk *walk, size_t at) {
    return walk->seen->lines.at[walk->seen->bytes[at].line].to;
}

static bool is_line_start(const struct walk *walk, size_t at) {
    return at == 0 || walk->seen->bytes[at].line != walk->seen->bytes[at - 1].line;
}

/* Where the free slot that begins at `at` ends, when `rest` of the pattern has to
 * follow; STR_NONE when it cannot. */
static size_t find_slot_end(const struct walk *walk, enum sentence_slot slot, size_t at, struct str rest) {
    struct str text = walk->seen->text;
    if (at >= text.size) return STR_NONE;
    size_t limit = end_of_line(walk, at), literal = 0;
    if (!rest.size) return limit;
    if (limit > at + sentence_slot_bytes_max(slot)) limit = at + sentence_slot_bytes_max(slot);
    while (literal < rest.size && !is_slot(rest.at[literal])) literal++;
    for (size_t end = at + 1; end <= limit; end++) {
        if (end < text.size && ((unsigned char)text.at[end] & 0xC0) == 0x80) continue;
        struct str behind = str_skip(text, end);
        if (literal ? str_starts(behind, str_slice(rest, 0, literal))
                    : sentence_slot_take((enum sentence_slot)rest.at[0], behind) > 0)
            return end;
    }
    return STR_NONE;
}

/* The free slots of one match, kept until the match is taken. */
enum { FREE_SLOTS_MAX = 4 };
struct match {
    size_t end; /* 0: none */
    struct {
        size_t from, to;
    } free[FREE_SLOTS_MAX];
    size_t free_count;
};

/* A registered name may hold what asks elsewhere (ますだ, ことね). */
static bool is_registered(const struct walk *walk, struct str letters) {
    for (size_t i = 0; i < walk->names.size; i++)
        if (str_equal(walk->names.at[i], letters)) return true;
    return false;
}

/* The registered names without blanks, folded. */
static void read_names(struct walk *walk) {
    const struct strings *names = &walk->facts->options->profile.names;
    for (size_t i = 0; i < names->size && i < REGISTERED_NAMES_MAX; i++) {
        struct str folded = fold_all(walk->arena, str_slice(names->at[i], 0, MAILBOX_BYTES_MAX));
        struct str_builder letters;
        str_builder_init(&letters, walk->arena, folded.size);
        for (size_t k = 0; k < folded.size; k++)
            if (folded.at[k] != ' ') str_builder_byte(&letters, folded.at[k]);
        struct str *name = list_add(walk->arena, &walk->names);
        if (name) *name = str_builder_view(&letters);
    }
}

static bool take_free(const struct walk *walk, enum sentence_slot slot, size_t at, struct str rest,
                      struct match *match) {
    size_t end = find_slot_end(walk, slot, at, rest);
    if (end == STR_NONE || match->free_count == FREE_SLOTS_MAX) return false;
    struct str letters = str_slice(walk->seen->text, at, end);
    bool registered = slot == SENTENCE_SLOT_PERSON && is_registered(walk, letters);
    if (!registered && !sentence_slot_is_free(slot, letters, seen_source(walk->seen, at, end))) return false;
    if (registered) {
        match->end = end;
        return true;
    }
    match->free[match->free_count].from = at;
    match->free[match->free_count++].to = end;
    match->end = end;
    return true;
}

/* Nearly all sentences already begin otherwise. */
static bool may_match(const struct walk *walk, struct str pattern) {
    return is_slot(pattern.at[0]) ||
           (walk->at < walk->seen->text.size && walk->seen->text.at[walk->at] == pattern.at[0] &&
            (pattern.size < 3 || is_slot(pattern.at[1]) || is_slot(pattern.at[2]) ||
             str_starts(str_skip(walk->seen->text, walk->at), str_slice(pattern, 0, 3))));
}

static struct match match_sentence(const struct walk *walk, struct str pattern) {
    struct match match = {.end = walk->at}, none = {0};
    for (size_t i = 0; i < pattern.size;) {
        size_t literal = i;
        while (literal < pattern.size && !is_slot(pattern.at[literal])) literal++;
        struct str rest = str_skip(walk->seen->text, match.end);
        if (literal > i) {
            if (!str_starts(rest, str_slice(pattern, i, literal))) return none;
            match.end += literal - i;
            i = literal;
            continue;
        }
        enum sentence_slot slot = (enum sentence_slot)pattern.at[i++];
        if (rest.size && rest.at[0] == ' ') rest = str_skip(rest, 1), match.end++;
        if (sentence_slot_bytes_max(slot)) {
            if (!take_free(walk, slot, match.end, str_skip(pattern, i), &match)) return none;
            continue;
        }
        size_t taken = sentence_slot_take(slot, rest);
        if (!taken) return none;
        match.end += taken;
    }
    return match;
}

static void keep_free(struct walk *walk, size_t from, size_t to) {
    str_builder_str(&walk->free, str_slice(walk->seen->text, from, to));
    str_builder_byte(&walk->free_source, ' ');
    str_builder_str(&walk->free_source, seen_source(walk->seen, from, to));
}

static bool is_of_order(enum family family) { return family == FAMILY_order || family == FAMILY_amount; }

/* The longest known sentence here that goes with those before it; of two of one
 * length the one that is written out more. */
static bool take_sentence(struct walk *walk) {
    struct match best = {0};
    size_t best_row = 0;
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++) {
        enum family family = SENTENCES[i].family;
        if (is_of_order(family) ? walk->security : family == FAMILY_security && walk->order) continue;
        if (!may_match(walk, SENTENCES[i].pattern)) continue;
        struct match match = match_sentence(walk, SENTENCES[i].pattern);
        bool same = match.end == best.end && SENTENCES[i].pattern.size > SENTENCES[best_row].pattern.size;
        if (match.end < best.end || (match.end == best.end && !same)) continue;
        best = match;
        best_row = i;
    }
    if (best.end <= walk->at) return false;
    walk->order |= is_of_order(SENTENCES[best_row].family);
    walk->security |= SENTENCES[best_row].family == FAMILY_security;
    for (size_t i = 0; i < best.free_count; i++) keep_free(walk, best.free[i].from, best.free[i].to);
    walk->at = best.end;
    return true;
}

/* The name in the greeting, and what honours it. */
static bool take_greeting(struct walk *walk) {
    const struct greeting_facts *greeting = &walk->facts->greeting;
    struct str text = walk->facts->message->document.text;
    const struct seen_byte *byte = &walk->seen->bytes[walk->at];
    const struct seen_line *line = &walk->seen->lines.at[byte->line];
    if (greeting->kind != GREETING_KIND_NAME || line->hidden || line->part != PART_TEXT) return false;
    if (!greeting->name.size || greeting->name.at < text.at || greeting->name.at > text.at + text.size)
        return false;
    size_t from = (size_t)(greeting->name.at - text.at), end = walk->at;
    if (byte->from != from) return false;
    while (end < line->to && walk->seen->bytes[end].to <= from + greeting->name.size) end++;
    struct str letters = str_slice(walk->seen->text, walk->at, end);
    if (greeting->match != NAME_SAME && !sentence_slot_is_free(SENTENCE_SLOT_PERSON, letters, greeting->name))
        return false;
    static const struct str honours[] = {STR_INIT("様"), STR_INIT("さま"), STR_INIT("殿"), STR_INIT("さん"),
                                         STR_INIT("san")};
    for (size_t i = 0; i < sizeof honours / sizeof *honours; i++)
        if (str_starts(str_skip(walk->seen->text, end), honours[i])) {
            end += honours[i].size;
            break;
        }
    walk->at = end;
    return true;
}

/* A whole text of an official link: an address that is the link's own, or goods. */
static bool take_link(struct walk *walk) {
    const struct seen_byte *bytes = walk->seen->bytes;
    int32_t link = bytes[walk->at].link;
    if (link < 0 || (size_t)link >= walk->facts->links.size) return false;
    if (walk->at > 0 && bytes[walk->at - 1].link == link) return false;
    const struct link_fact *fact = &walk->facts->links.at[link];
    if (fact->standing != STANDING_OFFICIAL) return false;
    size_t end = walk->at;
    while (end < walk->seen->text.size && bytes[end].link == link && bytes[end].line == bytes[walk->at].line)
        end++;
    struct str letters = str_slice(walk->seen->text, walk->at, end);
    struct str source = seen_source(walk->seen, walk->at, end);
    bool address = fact->text_is_target && sentence_slot_is_address(letters, source);
    if (!address &&
        (letters.size < SLOT_GOODS_BYTES_MIN || !sentence_slot_is_free(SENTENCE_SLOT_GOODS, letters, source)))
        return false;
    if (!address) keep_free(walk, walk->at, end);
    walk->at = end;
    return true;
}

static bool is_amount_at(struct walk *walk, size_t at) {
    struct walk trial = *walk;
    trial.at = at;
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++)
        if (SENTENCES[i].family == FAMILY_amount && may_match(&trial, SENTENCES[i].pattern) &&
            match_sentence(&trial, SENTENCES[i].pattern).end > at)
            return true;
    return false;
}

/* A whole line of goods, right above how many of them or what they cost. */
static bool take_goods_line(struct walk *walk) {
    if (!is_line_start(walk, walk->at)) return false;
    size_t end = end_of_line(walk, walk->at);
    struct str letters = str_slice(walk->seen->text, walk->at, end);
    if (letters.size < SLOT_GOODS_BYTES_MIN || end >= walk->seen->text.size || !is_amount_at(walk, end))
        return false;
    if (!sentence_slot_is_free(SENTENCE_SLOT_GOODS, letters, seen_source(walk->seen, walk->at, end)))
        return false;
    keep_free(walk, walk->at, end);
    walk->at = end;
    return true;
}

/* What is hidden may repeat a line that is seen, or be a number that only
 * Outlook's settings are (96, in a comment for it). */
static bool take_hidden_line(struct walk *walk) {
    const struct seen *seen = walk->seen;
    if (walk->at < seen->hidden_from || !is_line_start(walk, walk->at)) return false;
    size_t end = end_of_line(walk, walk->at);
    struct str letters = str_slice(seen->text, walk->at, end);
    bool setting = str_equal(letters, STR("96"));
    if (!setting && walk->repeats++ >= HIDDEN_REPEATS_MAX) return false;
    if (!setting && !str_contains(str_slice(seen->text, 0, seen->hidden_from), letters)) return false;
    walk->at = end;
    return true;
}

static bool take_next(struct walk *walk) {
    const struct seen *seen = walk->seen;
    if (seen->text.at[walk->at] == ' ') {
        walk->at++;
        return true;
    }
    if (seen->lines.at[seen->bytes[walk->at].line].drawing) return false;
    return take_hidden_line(walk) || take_sentence(walk) || take_greeting(walk) || take_link(walk) ||
           take_goods_line(walk);
}

static void name_unknown(struct understood_facts *out, const struct walk *walk) {
    const struct seen *seen = walk->seen;
    const struct seen_byte *byte = &seen->bytes[walk->at];
    const struct seen_line *line = &seen->lines.at[byte->line];
    out->part = line->part;
    out->hidden = line->hidden;
    out->span = (struct span){byte->from, seen->bytes[line->to - 1].to};
    out->words = seen_source(seen, walk->at, line->to);
}

/* Amazon's own drawings (logos, lines, the picture that counts openings) stand
 * below /images/G/; goods, which others photograph, below /images/I/. Seen in four
 * mails of January 2026. */
static bool is_drawing_of_amazons(struct arena *arena, const struct message *message, struct str source) {
    struct link_fact fact;
    link_judge(arena, picture_source(message, source), NULL, false, &fact);
    return fact.standing == STANDING_OFFICIAL && str_starts(link_final_url(&fact)->path, STR("/images/G/"));
}

static bool has_unknown_picture(struct arena *arena, const struct message *message, struct str *unknown) {
    struct str last = {0};
    for (size_t i = 0; i < message->document.pictures.size; i++) {
        struct str source = message->document.pictures.at[i];
        if (!source.size || str_equal(source, last)) continue;
        last = source;
        *unknown = source;
        if (!is_drawing_of_amazons(arena, message, source)) return true;
    }
    return false;
}

/* A line of signs only, which no step of the walk meets. */
static bool has_drawing(const struct seen *seen, struct str *drawing) {
    for (size_t i = 0; i < seen->lines.size; i++) {
        if (!seen->lines.at[i].drawing) continue;
        *drawing =
            str_slice(seen->lines.at[i].source, seen->lines.at[i].span.from, seen->lines.at[i].span.to);
        return true;
    }
    return false;
}

/* Programs show the names of those it is addressed to. */
static bool has_odd_recipient(struct arena *arena, const struct envelope *envelope, struct str *odd) {
    for (size_t i = 0; i < envelope->to.size; i++) {
        struct str name = envelope->to.at[i].name;
        *odd = name;
        if (!name.size || str_equal(name, envelope->to.at[i].address)) continue;
        if (!sentence_slot_is_free(SENTENCE_SLOT_PERSON, fold_all(arena, name), name)) return true;
    }
    return false;
}

/* What the page round the message says beyond the mailer's own words: only the
 * person's own name and address are known there. */
static bool has_unknown_frame(const struct walk *walk, struct str *unknown) {
    const struct strings *pieces = &walk->facts->message->frame.unknown;
    const struct strings *emails = &walk->facts->options->profile.emails;
    for (size_t i = 0; i < pieces->size; i++) {
        *unknown = pieces->at[i];
        struct str folded = fold_all(walk->arena, str_slice(pieces->at[i], 0, MAILBOX_BYTES_MAX));
        struct str_builder letters;
        str_builder_init(&letters, walk->arena, folded.size);
        for (size_t k = 0; k < folded.size; k++)
            if (folded.at[k] != ' ') str_builder_byte(&letters, folded.at[k]);
        bool known = is_registered(walk, str_builder_view(&letters));
        for (size_t k = 0; k < emails->size && !known; k++)
            known = str_equal_ascii(emails->at[k], pieces->at[i]);
        if (!known) return true;
    }
    return false;
}

void understood_find(struct arena *arena, struct facts *facts) {
    struct understood_facts *out = &facts->understood;
    struct seen *seen = arena_alloc(arena, sizeof *seen);
    if (!seen) return;
    struct seen_reader *reader = seen_start(arena, facts, seen);
    if (!reader) return;
    struct walk walk = {.arena = arena, .facts = facts, .seen = seen};
    read_names(&walk);
    str_builder_init(&walk.free, arena, 256);
    str_builder_init(&walk.free_source, arena, 256);
    out->looked = true;
    for (seen_reach(reader, 0); walk.at < seen->text.size; seen_reach(reader, walk.at)) {
        if (take_next(&walk)) continue;
        if (seen->too_long) break; /* perhaps only cut off */
        name_unknown(out, &walk);
        return;
    }
    out->too_long = seen->too_long;
    if (seen->too_long || arena->failed) return;
    if (has_drawing(seen, &out->words) || has_unknown_frame(&walk, &out->words)) return;
    if (has_odd_recipient(arena, facts_envelope(facts), &out->words)) {
        out->part = PART_TO;
        return;
    }
    if (has_unknown_picture(arena, facts->message, &out->words)) {
        out->picture = true;
        return;
    }
    out->all =
        !sentence_slot_asks_together(str_builder_view(&walk.free), str_builder_view(&walk.free_source));
    if (!out->all) out->words = str_builder_view(&walk.free_source);
}
