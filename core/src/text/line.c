/* line: see line.h. */
#include "text/line.h"

#include <string.h>

#include "base/utf8.h"

struct line *line_new(struct arena *arena) {
    struct line *line = arena_bytes(arena, sizeof *line); /* written before it is read */
    if (line == NULL) return NULL;
    line->arena = arena;
    line->raw = line->text = (struct str){0};
    return line;
}

void line_fold(struct line *line, struct str raw) {
    raw = str_trim(raw);
    line->raw = str_slice(raw, 0, utf8_floor(raw, LINE_BYTES_MAX));
    size_t size = 0;
    struct fold_unit unit;
    fold_start(&line->reader, line->arena, line->raw);
    while (fold_next(&line->reader, &unit) && size + unit.size <= sizeof line->bytes) {
        bool space = unit.kind == FOLD_SPACE || unit.kind == FOLD_BREAK;
        if (space && (size == 0 || line->bytes[size - 1] == ' ')) continue;
        for (size_t i = 0; i < unit.size; i++) {
            line->bytes[size] = space ? ' ' : unit.bytes[i];
            line->upper[size] = unit.upper;
            line->from[size] = unit.from;
            line->to[size++] = unit.to;
        }
    }
    fold_end(&line->reader);
    if (size > 0 && line->bytes[size - 1] == ' ') size--;
    line->text = (struct str){line->bytes, size};
}

struct str line_raw(const struct line *line, size_t from, size_t to) {
    if (from >= to || to > line->text.size) return (struct str){0};
    return str_slice(line->raw, line->from[from], line->to[to - 1]);
}

size_t line_place(const struct line *line, struct str part) {
    return part.size > 0 ? (size_t)(part.at - line->bytes) : 0;
}

#define ASCII_MARKS " ()[]\"'<>:*-{}|,;^"

static const struct str WIDE_MARKS[] = {
    STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』"), STR_INIT("【"), STR_INIT("】"),
    STR_INIT("■"),  STR_INIT("●"),  STR_INIT("◆"),  STR_INIT("▼"),  STR_INIT("・"), STR_INIT("※"),
    STR_INIT("〈"), STR_INIT("〉"), STR_INIT("《"), STR_INIT("》"), STR_INIT("◇"),  STR_INIT("○"),
    STR_INIT("▪"),  STR_INIT("•"),  STR_INIT("►"),  STR_INIT("▶"),  STR_INIT("□")};
enum { WIDE_MARK_BYTES = 3 };

/* Bytes of the mark at the place, which is the text's first or last character: E2, or E3
 * 80 and E3 83, begin those that are not ASCII. */
static size_t mark_bytes(struct str text, size_t at) {
    unsigned char byte = (unsigned char)text.at[at];
    if (byte < 0x80) return byte != 0 && strchr(ASCII_MARKS, byte) != NULL;
    if ((byte != 0xE2 && byte != 0xE3) || text.size - at < WIDE_MARK_BYTES) return 0;
    unsigned char second = (unsigned char)text.at[at + 1];
    if (byte == 0xE3 && second != 0x80 && second != 0x83) return 0;
    return str_equal_any(str_slice(text, at, at + WIDE_MARK_BYTES), STR_LIST(WIDE_MARKS)) ? WIDE_MARK_BYTES
                                                                                          : 0;
}

struct str line_strip(struct str text) {
    for (size_t bytes; text.size > 0 && (bytes = mark_bytes(text, 0)) > 0;) text = str_skip(text, bytes);
    while (text.size > 0) {
        bool ascii = (unsigned char)text.at[text.size - 1] < 0x80;
        if (!ascii && text.size < WIDE_MARK_BYTES) break;
        size_t bytes = mark_bytes(text, text.size - (ascii ? 1 : WIDE_MARK_BYTES));
        if (bytes == 0 || (!ascii && bytes == 1)) break;
        text.size -= bytes;
    }
    return text;
}

static bool is_address_byte(char byte) {
    return byte > ' ' && byte != 0x7F && strchr(",:;()<>[]\"'", byte) == NULL;
}

struct str line_find_address(struct str text) {
    size_t at = str_find_byte(text, '@', 0);
    if (at == STR_NONE) return (struct str){0};
    size_t from = at, to = at + 1;
    while (from > 0 && is_address_byte(text.at[from - 1])) from--;
    while (to < text.size && is_address_byte(text.at[to])) to++;
    if (from == at || to == at + 1) return (struct str){0};
    return str_slice(text, from, to);
}

bool line_is_mail_header(struct str line) {
    static const struct str LABELS[] = {STR_INIT("from:"),    STR_INIT("to:"),
                                        STR_INIT("cc:"),      STR_INIT("bcc:"),
                                        STR_INIT("subject:"), STR_INIT("date:"),
                                        STR_INIT("sent:"),    STR_INIT("reply-to:"),
                                        STR_INIT("von:"),     STR_INIT("an:"),
                                        STR_INIT("betreff:"), STR_INIT("gesendet:"),
                                        STR_INIT("datum:"),   STR_INIT("de:"),
                                        STR_INIT("objet:"),   STR_INIT("asunto:"),
                                        STR_INIT("para:"),    STR_INIT("enviado:"),
                                        STR_INIT("oggetto:"), STR_INIT("assunto:"),
                                        STR_INIT("----"),     STR_INIT("begin forwarded message"),
                                        STR_INIT("on "),      STR_INIT("送信日時"),
                                        STR_INIT("差出人"),   STR_INIT("宛先"),
                                        STR_INIT("件名"),     STR_INIT("送信元"),
                                        STR_INIT("送信者"),   STR_INIT("返信先"),
                                        STR_INIT("日付"),     STR_INIT("受信日時"),
                                        STR_INIT("cc "),      STR_INIT("転送")};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        if (!str_starts_ascii(line, LABELS[i])) continue;
        return !str_equal(LABELS[i], STR("on ")) || str_contains_ascii(line, STR("wrote:"));
    }
    return false;
}
