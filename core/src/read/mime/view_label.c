/* view_label: labels of header lines in the languages of Amazon's shops; see
 * view_label.h. The words are those that Gmail, Outlook, Yahoo!メール, Apple
 * Mail, Thunderbird and the mail of Japanese carriers print. */
#include "read/mime/view_label.h"

#include <string.h>

#include "base/utf8.h"
#include "limits.h"

/* Lines of one block at most: long lists of recipients wrap. */
#define BLOCK_LINES_MAX 40

static const struct {
    struct str word;
    enum view_field field;
} labels[] = {
    {STR_INIT("from"), VIEW_FROM},
    {STR_INIT("差出人"), VIEW_FROM},
    {STR_INIT("送信者"), VIEW_FROM},
    {STR_INIT("送信元"), VIEW_FROM},
    {STR_INIT("von"), VIEW_FROM},
    {STR_INIT("de"), VIEW_FROM},
    {STR_INIT("da"), VIEW_FROM},
    {STR_INIT("van"), VIEW_FROM},
    {STR_INIT("发件人"), VIEW_FROM},
    {STR_INIT("寄件者"), VIEW_FROM},
    {STR_INIT("보낸사람"), VIEW_FROM},
    {STR_INIT("보낸 사람"), VIEW_FROM},
    {STR_INIT("to"), VIEW_TO},
    {STR_INIT("宛先"), VIEW_TO},
    {STR_INIT("あて先"), VIEW_TO},
    {STR_INIT("送信先"), VIEW_TO},
    {STR_INIT("受信者"), VIEW_TO},
    {STR_INIT("an"), VIEW_TO},
    {STR_INIT("à"), VIEW_TO},
    {STR_INIT("a"), VIEW_TO},
    {STR_INIT("para"), VIEW_TO},
    {STR_INIT("aan"), VIEW_TO},
    {STR_INIT("收件人"), VIEW_TO},
    {STR_INIT("收件者"), VIEW_TO},
    {STR_INIT("받는사람"), VIEW_TO},
    {STR_INIT("받는 사람"), VIEW_TO},
    {STR_INIT("cc"), VIEW_CC},
    {STR_INIT("kopie"), VIEW_CC},
    {STR_INIT("subject"), VIEW_SUBJECT},
    {STR_INIT("sub"), VIEW_SUBJECT},
    {STR_INIT("件名"), VIEW_SUBJECT},
    {STR_INIT("題名"), VIEW_SUBJECT},
    {STR_INIT("タイトル"), VIEW_SUBJECT},
    {STR_INIT("betreff"), VIEW_SUBJECT},
    {STR_INIT("objet"), VIEW_SUBJECT},
    {STR_INIT("asunto"), VIEW_SUBJECT},
    {STR_INIT("oggetto"), VIEW_SUBJECT},
    {STR_INIT("assunto"), VIEW_SUBJECT},
    {STR_INIT("onderwerp"), VIEW_SUBJECT},
    {STR_INIT("主题"), VIEW_SUBJECT},
    {STR_INIT("主旨"), VIEW_SUBJECT},
    {STR_INIT("제목"), VIEW_SUBJECT},
    {STR_INIT("date"), VIEW_DATE},
    {STR_INIT("sent"), VIEW_DATE},
    {STR_INIT("received"), VIEW_DATE},
    {STR_INIT("日時"), VIEW_DATE},
    {STR_INIT("送信日時"), VIEW_DATE},
    {STR_INIT("受信日時"), VIEW_DATE},
    {STR_INIT("送信日"), VIEW_DATE},
    {STR_INIT("受信日"), VIEW_DATE},
    {STR_INIT("日付"), VIEW_DATE},
    {STR_INIT("datum"), VIEW_DATE},
    {STR_INIT("gesendet"), VIEW_DATE},
    {STR_INIT("envoyé"), VIEW_DATE},
    {STR_INIT("fecha"), VIEW_DATE},
    {STR_INIT("enviado"), VIEW_DATE},
    {STR_INIT("enviado el"), VIEW_DATE},
    {STR_INIT("inviato"), VIEW_DATE},
    {STR_INIT("data"), VIEW_DATE},
    {STR_INIT("verzonden"), VIEW_DATE},
    {STR_INIT("发送时间"), VIEW_DATE},
    {STR_INIT("日期"), VIEW_DATE},
    {STR_INIT("寄件日期"), VIEW_DATE},
    {STR_INIT("보낸 날짜"), VIEW_DATE},
    {STR_INIT("날짜"), VIEW_DATE},
    {STR_INIT("reply-to"), VIEW_REPLY_TO},
    {STR_INIT("返信先"), VIEW_REPLY_TO},
    {STR_INIT("antwort an"), VIEW_REPLY_TO},
    {STR_INIT("mailed-by"), VIEW_OTHER},
    {STR_INIT("mailed by"), VIEW_OTHER},
    {STR_INIT("signed-by"), VIEW_OTHER},
    {STR_INIT("signed by"), VIEW_OTHER},
    {STR_INIT("security"), VIEW_OTHER},
    {STR_INIT("署名元"), VIEW_OTHER},
    {STR_INIT("セキュリティ"), VIEW_OTHER},
    {STR_INIT("importance"), VIEW_OTHER},
    {STR_INIT("重要度"), VIEW_OTHER},
    {STR_INIT("優先度"), VIEW_OTHER},
    {STR_INIT("priority"), VIEW_OTHER},
    {STR_INIT("attachments"), VIEW_OTHER},
    {STR_INIT("添付ファイル"), VIEW_OTHER},
    {STR_INIT("bcc"), VIEW_OTHER},
    {STR_INIT("sender"), VIEW_OTHER},
};
#define LABELS (sizeof labels / sizeof *labels)

struct str view_line(struct str text, size_t *at) {
    size_t end = str_find_byte(text, '\n', *at);
    struct str line = str_slice(text, *at, end);
    *at = end == STR_NONE ? text.size : end + 1;
    return line;
}

/* Without spaces, wide ones and the "*" of text that was bold. */
static struct str trim_marks(struct str text) {
    for (;;) {
        struct str before = text;
        text = str_trim(text);
        while (str_starts(text, STR("\xE3\x80\x80"))) text = str_skip(text, 3);
        while (str_ends(text, STR("\xE3\x80\x80"))) text.size -= 3;
        while (str_starts(text, STR("\xC2\xA0"))) text = str_skip(text, 2);
        while (str_ends(text, STR("\xC2\xA0"))) text.size -= 2;
        if (str_starts(text, STR("*"))) text = str_skip(text, 1);
        if (str_ends(text, STR("*"))) text.size--;
        if (text.size == before.size) return text;
    }
}

/* The bytes of the longest label that `line` begins with. */
static size_t match_label(struct str line, enum view_field *field) {
    size_t best = 0;
    char first = line.size ? ascii_lower(line.at[0]) : 0;
    for (size_t i = 0; i < LABELS; i++) {
        struct str word = labels[i].word;
        if (word.at[0] != first || word.size <= best || !str_starts_ascii(line, word)) continue;
        best = word.size;
        *field = labels[i].field;
    }
    return best;
}

enum view_field view_label_read(struct str line, struct str *value, bool *colon) {
    enum view_field field = VIEW_NONE;
    line = trim_marks(str_slice(line, 0, utf8_floor(line, VIEW_LINE_BYTES_MAX)));
    size_t size = match_label(line, &field);
    if (size == 0) return VIEW_NONE;
    struct str rest = str_skip(line, size);
    struct str after = rest;
    while (after.size && (after.at[0] == ' ' || after.at[0] == '\t' || after.at[0] == '*'))
        after = str_skip(after, 1);
    while (str_starts(after, STR("\xE3\x80\x80"))) after = str_skip(after, 3);
    *colon = str_starts(after, STR(":")) || str_starts(after, STR("\xEF\xBC\x9A"));
    if (*colon) after = str_skip(after, after.at[0] == ':' ? 1 : 3);
    /* without a colon the label must be a word of its own */
    else if (rest.size && after.size == rest.size)
        return VIEW_NONE;
    /* single letters and short words of other languages need their colon */
    if (!*colon && size <= 2) {
        if (field != VIEW_TO || !str_starts_ascii(line, STR("to"))) return VIEW_NONE;
    }
    *value = trim_marks(after);
    /* Gmail prints 送信元 for the host that mailed it */
    if (str_starts(line, STR("送信元")) && str_find_byte(*value, '@', 0) == STR_NONE && value->size)
        field = VIEW_OTHER;
    return field;
}

static void keep(struct view_block *block, enum view_field field, struct str value, bool colon) {
    block->colons += colon;
    if (block->values[field].size || value.size == 0) return;
    block->values[field] = value;
    if (field == VIEW_FROM || field == VIEW_TO || field == VIEW_SUBJECT || field == VIEW_DATE)
        block->fields++;
}

/* A line without a label that still belongs to the block: more recipients, or
 * the details that Gmail puts under a name. */
static bool is_continuation(struct str line, enum view_field last) {
    if (last != VIEW_FROM && last != VIEW_TO && last != VIEW_CC && last != VIEW_REPLY_TO) return false;
    if (line.size > 400 || str_find_byte(line, '@', 0) == STR_NONE) return false;
    char end = line.at[line.size - 1];
    return end == ',' || end == ';' || end == '>' || str_find_byte(line, ' ', 0) == STR_NONE;
}

bool view_block_read(struct str text, size_t at, struct view_block *out) {
    memset(out, 0, sizeof *out);
    enum view_field last = VIEW_NONE;
    unsigned labelled = 0; /* bits of fields */
    for (size_t lines = 0; at < text.size && lines < BLOCK_LINES_MAX; lines++) {
        size_t next = at;
        struct str line = view_line(text, &next), value = {NULL, 0}, ignored;
        bool colon = false, other;
        enum view_field field = view_label_read(line, &value, &colon);
        if (field == VIEW_NONE) {
            if (lines == 0 || !is_continuation(line, last)) break;
        } else if (value.size == 0 && next < text.size) {
            /* the label alone: its value is the next line */
            size_t after = next;
            struct str below = view_line(text, &after);
            if (view_label_read(below, &ignored, &other) == VIEW_NONE) {
                if (!colon && below.size > 400) break;
                value = trim_marks(below);
                next = after;
            }
        }
        if (field != VIEW_NONE) {
            if ((labelled & 1u << field) && field != VIEW_OTHER && field != VIEW_CC)
                break; /* another block begins */
            labelled |= 1u << field;
            keep(out, field, value, colon);
            last = field;
        }
        at = out->to = next;
    }
    return last != VIEW_NONE;
}

bool view_is_time(struct str line) {
    static const struct str words[] = {
        STR_INIT("分前"),         STR_INIT("時間前"), STR_INIT("日前"),
        STR_INIT("昨日"),         STR_INIT("今日"),   STR_INIT("ago"),
        STR_INIT("yesterday"),    STR_INIT("today"),  STR_INIT("テキストメッセージ"),
        STR_INIT("text message"), STR_INIT("午前"),   STR_INIT("午後")};
    if (line.size > 80) return false;
    bool digit = false;
    for (size_t i = 0; i < line.size; i++) digit |= ascii_is_digit((unsigned char)line.at[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_contains_ascii(line, words[i]) && line.size < words[i].size + 40) return true;
    if (!digit) return false;
    if (str_contains(line, STR("年")) && str_contains(line, STR("月"))) return true;
    for (size_t i = 1; i + 2 < line.size; i++)
        if (line.at[i] == ':' && ascii_is_digit((unsigned char)line.at[i - 1]) &&
            ascii_is_digit((unsigned char)line.at[i + 1]) && ascii_is_digit((unsigned char)line.at[i + 2]))
            return true;
    size_t slash = str_find_byte(line, '/', 0);
    return slash != STR_NONE && slash > 0 && ascii_is_digit((unsigned char)line.at[slash - 1]) &&
           line.size <= 20;
}
