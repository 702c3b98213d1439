/* envelope: header fields to an envelope; see envelope.h. */
#include "read/envelope.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/encoded_word.h"
#include "read/mime/date.h"

enum target { TO_FROM, TO_REPLY_TO, TO_SENDER, TO_TO, TO_RETURN_PATH };

/* Fields that name mailboxes, with the name they have in the JSON. */
static const struct {
    struct str field, name;
    enum target target;
} fields[] = {
    {STR_INIT("from"), STR_INIT("from"), TO_FROM},
    {STR_INIT("reply-to"), STR_INIT("reply_to"), TO_REPLY_TO},
    {STR_INIT("sender"), STR_INIT("sender"), TO_SENDER},
    {STR_INIT("to"), STR_INIT("to"), TO_TO},
    {STR_INIT("cc"), STR_INIT("cc"), TO_TO},
    {STR_INIT("bcc"), STR_INIT("bcc"), TO_TO},
    {STR_INIT("delivered-to"), STR_INIT("delivered_to"), TO_TO},
    {STR_INIT("x-delivered-to"), STR_INIT("x_delivered_to"), TO_TO},
    {STR_INIT("x-original-to"), STR_INIT("x_original_to"), TO_TO},
    {STR_INIT("original-recipient"), STR_INIT("original_recipient"), TO_TO},
    {STR_INIT("envelope-to"), STR_INIT("envelope_to"), TO_TO},
    {STR_INIT("x-envelope-to"), STR_INIT("x_envelope_to"), TO_TO},
    {STR_INIT("x-rcpt-to"), STR_INIT("x_rcpt_to"), TO_TO},
    {STR_INIT("apparently-to"), STR_INIT("apparently_to"), TO_TO},
    {STR_INIT("resent-to"), STR_INIT("resent_to"), TO_TO},
    {STR_INIT("return-path"), STR_INIT("return_path"), TO_RETURN_PATH},
};
#define FIELDS (sizeof fields / sizeof *fields)

static struct mailboxes *target_of(struct envelope *envelope, enum target target) {
    switch (target) {
    case TO_FROM:
        return &envelope->from;
    case TO_REPLY_TO:
        return &envelope->reply_to;
    case TO_SENDER:
        return &envelope->sender;
    case TO_TO:
        return &envelope->to;
    default:
        return &envelope->return_path;
    }
}

/* Fields of which a message may have only one. */
static void note_duplicates(const struct headers *headers, struct oddities *oddities) {
    static const struct str once[] = {STR_INIT("from"),  STR_INIT("subject"),  STR_INIT("date"),
                                      STR_INIT("to"),    STR_INIT("reply-to"), STR_INIT("message-id"),
                                      STR_INIT("sender")};
    for (size_t i = 0; i < sizeof once / sizeof *once; i++)
        if (headers_count(headers, once[i]) > 1) oddity_add(oddities, ODDITY_header_duplicate, once[i]);
}

static void read_mailboxes(struct arena *arena, const struct header *header, struct envelope *out,
                           struct oddities *oddities) {
    for (size_t i = 0; i < FIELDS; i++) {
        if (!str_equal_ascii(header->name, fields[i].field)) continue;
        struct str value = header->value;
        /* "rfc822; person@example.com" */
        if (str_starts_ascii(value, STR("rfc822;"))) value = str_skip(value, 7);
        address_read(arena, value, fields[i].name, target_of(out, fields[i].target), oddities);
        return;
    }
}

void envelope_read(struct arena *arena, const struct headers *headers, struct envelope *out,
                   struct oddities *oddities) {
    note_duplicates(headers, oddities);
    for (size_t i = 0; i < headers->size; i++) read_mailboxes(arena, &headers->at[i], out, oddities);
    const struct header *subject = headers_find(headers, STR("subject"));
    if (subject) {
        struct str text = encoded_word_decode(arena, subject->value, oddities, STR("subject"));
        out->subject = str_trim(utf8_repair(arena, text));
    }
    const struct header *date = headers_find(headers, STR("date"));
    if (date) {
        out->date = utf8_repair(arena, date->value);
        out->has_seconds = date_read(date->value, &out->seconds);
    }
}
