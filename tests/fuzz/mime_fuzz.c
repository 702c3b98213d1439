/* mime_fuzz: any bytes as a message, of every kind and origin.
 *
 * In: one byte that picks kind and origin, then the message. Traps when a
 * promise of message.h, document.h or address.h is broken: texts are
 * well-formed UTF-8, runs cover their blocks, spans stay inside their texts,
 * a domain is the end of its address. */
#include "base/arena.h"
#include "base/utf8.h"
#include "limits.h"
#include "read/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void promise(bool kept) {
    if (!kept) __builtin_trap();
}

static void check_mailboxes(const struct mailboxes *mailboxes) {
    for (size_t i = 0; i < mailboxes->size; i++) {
        const struct mailbox *mailbox = &mailboxes->at[i];
        promise(mailbox->name.size || mailbox->address.size);
        promise(utf8_is_valid(mailbox->name) && utf8_is_valid(mailbox->address));
        promise(str_ends(mailbox->address, mailbox->domain));
        promise(mailbox->header.size > 0);
    }
}

static void check_envelope(const struct envelope *envelope) {
    check_mailboxes(&envelope->from);
    check_mailboxes(&envelope->to);
    check_mailboxes(&envelope->reply_to);
    check_mailboxes(&envelope->sender);
    check_mailboxes(&envelope->return_path);
    promise(utf8_is_valid(envelope->subject) && utf8_is_valid(envelope->date));
}

static void check_blocks(const struct document *document) {
    size_t seen = 0, runs = 0;
    for (size_t i = 0; i < document->blocks.size; i++) {
        const struct block *block = &document->blocks.at[i];
        promise(block->runs_from == runs && block->runs_to > block->runs_from);
        promise(block->runs_to <= document->runs.size);
        bool first = true;
        for (runs = block->runs_from; runs < block->runs_to; runs++) {
            const struct run *run = &document->runs.at[runs];
            struct str text = run->hidden == HIDDEN_none ? document->text : document->hidden_text;
            promise(run->span.from <= run->span.to && run->span.to <= text.size);
            promise(utf8_is_valid(str_slice(text, run->span.from, run->span.to)));
            promise(run->link < (int32_t)document->links.size);
            if (run->hidden != HIDDEN_none) continue;
            if (first && seen) promise(document->text.at[seen++] == '\n');
            promise(run->span.from == seen);
            seen = run->span.to;
            first = false;
        }
    }
    promise(seen == document->text.size);
    promise(runs == document->runs.size);
}

static void check_links(const struct document *document) {
    for (size_t i = 0; i < document->links.size; i++) {
        const struct link *link = &document->links.at[i];
        struct str text = link->hidden == HIDDEN_none ? document->text : document->hidden_text;
        promise(link->span.from <= link->span.to && link->span.to <= text.size);
        promise(utf8_is_valid(link->shown) && utf8_is_valid(link->target));
        promise(link->source != LINK_TEXT || link->target.size > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    static const enum message_kind kinds[] = {KIND_AUTO, KIND_SOURCE, KIND_HTML, KIND_TEXT};
    struct arena arena = {0};
    static struct message message;
    struct str bytes = {(const char *)data + 1, size - 1};
    struct message_request request = {.kind = kinds[data[0] & 3],
                                      .origin = data[0] & 4 ? ORIGIN_PASTE : ORIGIN_FILE,
                                      .page_message = PAGE_ALL};
    if (data[0] & 8) request.page_message = data[0] >> 5;
    request.marked = (data[0] & 16) != 0;
    request.marked_from = data[0] >> 6;
    request.marked_to = data[0] >> 4;
    message_read(&arena, bytes, &request, &message);
    if (!arena.failed) {
        promise(message.kind != KIND_AUTO);
        promise(utf8_is_valid(message.document.text) && utf8_is_valid(message.document.hidden_text));
        promise(message.body.from <= message.body.to && message.body.to <= message.document.text.size);
        promise(message.parts <= MIME_PARTS_MAX + MIME_DEPTH_MAX + 1);
        check_blocks(&message.document);
        check_links(&message.document);
        check_envelope(&message.envelope);
        check_envelope(&message.inner);
        for (size_t i = 0; i < message.attachments.size; i++)
            promise(utf8_is_valid(message.attachments.at[i].name));
    }
    arena_release(&arena);
    return 0;
}
