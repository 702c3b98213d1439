/* source: the beginning of a message's source; see source.h. */
#include "read/mime/source.h"

#include "base/arena.h"
#include "limits.h"

/* So many lines with an empty one behind each are a habit of the program that
 * copied them, not paragraphs. */
#define SPACED_LINES_MIN 8u

/* Fields that reading views never print (design: kind auto). */
bool source_is_field(struct str name) {
    static const struct str names[] = {STR_INIT("received"), STR_INIT("return-path"), STR_INIT("message-id"),
                                       STR_INIT("mime-version"), STR_INIT("content-type")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal_ascii(name, names[i])) return true;
    return false;
}

/* What "show source" pages of Gmail and Outlook print above the source. The
 * rows of Gmail's table look like fields, so they count only behind its title. */
static bool is_page_line(struct str line, bool *table) {
    static const struct str titles[] = {STR_INIT("original message"), STR_INIT("元のメッセージ"),
                                        STR_INIT("message id"), STR_INIT("メッセージ id"),
                                        STR_INIT("メッセージid")};
    static const struct str rows[] = {STR_INIT("created at"), STR_INIT("created on"), STR_INIT("作成日"),
                                      STR_INIT("from:"),      STR_INIT("to:"),        STR_INIT("差出人"),
                                      STR_INIT("宛先"),       STR_INIT("件名"),       STR_INIT("subject:"),
                                      STR_INIT("spf:"),       STR_INIT("dkim:"),      STR_INIT("dmarc:")};
    static const struct str anywhere[] = {STR_INIT("download original"),
                                          STR_INIT("copy to clipboard"),
                                          STR_INIT("オリジナルをダウンロード"),
                                          STR_INIT("原本をダウンロード"),
                                          STR_INIT("クリップボードにコピー"),
                                          STR_INIT("message source"),
                                          STR_INIT("メッセージのソース"),
                                          STR_INIT("メッセージ ソース"),
                                          STR_INIT("close"),
                                          STR_INIT("閉じる"),
                                          STR_INIT("インターネット ヘッダー"),
                                          STR_INIT("internet headers"),
                                          STR_INIT("詳細ヘッダー")};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_starts_ascii(line, titles[i]) && !str_starts_ascii(line, STR("message-id"))) {
            *table = true;
            return true;
        }
    for (size_t i = 0; *table && i < sizeof rows / sizeof *rows; i++)
        if (str_starts_ascii(line, rows[i])) return true;
    for (size_t i = 0; i < sizeof anywhere / sizeof *anywhere; i++)
        if (str_starts_ascii(line, anywhere[i])) return line.size < anywhere[i].size + 60;
    return false;
}

/* True when the fields from `at` to the first empty line hold a source field. */
static bool has_source_field(struct str bytes, size_t at, enum line_ends ends) {
    while (at < bytes.size) {
        size_t next = line_end_after(bytes, at, ends);
        struct str line = line_view(bytes, at, next);
        if (line.size == 0) return false;
        if (source_is_field(str_slice(line, 0, header_name_size(line)))) return true;
        at = next;
    }
    return false;
}

bool source_find(struct str bytes, enum line_ends ends, bool paste, size_t *head) {
    size_t at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0, lines = 0;
    bool table = false;
    *head = at;
    while (at < bytes.size && lines < PASTE_JUNK_LINES_MAX) {
        size_t next = line_end_after(bytes, at, ends);
        struct str line = line_view(bytes, at, next);
        struct str text = str_trim(line);
        bool mbox = header_name_size(line) == 0 &&
                    (str_starts(line, STR("From ")) || str_starts(line, STR(">From ")));
        if (text.size && !mbox) {
            bool page = paste && is_page_line(text, &table);
            if (!page) {
                if (header_name_size(text) == 0) return false;
                *head = (size_t)(text.at - bytes.at);
                return has_source_field(bytes, *head, ends);
            }
            lines++;
        }
        at = next;
    }
    return false;
}

static bool is_spaced(struct str bytes, enum line_ends ends) {
    size_t count = 0, filled = 0;
    for (size_t at = 0; at < bytes.size; count++) {
        size_t next = line_end_after(bytes, at, ends);
        bool empty = str_trim(line_view(bytes, at, next)).size == 0;
        if (count % 2 && !empty) return false;
        filled += !empty;
        at = next;
    }
    return filled >= SPACED_LINES_MIN;
}

struct str source_without_spacing(struct arena *arena, struct str bytes, enum line_ends ends) {
    bytes = str_trim(bytes);
    if (!is_spaced(bytes, ends)) return STR("");
    struct str_builder builder;
    str_builder_init(&builder, arena, bytes.size);
    for (size_t at = 0; at < bytes.size;) {
        size_t next = line_end_after(bytes, at, ends);
        str_builder_str(&builder, str_slice(bytes, at, next));
        at = line_end_after(bytes, next, ends);
    }
    return str_builder_view(&builder);
}
