/* brand_table: core/data/brands as tables: hosts, wrappers, words.
 *
 * In: a host or a word. Out: its row. A host row answers for the whole host or
 * for whole labels at its end, never for a part of a label. */
#ifndef HONMONO_BRAND_BRAND_TABLE_H
#define HONMONO_BRAND_BRAND_TABLE_H

#include "base/str.h"

enum host_match { MATCH_BOTH, MATCH_HOST, MATCH_BELOW };

enum host_kind {
    HOST_OTHER, /* only its wrappers are known */
    HOST_OFFICIAL,
    HOST_HOSTING,   /* anyone can put pages there */
    HOST_TENANT,    /* companies rent names there: says nothing about whose page it is */
    HOST_SHORTENER, /* the destination cannot be seen */
    HOST_PARTNER,   /* social networks, app stores, maps, parcel services */
    HOST_NAMESAKE,  /* an honest name with Amazon's letters in it */
    HOST_UNDECIDED  /* perhaps Amazon's: neither official nor a likeness */
};

/* What an official host is for. */
enum official_class {
    OFFICIAL_NONE,        /* not official */
    OFFICIAL_ACCOUNT,     /* a marketplace or account page */
    OFFICIAL_SERVICE,     /* another service of Amazon's */
    OFFICIAL_STATIC,      /* pictures and scripts only; fakes load them too */
    OFFICIAL_OTHERS_WORDS /* Amazon carries what somebody else wrote */
};

enum host_flag {
    HOST_MAIL = 1,       /* Amazon sends mail from it */
    HOST_AMAZON_RUN = 2, /* a shortener that Amazon runs */
    HOST_TRACKER = 4,    /* counts clicks for whoever sent the mail */
    HOST_SISTER = 8      /* goes by a name of its own: IMDb, Twitch ... */
};

struct host_row {
    struct str host;
    unsigned char match, kind, official, flags;
    uint16_t wrappers_from, wrappers_count; /* the longest path first */
};

/* Where in a wrapper's URL the URL stands that it leads to. */
enum carrier {
    CARRIER_QUERY,          /* a parameter */
    CARRIER_HINT,           /* a parameter that only says where the token beside it leads */
    CARRIER_BASE64_HINT,    /* the same, in base64 */
    CARRIER_BING,           /* a parameter: "a1" and base64url */
    CARRIER_PROOFPOINT2,    /* a parameter: "-" for "%", "_" for "/" */
    CARRIER_PROOFPOINT3,    /* between "__" and "__;", "*" for characters listed behind */
    CARRIER_AVANAN,         /* between "___" and "___" */
    CARRIER_LAST_SEGMENT,   /* the last part of the path, percent-encoded */
    CARRIER_SEGMENT_HINT,   /* the next part of the path, percent-encoded, with a token behind it */
    CARRIER_BASE64_SEGMENT, /* a part of the path, in base64 */
    CARRIER_OPAQUE,         /* a token */
    CARRIER_TRANSLATE_HOST, /* the first label: "-" for ".", "--" for "-" */
    CARRIER_PATH_HOST,      /* host and path follow in the path */
    CARRIER_PATH_URL,       /* the URL follows in the path */
    CARRIER_YAHOO,          /* behind "/RU=" in the path */
    CARRIER_WHOLE_QUERY     /* the query is the URL */
};

enum wrapper_runner {
    WRAPPER_MAIL, /* the recipient's own mail service rewrote the link */
    WRAPPER_SITE, /* a site that sends people on */
    WRAPPER_AMAZON
};

struct wrapper_row {
    struct str path;         /* what the path begins with */
    struct str name, second; /* the parameter, and its other name */
    unsigned char carrier, runner;
    uint64_t notes;
};

enum word_flag {
    WORD_ACCOUNT = 1,      /* fakes put it beside the brand */
    WORD_STRONG = 2,       /* ... and nobody puts it beside a river */
    WORD_BESIDE_PRIME = 4, /* makes "prime" mean Amazon's */
    WORD_BESIDE_AWS = 8,
    WORD_NATURAL = 16,        /* honest beside or behind "amazon" */
    WORD_NATURAL_ENDING = 32, /* "amazon" + this is a word of its own */
    WORD_MISSPELLING = 64,
    WORD_NOT_MISSPELLING = 128 /* looks like one, is another word */
};

struct word_row {
    struct str word;
    unsigned flags;
};

struct strs {
    const struct str *at;
    size_t size;
};

/* The longest row that fits the host (lower case, no trailing dot), or NULL. */
const struct host_row *brand_find_host(struct str host);
const struct wrapper_row *brand_wrappers(const struct host_row *row);
/* WORD_ flags of a lower-case word, 0 for an unknown one. */
unsigned brand_word_flags(struct str word);
/* Longest word of the table, in bytes. */
size_t brand_word_bytes_max(void);
/* Consonants that Japanese names put before "amazono" (hamazono, yamazono). */
struct str brand_romaji_initials(void);
/* Words that decide even inside longer ones. */
struct strs brand_strong_words(void);
/* ".co.jp", ".com" ...: what follows "amazon" in its marketplaces' names. */
struct strs brand_official_tails(void);
/* The name in other scripts, and honest words that begin with it. */
struct strs brand_script_names(void);
struct strs brand_script_natural(void);
/* Pages on Amazon's hosts that hold a customer's words or files. */
/* Whose words a sender carries: by what stands before its "@". */
enum sender_words { SENDER_WORDS_UNKNOWN, SENDER_WORDS_OWN, SENDER_WORDS_BY_KIND, SENDER_WORDS_OTHERS };
struct sender_row {
    struct str local;
    enum sender_words words;
};
enum sender_words brand_sender_words(struct str local_part);

bool brand_is_others_words_path(struct str path);
/* Parameters of Amazon's own pages that say where the person ends up. */
bool brand_is_redirect_name(struct str name);

/* ISO date of the brand data, e.g. "2026-11-24". */
const char *brand_data_date(void);

/* A host of the brand's service that sends mail for everybody, the brand too. */
bool brand_is_mail_service(struct str host);

/* One of the numbers that Amazon publishes for its customers, with any signs between
 * the digits and with or without the country before them. */
bool brand_is_telephone(struct str number);

#endif
