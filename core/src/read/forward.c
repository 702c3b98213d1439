/* forward: see forward.h.
 *
 * A forwarded message shows itself by a line that only programs write and by
 * the header lines below it, or by header lines alone (Outlook). Whether those
 * alone mean forwarding or answering the subject's prefix tells. */
#include "read/forward.h"

#include "limits.h"
#include "read/mime/view_label.h"
#include "read/reading_view.h"

/* Bytes of the shortest mark below, "元のメール". */
#define SHORTEST_MARK 12

/* Forwards inside forwards that are followed. */
#define FORWARDS_MAX 10

enum mark { MARK_NONE, MARK_FORWARD, MARK_ORIGINAL };
enum prefix { PREFIX_NONE, PREFIX_FORWARD, PREFIX_REPLY };

/* Where the reading of the visible lines stands. */
struct cursor {
    struct message *message;
    struct str text;
    size_t block; /* the block that the line begins in */
};

static bool starts_with_any(struct str text, const struct str *words, size_t count) {
    char first = text.size ? ascii_lower(text.at[0]) : 0;
    for (size_t i = 0; i < count; i++)
        if (words[i].at[0] == first && str_starts_ascii(text, words[i])) return true;
    return false;
}

/* The line without the dashes and stars round it. */
static struct str undecorate(struct str line) {
    while (line.size && (line.at[0] == '-' || line.at[0] == ' ' || line.at[0] == '*' || line.at[0] == '_' ||
                         line.at[0] == '='))
        line = str_skip(line, 1);
    while (line.size && (line.at[line.size - 1] == '-' || line.at[line.size - 1] == ' ' ||
                         line.at[line.size - 1] == '*' || line.at[line.size - 1] == '='))
        line.size--;
    return line;
}

static enum mark mark_of(struct str line) {
    static const struct str forward[] = {STR_INIT("forwarded message"),
                                         STR_INIT("begin forwarded message"),
                                         STR_INIT("転送されたメッセージ"),
                                         STR_INIT("転送メッセージ"),
                                         STR_INIT("転送メール"),
                                         STR_INIT("転送ここから"),
                                         STR_INIT("weitergeleitete nachricht"),
                                         STR_INIT("anfang der weitergeleiteten"),
                                         STR_INIT("message transféré"),
                                         STR_INIT("début du message"),
                                         STR_INIT("mensaje reenviado"),
                                         STR_INIT("inizio messaggio inoltrato"),
                                         STR_INIT("messaggio inoltrato"),
                                         STR_INIT("mensagem encaminhada"),
                                         STR_INIT("doorgestuurd bericht"),
                                         STR_INIT("轉寄的郵件"),
                                         STR_INIT("转发邮件"),
                                         STR_INIT("전달된 메시지")};
    static const struct str original[] = {STR_INIT("original message"),
                                          STR_INIT("元のメッセージ"),
                                          STR_INIT("original mail"),
                                          STR_INIT("元のメール"),
                                          STR_INIT("ursprüngliche nachricht"),
                                          STR_INIT("message d'origine"),
                                          STR_INIT("message d’origine"),
                                          STR_INIT("mensaje original"),
                                          STR_INIT("messaggio originale"),
                                          STR_INIT("mensagem original"),
                                          STR_INIT("oorspronkelijk bericht"),
                                          STR_INIT("原始邮件"),
                                          STR_INIT("原始郵件"),
                                          STR_INIT("원본 메시지")};
    if (line.size > 120 || line.size < SHORTEST_MARK) return MARK_NONE;
    struct str text = undecorate(line);
    if (starts_with_any(text, forward, sizeof forward / sizeof *forward)) return MARK_FORWARD;
    /* without dashes "original message" may be anybody's sentence */
    bool dashes = str_starts(line, STR("-")) || str_ends(line, STR("-")) || str_starts(line, STR("_"));
    return dashes && starts_with_any(text, original, sizeof original / sizeof *original) ? MARK_ORIGINAL
                                                                                         : MARK_NONE;
}

static enum prefix prefix_of(struct str subject) {
    static const struct str forward[] = {
        STR_INIT("fwd:"),  STR_INIT("fw:"),    STR_INIT("[fwd:"),   STR_INIT("fwd："), STR_INIT("fw："),
        STR_INIT("転送:"), STR_INIT("転送："), STR_INIT("wg:"),     STR_INIT("tr:"),   STR_INIT("rv:"),
        STR_INIT("i:"),    STR_INIT("enc:"),   STR_INIT("doorst:"), STR_INIT("转发:"), STR_INIT("轉寄:")};
    static const struct str reply[] = {STR_INIT("re:"),   STR_INIT("re："),   STR_INIT("re["),
                                       STR_INIT("返信:"), STR_INIT("返信："), STR_INIT("aw:"),
                                       STR_INIT("antw:"), STR_INIT("sv:"),    STR_INIT("r:"),
                                       STR_INIT("回复:"), STR_INIT("回覆:")};
    if (starts_with_any(subject, forward, sizeof forward / sizeof *forward)) return PREFIX_FORWARD;
    return starts_with_any(subject, reply, sizeof reply / sizeof *reply) ? PREFIX_REPLY : PREFIX_NONE;
}

static size_t block_end(const struct document *document, size_t index) {
    const struct block *block = &document->blocks.at[index];
    return block->runs_to > block->runs_from ? document->runs.at[block->runs_to - 1].span.to : 0;
}

/* The block that byte `at` of the visible text stands in. */
static const struct block *block_at(struct cursor *cursor, size_t at) {
    const struct document *document = &cursor->message->document;
    while (cursor->block < document->blocks.size &&
           (document->blocks.at[cursor->block].hidden != HIDDEN_none ||
            block_end(document, cursor->block) <= at))
        cursor->block++;
    return cursor->block < document->blocks.size ? &document->blocks.at[cursor->block] : NULL;
}

/* Makes every visible block from byte `from` on a quote, or no longer one. */
static void mark_quotes(struct message *message, size_t from, bool quote) {
    struct document *document = &message->document;
    for (size_t i = 0; i < document->blocks.size; i++) {
        struct block *block = &document->blocks.at[i];
        if (block->hidden != HIDDEN_none || block->runs_to <= block->runs_from) continue;
        struct span span = {document->runs.at[block->runs_from].span.from, block_end(document, i)};
        if (span.from < from) continue;
        if (quote)
            block->kind = BLOCK_QUOTE;
        else if (block->kind == BLOCK_QUOTE) {
            struct str text = str_slice(document->text, span.from, span.to);
            block->kind = str_find_byte(text, '\n', 0) == STR_NONE ? BLOCK_PARAGRAPH : BLOCK_PREFORMATTED;
        }
    }
}

static bool is_head(const struct view_block *block, enum mark mark) {
    bool from = block->values[VIEW_FROM].size > 0;
    return from && block->colons >= 2 && block->fields >= (mark == MARK_NONE ? 3u : 2u);
}

/* What the block of header lines that begins at `at` means. */
static enum prefix judge(const struct message *message, enum mark mark, size_t at) {
    const struct envelope *envelope = message->forwarded ? &message->inner : &message->envelope;
    size_t note = at > message->body.from ? at - message->body.from : 0;
    if (mark == MARK_FORWARD) return note <= FORWARD_NOTE_BYTES_MAX ? PREFIX_FORWARD : PREFIX_NONE;
    enum prefix prefix = prefix_of(envelope->subject);
    /* without a word above, the answers stand between the quoted lines */
    if (prefix == PREFIX_REPLY) return note ? PREFIX_REPLY : PREFIX_NONE;
    /* Header lines that just stand there forward nothing where a source says who
     * sent it: else a fake would put a better sender on top of its own text. */
    if (prefix == PREFIX_NONE && mark == MARK_NONE && message->kind == KIND_SOURCE) return PREFIX_NONE;
    size_t most = prefix == PREFIX_FORWARD ? FORWARD_NOTE_BYTES_MAX : FORWARD_NOTE_BYTES_MAX / 3;
    return note <= most ? PREFIX_FORWARD : PREFIX_NONE;
}

/* ":" or its wide form, by the last byte of that. */
static bool has_colon(struct str line) {
    return str_find_byte(line, ':', 0) != STR_NONE || str_find_byte(line, '\x9A', 0) != STR_NONE;
}

void forward_read(struct arena *arena, struct message *message) {
    struct cursor cursor = {message, message->document.text, 0};
    struct view_block head;
    enum mark mark = MARK_NONE;
    size_t at = message->body.from, mark_at = at, forwards = 0;
    while (at < cursor.text.size && forwards < FORWARDS_MAX) {
        size_t begin = at;
        struct str line = view_line(cursor.text, &at), value;
        enum mark found = mark_of(line);
        if (found != MARK_NONE) {
            mark = found;
            mark_at = begin;
            continue;
        }
        bool colon = false;
        bool labelled = has_colon(line) && view_label_read(line, &value, &colon) != VIEW_NONE && colon;
        if (labelled && view_block_read(cursor.text, begin, &head) && is_head(&head, mark)) {
            const struct block *block = block_at(&cursor, begin);
            bool quoted = block && block->kind == BLOCK_QUOTE;
            enum prefix meaning = quoted && mark == MARK_NONE
                                      ? PREFIX_NONE
                                      : judge(message, mark, mark == MARK_NONE ? begin : mark_at);
            if (meaning == PREFIX_REPLY) {
                mark_quotes(message, mark == MARK_NONE ? begin : mark_at, true);
                return;
            }
            if (meaning == PREFIX_FORWARD) {
                if (quoted) mark_quotes(message, begin, false);
                reading_view_envelope(arena, &head, &message->inner, &message->oddities);
                message->forwarded = true;
                message->body.from = head.to;
                forwards++;
            }
            at = head.to;
        }
        mark = MARK_NONE;
    }
}
