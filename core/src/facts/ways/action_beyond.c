/* action_beyond: what a message asks for that leads away from Amazon and back to nobody.
 *
 * In: words and text of one search. Out: facts->actions: a program that lets somebody
 * else use the machine, money to an account or to an address of a coin, a person to be
 * added in a chat. Recognised by the form of the thing first (checksums in payee.c, the
 * labels of an account with their number), by names of programs and services second,
 * and each only counts as asked for beside a word of doing it, with none of refusing.
 *
 * Gets past it: a wish in words that no row of ways.tsv has; such a message is
 * not understood, and so no yes. Wronged: nothing that Amazon writes: it asks for none
 * of these. Warnings about fraud name the same programs and say not to use them. */
#include "facts/ways/action_search.h"
#include "facts/ways/payee.h"
#include "text/phone.h"

enum {
    ACCOUNT_BYTES = 200,
    ACCOUNT_LABELS_MIN = 3,
    ACCOUNT_DIGITS_MIN = 5,
    PAYEES_MAX = 4,
    SENT_TO_BYTES = 60
};

/* The sentence asks for something, and not for a review of a thing with that name. */
static const struct word_hit *find_request(const struct search *search, size_t hit) {
    if (action_beside(search->words, hit, WORD_review, SENTENCE_BYTES) != NULL) return NULL;
    return action_beside(search->words, hit, WORD_request, ASK_BYTES);
}

/* Which word says what is to be done with the thing, by the first of these classes that is there. */
static const struct word_hit *find_doing(const struct words *words, size_t hit, const enum word_class *doing,
                                         size_t count) {
    const struct word_hit *ask = NULL;
    for (size_t i = 0; i < count && !ask; i++) ask = action_beside(words, hit, doing[i], ASK_BYTES);
    return ask;
}

/* "Install AnyDesk and tell us the number that it shows." */
static void find_programs(struct search *search) {
    static const enum word_class doing[] = {WORD_run, WORD_enter, WORD_tell, WORD_open};
    const struct words *words = search->words;
    for (size_t i = words_next(words, WORD_remote, 0); i != STR_NONE;
         i = words_next(words, WORD_remote, i + 1)) {
        const struct word_hit *hit = &words->hits.at[i];
        const struct word_hit *ask = find_doing(words, i, doing, sizeof doing / sizeof *doing);
        bool named = ask != NULL; /* what is to be done with it, not only that something is */
        if (!ask) ask = find_request(search, i);
        bool asked = ask && !action_is_refused(words, i);
        struct span span = asked ? action_over(hit, ask) : (struct span){hit->from, hit->to};
        action_add_fact(
            search, (struct action_fact){.kind = ACTION_REMOTE, .span = span, .asked = asked, .gone = named});
    }
}

/* A number of an account: digits that stand together, at or behind `from`. */
static bool has_account_number(struct str text, size_t from, size_t to) {
    size_t digits = 0;
    for (size_t at = from; at < to && at < text.size; at++) {
        digits = ascii_is_digit((unsigned char)text.at[at]) ? digits + 1 : 0;
        if (digits >= ACCOUNT_DIGITS_MIN) return true;
    }
    return false;
}

/* How many different labels of an account stand from hit `at` on, close together. */
static size_t count_labels(const struct words *words, size_t at, size_t *to) {
    size_t count = 0, from = words->hits.at[at].from;
    uint16_t last = UINT16_MAX;
    for (size_t i = at; i < words->hits.size && words->hits.at[i].from < from + ACCOUNT_BYTES; i++) {
        const struct word_hit *hit = &words->hits.at[i];
        if (hit->word_class != WORD_bank || hit->phrase == last) continue;
        last = hit->phrase;
        *to = hit->to;
        count++;
    }
    return count;
}

/* An account that is written down to be paid to: its labels with a number, or one label
 * with a number and a word of sending money. What was paid out names no number whole. */
static void find_accounts(struct search *search) {
    const struct words *words = search->words;
    for (size_t i = words_next(words, WORD_bank, 0); i != STR_NONE; i = words_next(words, WORD_bank, i + 1)) {
        size_t from = words->hits.at[i].from, to = words->hits.at[i].to;
        size_t labels = count_labels(words, i, &to);
        const struct word_hit *send = action_beside(words, i, WORD_transfer, ACCOUNT_BYTES);
        if (!has_account_number(search->text, from, to + ACCOUNT_BYTES / 2)) continue;
        if ((labels < ACCOUNT_LABELS_MIN && !send) || action_is_refused(words, i)) continue;
        action_add_fact(
            search,
            (struct action_fact){.kind = ACTION_TRANSFER, .span = {from, to}, .asked = true, .gone = true});
        return;
    }
}

/* Money by a service for telephones: the number of a person beside its name. */
static void find_sent_to_phones(struct search *search) {
    const struct words *words = search->words;
    for (size_t i = words_next(words, WORD_transfer, 0); i != STR_NONE;
         i = words_next(words, WORD_transfer, i + 1)) {
        const struct word_hit *hit = &words->hits.at[i];
        size_t at = hit->to;
        struct phone number;
        struct str near = str_slice(search->text, 0, hit->to + SENT_TO_BYTES);
        if (!phone_find(near, &at, &number) || !number.certain || !number.mobile ||
            action_is_refused(words, i))
            continue;
        action_add_fact(search, (struct action_fact){.kind = ACTION_TRANSFER,
                                                     .span = {hit->from, number.to},
                                                     .asked = true,
                                                     .gone = true});
        return;
    }
}

/* Things that are asked for as soon as their sentence asks for anything: money by a
 * service that hands it to whoever comes, a program from outside the shops, papers that
 * are to be sent in reply. */
static void find_asked(struct search *search) {
    static const struct {
        enum word_class thing, with;
        enum action_kind kind;
        bool gone;
    } THINGS[] = {{WORD_remit, WORD_request, ACTION_TRANSFER, true},
                  {WORD_remit, WORD_enter, ACTION_TRANSFER, true},
                  {WORD_remit, WORD_tell, ACTION_TRANSFER, true},
                  {WORD_app, WORD_request, ACTION_APP, false},
                  {WORD_app, WORD_run, ACTION_APP, false},
                  {WORD_app, WORD_apply, ACTION_APP, false},
                  {WORD_cash, WORD_collect, ACTION_CASH, false},
                  {WORD_personal, WORD_reply, ACTION_REPLY, false},
                  {WORD_personal, WORD_attachment, ACTION_REPLY, false}};
    const struct words *words = search->words;
    for (size_t k = 0; k < sizeof THINGS / sizeof *THINGS; k++) {
        for (size_t i = words_next(words, THINGS[k].thing, 0); i != STR_NONE;
             i = words_next(words, THINGS[k].thing, i + 1)) {
            const struct word_hit *ask = THINGS[k].with == WORD_request
                                             ? find_request(search, i)
                                             : action_beside(words, i, THINGS[k].with, ASK_BYTES);
            if (!ask || action_is_refused(words, i)) continue;
            /* who brings a parcel takes what it costs */
            if (THINGS[k].kind == ACTION_CASH && action_beside(words, i, WORD_courier, SENTENCE_BYTES))
                continue;
            action_add_fact(search, (struct action_fact){.kind = THINGS[k].kind,
                                                         .span = action_over(&words->hits.at[i], ask),
                                                         .asked = true,
                                                         .gone = THINGS[k].gone});
            break;
        }
    }
}

static void find_payees(struct search *search) {
    struct payee payee;
    size_t at = 0;
    for (size_t count = 0; count < PAYEES_MAX && payee_find(search->text, &at, &payee); count++) {
        enum action_kind kind = payee.kind == PAYEE_COIN ? ACTION_COIN : ACTION_TRANSFER;
        bool asked = !words_have(search->words, WORD_about_fraud);
        action_add_fact(
            search,
            (struct action_fact){.kind = kind, .span = {payee.from, payee.to}, .asked = asked, .gone = true});
    }
}

/* "Add our agent on LINE": named alone, a service may just be named. */
static void find_chats(struct search *search) {
    static const enum word_class doing[] = {WORD_add_contact, WORD_call_us, WORD_tell};
    const struct words *words = search->words;
    size_t first = words_next(words, WORD_chat, 0);
    for (size_t i = first; i != STR_NONE; i = words_next(words, WORD_chat, i + 1)) {
        const struct word_hit *ask = find_doing(words, i, doing, sizeof doing / sizeof *doing);
        if (!ask) ask = find_request(search, i);
        if (!ask || action_is_refused(words, i)) continue;
        struct span span = action_over(&words->hits.at[i], ask);
        action_add_fact(search, (struct action_fact){.kind = ACTION_CHAT, .span = span, .asked = true});
        return;
    }
    if (first == STR_NONE) return;
    struct span span = {words->hits.at[first].from, words->hits.at[first].to};
    action_add_fact(search, (struct action_fact){.kind = ACTION_CHAT, .span = span});
}

void action_find_beyond(struct search *search) {
    find_programs(search);
    find_accounts(search);
    find_sent_to_phones(search);
    find_payees(search);
    find_asked(search);
    find_chats(search);
}
