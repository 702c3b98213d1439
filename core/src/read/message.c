/* message: from bytes to everything one message holds; see message.h.
 *
 *   bytes -> what kind? -> source:      head, parts, envelope, document
 *                          html, text:  document, then the header lines of a reading view in it
 *         -> header lines of a message forwarded inside the text
 *         -> what the whole could not show (pictures only, limits) */
#include "read/message.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "limits.h"
#include "read/body.h"
#include "read/document/plain.h"
#include "read/envelope.h"
#include "read/forward.h"
#include "read/frame.h"
#include "read/html/html.h"
#include "read/mime/handed_source.h"
#include "read/mime/source.h"
#include "read/reading_view.h"
#include "read/uuencode.h"

/* Files that are no text at all, by their first bytes. */
static bool is_binary(struct str bytes) {
    static const struct str magic[] = {
        STR_INIT("\xD0\xCF\x11\xE0"), STR_INIT("PK\x03\x04"),       STR_INIT("%PDF-"),
        STR_INIT("\x89PNG"),          STR_INIT("\xFF\xD8\xFF"),     STR_INIT("GIF8"),
        STR_INIT("\x1F\x8B"),         STR_INIT("\x78\x9F\x3E\x22"), STR_INIT("bplist")};
    for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
        if (str_starts(bytes, magic[i])) return true;
    struct str head = str_slice(bytes, 0, 4096);
    size_t control = 0;
    for (size_t i = 0; i < head.size; i++) {
        unsigned char byte = (unsigned char)head.at[i];
        control += byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
    }
    return control > 16 && control * 8 > head.size;
}

static void read_source(struct arena *arena, struct str bytes, size_t head, enum message_origin origin,
                        struct message *out) {
    bool paste = origin == ORIGIN_PASTE;
    struct mime_source source = {.bytes = bytes, .ends = line_ends_find(bytes), .loose_blank = paste};
    source.body =
        header_read(arena, bytes, head, source.ends, paste, &out->headers, &out->oddities, STR("head"));
    source.headers = &out->headers;
    out->envelope.origin = HEAD_SOURCE;
    envelope_read(arena, &out->headers, &out->envelope, &out->oddities);
    struct mime_parts parts = {0};
    mime_read(arena, &source, &parts, &out->oddities);
    body_read(arena, &parts, origin, out);
}

/* A file in UTF-16 is read as the UTF-8 that it means. */
static struct str undo_utf16(struct arena *arena, struct str bytes, enum message_origin *origin) {
    size_t bom = 0;
    enum charset charset = charset_from_bom(bytes, &bom);
    if (charset == CHARSET_NONE || charset == CHARSET_UTF_8) return bytes;
    *origin = ORIGIN_PASTE;
    return charset_decode(arena, charset, str_skip(bytes, bom), NULL);
}

/* The text of something that is no source: a paste is UTF-8. */
static struct str decode_text(struct arena *arena, struct str bytes, enum message_origin origin, bool html,
                              struct message *out) {
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) bytes = str_skip(bytes, 3);
    if (origin == ORIGIN_PASTE) return charset_decode(arena, CHARSET_UTF_8, bytes, NULL);
    struct str meta = html ? html_meta_charset(bytes) : (struct str){NULL, 0};
    return charset_decode_part(arena, bytes, (struct str){NULL, 0}, meta, &out->oddities,
                               (struct str){NULL, 0});
}

static void read_html(struct arena *arena, struct str bytes, enum message_origin origin,
                      struct message *out) {
    struct html_context context = {.hidden = HIDDEN_none};
    html_read(arena, &out->document, decode_text(arena, bytes, origin, true, out), &context, &out->oddities);
}

static void read_plain(struct arena *arena, struct str bytes, enum message_origin origin,
                       struct message *out) {
    struct plain_context context = {.hidden = HIDDEN_none};
    struct str text = decode_text(arena, bytes, origin, false, out);
    text = uuencode_cut(arena, text, out, (struct str){NULL, 0});
    plain_read(arena, &out->document, text, &context, &out->oddities);
}

/* A paste in which somebody quotes a source: the message that they would send with it,
 * which hands that source on. */
static struct str send_on(struct arena *arena, struct str bytes, struct str type) {
    struct str_builder whole;
    str_builder_init(&whole, arena, bytes.size + 128);
    str_builder_str(&whole, STR("MIME-Version: 1.0\nContent-Type: "));
    str_builder_str(&whole, type);
    str_builder_str(&whole, STR("; charset=utf-8\n\n"));
    str_builder_str(&whole, bytes);
    return str_builder_view(&whole);
}

/* Nothing but the mailer's own page round the source: else what looks like a source is a
 * part of what somebody wrote, and proves nothing. */
static bool shows_source(struct arena *arena, const struct html_lines *lines) {
    for (size_t i = 0; i < lines->targets.size; i++)
        if (!frame_is_own_page(arena, lines->targets.at[i])) return false;
    return !lines->drawn && lines->targets.size < HTML_LINES_TARGETS_MAX;
}

static enum message_kind find_kind(struct arena *arena, struct str *bytes, enum message_origin *origin,
                                   size_t *head) {
    bool paste = *origin == ORIGIN_PASTE;
    struct str joined = paste ? source_without_spacing(arena, *bytes, line_ends_find(*bytes)) : STR("");
    if (joined.size && source_find(joined, line_ends_find(joined), true, head)) {
        *bytes = joined;
        return KIND_SOURCE;
    }
    if (source_find(*bytes, line_ends_find(*bytes), paste, head)) return KIND_SOURCE;
    if (!html_is_markup(*bytes)) {
        if (!paste || !handed_source_is(*bytes)) return KIND_TEXT;
        *bytes = send_on(arena, *bytes, STR("text/plain"));
        return KIND_SOURCE;
    }
    if (!handed_source_may_be(*bytes)) return KIND_HTML;
    struct html_lines lines;
    html_read_lines(arena, *bytes, &lines);
    if (source_find(lines.text, line_ends_find(lines.text), true, head) && shows_source(arena, &lines)) {
        *bytes = lines.text;
        *origin = ORIGIN_PASTE;
        return KIND_SOURCE;
    }
    if (!handed_source_is(lines.text)) return KIND_HTML;
    *bytes = send_on(arena, *bytes, STR("text/html"));
    *origin = ORIGIN_PASTE;
    *head = 0;
    return KIND_SOURCE;
}

void message_read(struct arena *arena, struct str bytes, const struct message_request *request,
                  struct message *out) {
    enum message_kind kind = request->kind;
    enum message_origin origin = request->origin;
    *out = (struct message){0};
    out->envelope.origin = out->inner.origin = HEAD_BODY;
    document_start(arena, &out->document);
    if (str_trim(bytes).size == 0) oddity_add(&out->oddities, ODDITY_input_empty, (struct str){NULL, 0});
    size_t head = 0;
    bytes = undo_utf16(arena, bytes, &origin);
    if (kind != KIND_LINK && is_binary(bytes)) {
        oddity_add(&out->oddities, ODDITY_input_binary, (struct str){NULL, 0});
        out->undecodable = true;
        out->kind = kind == KIND_AUTO ? KIND_TEXT : kind;
        document_finish(&out->document);
        return;
    }
    if (kind == KIND_AUTO)
        kind = find_kind(arena, &bytes, &origin, &head);
    else if (kind == KIND_SOURCE)
        source_find(bytes, line_ends_find(bytes), origin == ORIGIN_PASTE, &head);
    out->kind = kind;
    if (kind == KIND_SOURCE)
        read_source(arena, bytes, head, origin, out);
    else if (kind == KIND_HTML)
        read_html(arena, bytes, origin, out);
    else
        read_plain(arena, bytes, origin, out);
    document_finish(&out->document);
    if (kind != KIND_SOURCE && kind != KIND_LINK) {
        frame_read(arena, request, out);
        if (!out->frame.found || !out->envelope.from.size) reading_view_read(arena, out);
    }
    if (kind != KIND_LINK) forward_read(arena, out);
    body_conclude(out);
}
