/* content: signs in the words of the message (contents.def).
 *
 * In: words, brand words, links, attachments, hidden text. Out: facts->contents.
 * Most signs are meanings near each other in one sentence, so that they hold
 * for mails nobody has seen yet; what Amazon itself writes (a payment declined,
 * six days to put it right; "we answer within 24 hours"; a notice about fakes)
 * stays quiet by the meanings that stand beside it there.
 *
 * Gets past it: calm, correct wording. Wronged: excited honest writers; none of
 * these signs is decisive, and most are weak. */
#include "brand/brand_names.h"
#include "facts/content/content_sign.h"
#include "facts/ways/file_kind.h"
#include "limits.h"
#include "text/placeholder.h"

#define NEAR_BYTES 90u
#define SENTENCE_BYTES 240u
#define HOURS_MAX 72
#define DAYS_MAX 3
#define COPYRIGHT_BYTES 40u
#define COPYRIGHT_YEARS_MIN 3
#define YEAR_SECONDS 31556952

struct place {
    struct arena *arena;
    struct facts *facts;
    enum text_part part;
    struct str text;
    const struct words *words;
};

static void add(const struct place *place, enum content_sign sign, struct span span) {
    content_add(place->arena, place->facts, sign, place->part, span);
}

static void find_placeholders(const struct place *place) {
    struct span span;
    for (size_t at = 0, count = 0; count < CONTENT_FACTS_MAX && placeholder_find(place->text, at, &span);
         count++) {
        add(place, CONTENT_placeholder, span);
        at = span.to;
    }
}

/* A field that the sender forgot where nobody sees it. */
static void find_hidden_placeholder(struct arena *arena, struct facts *facts) {
    struct span span;
    if (!placeholder_find(facts->message->document.hidden_text, 0, &span)) return;
    struct content_fact *fact = list_add(arena, &facts->contents);
    if (fact == NULL) return;
    *fact = (struct content_fact){.sign = CONTENT_placeholder, .part = PART_TEXT, .hidden_span = span};
}

/* Every hit of a class that is a sign by itself. */
static void find_class(const struct place *place, enum word_class word_class, enum content_sign sign) {
    size_t count = 0;
    for (size_t i = words_next(place->words, word_class, 0); i != STR_NONE && count < CONTENT_FACTS_MAX;
         i = words_next(place->words, word_class, i + 1), count++) {
        add(place, sign, (struct span){place->words->hits.at[i].from, place->words->hits.at[i].to});
    }
}

static bool is_near(const struct place *place, enum word_class left, enum word_class right, size_t bytes,
                    struct span *out) {
    return words_near(place->words, left, right, bytes, out);
}

/* Is there a hit of the class in the sentence of hit `at`, or in the one before? */
static bool in_sentence(const struct words *words, size_t at, enum word_class word_class) {
    const struct word_hit *hit = &words->hits.at[at];
    for (size_t i = at; i-- > 0;) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || hit->from - other->from > SENTENCE_BYTES) break;
        if (other->word_class == word_class) return true;
    }
    for (size_t i = at; i < words->hits.size; i++) {
        const struct word_hit *other = &words->hits.at[i];
        if (other->sentence != hit->sentence || other->from - hit->from > SENTENCE_BYTES) break;
        if (other->word_class == word_class) return true;
    }
    return false;
}

static bool follows(const struct words *words, size_t at, enum word_class word_class, size_t bytes) {
    const struct word_hit *hit = &words->hits.at[at];
    for (size_t i = at + 1; i < words->hits.size && words->hits.at[i].from <= hit->to + bytes; i++) {
        if (words->hits.at[i].word_class == word_class) return true;
    }
    return false;
}

/* ---- threats ---- */

/* The account (or membership) will be stopped, for good, or unless. What was
 * done already is a statement; what will be done is a threat. */
static void find_threats(const struct place *place) {
    const struct words *words = place->words;
    size_t count = 0;
    for (size_t i = words_next(words, WORD_stop, 0); i != STR_NONE && count < CONTENT_FACTS_MAX;
         i = words_next(words, WORD_stop, i + 1)) {
        bool theirs = in_sentence(words, i, WORD_account) || in_sentence(words, i, WORD_membership);
        bool threat = in_sentence(words, i, WORD_unless) || in_sentence(words, i, WORD_forever) ||
                      in_sentence(words, i, WORD_will) || follows(words, i, WORD_will, 30);
        if (!theirs || !threat || in_sentence(words, i, WORD_valid_for)) continue;
        add(place, CONTENT_threat, (struct span){words->hits.at[i].from, words->hits.at[i].to});
        count++;
    }
    find_class(place, WORD_legal, CONTENT_threat);
}

/* ---- deadlines ---- */

/* The number that stands right before `at`, or -1; in `*from` where it begins. */
static int number_before(struct str text, size_t at, size_t *from) {
    while (at > 0 && (text.at[at - 1] == ' ' || text.at[at - 1] == '-')) at--;
    size_t end = at;
    int value = 0, scale = 1;
    while (at > 0 && end - at < 4 && ascii_is_digit((unsigned char)text.at[at - 1])) {
        value += (text.at[--at] - '0') * scale;
        scale *= 10;
    }
    *from = at;
    if (at < end) return value;
    /* full-width digits: EF BC 90-99 */
    while (at >= 3 && end - at < 12 && text.at[at - 3] == '\xEF' && text.at[at - 2] == '\xBC' &&
           (unsigned char)text.at[at - 1] >= 0x90 && (unsigned char)text.at[at - 1] <= 0x99) {
        value += ((unsigned char)text.at[at - 1] - 0x90) * scale;
        scale *= 10;
        at -= 3;
    }
    *from = at;
    return at < end ? value : -1;
}

static bool is_hours(struct str unit) {
    return str_contains(unit, STR("時間")) || str_contains(unit, STR("じかん")) ||
           str_starts_ascii(unit, STR("h")) || str_starts_ascii(unit, STR("stunde")) ||
           str_starts_ascii(unit, STR("or")) || str_starts_ascii(unit, STR("uur"));
}

static bool is_short(struct str text, const struct word_hit *hit, size_t *from) {
    int number = number_before(text, hit->from, from);
    if (number < 0) return false;
    struct str unit = str_slice(text, hit->from, hit->to);
    if (str_starts(unit, STR("分"))) return false;
    return is_hours(unit) ? number <= HOURS_MAX : number <= DAYS_MAX;
}

/* Something must be done in hours; what Amazon or a carrier will do in that
 * time, and how long a code lasts, are no deadlines. */
static void find_deadlines(const struct place *place) {
    const struct words *words = place->words;
    for (size_t i = 0, count = 0; i < words->hits.size && count < CONTENT_FACTS_MAX; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        bool counted = hit->word_class == WORD_within;
        if (!counted && hit->word_class != WORD_today && hit->word_class != WORD_at_once) continue;
        size_t from = hit->from;
        if (counted && !is_short(place->text, hit, &from)) continue;
        bool wide = (unsigned char)place->text.at[hit->from] >= 0x80;
        if (counted && !wide && !in_sentence(words, i, WORD_within_before) &&
            !in_sentence(words, i, WORD_unless))
            continue;
        bool asks = in_sentence(words, i, WORD_confirm) || in_sentence(words, i, WORD_sign_in) ||
                    in_sentence(words, i, WORD_unless) || in_sentence(words, i, WORD_stop);
        if (!asks || in_sentence(words, i, WORD_our_part) || in_sentence(words, i, WORD_valid_for)) continue;
        add(place, CONTENT_deadline, (struct span){from, hit->to});
        count++;
    }
}

/* ---- facts about the company, lent trust ---- */

/* The last year in what follows a copyright sign, 0 without. */
static int copyright_year(struct str text, size_t at, size_t *end) {
    int year = 0;
    for (size_t i = at; i + 4 <= text.size && i < at + COPYRIGHT_BYTES && text.at[i] != '\n'; i++) {
        bool digits = text.at[i] == '2' && text.at[i + 1] == '0' &&
                      ascii_is_digit((unsigned char)text.at[i + 2]) &&
                      ascii_is_digit((unsigned char)text.at[i + 3]);
        if (!digits || (i + 4 < text.size && ascii_is_digit((unsigned char)text.at[i + 4]))) continue;
        year = 2000 + (text.at[i + 2] - '0') * 10 + (text.at[i + 3] - '0');
        *end = i + 4;
    }
    return year;
}

/* Amazon's footers are at most a year or two behind; a kit's stay for ever. */
static void find_old_copyright(const struct place *place) {
    const struct envelope *envelope = facts_envelope(place->facts);
    if (!envelope->has_seconds) return;
    int64_t now = 1970 + envelope->seconds / YEAR_SECONDS;
    for (size_t at = 0; (at = str_find(place->text, STR("©"), at)) != STR_NONE; at += 2) {
        size_t end = at;
        int year = copyright_year(place->text, at, &end);
        if (year == 0 || (now - year < COPYRIGHT_YEARS_MIN && year <= now + 1)) continue;
        if (!str_contains_ascii(str_slice(place->text, at, end + COPYRIGHT_BYTES), STR(BRAND_NAME))) continue;
        add(place, CONTENT_wrong_company_facts, (struct span){at, end});
        return;
    }
}

static void find_wrong_facts(const struct place *place) {
    struct span span;
    find_class(place, WORD_wrong_company, CONTENT_wrong_company_facts);
    find_old_copyright(place);
    if (is_near(place, WORD_wrong_place, WORD_company, NEAR_BYTES, &span))
        add(place, CONTENT_wrong_company_facts, span);
    const struct envelope *envelope = facts_envelope(place->facts);
    bool after = envelope->has_seconds && envelope->seconds > BRAND_PRICE_CHANGED_SECONDS;
    if (after && is_near(place, WORD_wrong_price, WORD_membership, NEAR_BYTES, &span)) {
        add(place, CONTENT_wrong_company_facts, span);
    }
}

/* A visible web link that is neither Amazon's nor a well-known partner's. */
static bool has_other_link(const struct facts *facts) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *link = &facts->links.at[i];
        bool other = link->standing == STANDING_IMPERSONATING || link->standing == STANDING_HOSTING ||
                     link->standing == STANDING_UNRELATED ||
                     (link->standing == STANDING_SHORTENER && !link->amazon_run);
        if (other && !link->partner) return true;
    }
    return false;
}

/* ---- attachments ---- */

/* Amazon puts its papers on its own pages; what it never sends opens a page or
 * a program. */
static bool is_odd_attachment(const struct attachment *attachment) {
    return !attachment->inline_image && file_kind(attachment->name, attachment->type) != FILE_PLAIN;
}

static void find_attachments(struct arena *arena, struct facts *facts) {
    for (size_t i = 0, count = 0; i < facts->message->attachments.size && count < CONTENT_FACTS_MAX; i++) {
        if (!is_odd_attachment(&facts->message->attachments.at[i])) continue;
        struct content_fact *fact = list_add(arena, &facts->contents);
        if (fact == NULL) return;
        *fact =
            (struct content_fact){.sign = CONTENT_odd_attachment, .part = PART_ATTACHMENT, .attachment = i};
        count++;
    }
}

static void find_in(const struct place *place) {
    bool notice = place->facts->about == ABOUT_fraud_notice; /* explains how fakes look */
    find_placeholders(place);
    find_class(place, WORD_unfilled, CONTENT_placeholder);
    if (!notice) {
        find_threats(place);
        find_deadlines(place);
        find_class(place, WORD_foreign, CONTENT_foreign_phrase);
    }
    find_wrong_facts(place);
    if (has_other_link(place->facts)) find_class(place, WORD_reassurance, CONTENT_borrowed_reassurance);
}

void content_find(struct arena *arena, struct facts *facts) {
    struct place subject = {arena, facts, PART_SUBJECT, facts_envelope(facts)->subject,
                            &facts->text.subject_words};
    struct place text = {arena, facts, PART_TEXT, facts->message->document.text, &facts->text.words};
    find_in(&subject);
    find_in(&text);
    content_find_glyphs(arena, facts);
    content_find_numbers(arena, facts);
    content_find_hidden(arena, facts);
    find_hidden_placeholder(arena, facts);
    find_attachments(arena, facts);
}
