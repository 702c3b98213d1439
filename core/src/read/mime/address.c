/* address: mailboxes out of a header value; see address.h.
 *
 * The structure is read before encoded words are decoded, as the standard
 * wants it: an encoded "Amazon <a@amazon.example>, " stays a name and never
 * becomes an address. Only when a value has no address at all is its decoded
 * text read once more, because some senders encode the whole line.
 *
 * Every way to hide a second mailbox ends up as one more mailbox here: two
 * angle addresses in a row, groups, an unclosed "<". */
#include "read/mime/address.h"

#include "base/arena.h"
#include "base/oddity.h"
#include "base/utf8.h"
#include "decode/charset/charset.h"
#include "decode/encoded_word.h"
#include "limits.h"

/* A joined name stops growing at this length: a list of a thousand names without
 * addresses would be copied a thousand times. */
#define NAME_BYTES_MAX 500

/* The mailbox being read. */
struct reading {
    struct arena *arena;
    struct str value;
    struct str header;
    struct mailboxes *out;
    struct oddities *oddities;
    struct str_builder phrase;  /* display name: unquoted, still encoded */
    struct str_builder spec;    /* the same as an address: quotes kept, no space round "@" */
    struct str_builder comment; /* what stood in (parentheses) */
    struct str_builder angle;   /* what stands in "<>" */
    size_t name_from;           /* where in the value its name begins */
    struct str group;           /* the name of the group it stands in, as written */
    bool in_domain;             /* behind "@": spaces round dots are dropped */
    bool found_address;
};

/* Appends a byte of a name or an address; a longer one than any program shows
 * is cut, so that a megabyte of comment is not copied three times. */
static void append(struct reading *reading, struct str_builder *builder, char byte) {
    if (builder->size < MAILBOX_BYTES_MAX)
        str_builder_byte(builder, byte);
    else
        oddity_add(reading->oddities, ODDITY_header_limit, reading->header);
}

static void start_mailbox(struct reading *reading) {
    reading->phrase.size = reading->spec.size = reading->comment.size = 0;
}

/* White space at both ends removed and inside made single spaces. */
static struct str collapse(struct arena *arena, struct str text) {
    text = str_trim(text);
    bool plain = true;
    for (size_t i = 0; i < text.size && plain; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        plain = byte >= ' ' && !(byte == ' ' && i + 1 < text.size && text.at[i + 1] == ' ');
    }
    if (plain) return text;
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte > ' ')
            str_builder_byte(&builder, (char)byte);
        else if (builder.size && builder.at[builder.size - 1] != ' ')
            str_builder_byte(&builder, ' ');
    }
    return str_trim(str_builder_view(&builder));
}

static struct str decode_name(struct reading *reading, struct str encoded) {
    if (str_trim(encoded).size == 0) return (struct str){NULL, 0};
    struct str copy = str_copy(reading->arena, encoded);
    struct str text = encoded_word_decode(reading->arena, copy, reading->oddities, reading->header);
    return collapse(reading->arena, utf8_repair(reading->arena, text));
}

static void add_mailbox(struct reading *reading, struct str name, struct str address) {
    if (name.size == 0 && address.size == 0) return;
    if (reading->out->size >= MAILBOXES_MAX) {
        oddity_add(reading->oddities, ODDITY_header_limit, reading->header);
        return;
    }
    struct mailbox *mailbox = list_add(reading->arena, reading->out);
    if (!mailbox) return;
    mailbox->name = name;
    mailbox->address = utf8_repair(reading->arena, address);
    size_t sign = str_find_last_byte(mailbox->address, '@');
    if (sign != STR_NONE) mailbox->domain = str_skip(mailbox->address, sign + 1);
    mailbox->header = reading->header;
    reading->found_address |= address.size > 0;
}

static struct str group_name(struct reading *reading) {
    struct str name = str_trim(reading->group);
    if (name.size > 1 && name.at[0] == '"' && name.at[name.size - 1] == '"')
        name = str_slice(name, 1, name.size - 1);
    return decode_name(reading, name);
}

/* The name of what was read: the phrase, else a comment, else the group. */
static struct str take_name(struct reading *reading) {
    struct str name = decode_name(reading, str_builder_view(&reading->phrase));
    if (name.size == 0) name = decode_name(reading, str_builder_view(&reading->comment));
    if (name.size == 0) name = group_name(reading);
    return name;
}

/* A mailbox without "<>": the word with "@" is the address, the rest its name. */
static void finish_bare(struct reading *reading) {
    struct str spec = str_trim(str_builder_view(&reading->spec));
    size_t sign = str_find_last_byte(spec, '@');
    size_t quote = str_find_last_byte(spec, '"');
    if (sign == STR_NONE || (quote != STR_NONE && sign < quote)) { /* an address in quotes is a name */
        if (spec.size) add_mailbox(reading, take_name(reading), (struct str){NULL, 0});
        start_mailbox(reading);
        return;
    }
    size_t from = sign, to = sign;
    bool quoted = false;
    while (from > 0 && (quoted || spec.at[from - 1] != ' ')) {
        from--;
        if (spec.at[from] == '"') quoted = !quoted;
    }
    while (to < spec.size && spec.at[to] != ' ') to++;
    struct str address = str_copy(reading->arena, str_slice(spec, from, to));
    struct str before = str_trim(str_slice(spec, 0, from)), after = str_trim(str_skip(spec, to));
    struct str name = decode_name(reading, before.size ? before : after);
    if (name.size == 0) name = decode_name(reading, str_builder_view(&reading->comment));
    if (name.size == 0) name = group_name(reading);
    add_mailbox(reading, name, address);
    start_mailbox(reading);
}

/* The quoted string at `at`; returns the place behind it. */
static size_t read_quoted(struct reading *reading, size_t at) {
    append(reading, &reading->spec, '"');
    for (at++; at < reading->value.size && reading->value.at[at] != '"'; at++) {
        if (reading->value.at[at] == '\\' && at + 1 < reading->value.size) at++;
        append(reading, &reading->phrase, reading->value.at[at]);
        append(reading, &reading->spec, reading->value.at[at]);
    }
    append(reading, &reading->spec, '"');
    return at + 1;
}

static size_t read_comment(struct reading *reading, size_t at) {
    size_t depth = 0;
    for (; at < reading->value.size; at++) {
        char byte = reading->value.at[at];
        if (byte == '\\' && at + 1 < reading->value.size)
            byte = reading->value.at[++at];
        else if (byte == '(' && depth++ == 0)
            continue;
        else if (byte == ')' && --depth == 0)
            break;
        append(reading, &reading->comment, byte);
    }
    append(reading, &reading->phrase, ' ');
    return at + 1;
}

/* What stands between "<" (or "[mailto:") and its end: white space and
 * comments dropped, an obsolete route "@a,@b:" cut off. */
static size_t read_angle(struct reading *reading, size_t at, char close) {
    struct str value = reading->value;
    struct str_builder *address = &reading->angle;
    address->size = 0;
    bool quoted = false;
    size_t depth = 0;
    for (at++; at < value.size && (quoted || depth || value.at[at] != close); at++) {
        char byte = value.at[at];
        if (!quoted && !depth && byte == '<') break; /* unclosed: another one begins */
        if (!quoted && byte == '(') depth++;
        if (!depth && byte == '"') quoted = !quoted;
        if (!depth && (quoted || !ascii_is_space((unsigned char)byte))) append(reading, address, byte);
        if (!quoted && byte == ')' && depth) depth--;
    }
    struct str found = str_builder_view(address);
    if (str_starts_ascii(found, STR("mailto:"))) found = str_skip(found, 7);
    size_t colon = str_find_byte(found, ':', 0);
    if (found.size && found.at[0] == '@' && colon != STR_NONE) found = str_skip(found, colon + 1);
    struct str name = take_name(reading);
    if (found.size || name.size) add_mailbox(reading, name, str_copy(reading->arena, found));
    start_mailbox(reading);
    reading->name_from = at + 1;
    return at < value.size && value.at[at] == close ? at + 1 : at;
}

/* ":" after a name opens a group, after anything else it is a byte like others. */
static void read_colon(struct reading *reading, size_t at) {
    struct str spec = str_trim(str_builder_view(&reading->spec));
    if (str_ends_ascii(spec, STR("mailto"))) {
        reading->spec.size -= 6;
        if (reading->phrase.size >= 6) reading->phrase.size -= 6;
    } else if (str_find_byte(spec, '@', 0) == STR_NONE) {
        reading->group = str_slice(reading->value, reading->name_from, at);
        start_mailbox(reading);
        reading->name_from = at + 1;
    } else {
        append(reading, &reading->spec, ':');
        append(reading, &reading->phrase, ':');
    }
}

static void read_byte(struct reading *reading, char byte) {
    struct str_builder *spec = &reading->spec;
    char last = spec->size ? spec->at[spec->size - 1] : ' ';
    if (ascii_is_space((unsigned char)byte)) {
        append(reading, &reading->phrase, ' ');
        if (last != ' ' && last != '@' && !(last == '.' && reading->in_domain)) append(reading, spec, ' ');
        return;
    }
    if ((byte == '@' || (byte == '.' && reading->in_domain)) && last == ' ' && spec->size)
        spec->size--;
    else if (last == ' ')
        reading->in_domain = false;
    if (byte == '@') reading->in_domain = true;
    append(reading, spec, byte);
    append(reading, &reading->phrase, byte);
}

static void read_value(struct reading *reading) {
    struct str value = reading->value;
    size_t at = 0;
    while (at < value.size) {
        char byte = value.at[at];
        struct str spec = str_builder_view(&reading->spec);
        bool literal = spec.size && spec.at[spec.size - 1] == '@';
        if (byte == '"')
            at = read_quoted(reading, at);
        else if (byte == '(')
            at = read_comment(reading, at);
        else if (byte == '<')
            at = read_angle(reading, at, '>');
        else if (byte == '[' && str_starts_ascii(str_skip(value, at + 1), STR("mailto:")))
            at = read_angle(reading, at, ']');
        else if (byte == ',' || byte == ';') {
            finish_bare(reading);
            if (byte == ';') reading->group.size = 0;
            reading->name_from = ++at;
        } else if (byte == ':' && !literal) {
            read_colon(reading, at);
            at++;
        } else {
            read_byte(reading, byte);
            at++;
        }
    }
    finish_bare(reading);
}

/* Bytes of another charset, which may hold quotes and brackets as halves of
 * characters, become UTF-8 before the structure is looked for. */
static struct str to_utf8(struct arena *arena, struct str value) {
    if (str_find_byte(value, 0x1B, 0) == STR_NONE && utf8_is_valid(value)) return value;
    enum charset charset = charset_detect(value);
    return charset == CHARSET_NONE ? utf8_repair(arena, value) : charset_decode(arena, charset, value, NULL);
}

/* "Amazon, <a@b.example>" and "Yamada, Taro <a@b.example>": a name that somebody
 * forgot to quote, or that is meant to stand apart from its address. */
static void join_names(struct arena *arena, struct mailboxes *mailboxes, size_t from) {
    size_t kept = from;
    struct str pending = {NULL, 0};
    for (size_t i = from; i < mailboxes->size; i++) {
        struct mailbox mailbox = mailboxes->at[i];
        if (pending.size && mailbox.name.size) pending = str_join(arena, pending, STR(", "));
        if (pending.size) mailbox.name = str_join(arena, pending, mailbox.name);
        pending = (struct str){NULL, 0};
        if (mailbox.address.size == 0 && i + 1 < mailboxes->size && mailbox.name.size < NAME_BYTES_MAX)
            pending = mailbox.name;
        else
            mailboxes->at[kept++] = mailbox;
    }
    mailboxes->size = kept;
}

void address_read(struct arena *arena, struct str value, struct str header, struct mailboxes *out,
                  struct oddities *oddities) {
    struct reading reading = {
        .arena = arena, .value = to_utf8(arena, value), .header = header, .out = out, .oddities = oddities};
    size_t before = out->size;
    str_builder_init(&reading.phrase, arena, 64);
    str_builder_init(&reading.spec, arena, 64);
    str_builder_init(&reading.comment, arena, 16);
    str_builder_init(&reading.angle, arena, 64);
    read_value(&reading);
    if (reading.found_address) {
        join_names(arena, out, before);
        return;
    }
    if (out->size != before + 1) return;
    struct str name = out->at[before].name;
    if (str_find_byte(name, '@', 0) == STR_NONE || str_find_byte(value, '"', 0) != STR_NONE) return;
    /* the sender encoded the whole line, address and all */
    out->size = before;
    reading.name_from = 0;
    reading.value = name;
    read_value(&reading);
}
