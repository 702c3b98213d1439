/* style_value: numbers, lengths and colours of CSS (Values and Units 4, Color
 * 4). Part of style.h. */
#include "read/style/style.h"

#include "data/colours.inc"

#define THOUSANDTHS_MAX INT64_C(100000000000)

size_t style_read_number(struct str text, int64_t *thousandths) {
    size_t at = 0;
    bool negative = false, digits = false;
    if (at < text.size && (text.at[at] == '-' || text.at[at] == '+')) negative = text.at[at++] == '-';
    int64_t value = 0;
    for (; at < text.size && ascii_is_digit((unsigned char)text.at[at]); at++, digits = true)
        if (value < THOUSANDTHS_MAX) value = value * 10 + (text.at[at] - '0') * 1000;
    if (at + 1 < text.size && text.at[at] == '.' && ascii_is_digit((unsigned char)text.at[at + 1])) {
        int64_t unit = 100;
        for (at++; at < text.size && ascii_is_digit((unsigned char)text.at[at]);
             at++, digits = true, unit /= 10)
            value += (text.at[at] - '0') * unit;
    }
    if (!digits) return 0;
    if (at + 1 < text.size && (text.at[at] == 'e' || text.at[at] == 'E')) {
        size_t power_at = at + 1;
        bool small = text.at[power_at] == '-';
        if (small || text.at[power_at] == '+') power_at++;
        unsigned power = 0;
        size_t first = power_at;
        for (; power_at < text.size && ascii_is_digit((unsigned char)text.at[power_at]); power_at++)
            if (power < 20) power = power * 10 + (unsigned)(text.at[power_at] - '0');
        if (power_at > first) {
            for (; power > 0; power--)
                value = small ? value / 10 : value < THOUSANDTHS_MAX ? value * 10 : value;
            at = power_at;
        }
    }
    *thousandths = negative ? -value : value;
    return at;
}

struct unit {
    struct str name;
    int32_t per_mille; /* of a pixel; of percent: a window of 1000 pixels */
    int32_t relative;  /* per mille of the parent's font size for one of it, 0 = absolute */
};

static const struct unit units[] = {
    {STR_INIT("px"), 1000, 0},    {STR_INIT("pt"), 1333, 0},     {STR_INIT("em"), 16000, 1000},
    {STR_INIT("%"), 10000, 10},   {STR_INIT("rem"), 16000, 0},   {STR_INIT("vw"), 10000, 0},
    {STR_INIT("vh"), 10000, 0},   {STR_INIT("in"), 96000, 0},    {STR_INIT("cm"), 37795, 0},
    {STR_INIT("mm"), 3780, 0},    {STR_INIT("pc"), 16000, 0},    {STR_INIT("q"), 945, 0},
    {STR_INIT("ex"), 8000, 500},  {STR_INIT("ch"), 8000, 500},   {STR_INIT("vmin"), 10000, 0},
    {STR_INIT("vmax"), 10000, 0}, {STR_INIT("lh"), 19200, 1200}, {STR_INIT("rlh"), 19200, 0},
    {STR_INIT("dvh"), 10000, 0},  {STR_INIT("svh"), 10000, 0},   {STR_INIT("lvh"), 10000, 0},
    {STR_INIT("dvw"), 10000, 0},  {STR_INIT("svw"), 10000, 0},   {STR_INIT("lvw"), 10000, 0},
};

static int32_t clamp(int64_t value) {
    const int64_t most = 1000000000;
    return (int32_t)(value > most ? most : value < -most ? -most : value);
}

bool style_read_length(struct str text, bool quirks, int32_t *hundredths, bool *relative,
                       int32_t *per_mille) {
    int64_t number;
    size_t used = style_read_number(text, &number);
    if (!used) return false;
    *relative = false;
    struct str name = str_skip(text, used);
    if (!name.size) {
        *hundredths = clamp(number / 10);
        return quirks || number == 0;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!str_equal_ascii(name, units[i].name)) continue;
        *hundredths = clamp(number * units[i].per_mille / 10000);
        *relative = units[i].relative != 0;
        *per_mille = clamp(number * units[i].relative / 1000);
        return true;
    }
    return false;
}

/* ---- pieces ---- */

static size_t skip_quoted(struct str value, size_t at) {
    char quote = value.at[at++];
    while (at < value.size && value.at[at] != quote) at++;
    return at < value.size ? at + 1 : at;
}

struct str style_next_piece(struct str value, size_t *at) {
    while (*at < value.size &&
           (ascii_is_space((unsigned char)value.at[*at]) || value.at[*at] == ',' || value.at[*at] == '/'))
        ++*at;
    size_t from = *at, depth = 0;
    while (*at < value.size) {
        char byte = value.at[*at];
        if (byte == '"' || byte == '\'') {
            *at = skip_quoted(value, *at);
            continue;
        }
        if (byte == '(') depth++;
        if (byte == ')' && depth) depth--;
        if (!depth && (ascii_is_space((unsigned char)byte) || byte == ',' || byte == '/')) break;
        ++*at;
    }
    return str_slice(value, from, *at);
}

bool style_read_function(struct str piece, struct str name, struct str *arguments) {
    if (piece.size <= name.size || piece.at[name.size] != '(' || !str_starts_ascii(piece, name)) return false;
    size_t end = piece.size - (piece.at[piece.size - 1] == ')' ? 1 : 0);
    *arguments = str_slice(piece, name.size + 1, end);
    return true;
}

/* ---- colours ---- */

static uint32_t pack(int64_t alpha, int64_t red, int64_t green, int64_t blue) {
    int64_t parts[4] = {alpha, red, green, blue};
    uint32_t packed = 0;
    for (int i = 0; i < 4; i++) {
        int64_t part = parts[i] < 0 ? 0 : parts[i] > 255 ? 255 : parts[i];
        packed = (packed << 8) | (uint32_t)part;
    }
    return (packed >> 24) ? packed : 0;
}

static bool read_hex_colour(struct str digits, uint32_t *argb) {
    int64_t part[8] = {0};
    if (digits.size != 3 && digits.size != 4 && digits.size != 6 && digits.size != 8) return false;
    for (size_t i = 0; i < digits.size; i++) {
        part[i] = ascii_hex_value((unsigned char)digits.at[i]);
        if (part[i] < 0) return false;
    }
    if (digits.size <= 4)
        *argb = pack(digits.size == 4 ? part[3] * 17 : 255, part[0] * 17, part[1] * 17, part[2] * 17);
    else
        *argb = pack(digits.size == 8 ? part[6] * 16 + part[7] : 255, part[0] * 16 + part[1],
                     part[2] * 16 + part[3], part[4] * 16 + part[5]);
    return true;
}

/* A number or percentage as 0-255; for alpha 1 is the whole. */
static bool read_part(struct str piece, bool is_alpha, int64_t *out) {
    int64_t number;
    size_t used = style_read_number(piece, &number);
    if (!used) return str_equal_ascii(piece, STR("none")) ? (*out = 0, true) : false;
    bool percent = used < piece.size && piece.at[used] == '%';
    if (number < 0) number = 0;
    if (number > 1000000) number = 1000000;
    *out = percent ? number * 255 / 100000 : is_alpha ? number * 255 / 1000 : (number + 500) / 1000;
    return true;
}

/* One channel of hsl(): CSS Color 4, section 7.1, in per mille. */
static int64_t hue_channel(int64_t hue, int64_t saturation, int64_t light, int64_t offset) {
    int64_t k = (offset * 1000 + hue * 1000 / 30) % 12000;
    int64_t a = saturation * (light < 1000 - light ? light : 1000 - light) / 1000;
    int64_t least = k - 3000 < 9000 - k ? k - 3000 : 9000 - k;
    if (least > 1000) least = 1000;
    if (least < -1000) least = -1000;
    return (light - a * least / 1000) * 255 / 1000;
}

static bool read_hsl(struct str arguments, uint32_t *argb) {
    int64_t part[3], alpha = 255;
    size_t at = 0;
    for (int i = 0; i < 3; i++)
        if (!style_read_number(style_next_piece(arguments, &at), &part[i])) return false;
    struct str last = style_next_piece(arguments, &at);
    if (last.size && !read_part(last, true, &alpha)) return false;
    int64_t hue = (part[0] / 1000 % 360 + 360) % 360, saturation = part[1] / 100, light = part[2] / 100;
    if (saturation < 0 || saturation > 1000) saturation = saturation < 0 ? 0 : 1000;
    if (light < 0 || light > 1000) light = light < 0 ? 0 : 1000;
    *argb = pack(alpha, hue_channel(hue, saturation, light, 0), hue_channel(hue, saturation, light, 8),
                 hue_channel(hue, saturation, light, 4));
    return true;
}

static bool read_rgb(struct str arguments, uint32_t *argb) {
    int64_t part[3], alpha = 255;
    size_t at = 0;
    for (int i = 0; i < 3; i++)
        if (!read_part(style_next_piece(arguments, &at), false, &part[i])) return false;
    struct str last = style_next_piece(arguments, &at);
    if (last.size && !read_part(last, true, &alpha)) return false;
    *argb = pack(alpha, part[0], part[1], part[2]);
    return true;
}

#define COLOUR_NAME_BYTES_MAX 24u

static bool read_colour_name(struct str text, uint32_t *argb) {
    char lower[COLOUR_NAME_BYTES_MAX];
    if (text.size > sizeof lower) return false;
    for (size_t i = 0; i < text.size; i++) lower[i] = ascii_lower(text.at[i]);
    struct str name = {lower, text.size};
    size_t low = 0, high = sizeof colour_names / sizeof *colour_names;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(colour_names[middle].name, name);
        if (order == 0) {
            *argb = 0xFF000000u | colour_names[middle].rgb;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool style_read_colour(struct str text, uint32_t *argb) {
    static const struct str unknown[] = {STR_INIT("lab"),   STR_INIT("lch"),   STR_INIT("oklab"),
                                         STR_INIT("oklch"), STR_INIT("color"), STR_INIT("color-mix"),
                                         STR_INIT("hwb"),   STR_INIT("var"),   STR_INIT("light-dark")};
    struct str arguments;
    if (!text.size) return false;
    if (text.at[0] == '#') return read_hex_colour(str_skip(text, 1), argb);
    if (str_equal_ascii(text, STR("transparent"))) return *argb = 0, true;
    if (str_equal_ascii(text, STR("inherit")) || str_equal_ascii(text, STR("currentcolor")))
        return *argb = STYLE_COLOUR_INHERIT, true;
    if (style_read_function(text, STR("rgb"), &arguments) ||
        style_read_function(text, STR("rgba"), &arguments))
        return read_rgb(arguments, argb);
    if (style_read_function(text, STR("hsl"), &arguments) ||
        style_read_function(text, STR("hsla"), &arguments))
        return read_hsl(arguments, argb);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        if (style_read_function(text, unknown[i], &arguments)) return *argb = STYLE_COLOUR_UNKNOWN, true;
    return read_colour_name(text, argb);
}

/* HTML Standard, "rules for parsing a legacy colour value". */
bool style_read_legacy_colour(struct str text, uint32_t *argb) {
    text = str_trim(text);
    if (!text.size || str_equal_ascii(text, STR("transparent"))) return false;
    if (read_colour_name(text, argb)) return true;
    if (text.size == 4 && text.at[0] == '#' && read_hex_colour(str_skip(text, 1), argb)) return true;
    if (text.size > 128) text = str_slice(text, 0, 128);
    if (text.at[0] == '#') text = str_skip(text, 1);
    char digits[132];
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        digits[count++] = (char)(ascii_is_hex((unsigned char)text.at[i]) ? text.at[i] : '0');
    while (count == 0 || count % 3) digits[count++] = '0';
    size_t length = count / 3, skip = length > 8 ? length - 8 : 0;
    while (length - skip > 2 && digits[skip] == '0' && digits[length + skip] == '0' &&
           digits[2 * length + skip] == '0')
        skip++;
    int64_t part[3];
    for (size_t i = 0; i < 3; i++) {
        const char *at = digits + i * length + skip;
        part[i] = ascii_hex_value((unsigned char)at[0]);
        if (length - skip > 1) part[i] = part[i] * 16 + ascii_hex_value((unsigned char)at[1]);
    }
    *argb = pack(255, part[0], part[1], part[2]);
    return true;
}
