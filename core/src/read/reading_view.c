/* reading_view: see reading_view.h.
 *
 * Three forms are known: labelled lines ("差出人: ...", also as label and value
 * on two lines), the unlabelled ones of Gmail and Outlook on the web (a line
 * "Name <address>", a time, "To me"), and the number or name above an SMS. */
#include "read/reading_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/oddity.h"
#include "limits.h"
#include "read/mime/date.h"

static bool has_sign(struct str text) { return str_find_byte(text, '@', 0) != STR_NONE; }

/* "Name（a@example.com）" and "＜a@example.com＞" with ASCII brackets. */
static struct str narrow_brackets(struct arena *arena, struct str value) {
    static const struct str open[] = {STR_INIT("（"), STR_INIT("＜"), STR_INIT("〈")};
    static const struct str close[] = {STR_INIT("）"), STR_INIT("＞"), STR_INIT("〉")};
    if (!has_sign(value)) return value;
    struct str_builder builder;
    str_builder_init(&builder, arena, value.size);
    for (size_t at = 0; at < value.size;) {
        struct str rest = str_skip(value, at);
        size_t size = 0;
        for (size_t i = 0; i < 3 && !size; i++) {
            size_t end = str_find(str_slice(rest, 0, 300), close[i], 0);
            if (str_starts(rest, open[i]) && end != STR_NONE && has_sign(str_slice(rest, 0, end))) {
                str_builder_str(&builder, STR(" <"));
                str_builder_str(&builder, str_slice(rest, open[i].size, end));
                str_builder_byte(&builder, '>');
                size = end + close[i].size;
            }
        }
        if (!size) str_builder_byte(&builder, value.at[at]);
        at += size ? size : 1;
    }
    return str_builder_view(&builder);
}

/* Recipients without an address ("me", "自分") say nothing. */
static void read_recipients(struct arena *arena, struct str value, struct str header, struct mailboxes *out,
                            struct oddities *oddities) {
    struct mailboxes found = {0};
    address_read(arena, narrow_brackets(arena, value), header, &found, oddities);
    for (size_t i = 0; i < found.size; i++) {
        if (!has_sign(found.at[i].address)) continue;
        struct mailbox *mailbox = list_add(arena, out);
        if (mailbox) *mailbox = found.at[i];
    }
}

void reading_view_envelope(struct arena *arena, const struct view_block *block, struct envelope *out,
                           struct oddities *oddities) {
    memset(out, 0, sizeof *out);
    out->origin = HEAD_BODY;
    if (block->values[VIEW_FROM].size)
        address_read(arena, narrow_brackets(arena, block->values[VIEW_FROM]), STR("from"), &out->from,
                     oddities);
    read_recipients(arena, block->values[VIEW_TO], STR("to"), &out->to, oddities);
    read_recipients(arena, block->values[VIEW_CC], STR("cc"), &out->to, oddities);
    read_recipients(arena, block->values[VIEW_REPLY_TO], STR("reply_to"), &out->reply_to, oddities);
    out->subject = block->values[VIEW_SUBJECT];
    out->date = block->values[VIEW_DATE];
    out->has_seconds = date_read(out->date, &out->seconds);
}

/* Folder names and buttons that stand above or between the header lines. */
bool reading_view_is_furniture(struct str line) {
    static const struct str words[] = {STR_INIT("inbox"),        STR_INIT("受信トレイ"),
                                       STR_INIT("受信箱"),       STR_INIT("外部"),
                                       STR_INIT("external"),     STR_INIT("unsubscribe"),
                                       STR_INIT("配信停止"),     STR_INIT("メーリングリストの登録解除"),
                                       STR_INIT("迷惑メール"),   STR_INIT("spam"),
                                       STR_INIT("重要"),         STR_INIT("スター"),
                                       STR_INIT("返信"),         STR_INIT("reply"),
                                       STR_INIT("forward"),      STR_INIT("転送"),
                                       STR_INIT("print"),        STR_INIT("印刷"),
                                       STR_INIT("詳細"),         STR_INIT("details"),
                                       STR_INIT("添付ファイル"), STR_INIT("翻訳"),
                                       STR_INIT("translate"),    STR_INIT("要約"),
                                       STR_INIT("全員に返信"),   STR_INIT("reply all")};
    if (line.size > 60) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts_ascii(line, words[i]) && line.size <= words[i].size + 12) return true;
    return false;
}

/* A whole line of the form "Name <address>" (Outlook prints no space). */
static bool is_mailbox_line(struct str line) {
    size_t open = str_find_last_byte(line, '<');
    if (open == STR_NONE || line.size > 300 || line.at[line.size - 1] != '>') return false;
    struct str address = str_slice(line, open + 1, line.size - 1);
    if (str_starts_ascii(address, STR("mailto:"))) address = str_skip(address, 7);
    size_t sign = str_find_byte(address, '@', 0);
    return sign != STR_NONE && sign > 0 && sign + 1 < address.size &&
           str_find_byte(address, ' ', 0) == STR_NONE;
}

/* "Name <address>", then within four lines a time or the recipient. */
static bool read_unlabelled(struct str text, size_t at, struct view_block *out) {
    memset(out, 0, sizeof *out);
    struct str line = view_line(text, &at), value;
    if (!is_mailbox_line(line)) return false;
    out->values[VIEW_FROM] = line;
    out->fields = 1;
    for (size_t i = 0; i < 5 && at < text.size; i++) {
        size_t next = at;
        struct str below = view_line(text, &next);
        bool colon, furniture = reading_view_is_furniture(below);
        enum view_field field = view_label_read(below, &value, &colon);
        if (field == VIEW_TO && !out->values[VIEW_TO].size)
            out->values[VIEW_TO] = value;
        else if (view_is_time(below) && !out->values[VIEW_DATE].size)
            out->values[VIEW_DATE] = below;
        else if (!furniture)
            break;
        if (!furniture) out->fields++;
        at = out->to = next;
    }
    return out->fields >= 2;
}

/* Labelled lines that no ordinary text begins with. */
static bool is_convincing(const struct view_block *block) {
    if (block->fields < 2) return false;
    bool from = block->values[VIEW_FROM].size > 0;
    bool address = has_sign(block->values[VIEW_FROM]) || has_sign(block->values[VIEW_TO]);
    if (address) return true;
    return from && block->values[VIEW_SUBJECT].size && block->fields >= 3;
}

/* The subject that web programs print above everything else. */
static struct str subject_above(struct str text, size_t end) {
    size_t at = 0;
    while (at < end) {
        struct str line = view_line(text, &at);
        if (!reading_view_is_furniture(line) && !view_is_time(line))
            return line.size <= VIEW_SUBJECT_BYTES_MAX ? line : (struct str){NULL, 0};
    }
    return (struct str){NULL, 0};
}

static bool is_phone_number(struct str line) {
    size_t digits = 0;
    for (size_t i = 0; i < line.size; i++) {
        if (ascii_is_digit((unsigned char)line.at[i]))
            digits++;
        else if (!strchr("+-() ", line.at[i]) || !line.at[i])
            return false;
    }
    return digits >= 4 && digits <= 15 && line.size <= 24;
}

/* The number or name above a pasted SMS, and perhaps a time below it. */
static void read_sms(struct message *message, struct str text) {
    size_t at = 0;
    struct str line = view_line(text, &at), value;
    bool colon;
    enum view_field field = view_label_read(line, &value, &colon);
    struct str sender = field == VIEW_FROM && value.size ? value : line;
    size_t next = at;
    struct str below = view_line(text, &next);
    bool time = below.size && view_is_time(below) && below.size <= 60;
    bool number = is_phone_number(sender);
    bool name =
        sender.size <= 40 && str_find_byte(sender, ' ', 0) == STR_NONE && (time || field == VIEW_FROM);
    if (at >= text.size || (!number && !name) || text.size > 2000) return;
    message->sms_sender = sender;
    message->body.from = time ? next : at;
}

bool reading_view_head(struct str text, size_t at, struct view_block *out) {
    if (view_block_read(text, at, out) && is_convincing(out)) return true;
    return read_unlabelled(text, at, out);
}

void reading_view_read(struct arena *arena, struct message *message) {
    struct str text = message->document.text;
    struct view_block block;
    size_t at = 0;
    for (size_t lines = 0; lines < VIEW_LINES_ABOVE_MAX && at < text.size; lines++) {
        if (reading_view_head(text, at, &block)) {
            reading_view_envelope(arena, &block, &message->envelope, &message->oddities);
            if (message->envelope.subject.size == 0) message->envelope.subject = subject_above(text, at);
            message->body.from = block.to;
            return;
        }
        view_line(text, &at);
    }
    if (message->kind == KIND_TEXT) read_sms(message, text);
}
