/* html5lib_suite_test: html_token.h against the html5lib tokenizer tests.
 *
 * In: ../shared/suites/html5lib-tokenizer (optional). Out: every test of every
 * initial state must give the same tokens. Left out, because this reader has
 * no such mode: the tests under "xmlViolationTests" (coercion to XML). Parse
 * errors are not compared: the reader keeps no list of them. Lone surrogates
 * cannot be written in UTF-8; they count as U+FFFD on both sides. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check.h"
#include "decode/entity.h"
#include "read/html/html_token.h"

/* ---- a reader for the JSON of the suite (strings keep \u0000 and surrogates) ---- */

enum json_kind { JSON_NULL, JSON_TRUE, JSON_FALSE, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT };

struct json {
    enum json_kind kind;
    struct str text;
    struct json *child, *next; /* of objects: key, value, key, value ... */
};

struct json_reader {
    struct arena *arena;
    struct str text;
    size_t at;
};

static void skip_space(struct json_reader *reader) {
    while (reader->at < reader->text.size && ascii_is_space((unsigned char)reader->text.at[reader->at]))
        reader->at++;
}

static uint32_t read_hex4(struct str text, size_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value * 16 + (uint32_t)ascii_hex_value((unsigned char)text.at[at + i]);
    return value;
}

/* Undoes backslashes; `\uD83D\uDE00` is one character, a lone half U+FFFD. */
static struct str unescape(struct arena *arena, struct str text) {
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size + 1);
    for (size_t at = 0; at < text.size; at++) {
        if (text.at[at] != '\\') {
            str_builder_byte(&builder, text.at[at]);
            continue;
        }
        char kind = text.at[++at];
        const char *plain = strchr("b\bf\fn\nr\rt\t", kind);
        if (kind == 'u') {
            uint32_t unit = read_hex4(text, at + 1);
            at += 4;
            if (unit >= 0xD800 && unit < 0xDC00 && at + 6 < text.size && text.at[at + 1] == '\\' &&
                text.at[at + 2] == 'u') {
                uint32_t low = read_hex4(text, at + 3);
                if (low >= 0xDC00 && low < 0xE000) {
                    unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                    at += 6;
                }
            }
            str_builder_code_point(&builder, unit);
        } else {
            str_builder_byte(&builder, plain ? plain[1] : kind);
        }
    }
    return str_builder_view(&builder);
}

static struct json *read_json(struct json_reader *reader);

static void read_children(struct json_reader *reader, struct json *parent, char closer) {
    struct json **last = &parent->child;
    for (;;) {
        skip_space(reader);
        char byte = reader->text.at[reader->at];
        if (byte == ',' || byte == ':')
            reader->at++;
        else if (byte == closer)
            break;
        else {
            *last = read_json(reader);
            last = &(*last)->next;
        }
    }
    reader->at++;
}

static struct json *read_json(struct json_reader *reader) {
    skip_space(reader);
    struct json *json = arena_alloc(reader->arena, sizeof *json);
    if (!json) exit(1);
    char byte = reader->text.at[reader->at++];
    size_t from = reader->at;
    if (byte == '"') {
        while (reader->text.at[reader->at] != '"') reader->at += reader->text.at[reader->at] == '\\' ? 2 : 1;
        json->kind = JSON_STRING;
        json->text = unescape(reader->arena, str_slice(reader->text, from, reader->at++));
    } else if (byte == '[' || byte == '{') {
        json->kind = byte == '[' ? JSON_LIST : JSON_OBJECT;
        read_children(reader, json, byte == '[' ? ']' : '}');
    } else {
        json->kind = byte == 't'   ? JSON_TRUE
                     : byte == 'f' ? JSON_FALSE
                     : byte == 'n' ? JSON_NULL
                                   : JSON_NUMBER;
        while (!strchr(",]} \r\n\t", reader->text.at[reader->at])) reader->at++;
    }
    return json;
}

static struct json *find_key(struct json *object, const char *key) {
    for (struct json *name = object ? object->child : NULL; name; name = name->next->next)
        if (str_equal(name->text, str_from(key))) return name->next;
    return NULL;
}

/* ---- both sides written in one form ---- */

struct writer {
    struct str_builder out;
    bool in_text;
};

static void write_start(struct writer *writer, bool text, char kind) {
    if (!(text && writer->in_text)) {
        str_builder_byte(&writer->out, '\n');
        str_builder_byte(&writer->out, kind);
    }
    writer->in_text = text;
}

static void write_part(struct writer *writer, bool present, struct str text) {
    str_builder_byte(&writer->out, present ? '|' : '~');
    str_builder_str(&writer->out, text);
}

static void write_sorted(struct writer *writer, struct html_attribute *attributes, size_t count) {
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && str_compare(attributes[j - 1].name, attributes[j].name) > 0; j--) {
            struct html_attribute swap = attributes[j];
            attributes[j] = attributes[j - 1];
            attributes[j - 1] = swap;
        }
    for (size_t i = 0; i < count; i++) {
        write_part(writer, true, attributes[i].name);
        str_builder_byte(&writer->out, '=');
        str_builder_str(&writer->out, attributes[i].value);
    }
}

static void write_wanted(struct arena *arena, struct writer *writer, struct json *token, bool twice) {
    struct json *kind = token->child, *first = kind->next;
    struct json *second = first ? first->next : NULL, *third = second ? second->next : NULL;
    struct str name = first->text;
    if (twice) name = unescape(arena, name);
    bool text = str_equal(kind->text, STR("Character"));
    write_start(writer, text, kind->text.at[0]);
    if (text)
        str_builder_str(&writer->out, name);
    else if (!str_equal(kind->text, STR("DOCTYPE")))
        write_part(writer, true, name);
    if (str_equal(kind->text, STR("StartTag"))) {
        struct {
            LIST(struct html_attribute);
        } attributes = {0};
        for (struct json *key = second->child; key; key = key->next->next) {
            struct html_attribute *attribute = list_add(arena, &attributes);
            if (attribute) *attribute = (struct html_attribute){0, key->text, key->next->text};
        }
        write_sorted(writer, attributes.at, attributes.size);
        if (third) str_builder_byte(&writer->out, '/');
    } else if (str_equal(kind->text, STR("DOCTYPE"))) {
        write_part(writer, first->kind == JSON_STRING, first->text);
        write_part(writer, second->kind == JSON_STRING, second->text);
        write_part(writer, third->kind == JSON_STRING, third->text);
        str_builder_byte(&writer->out, third->next->kind == JSON_TRUE ? 'y' : 'n');
    }
}

/* Text with its NULs kept, as the data state emits it. */
static void write_text(struct arena *arena, struct writer *writer, const struct html_token *token) {
    write_start(writer, true, 'C');
    for (size_t at = 0; at < token->text.size;) {
        size_t null = token->keep_null ? str_find_byte(token->text, '\0', at) : STR_NONE;
        struct str piece = str_slice(token->text, at, null == STR_NONE ? token->text.size : null);
        str_builder_str(&writer->out, html_decode(arena, piece, token->references, false));
        if (null != STR_NONE) str_builder_byte(&writer->out, '\0');
        at += piece.size + (null == STR_NONE ? 0 : 1);
    }
}

static void write_found(struct arena *arena, struct writer *writer, struct html_tokenizer *tokenizer,
                        const struct html_token *token) {
    switch (token->kind) {
    case HTML_TEXT:
        write_text(arena, writer, token);
        break;
    case HTML_COMMENT:
        write_start(writer, false, 'C');
        write_part(writer, true, html_decode(arena, token->text, false, false));
        break;
    case HTML_END_TAG:
        write_start(writer, false, 'E');
        write_part(writer, true, html_decode_name(arena, token->name));
        break;
    case HTML_START_TAG:
        write_start(writer, false, 'S');
        write_part(writer, true, html_decode_name(arena, token->name));
        for (size_t i = 0; i < tokenizer->attributes.size; i++) {
            struct html_attribute *attribute = &tokenizer->attributes.at[i];
            attribute->name = html_decode_name(arena, attribute->name);
            attribute->value = html_decode(arena, attribute->value, true, true);
        }
        write_sorted(writer, tokenizer->attributes.at, tokenizer->attributes.size);
        if (token->self_closing) str_builder_byte(&writer->out, '/');
        break;
    case HTML_DOCTYPE:
        write_start(writer, false, 'D');
        write_part(writer, token->doctype.has_name, html_decode_name(arena, token->doctype.name));
        write_part(writer, token->doctype.has_public,
                   html_decode(arena, token->doctype.public_id, false, false));
        write_part(writer, token->doctype.has_system,
                   html_decode(arena, token->doctype.system_id, false, false));
        str_builder_byte(&writer->out, token->doctype.force_quirks ? 'n' : 'y');
        break;
    }
}

/* ---- running ---- */

static const struct {
    const char *name;
    enum html_state state;
} states[] = {{"Data state", HTML_DATA},           {"RCDATA state", HTML_RCDATA},
              {"RAWTEXT state", HTML_RAWTEXT},     {"Script data state", HTML_SCRIPT_DATA},
              {"PLAINTEXT state", HTML_PLAINTEXT}, {"CDATA section state", HTML_CDATA}};

static void run_test(struct json *test, struct str state_name) {
    struct arena arena = {0};
    struct writer wanted = {0}, found = {0};
    str_builder_init(&wanted.out, &arena, 256);
    str_builder_init(&found.out, &arena, 256);
    struct json *twice = find_key(test, "doubleEscaped"), *last = find_key(test, "lastStartTag");
    bool is_twice = twice && twice->kind == JSON_TRUE;
    struct str input = find_key(test, "input")->text;
    if (is_twice) input = unescape(&arena, input);
    struct json *tokens = find_key(test, "output");
    for (struct json *token = tokens->child; token; token = token->next)
        write_wanted(&arena, &wanted, token, is_twice);

    struct html_tokenizer tokenizer;
    struct html_token token;
    html_token_start(&tokenizer, &arena, input);
    if (last) tokenizer.last_start_name = last->text;
    size_t state = 0;
    while (state < sizeof states / sizeof *states && !str_equal(str_from(states[state].name), state_name))
        state++;
    CHECK(state < sizeof states / sizeof *states);
    if (state == sizeof states / sizeof *states) return;
    tokenizer.state = states[state].state;
    while (html_token_next(&tokenizer, &token)) write_found(&arena, &found, &tokenizer, &token);

    struct str found_view = str_builder_view(&found.out), wanted_view = str_builder_view(&wanted.out);
    CHECK_STR(found_view, wanted_view);
    if (!str_equal(found_view, wanted_view))
        printf("    in %s: %.*s\n", states[state].name, (int)input.size, input.at);
    arena_release(&arena);
}

static void run_file(struct arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    struct str_builder bytes;
    str_builder_init(&bytes, arena, 1 << 16);
    for (int byte = file ? fgetc(file) : EOF; byte != EOF; byte = fgetc(file))
        str_builder_byte(&bytes, (char)byte);
    if (file) fclose(file);
    struct json_reader reader = {arena, str_builder_view(&bytes), 0};
    CHECK(reader.text.size > 0);
    if (!reader.text.size) return;
    struct json *tests = find_key(read_json(&reader), "tests");
    for (struct json *test = tests ? tests->child : NULL; test; test = test->next) {
        struct json *initial = find_key(test, "initialStates");
        if (!initial) run_test(test, STR("Data state"));
        for (struct json *state = initial ? initial->child : NULL; state; state = state->next)
            run_test(test, state->text);
    }
}

int main(void) {
    const char *folder_path = HONMONO_SHARED_DIR "/suites/html5lib-tokenizer";
    DIR *folder = opendir(folder_path);
    if (!folder) {
        printf("html5lib_suite: skipped, %s is not there\n", folder_path);
        return 0;
    }
    struct arena arena = {0};
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        char path[4096];
        if (!strstr(entry->d_name, ".test")) continue;
        snprintf(path, sizeof path, "%s/%s", folder_path, entry->d_name);
        run_file(&arena, path);
    }
    closedir(folder);
    arena_release(&arena);
    return CHECK_END("html5lib_suite");
}
