/* plain_host: which characters of running text can belong to a host, and when
 * a host is complete.
 *
 * In: a place in UTF-8 text. Out: what the character there is for a link.
 * Private to plain_link.c. */
#ifndef HONMONO_READ_DOCUMENT_PLAIN_HOST_H
#define HONMONO_READ_DOCUMENT_PLAIN_HOST_H

#include "base/str.h"

enum plain_letter {
    PLAIN_STOP,      /* never part of a host */
    PLAIN_LETTER,    /* ASCII letter, digit, "-", "_" */
    PLAIN_DOT,       /* "." */
    PLAIN_WIDE,      /* full-width letter, digit, "-" or dot: browsers read them as ASCII */
    PLAIN_FULL_STOP, /* the ideographic full stop: a dot, or the end of a sentence */
    PLAIN_FOREIGN,   /* letters of alphabets, which look-alike hosts are made of */
    PLAIN_EAST_ASIAN /* kana, kanji, hangul: mostly the text round a link */
};

/* The character at `*at` (< text.size); moves `*at` behind it. */
enum plain_letter plain_letter_read(struct str text, size_t *at);
/* The character that ends at `*at` (> floor); moves `*at` to its start. */
enum plain_letter plain_letter_before(struct str text, size_t floor, size_t *at);

/* The bytes of "[.]", "(.)", "[dot]" or "(dot)" at `at`, or 0. */
size_t plain_defanged_dot(struct str text, size_t at);
/* The bytes of a full-width dot at `at` that can join two labels, or 0. */
size_t plain_wide_dot(struct str text, size_t at);
/* The bytes of a full-width colon at `at`, or 0. */
size_t plain_wide_colon(struct str text, size_t at);

/* Bytes [from, to) end in "label.tld" with a top-level domain that exists, or
 * are an IPv4 address. Looks back a bounded number of bytes. */
bool plain_host_is_complete(struct str text, size_t from, size_t to);
bool plain_host_is_address(struct str text, size_t from, size_t to);

/* Where the scheme before the colon begins, or STR_NONE; `*certain` becomes
 * false for hxxp, ttp, full-width letters and schemes of single programs. */
size_t plain_scheme_start(struct str text, size_t floor, size_t colon, bool *certain);
bool plain_scheme_is_web(struct str scheme);  /* http, https in any spelling */
bool plain_scheme_is_mail(struct str scheme); /* mailto, tel, sms: no slashes follow */
/* Moves `*at` from the colon past it and the slashes behind; their number. */
size_t plain_skip_slashes(struct str text, size_t *at, bool *certain);

#endif
