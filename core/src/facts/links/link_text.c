/* link_text: see link_text.h. The text of a link is free: whoever writes it
 * may write Amazon's address on a link that leads elsewhere. */
#include "facts/links/link_text.h"

#include "base/utf8.h"
#include "decode/unicode.h"
#include "facts/links/brand.h"
#include "facts/links/link.h"
#include "facts/links/look_alike.h"
#include "limits.h"
#include "read/document/plain.h"

/* Addresses in one link's text that are looked at: real ones show one. */
#define TEXT_ADDRESSES_MAX 8u

static const struct str call_words[] = {
#define LINK_CALL(text) STR_INIT(text),
#include "facts/links/link_words.def"
#undef LINK_CALL
};
static const struct str footer_words[] = {
#define LINK_FOOTER(text) STR_INIT(text),
#include "facts/links/link_words.def"
#undef LINK_FOOTER
};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct str cut_text(struct str text) {
    return text.size > LINK_TEXT_BYTES_MAX ? str_slice(text, 0, utf8_floor(text, LINK_TEXT_BYTES_MAX)) : text;
}

/* A letter that continues a Latin word before `at`. */
static bool is_inside_word(struct str text, size_t at) {
    unsigned char before = at ? (unsigned char)text.at[at - 1] : ' ';
    return ascii_is_alnum(before) || (before >= 0x80 && at >= 2 && (unsigned char)text.at[at - 2] >= 0xC3 &&
                                      (unsigned char)text.at[at - 2] <= 0xC5);
}

/* Most words have a byte that the text does not hold at all. */
static bool has_word(struct str folded, const struct str *words, size_t count) {
    bool holds[256] = {false};
    for (size_t i = 0; i < folded.size; i++) holds[(unsigned char)folded.at[i]] = true;
    for (size_t i = 0; i < count; i++) {
        const struct str *word = &words[i];
        if (!holds[(unsigned char)word->at[0]] || !holds[(unsigned char)word->at[word->size / 2]] ||
            !holds[(unsigned char)word->at[word->size - 1]])
            continue;
        bool latin = (unsigned char)words[i].at[0] < 0xE0;
        for (size_t at = 0; (at = str_find(folded, words[i], at)) != STR_NONE; at++)
            if (!latin || !is_inside_word(folded, at)) return true;
    }
    return false;
}

/* NFKC, lower case, white space runs as one space. */
static struct str fold_text(struct arena *arena, struct str text) {
    struct str folded = unicode_nfkc_casefold(arena, cut_text(text));
    struct str_builder out;
    bool space = false;
    str_builder_init(&out, arena, folded.size + 1);
    for (size_t i = 0; i < folded.size; i++) {
        bool is_space = ascii_is_space((unsigned char)folded.at[i]);
        if (is_space && space) continue;
        str_builder_byte(&out, is_space ? ' ' : folded.at[i]);
        space = is_space;
    }
    return str_builder_view(&out);
}

/* ---- the address that a text shows ---- */

/* The host of the first address in the text, of Amazon's if there is one. */
static struct str find_host(struct arena *arena, struct str text) {
    struct str first = {0};
    struct span span;
    bool certain;
    size_t from = 0;
    text = cut_text(text);
    for (unsigned i = 0; i < TEXT_ADDRESSES_MAX && plain_find_link(text, &from, &span, &certain); i++) {
        if (span.from > 0 && text.at[span.from - 1] == '@') continue;
        struct link_fact shown;
        link_judge(arena, str_slice(text, span.from, span.to), NULL, true, &shown);
        if (!link_is_web(&shown.url)) continue;
        struct str host = link_final_url(&shown)->host;
        if (shown.standing == STANDING_OFFICIAL) return host;
        if (!first.size) first = host;
    }
    return first;
}

static struct str registrable(struct str host) {
    struct domain domain = {0};
    if (host.size && host.at[0] != '[') domain_find(host, &domain);
    return domain.registrable.size ? domain.registrable : host;
}

/* Another site than the link's, by who registered it; Amazon's are one. */
static bool is_other_site(struct arena *arena, struct str host, const struct link_fact *fact) {
    const struct url *target = link_final_url(fact);
    if (!host.size || !link_is_web(target) || fact->standing == STANDING_NOT_WEB) return false;
    if (str_equal(registrable(host), registrable(target->host))) return false;
    if (str_equal(registrable(host), registrable(fact->url.host)) && !fact->has_inner) return false;
    if (fact->standing != STANDING_OFFICIAL) return true;
    struct host_judgement shown;
    brand_judge_host(arena, host, &shown);
    return shown.standing != STANDING_OFFICIAL;
}

/* Without scheme, "www.", and what a shortened display leaves out. */
static struct str strip_address(struct str text) {
    static const struct str begins[] = {STR_INIT("https://"), STR_INIT("http://"), STR_INIT("//"),
                                        STR_INIT("www.")};
    text = str_trim(text);
    for (size_t i = 0; i < COUNT(begins); i++)
        if (str_starts_ascii(text, begins[i])) text = str_skip(text, begins[i].size);
    while (text.size && (text.at[text.size - 1] == '/' || text.at[text.size - 1] == '.'))
        text = str_slice(text, 0, text.size - 1);
    if (str_ends(text, STR("…"))) text = str_slice(text, 0, text.size - STR("…").size);
    return text;
}

static bool is_target(const struct link *link, const struct link_fact *fact) {
    struct str shown = strip_address(link->shown);
    if (!shown.size) return false;
    bool cut = str_ends(str_trim(link->shown), STR("…")) || str_ends(str_trim(link->shown), STR("..."));
    struct str targets[] = {strip_address(link->target), strip_address(fact->url.href)};
    for (size_t i = 0; i < COUNT(targets); i++) {
        if (str_equal_ascii(shown, targets[i])) return true;
        if (cut && fact->url.host.size && shown.size > fact->url.host.size &&
            str_starts_ascii(targets[i], shown))
            return true;
    }
    return false;
}

void link_text_read(struct arena *arena, const struct link *link, struct link_fact *fact) {
    struct str text = link->shown.size ? link->shown : link->title;
    fact->text_is_target = link->source == LINK_TEXT || is_target(link, fact);
    if (!text.size) return;
    struct arena scratch = {0};
    fact->text_host = str_copy(arena, find_host(&scratch, text));
    if (!fact->text_is_target && is_other_site(&scratch, fact->text_host, fact)) {
        fact->text_is_other_host = true;
        fact->notes |= URL_NOTE_BIT(text_other_host);
    }
    if (link->title.size && is_other_site(&scratch, find_host(&scratch, link->title), fact))
        fact->notes |= URL_NOTE_BIT(title_other_host);
    fact->text_names_brand = look_alike_in_text(&scratch, text);
    fact->text_calls = has_word(fold_text(&scratch, text), call_words, COUNT(call_words));
    if (scratch.failed) arena->failed = true;
    arena_release(&scratch);
}

void link_text_forget(struct link_fact *fact) {
    fact->text_host = (struct str){0};
    fact->text_is_other_host = fact->text_is_target = fact->text_names_brand = fact->text_calls = false;
    fact->notes &= ~(URL_NOTE_BIT(text_other_host) | URL_NOTE_BIT(title_other_host));
}

/* ---- what the message wants pressed ---- */

static const struct link *link_of(const struct facts *facts, size_t index) {
    const struct document *document = &facts->message->document;
    return index < document->links.size ? &document->links.at[index] : NULL;
}

/* Seen, and leading somewhere. */
static bool is_visible_web(const struct link *link, const struct link_fact *fact) {
    if (fact->standing == STANDING_NOT_WEB || fact->standing == STANDING_UNPARSABLE) return false;
    return !link || (link->hidden == HIDDEN_none && !link->empty);
}

bool link_text_is_shop_name(const struct link *link) {
    return link && link->source == LINK_TEXT && str_find_byte(link->shown, '/', 0) == STR_NONE &&
           !str_starts_ascii(link->shown, STR("www."));
}

/* Below the message: unsubscribe, terms, social networks. */
static bool is_footer(struct arena *arena, const struct link *link, const struct link_fact *fact) {
    if (!link) return false;
    if (fact->partner) return true;
    if (!link->shown.size || link->shown.size > LINK_TEXT_BYTES_MAX / 8) return false;
    return has_word(fold_text(arena, link->shown), footer_words, COUNT(footer_words));
}

/* A link that asks to be pressed by itself, whatever stands beside it. */
static bool calls_by_itself(struct arena *arena, const struct link *link, const struct link_fact *fact,
                            bool footer) {
    if (!link || fact->text_calls) return true;
    if (link->source == LINK_FORM || link->source == LINK_REFRESH) return true;
    if (footer) return false;
    if (link->button || link->source == LINK_BUTTON || fact->text_names_brand) return true;
    if (!fact->text_host.size) return false;
    struct host_judgement shown;
    brand_judge_host(arena, fact->text_host, &shown);
    return shown.standing == STANDING_OFFICIAL;
}

/* Where nothing calls by itself: the picture that is the message, or the first
 * link; and every link to the only site that the message leads to. */
void link_text_find_calls(struct arena *arena, struct facts *facts) {
    size_t first = STR_NONE, first_image = STR_NONE, any = STR_NONE, calls = 0;
    bool one_host = true, *main_link = arena_alloc(arena, facts->links.size);
    if (!main_link) return;
    for (size_t i = 0; i < facts->links.size; i++) {
        struct link_fact *fact = &facts->links.at[i];
        const struct link *link = link_of(facts, i);
        if (!is_visible_web(link, fact)) continue;
        if (fact->standing == STANDING_OFFICIAL && link_text_is_shop_name(link)) continue;
        bool footer = is_footer(arena, link, fact);
        fact->call = calls_by_itself(arena, link, fact, footer);
        main_link[i] = !footer;
        calls += fact->call;
        if (any == STR_NONE) any = i;
        if (footer) continue;
        if (first == STR_NONE) first = i;
        one_host &= str_equal(link_final_url(fact)->host, link_final_url(&facts->links.at[first])->host);
        if (first_image == STR_NONE && link && link->image_only) first_image = i;
    }
    if (first == STR_NONE) first = any;
    if (first == STR_NONE) return;
    if (!calls) facts->links.at[first_image != STR_NONE ? first_image : first].call = true;
    for (size_t i = first; one_host && i < facts->links.size; i++)
        if (main_link[i]) facts->links.at[i].call = true;
}
