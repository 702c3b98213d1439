/* numbers: what cJSON asks of the C library when it reads a number.
 *
 * In: text. Out: its value, exact for every whole number below 2^53, and where the
 * number ends.
 * Why: the options hold nothing but small whole numbers. The C library's own
 * strtod() would bring floating point of 128 bits, 14 KB of the compressed module.
 * It is found here first and never linked; nothing else in the module uses it. */
#include <stdlib.h>
#include <string.h>

/* Powers of ten beyond which every value is out of range or 0 anyway. */
#define EXPONENT_MAX 400

static const char *read_digits(const char *at, double *value) {
    for (; *at >= '0' && *at <= '9'; at++) *value = *value * 10 + (*at - '0');
    return at;
}

static double scale(double value, long exponent) {
    for (; exponent > 0; exponent--) value *= 10;
    for (; exponent < 0; exponent++) value /= 10;
    return value;
}

double strtod(const char *restrict from, char **restrict end) {
    const char *at = *from == '-' || *from == '+' ? from + 1 : from;
    const char *digits = at;
    double value = 0, power = 0;
    long exponent = 0;
    at = read_digits(at, &value);
    size_t count = (size_t)(at - digits);
    if (*at == '.') {
        const char *fraction = read_digits(at + 1, &value);
        exponent = -(fraction - at - 1);
        count += (size_t)-exponent;
        if (count > 0) at = fraction;
    }
    if (count == 0)
        at = from;
    else if (*at == 'e' || *at == 'E') {
        const char *sign = at + 1;
        const char *first = *sign == '-' || *sign == '+' ? sign + 1 : sign;
        const char *last = read_digits(first, &power);
        if (last > first) {
            long more = power < EXPONENT_MAX ? (long)power : EXPONENT_MAX;
            exponent += *sign == '-' ? -more : more;
            at = last;
        }
    }
    if (end) memcpy(end, &at, sizeof at);
    value = scale(value, exponent);
    return *from == '-' ? -value : value;
}
