/* body: see body.h. */
#include "read/body.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "limits.h"
#include "read/document/lost_escape.h"
#include "read/document/plain.h"
#include "read/envelope.h"
#include "read/html/html.h"
#include "read/shown.h"
#include "read/uuencode.h"

/* Visible characters below which a message with pictures says nothing itself. */
#define PICTURE_TEXT_MAX 20

/* One U+FFFD in so many bytes makes a text unreadable. */
#define REPLACEMENT_SHARE 20

struct reading {
    struct arena *arena;
    const struct mime_parts *parts;
    const struct part_view *views;
    const uint32_t *numbers; /* of leaves, in order */
    enum message_origin origin;
    struct message *out;
    bool *done;
    size_t html_parts;
};

/* Unencoded parts of a pasted source were characters on a page: they are
 * UTF-8 whatever the label says, unless ISO-2022-JP escapes survived. */
static struct str label_of(const struct reading *reading, const struct mime_part *part, struct str bytes) {
    struct str label = parameters_find(&part->type, STR("charset"), 0);
    if (reading->origin != ORIGIN_PASTE || part->encoding != MIME_IDENTITY) return label;
    bool escapes = str_find_byte(bytes, 0x1B, 0) != STR_NONE;
    return escapes && charset_from_label(label) == CHARSET_ISO_2022_JP ? label : STR("utf-8");
}

static bool has_lost_escapes(const struct reading *reading, const struct mime_part *part) {
    if (reading->origin != ORIGIN_PASTE || part->encoding != MIME_IDENTITY) return false;
    if (charset_from_label(parameters_find(&part->type, STR("charset"), 0)) != CHARSET_ISO_2022_JP)
        return false;
    return str_find_byte(part->body, 0x1B, 0) == STR_NONE;
}

static size_t count_replacements(struct str text) {
    size_t count = 0;
    for (size_t at = str_find_byte(text, '\xEF', 0); at != STR_NONE; at = str_find_byte(text, '\xEF', at + 1))
        count += str_starts(str_skip(text, at), STR("\xEF\xBF\xBD"));
    return count;
}

/* Base64 in which words can be read is none: somebody pasted the head of a
 * source and below it what the mail program showed. */
static bool is_pasted_text(const struct reading *reading, const struct mime_part *part) {
    if (reading->origin != ORIGIN_PASTE || part->encoding != MIME_BASE64) return false;
    size_t strange = 0;
    for (size_t i = 0; i < part->body.size; i++) {
        unsigned char byte = (unsigned char)part->body.at[i];
        bool known =
            ascii_is_alnum(byte) || byte == '+' || byte == '/' || byte == '=' || byte == '\r' || byte == '\n';
        strange += !known;
    }
    return strange * 10 > part->body.size;
}

static void read_text(struct reading *reading, const struct mime_part *part, const struct part_view *view,
                      uint32_t number, bool hidden, struct str place) {
    struct message *out = reading->out;
    struct str bytes = mime_decode(reading->arena, part, &out->oddities, place);
    bool html = view->role == ROLE_HTML;
    if (has_lost_escapes(reading, part)) bytes = lost_escape_restore(reading->arena, bytes);
    struct str meta = html ? html_meta_charset(bytes) : (struct str){NULL, 0};
    struct str text = charset_decode_part(reading->arena, bytes, label_of(reading, part, bytes), meta,
                                          &out->oddities, place);
    if (!hidden && count_replacements(text) * REPLACEMENT_SHARE > text.size) out->undecodable = true;
    if (!html && !part->has_type && html_is_markup(text)) html = true;
    if (html && reading->origin == ORIGIN_PASTE && str_find_byte(text, '<', 0) == STR_NONE) html = false;
    if (html && ++reading->html_parts > HTML_PARTS_MAX) {
        oddity_add(&out->oddities, ODDITY_part_limit, place);
        html = false;
    }
    enum hidden why = hidden ? HIDDEN_not_shown_part : HIDDEN_none;
    if (html) {
        struct html_context context = {.hidden = why, .part = number, .place = place};
        context.seen_elsewhere =
            hidden && part->parent != MIME_NO_PARENT && reading->parts->at[part->parent].hands_on;
        html_read(reading->arena, &out->document, text, &context, &out->oddities);
        return;
    }
    if (!hidden && str_starts(str_trim(text), STR("-----BEGIN PGP MESSAGE-----"))) out->encrypted = true;
    struct plain_context context = {.hidden = why, .part = number, .place = place};
    context.flowed = str_equal_ascii(parameters_find(&part->type, STR("format"), 0), STR("flowed"));
    context.delsp = str_equal_ascii(parameters_find(&part->type, STR("delsp"), 0), STR("yes"));
    text = uuencode_cut(reading->arena, text, out, place);
    plain_read(reading->arena, &out->document, text, &context, &out->oddities);
}

static void list_attachment(struct reading *reading, const struct mime_part *part,
                            const struct part_view *view) {
    struct attachment *attachment = list_add(reading->arena, &reading->out->attachments);
    if (!attachment) return;
    attachment->name = view->name;
    attachment->type = part->type.word;
    attachment->bytes = mime_decoded_bytes(part);
    attachment->inline_image = view->inline_image;
}

/* Reads the leaves of one message; hidden ones only when `hidden`. */
static void read_leaves(struct reading *reading, uint32_t owner, bool any_owner, bool hidden) {
    for (uint32_t i = 0; i < reading->parts->size; i++) {
        const struct mime_part *part = &reading->parts->at[i];
        const struct part_view *view = &reading->views[i];
        if (reading->done[i] || part->shape != MIME_LEAF || (!any_owner && view->owner != owner)) continue;
        if (!hidden && (view->hidden || view->role == ROLE_ATTACHMENT || view->role == ROLE_NONE)) continue;
        reading->done[i] = true;
        if (view->role == ROLE_NONE) continue;
        if (view->role == ROLE_ATTACHMENT || view->listed) list_attachment(reading, part, view);
        if (view->role == ROLE_ATTACHMENT) continue;
        struct str place = mime_place(reading->arena, reading->parts, i);
        if (is_pasted_text(reading, part)) {
            struct mime_part plain = *part;
            plain.encoding = MIME_IDENTITY;
            read_text(reading, &plain, view, reading->numbers[i], hidden, place);
            read_text(reading, part, view, reading->numbers[i], true, place); /* nothing is lost */
            continue;
        }
        read_text(reading, part, view, reading->numbers[i], hidden, place);
    }
}

/* The message attached to `owner` that was passed on, best one in a form of it that is
 * shown, or MIME_NO_PARENT. */
static uint32_t find_forward(const struct reading *reading, uint32_t owner) {
    uint32_t hidden = MIME_NO_PARENT;
    for (uint32_t i = 0; i < reading->parts->size; i++) {
        const struct mime_part *part = &reading->parts->at[i];
        if (part->shape != MIME_MESSAGE || reading->views[i].owner != owner || part->stray) continue;
        if (!shown_is_forward(reading->parts, i)) continue;
        if (!reading->views[i].hidden) return i;
        if (hidden == MIME_NO_PARENT) hidden = i;
    }
    return hidden;
}

static void read_inner_envelope(struct reading *reading, uint32_t index) {
    for (size_t i = index + 1; i < reading->parts->size; i++) {
        const struct mime_part *part = &reading->parts->at[i];
        if (part->parent != index) continue;
        reading->out->forwarded = true;
        reading->out->inner = (struct envelope){.origin = HEAD_SOURCE};
        envelope_read(reading->arena, &part->headers, &reading->out->inner, &reading->out->oddities);
        return;
    }
}

/* Shows the message itself, then the one it passes on, and so on inwards, as
 * long as hardly a word is said in between. */
static void read_shown(struct reading *reading) {
    uint32_t owner = MIME_NO_PARENT;
    for (size_t depth = 0; depth <= MIME_DEPTH_MAX; depth++) {
        size_t before = reading->out->document.text_builder.size;
        reading->out->body.from = before;
        read_leaves(reading, owner, false, false);
        if (reading->out->document.text_builder.size - before > FORWARD_NOTE_BYTES_MAX) return;
        owner = find_forward(reading, owner);
        if (owner == MIME_NO_PARENT) return;
        read_inner_envelope(reading, owner);
    }
}

static bool is_encrypted(const struct mime_part *part) {
    struct str type = part->type.word;
    if (str_equal(type, STR("multipart/encrypted"))) return true;
    if (!str_equal(type, STR("application/pkcs7-mime")) && !str_equal(type, STR("application/x-pkcs7-mime")))
        return false;
    return !str_equal_ascii(parameters_find(&part->type, STR("smime-type"), 0), STR("certs-only"));
}

void body_read(struct arena *arena, const struct mime_parts *parts, enum message_origin origin,
               struct message *out) {
    bool odd_order = false;
    uint32_t *numbers = arena_array(arena, parts->size, sizeof *numbers);
    bool *done = arena_array(arena, parts->size, sizeof *done);
    struct part_view *views = shown_find(arena, parts, &odd_order);
    if (!numbers || !done || !views) return;
    if (odd_order) oddity_add(&out->oddities, ODDITY_alternative_order, (struct str){NULL, 0});
    uint32_t leaves = 0;
    for (size_t i = 0; i < parts->size; i++) {
        if (parts->at[i].shape == MIME_LEAF) numbers[i] = leaves++;
        if (!is_encrypted(&parts->at[i])) continue;
        out->encrypted = true;
        oddity_add(&out->oddities, ODDITY_encrypted, mime_place(arena, parts, (uint32_t)i));
    }
    out->parts = leaves;
    struct reading reading = {arena, parts, views, numbers, origin, out, done, 0};
    read_shown(&reading);
    read_leaves(&reading, MIME_NO_PARENT, true, true);
}

/* Characters that are seen and not an image's alternative text, counted to
 * `limit` at most. */
static size_t visible_characters(const struct message *message, size_t limit) {
    const struct document *document = &message->document;
    size_t count = 0;
    for (size_t i = 0; i < document->runs.size && count < limit; i++) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden != HIDDEN_none || run->image) continue;
        struct str text = str_slice(document->text, run->span.from, run->span.to);
        for (size_t at = 0; at < text.size && count < limit;) {
            uint32_t code_point = utf8_next(text, &at);
            count += code_point > ' ' && code_point != 0xA0 && code_point != 0x3000;
        }
    }
    return count;
}

void body_conclude(struct message *message) {
    static const enum oddity limits[] = {ODDITY_header_limit,    ODDITY_part_limit,    ODDITY_depth_limit,
                                         ODDITY_attribute_limit, ODDITY_nesting_limit, ODDITY_link_limit,
                                         ODDITY_attachment_limit};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (message->oddities.count[limits[i]]) message->limit_reached = true;
    /* what lies deeper was not looked at */
    if (message->oddities.count[ODDITY_depth_limit]) message->undecodable = true;
    if (message->document.reordered)
        oddity_add(&message->oddities, ODDITY_text_reordered, message->document.drawn_order);
    message->drawn_otherwise = message->document.reordered ||
                               message->oddities.count[ODDITY_style_text_computed] ||
                               message->oddities.count[ODDITY_quote_drawn];
    if (message->body.to == 0 || message->body.to > message->document.text.size)
        message->body.to = message->document.text.size;
    if (message->body.from > message->body.to) message->body.from = message->body.to;
    struct str body = str_slice(message->document.text, message->body.from, message->body.to);
    if (str_starts(body, STR("\n"))) message->body.from++;
    bool pictures = message->document.images > 0;
    for (size_t i = 0; i < message->attachments.size; i++)
        pictures |= str_starts(message->attachments.at[i].type, STR("image/"));
    message->picture_only = pictures && visible_characters(message, PICTURE_TEXT_MAX) < PICTURE_TEXT_MAX;
}
