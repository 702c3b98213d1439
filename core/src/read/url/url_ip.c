/* url_ip: the many ways to write an IP address, and the one way it is shown.
 *
 * In: a host. Out: the address. Why all of them: 0x7f.1 and 2130706433 open
 * 127.0.0.1 in every browser, and hide from people where a link goes.
 * Reference: URL Standard, "IPv4 parser", "IPv6 parser", "host serializer". */
#include "read/url/url_host.h"

#define IPV4_PARTS_MAX 4u
#define NUMBER_OVERFLOW (UINT64_C(1) << 32) /* every larger number is as wrong as this one */

/* Digits of `text` in its notation; false when it is no number. */
static bool read_number(struct str text, uint64_t *number, bool *disguised) {
    unsigned base = 10;
    if (text.size == 0) return false;
    if (text.size >= 2 && text.at[0] == '0') {
        base = ascii_lower(text.at[1]) == 'x' ? 16 : 8;
        text = str_skip(text, base == 16 ? 2 : 1);
        *disguised = true;
    }
    *number = 0;
    for (size_t i = 0; i < text.size; i++) {
        int digit = ascii_hex_value((unsigned char)text.at[i]);
        if (digit < 0 || (unsigned)digit >= base) return false;
        *number = *number * base + (unsigned)digit;
        if (*number > NUMBER_OVERFLOW) *number = NUMBER_OVERFLOW;
    }
    return true;
}

static bool is_all_digits(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_digit((unsigned char)text.at[i])) return false;
    return text.size > 0;
}

/* "ends in a number": then it is an address or nothing. */
static bool ends_in_number(struct str host) {
    if (host.size > 0 && host.at[host.size - 1] == '.') host.size--;
    size_t dot = str_find_last_byte(host, '.');
    struct str last = dot == STR_NONE ? host : str_skip(host, dot + 1);
    if (last.size == 0 || !ascii_is_digit((unsigned char)last.at[0])) return false;
    uint64_t number = 0;
    bool disguised = false;
    return is_all_digits(last) || read_number(last, &number, &disguised);
}

enum url_ip url_ipv4_parse(struct str host, struct url_ipv4 *out) {
    *out = (struct url_ipv4){0};
    if (!ends_in_number(host)) return URL_IP_NOT;
    if (host.at[host.size - 1] == '.') host.size--;
    uint64_t numbers[IPV4_PARTS_MAX] = {0};
    size_t count = 0;
    for (bool more = true; more; count++) {
        if (count == IPV4_PARTS_MAX) return URL_IP_BAD;
        more = str_find_byte(host, '.', 0) != STR_NONE;
        if (!read_number(str_cut(&host, '.'), &numbers[count], &out->disguised)) return URL_IP_BAD;
    }
    out->disguised |= count < IPV4_PARTS_MAX;
    uint64_t address = numbers[count - 1];
    if (address >= UINT64_C(1) << (8 * (5 - count))) return URL_IP_BAD;
    for (size_t i = 0; i + 1 < count; i++) {
        if (numbers[i] > 255) return URL_IP_BAD;
        address += numbers[i] << (8 * (3 - i));
    }
    out->address = (uint32_t)address;
    return URL_IP_GOOD;
}

struct str url_ipv4_write(struct arena *arena, uint32_t address) {
    struct str_builder out;
    str_builder_init(&out, arena, sizeof "255.255.255.255");
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        if (shift < 32) str_builder_byte(&out, '.');
        str_builder_number(&out, address >> (shift - 8) & 255);
    }
    return str_builder_view(&out);
}

/* Four decimal numbers at the end of an IPv6 address, strictly written. */
static bool read_embedded_ipv4(struct str text, uint16_t *high, uint16_t *low) {
    uint32_t address = 0;
    for (size_t part = 0; part < IPV4_PARTS_MAX; part++) {
        bool more = str_find_byte(text, '.', 0) != STR_NONE;
        struct str digits = str_cut(&text, '.');
        if (more != (part < 3) || !is_all_digits(digits) || digits.size > 3) return false;
        if (digits.size > 1 && digits.at[0] == '0') return false;
        uint32_t number = 0;
        for (size_t i = 0; i < digits.size; i++) number = number * 10 + (uint32_t)(digits.at[i] - '0');
        if (number > 255) return false;
        address = address << 8 | number;
    }
    *high = (uint16_t)(address >> 16);
    *low = (uint16_t)(address & 0xFFFF);
    return true;
}

/* Moves what was read after "::" to the end; false when there is no room or no need. */
static bool expand_gap(uint16_t pieces[8], size_t count, size_t gap) {
    if (gap == STR_NONE) return count == 8;
    if (count >= 8) return false;
    size_t tail = count - gap;
    for (size_t i = 1; i <= tail; i++) pieces[8 - i] = pieces[count - i];
    for (size_t i = gap; i < 8 - tail; i++) pieces[i] = 0;
    return true;
}

bool url_ipv6_parse(struct str text, uint16_t pieces[8]) {
    size_t count = 0, gap = STR_NONE, at = 0;
    for (size_t i = 0; i < 8; i++) pieces[i] = 0;
    if (str_starts(text, STR(":"))) {
        if (!str_starts(text, STR("::"))) return false;
        at = 2;
        gap = 0;
    }
    while (at < text.size) {
        if (count == 8) return false;
        if (text.at[at] == ':') {
            if (gap != STR_NONE) return false;
            gap = count;
            at++;
            continue;
        }
        size_t from = at;
        unsigned value = 0;
        while (at < text.size && at - from < 4 && ascii_is_hex((unsigned char)text.at[at]))
            value = value * 16 + (unsigned)ascii_hex_value((unsigned char)text.at[at++]);
        if (at < text.size && text.at[at] == '.') {
            if (count > 6 || !read_embedded_ipv4(str_skip(text, from), &pieces[count], &pieces[count + 1]))
                return false;
            count += 2;
            break;
        }
        if (at == from) return false;
        pieces[count++] = (uint16_t)value;
        if (at == text.size) break;
        if (text.at[at] != ':' || ++at == text.size) return false;
    }
    return expand_gap(pieces, count, gap);
}

/* The first longest run of at least two zero pieces; its size is 0 without. */
static size_t find_zero_run(const uint16_t pieces[8], size_t *size) {
    size_t best = 0;
    *size = 0;
    for (size_t i = 0; i < 8; i++) {
        size_t end = i;
        while (end < 8 && pieces[end] == 0) end++;
        if (end - i > 1 && end - i > *size) {
            best = i;
            *size = end - i;
        }
        if (end > i) i = end - 1;
    }
    return best;
}

static void write_hex(struct str_builder *out, unsigned number) {
    static const char digits[] = "0123456789abcdef";
    bool started = false;
    for (unsigned shift = 16; shift > 0; shift -= 4) {
        unsigned digit = number >> (shift - 4) & 15;
        started |= digit != 0 || shift == 4;
        if (started) str_builder_byte(out, digits[digit]);
    }
}

struct str url_ipv6_write(struct arena *arena, const uint16_t pieces[8]) {
    struct str_builder out;
    str_builder_init(&out, arena, 48);
    size_t run_size = 0, run = find_zero_run(pieces, &run_size);
    str_builder_byte(&out, '[');
    for (size_t i = 0; i < 8; i++) {
        if (run_size > 0 && i == run) {
            str_builder_str(&out, i == 0 ? STR("::") : STR(":"));
            i += run_size - 1;
            continue;
        }
        write_hex(&out, pieces[i]);
        if (i < 7) str_builder_byte(&out, ':');
    }
    str_builder_byte(&out, ']');
    return str_builder_view(&out);
}
