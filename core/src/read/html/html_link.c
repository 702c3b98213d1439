/* html_link: which tags are links, what they show, and how they are drawn; see
 * html_tree.h. */
#include "read/html/html_tree.h"

#include <string.h>

#include "base/arena.h"

/* Longer text, or text in more pieces, is no button's. */
#define BUTTON_TEXT_BYTES_MAX 120u
#define BUTTON_RUNS_MAX 8u

/* Pictures up to this many hundredths of a pixel wide or high are counters, not seen. */
#define PICTURE_SEEN_MIN 300

struct html_link_state *html_link_state(struct html_builder *builder, int32_t link) {
    if (link < 0 || (size_t)link < builder->links_from) return NULL;
    size_t index = (size_t)link - builder->links_from;
    /* Links of bare URLs were added by the writer and have no state yet. */
    while (builder->links.size <= index) {
        struct html_link_state *state = list_add(builder->arena, &builder->links);
        if (!state) return NULL;
    }
    return &builder->links.at[index];
}

int32_t html_link_add(struct html_builder *builder, enum link_source source, struct str target,
                      enum hidden gone) {
    if (builder->document->links.size >= builder->writer.links_max) {
        builder->writer.links_full = true;
        return -1;
    }
    struct link *link = list_add(builder->arena, &builder->document->links);
    if (!link) return -1;
    int32_t number = (int32_t)builder->document->links.size - 1;
    *link = (struct link){.source = source, .hidden = gone, .target = target, .part = builder->context->part};
    link->title = html_attribute_value(builder, HTML_ATTRIBUTE_title, NULL);
    struct html_link_state *state = html_link_state(builder, number);
    if (!state) return number;
    state->gone = gone;
    state->text_at[WRITER_SEEN] = builder->document->text_builder.size;
    state->text_at[WRITER_HIDDEN] = builder->document->hidden_builder.size;
    return number;
}

/* ---- elements with content ---- */

static bool is_submit(struct html_builder *builder) {
    bool present;
    struct str type = html_attribute_value(builder, HTML_ATTRIBUTE_type, &present);
    return !str_equal_ascii(type, STR("button")) && !str_equal_ascii(type, STR("reset"));
}

static int32_t open_button(struct html_builder *builder, enum hidden gone) {
    bool present;
    struct str target = html_attribute_value(builder, HTML_ATTRIBUTE_formaction, &present);
    int32_t link = present                               ? html_link_add(builder, LINK_BUTTON, target, gone)
                   : is_submit(builder) && builder->form ? builder->form_link
                                                         : -1;
    if (link >= 0) builder->document->links.at[link].button = true;
    return link;
}

int32_t html_link_open(struct html_builder *builder, const struct html_token *token,
                       const struct html_element *element) {
    bool anchor = token->tag == HTML_TAG_a && element->space != HTML_SPACE_MATH;
    bool vml = str_starts_ascii(token->name, STR("v:"));
    enum hidden gone = html_look_image(&element->look);
    if (html_is(element, HTML_TAG_button)) return open_button(builder, gone);
    /* Firefox follows href on every element of math. */
    if (!anchor && !vml && element->space != HTML_SPACE_MATH) return -1;
    bool present;
    struct str target = html_attribute_value(builder, HTML_ATTRIBUTE_href, &present);
    if (!present && element->space != HTML_SPACE_HTML)
        target = html_attribute_value(builder, HTML_ATTRIBUTE_xlink_href, &present);
    if (!present) return -1;
    int32_t link = html_link_add(builder, vml ? LINK_VML : LINK_A, target, gone);
    if (link >= 0 && vml) builder->document->links.at[link].button = true;
    return link;
}

int32_t html_link_clone(struct html_builder *builder, int32_t number) {
    struct html_link_state *state = html_link_state(builder, number);
    if (!state || !(state->used || state->image)) return number;
    struct link *original = &builder->document->links.at[number];
    int32_t clone = html_link_add(builder, original->source, original->target, state->gone);
    if (clone < 0) return clone;
    original = &builder->document->links.at[number];
    builder->document->links.at[clone].title = original->title;
    struct html_link_state *clone_state = html_link_state(builder, clone);
    if (clone_state) clone_state->clone = true;
    return clone;
}

static bool is_behind(const struct run *run, const size_t text_at[WRITER_TEXTS]) {
    return run->span.from >= text_at[run->hidden == HIDDEN_none ? WRITER_SEEN : WRITER_HIDDEN];
}

static void move_runs(struct html_builder *builder, size_t first, int32_t from, int32_t to) {
    if (from < 0) return;
    for (size_t i = first; i < builder->document->runs.size; i++)
        if (builder->document->runs.at[i].link == from) builder->document->runs.at[i].link = to;
}

/* A copy that stands inside a block which is a link itself (a button) takes that one's text. */
int32_t html_link_split(struct html_builder *builder, int32_t from, const struct html_element *block,
                        bool inside) {
    struct html_link_state *state = html_link_state(builder, from);
    const size_t *text_at = block->text_at;
    int32_t block_link = inside ? block->link : -1;
    if (!state) return from;
    size_t behind = builder->document->runs.size, moved = 0;
    const struct run *runs = builder->document->runs.at;
    while (behind > builder->runs_from && is_behind(&runs[behind - 1], text_at)) {
        int32_t link = runs[--behind].link;
        moved += link == from || (link >= 0 && link == block_link);
    }
    if (!moved) return html_link_clone(builder, from);
    size_t before = behind;
    while (before > builder->runs_from && is_behind(&runs[before - 1], state->text_at) &&
           runs[before - 1].link != from)
        before--;
    bool kept = before > builder->runs_from && runs[before - 1].link == from;
    move_runs(builder, behind, block_link, from);
    if (!kept && !state->image) return from;
    int32_t clone = html_link_clone(builder, from);
    move_runs(builder, behind, from, clone);
    struct html_link_state *clone_state = html_link_state(builder, clone);
    if (clone_state) clone_state->used = true;
    return clone;
}

/* ---- elements that are links by their attributes ---- */

/* HTML Standard, "shared declarative refresh steps": "5; url='x'". */
static bool read_refresh(struct str content, struct str *target) {
    content = str_trim(content);
    size_t at = 0;
    while (at < content.size && ascii_is_digit((unsigned char)content.at[at])) at++;
    if (at == 0 && !(content.size && content.at[0] == '.')) return false;
    while (at < content.size && (ascii_is_digit((unsigned char)content.at[at]) || content.at[at] == '.'))
        at++;
    struct str rest = str_skip(content, at);
    if (!rest.size || (rest.at[0] != ';' && rest.at[0] != ',' && !ascii_is_space((unsigned char)rest.at[0])))
        return false;
    rest = str_trim(rest);
    if (rest.size && (rest.at[0] == ';' || rest.at[0] == ',')) rest = str_trim(str_skip(rest, 1));
    if (!rest.size) return false;
    if (str_starts_ascii(rest, STR("url"))) {
        struct str value = str_trim(str_skip(rest, 3));
        if (value.size && value.at[0] == '=') rest = str_trim(str_skip(value, 1));
    }
    if (rest.size && (rest.at[0] == '"' || rest.at[0] == '\'')) {
        char quote = rest.at[0];
        rest = str_skip(rest, 1);
        rest = str_cut(&rest, quote);
    }
    *target = rest;
    return true;
}

static void take_meta(struct html_builder *builder) {
    struct str kind = html_attribute_value(builder, HTML_ATTRIBUTE_http_equiv, NULL), target;
    if (!str_equal_ascii(kind, STR("refresh"))) return;
    if (read_refresh(html_attribute_value(builder, HTML_ATTRIBUTE_content, NULL), &target))
        html_link_add(builder, LINK_REFRESH, target, builder->context->hidden);
}

static void take_base(struct html_builder *builder) {
    bool present;
    struct str base = html_attribute_value(builder, HTML_ATTRIBUTE_href, &present);
    if (!present || builder->has_base) return;
    builder->has_base = true;
    builder->base = base;
}

/* A link that is there whatever it shows. */
static void take_plain(struct html_builder *builder, enum link_source source, enum html_attribute_id id,
                       enum hidden gone) {
    bool present;
    struct str target = html_attribute_value(builder, id, &present);
    int32_t number = present ? html_link_add(builder, source, target, gone) : -1;
    if (number < 0 || source != LINK_AREA) return;
    builder->document->links.at[number].shown =
        str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_alt, NULL));
}

bool html_is_picture_seen(const struct html_element *element) {
    return !html_look_image(&element->look) &&
           style_length(&element->values, STYLE_WIDTH, STYLE_AUTO) >= PICTURE_SEEN_MIN &&
           style_length(&element->values, STYLE_HEIGHT, STYLE_AUTO) >= PICTURE_SEEN_MIN;
}

void html_link_picture(struct html_builder *builder, struct str source) {
    if (!source.size) return;
    if (!strings_add(builder->arena, &builder->document->pictures, source, DOCUMENT_PICTURES_MAX)) {
        builder->drawn.limit_reached = true;
        return;
    }
    size_t *place = list_add(builder->arena, &builder->document->picture_places);
    if (place) *place = builder->document->text_builder.size;
}

void html_link_loaded(struct html_builder *builder, struct str source) {
    if (source.size &&
        !strings_add(builder->arena, &builder->document->loaded, source, DOCUMENT_PICTURES_MAX))
        builder->drawn.limit_reached = true;
}

/* The URLs of srcset (HTML Standard, "parse a srcset attribute"). */
static void take_srcset(struct html_builder *builder, struct str srcset) {
    for (size_t at = 0; at < srcset.size;) {
        while (at < srcset.size && (ascii_is_space((unsigned char)srcset.at[at]) || srcset.at[at] == ','))
            at++;
        size_t from = at, depth = 0;
        while (at < srcset.size && !ascii_is_space((unsigned char)srcset.at[at])) at++;
        struct str source = str_slice(srcset, from, at);
        bool ended = str_ends(source, STR(","));
        while (str_ends(source, STR(","))) source = str_slice(source, 0, source.size - 1);
        html_link_picture(builder, source);
        for (; !ended && at < srcset.size && (depth || srcset.at[at] != ','); at++) {
            if (srcset.at[at] == '(') depth++;
            if (srcset.at[at] == ')' && depth) depth--;
        }
    }
}

/* Whatever else draws something that is not text: backgrounds, embedded
 * objects, and pages that stand whole in an attribute (named, not read: no mail
 * program shows them, so a person who pastes one saw nothing of it). */
void html_link_drawings(struct html_builder *builder, const struct html_token *token) {
    html_link_picture(builder, str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_background, NULL)));
    take_srcset(builder, html_attribute_value(builder, HTML_ATTRIBUTE_srcset, NULL));
    if (token->tag == HTML_TAG_svg) html_link_picture(builder, STR(HTML_DRAWING));
    html_link_picture(builder, str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_poster, NULL)));
    if (token->tag == HTML_TAG_embed)
        html_link_picture(builder, str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_src, NULL)));
    if (token->tag == HTML_TAG_object)
        html_link_picture(builder, str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_data, NULL)));
    bool frame = token->tag == HTML_TAG_iframe;
    if (frame && html_attribute_value(builder, HTML_ATTRIBUTE_srcdoc, NULL).size)
        html_link_picture(builder, STR("about:srcdoc"));
}

/* A picture, inside the link it stands in. */
static void take_picture(struct html_builder *builder, struct html_element *element, int32_t link) {
    struct str source = str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_src, NULL));
    bool seen = html_is_picture_seen(element);
    if (seen) {
        builder->document->images++;
        html_link_picture(builder, source);
        if (str_starts_ascii(source, STR("cid:")) || str_starts_ascii(source, STR("data:")))
            builder->document->inline_images++;
    }
    struct html_link_state *state = html_link_state(builder, link);
    if (state && seen) state->image = true;
    struct str alternative = html_attribute_value(builder, HTML_ATTRIBUTE_alt, NULL);
    if (!seen && !element->look.gone) element->look.gone = HIDDEN_zero_size;
    if (alternative.size) html_write(builder, alternative, &element->look, link, true);
}

/* A field shows its value, or what stands in for one. */
static void take_field(struct html_builder *builder, const struct html_element *element, struct str type) {
    static const struct str wordless[] = {STR_INIT("hidden"), STR_INIT("checkbox"), STR_INIT("radio"),
                                          STR_INIT("file"),   STR_INIT("color"),    STR_INIT("range")};
    for (size_t i = 0; i < sizeof wordless / sizeof *wordless; i++)
        if (str_equal_ascii(type, wordless[i])) return;
    struct str value = html_attribute_value(builder, HTML_ATTRIBUTE_value, NULL);
    bool secret = str_equal_ascii(type, STR("password"));
    if (secret || !value.size) value = html_attribute_value(builder, HTML_ATTRIBUTE_placeholder, NULL);
    html_write(builder, value, &element->look, element->look.link, false);
}

/* <optgroup> and <option> show their label. */
void html_link_label(struct html_builder *builder, const struct html_look *look) {
    html_write(builder, html_attribute_value(builder, HTML_ATTRIBUTE_label, NULL), look, look->link, false);
}

/* <input>: submit buttons act for their form. */
static void take_input(struct html_builder *builder, struct html_element *element) {
    struct str type = html_attribute_value(builder, HTML_ATTRIBUTE_type, NULL);
    bool image = str_equal_ascii(type, STR("image"));
    if (!image && !str_equal_ascii(type, STR("submit"))) {
        take_field(builder, element, type);
        return;
    }
    int32_t link = open_button(builder, html_look_image(&element->look));
    if (image) {
        take_picture(builder, element, link);
    } else {
        document_writer_end_run(&builder->writer);
        html_write(builder, html_attribute_value(builder, HTML_ATTRIBUTE_value, NULL), &element->look, link,
                   false);
    }
}

/* <link rel=stylesheet>; an unknown kind of link loads nothing. */
static void take_sheet(struct html_builder *builder) {
    struct str kinds = html_attribute_value(builder, HTML_ATTRIBUTE_rel, NULL);
    if (str_contains_ascii(kinds, STR("stylesheet")))
        html_link_loaded(builder, str_trim(html_attribute_value(builder, HTML_ATTRIBUTE_href, NULL)));
}

void html_link_attributes(struct html_builder *builder, const struct html_token *token) {
    struct html_element *element = html_top(builder);
    enum hidden gone = html_look_image(&element->look);
    switch (token->tag) {
    case HTML_TAG_meta:
        take_meta(builder);
        break;
    case HTML_TAG_base:
        take_base(builder);
        break;
    case HTML_TAG_img:
        take_picture(builder, element, element->look.link);
        break;
    case HTML_TAG_link:
        take_sheet(builder);
        break;
    case HTML_TAG_source: /* it may take the place of the picture behind it */
        if (!html_look_image(&builder->stack[builder->size - 2].look))
            take_srcset(builder, html_attribute_value(builder, HTML_ATTRIBUTE_srcset, NULL));
        break;
    case HTML_TAG_input:
        take_input(builder, element);
        break;
    case HTML_TAG_iframe:
    case HTML_TAG_frame:
        if (!gone && !html_is_picture_seen(element)) gone = HIDDEN_zero_size;
        take_plain(builder, LINK_FRAME, HTML_ATTRIBUTE_src, gone);
        break;
    case HTML_TAG_area: {
        /* An area is never drawn but pressed all the same. */
        const struct html_look *around = &builder->stack[builder->size - 2].look;
        take_plain(builder, LINK_AREA, HTML_ATTRIBUTE_href, html_look_image(around));
        break;
    }
    default:
        break;
    }
}

/* ---- buttons ---- */

void html_link_framed(struct html_builder *builder, const struct html_element *element) {
    if (!element->layout.padded && !element->layout.boxed) return;
    const struct document *document = builder->document;
    size_t from = element->text_at[WRITER_SEEN], to = document->text_builder.size;
    if (to <= from || to - from > BUTTON_TEXT_BYTES_MAX) return;
    int32_t link = -1;
    size_t runs = 0;
    for (size_t i = document->runs.size; i-- > builder->runs_from && runs < BUTTON_RUNS_MAX;) {
        const struct run *run = &document->runs.at[i];
        if (run->hidden != HIDDEN_none) continue;
        if (run->span.from < from) break;
        if (run->link < 0 || run->image || (link >= 0 && run->link != link)) return;
        link = run->link;
        runs++;
    }
    if (runs == BUTTON_RUNS_MAX) return;
    if (link >= 0 && html_link_state(builder, link)) builder->document->links.at[link].button = true;
}

/* ---- when everything was read ---- */

/* The first and last byte of a link's text: of what is seen, or else of what is hidden. */
static void widen(struct link *link, struct html_link_state *state, const struct run *run) {
    bool seen = run->hidden == HIDDEN_none, has_span = link->span.to > link->span.from;
    if (seen && !run->image) state->text = true;
    if (!has_span || (seen && link->hidden != HIDDEN_none)) {
        link->span = run->span;
        link->hidden = run->hidden;
    } else if (seen == (link->hidden == HIDDEN_none)) {
        link->span.to = run->span.to;
    }
}

static void settle(struct link *link, const struct html_link_state *state) {
    bool has_span = link->span.to > link->span.from;
    bool by_content = link->source == LINK_A || link->source == LINK_VML;
    if (has_span && link->hidden == HIDDEN_none) {
        link->image_only = state->image && !state->text;
        return;
    }
    if (state->image) {
        link->image_only = true;
        link->span = (struct span){0, 0};
        link->hidden = HIDDEN_none;
        return;
    }
    if (has_span || !by_content) return;
    link->covering = state->covering;
    if (state->pressable) return;
    link->empty = true;
    if (link->hidden == HIDDEN_none) link->hidden = HIDDEN_empty_anchor;
}

/* Copies of anchors that got no content are no links of their own. */
static void drop_empty_clones(struct html_builder *builder) {
    struct document *document = builder->document;
    size_t from = builder->links_from, count = document->links.size - from, kept = from;
    int32_t *numbers = arena_array(builder->arena, count + 1, sizeof *numbers);
    if (!numbers) return;
    for (size_t i = 0; i < count; i++) {
        const struct html_link_state *state = html_link_state(builder, (int32_t)(from + i));
        const struct link *link = &document->links.at[from + i];
        bool empty = state && state->clone && !state->image && link->span.to <= link->span.from;
        numbers[i] = (int32_t)kept;
        if (!empty) document->links.at[kept++] = *link;
    }
    document->links.size = kept;
    for (size_t i = builder->runs_from; i < document->runs.size; i++) {
        struct run *run = &document->runs.at[i];
        if (run->link >= (int32_t)from) run->link = numbers[(size_t)run->link - from];
    }
}

static void mark_button_blocks(struct html_builder *builder) {
    const struct document *document = builder->document;
    for (size_t i = builder->blocks_from; i < document->blocks.size; i++) {
        struct block *block = &document->blocks.at[i];
        bool button = block->runs_from < block->runs_to && !block->hidden &&
                      (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_CELL);
        for (size_t k = block->runs_from; k < block->runs_to && button; k++) {
            const struct run *run = &document->runs.at[k];
            if (run->hidden == HIDDEN_none) button = run->link >= 0 && document->links.at[run->link].button;
        }
        if (button) block->kind = BLOCK_BUTTON;
    }
}

void html_link_finish(struct html_builder *builder) {
    struct document *document = builder->document;
    bool clones = false;
    for (size_t i = builder->runs_from; i < document->runs.size; i++) {
        const struct run *run = &document->runs.at[i];
        struct html_link_state *state = html_link_state(builder, run->link);
        if (state && document->links.at[run->link].source != LINK_TEXT)
            widen(&document->links.at[run->link], state, run);
    }
    for (size_t i = builder->links_from; i < document->links.size; i++) {
        struct link *link = &document->links.at[i];
        struct html_link_state *state = html_link_state(builder, (int32_t)i);
        link->base = builder->base;
        if (!state || link->source == LINK_TEXT) continue;
        settle(link, state);
        clones = clones || state->clone;
    }
    if (clones) drop_empty_clones(builder);
    mark_button_blocks(builder);
}
