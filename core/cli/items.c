/* items: what one message is in each kind of batch, and the line it becomes.
 *
 * In: names of files; an mbox (RFC 4155, mboxrd quoting); lines of JSON. Out:
 * items, and for each exactly one line of JSON, an error in its place when it
 * cannot be checked. Items that are too large are skipped while they are read. */
#include <cJSON.h>
#include <string.h>

#include "batch.h"
#include "honmono.h"

/* A line holds a message as base64, options and an id. */
#define LINE_BYTES_MAX (CLI_MESSAGE_BYTES_MAX / 3 * 4 + ((size_t)4 << 20))
#define LINE_HEAD_BYTES 4096u /* kept of a longer one: its id */

static enum next give_item(struct batch *batch, struct item *out) {
    *out = (struct item){batch->next++, batch->too_large, batch->text.at, batch->text.size};
    batch->given = true;
    return NEXT_ITEM;
}

static void begin_item(struct batch *batch) {
    if (!batch->given) return;
    buffer_empty(&batch->text);
    batch->given = batch->too_large = false;
}

static enum next next_file(struct batch *batch, struct item *out) {
    return batch->next < batch->count ? give_item(batch, out) : NEXT_END;
}

/* ---- mbox ---- */

static bool begins_with_from(const char *text, size_t size) {
    return size >= 5 && memcmp(text, "From ", 5) == 0;
}

static bool is_blank(const char *text, size_t size) {
    return size == 0 || text[0] == '\n' || (size == 2 && text[0] == '\r' && text[1] == '\n');
}

/* ">From " was "From " before it went into the mbox; one ">" is taken off. */
static bool is_quoted_from(const char *text, size_t size) {
    size_t marks = 0;
    while (marks < size && text[marks] == '>') marks++;
    return marks > 0 && begins_with_from(text + marks, size - marks);
}

static void add_mbox_text(struct batch *batch, const struct piece *piece) {
    if (batch->too_large) return;
    size_t quote = piece->begins_line && piece->at[0] == '>' && is_quoted_from(piece->at, piece->size);
    if (batch->text.size + piece->size - quote > CLI_MESSAGE_BYTES_MAX) {
        batch->too_large = true;
        buffer_empty(&batch->text);
    } else {
        buffer_add(&batch->text, piece->at + quote, piece->size - quote);
    }
}

/* The empty line before "From " is the mbox's, not the message's. */
static void drop_last_blank(struct buffer *text) {
    if (text->size >= 2 && memcmp(text->at + text->size - 2, "\n\n", 2) == 0)
        text->size -= 1;
    else if (text->size >= 3 && memcmp(text->at + text->size - 3, "\n\r\n", 3) == 0)
        text->size -= 2;
}

static enum next next_mbox(struct batch *batch, struct item *out) {
    begin_item(batch);
    for (struct piece piece; reader_take(&batch->reader, &piece);) {
        bool separates = piece.begins_line && begins_with_from(piece.at, piece.size) &&
                         (batch->after_blank || !batch->started);
        bool blank = piece.begins_line && is_blank(piece.at, piece.size);
        batch->after_blank = blank;
        if (separates && batch->started) {
            drop_last_blank(&batch->text);
            return give_item(batch, out);
        }
        if (!separates && (batch->started || !blank)) add_mbox_text(batch, &piece);
        batch->started = batch->started || !blank;
    }
    if (!batch->reader.ended) return NEXT_NEEDS_INPUT;
    if (!batch->started) return NEXT_END;
    batch->started = false;
    drop_last_blank(&batch->text);
    return give_item(batch, out);
}

/* ---- lines ---- */

static bool is_empty_line(const struct buffer *text) {
    for (size_t i = 0; i < text->size; i++)
        if (!strchr(" \t\r\n", text->at[i]) || !text->at[i]) return false;
    return true;
}

static enum next next_line(struct batch *batch, struct item *out) {
    begin_item(batch);
    for (struct piece piece; reader_take(&batch->reader, &piece);) {
        if (!batch->too_large) buffer_add(&batch->text, piece.at, piece.size);
        if (batch->text.size > LINE_BYTES_MAX) {
            batch->too_large = true;
            batch->text.size = LINE_HEAD_BYTES;
        }
        if (!piece.ends_line) continue;
        if (!is_empty_line(&batch->text)) return give_item(batch, out);
        batch->text.size = 0;
    }
    if (!batch->reader.ended) return NEXT_NEEDS_INPUT;
    return is_empty_line(&batch->text) ? NEXT_END : give_item(batch, out);
}

enum next batch_next(struct batch *batch, struct item *out) {
    return batch->kind == BATCH_FILES  ? next_file(batch, out)
           : batch->kind == BATCH_MBOX ? next_mbox(batch, out)
                                       : next_line(batch, out);
}

/* ---- one item, one line ---- */

struct span {
    const char *at;
    size_t size;
};

/* `label` is what stands first in the object: "file":"x", */
static bool add_verdict(struct buffer *line, struct span label, struct span message, const char *options) {
    char *json;
    enum honmono_status status = honmono_check(&json, message.at, message.size, options);
    if (status != HONMONO_OK) {
        add_error_line(line, label.at, label.size, honmono_status_name(status));
        return false;
    }
    add_json_line(line, label.at, label.size, json);
    honmono_free(json);
    return true;
}

static bool judge_file(const struct batch *batch, const struct item *item, struct buffer *scratch,
                       struct buffer *line) {
    const char *name = batch->files[item->number], *why = "";
    struct buffer label = {0};
    add_file_label(&label, name);
    bool fine = read_file(name, scratch, CLI_MESSAGE_BYTES_MAX, &why);
    if (fine)
        fine = add_verdict(line, (struct span){label.at, label.size},
                           (struct span){scratch->at, scratch->size}, batch->options);
    else
        add_error_line(line, label.at, label.size, why);
    buffer_free(&label);
    return fine;
}

static bool judge_message(const struct batch *batch, const struct item *item, struct buffer *line) {
    char label[40];
    int size = snprintf(label, sizeof label, "\"index\":%lld,", item->number);
    if (!item->too_large)
        return add_verdict(line, (struct span){label, (size_t)size}, (struct span){item->at, item->size},
                           batch->options);
    add_error_line(line, label, (size_t)size, honmono_status_name(HONMONO_TOO_LARGE));
    return false;
}

/* Decodes where it stands; -1 when it is not base64. */
static ptrdiff_t decode_base64(char *text) {
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    signed char values[256];
    memset(values, -1, sizeof values);
    for (int i = 0; i < 64; i++) values[(unsigned char)alphabet[i]] = (signed char)i;
    unsigned bits = 0, count = 0;
    char *out = text;
    for (const char *at = text; *at && *at != '='; at++) {
        int value = values[(unsigned char)*at];
        if (value < 0) return -1;
        bits = (bits << 6) | (unsigned)value;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        *out++ = (char)(bits >> count);
    }
    return out - text;
}

/* "id":"x", or an empty one where there is none that can be said. */
static void add_id(struct buffer *label, const cJSON *id) {
    char *number = cJSON_IsNumber(id) ? cJSON_PrintUnformatted(id) : NULL;
    const char *text = cJSON_IsString(id) ? id->valuestring : "";
    buffer_add(label, "\"id\":", 5);
    if (number)
        buffer_add(label, number, strlen(number));
    else
        add_json_string(label, text, strlen(text));
    buffer_add(label, ",", 1);
    cJSON_free(number);
}

/* Of a line that was too long to keep: its id, when it stands first. */
static cJSON *read_head(const char *text, size_t size) {
    size_t comma = 0;
    bool quoted = false;
    for (; comma < size && (quoted || text[comma] != ','); comma++) {
        if (quoted && text[comma] == '\\')
            comma++;
        else if (text[comma] == '"')
            quoted = !quoted;
    }
    if (comma >= size) return NULL;
    struct buffer closed = {0};
    buffer_add(&closed, text, comma);
    buffer_add(&closed, "}", 1);
    cJSON *head = cJSON_ParseWithLength(closed.at, closed.size);
    buffer_free(&closed);
    return head;
}

/* NULL when it is not one JSON value and nothing more. */
static cJSON *read_line(const char *text, size_t size) {
    const char *end = text;
    cJSON *value = cJSON_ParseWithLengthOpts(text, size, &end, false);
    while (value && end < text + size && strchr(" \t\r\n", *end) && *end) end++;
    if (!value || end == text + size) return value;
    cJSON_Delete(value);
    return NULL;
}

static bool judge_line(const struct batch *batch, const struct item *item, struct buffer *line) {
    cJSON *object = item->too_large ? read_head(item->at, item->size) : read_line(item->at, item->size);
    const cJSON *data = cJSON_GetObjectItemCaseSensitive(object, "message_base64");
    const cJSON *own = cJSON_GetObjectItemCaseSensitive(object, "options");
    char *options = own && !cJSON_IsNull(own) ? cJSON_PrintUnformatted(own) : NULL;
    struct buffer label = {0};
    add_id(&label, cJSON_GetObjectItemCaseSensitive(object, "id"));
    const char *problem = NULL;
    ptrdiff_t size = 0;
    if (item->too_large)
        problem = honmono_status_name(HONMONO_TOO_LARGE);
    else if (!cJSON_IsObject(object))
        problem = "not a JSON object";
    else if (!cJSON_IsString(data) || (size = decode_base64(data->valuestring)) < 0)
        problem = "message_base64: not base64";
    bool fine = !problem && add_verdict(line, (struct span){label.at, label.size},
                                        (struct span){data->valuestring, (size_t)size},
                                        options ? options : batch->options);
    if (problem) add_error_line(line, label.at, label.size, problem);
    buffer_free(&label);
    cJSON_free(options);
    cJSON_Delete(object);
    return fine;
}

bool batch_judge(const struct batch *batch, const struct item *item, struct buffer *scratch,
                 struct buffer *line) {
    return batch->kind == BATCH_FILES  ? judge_file(batch, item, scratch, line)
           : batch->kind == BATCH_MBOX ? judge_message(batch, item, line)
                                       : judge_line(batch, item, line);
}
