/* check: the whole way, bytes to JSON, for every kind of input.
 *
 * In: the first byte picks kind and origin, the rest is the message. The same
 * message twice must give the same JSON. */
#include <honmono.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const options[] = {
        NULL,
        "{\"kind\":\"source\"}",
        "{\"kind\":\"html\"}",
        "{\"kind\":\"text\"}",
        "{\"kind\":\"link\"}",
        "{\"origin\":\"paste\"}",
        "{\"kind\":\"source\",\"origin\":\"paste\"}",
        "{\"kind\":\"html\",\"page_message\":1}",
        "{\"kind\":\"html\",\"marked\":{\"from\":1,\"to\":3}}",
        "{\"profile\":{\"emails\":[\"hanako@example.com\"],\"names\":[\"\xE5\xB1\xB1\xE7\x94\xB0 "
        "\xE8\x8A\xB1\xE5\xAD\x90\","
        "\"Hanako "
        "Yamada\"]},\"answers\":{\"delivered_to\":\"mine\",\"sign_in\":\"me\",\"message_center\":\"found\"}}",
    };
    if (size == 0) return 0;
    const char *chosen = options[data[0] % (sizeof options / sizeof options[0])];
    char *first = NULL, *second = NULL;
    if (honmono_check(&first, data + 1, size - 1, chosen) != HONMONO_OK) abort();
    if (honmono_check(&second, data + 1, size - 1, chosen) != HONMONO_OK) abort();
    if (strcmp(first, second) != 0) abort();
    honmono_free(first);
    honmono_free(second);
    return 0;
}
