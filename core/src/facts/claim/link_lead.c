/* link_lead: see link_lead.h. A sentence is searched for backwards and forwards
 * in a window, so that a flood of links stays linear. */
#include "facts/claim/link_lead.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "limits.h"
#include "text/fold.h"
#include "text/words.h"

static const struct str press_words[] = {
    STR_INIT("click"),    STR_INIT("tap "),      STR_INIT("paste"),     STR_INIT("your browser"),
    STR_INIT("クリック"), STR_INIT("タップ"),    STR_INIT("アクセス"),  STR_INIT("開いて"),
    STR_INIT("開き"),     STR_INIT("コピー"),    STR_INIT("押して"),    STR_INIT("klicken"),
    STR_INIT("cliquez"),  STR_INIT("cliquer"),   STR_INIT("haz clic"),  STR_INIT("haga clic"),
    STR_INIT("clicca"),   STR_INIT("cliccare"),  STR_INIT("clique"),    STR_INIT("klik"),
    STR_INIT("点击"),     STR_INIT("navegador"), STR_INIT("navigateur")};

/* What stands beside addresses in footers. */
static const struct str footer_words[] = {
#define LINK_FOOTER(text) STR_INIT(text),
#include "facts/links/link_words.def"
#undef LINK_FOOTER
    STR_INIT("mailing list"), STR_INIT("archive"), STR_INIT("list info"), STR_INIT("listinfo")};

/* The sentence that leads up to a link: "Verify your identity here: https://...". */
static struct str find_lead(struct str text, size_t link_from) {
    static const struct str ends[] = {STR_INIT("\n"), STR_INIT("。"), STR_INIT("！"), STR_INIT(". "),
                                      STR_INIT("! ")};
    size_t begin = link_from > LINK_LEAD_BYTES_MAX ? utf8_floor(text, link_from - LINK_LEAD_BYTES_MAX) : 0;
    struct str lead = str_trim(str_slice(text, begin, link_from));
    for (size_t at = lead.size; at-- > 0;) {
        struct str rest = str_skip(lead, at);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (str_starts(rest, ends[i]) && rest.size > ends[i].size + 1)
                return str_skip(rest, ends[i].size);
    }
    return lead;
}

/* What follows the link in its line, up to the end of the sentence. */
static struct str find_behind(struct str text, size_t link_to) {
    struct str behind = str_skip(text, link_to);
    behind = str_slice(behind, 0, utf8_floor(behind, LINK_BEHIND_BYTES_MAX));
    behind = str_slice(behind, 0, str_find_byte(behind, '\n', 0));
    return str_slice(behind, 0, str_find(behind, STR("。"), 0));
}

enum { LABEL_BYTES_MAX = 60, SEPARATOR_BYTES_MIN = 8, FOOTER_BYTES_MAX = 400 };

/* A line of underscores stands above: what a mailing list adds below a message. */
static bool is_below_separator(struct str text, size_t at) {
    size_t low = at > FOOTER_BYTES_MAX ? at - FOOTER_BYTES_MAX : 0, run = 0;
    for (size_t i = low; i < at; i++) {
        run = text.at[i] == '_' ? run + 1 : 0;
        if (run >= SEPARATOR_BYTES_MIN) return true;
    }
    return false;
}

/* A whole address that has a line to itself, or with a short label before it: it
 * is given to be followed, and not mentioned in a sentence. */
static bool stands_alone(struct str text, const struct link *link) {
    if (!str_starts_ascii(link->shown, STR("http"))) return false;
    size_t from = link->span.from, to = link->span.to;
    while (from > 0 && text.at[from - 1] != '\n' && link->span.from - from <= LABEL_BYTES_MAX) from--;
    struct str label = str_trim(str_slice(text, from, link->span.from));
    struct str behind = str_slice(text, to, utf8_floor(text, to + LABEL_BYTES_MAX));
    struct str rest = str_trim(str_slice(behind, 0, str_find_byte(behind, '\n', 0)));
    return label.size <= LABEL_BYTES_MAX && rest.size <= sizeof "。";
}

static bool asks(struct arena *arena, struct str lead) {
    struct words words;
    words_find(arena, lead, &words);
    if (words_have(&words, WORD_never)) return false;
    return words_have(&words, WORD_confirm) || words_have(&words, WORD_enter) ||
           words_have(&words, WORD_sign_in);
}

bool link_lead_asks(struct arena *arena, const struct facts *facts, size_t link) {
    const struct document *document = &facts->message->document;
    struct arena scratch = {0}; /* a word list is as large as a small message */
    bool found = asks(&scratch, find_lead(document->text, document->links.at[link].span.from));
    if (scratch.failed) arena->failed = true;
    arena_release(&scratch);
    return found;
}

/* What is said round a link: how a footer speaks, or how one asks to press it. */
struct around {
    bool footer, never, presses, asks;
};

static struct around look_around(struct arena *arena, const struct document *document, struct span span) {
    struct arena scratch = {0};
    struct str lead = find_lead(document->text, span.from), behind = find_behind(document->text, span.to);
    struct words words;
    words_find(&scratch, behind, &words);
    struct str before = fold_all(&scratch, lead), after = fold_all(&scratch, behind);
    struct around around = {
        .footer = str_contains_any(before, STR_LIST(footer_words)) ||
                  str_contains_any(after, STR_LIST(footer_words)),
        .never = words_have(&words, WORD_never),
        .presses =
            str_contains_any(before, STR_LIST(press_words)) || str_contains_any(after, STR_LIST(press_words)),
        .asks = asks(&scratch, lead),
    };
    if (scratch.failed) arena->failed = true;
    arena_release(&scratch);
    return around;
}

bool link_lead_presses(struct arena *arena, const struct facts *facts, size_t link) {
    const struct document *document = &facts->message->document;
    struct span span = document->links.at[link].span;
    if (span.to <= span.from) return false;
    struct around around = look_around(arena, document, span);
    return !around.footer && !around.never && (around.presses || around.asks);
}

bool link_lead_gives(struct arena *arena, const struct facts *facts, size_t link, bool any) {
    const struct document *document = &facts->message->document;
    struct span span = document->links.at[link].span;
    if (span.to <= span.from) return false;
    struct around around = look_around(arena, document, span);
    bool given = any || stands_alone(document->text, &document->links.at[link]);
    given = given && !is_below_separator(document->text, span.from);
    return !around.footer && !around.never && (around.presses || around.asks || given);
}
