/* shown: a role for each part; see shown.h.
 *
 * Parents stand before their children in the list, so the best form inside a
 * multipart is found by one walk from the back, and what is shown by one walk
 * from the front. */
#include "read/shown.h"

#include "base/arena.h"

/* How much a part offers to a program that looks for something to show. */
enum form { FORM_NONE, FORM_OTHER, FORM_TEXT, FORM_HTML };

struct choice {
    enum form form;
    uint32_t chosen; /* alternative: its part that is shown; related: its root */
    bool shown;
};

static bool type_is(const struct mime_part *part, const char *type) {
    return str_equal(part->type.word, str_from(type));
}

static struct str file_name(const struct mime_part *part) {
    struct str name = parameters_find(&part->disposition, STR("filename"), 0);
    return name.size ? name : parameters_find(&part->type, STR("name"), 0);
}

static bool name_ends(struct str name, const char *const *ends, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_ends_ascii(name, str_from(ends[i]))) return true;
    return false;
}

static bool is_html_file(const struct mime_part *part, struct str name) {
    static const char *const ends[] = {".html", ".htm", ".xhtml", ".shtml", ".svg"};
    return type_is(part, "text/html") || type_is(part, "application/xhtml+xml") ||
           type_is(part, "image/svg+xml") || type_is(part, "text/x-amp-html") ||
           type_is(part, "text/watch-html") || name_ends(name, ends, sizeof ends / sizeof *ends);
}

static bool is_text_file(const struct mime_part *part, struct str name) {
    static const char *const ends[] = {".txt", ".url", ".ics", ".vcf", ".webloc", ".desktop"};
    return str_starts(part->type.word, STR("text/")) || type_is(part, "message/delivery-status") ||
           name_ends(name, ends, sizeof ends / sizeof *ends);
}

static bool is_attached(const struct mime_part *part) {
    return str_equal(part->disposition.word, STR("attachment"));
}

static enum form form_of(const struct mime_part *part) {
    if (is_attached(part) || part->stray || str_trim(part->body).size == 0) return FORM_NONE;
    if (type_is(part, "text/html")) return FORM_HTML;
    if (type_is(part, "text/plain")) return FORM_TEXT;
    bool text = str_starts(part->type.word, STR("text/"));
    bool special = type_is(part, "text/x-amp-html") || type_is(part, "text/watch-html") ||
                   type_is(part, "text/calendar") || type_is(part, "text/vcard") ||
                   type_is(part, "text/x-vcard") || type_is(part, "text/rfc822-headers");
    return text && !special ? FORM_OTHER : FORM_NONE;
}

/* A Content-ID and a start parameter, with or without "<>". */
static bool is_named(const struct mime_part *part, struct str start) {
    const struct header *id = headers_find(&part->headers, STR("content-id"));
    if (!id || start.size == 0) return false;
    struct str name = str_trim(id->value);
    if (str_starts(name, STR("<")) && !str_starts(start, STR("<"))) name = str_slice(name, 1, name.size - 1);
    return str_equal(name, start);
}

/* Tells a parent what its child offers; children come from the last to the first. */
static void offer(const struct mime_parts *parts, struct choice *choices, uint32_t index, bool *odd_order) {
    const struct mime_part *part = &parts->at[index], *parent = &parts->at[part->parent];
    struct choice *choice = &choices[part->parent];
    enum form form = choices[index].form;
    if (parent->shape == MIME_MESSAGE) {
        if (form) choice->form = FORM_OTHER;
        return;
    }
    if (type_is(parent, "multipart/related")) {
        struct str start = parameters_find(&parent->type, STR("start"), 0);
        bool root_is_known = choice->chosen != MIME_NO_PARENT && is_named(&parts->at[choice->chosen], start);
        if (form && !root_is_known) {
            choice->chosen = index;
            choice->form = form;
        }
        return;
    }
    if (parent->hands_on) { /* what is handed on comes last, and is shown */
        if (choice->chosen == MIME_NO_PARENT) *choice = (struct choice){FORM_HTML, index, false};
        return;
    }
    if (form > choice->form || choice->chosen == MIME_NO_PARENT) {
        if (choice->form && type_is(parent, "multipart/alternative")) *odd_order = true;
        choice->form = form > choice->form ? form : choice->form;
        if (form) choice->chosen = index;
    }
}

/* Whether a part is shown, given that its parent is. */
static bool is_child_shown(const struct mime_parts *parts, const struct choice *choices, uint32_t index) {
    const struct mime_part *part = &parts->at[index], *parent = &parts->at[part->parent];
    if (part->stray) return false;
    if (type_is(parent, "multipart/alternative")) return choices[part->parent].chosen == index;
    if (type_is(parent, "multipart/related"))
        return choices[part->parent].chosen == index || str_starts(part->type.word, STR("image/"));
    if (type_is(parent, "multipart/report"))
        return part->child == 1 || (part->shape == MIME_MESSAGE && shown_is_forward(parts, index));
    return true;
}

bool shown_is_forward(const struct mime_parts *parts, uint32_t index) {
    const struct mime_part *part = &parts->at[index];
    if (part->shape != MIME_MESSAGE) return false;
    if (part->parent == MIME_NO_PARENT) return true;
    const struct mime_part *parent = &parts->at[part->parent];
    if (type_is(parent, "multipart/digest")) return false;
    if (!type_is(parent, "multipart/report")) return true;
    return str_equal_ascii(parameters_find(&parent->type, STR("report-type"), 0), STR("feedback-report"));
}

static void fill_leaf(const struct mime_part *part, bool shown, struct part_view *view) {
    view->name = file_name(part);
    view->hidden = !shown;
    bool text = str_starts(part->type.word, STR("text/"));
    bool attached = is_attached(part) || !text;
    if (is_html_file(part, view->name))
        view->role = ROLE_HTML;
    else if (is_text_file(part, view->name))
        view->role = ROLE_TEXT;
    else
        view->role = ROLE_ATTACHMENT;
    if (view->role == ROLE_ATTACHMENT) {
        view->inline_image = str_starts(part->type.word, STR("image/")) && shown && !is_attached(part);
        return;
    }
    if (form_of(part) == FORM_NONE) view->hidden = true;
    view->listed = (attached || view->name.size || type_is(part, "text/calendar")) &&
                   !str_starts(part->type.word, STR("message/"));
    if (str_trim(part->body).size == 0 && !view->listed) view->role = ROLE_NONE;
}

struct part_view *shown_find(struct arena *arena, const struct mime_parts *parts, bool *odd_order) {
    struct choice *choices = arena_array(arena, parts->size, sizeof *choices);
    struct part_view *views = arena_array(arena, parts->size, sizeof *views);
    if (!choices || !views) return NULL;
    for (size_t i = 0; i < parts->size; i++) {
        choices[i].chosen = MIME_NO_PARENT;
        if (parts->at[i].shape == MIME_LEAF) choices[i].form = form_of(&parts->at[i]);
    }
    for (uint32_t i = (uint32_t)parts->size; i-- > 1;) offer(parts, choices, i, odd_order);
    for (uint32_t i = 0; i < parts->size; i++) {
        const struct mime_part *part = &parts->at[i];
        bool root = part->parent == MIME_NO_PARENT;
        choices[i].shown = root || (choices[part->parent].shown && is_child_shown(parts, choices, i));
        views[i].owner = root                                            ? MIME_NO_PARENT
                         : parts->at[part->parent].shape == MIME_MESSAGE ? part->parent
                                                                         : views[part->parent].owner;
        views[i].hidden = !choices[i].shown;
        if (part->shape == MIME_LEAF) fill_leaf(part, choices[i].shown, &views[i]);
    }
    return views;
}
