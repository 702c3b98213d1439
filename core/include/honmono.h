/* Honmono: is this message what it says it is?
 *
 * One function does the work:
 *
 *     char *json;
 *     if (honmono_check(&json, bytes, size, NULL) == HONMONO_OK) {
 *         puts(json);
 *         honmono_free(json);
 *     }
 *
 * In: the bytes of one message (its source, its HTML, its text) or of one link,
 * and what the person told us. Out: one JSON object, the verdict with every
 * reason and the message taken apart for showing (core/SCHEMA.md).
 *
 * Reading never fails: broken, hostile or empty input gives a verdict with
 * oddities. The functions do no input or output, know no clock, locale or
 * network, keep no state between calls and may run in several threads at once.
 * The same bytes and options give the same JSON bytes on every build.
 *
 * Ownership: nothing passed in is kept or changed; every `*json` is the
 * caller's and goes back through honmono_free(). */
#ifndef HONMONO_H
#define HONMONO_H

#include <stddef.h>

#if defined(__GNUC__)
#define HONMONO_API __attribute__((visibility("default"))) /* all else is hidden */
#else
#define HONMONO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum honmono_status {
    HONMONO_OK = 0,
    HONMONO_BAD_OPTIONS = 1, /* honmono_options_problem() names the key */
    HONMONO_TOO_LARGE = 2,   /* more than 32 MiB of message, or 1 MiB of options */
    HONMONO_NO_MEMORY = 3
};

/* Checks one message.
 *
 * `bytes` may be NULL when `size` is 0. `options_json` is a NUL-terminated JSON
 * object, or NULL for none; every key is optional:
 *
 *   kind          "auto", "source", "html", "text", "link". What the bytes are;
 *                 auto is the default.
 *   origin        "file", "paste", "picture". file is the default; paste: text
 *                 from a clipboard is UTF-8 whatever the labels in it say;
 *                 picture: a program read the text in a picture, a letter of it
 *                 may be wrong: it is good for no point and never consistent.
 *   page_message  Which message of a pasted page that holds several
 *                 (message.page.messages) is to be judged, counted from 0;
 *                 without it the one that matters most.
 *   marked        The person marked the message in the page that was pasted:
 *                 from the block of that number (message.blocks of the answer to
 *                 "marked": {}) up to that other one.
 *                 { "from": number,
 *                   "to": number }
 *   only          A check's id: the answer then holds kind, that check's
 *                 findings and its point, nothing else.
 *   profile       What is registered at Amazon.
 *                 { "emails": [strings],
 *                   "names": [strings],
 *                   "devices": [strings],
 *                   "places": [strings] }
 *   answers       What the person answered.
 *                 { "claim": "amazon" | "not_amazon",
 *                   "delivered_to": "mine" | "not_mine",
 *                   "greeting": "my_name" | "not_my_name" | "no_name",
 *                   "sign_in": "me" | "not_me",
 *                   "message_center": "found" | "not_found",
 *                   "order_history": "found" | "not_found",
 *                   "link_targets": [strings],
 *                   "letters": [strings] }
 *   seen          What a program saw in pictures that the message carries; what
 *                 a QR code holds counts as a link.
 *
 * On HONMONO_OK `*json` is a NUL-terminated JSON text; on any other status it
 * is NULL. */
HONMONO_API enum honmono_status honmono_check(char **json, const void *bytes, size_t size,
                                              const char *options_json);

/* Judges one link (any bytes) by itself, as hovering needs it: what a browser
 * would open, whose host it is, and every trick in it. The JSON is one object
 * of the "links" list of honmono_check(), with "honmono", "schema" and "kind"
 * before it. Takes no options. */
HONMONO_API enum honmono_status honmono_link(char **json, const void *bytes, size_t size);

/* The QR codes of a picture: `grey` holds one byte a pixel, 0 black to 255 white,
 * row after row without gaps; at most 8,000,000 pixels, else HONMONO_TOO_LARGE.
 * Several, turned, mirrored, inverted or unevenly lit ones are found; each
 * content is named once. Decoding PNG, JPEG and so on is the caller's part.
 *
 *     { "honmono", "schema",
 *       "codes": [ { "kind": "link", "text": "https://...", "bytes": 19,
 *                    "corners": [x, y, x, y, x, y, x, y] } ],
 *       "more": false }
 *
 * kind: link, mail, telephone, message, chat, wifi, password_key, contact, event,
 * place, app, text, or binary (bytes that are no text; "text" is then empty).
 * `more`: there were more codes than are read. */
HONMONO_API enum honmono_status honmono_codes(char **json, const unsigned char *grey, size_t width,
                                              size_t height);

/* Everything the core can say: points, checks with their messages and weights,
 * notes, oddities, standings, kinds of message, and the dates of its data. */
HONMONO_API enum honmono_status honmono_catalogue(char **json);

/* What is wrong with options, as one English line that names the key, for
 * example "profile.emails: not a list of strings"; NULL when they are fine (or
 * memory is out). Free it with honmono_free(). */
HONMONO_API char *honmono_options_problem(const char *options_json);

/* Gives back what one of the functions above returned; NULL is fine. */
HONMONO_API void honmono_free(char *json);

/* Such as "1.2.3"; lives for ever. */
HONMONO_API const char *honmono_version(void);

/* "ok", "bad_options", "too_large", "no_memory"; lives for ever. */
HONMONO_API const char *honmono_status_name(enum honmono_status status);

#ifdef __cplusplus
}
#endif

#endif
