/* numbers: what cJSON asks of the C library when it reads a number.
 *
 * In: text. Out: where the number ends; its value is 0.
 * Why: the options hold no numbers, so that one there is only something to name
 * as wrong. The C library's own strtod() would bring floating point of 128
 * bits, 14 KB of the compressed module. It is found here first and never
 * linked; nothing else in the module uses it. */
#include <stdlib.h>
#include <string.h>

static const char *skip_digits(const char *at) {
    while (*at >= '0' && *at <= '9') at++;
    return at;
}

/* The end of the number as the C library finds it; its value is not asked. */
double strtod(const char *restrict from, char **restrict end) {
    const char *at = *from == '-' || *from == '+' ? from + 1 : from;
    const char *digits = at;
    at = skip_digits(at);
    size_t count = (size_t)(at - digits);
    if (*at == '.') {
        const char *fraction = skip_digits(at + 1);
        count += (size_t)(fraction - at - 1);
        if (count > 0) at = fraction;
    }
    if (count == 0)
        at = from;
    else if (*at == 'e' || *at == 'E') {
        const char *sign = at + 1;
        const char *exponent = *sign == '-' || *sign == '+' ? sign + 1 : sign;
        if (skip_digits(exponent) > exponent) at = skip_digits(exponent);
    }
    if (end) memcpy(end, &at, sizeof at);
    return 0;
}
