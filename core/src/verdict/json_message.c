/* json_message: the "message" section: who, what, and the text shown back.
 *
 * Runs are cut wherever a link or a piece of evidence begins or ends, so that
 * the page never counts offsets. Visible runs stand in the text in rising
 * order, so one sweep over the sorted evidence serves all of them. */
#include <stdlib.h>

#include "base/utf8.h"
#include "limits.h"
#include "verdict/json_message.h"

/* Evidence of finding `finding` covers `span` of the visible text. */
struct mark {
    struct span span;
    size_t finding;
};

struct marks {
    struct {
        LIST(struct mark);
    } all;        /* by span.from */
    size_t first; /* those before it have ended */
};

struct writer {
    struct arena *arena;
    struct json *json;
    const struct facts *facts;
    const struct link_numbers *numbers;
    struct marks marks;
    size_t left; /* bytes of text that may still be written */
    bool cut;
};

static void write_mailboxes(struct json *json, const char *key, const struct mailboxes *boxes,
                            bool with_header) {
    json_open_list(json, key);
    for (size_t i = 0; i < boxes->size && i < JSON_LINKS_MAX; i++) {
        json_open_object(json, NULL);
        if (!with_header) json_string(json, "name", boxes->at[i].name);
        json_string(json, "address", boxes->at[i].address);
        if (with_header) json_string(json, "header", boxes->at[i].header);
        json_close_object(json);
    }
    json_close_list(json);
}

static void write_auth(struct json *json, const struct auth_facts *auth) {
    static const char *const results[] = {"none", "pass", "fail", "unknown"};
    if (!auth->present) {
        json_null(json, "auth");
        return;
    }
    json_open_object(json, "auth");
    json_boolean(json, "trusted", auth->trusted);
    json_word(json, "spf", results[auth->spf]);
    json_word(json, "dkim", results[auth->dkim]);
    json_word(json, "dmarc", results[auth->dmarc]);
    json_string_or_null(json, "domain", auth->dmarc_domain);
    json_close_object(json);
}

static void write_attachments(struct json *json, const struct message *message) {
    json_open_list(json, "attachments");
    for (size_t i = 0; i < message->attachments.size && i < JSON_LINKS_MAX; i++) {
        const struct attachment *attachment = &message->attachments.at[i];
        json_open_object(json, NULL);
        json_string(json, "name", attachment->name);
        json_string(json, "type", attachment->type);
        json_integer(json, "bytes", (int64_t)attachment->bytes);
        json_close_object(json);
    }
    json_close_list(json);
}

static int compare_marks(const void *left, const void *right) {
    const struct mark *a = left, *b = right;
    if (a->span.from != b->span.from) return a->span.from < b->span.from ? -1 : 1;
    return (a->finding > b->finding) - (a->finding < b->finding);
}

static void find_marks(struct writer *writer, const struct judgement *judgement) {
    for (size_t i = 0; i < judgement->report.findings.size; i++) {
        const struct finding *finding = &judgement->report.findings.at[i];
        for (size_t e = 0; e < finding->evidence.size; e++) {
            struct span span = finding->evidence.at[e].span;
            if (span.to <= span.from) continue;
            struct mark *mark = list_add(writer->arena, &writer->marks.all);
            if (mark) *mark = (struct mark){span, i};
        }
    }
    if (writer->marks.all.size)
        qsort(writer->marks.all.at, writer->marks.all.size, sizeof *writer->marks.all.at, compare_marks);
}

/* The next place after `from`, up to `to`, where some mark begins or ends. */
static size_t find_border(const struct marks *marks, size_t from, size_t to) {
    for (size_t i = marks->first; i < marks->all.size && marks->all.at[i].span.from < to; i++) {
        struct span span = marks->all.at[i].span;
        if (span.from > from && span.from < to) to = span.from;
        if (span.to > from && span.to < to) to = span.to;
    }
    return to;
}

void json_link_number(struct json *json, const struct link_numbers *numbers, int64_t link) {
    int32_t number = link_numbers_of(numbers, link);
    if (number >= 0)
        json_integer(json, "link", number);
    else
        json_null(json, "link");
}

static void write_piece(struct writer *writer, const struct run *run, struct span span) {
    struct str text = document_slice(&writer->facts->message->document, span, run->hidden);
    if (text.size > writer->left) {
        writer->cut = true;
        text = str_slice(text, 0, utf8_floor(text, writer->left));
    }
    if (!text.size && span.to > span.from) return;
    writer->left -= text.size;
    json_open_object(writer->json, NULL);
    json_string(writer->json, "text", text);
    json_link_number(writer->json, writer->numbers, run->link);
    json_open_list(writer->json, "marks");
    int64_t last = -1;
    for (size_t i = writer->marks.first; run->hidden == HIDDEN_none && i < writer->marks.all.size; i++) {
        const struct mark *mark = &writer->marks.all.at[i];
        if (mark->span.from > span.from) break;
        if (mark->span.to <= span.from || (int64_t)mark->finding == last) continue;
        last = (int64_t)mark->finding;
        json_integer(writer->json, NULL, last);
    }
    json_close_list(writer->json);
    json_boolean(writer->json, "image", run->image);
    json_close_object(writer->json);
}

static void write_run(struct writer *writer, const struct run *run) {
    if (run->hidden != HIDDEN_none) {
        write_piece(writer, run, run->span);
        return;
    }
    struct marks *marks = &writer->marks;
    size_t from = run->span.from;
    do {
        while (marks->first < marks->all.size && marks->all.at[marks->first].span.to <= from) marks->first++;
        size_t to = find_border(marks, from, run->span.to);
        write_piece(writer, run, (struct span){from, to});
        from = to;
    } while (from < run->span.to);
}

static void write_text(struct writer *writer, const char *key, struct str text) {
    size_t most = writer->left < FRAME_TEXT_BYTES_MAX ? writer->left : FRAME_TEXT_BYTES_MAX;
    text = str_trim(text);
    text = str_slice(text, 0, text.size > most ? utf8_floor(text, most) : text.size);
    writer->left -= text.size;
    json_string(writer->json, key, text);
}

/* The page that was copied with the message: what of it is not the message's. */
static void write_page(struct writer *writer) {
    const struct frame *frame = &writer->facts->message->frame;
    if (!frame->found) {
        json_null(writer->json, "page");
        return;
    }
    json_open_object(writer->json, "page");
    write_text(writer, "above", frame->above);
    write_text(writer, "below", frame->below);
    json_open_list(writer->json, "messages");
    for (size_t i = 0; i < frame->messages.size; i++) {
        json_open_object(writer->json, NULL);
        json_string(writer->json, "from", frame->messages.at[i].from);
        json_string(writer->json, "date", frame->messages.at[i].date);
        json_close_object(writer->json);
    }
    json_close_list(writer->json);
    if (frame->judged == PAGE_ALL)
        json_null(writer->json, "judged");
    else
        json_integer(writer->json, "judged", frame->judged);
    json_close_object(writer->json);
}

static void write_blocks(struct writer *writer) {
    const struct document *document = &writer->facts->message->document;
    json_open_list(writer->json, "blocks");
    for (size_t i = 0; i < document->blocks.size; i++) {
        const struct block *block = &document->blocks.at[i];
        if (writer->left == 0) writer->cut = true;
        if (writer->cut) break;
        /* structure without text counts too: a flood of empty blocks is text */
        size_t cost = 16;
        writer->left -= cost < writer->left ? cost : writer->left;
        json_open_object(writer->json, NULL);
        json_word(writer->json, "kind", block_kind_name(block->kind));
        json_string_or_null(writer->json, "hidden", str_from(hidden_name(block->hidden)));
        json_open_list(writer->json, "runs");
        for (size_t run = block->runs_from; run < block->runs_to; run++)
            write_run(writer, &document->runs.at[run]);
        json_close_list(writer->json);
        json_close_object(writer->json);
    }
    json_close_list(writer->json);
}

bool json_message(struct arena *arena, struct json *json, const struct facts *facts,
                  const struct judgement *judgement, const struct link_numbers *numbers) {
    const struct envelope *envelope = facts_envelope(facts);
    json_open_object(json, "message");
    write_mailboxes(json, "from", &envelope->from, false);
    write_mailboxes(json, "to", &facts->recipient.addresses, true);
    write_mailboxes(json, "reply_to", &envelope->reply_to, false);
    json_string(json, "subject", envelope->subject);
    json_string(json, "date", envelope->date);
    if (envelope->has_seconds)
        json_integer(json, "date_seconds", envelope->seconds);
    else
        json_null(json, "date_seconds");
    json_boolean(json, "forwarded", facts->forwarded);
    write_auth(json, &facts->sender.auth);
    write_attachments(json, facts->message);
    struct writer writer = {arena, json, facts, numbers, {{0}, 0}, JSON_TEXT_BYTES_MAX, false};
    find_marks(&writer, judgement);
    write_page(&writer);
    write_blocks(&writer);
    json_close_object(json);
    return writer.cut;
}
