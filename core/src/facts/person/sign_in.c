/* sign_in: the details of a sign-in that the message states.
 *
 * In: the visible text, the words found in it, the message's own date. Out:
 * facts->sign_in: when, where, on what, an IP address, the one-time code.
 * Labels (sign_in_labels.def) stand at the start of a line; the value follows on
 * the same line or on the next one; several may share a line, even with nothing
 * between them ("... Standard TimeDevice: ...", as plain parts have it). Latin labels
 * without a colon are ordinary words: they count before a date, or below a line that
 * was a detail too.
 *
 * Gets past it: a fake that copies the genuine form; then only the person knows
 * ("was this you?"). Wronged: a marketplace whose date form is not known here:
 * only forms that Amazon is known not to use are called odd. */
#include "facts/facts.h"
#include "facts/person/sign_in_date.h"
#include "text/line.h"
#include "text/placeholder.h"

#include "base/utf8.h"

#define VALUE_BYTES_MAX 200u
#define PLAIN_VALUE_BYTES_MAX 80u /* behind a label without a colon: longer is a sentence */
#define DAY_SECONDS 86400
#define FAR_SECONDS (2 * DAY_SECONDS)
#define ZONE_SECONDS_MAX (14 * 3600)
#define CODE_AHEAD_BYTES 160u
#define CODE_BEHIND_BYTES 60u

enum detail { DETAIL_when, DETAIL_device, DETAIL_place, DETAIL_address, DETAIL_COUNT };

static const struct {
    struct str text;
    enum detail detail;
} LABELS[] = {
#define LABEL(detail, text) {STR_INIT(text), DETAIL_##detail},
#include "facts/person/sign_in_labels.def"
#undef LABEL
};
#define LABEL_COUNT (sizeof LABELS / sizeof *LABELS)

struct value {
    struct span span;
    bool weak; /* a label that mail headers carry too ("Date:") */
};

struct search {
    struct str text;
    struct line *line;
    struct value values[DETAIL_COUNT];
    bool waits;   /* a label stood alone on the line above */
    bool grouped; /* the line above was a detail */
    enum detail waiting;
    bool waiting_weak;
    bool begins[256]; /* the first bytes of labels */
    bool thirds[256]; /* the third bytes of those that are not Latin */
};

static void list_beginnings(struct search *search) {
    for (size_t i = 0; i < LABEL_COUNT; i++) {
        struct str label = LABELS[i].text;
        search->begins[(unsigned char)label.at[0]] = true;
        if ((unsigned char)label.at[0] >= 0x80) search->thirds[(unsigned char)label.at[2]] = true;
    }
}

/* "When Nov 24, 2026 09:58 AM": a label without a colon, before a date and time. */
static bool has_date(struct str value) {
    struct sign_in_date date;
    if (value.size > VALUE_BYTES_MAX || str_find_byte(value, ':', 0) == STR_NONE) return false;
    sign_in_date_read(value, &date);
    return date.read;
}

/* The longest label at `at` of the folded line, or LABEL_COUNT. A Latin label
 * needs a colon or the line's end behind it, or, at the start of a line, a date or
 * a detail above; a Japanese one at least a blank. */
static size_t label_at(struct str text, size_t at, bool starts, bool grouped, size_t *end) {
    size_t best = LABEL_COUNT, best_bytes = 0;
    for (size_t i = 0; i < LABEL_COUNT; i++) {
        struct str label = LABELS[i].text;
        if (label.size <= best_bytes || !str_starts(str_skip(text, at), label)) continue;
        size_t after = at + label.size, colon = after;
        while (colon < text.size && text.at[colon] == ' ') colon++;
        bool has_colon = colon < text.size && (text.at[colon] == ':' || text.at[colon] == '|');
        bool wide = (unsigned char)label.at[0] >= 0x80;
        bool plain = starts && colon > after && text.size - colon <= PLAIN_VALUE_BYTES_MAX &&
                     (LABELS[i].detail == DETAIL_when ? has_date(str_skip(text, colon)) : grouped);
        bool blank = (wide && colon > after) || plain;
        if (!has_colon && !blank && colon < text.size) continue;
        best = i;
        best_bytes = label.size;
        *end = has_colon ? colon + 1 : colon;
    }
    return best;
}

/* Behind a blank, a bracket, or where another script or a capital letter begins. */
static bool may_begin(const struct line *line, size_t at) {
    unsigned char before = (unsigned char)line->bytes[at - 1], byte = (unsigned char)line->bytes[at];
    if (before == ' ' || before == ',' || before == ')') return true;
    if (byte >= 0x80) return before < 0x80;
    return line->upper[at] && !line->upper[at - 1] && (ascii_is_alnum(before) || before >= 0x80);
}

/* The next label inside a line, before a colon: where the value in front of it
 * ends. */
static size_t next_label(const struct line *line, size_t from) {
    struct str text = line->text;
    for (size_t at = from; at < text.size; at++) {
        if (at == 0 || !may_begin(line, at)) continue;
        size_t end;
        if (label_at(text, at, false, false, &end) < LABEL_COUNT &&
            str_find_byte(str_slice(text, at, end), ':', 0) != STR_NONE) {
            return at;
        }
    }
    return text.size;
}

static void keep(struct search *search, enum detail detail, struct str value, bool weak) {
    struct value *kept = &search->values[detail];
    if (value.size == 0 || (kept->span.from < kept->span.to && !kept->weak)) return;
    size_t from = (size_t)(value.at - search->text.at);
    size_t size = value.size > VALUE_BYTES_MAX ? utf8_floor(value, VALUE_BYTES_MAX) : value.size;
    *kept = (struct value){{from, from + size}, weak};
}

static bool is_weak(size_t label) {
    struct str text = LABELS[label].text;
    return str_equal(text, STR("date")) || str_equal(text, STR("time")) || str_equal(text, STR("fecha")) ||
           str_equal(text, STR("日時")) || str_equal(text, STR("時間")) || str_equal(text, STR("ip"));
}

static struct str trim_value(const struct line *line, size_t from, size_t to) {
    while (from < to && (line->text.at[from] == ' ' || line->text.at[from] == ':')) from++;
    while (to > from &&
           (line->text.at[to - 1] == ' ' || line->text.at[to - 1] == ',' || line->text.at[to - 1] == '|'))
        to--;
    return line_raw(line, from, to);
}

static size_t skip_bullets(struct str text) {
    struct str stripped = line_strip(text);
    return stripped.size > 0 ? (size_t)(stripped.at - text.at) : 0;
}

/* Begins the line with the label, or with a part of it before something that folds to
 * something else? */
static bool may_be_latin_label(struct str text, struct str label) {
    for (size_t i = 0; i < label.size; i++) {
        char byte = i < text.size ? text.at[i] : '\n';
        if (byte < ' ' || byte > '~' || (byte == ' ' && i > 0 && text.at[i - 1] == ' ')) return true;
        if (ascii_lower(byte) != label.at[i]) return false;
    }
    return true;
}

/* False only where the line as it is written cannot begin with a label: it begins
 * with an ASCII letter, a kana or a kanji that folds to itself, and no label does. */
static bool may_begin_with_label(const struct search *search, struct str raw) {
    struct str text = line_strip(str_trim(raw));
    if (text.size < 6) return true;
    unsigned char first = (unsigned char)text.at[0];
    if (first < 0x80) {
        if (!ascii_is_alpha(first)) return true;
        if (!search->begins[(unsigned char)ascii_lower((char)first)]) return false;
        for (size_t i = 0; i < LABEL_COUNT; i++)
            if (LABELS[i].text.at[0] == ascii_lower((char)first) && may_be_latin_label(text, LABELS[i].text))
                return true;
        return false;
    }
    size_t at = 0;
    uint32_t c = utf8_next(text, &at);
    bool plain = c >= 0x3041 && c <= 0x9FFF && (c < 0x3200 || c > 0x33FF) && c != 0x3164;
    size_t next = at;
    uint32_t mark = utf8_next(text, &next); /* a sign of voice makes it another kana */
    if (!plain || mark == 0x3099 || mark == 0x309A || mark == 0xFF9E || mark == 0xFF9F) return true;
    if (!search->thirds[(unsigned char)text.at[2]]) return false;
    for (size_t i = 0; i < LABEL_COUNT; i++)
        if (str_starts(text, str_slice(LABELS[i].text, 0, 3))) return true;
    return false;
}

static void read_line(struct search *search, struct str raw) {
    if (!search->waits && !may_begin_with_label(search, raw)) {
        search->grouped = false;
        return;
    }
    line_fold(search->line, raw);
    struct str text = search->line->text;
    if (text.size == 0) return;
    size_t at = skip_bullets(text), end = 0;
    size_t label = label_at(text, at, true, search->grouped, &end);
    search->grouped = label < LABEL_COUNT || search->waits;
    if (label == LABEL_COUNT) {
        if (search->waits)
            keep(search, search->waiting, trim_value(search->line, 0, text.size), search->waiting_weak);
        search->waits = false;
        return;
    }
    search->waits = false;
    while (label < LABEL_COUNT) {
        size_t stop = next_label(search->line, end);
        struct str value = trim_value(search->line, end, stop);
        keep(search, LABELS[label].detail, value, is_weak(label));
        if (value.size == 0 && stop == text.size) {
            search->waits = true;
            search->waiting = LABELS[label].detail;
            search->waiting_weak = is_weak(label);
        }
        if (stop >= text.size) return;
        label = label_at(text, stop, false, false, &end);
    }
}

/* ---- what the values say ---- */

/* Four numbers with dots between them, wherever they stand in the value. */
static struct str find_ip(struct str text) {
    for (size_t at = 0; at < text.size; at++) {
        if (!ascii_is_digit((unsigned char)text.at[at]) ||
            (at > 0 && (ascii_is_digit((unsigned char)text.at[at - 1]) || text.at[at - 1] == '.')))
            continue;
        size_t end = at, dots = 0, digits = 0;
        while (end < text.size &&
               (ascii_is_digit((unsigned char)text.at[end]) || (text.at[end] == '.' && digits > 0))) {
            bool dot = text.at[end] == '.';
            dots += dot;
            digits = dot ? 0 : digits + 1;
            if (digits > 3) break;
            end++;
        }
        if (dots == 3 && digits > 0 && digits <= 3) return str_slice(text, at, end);
    }
    return (struct str){0};
}

/* "にほん ,とうきょう": no program writes place names in hiragana. */
static bool is_odd_place(struct str place) {
    size_t hiragana = 0, others = 0;
    for (size_t at = 0; at < place.size;) {
        uint32_t c = utf8_next(place, &at);
        if (c >= 0x3041 && c <= 0x3096)
            hiragana++;
        else if (c > 0x40 && c != 0x3001 && c != 0xFF0C && c != 0x3000)
            others++;
    }
    return hiragana >= 4 && others == 0;
}

static void judge_date(struct arena *arena, struct facts *facts) {
    struct sign_in_facts *sign_in = &facts->sign_in;
    struct sign_in_date date;
    sign_in_date_read(fold_all(arena, sign_in->when), &date);
    sign_in->form_odd = date.odd;
    const struct envelope *envelope = facts_envelope(facts);
    if (!date.read || !envelope->has_seconds) return;
    int64_t allowed = FAR_SECONDS + (date.has_zone ? 0 : ZONE_SECONDS_MAX);
    int64_t first = date.seconds - envelope->seconds, second = date.other_seconds - envelope->seconds;
    if (first < 0) first = -first;
    if (second < 0) second = -second;
    sign_in->date_far = first > allowed && second > allowed;
}

static struct str slice(struct str text, struct span span) { return str_slice(text, span.from, span.to); }

static void fill_values(struct arena *arena, struct facts *facts, struct search *search) {
    struct sign_in_facts *out = &facts->sign_in;
    size_t labels = 0;
    for (size_t i = 0; i < DETAIL_COUNT; i++)
        labels += search->values[i].span.from < search->values[i].span.to;
    struct value *when = &search->values[DETAIL_when];
    if (labels == 1 && when->weak) when->span = (struct span){0, 0};
    out->labels_found = labels >= 2;
    out->when_span = when->span;
    out->device_span = search->values[DETAIL_device].span;
    out->place_span = search->values[DETAIL_place].span;
    out->address_span = search->values[DETAIL_address].span;
    out->when = slice(search->text, out->when_span);
    out->device = slice(search->text, out->device_span);
    out->place = slice(search->text, out->place_span);
    out->address = slice(search->text, out->address_span);
    if (out->address.size == 0 && out->labels_found) {
        struct str ip = find_ip(out->place.size > 0 ? out->place : out->device);
        if (ip.size > 0) {
            out->address = ip;
            out->address_span.from = (size_t)(ip.at - search->text.at);
            out->address_span.to = out->address_span.from + ip.size;
        }
    }
    struct span field;
    out->placeholder = placeholder_find(out->when, 0, &field) || placeholder_find(out->device, 0, &field) ||
                       placeholder_find(out->place, 0, &field) || placeholder_find(out->address, 0, &field);
    if (out->when.size > 0) judge_date(arena, facts);
    out->form_odd = out->form_odd || is_odd_place(out->place);
}

/* ---- the one-time code ---- */

static bool is_digit_at(struct str text, size_t at) {
    return at < text.size && ascii_is_digit((unsigned char)text.at[at]);
}

/* A run of exactly six ASCII digits that is no part of a longer number, date or price. */
static bool find_digits(struct str text, size_t from, size_t to, struct span *out) {
    if (to > text.size) to = text.size;
    for (size_t at = from; at < to;) {
        if (!is_digit_at(text, at)) {
            at++;
            continue;
        }
        size_t end = at;
        while (is_digit_at(text, end)) end++;
        char before = at > 0 ? text.at[at - 1] : ' ', after = end < text.size ? text.at[end] : ' ';
        bool joined = before == '-' || before == '/' || before == '.' || before == ',' || before == '#' ||
                      before == '$' || ascii_is_alpha((unsigned char)before) || after == '-' ||
                      after == '/' || ascii_is_alpha((unsigned char)after) ||
                      ((after == '.' || after == ',') && is_digit_at(text, end + 1));
        if (end - at == 6 && !joined) {
            *out = (struct span){at, end};
            return true;
        }
        at = end;
    }
    return false;
}

static void find_code(struct facts *facts, const struct words *words) {
    struct str text = facts->message->document.text;
    struct span found;
    for (size_t i = words_next(words, WORD_code, 0); i != STR_NONE; i = words_next(words, WORD_code, i + 1)) {
        const struct word_hit *hit = &words->hits.at[i];
        size_t behind = hit->from > CODE_BEHIND_BYTES ? hit->from - CODE_BEHIND_BYTES : 0;
        if (!find_digits(text, hit->to, hit->to + CODE_AHEAD_BYTES, &found) &&
            !find_digits(text, behind, hit->from, &found)) {
            continue;
        }
        facts->sign_in.code_span = found;
        facts->sign_in.code = slice(text, found);
        return;
    }
}

void sign_in_find(struct arena *arena, struct facts *facts) {
    struct search search = {.text = facts->message->document.text, .line = line_new(arena)};
    if (search.line == NULL) return;
    list_beginnings(&search);
    struct str rest = search.text;
    while (rest.size > 0) {
        struct str raw = str_cut(&rest, '\n');
        if (raw.size > 0) read_line(&search, raw);
    }
    fill_values(arena, facts, &search);
    find_code(facts, &facts->text.words);
}
