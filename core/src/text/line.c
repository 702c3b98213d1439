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

static bool may_be_mark(char first) {
    unsigned char byte = (unsigned char)first;
    return byte < 0x80 ? !ascii_is_alnum(byte) : byte == 0xE2 || byte == 0xE3;
}

/* Marks of three bytes begin with E2, or are E3 80 xx and E3 83 BB. */
static bool may_end_mark(struct str text) {
    unsigned char last = (unsigned char)text.at[text.size - 1];
    if (last < 0x80) return !ascii_is_alnum(last);
    if (text.size < 3) return false;
    unsigned char lead = (unsigned char)text.at[text.size - 3],
                  second = (unsigned char)text.at[text.size - 2];
    return lead == 0xE2 || (lead == 0xE3 && (second == 0x80 || second == 0x83));
}

struct str line_strip(struct str text) {
    static const struct str MARKS[] = {
        STR_INIT(" "),  STR_INIT("("),  STR_INIT(")"),  STR_INIT("["),  STR_INIT("]"),  STR_INIT("\""),
        STR_INIT("'"),  STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』"), STR_INIT("【"),
        STR_INIT("】"), STR_INIT("<"),  STR_INIT(">"),  STR_INIT(":"),  STR_INIT("■"),  STR_INIT("●"),
        STR_INIT("◆"),  STR_INIT("▼"),  STR_INIT("*"),  STR_INIT("・"), STR_INIT("-"),  STR_INIT("{"),
        STR_INIT("}"),  STR_INIT("|"),  STR_INIT(","),  STR_INIT(";"),  STR_INIT("※"),  STR_INIT("〈"),
        STR_INIT("〉"), STR_INIT("《"), STR_INIT("》"), STR_INIT("^"),  STR_INIT("◇"),  STR_INIT("○"),
        STR_INIT("▪"),  STR_INIT("•"),  STR_INIT("►"),  STR_INIT("▶"),  STR_INIT("□")};
    /* neither a letter nor a digit of ASCII, nor a kanji, begins or ends a mark */
    bool again = true;
    while (again && text.size > 0 && (may_be_mark(text.at[0]) || may_end_mark(text))) {
        again = false;
        for (size_t i = 0; i < LINE_COUNT(MARKS); i++) {
            if (str_starts(text, MARKS[i])) {
                text = str_skip(text, MARKS[i].size);
                again = true;
            }
            if (text.size > 0 && str_ends(text, MARKS[i])) {
                text.size -= MARKS[i].size;
                again = true;
            }
        }
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
