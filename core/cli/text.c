/* text: input in, JSON text out; see cli.h. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli.h"

#define BUFFER_KEPT_BYTES ((size_t)1 << 20)

void buffer_reserve(struct buffer *buffer, size_t size) {
    if (size <= buffer->capacity - buffer->size) return;
    size_t larger = buffer->capacity ? buffer->capacity : (size_t)1 << 16;
    while (larger - buffer->size < size) larger += larger / 2;
    char *memory = realloc(buffer->at, larger);
    if (!memory) {
        fputs("honmono: out of memory\n", stderr);
        exit(EXIT_STOPPED);
    }
    buffer->at = memory;
    buffer->capacity = larger;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t size) {
    if (!size) return;
    buffer_reserve(buffer, size);
    memcpy(buffer->at + buffer->size, bytes, size);
    buffer->size += size;
}

void buffer_free(struct buffer *buffer) {
    free(buffer->at);
    *buffer = (struct buffer){0};
}

void buffer_empty(struct buffer *buffer) {
    buffer->size = 0;
    if (buffer->capacity > BUFFER_KEPT_BYTES) buffer_free(buffer);
}

static bool read_stream(FILE *stream, struct buffer *out, size_t limit) {
    char chunk[1 << 16];
    size_t size;
    while ((size = fread(chunk, 1, sizeof chunk, stream)) > 0) {
        buffer_add(out, chunk, size);
        if (out->size > limit) break;
    }
    return !ferror(stream);
}

bool read_file(const char *name, struct buffer *out, size_t limit, const char **why) {
    out->size = 0;
    if (strcmp(name, "-") == 0) {
        *why = "cannot read standard input";
        return read_stream(stdin, out, limit);
    }
    struct stat status;
    if (stat(name, &status) == 0 && S_ISDIR(status.st_mode)) {
        *why = "is a directory";
        return false;
    }
    FILE *file = fopen(name, "rb");
    if (!file) {
        *why = strerror(errno);
        return false;
    }
    bool fine = read_stream(file, out, limit);
    *why = strerror(errno ? errno : EIO);
    fclose(file);
    return fine;
}

/* The length of the well-formed UTF-8 sequence at `text`, 0 when ill-formed. */
static size_t sequence_size(const unsigned char *text, size_t size) {
    unsigned char lead = text[0];
    if (lead < 0x80) return 1;
    size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                    : lead >= 0xE0 && lead <= 0xEF ? 3
                    : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                   : 0;
    if (!length || length > size) return 0;
    for (size_t i = 1; i < length; i++)
        if ((text[i] & 0xC0) != 0x80) return 0;
    if ((lead == 0xE0 && text[1] < 0xA0) || (lead == 0xED && text[1] > 0x9F)) return 0;
    if ((lead == 0xF0 && text[1] < 0x90) || (lead == 0xF4 && text[1] > 0x8F)) return 0;
    return length;
}

void add_json_string(struct buffer *out, const char *text, size_t size) {
    const unsigned char *bytes = (const unsigned char *)text;
    buffer_add(out, "\"", 1);
    for (size_t i = 0; i < size;) {
        size_t length = sequence_size(bytes + i, size - i);
        char escape[8];
        if (!length)
            buffer_add(out, "\xEF\xBF\xBD", 3);
        else if (bytes[i] < 0x20)
            buffer_add(out, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", bytes[i]));
        else {
            if (bytes[i] == '"' || bytes[i] == '\\') buffer_add(out, "\\", 1);
            buffer_add(out, text + i, length);
        }
        i += length ? length : 1;
    }
    buffer_add(out, "\"", 1);
}

void add_file_label(struct buffer *out, const char *name) {
    buffer_add(out, "\"file\":", 7);
    add_json_string(out, name, strlen(name));
    buffer_add(out, ",", 1);
}

void add_json_line(struct buffer *out, const char *label, size_t label_size, const char *json) {
    buffer_add(out, "{", 1);
    buffer_add(out, label, label_size);
    buffer_add(out, json + 1, strlen(json + 1));
    buffer_add(out, "\n", 1);
}

void add_error_line(struct buffer *out, const char *label, size_t label_size, const char *error) {
    buffer_add(out, "{", 1);
    buffer_add(out, label, label_size);
    buffer_add(out, "\"error\":", 8);
    add_json_string(out, error, strlen(error));
    buffer_add(out, "}\n", 2);
}

static void write_break(FILE *out, size_t depth) {
    fputc('\n', out);
    for (size_t i = 0; i < depth; i++) fputs("  ", out);
}

void write_pretty(FILE *out, const char *json) {
    size_t depth = 0;
    bool in_string = false;
    for (const char *at = json; *at; at++) {
        char next = at[1];
        if (in_string) {
            fputc(*at, out);
            if (*at == '\\' && next)
                fputc(*++at, out);
            else if (*at == '"')
                in_string = false;
        } else if (*at == '"') {
            in_string = true;
            fputc('"', out);
        } else if ((*at == '{' && next == '}') || (*at == '[' && next == ']')) {
            fputc(*at, out);
            fputc(*++at, out);
        } else if (*at == '{' || *at == '[') {
            fputc(*at, out);
            write_break(out, ++depth);
        } else if (*at == '}' || *at == ']') {
            write_break(out, --depth);
            fputc(*at, out);
        } else if (*at == ',') {
            fputc(',', out);
            write_break(out, depth);
        } else {
            fputc(*at, out);
            if (*at == ':') fputc(' ', out);
        }
    }
    fputc('\n', out);
}

static long read_hex4(const char *text, size_t size) {
    if (size < 4) return -1;
    long value = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *digits = "0123456789abcdef";
        char byte = text[i] >= 'A' && text[i] <= 'F' ? (char)(text[i] + 32) : text[i];
        const char *found = byte ? strchr(digits, byte) : NULL;
        if (!found) return -1;
        value = value * 16 + (found - digits);
    }
    return value;
}

static void add_code_point(struct buffer *out, uint32_t code) {
    if (code >= 0xD800 && code <= 0xDFFF) code = 0xFFFD;
    char bytes[4];
    size_t size = 0;
    if (code < 0x80)
        bytes[size++] = (char)code;
    else if (code < 0x800)
        bytes[size++] = (char)(0xC0 | (code >> 6));
    else if (code < 0x10000)
        bytes[size++] = (char)(0xE0 | (code >> 12));
    else
        bytes[size++] = (char)(0xF0 | (code >> 18));
    if (code >= 0x10000) bytes[size++] = (char)(0x80 | ((code >> 12) & 0x3F));
    if (code >= 0x800) bytes[size++] = (char)(0x80 | ((code >> 6) & 0x3F));
    if (code >= 0x80) bytes[size++] = (char)(0x80 | (code & 0x3F));
    buffer_add(out, bytes, size);
}

/* The escape behind a backslash at `text`; returns the bytes it takes, 0 for a
 * bad one. */
static size_t read_escape(const char *text, size_t size, struct buffer *out) {
    static const char plain[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (size == 0) return 0;
    const char *found = text[0] ? strchr(plain, text[0]) : NULL;
    if (found) {
        buffer_add(out, &meant[found - plain], 1);
        return 1;
    }
    if (text[0] != 'u') return 0;
    long high = read_hex4(text + 1, size - 1);
    if (high < 0) return 0;
    if (high >= 0xD800 && high <= 0xDBFF && size >= 11 && text[5] == '\\' && text[6] == 'u') {
        long low = read_hex4(text + 7, size - 7);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            uint32_t code = 0x10000u + (((uint32_t)high - 0xD800u) << 10) + ((uint32_t)low - 0xDC00u);
            add_code_point(out, code);
            return 11;
        }
    }
    add_code_point(out, (uint32_t)high);
    return 5;
}

bool read_json_string(const char *text, size_t size, struct buffer *out) {
    out->size = 0;
    while (size && (text[size - 1] == ' ' || text[size - 1] == '\t')) size--;
    if (size < 2 || text[0] != '"') return false;
    for (size_t i = 1; i < size;) {
        if (text[i] == '"') return i + 1 == size;
        if (text[i] == '\\') {
            size_t used = read_escape(text + i + 1, size - i - 1, out);
            if (!used) return false;
            i += 1 + used;
        } else {
            buffer_add(out, text + i, 1);
            i++;
        }
    }
    return false;
}
