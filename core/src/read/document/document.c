/* document: see document.h. Here: the words of its enumerations, and what is
 * only known when everything was read. */
#include "read/document/document.h"

#include "limits.h"

static const char *const hidden_names[] = {
#define HIDDEN(id, name) name,
#include "read/document/hidden.def"
#undef HIDDEN
};

const char *hidden_name(enum hidden hidden) { return hidden_names[hidden]; }

const char *block_kind_name(enum block_kind kind) {
    static const char *const names[] = {"paragraph", "heading", "button", "row",
                                        "cell",      "item",    "quote",  "preformatted"};
    return names[kind];
}

const char *link_source_name(enum link_source source) {
    static const char *const names[] = {"a",     "area", "form", "button", "refresh",
                                        "frame", "vml",  "text", "answer", "code"};
    return names[source];
}

void document_start(struct arena *arena, struct document *document) {
    *document = (struct document){0};
    str_builder_init(&document->text_builder, arena, 0);
    str_builder_init(&document->hidden_builder, arena, 0);
}

struct str document_slice(const struct document *document, struct span span, enum hidden hidden) {
    return str_slice(hidden == HIDDEN_none ? document->text : document->hidden_text, span.from, span.to);
}

/* The borders of blocks inside a link's text read as one space. */
static struct str one_line(struct arena *arena, struct str text) {
    if (str_find_byte(text, '\n', 0) == STR_NONE) return text;
    struct str_builder builder;
    str_builder_init(&builder, arena, text.size);
    for (size_t i = 0; i < text.size; i++) str_builder_byte(&builder, text.at[i] == '\n' ? ' ' : text.at[i]);
    return str_builder_view(&builder);
}

size_t document_links_max(const struct document *document, size_t bytes) {
    size_t used = document->links.size;
    return (used > DOCUMENT_LINKS_MAX ? used : DOCUMENT_LINKS_MAX) + bytes / DOCUMENT_BYTES_PER_LINK;
}

void document_add_codes(struct arena *arena, struct document *document, const struct strings *codes,
                        uint32_t part) {
    for (size_t i = 0; i < codes->size; i++) {
        struct link *link = list_add(arena, &document->links);
        if (link) *link = (struct link){.source = LINK_CODE, .target = codes->at[i], .part = part};
    }
}

void document_finish(struct document *document) {
    document->text = str_builder_view(&document->text_builder);
    document->hidden_text = str_builder_view(&document->hidden_builder);
    for (size_t i = 0; i < document->links.size; i++) {
        struct link *link = &document->links.at[i];
        if (link->shown.size || link->span.from >= link->span.to) continue;
        struct str shown = document_slice(document, link->span, link->hidden);
        link->shown = one_line(document->text_builder.arena, shown);
    }
}
