/* batch: many messages, one line each, with constant memory; see cli.h. */
#include <cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "honmono.h"

static void write_label(FILE *out, const struct label *label) {
    if (!label->key) return;
    fprintf(out, "\"%s\":", label->key);
    if (label->text)
        write_json_string(out, label->text, strlen(label->text));
    else
        fprintf(out, "%lld", label->number);
    fputc(',', out);
}

void write_error_line(FILE *out, const struct label *label, const char *error) {
    fputc('{', out);
    write_label(out, label);
    fputs("\"error\":", out);
    write_json_string(out, error, strlen(error));
    fputs("}\n", out);
}

bool check_line(FILE *out, const struct label *label, const char *bytes, size_t size, const char *options) {
    char *json;
    enum honmono_status status = honmono_check(&json, bytes, size, options);
    if (status != HONMONO_OK) {
        write_error_line(out, label, honmono_status_name(status));
        return false;
    }
    fputc('{', out);
    write_label(out, label);
    fputs(json + 1, out);
    fputc('\n', out);
    honmono_free(json);
    return true;
}

/* ---- mbox: messages between "From " lines (RFC 4155, mboxrd quoting) ---- */

struct mbox {
    struct buffer message;
    bool started, overflow;
    long long index;
    int exit_code;
    const char *options;
};

static void finish_message(struct mbox *mbox) {
    if (!mbox->started) return;
    struct label label = {"index", NULL, mbox->index++};
    if (mbox->overflow) {
        write_error_line(stdout, &label, honmono_status_name(HONMONO_TOO_LARGE));
        mbox->exit_code = EXIT_ITEM_FAILED;
    } else if (!check_line(stdout, &label, mbox->message.at, mbox->message.size, mbox->options)) {
        mbox->exit_code = EXIT_ITEM_FAILED;
    }
    mbox->message.size = 0;
    mbox->overflow = false;
}

/* ">From " was "From " before it went into the mbox; one ">" is taken off. */
static bool is_quoted_from(const char *line, size_t size) {
    size_t marks = 0;
    while (marks < size && line[marks] == '>') marks++;
    return marks > 0 && size - marks >= 5 && memcmp(line + marks, "From ", 5) == 0;
}

static bool add_line(struct mbox *mbox, const char *line, size_t size, bool after_blank) {
    if (size >= 5 && memcmp(line, "From ", 5) == 0 && (after_blank || !mbox->started)) {
        finish_message(mbox);
        mbox->started = true;
        return true;
    }
    if (!mbox->started) mbox->started = size > 0 && line[0] != '\n' && line[0] != '\r';
    if (!mbox->started || mbox->overflow) return true;
    if (mbox->message.size + size > CLI_MESSAGE_BYTES_MAX) {
        mbox->overflow = true;
        return true;
    }
    bool quoted = is_quoted_from(line, size);
    return buffer_add(&mbox->message, line + quoted, size - quoted);
}

int check_mbox(const char *name, const char *options) {
    FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    if (!file) {
        fprintf(stderr, "honmono: %s: %s\n", name, strerror(errno));
        return EXIT_ITEM_FAILED;
    }
    struct mbox mbox = {.options = options};
    char *line = NULL;
    size_t capacity = 0;
    bool blank = true, fine = true;
    ssize_t size;
    while (fine && (size = getline(&line, &capacity, file)) >= 0) {
        fine = add_line(&mbox, line, (size_t)size, blank);
        blank = line[0] == '\n' || (line[0] == '\r' && size <= 2);
    }
    if (ferror(file)) {
        fprintf(stderr, "honmono: %s: %s\n", name, strerror(errno));
        fine = false;
    }
    finish_message(&mbox);
    free(line);
    buffer_free(&mbox.message);
    if (file != stdin) fclose(file);
    return fine ? mbox.exit_code : EXIT_ITEM_FAILED;
}

/* ---- lines: {"id","message_base64","options"} in, one line out ---- */

static int base64_value(char byte) {
    const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = byte ? strchr(alphabet, byte) : NULL;
    return found ? (int)(found - alphabet) : -1;
}

static bool decode_base64(const char *text, struct buffer *out) {
    unsigned bits = 0;
    int count = 0;
    for (; *text && *text != '='; text++) {
        int value = base64_value(*text);
        if (value < 0) return false;
        bits = (bits << 6) | (unsigned)value;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        char byte = (char)(bits >> count);
        if (!buffer_add(out, &byte, 1)) return false;
    }
    return true;
}

static bool check_json_line(const char *line, struct buffer *message) {
    cJSON *item = cJSON_Parse(line);
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(item, "id");
    const cJSON *data = cJSON_GetObjectItemCaseSensitive(item, "message_base64");
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(item, "options");
    struct label label = {"id", cJSON_IsString(id) ? id->valuestring : NULL, -1};
    if (cJSON_IsNumber(id)) label.number = (long long)id->valuedouble;
    if (!cJSON_IsString(id) && !cJSON_IsNumber(id)) label.text = "";
    message->size = 0;
    char *options_text = options && !cJSON_IsNull(options) ? cJSON_PrintUnformatted(options) : NULL;
    bool fine = false;
    if (!item)
        write_error_line(stdout, &label, "not a JSON object");
    else if (!cJSON_IsString(data) || !decode_base64(data->valuestring, message))
        write_error_line(stdout, &label, "message_base64: not base64");
    else
        fine = check_line(stdout, &label, message->at, message->size, options_text);
    cJSON_free(options_text);
    cJSON_Delete(item);
    return fine;
}

int check_lines(void) {
    struct buffer message = {0};
    char *line = NULL;
    size_t capacity = 0;
    int exit_code = EXIT_DONE;
    while (getline(&line, &capacity, stdin) >= 0) {
        if (line[strspn(line, " \t\r\n")] == '\0') continue;
        if (!check_json_line(line, &message)) exit_code = EXIT_ITEM_FAILED;
        fflush(stdout);
    }
    free(line);
    buffer_free(&message);
    return exit_code;
}
