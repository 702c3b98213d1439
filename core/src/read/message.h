/* message: everything one message holds, read once (RFC 5322, RFC 2045-2049).
 *
 * In: bytes and what they are said to be. Out: headers, mailboxes, parts, and
 * one document. Never fails; broken input leaves oddities. The strings are
 * views into the input or live in the arena. */
#ifndef HONMONO_READ_MESSAGE_H
#define HONMONO_READ_MESSAGE_H

#include "base/list.h"
#include "base/oddity.h"
#include "base/str.h"
#include "read/document/document.h"
#include "read/mime/address.h"
#include "read/mime/header.h"

enum message_kind { KIND_AUTO, KIND_SOURCE, KIND_HTML, KIND_TEXT, KIND_LINK };
enum message_origin { ORIGIN_FILE, ORIGIN_PASTE, ORIGIN_PICTURE };

/* What was said about the bytes. */
struct message_request {
    enum message_kind kind;
    enum message_origin origin;
    int32_t page_message; /* which message of a page that holds several, or PAGE_ALL */
    bool marked;          /* the person marked the message in the page: blocks from .. to of it */
    size_t marked_from, marked_to;
};

/* All messages of a page are read as one. */
#define PAGE_ALL (-1)

struct attachment {
    struct str name;   /* decoded, "" without */
    struct str type;   /* lower case, e.g. "application/pdf" */
    size_t bytes;      /* decoded size */
    bool inline_image; /* shown inside the message */
};

/* Where header lines come from: what the source's own head says can be proof,
 * what stands in the body was written by whoever wrote the body. */
enum head_origin { HEAD_SOURCE, HEAD_BODY };

/* One "who, whom, when, what" block. */
struct envelope {
    enum head_origin origin;
    struct mailboxes from, reply_to, sender, to, return_path;
    struct str subject; /* decoded, "" without */
    struct str date;    /* raw text */
    bool has_seconds;   /* the zone is stated */
    int64_t seconds;    /* Unix */
};

/* The header lines of one message in a page that holds several. */
struct page_message {
    struct str from, date; /* as shown */
    size_t at, body;       /* bytes of the page's text: where its header lines and its body begin */
};

/* The page of a web mailer that was copied with its message. */
struct frame {
    bool found;
    struct strings unknown;  /* what it says that no mailer is known to print: names,
                                addresses, labels, the line of a further message */
    struct str above, below; /* the text that is no part of any message */
    struct {
        LIST(struct page_message);
    } messages;           /* those of a page that holds several, empty for one alone */
    int32_t judged;       /* which of them this is, or PAGE_ALL */
    bool others_in_doubt; /* not every other one is certain (set by verdict/page.c) */
};

struct message {
    enum message_kind kind;
    struct headers headers;   /* of the source's own head, topmost first; empty for other kinds */
    struct envelope envelope; /* the source's own head, or the reading view's header lines */
    bool forwarded;           /* the person's message is inside another one ... */
    struct envelope inner;    /* ... whose header lines these are (origin HEAD_BODY, or
                                 HEAD_SOURCE for an attached message/rfc822) */
    struct frame frame;       /* the page of a web mailer that was copied with it */
    struct str sms_sender;    /* the number or name above a pasted SMS, "" without */
    struct document document;
    struct span body; /* the bytes of document.text that are the judged message's own words:
                         without a reading view's or forward's header lines above them */
    struct {
        LIST(struct attachment);
    } attachments;
    size_t parts;
    bool encrypted;       /* S/MIME or PGP: the text cannot be read */
    bool picture_only;    /* images, and no text that could be judged */
    bool undecodable;     /* a text part could not be read */
    bool limit_reached;   /* some limit cut the reading */
    bool drawn_otherwise; /* some text is drawn in another order, or computed while it is drawn */
    struct oddities oddities;
};

void message_read(struct arena *arena, struct str bytes, const struct message_request *request,
                  struct message *out);

#endif
