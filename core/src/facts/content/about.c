/* about: what kind of message this is, and so what an honest one would hold.
 *
 * In: the words of subject and text, the From domain. Out: facts->about and its
 * flags. Each phrase of a kind counts once, three times as much in the subject;
 * meanings beside each other ("account" and "stopped") count where no fixed
 * phrase does. A fake picks its own kind: that gains it nothing, because no
 * kind makes a message genuine; kinds only choose how strict the rules are, and
 * a second kind that the subject names adds its strictness. */
#include "brand/brand_names.h"
#include "facts/sender/answer.h"
#include "text/steps.h"
#include "text/words.h"

#define SUBJECT_TIMES 3u
#define SCORE_MIN 4u           /* below it the kind is unknown */
#define STRICT_SCORE_MIN 6u    /* ... and of a strict kind that the subject does not name */
#define SECOND_SUBJECT_MIN 15u /* subject points with which a second kind adds its flags */
#define NEAR_BYTES 60u

struct scores {
    unsigned subject[ABOUT_COUNT], text[ABOUT_COUNT], sender[ABOUT_COUNT];
};

static unsigned flags_of(enum about about) {
    static const unsigned FLAGS[] = {
#define ABOUT(id, name, flags) (flags),
#include "text/abouts.def"
#undef ABOUT
    };
    return FLAGS[about];
}

/* Adds the weights of the phrases that occur, each once; in a bar of steps every
 * kind of order mail is named, so those do not count. */
static void add_phrases(struct arena *arena, const struct words *words, const struct step_bars *bars,
                        unsigned *scores) {
    bool *seen = arena_array(arena, words_phrase_count(), sizeof *seen);
    if (seen == NULL) return;
    for (size_t i = 0; i < words->hits.size; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->word_class < WORD_about_unknown || seen[hit->phrase]) continue;
        if (steps_hold(bars, hit->from)) continue;
        seen[hit->phrase] = true;
        scores[hit->word_class - WORD_about_unknown] += words_phrase_weight(hit->phrase);
    }
}

struct pair {
    enum word_class left, right;
    enum about about;
    unsigned char subject, text; /* weight there */
};

/* Meanings beside each other. In the text of honest order mail "your account"
 * and "update" stand side by side too, so there the mild pairs weigh little. */
static const struct pair PAIRS[] = {
    {WORD_account, WORD_stop, ABOUT_account_locked, 6, 6},
    {WORD_account, WORD_confirm, ABOUT_account_locked, 5, 2},
    {WORD_account, WORD_problem, ABOUT_account_locked, 5, 3},
    {WORD_sign_in, WORD_confirm, ABOUT_account_locked, 2, 1},
    {WORD_password, WORD_confirm, ABOUT_account_locked, 5, 4},
    {WORD_membership, WORD_stop, ABOUT_membership, 6, 6},
    {WORD_membership, WORD_renew, ABOUT_membership, 6, 4},
    {WORD_membership, WORD_confirm, ABOUT_membership, 4, 3},
    {WORD_membership, WORD_problem, ABOUT_membership, 5, 4},
    {WORD_membership, WORD_cancel, ABOUT_membership, 5, 4},
    {WORD_payment, WORD_problem, ABOUT_payment_problem, 5, 5},
    {WORD_payment, WORD_confirm, ABOUT_payment_problem, 5, 3},
    {WORD_payment, WORD_stop, ABOUT_payment_problem, 5, 5},
    {WORD_card, WORD_problem, ABOUT_payment_problem, 5, 5},
    {WORD_card, WORD_confirm, ABOUT_payment_problem, 5, 3},
    {WORD_order, WORD_cancel, ABOUT_order, 4, 4},
};

/* Adds the pairs that occur; true when something of the reader's is in trouble:
 * to be stopped, renewed, paid or confirmed. */
static bool add_pairs(const struct words *words, unsigned *scores, bool subject) {
    bool trouble = false;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        struct span span;
        if (!words_near(words, PAIRS[i].left, PAIRS[i].right, NEAR_BYTES, &span)) continue;
        scores[PAIRS[i].about] += subject ? PAIRS[i].subject : PAIRS[i].text;
        trouble = trouble || PAIRS[i].about != ABOUT_order;
    }
    return trouble;
}

/* Hosts of Amazon's that carry one kind only. A forged one can only make the
 * rules stricter: each of them is a kind with other people's words. */
static void add_sender(const struct envelope *envelope, unsigned *scores) {
    static const struct {
        struct str part;
        enum about about;
    } HOSTS[] = {
#define SENDER_KIND(part, id) {STR_INIT(part), ABOUT_##id},
        BRAND_SENDER_KINDS
#undef SENDER_KIND
    };
    for (size_t i = 0; i < envelope->from.size; i++) {
        for (size_t k = 0; k < sizeof HOSTS / sizeof *HOSTS; k++) {
            struct str domain = envelope->from.at[i].domain;
            size_t at = str_find_ascii(domain, HOSTS[k].part, 0);
            if (at == STR_NONE || (at > 0 && domain.at[at - 1] != '.')) continue;
            scores[HOSTS[k].about] = 20;
        }
    }
}

/* Kinds whose words stand in the footers and menus of all others count in the
 * text only when subject or sender name them too. */
static bool needs_subject(enum about about) {
    return about == ABOUT_gift_card || about == ABOUT_wish_list || about == ABOUT_pay_merchant ||
           about == ABOUT_invitation || about == ABOUT_review_answer || about == ABOUT_support_case ||
           about == ABOUT_fraud_notice || about == ABOUT_audible || about == ABOUT_kindle ||
           about == ABOUT_aws || about == ABOUT_survey || about == ABOUT_marketing ||
           about == ABOUT_return_refund;
}

static unsigned total(const struct scores *scores, enum about about, bool no_subject) {
    unsigned named = scores->subject[about] * SUBJECT_TIMES + scores->sender[about];
    if (needs_subject(about) && named == 0 && !no_subject)
        return scores->text[about] >= 8 ? scores->text[about] / 2 : 0;
    return named + scores->text[about];
}

/* "発送済み: ...", "Shipped: ...": order mail whose subject goes on with products,
 * and a product may be called anything. The kind, or ABOUT_unknown. */
static enum about find_order_subject(struct str subject, const struct words *words) {
    for (size_t i = 0; i < words->hits.size && words->hits.at[i].from == 0; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->word_class < WORD_about_unknown) continue;
        enum about about = (enum about)(hit->word_class - WORD_about_unknown);
        if (about != ABOUT_order && about != ABOUT_dispatch && about != ABOUT_delivery &&
            about != ABOUT_return_refund)
            continue;
        struct str rest =
            str_trim(str_skip(subject, hit->to - (str_ends(str_slice(subject, 0, hit->to), STR(":")))));
        if (str_starts(rest, STR(":")) || str_starts(rest, STR("："))) return about;
    }
    return ABOUT_unknown;
}

void about_find(struct arena *arena, struct facts *facts) {
    struct scores scores = {0};
    const struct envelope *envelope = facts_envelope(facts);
    static const struct words none = {0};
    const struct words *subject = &facts->text.subject_words, *text = &facts->text.words;
    struct step_bars bars = {0}, no_bars = {0};
    if (facts->answer.own)
        text = facts->answer.own; /* what is quoted is somebody else's; its places are its own */
    else
        steps_find(facts->message->document.text, &bars);
    if (answer_quotes_subject(facts)) subject = &none;
    add_phrases(arena, subject, &no_bars, scores.subject);
    bool trouble = add_pairs(subject, scores.subject, true);
    add_phrases(arena, text, &bars, scores.text);
    trouble = add_pairs(text, scores.text, false) || trouble;
    add_sender(envelope, scores.sender);
    enum about order = find_order_subject(envelope->subject, subject);
    if (order != ABOUT_unknown) {
        for (enum about about = ABOUT_unknown; about < ABOUT_COUNT; about++)
            scores.subject[about] = about == order ? 20 : 0;
    }
    bool no_subject = envelope->subject.size == 0;
    unsigned best = 0;
    for (enum about about = ABOUT_unknown + 1; about < ABOUT_COUNT; about++) {
        unsigned score = total(&scores, about, no_subject);
        bool strict = (flags_of(about) & (ABOUT_SECURITY | ABOUT_PAYMENT)) != 0;
        bool named = no_subject || scores.subject[about] > 0;
        if (score < (strict && !named ? STRICT_SCORE_MIN : SCORE_MIN) || score <= best) continue;
        best = score;
        facts->about = about;
    }
    facts->about_flags = flags_of(facts->about);
    /* "Sale for Prime members" is about the membership and no trouble with it. */
    if (facts->about == ABOUT_membership && !trouble) facts->about_flags = 0;
    for (enum about about = ABOUT_unknown + 1; about < ABOUT_COUNT; about++) {
        unsigned more = flags_of(about);
        bool named = scores.subject[about] * SUBJECT_TIMES >= SECOND_SUBJECT_MIN;
        if (named) facts->about_flags |= more & (ABOUT_SECURITY | ABOUT_PAYMENT);
        if (scores.sender[about] > 0 || (named && scores.subject[about] >= 6)) {
            facts->about_flags |= more & ABOUT_OTHERS_WORDS;
        }
    }
}
