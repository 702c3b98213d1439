/* claim_sender: see claim_sender.h. A name is compared with the domain it writes
 * from and with the sites it links to; who hides behind a role may still go by
 * the name at the head of the subject. */
#include "facts/claim/claim_sender.h"

#include "base/utf8.h"
#include "decode/unicode.h"
#include "facts/links/brand.h"
#include "facts/sender/sender_role.h"
#include "read/url/domain.h"
#include "text/words.h"

static struct str first_label(const struct domain *domain) {
    return str_slice(domain->registrable, 0, str_find_byte(domain->registrable, '.', 0));
}

enum { OWN_LABEL_BYTES_MIN = 4, INNER_LABEL_BYTES_MIN = 6 };

/* The same registrable domain, or one named after the other: redditmail.com
 * writes for reddit.com, mysoftbank.ne.jp for softbank.jp. */
static bool is_home(const struct domain *own, const struct domain *other) {
    if (!own->registrable.size || !other->registrable.size) return false;
    if (str_equal(own->registrable, other->registrable)) return true;
    struct str left = first_label(own), right = first_label(other);
    if (left.size < OWN_LABEL_BYTES_MIN || right.size < OWN_LABEL_BYTES_MIN) return false;
    struct str longer = left.size > right.size ? left : right;
    struct str shorter = left.size > right.size ? right : left;
    return str_starts(longer, shorter) ||
           (shorter.size >= INNER_LABEL_BYTES_MIN && str_ends(longer, shorter));
}

/* The name in the From line is that of its own domain: "1Password" <...@1password.com>. */
bool claim_goes_by_domain(struct arena *arena, const struct facts *facts, const struct domain *own) {
    struct str label = first_label(own);
    struct str name = unicode_nfkc_casefold(arena, facts->sender.from.at[0].mailbox.name);
    struct str_builder joined;
    str_builder_init(&joined, arena, name.size);
    for (size_t i = 0; i < name.size; i++)
        if (ascii_is_alnum((unsigned char)name.at[i])) str_builder_byte(&joined, name.at[i]);
    struct str word = str_builder_view(&joined);
    return label.size >= OWN_LABEL_BYTES_MIN && word.size >= OWN_LABEL_BYTES_MIN &&
           (str_contains(word, label) || str_contains(label, word));
}

/* The name at the head of a subject by which a shop goes whose sender line names
 * a role: "【Nippon Shoes】 Your order". It must be said in the text as well, so
 * that 【要対応】 and the like are none. */
static struct str find_mark(struct str subject) {
    static const struct str open[] = {STR_INIT("【"), STR_INIT("["), STR_INIT("［"), STR_INIT("《")},
                            close[] = {STR_INIT("】"), STR_INIT("]"), STR_INIT("］"), STR_INIT("》")};
    subject = str_trim(subject);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        if (!str_starts(subject, open[i])) continue;
        size_t end = str_find(subject, close[i], 0);
        return end == STR_NONE ? STR("") : str_trim(str_slice(subject, open[i].size, end));
    }
    return STR("");
}

enum { MARK_BYTES_MIN = 3, MARK_BYTES_MAX = 60 };

static bool is_own_name(struct arena *arena, const struct facts *facts, struct str mark) {
    if (mark.size < MARK_BYTES_MIN || mark.size > MARK_BYTES_MAX) return false;
    if (!str_contains(facts->message->document.text, mark) || sender_role_names_nobody(arena, mark) ||
        str_contains_ascii(mark, STR("amz")))
        return false;
    for (size_t i = 0; i < facts->text.brand_words.size; i++)
        if (facts->text.brand_words.at[i].word.at >= mark.at &&
            facts->text.brand_words.at[i].word.at < mark.at + mark.size)
            return false;
    struct arena scratch = {0}; /* a word list is as large as a small message */
    struct words words;
    words_find(&scratch, mark, &words);
    bool own = words.hits.size == 0;
    if (scratch.failed) arena->failed = true;
    arena_release(&scratch);
    return own;
}

static bool has_mark_of_own(struct arena *arena, const struct facts *facts) {
    return is_own_name(arena, facts, find_mark(facts_envelope(facts)->subject));
}

bool claim_brief_names_other(struct arena *arena, const struct facts *facts) {
    return is_own_name(arena, facts, find_mark(facts->message->document.text));
}

bool claim_marks_own_name(struct arena *arena, const struct facts *facts) {
    return facts->sender.from.size == 1 && sender_role_is_sender(arena, &facts->sender.from.at[0].mailbox) &&
           !facts->sender.from.at[0].local_part_claims_brand && has_mark_of_own(arena, facts);
}

bool claim_hides_behind_role(struct arena *arena, const struct facts *facts) {
    return facts->sender.from.size == 1 && sender_role_is_sender(arena, &facts->sender.from.at[0].mailbox) &&
           !has_mark_of_own(arena, facts);
}

/* Somebody who gives a name of their own, and links to their own site or goes by
 * the name of their own domain. */
bool claim_is_other_party(struct arena *arena, const struct facts *facts, struct domain *own) {
    if (facts->sender.from.size != 1) return false;
    const struct sender_fact *sender = &facts->sender.from.at[0];
    if (claim_hides_behind_role(arena, facts) || !sender->host.size) return false;
    domain_find(sender->host, own);
    for (size_t i = 0; i < facts->links.size; i++)
        if (is_home(own, &facts->links.at[i].domain)) return true;
    return claim_goes_by_domain(arena, facts, own);
}

enum {
    RECIPIENTS_READ_MAX = 20,
    LETTER_BYTES_MAX = 4000, /* people write short */
    NAME_BYTES_MAX = 200,
    NAME_WORD_BYTES_MIN = 4, /* two kanji or kana, four Latin letters */
};

/* Mailboxes of people: free mail, internet providers, mobile carriers. */
static const struct str people_domains[] = {
    STR_INIT("gmail.com"),      STR_INIT("googlemail.com"), STR_INIT("yahoo.co.jp"),
    STR_INIT("ymail.ne.jp"),    STR_INIT("yahoo.com"),      STR_INIT("outlook.com"),
    STR_INIT("outlook.jp"),     STR_INIT("hotmail.com"),    STR_INIT("hotmail.co.jp"),
    STR_INIT("live.jp"),        STR_INIT("live.com"),       STR_INIT("msn.com"),
    STR_INIT("icloud.com"),     STR_INIT("me.com"),         STR_INIT("mac.com"),
    STR_INIT("docomo.ne.jp"),   STR_INIT("ezweb.ne.jp"),    STR_INIT("au.com"),
    STR_INIT("softbank.ne.jp"), STR_INIT("i.softbank.jp"),  STR_INIT("ymobile.ne.jp"),
    STR_INIT("uqmobile.jp"),    STR_INIT("rakuten.jp"),     STR_INIT("nifty.com"),
    STR_INIT("biglobe.ne.jp"),  STR_INIT("ocn.ne.jp"),      STR_INIT("so-net.ne.jp"),
    STR_INIT("plala.or.jp"),    STR_INIT("gmx.de"),         STR_INIT("gmx.net"),
    STR_INIT("web.de"),         STR_INIT("t-online.de"),    STR_INIT("orange.fr"),
    STR_INIT("wanadoo.fr"),     STR_INIT("free.fr"),        STR_INIT("libero.it"),
    STR_INIT("aol.com"),        STR_INIT("proton.me"),      STR_INIT("protonmail.com"),
};

/* A colleague, a fellow student: the same organisation as the reader's. */
static bool is_colleague(struct arena *arena, const struct facts *facts) {
    struct domain own, other;
    domain_find(facts->sender.from.at[0].host, &own);
    if (!own.registrable.size) return false;
    for (size_t i = 0; i < facts->recipient.addresses.size && i < RECIPIENTS_READ_MAX; i++) {
        domain_find(str_lower_ascii(arena, facts->recipient.addresses.at[i].domain), &other);
        if (str_equal(own.registrable, other.registrable)) return true;
    }
    return false;
}

bool claim_writes_among_people(struct arena *arena, const struct facts *facts) {
    if (facts->sender.from.size != 1 || facts->sender.from.at[0].is_recipient) return false;
    for (size_t i = 0; i < sizeof people_domains / sizeof *people_domains; i++)
        if (str_equal(facts->sender.from.at[0].host, people_domains[i])) return true;
    return headers_find(&facts->message->headers, STR("In-Reply-To")) || is_colleague(arena, facts);
}

/* "田中です", "Best, Hanako": a word of the sender's name stands in the text. */
bool claim_signs_by_name(struct arena *arena, const struct facts *facts) {
    struct str name = facts->sender.from.at[0].mailbox.name;
    name = str_slice(name, 0, utf8_floor(name, NAME_BYTES_MAX));
    name = str_trim(unicode_nfkc_casefold(arena, name));
    struct str text = facts->message->document.text;
    text = unicode_nfkc_casefold(arena, str_slice(text, 0, utf8_floor(text, LETTER_BYTES_MAX)));
    for (size_t from = 0; from < name.size;) {
        size_t to = from;
        while (to < name.size && name.at[to] != ' ' && name.at[to] != ',') to++;
        struct str word = str_slice(name, from, to);
        if (word.size >= NAME_WORD_BYTES_MIN && str_contains(text, word)) return true;
        from = to + 1;
    }
    return false;
}

bool claim_presses_home_only(const struct facts *facts, const struct domain *own) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->call && fact->standing != STANDING_OFFICIAL && !is_home(own, &fact->domain)) return false;
    }
    return true;
}

bool claim_is_known_partner(struct arena *arena, const struct facts *facts) {
    if (facts->sender.from.size != 1) return false;
    struct host_judgement judgement;
    brand_judge_domain(arena, facts->sender.from.at[0].mailbox.domain, &judgement);
    if (!judgement.partner || facts->sender.auth.dmarc == AUTH_FAIL) return false;
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        if (fact->standing != STANDING_OFFICIAL && fact->standing != STANDING_NOT_WEB && !fact->partner)
            return false;
    }
    return facts->links.size > 0;
}
