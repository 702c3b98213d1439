/* codes: honmono_codes, the way from a picture's grey pixels to JSON. */
#include "base/arena.h"
#include "decode/qr/qr.h"
#include "honmono.h"
#include "limits.h"
#include "verdict/json.h"
#include "verdict/json_writer.h"

static void write_code(struct json *json, const struct qr_code *code) {
    json_open_object(json, NULL);
    json_string(json, "kind", code->kind);
    json_string(json, "text", code->text);
    json_integer(json, "bytes", (int64_t)code->bytes.size);
    json_open_list(json, "corners");
    for (size_t i = 0; i < 8; i++) json_integer(json, NULL, code->corners[i]);
    json_close_list(json);
    json_close_object(json);
}

enum honmono_status honmono_codes(char **json, const unsigned char *grey, size_t width, size_t height) {
    *json = NULL;
    if (width > PICTURE_PIXELS_MAX || height > PICTURE_PIXELS_MAX ||
        (uint64_t)width * height > PICTURE_PIXELS_MAX)
        return HONMONO_TOO_LARGE;
    struct arena arena = {0};
    struct qr_codes codes;
    qr_find(&arena, grey, width, height, &codes);
    struct json out = {0};
    json_open_object(&out, NULL);
    json_write_version(&out);
    json_open_list(&out, "codes");
    for (size_t i = 0; i < codes.size; i++) write_code(&out, &codes.at[i]);
    json_close_list(&out);
    json_boolean(&out, "more", codes.more);
    json_close_object(&out);
    char *text = json_finish(&out);
    if (arena.failed) {
        honmono_free(text);
        text = NULL;
    }
    arena_release(&arena);
    *json = text;
    return text ? HONMONO_OK : HONMONO_NO_MEMORY;
}
