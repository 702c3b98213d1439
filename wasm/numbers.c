/* numbers: the parts of the C library that cJSON asks for numbers.
 *
 * In: what cJSON prints and parses. Out: the same for what can occur here.
 * Why: our JSON holds no number that cJSON prints (verdict/json_tools.c writes
 * integers itself) and the options hold none at all, so that a number there is
 * only something to name as wrong. The C library's own functions would bring
 * floating point of 128 bits, 14 KB of the compressed module. They are found
 * here first and never linked; nothing else in the module uses them. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cJSON escapes a control character by "u%04x"; everything else it could print
 * is a number, which does not occur: 0. */
int sprintf(char *restrict to, const char *restrict format, ...) {
    if (strcmp(format, "u%04x") != 0) {
        to[0] = '0';
        to[1] = '\0';
        return 1;
    }
    va_list values;
    va_start(values, format);
    unsigned value = va_arg(values, unsigned);
    va_end(values);
    to[0] = 'u';
    for (int digit = 0; digit < 4; digit++)
        to[1 + digit] = "0123456789abcdef"[value >> (12 - 4 * digit) & 15];
    to[5] = '\0';
    return 5;
}

int sscanf(const char *restrict from, const char *restrict format, ...) {
    (void)from, (void)format;
    return 0;
}

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
