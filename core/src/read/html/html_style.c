/* html_style: what an element's attributes and the style sheets say about how
 * it looks, from the browser's own defaults up to the style attribute. See
 * html_tree.h. */
#include "read/html/html_tree.h"

#include <string.h>

static bool find_ancestor(const void *owner, size_t steps, struct style_subject *out) {
    const struct html_builder *builder = owner;
    if (steps >= builder->size) return false;
    const struct html_element *element = &builder->stack[builder->size - 1 - steps];
    *out = (struct style_subject){element->name, element->classes, element->id};
    return true;
}

static void set_colour(struct html_builder *builder, struct style_values *values, enum html_attribute_id id,
                       enum style_property property) {
    bool present;
    struct str text = html_attribute_value(builder, id, &present);
    uint32_t argb;
    if (!present || !style_read_legacy_colour(text, &argb)) return;
    int32_t value;
    memcpy(&value, &argb, sizeof value);
    style_set(values, property, value);
}

static void set_direction(struct html_builder *builder, struct style_values *values) {
    struct str direction = str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_dir, NULL));
    bool right_to_left = str_equal_ascii(direction, STR("rtl"));
    if (right_to_left || str_equal_ascii(direction, STR("ltr")))
        style_set(values, STYLE_DIRECTION, right_to_left);
}

static void set_length(struct html_builder *builder, struct style_values *values, enum html_attribute_id id,
                       enum style_property property) {
    bool present, relative;
    struct str text = str_trim(html_attribute_value(builder, id, &present));
    int32_t length, per_mille;
    if (!present) return;
    int64_t number;
    size_t used = style_read_number(text, &number);
    struct str number_text = str_slice(text, 0, used + (used < text.size && text.at[used] == '%' ? 1 : 0));
    if (used && style_read_length(number_text, true, &length, &relative, &per_mille))
        style_set(values, property, length);
}

/* <font size>: 1 to 7, or steps from 3. All can be read; 0 counts as 1. */
static void set_font_size(struct html_builder *builder, struct style_values *values) {
    if (html_token_attribute(&builder->tokenizer, HTML_ATTRIBUTE_size))
        style_set(values, STYLE_FONT_SIZE, 1301);
}

static bool takes_size(enum html_tag tag) {
    return tag == HTML_TAG_img || tag == HTML_TAG_iframe || tag == HTML_TAG_embed || tag == HTML_TAG_object ||
           tag == HTML_TAG_table || tag == HTML_TAG_td || tag == HTML_TAG_th || tag == HTML_TAG_input;
}

/* What the attributes of old say ("presentational hints"). */
static void read_hints(struct html_builder *builder, enum html_tag tag, struct style_values *values) {
    uint64_t known = builder->tokenizer.known_attributes;
    const uint64_t hints = (uint64_t)1 << HTML_ATTRIBUTE_bgcolor | (uint64_t)1 << HTML_ATTRIBUTE_dir |
                           (uint64_t)1 << HTML_ATTRIBUTE_background | (uint64_t)1 << HTML_ATTRIBUTE_color |
                           (uint64_t)1 << HTML_ATTRIBUTE_text | (uint64_t)1 << HTML_ATTRIBUTE_size |
                           (uint64_t)1 << HTML_ATTRIBUTE_width | (uint64_t)1 << HTML_ATTRIBUTE_height;
    if (!(known & hints)) return;
    set_colour(builder, values, HTML_ATTRIBUTE_bgcolor, STYLE_BACKGROUND);
    bool present;
    struct str background = str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_background, &present));
    if (present && background.size) style_set(values, STYLE_IMAGE, 1);
    set_direction(builder, values);
    if (tag == HTML_TAG_font) {
        set_colour(builder, values, HTML_ATTRIBUTE_color, STYLE_COLOUR);
        set_font_size(builder, values);
    }
    if (tag == HTML_TAG_body) set_colour(builder, values, HTML_ATTRIBUTE_text, STYLE_COLOUR);
    if (takes_size(tag)) {
        set_length(builder, values, HTML_ATTRIBUTE_width, STYLE_WIDTH);
        set_length(builder, values, HTML_ATTRIBUTE_height, STYLE_HEIGHT);
    }
}

static void set_argb(struct style_values *values, enum style_property property, uint32_t argb) {
    int32_t value;
    memcpy(&value, &argb, sizeof value);
    style_set(values, property, value);
}

/* What a browser's own style sheet says that matters here. */
static void read_defaults(struct html_builder *builder, enum html_tag tag, struct style_values *values) {
    if (tag == HTML_TAG_a && html_token_attribute(&builder->tokenizer, HTML_ATTRIBUTE_href)) {
        set_argb(values, STYLE_COLOUR, builder->has_link_colour ? builder->link_colour : 0xFF0000EEu);
    } else if (tag == HTML_TAG_button || tag == HTML_TAG_input || tag == HTML_TAG_select ||
               tag == HTML_TAG_textarea) {
        set_argb(values, STYLE_COLOUR, 0xFF000000u);
        set_argb(values, STYLE_BACKGROUND, 0xFFEFEFEFu);
        style_set(values, STYLE_FONT_SIZE, 1333);
        style_set(values, STYLE_PADDING, 1);
        style_set(values, STYLE_BORDER, 1);
    } else if (tag == HTML_TAG_template &&
               html_token_attribute(&builder->tokenizer, HTML_ATTRIBUTE_shadowrootmode)) {
        style_set(values, STYLE_DISPLAY, DISPLAY_BLOCK); /* its content is drawn */
    } else if (tag == HTML_TAG_bdo) {
        style_set(values, STYLE_BIDI, 1);
    } else if (tag == HTML_TAG_mark) {
        set_argb(values, STYLE_COLOUR, 0xFF000000u);
        set_argb(values, STYLE_BACKGROUND, 0xFFFFFF00u);
    }
}

void html_read_styles(struct html_builder *builder, struct html_element *element) {
    bool has_style;
    element->classes = html_attribute_value(builder, HTML_ATTRIBUTE_class, NULL);
    element->id = html_attribute_value(builder, HTML_ATTRIBUTE_id, NULL);
    struct str style = html_attribute_value(builder, HTML_ATTRIBUTE_style, &has_style);
    if (element->space == HTML_SPACE_HTML) {
        read_defaults(builder, element->tag, &element->values);
        read_hints(builder, element->tag, &element->values);
    }
    struct style_subject subject = {element->name, element->classes, element->id};
    struct style_ancestors ancestors = {find_ancestor, builder};
    style_sheet_apply(&builder->sheet, &subject, &ancestors, &element->values);
    if (has_style) {
        style_read(builder->arena, style, builder->quirks, &element->values);
        style_drawn_find(builder->arena, style, &builder->drawn);
    }
    element->hidden_attribute = html_token_attribute(&builder->tokenizer, HTML_ATTRIBUTE_hidden) != NULL ||
                                (str_equal_ascii(element->name, STR("dialog")) &&
                                 !html_token_attribute(&builder->tokenizer, HTML_ATTRIBUTE_open));
}

/* Svg and math elements in which html's rules hold, and svg that is not drawn. */
void html_read_foreign(struct html_builder *builder, struct html_element *element) {
    static const struct str unseen[] = {STR_INIT("title"),  STR_INIT("desc"),  STR_INIT("metadata"),
                                        STR_INIT("defs"),   STR_INIT("style"), STR_INIT("script"),
                                        STR_INIT("symbol"), STR_INIT("mask"),  STR_INIT("clippath")};
    enum html_tag tag = element->tag;
    if (element->space == HTML_SPACE_SVG) {
        element->integration = tag == HTML_TAG_foreignobject || tag == HTML_TAG_desc || tag == HTML_TAG_title;
        for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
            if (str_equal_ascii(element->name, unseen[i]))
                style_set(&element->values, STYLE_DISPLAY, DISPLAY_NONE);
        return;
    }
    element->text_integration = tag == HTML_TAG_mi || tag == HTML_TAG_mn || tag == HTML_TAG_mo ||
                                tag == HTML_TAG_ms || tag == HTML_TAG_mtext;
    if (tag != HTML_TAG_annotation_xml) return;
    struct str encoding = html_attribute_value(builder, HTML_ATTRIBUTE_encoding, NULL);
    element->integration = str_equal_ascii(encoding, STR("text/html")) ||
                           str_equal_ascii(encoding, STR("application/xhtml+xml"));
}
