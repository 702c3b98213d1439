/* options: any bytes as options; the answer is OK or BAD_OPTIONS, and what is
 * bad has a name. */
#include <honmono.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char message[] = "From: Amazon <a@example.com>\nMessage-ID: <1@example.com>\n\n"
                                  "Hanako Yamada\nhttps://www.amazon.co.jp/\n";
    char *options = malloc(size + 1);
    if (!options) return 0;
    if (size) memcpy(options, data, size);
    options[size] = '\0';
    char *json = NULL;
    enum honmono_status status = honmono_check(&json, message, sizeof message - 1, options);
    char *problem = honmono_options_problem(options);
    if (status != HONMONO_OK && status != HONMONO_BAD_OPTIONS) abort();
    if ((status == HONMONO_OK) != (json != NULL)) abort();
    if ((status == HONMONO_OK) != (problem == NULL)) abort();
    honmono_free(problem);
    honmono_free(json);
    free(options);
    return 0;
}
