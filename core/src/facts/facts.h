/* facts: the vocabulary of every check. Everything a check may look at stands
 * here, found once, before any check runs; checks are pure functions of it.
 *
 *   message --(facts/ *.c)--> struct facts --(checks/ *.c)--> findings
 *
 * Glossary
 *   claim      the message says, or wants to be taken to say, it is Amazon's
 *   standing   who controls the host a link opens, and how it tries to look
 *   shown      what a person sees without pressing or opening anything
 *   off-brand  somebody else's, and not made to look like Amazon's
 *   call       the thing the message wants done (its main button or link)
 * Spans are byte ranges of message->document.text (what is seen). */
#ifndef HONMONO_FACTS_FACTS_H
#define HONMONO_FACTS_FACTS_H

#include "base/arena.h"
#include "base/list.h"
#include "brand/brand_table.h"
#include "facts/options.h"
#include "read/message.h"
#include "read/url/domain.h"
#include "read/url/url.h"
#include "text/text.h"

/* ---- links (facts/links/link.c, facts/links/brand.c, facts/links/look_alike.c, facts/links/wrapper.c) ----
 */

/* First that fits, in this order. */
enum standing {
    STANDING_OFFICIAL,      /* Amazon alone controls the host */
    STANDING_IMPERSONATING, /* somebody else's host, made to look like Amazon's */
    STANDING_HOSTING,       /* anyone can put pages there */
    STANDING_SHORTENER,     /* the destination cannot be seen */
    STANDING_UNRELATED,
    STANDING_NOT_WEB, /* mailto, tel, javascript, data ... */
    STANDING_UNPARSABLE
};

struct host_judgement {
    enum standing standing; /* never NOT_WEB or UNPARSABLE */
    enum official_class official;
    uint64_t notes;  /* URL_NOTE_BIT()s about how it tries to look */
    bool partner;    /* social network, app store, map: expected in honest footers */
    bool amazon_run; /* a short-link host that Amazon runs */
    bool sister;     /* Amazon's, under a name of its own */
    bool undecided;  /* perhaps Amazon's: no source settles it */
};

struct link_fact {
    struct url url;         /* what a browser would open */
    struct domain domain;   /* of url.host */
    enum standing standing; /* after following what can be seen: see inner */
    enum official_class official;
    uint64_t notes; /* url.notes and those about whose it is */
    bool has_inner;
    struct url inner; /* the URL that a known wrapper or redirect carries: what is judged */
    struct domain inner_domain;
    bool partner, amazon_run, undecided;
    /* shown text against target */
    struct str text_host;    /* the host its shown text names as a URL or domain, "" without */
    bool text_is_other_host; /* that host's registrable domain is not where it leads */
    bool text_is_target;     /* the shown text is the target's own address */
    bool text_names_brand;   /* the shown text says Amazon */
    bool text_calls;         /* the shown text asks to act in account matters: sign in, confirm, update */
    bool call;               /* this is what the message wants pressed (facts/links/link.c, over all links) */
};

/* ---- does it claim to be Amazon's? (facts/claim/claim.c) ---- */

enum claim_basis {
    CLAIM_NONE,
    CLAIM_SENDER_NAME,
    CLAIM_SENDER_ADDRESS,
    CLAIM_SUBJECT,
    CLAIM_BODY,
    CLAIM_LOGO,
    CLAIM_LINK,
    CLAIM_ANSWER /* the person says so */
};

enum claim_asks { ASKS_NOT_LOOKED, ASKS_NOT, ASKS };

struct claim_facts {
    bool claims;
    enum claim_basis basis; /* the strongest, CLAIM_NONE without a claim */
    enum claim_asks asks;   /* is the reader to act on somebody else's page? Found when asked for */
    bool unreadable;        /* picture only, attachment only, encrypted: cannot be told */
};

/* ---- what it is about (facts/content/about.c) ---- */

enum about {
#define ABOUT(id, name, flags) ABOUT_##id,
#include "text/abouts.def"
#undef ABOUT
    ABOUT_COUNT
};
enum about_flag {
    ABOUT_SECURITY = 1,     /* account, sign-in, code, password: the greeting rule is strict */
    ABOUT_PAYMENT = 2,      /* payment or membership trouble: strict too */
    ABOUT_SIGN_IN = 4,      /* reports or asks about a sign-in, code or password */
    ABOUT_CODE = 8,         /* carries a one-time code: often greets without a name */
    ABOUT_OTHERS_WORDS = 16 /* Amazon delivers what somebody else wrote */
};

/* ---- greeting (facts/person/greeting.c, facts/person/name.c) ---- */

enum greeting_kind {
    GREETING_KIND_NONE,
    GREETING_KIND_NAME,
    GREETING_KIND_ADDRESS,
    GREETING_KIND_GENERIC,
    GREETING_KIND_PLACEHOLDER
};
enum name_match {
    NAME_UNKNOWN,     /* nothing to compare with */
    NAME_SAME,        /* whole, or family or given name alone */
    NAME_OTHER,       /* same script, another name */
    NAME_OTHER_SCRIPT /* cannot be compared: ask */
};

struct greeting_facts {
    enum greeting_kind kind;
    struct span span;          /* the greeting line */
    struct str name;           /* the name, address or generic words in it */
    bool honorific;            /* 様, さん, 殿, Mr ... */
    enum name_match match;     /* of a name, with the registered ones */
    bool is_recipient_address; /* the address it greets is the message's recipient */
    bool beside_place;         /* no greeting, but the person that order mail names beside the prefecture */
    bool is_local_part;        /* the name is what stands before the "@" of the recipient's address */
};

/* ---- sign-in details (facts/person/sign_in.c) ---- */

struct sign_in_facts {
    struct str when, device, place, address; /* values as written, "" when missing; address: an IP address */
    struct span when_span, device_span, place_span, address_span;
    bool labels_found; /* at least two of the labels stand there */
    bool form_odd;     /* the date is written as Amazon never writes it */
    bool date_far;     /* more than two days from the message's own date */
    bool placeholder;  /* a value is an unfilled template field */
    struct str code;   /* the one-time code, "" without */
    struct span code_span;
};

/* ---- order numbers (facts/content/order.c) ---- */

struct order_facts {
    struct strings numbers; /* "250-1234567-7654321", each once, in the order of the text */
};

/* ---- content (facts/content/content.c) ---- */

enum content_sign {
#define CONTENT(id, name) CONTENT_##id,
#include "facts/contents.def"
#undef CONTENT
    CONTENT_COUNT
};
struct content_fact {
    enum content_sign sign;
    enum text_part part; /* PART_SUBJECT or PART_TEXT (or PART_ATTACHMENT: index in `attachment`) */
    struct span span;
    size_t attachment;
    struct span hidden_span; /* of document.hidden_text, where the sign is hidden; `span` is empty then */
};

/* ---- sender (facts/sender/sender.c, facts/sender/auth.c) ---- */

enum auth_result { AUTH_NONE, AUTH_PASS, AUTH_FAIL, AUTH_UNKNOWN };

struct auth_facts {
    bool present;                      /* some Authentication-Results stands in the source */
    bool trusted;                      /* one written by the receiving side */
    enum auth_result spf, dkim, dmarc; /* as the trusted header says */
    struct str dmarc_domain, dkim_domain, spf_domain;
    bool arc_pass;      /* a trusted ARC pass */
    bool amazon_proven; /* dmarc=pass (or, without dmarc, an aligned dkim=pass) for an Amazon domain, trusted
                         */
    bool amazon_failed; /* dmarc or aligned dkim fail for an Amazon From, trusted, nothing beside it */
    bool forged_claims; /* a lower, untrusted header claims a pass */
    struct str header;  /* the trusted header's value, for evidence */
};

struct sender_fact {
    struct mailbox mailbox;
    struct str host;        /* ASCII of its domain, "" without */
    enum standing standing; /* of that host; HOSTING: a free mail or relay-like service */
    enum official_class official;
    bool sister, undecided; /* see struct host_judgement */
    bool name_claims_brand; /* the display name says Amazon (any spelling) */
    bool name_is_address;   /* the display name shows another address than the real one */
    bool local_part_claims_brand;
    bool relay;          /* iCloud, DuckDuckGo, Firefox Relay, SimpleLogin */
    bool is_recipient;   /* sent in the recipient's own name */
    bool list_rewritten; /* "X via List": the real From was replaced by a mailing list */
};

struct sender_facts {
    struct {
        LIST(struct sender_fact);
    } from;
    size_t worst;            /* index into from */
    bool reply_to_elsewhere; /* Reply-To outside Amazon though From is Amazon's */
    struct str reply_to_host;
    struct str envelope_host; /* Return-Path's or the earliest Received's host, "" unknown */
    bool envelope_elsewhere;  /* ... which is neither Amazon's nor a known relay or list */
    struct str mail_program;  /* a person's program that wrote what a service of Amazon's would write */
    struct str message_id_host;
    bool message_id_elsewhere;
    struct auth_facts auth;
};

/* ---- does Amazon deliver what somebody else wrote? (facts/sender/others_words.c) ---- */

enum others_words_reason {
    OTHERS_WORDS_NONE,
    OTHERS_WORDS_DELIVERED,     /* a kind of mail, or a sender, that carries a stranger's words */
    OTHERS_WORDS_UNKNOWN_SENDER /* proven to be Amazon's, and not known to carry Amazon's words only */
};

struct others_words_facts {
    enum others_words_reason reason;
    struct str address; /* of the sender, "" when the kind says it */
};

/* ---- recipient (facts/person/recipient.c) ---- */

enum recipient_match {
    RECIPIENT_UNKNOWN, /* no address shown, or nothing registered */
    RECIPIENT_REGISTERED,
    RECIPIENT_VARIANT,       /* +tag or Gmail dots of a registered one: ask */
    RECIPIENT_FORWARDED,     /* another address, but forwarding or a relay shows: ask */
    RECIPIENT_NOT_REGISTERED /* addresses are shown, none is registered, nothing else explains it */
};

struct recipient_facts {
    struct mailboxes addresses; /* every delivery or visible recipient, with its header */
    enum recipient_match match;
    size_t matched;   /* index into addresses */
    bool from_source; /* at least one comes from the source's own head */
};

/* ---- ways to act other than links (facts/ways/action.c) ---- */

enum action_kind {
    ACTION_PHONE,
    ACTION_MAILTO,
    ACTION_REPLY,    /* asks to answer the message */
    ACTION_REPLY_TO, /* an answer would go to somebody else */
    ACTION_ATTACHMENT,
    ACTION_QR,      /* speaks of a code to scan */
    ACTION_PICTURE, /* shows a picture that is not Amazon's and may hold one */
    ACTION_CODE,
    ACTION_CARD,
    ACTION_GIFT_CARD,
    ACTION_CHAT,     /* LINE, WhatsApp, Telegram ... */
    ACTION_REMOTE,   /* a program that lets somebody else use the machine */
    ACTION_TRANSFER, /* money to an account */
    ACTION_COIN,     /* money to an address of a coin */
    ACTION_APP,      /* a program or profile from outside the shops of apps */
    ACTION_CASH,     /* cash or a card to be handed or sent to somebody */
    ACTION_SEARCH    /* a page that no link shows: found by searching, typed by hand */
};
struct action_fact {
    enum action_kind kind;
    enum text_part part; /* PART_TEXT, PART_SUBJECT or PART_FROM: where `words` stand */
    struct span span;    /* of document.text; empty in other parts */
    struct str words;    /* "" without */
    bool asked;          /* the message asks for it, whatever can be pressed beside it */
    bool main_call;      /* what the message mainly asks for */
    bool gone;           /* what is given so cannot be taken back: money, a number read out, the machine */
};

/* ---- is everything it says known from genuine messages? (facts/content/understood.c) ---- */

struct understood_facts {
    bool looked;         /* asked for: no link leads elsewhere */
    bool all;            /* yes */
    bool too_long;       /* more text than is compared */
    bool picture;        /* all words are known, but `words` is a picture that may hold others */
    enum text_part part; /* where the first sentence that is not known stands ... */
    bool hidden;         /* ... in document.hidden_text */
    struct span span;    /* of document.text or hidden_text; of other parts' text */
    struct str words;    /* as written */
};

/* ---- an answer and what it quotes (facts/sender/answer.c) ---- */

struct answer_facts {
    const struct words *own; /* the writer's own words; NULL: no answer */
    struct {
        LIST(struct span);
    } quotes; /* the rest of document.text, in order */
};

struct facts {
    const struct options *options;
    const struct message *message;
    struct {
        LIST(struct link_fact);
    } links;                /* document.links, answers.link_targets, seen_codes */
    struct text text;       /* what stands where in the words */
    bool forwarded;         /* the message inside is judged, by its own header lines; see facts.c */
    bool dressed_elsewhere; /* a font or style sheet comes from somebody else's host */
    bool part_removed;      /* a mailing list took parts out on the way */
    bool brief;             /* a message to a phone: no header lines, a few sentences, never a greeting */
    struct answer_facts answer;
    struct claim_facts claim;
    enum about about;
    unsigned about_flags;
    struct greeting_facts greeting;
    struct sign_in_facts sign_in;
    struct order_facts order;
    struct sender_facts sender;
    struct others_words_facts others_words;
    struct recipient_facts recipient;
    struct {
        LIST(struct content_fact);
    } contents;
    struct {
        LIST(struct action_fact);
    } actions;
    struct understood_facts understood;
};

/* Each finder fills its own part and may read those of the finders above it,
 * in the order of facts_find() (facts.c). */
void facts_find(struct arena *arena, const struct message *message, const struct options *options,
                struct facts *out);

void link_find(struct arena *arena, struct facts *facts);
/* Where the link at `index` of facts.links was found, and what it holds as written. */
enum link_source link_source_of(const struct facts *facts, size_t index, struct str *target);
void removed_find(struct facts *facts);
void answer_find(struct arena *arena, struct facts *facts);
void about_find(struct arena *arena, struct facts *facts);
void recipient_find(struct arena *arena, struct facts *facts);
void sender_find(struct arena *arena, struct facts *facts);
void others_words_find(struct facts *facts);
void claim_find(struct arena *arena, struct facts *facts);
void greeting_find(struct arena *arena, struct facts *facts);
void sign_in_find(struct arena *arena, struct facts *facts);
void order_find(struct arena *arena, struct facts *facts);
void content_find(struct arena *arena, struct facts *facts);
void action_find(struct arena *arena, struct facts *facts);
void picture_find(struct arena *arena, struct facts *facts);
void understood_find(struct arena *arena, struct facts *facts);

/* The envelope that is judged: the inner one of a forwarded message. */
static inline const struct envelope *facts_envelope(const struct facts *facts) {
    return facts->forwarded ? &facts->message->inner : &facts->message->envelope;
}

const char *about_name(enum about about);
const char *standing_name(enum standing standing);

#endif
