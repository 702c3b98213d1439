/* frame: see frame.h.
 *
 * Gets past it: nothing that is judged. What is cut off are links to pages where
 * nobody but the mailer writes, words of its menus, and pieces that are kept in
 * frame.unknown; no message is called consistent while one of these is not the
 * person's own name or address (facts/understood).
 * Wronged: a page whose menu holds folders that the person named is asked about
 * like a message that is not understood. */
#include "read/frame.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "limits.h"
#include "read/reading_view.h"
#include "read/url/url.h"

/* Lines of menu words that make a frame of a page without links (a phone's share). */
#define MENU_LINES_MIN 2

struct reader {
    struct arena *arena;
    struct document *document;
    bool *own;      /* by link: leads to a page of the mailer's own */
    uint32_t *runs; /* the visible runs, in order */
    size_t run_count;
    struct strings *unknown;
};

/* What a line of the page holds. */
struct line_content {
    bool foreign; /* a link that is not the mailer's */
    bool link;    /* one that is */
    bool words;   /* words of its menus */
    size_t digits;
    struct strings unknown;
};

bool frame_is_own_page(struct arena *arena, struct str target) {
    static const struct {
        struct str host, path;
    } pages[] = {
#define MAILER_HOST(host, path) {STR_INIT(host), STR_INIT(path)},
#include "read/mailers.def"
#undef MAILER_HOST
    };
    struct url url;
    url_parse(arena, str_trim(target), NULL, &url);
    if (!url.valid || !str_equal(url.scheme, STR("https")) || url.username.size || url.port != -1)
        return false;
    if (str_contains(url.path, STR("/thread"))) return false; /* what users of a help page wrote */
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (str_equal(url.host, pages[i].host) && str_starts(url.path, pages[i].path)) return true;
    return false;
}

static bool is_own_link(struct arena *arena, const struct link *link) {
    bool plain = link->source == LINK_A || link->source == LINK_TEXT;
    return plain && frame_is_own_page(arena, link->target);
}

static bool is_word_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* Bytes of the longest menu word that `text` begins with. */
static size_t menu_word(struct str text) {
    static const struct str words[] = {
#define MAILER_WORD(word) STR_INIT(word),
#include "read/mailers.def"
#undef MAILER_WORD
    };
    size_t longest = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = words[i];
        if (word.size <= longest || !str_starts_ascii(text, word)) continue;
        bool ascii = (unsigned char)word.at[0] < 0x80;
        bool inside = ascii && word.size < text.size && ascii_is_alpha((unsigned char)text.at[word.size]);
        if (!inside) longest = word.size;
    }
    return longest;
}

/* Signs between words: ASCII ones, dots, dashes, arrows, wide blanks and brackets. */
static size_t sign(struct str text) {
    if ((unsigned char)text.at[0] < 0x80) return is_word_byte(text.at[0]) ? 0 : 1;
    size_t at = 0;
    uint32_t point = utf8_next(text, &at);
    bool between = (point >= 0xA0 && point <= 0xBF) || (point >= 0x2000 && point <= 0x2BFF) ||
                   (point >= 0x3000 && point <= 0x3004) || (point >= 0x3008 && point <= 0x3020) ||
                   (point >= 0xFF00 && point <= 0xFF0F);
    return between ? at : 0;
}

/* The end of the piece that begins at `at`: up to a sign, but for blanks between
 * words that are not known either, and for the signs of an address. */
static size_t unknown_end(struct str text, size_t at) {
    size_t end = at;
    while (at < text.size) {
        bool address =
            text.at[at] == '@' ||
            ((text.at[at] == '.' || text.at[at] == '_' || text.at[at] == '-' || text.at[at] == '+') &&
             at + 1 < text.size && is_word_byte(text.at[at + 1]));
        struct str rest = str_skip(text, at);
        if (text.at[at] == ' ') {
            at++;
            if (at < text.size && (menu_word(str_skip(text, at)) || !is_word_byte(text.at[at]))) break;
            continue;
        }
        if (!address && sign(rest)) break;
        utf8_next(text, &at);
        end = at;
    }
    return end;
}

static void read_words(struct reader *reader, struct str text, struct line_content *out) {
    for (size_t at = 0; at < text.size;) {
        struct str rest = str_skip(text, at);
        size_t size = sign(rest);
        bool word_begins = at == 0 || !ascii_is_alnum((unsigned char)text.at[at - 1]);
        if (!size && (size = menu_word(rest))) out->words = true;
        if (!size && ascii_is_digit((unsigned char)rest.at[0]) && word_begins) {
            while (size < rest.size && ascii_is_digit((unsigned char)rest.at[size])) size++;
            out->digits += size;
        }
        if (!size) {
            size = unknown_end(text, at) - at;
            struct str piece = str_slice(text, at, at + size);
            strings_add(reader->arena, &out->unknown, piece, FRAME_UNKNOWN_MAX);
        }
        at += size;
    }
}

/* The first visible run that ends behind `at`. */
static size_t run_at(const struct reader *reader, size_t at) {
    size_t low = 0, high = reader->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->document->runs.at[reader->runs[middle]].span.to > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static struct line_content read_line(struct reader *reader, size_t from, size_t to) {
    struct line_content out = {0};
    struct str text = str_trim(str_slice(reader->document->text, from, to));
    for (size_t i = run_at(reader, from); i < reader->run_count; i++) {
        const struct run *run = &reader->document->runs.at[reader->runs[i]];
        if (run->span.from >= to) break;
        if (run->link < 0) continue;
        if (reader->own[run->link])
            out.link = true;
        else
            out.foreign = true;
    }
    if (!out.foreign) read_words(reader, text, &out);
    return out;
}

/* The whole page above the header lines: false when it is not a mailer's. */
static bool read_above(struct reader *reader, size_t head, struct str *subject) {
    struct str text = reader->document->text, line;
    size_t links = 0, menus = 0, subject_at = STR_NONE;
    for (size_t at = 0; at < head;) {
        size_t from = at;
        line = str_trim(view_line(text, &at));
        struct line_content content = read_line(reader, from, at);
        if (content.foreign) return false;
        links += content.link;
        menus += content.words && !content.unknown.size;
        bool title = line.size && line.size <= VIEW_SUBJECT_BYTES_MAX && !content.link &&
                     content.unknown.size && !reading_view_is_furniture(line) && !view_is_time(line);
        if (title) subject_at = from;
    }
    if (!links && menus < MENU_LINES_MIN) return false;
    for (size_t at = 0; at < head;) {
        size_t from = at;
        line = str_trim(view_line(text, &at));
        if (from == subject_at) {
            *subject = line;
            continue;
        }
        struct line_content content = read_line(reader, from, at);
        for (size_t i = 0; i < content.unknown.size; i++)
            strings_add(reader->arena, reader->unknown, content.unknown.at[i], FRAME_UNKNOWN_MAX);
    }
    return true;
}

/* Where the lines below the message begin that hold the mailer's words alone. */
static size_t find_below(struct reader *reader, size_t body) {
    struct str text = reader->document->text;
    size_t end = text.size, digits = 0;
    for (size_t lines = 0; lines < FRAME_LINES_MAX && end > body; lines++) {
        size_t from = end;
        while (from > body && text.at[from - 1] != '\n') from--;
        if (end - from > VIEW_LINE_BYTES_MAX) break;
        struct line_content content = read_line(reader, from, end);
        digits += content.digits;
        bool menu = content.link || content.words || from == end;
        if (content.foreign || content.unknown.size || !menu || digits > FRAME_DIGITS_BELOW_MAX) break;
        end = from > body ? from - 1 : from;
    }
    return end;
}

/* One of the messages that the page shows. */
struct place {
    size_t from, to; /* its body */
    struct view_block head;
};

static void add_message(struct reader *reader, struct frame *frame, size_t at,
                        const struct view_block *head) {
    struct page_message *message = list_add(reader->arena, &frame->messages);
    if (message)
        *message = (struct page_message){head->values[VIEW_FROM], head->values[VIEW_DATE], at, head->to};
}

/* Header lines as the first ones of the page are written: a line "Name <address>", or the
 * same labels. Those of a message that is quoted in another have a form of their own. */
static bool is_like(struct str text, size_t first_at, const struct view_block *first, size_t at,
                    struct view_block *out) {
    size_t next = at;
    struct str line = view_line(text, &next), begin = view_line(text, &first_at), value;
    bool colon, labelled = view_label_read(begin, &value, &colon) == VIEW_FROM;
    struct str label = str_slice(begin, 0, labelled ? (size_t)(value.at - begin.at) : 0);
    bool mailbox = line.size && line.size < VIEW_LINE_BYTES_MAX && line.at[line.size - 1] == '>';
    if (labelled ? !str_starts(line, label) : !mailbox) return false;
    if (!reading_view_head(text, at, out)) return false;
    for (size_t i = 0; labelled && i < VIEW_FIELDS; i++)
        if (!first->values[i].size != !out->values[i].size) return false;
    return true;
}

/* Header lines of further messages of a conversation. */
static void find_messages(struct reader *reader, struct frame *frame, size_t at,
                          const struct view_block *first) {
    struct str text = reader->document->text;
    struct view_block block;
    size_t first_at = at;
    add_message(reader, frame, at, first);
    for (at = first->to; at < text.size && frame->messages.size < FRAME_MESSAGES_MAX;) {
        size_t next = at;
        view_line(text, &next);
        bool head = is_like(text, first_at, first, at, &block);
        if (head) add_message(reader, frame, at, &block);
        at = head ? block.to : next;
    }
}

/* The message that the request names; all of them when it names none. */
static struct place find_place(struct reader *reader, struct frame *frame, int32_t wanted) {
    struct str text = reader->document->text;
    size_t count = frame->messages.size, end = text.size;
    struct place place = {0};
    if (!count) return place;
    size_t last = frame->messages.at[count - 1].body;
    size_t below = find_below(reader, last);
    frame->above = str_slice(text, 0, frame->messages.at[0].at);
    frame->below = str_skip(text, below);
    bool one = wanted >= 0 && (size_t)wanted < count;
    size_t index = one ? (size_t)wanted : 0;
    frame->judged = one ? wanted : PAGE_ALL;
    reading_view_head(text, frame->messages.at[index].at, &place.head);
    place.from = place.head.to;
    if (one && index + 1 < count) {
        end = frame->messages.at[index + 1].at;
        reader->document->text.size = end;
        below = find_below(reader, place.from);
        reader->document->text.size = text.size;
    }
    place.to = below;
    bool alone = one || count == 1;
    if (!alone) strings_add(reader->arena, reader->unknown, frame->messages.at[1].from, FRAME_UNKNOWN_MAX);
    if (count == 1) frame->messages.size = 0;
    return place;
}

/* Pictures outside are the mailer's when they are kept on its hosts, and another
 * message's when the page holds several. */
static void cut_pictures(struct reader *reader, size_t from, size_t to, bool all) {
    static const struct str hosts[] = {
#define MAILER_PICTURES(host) STR_INIT(host),
#include "read/mailers.def"
#undef MAILER_PICTURES
    };
    struct document *document = reader->document;
    size_t kept = 0;
    for (size_t i = 0; i < document->pictures.size; i++) {
        size_t place = document->picture_places.at[i];
        struct url url;
        bool outside = place < from || place > to;
        if (outside && all) continue;
        if (outside) url_parse(reader->arena, document->pictures.at[i], NULL, &url);
        if (outside && url.valid && str_equal_any(url.host, STR_LIST(hosts))) continue;
        document->pictures.at[kept] = document->pictures.at[i];
        document->picture_places.at[kept++] = place > from ? place - from : 0;
    }
    document->pictures.size = document->picture_places.size = kept;
}

static size_t clamp(size_t at, size_t from, size_t to) { return at < from ? from : at > to ? to : at; }

/* Keeps every link that stands in the body, and those that are seen nowhere unless
 * they are the mailer's own; `renumbered` gets their new indexes. */
static bool cut_links(struct reader *reader, size_t from, size_t to, bool all, int32_t *renumbered) {
    struct document *document = reader->document;
    enum {
        NOWHERE,
        OUTSIDE,
        INSIDE
    } *places = arena_array(reader->arena, document->links.size, sizeof *places);
    if (!places) return false;
    for (size_t i = 0; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->link < 0) continue;
        bool inside = run->hidden != HIDDEN_none || (run->span.to > from && run->span.from < to);
        if (places[run->link] != INSIDE) places[run->link] = inside ? INSIDE : OUTSIDE;
    }
    size_t kept = 0;
    for (size_t i = 0; i < document->links.size; i++) {
        struct link *link = &document->links.at[i];
        renumbered[i] = -1;
        /* a name like an address, or another message's */
        bool header = places[i] == OUTSIDE && (all || link->source == LINK_TEXT);
        if (header || (places[i] != INSIDE && reader->own[i])) continue;
        if (link->hidden == HIDDEN_none) {
            link->span.from = clamp(link->span.from, from, to) - from;
            link->span.to = clamp(link->span.to, from, to) - from;
        }
        renumbered[i] = (int32_t)kept;
        document->links.at[kept++] = *link;
    }
    document->links.size = kept;
    return true;
}

/* `all`: also what no mailer's page would hold. */
static void cut(struct reader *reader, size_t from, size_t to, bool all) {
    struct document *document = reader->document;
    int32_t *renumbered = arena_array(reader->arena, document->links.size + 1, sizeof *renumbered);
    if (!renumbered) return;
    cut_pictures(reader, from, to, all);
    if (!cut_links(reader, from, to, all, renumbered)) return;
    size_t blocks = 0;
    uint32_t runs = 0;
    for (size_t i = 0; i < document->blocks.size; i++) {
        struct block block = document->blocks.at[i];
        uint32_t first = runs;
        for (uint32_t k = block.runs_from; k < block.runs_to; k++) {
            struct run run = document->runs.at[k];
            if (run.link >= 0) run.link = renumbered[run.link];
            if (run.hidden == HIDDEN_none) {
                if (run.span.from < from) run.span.from = from;
                if (run.span.to > to) run.span.to = to;
                if (run.span.from >= run.span.to) continue;
                run.span.from -= from;
                run.span.to -= from;
            }
            document->runs.at[runs++] = run;
        }
        if (runs == first) continue;
        block.runs_from = first;
        block.runs_to = runs;
        document->blocks.at[blocks++] = block;
    }
    document->blocks.size = blocks;
    document->runs.size = runs;
    document->text = str_slice(document->text, from, to);
}

static bool reader_start(struct reader *reader) {
    struct document *document = reader->document;
    reader->own = arena_array(reader->arena, document->links.size + 1, sizeof *reader->own);
    reader->runs = arena_array(reader->arena, document->runs.size + 1, sizeof *reader->runs);
    if (!reader->own || !reader->runs) return false;
    for (size_t i = 0; i < document->links.size; i++)
        reader->own[i] = is_own_link(reader->arena, &document->links.at[i]);
    for (size_t i = 0; i < document->runs.size; i++)
        if (document->runs.at[i].hidden == HIDDEN_none) reader->runs[reader->run_count++] = (uint32_t)i;
    return true;
}

/* What no mailer is known to print between `from` and `to`; links elsewhere too. */
static void add_unknown(struct reader *reader, size_t from, size_t to) {
    struct str text = reader->document->text;
    for (size_t at = from; at < to;) {
        size_t begin = at;
        struct str line = str_trim(view_line(text, &at));
        struct line_content content = read_line(reader, begin, at);
        if (content.foreign) strings_add(reader->arena, reader->unknown, line, FRAME_UNKNOWN_MAX);
        for (size_t i = 0; i < content.unknown.size; i++)
            strings_add(reader->arena, reader->unknown, content.unknown.at[i], FRAME_UNKNOWN_MAX);
    }
}

static bool find_block(const struct document *document, size_t index, struct span *out) {
    const struct block *block = &document->blocks.at[index];
    bool seen = false;
    for (size_t i = block->runs_from; i < block->runs_to; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden != HIDDEN_none) continue;
        if (!seen) out->from = run->span.from;
        out->to = run->span.to;
        seen = true;
    }
    return seen;
}

/* The header lines above what was marked, or that it begins with; where they end. */
static size_t read_marked_head(struct reader *reader, size_t from, struct message *message) {
    struct str text = reader->document->text, subject = {0};
    struct view_block block;
    size_t lines = 0;
    for (size_t at = 0; at < text.size && lines < VIEW_LINES_ABOVE_MAX; view_line(text, &at)) {
        lines += at >= from;
        if (!reading_view_head(text, at, &block)) continue;
        if (!read_above(reader, at, &subject)) add_unknown(reader, 0, at < from ? at : from);
        reading_view_envelope(reader->arena, &block, &message->envelope, &message->oddities);
        if (!message->envelope.subject.size) message->envelope.subject = subject;
        return block.to;
    }
    return 0;
}

/* The person says where the message begins and ends. */
static void read_marked(struct reader *reader, const struct message_request *request,
                        struct message *message) {
    struct document *document = reader->document;
    struct span span, first = {0};
    size_t from = STR_NONE, to = 0;
    for (size_t i = request->marked_from; i <= request->marked_to && i < document->blocks.size; i++) {
        if (!find_block(document, i, &span)) continue;
        if (from == STR_NONE) first = span;
        from = first.from;
        to = span.to;
    }
    if (from == STR_NONE || !reader_start(reader)) return;
    size_t body = read_marked_head(reader, from, message);
    add_unknown(reader, body, from);
    add_unknown(reader, to, document->text.size);
    if (from < body && body < to) from = body;
    message->frame.above = str_slice(document->text, 0, from);
    message->frame.below = str_skip(document->text, to);
    message->frame.judged = PAGE_ALL;
    cut(reader, from, to, true);
    message->frame.found = true;
}

void frame_read(struct arena *arena, const struct message_request *request, struct message *message) {
    struct document *document = &message->document;
    struct reader reader = {.arena = arena, .document = document, .unknown = &message->frame.unknown};
    struct view_block block;
    if (request->marked) {
        read_marked(&reader, request, message);
        return;
    }
    size_t at = 0, lines = 0;
    while (at < document->text.size && !reading_view_head(document->text, at, &block)) {
        if (++lines > FRAME_LINES_MAX) return;
        view_line(document->text, &at);
    }
    struct str subject = {0};
    if (at >= document->text.size || !reader_start(&reader)) return;
    if (!read_above(&reader, at, &subject)) return;
    struct frame *frame = &message->frame;
    find_messages(&reader, frame, at, &block);
    struct place place = find_place(&reader, frame, request->page_message);
    reading_view_envelope(arena, &place.head, &message->envelope, &message->oddities);
    if (!message->envelope.subject.size) message->envelope.subject = subject;
    cut(&reader, place.from, place.to, frame->judged != PAGE_ALL);
    message->frame.found = true;
    oddity_add(&message->oddities, ODDITY_mailer_page, (struct str){NULL, 0});
}
