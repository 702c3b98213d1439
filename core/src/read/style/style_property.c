/* style_property: the value of one declaration to a number; see style_property.h. */
#include "read/style/style_property.h"

#include <string.h>

#include "read/style/html_names.h"

/* Moved further than this is moved out of sight. */
#define FAR_AWAY 50000 /* 500 px */
#define FAR_RIGHT 300000

enum shape {
    SHAPE_DISPLAY,
    SHAPE_VISIBILITY,
    SHAPE_SKIPPED,
    SHAPE_OPACITY,
    SHAPE_FILTER,
    SHAPE_FONT_SIZE,
    SHAPE_FONT,
    SHAPE_COLOUR,
    SHAPE_SOME, /* anything but none */
    SHAPE_BACKGROUND,
    SHAPE_BACKGROUND_IMAGE,
    SHAPE_BACKGROUND_CLIP,
    SHAPE_LENGTH,
    SHAPE_OVERFLOW,
    SHAPE_POSITION,
    SHAPE_MARGIN,
    SHAPE_INSET,
    SHAPE_CLIP,
    SHAPE_CLIP_PATH,
    SHAPE_TRANSFORM,
    SHAPE_SCALE,
    SHAPE_TRANSLATE,
    SHAPE_WHITE_SPACE,
    SHAPE_DIRECTION,
    SHAPE_FLOW,
    SHAPE_BIDI,
    SHAPE_BORDER,
    SHAPE_PADDING
};

struct property {
    struct str name;
    enum shape shape;
    enum style_property property;
};

static const struct property properties[] = {
#define PROPERTY(id, name, shape, property) {STR_INIT(name), SHAPE_##shape, STYLE_##property},
#include "read/style/style_properties.def"
#undef PROPERTY
};

static const struct property *find_property(struct str name) {
    size_t row = style_property_find(name);
    if (!row || !str_equal_ascii(properties[row].name, name)) return NULL;
    return &properties[row];
}

/* ---- values that are one word ---- */

struct word {
    struct str name;
    int32_t value;
};

#define WORDS(list, text, value) find_word((list), sizeof(list) / sizeof *(list), (text), (value))

static bool find_word(const struct word *words, size_t count, struct str text, int32_t *value) {
    for (size_t i = 0; i < count; i++)
        if (str_equal_ascii(words[i].name, text)) return *value = words[i].value, true;
    return false;
}

static const struct word display_words[] = {
    {STR_INIT("none"), DISPLAY_NONE},
    {STR_INIT("block"), DISPLAY_BLOCK},
    {STR_INIT("inline-block"), DISPLAY_INLINE_BLOCK},
    {STR_INIT("inline"), DISPLAY_INLINE},
    {STR_INIT("table"), DISPLAY_TABLE},
    {STR_INIT("table-cell"), DISPLAY_TABLE},
    {STR_INIT("table-row"), DISPLAY_TABLE},
    {STR_INIT("table-row-group"), DISPLAY_TABLE},
    {STR_INIT("table-header-group"), DISPLAY_TABLE},
    {STR_INIT("table-footer-group"), DISPLAY_TABLE},
    {STR_INIT("table-caption"), DISPLAY_BLOCK},
    {STR_INIT("list-item"), DISPLAY_BLOCK},
    {STR_INIT("flex"), DISPLAY_FLEX},
    {STR_INIT("grid"), DISPLAY_FLEX},
    {STR_INIT("flow-root"), DISPLAY_BLOCK},
    {STR_INIT("-webkit-box"), DISPLAY_FLEX},
    {STR_INIT("inline-flex"), DISPLAY_INLINE_BLOCK},
    {STR_INIT("inline-grid"), DISPLAY_INLINE_BLOCK},
    {STR_INIT("inline-table"), DISPLAY_INLINE_BLOCK},
    {STR_INIT("contents"), DISPLAY_INLINE},
    {STR_INIT("initial"), DISPLAY_INLINE},
    {STR_INIT("unset"), DISPLAY_INLINE},
    {STR_INIT("table-column"), DISPLAY_NONE},
    {STR_INIT("table-column-group"), DISPLAY_NONE},
};
static const struct word visibility_words[] = {
    {STR_INIT("visible"), 0}, {STR_INIT("hidden"), 1}, {STR_INIT("collapse"), 1}, {STR_INIT("initial"), 0}};
static const struct word skipped_words[] = {
    {STR_INIT("visible"), 0}, {STR_INIT("auto"), 0}, {STR_INIT("hidden"), 1}};
static const struct word overflow_words[] = {{STR_INIT("visible"), 0}, {STR_INIT("hidden"), 1},
                                             {STR_INIT("clip"), 1},    {STR_INIT("scroll"), 1},
                                             {STR_INIT("auto"), 1},    {STR_INIT("initial"), 0}};
static const struct word position_words[] = {{STR_INIT("static"), 0}, {STR_INIT("relative"), 1},
                                             {STR_INIT("sticky"), 1}, {STR_INIT("absolute"), 2},
                                             {STR_INIT("fixed"), 2},  {STR_INIT("initial"), 0}};
static const struct word white_space_words[] = {{STR_INIT("normal"), 0},       {STR_INIT("nowrap"), 0},
                                                {STR_INIT("pre"), 2},          {STR_INIT("pre-wrap"), 2},
                                                {STR_INIT("break-spaces"), 2}, {STR_INIT("pre-line"), 1}};
static const struct word direction_words[] = {
    {STR_INIT("ltr"), 0}, {STR_INIT("rtl"), 1}, {STR_INIT("initial"), 0}};
static const struct word flow_words[] = {{STR_INIT("row"), 0}, {STR_INIT("row-reverse"), 1}};
static const struct word bidi_words[] = {{STR_INIT("normal"), 0},        {STR_INIT("embed"), 0},
                                         {STR_INIT("isolate"), 0},       {STR_INIT("plaintext"), 0},
                                         {STR_INIT("bidi-override"), 1}, {STR_INIT("isolate-override"), 1}};
static const struct word font_size_words[] = {
    {STR_INIT("medium"), 1601},   {STR_INIT("small"), 1301},     {STR_INIT("x-small"), 1001},
    {STR_INIT("xx-small"), 901},  {STR_INIT("large"), 1801},     {STR_INIT("x-large"), 2401},
    {STR_INIT("xx-large"), 3201}, {STR_INIT("xxx-large"), 4801}, {STR_INIT("smaller"), -833},
    {STR_INIT("larger"), -1200},  {STR_INIT("inherit"), -1000},  {STR_INIT("unset"), -1000},
    {STR_INIT("initial"), 1601}};

/* ---- values with a form of their own ---- */

static bool read_font_size(struct str text, bool quirks, int32_t *value) {
    if (WORDS(font_size_words, text, value)) return true;
    int32_t per_mille = 0;
    bool relative;
    if (!style_read_length(text, quirks, value, &relative, &per_mille) || *value < 0) return false;
    if (relative && per_mille > 0) *value = -per_mille;
    if (!relative) *value -= *value % 2;
    return true;
}

static bool read_length(struct str text, bool quirks, int32_t *value) {
    bool relative;
    int32_t per_mille;
    if (style_read_length(text, quirks, value, &relative, &per_mille)) return true;
    struct str arguments;
    static const struct str known[] = {
        STR_INIT("auto"),    STR_INIT("none"),        STR_INIT("initial"),     STR_INIT("unset"),
        STR_INIT("inherit"), STR_INIT("min-content"), STR_INIT("max-content"), STR_INIT("fit-content")};
    *value = STYLE_AUTO;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal_ascii(text, known[i])) return true;
    return style_read_function(text, STR("calc"), &arguments) ||
           style_read_function(text, STR("min"), &arguments) ||
           style_read_function(text, STR("max"), &arguments) ||
           style_read_function(text, STR("clamp"), &arguments) ||
           style_read_function(text, STR("var"), &arguments);
}

static bool read_opacity(struct str text, int32_t *value) {
    int64_t number;
    size_t used = style_read_number(text, &number);
    if (!used) return false;
    struct str unit = str_skip(text, used);
    if (unit.size && !str_equal(unit, STR("%"))) return false;
    if (unit.size) number /= 100;
    *value = (int32_t)(number < 0 ? 0 : number > 1000 ? 1000 : number);
    return true;
}

static bool read_colour(struct str text, int32_t *value) {
    uint32_t argb;
    if (str_equal_ascii(text, STR("initial")))
        argb = 0xFF000000u;
    else if (str_equal_ascii(text, STR("unset")))
        argb = STYLE_COLOUR_INHERIT;
    else if (!style_read_colour(text, &argb))
        return false;
    memcpy(value, &argb, sizeof argb);
    return true;
}

static bool is_image(struct str piece) {
    struct str arguments;
    if (style_read_function(piece, STR("url"), &arguments)) return str_trim(arguments).size > 2;
    size_t open = str_find_byte(piece, '(', 0);
    struct str name = str_slice(piece, 0, open == STR_NONE ? 0 : open);
    return str_ends_ascii(name, STR("gradient")) || str_ends_ascii(name, STR("image-set")) ||
           str_equal_ascii(name, STR("image"));
}

static void read_background(struct str value, struct style_values *out) {
    int32_t colour = 0, image = 0, is_text = 0, found;
    size_t at = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size; piece = style_next_piece(value, &at)) {
        if (is_image(piece))
            image = 1;
        else if (str_equal_ascii(piece, STR("text")))
            is_text = 1;
        else if (read_colour(piece, &found))
            colour = found;
    }
    style_set(out, STYLE_BACKGROUND, colour);
    style_set(out, STYLE_IMAGE, image);
    style_set(out, STYLE_IMAGE_IS_TEXT, is_text);
}

/* The size of a "font" shorthand is its first length; weights are no lengths. */
static bool read_font(struct str value, bool quirks, int32_t *size) {
    size_t at = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size; piece = style_next_piece(value, &at)) {
        int64_t number;
        size_t used = style_read_number(piece, &number);
        bool is_weight = used && used == piece.size && number >= 100000;
        if (!is_weight && !str_equal_ascii(piece, STR("initial")) && read_font_size(piece, quirks, size))
            return true;
    }
    return false;
}

/* Four sides from one to four lengths: top, right, bottom, left. */
static bool read_sides(struct str value, bool quirks, int32_t sides[4]) {
    size_t at = 0;
    int count = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size && count < 4;
         piece = style_next_piece(value, &at))
        if (!read_length(piece, quirks, &sides[count++])) return false;
    if (!count) return false;
    if (count < 2) sides[1] = sides[0];
    if (count < 3) sides[2] = sides[0];
    if (count < 4) sides[3] = sides[1];
    return true;
}

static bool is_some_padding(struct str value, bool quirks) {
    int32_t sides[4];
    if (!read_sides(value, quirks, sides)) return false;
    return sides[0] > 0 || sides[1] > 0 || sides[2] > 0 || sides[3] > 0;
}

static bool is_some_border(struct str value) {
    bool drawn = false;
    size_t at = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size; piece = style_next_piece(value, &at)) {
        int64_t width;
        static const struct str lines[] = {STR_INIT("solid"),  STR_INIT("dashed"), STR_INIT("dotted"),
                                           STR_INIT("double"), STR_INIT("groove"), STR_INIT("ridge"),
                                           STR_INIT("inset"),  STR_INIT("outset")};
        if (str_equal_ascii(piece, STR("none")) || str_equal_ascii(piece, STR("transparent"))) return false;
        if (style_read_number(piece, &width) && width == 0) return false;
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            if (str_equal_ascii(piece, lines[i])) drawn = true;
    }
    return drawn;
}

static int32_t is_clipped_away(struct str value) {
    struct str arguments;
    int32_t sides[4];
    if (!style_read_function(value, STR("rect"), &arguments)) return 0;
    if (!read_sides(arguments, true, sides)) return 0;
    bool known =
        sides[0] != STYLE_AUTO && sides[1] != STYLE_AUTO && sides[2] != STYLE_AUTO && sides[3] != STYLE_AUTO;
    return known && (sides[2] - sides[0] <= 200 || sides[1] - sides[3] <= 200);
}

static int32_t is_path_away(struct str value) {
    struct str arguments;
    int32_t sides[4];
    int64_t radius;
    if (style_read_function(value, STR("circle"), &arguments) ||
        style_read_function(value, STR("ellipse"), &arguments))
        return style_read_number(str_trim(arguments), &radius) && radius == 0;
    if (!style_read_function(value, STR("inset"), &arguments) || !read_sides(arguments, true, sides))
        return 0;
    /* 100 % is counted as 1000 px: the sides meet at half of it each. */
    bool known =
        sides[0] != STYLE_AUTO && sides[1] != STYLE_AUTO && sides[2] != STYLE_AUTO && sides[3] != STYLE_AUTO;
    return known && (sides[0] + sides[2] >= 100000 || sides[1] + sides[3] >= 100000);
}

static bool is_far(int32_t length) {
    return length != STYLE_AUTO && (length <= -FAR_AWAY || length >= FAR_RIGHT);
}

static bool is_far_away(struct str lengths, bool quirks) {
    size_t at = 0;
    for (struct str piece = style_next_piece(lengths, &at); piece.size;
         piece = style_next_piece(lengths, &at)) {
        int32_t length;
        if (read_length(piece, quirks, &length) && is_far(length)) return true;
    }
    return false;
}

static int32_t read_transform(struct str value) {
    size_t at = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size; piece = style_next_piece(value, &at)) {
        size_t open = str_find_byte(piece, '(', 0);
        if (open == STR_NONE) continue;
        struct str name = str_slice(piece, 0, open), arguments = str_skip(piece, open + 1);
        int64_t first;
        if (str_starts_ascii(name, STR("translate")) && is_far_away(arguments, false)) return 2;
        if (!style_read_number(str_trim(arguments), &first)) continue;
        if ((str_starts_ascii(name, STR("scale")) || str_equal_ascii(name, STR("matrix"))) && first > -20 &&
            first < 20)
            return 1;
        if ((str_equal_ascii(name, STR("rotatex")) || str_equal_ascii(name, STR("rotatey"))) &&
            first == 90000)
            return 1;
    }
    return 0;
}

static int32_t read_filter(struct str value) {
    size_t at = 0;
    for (struct str piece = style_next_piece(value, &at); piece.size; piece = style_next_piece(value, &at)) {
        struct str arguments;
        int32_t opacity;
        if (style_read_function(piece, STR("opacity"), &arguments) &&
            read_opacity(str_trim(arguments), &opacity) && opacity <= 50)
            return 1;
    }
    return 0;
}

/* ---- one declaration ---- */

static bool read_single(const struct property *property, struct str value, bool quirks, int32_t *out) {
    switch (property->shape) {
    case SHAPE_DISPLAY:
        return WORDS(display_words, value, out);
    case SHAPE_VISIBILITY:
        return WORDS(visibility_words, value, out);
    case SHAPE_SKIPPED:
        return WORDS(skipped_words, value, out);
    case SHAPE_OVERFLOW:
        return WORDS(overflow_words, value, out);
    case SHAPE_POSITION:
        return WORDS(position_words, value, out);
    case SHAPE_WHITE_SPACE:
        return WORDS(white_space_words, value, out);
    case SHAPE_DIRECTION:
        return WORDS(direction_words, value, out);
    case SHAPE_FLOW:
        return WORDS(flow_words, value, out);
    case SHAPE_BIDI:
        return WORDS(bidi_words, value, out);
    case SHAPE_OPACITY:
        return read_opacity(value, out);
    case SHAPE_FONT_SIZE:
        return read_font_size(value, quirks, out);
    case SHAPE_FONT:
        return read_font(value, quirks, out);
    case SHAPE_COLOUR:
        return read_colour(value, out);
    case SHAPE_LENGTH:
        return read_length(value, quirks, out);
    case SHAPE_FILTER:
        return *out = read_filter(value), true;
    case SHAPE_CLIP:
        return *out = is_clipped_away(value), true;
    case SHAPE_CLIP_PATH:
        return *out = is_path_away(value), true;
    case SHAPE_TRANSFORM:
        return *out = read_transform(value), true;
    case SHAPE_TRANSLATE:
        return *out = is_far_away(value, quirks) ? 2 : 0, true;
    case SHAPE_BORDER:
        return *out = is_some_border(value), true;
    case SHAPE_PADDING:
        return *out = is_some_padding(value, quirks), true;
    case SHAPE_SOME:
        return *out = !str_equal_ascii(value, STR("none")), true;
    case SHAPE_BACKGROUND_CLIP:
        return *out = str_equal_ascii(value, STR("text")), true;
    case SHAPE_BACKGROUND_IMAGE:
        return *out = !str_equal_ascii(value, STR("none")) && is_image(value), true;
    case SHAPE_SCALE: {
        int64_t number;
        if (!style_read_number(value, &number)) return false;
        return *out = number > -20 && number < 20, true;
    }
    case SHAPE_BACKGROUND:
    case SHAPE_MARGIN:
    case SHAPE_INSET:
        break;
    }
    return false;
}

void style_property_read(struct str name, struct str value, bool quirks, struct style_values *out) {
    const struct property *property = find_property(name);
    if (!property) return;
    int32_t single = 0, sides[4];
    if (property->shape == SHAPE_BACKGROUND) {
        read_background(value, out);
    } else if (property->shape == SHAPE_MARGIN || property->shape == SHAPE_INSET) {
        if (!read_sides(value, quirks, sides)) return;
        bool margin = property->shape == SHAPE_MARGIN;
        style_set(out, margin ? STYLE_MARGIN_LEFT : STYLE_LEFT, sides[3]);
        if (!margin) style_set(out, STYLE_TOP, sides[0]);
        if (!margin) style_set(out, STYLE_RIGHT, sides[1]);
        if (!margin) style_set(out, STYLE_BOTTOM, sides[2]);
    } else if (read_single(property, value, quirks, &single)) {
        /* One of four sides is enough for a frame, unless all are taken back. */
        bool side =
            property->name.size > 7 && (property->shape == SHAPE_BORDER || property->shape == SHAPE_PADDING);
        if (!side || single || !style_has(out, property->property))
            style_set(out, property->property, single);
    }
}

void style_set(struct style_values *values, enum style_property property, int32_t value) {
    uint64_t bit = (uint64_t)1 << property;
    if (values->important & bit) return;
    values->set |= bit;
    values->value[property] = value;
}
