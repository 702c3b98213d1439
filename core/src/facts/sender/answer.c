/* answer: see answer.h.
 *
 * An attacker would put the fake into a quote and a word above it. So a quote
 * counts as one only below or between words of a person who goes by a name of
 * their own (no role, no Amazon in it), when something shows that a message is
 * answered: "Re:", In-Reply-To, a list, or the line that programs write above
 * what they quote. And not where the writer's own words lead into it: to
 * confirm, enter or pay, with a link in the quote that is not Amazon's.
 *
 * Gets past it: a fake by a person's name that asks for nothing itself. It is
 * then called what it is, a letter from somebody that quotes a message; its
 * links are judged and shown. Wronged: an answer without a name in the From
 * line and without In-Reply-To; it is judged by what it quotes. */
#include "facts/sender/answer.h"

#include "base/utf8.h"
#include "facts/links/brand.h"
#include "facts/sender/sender_role.h"
#include "limits.h"
#include "text/words.h"

enum { OWN_LETTERS_MIN = 6 }; /* "It's fake", 偽物です: fewer say nothing */

static struct span block_span(const struct document *document, size_t index) {
    const struct block *block = &document->blocks.at[index];
    if (block->runs_to <= block->runs_from || block->hidden != HIDDEN_none) return (struct span){0, 0};
    return (struct span){document->runs.at[block->runs_from].span.from,
                         document->runs.at[block->runs_to - 1].span.to};
}

/* "On Tue, 24 Nov 2026, Taro wrote:", "2026年11月24日(火) 9:00 山田太郎 <...>:",
 * "Am 24.11.2026 um 09:00 schrieb Taro:": what programs write above a quote. */
static bool is_attribution(struct str line) {
    static const struct str words[] = {STR_INIT("wrote:"),   STR_INIT("wrote :"),    STR_INIT("schrieb"),
                                       STR_INIT("a écrit"),  STR_INIT("escribió"),   STR_INIT("ha scritto"),
                                       STR_INIT("escreveu"), STR_INIT("schreef"),    STR_INIT("napisał"),
                                       STR_INIT("skrev"),    STR_INIT("writes:"),    STR_INIT("書きました"),
                                       STR_INIT("さんは"),   STR_INIT("wrote in <"), STR_INIT("写道")};
    line = str_trim(line);
    if (line.size > ATTRIBUTION_BYTES_MAX) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_contains_ascii(line, words[i])) return true;
    bool ends = str_ends(line, STR(":")) || str_ends(line, STR("："));
    bool address = str_find_byte(line, '@', 0) != STR_NONE;
    return ends && address && (str_contains(line, STR("20")) || str_contains(line, STR("<")));
}

/* Is there more quoted behind this block? An attribution stands above a quote. */
static bool quote_follows(const struct document *document, size_t index) {
    for (size_t i = index + 1; i < document->blocks.size && i <= index + 3; i++)
        if (document->blocks.at[i].kind == BLOCK_QUOTE && block_span(document, i).to) return true;
    return false;
}

static size_t count_letters(struct str text) {
    size_t letters = 0;
    for (size_t at = 0; at < text.size && letters < OWN_LETTERS_MIN;) {
        uint32_t point = utf8_next(text, &at);
        letters += point >= 0x80 ? point > 0xBF : ascii_is_alpha((unsigned char)point);
    }
    return letters;
}

static bool has_reply_prefix(struct str subject) {
    static const struct str prefixes[] = {
        STR_INIT("re:"),   STR_INIT("re "),   STR_INIT("re："),   STR_INIT("aw:"),  STR_INIT("sv:"),
        STR_INIT("antw:"), STR_INIT("返信:"), STR_INIT("返信："), STR_INIT("odp:"), STR_INIT("ynt:"),
        STR_INIT("rif:"),  STR_INIT("res:"),  STR_INIT("回复:"),  STR_INIT("回覆:")};
    struct str text = str_trim(subject);
    if (str_starts(text, STR("["))) { /* "[list] Re: ..." */
        size_t close = str_find_byte(text, ']', 0);
        if (close != STR_NONE) text = str_trim(str_skip(text, close + 1));
    }
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_starts_ascii(text, prefixes[i])) return true;
    return false;
}

static bool has_header(const struct facts *facts, const struct str *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (headers_find(&facts->message->headers, names[i])) return true;
    return false;
}

static bool is_threaded(const struct facts *facts) {
    static const struct str names[] = {STR_INIT("In-Reply-To"), STR_INIT("References")};
    return has_header(facts, names, sizeof names / sizeof *names);
}

static bool is_from_list(const struct facts *facts) {
    static const struct str names[] = {STR_INIT("List-Id"), STR_INIT("List-Post"), STR_INIT("X-BeenThere"),
                                       STR_INIT("Mailing-List")};
    return has_header(facts, names, sizeof names / sizeof *names);
}

/* Somebody who writes in a name of their own. At an address of Amazon's a name
 * proves less: there a thread or a list must show. */
static bool is_persons(struct arena *arena, const struct facts *facts) {
    const struct envelope *envelope = facts_envelope(facts);
    if (envelope->from.size != 1) return false;
    for (size_t i = 0; i < facts->text.brand_words.size; i++)
        if (facts->text.brand_words.at[i].part == PART_FROM) return false;
    const struct mailbox *mailbox = &envelope->from.at[0];
    bool shown = is_threaded(facts) || is_from_list(facts);
    struct host_judgement judgement;
    brand_judge_domain(arena, mailbox->domain, &judgement);
    if (judgement.standing == STANDING_IMPERSONATING) return false;
    if (judgement.standing == STANDING_OFFICIAL && (!shown || sender_role_is_address(mailbox->address)))
        return false;
    if (!mailbox->name.size || str_find_byte(mailbox->name, '@', 0) != STR_NONE)
        return shown && !sender_role_is_address(mailbox->address);
    return !sender_role_is_sender(arena, mailbox);
}

/* The quotes, and in `own` everything else that is seen. */
static bool split(struct arena *arena, struct facts *facts, struct str_builder *own, bool *attributed) {
    const struct document *document = &facts->message->document;
    bool any = false;
    for (size_t i = 0; i < document->blocks.size; i++) {
        struct span span = block_span(document, i);
        if (span.to <= span.from || span.from < facts->message->body.from) continue;
        struct str text = str_slice(document->text, span.from, span.to);
        bool quote = document->blocks.at[i].kind == BLOCK_QUOTE;
        bool above = !quote && quote_follows(document, i) && is_attribution(text);
        *attributed = *attributed || above;
        any = any || quote;
        if (!quote && !above) {
            str_builder_str(own, text);
            str_builder_byte(own, '\n');
            continue;
        }
        struct span *last =
            facts->answer.quotes.size ? &facts->answer.quotes.at[facts->answer.quotes.size - 1] : NULL;
        if (last && last->to + 1 >= span.from) {
            last->to = span.to;
            continue;
        }
        struct span *added = list_add(arena, &facts->answer.quotes);
        if (added) *added = span;
    }
    return any;
}

/* The writer's own words send the reader to what is quoted. */
static bool leads_in(const struct facts *facts, const struct words *own) {
    bool asks = words_have(own, WORD_confirm) || words_have(own, WORD_enter) ||
                words_have(own, WORD_sign_in) || words_have(own, WORD_at_once);
    if (!asks || words_have(own, WORD_never) || words_have(own, WORD_about_fraud)) return false;
    const struct document *document = &facts->message->document;
    for (size_t i = 0; i < facts->links.size && i < document->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        bool foreign = fact->standing != STANDING_OFFICIAL && fact->standing != STANDING_NOT_WEB;
        if (foreign && fact->call && answer_quotes(facts, document->links.at[i].span.from)) return true;
    }
    return false;
}

bool answer_quotes(const struct facts *facts, size_t at) {
    size_t low = 0, high = facts->answer.quotes.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (facts->answer.quotes.at[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < facts->answer.quotes.size && facts->answer.quotes.at[low].from <= at;
}

bool answer_quotes_subject(const struct facts *facts) {
    return facts->answer.own && has_reply_prefix(facts_envelope(facts)->subject);
}

void answer_find(struct arena *arena, struct facts *facts) {
    if (facts->forwarded || !is_persons(arena, facts)) return;
    struct str_builder own;
    bool attributed = false;
    str_builder_init(&own, arena, 256);
    bool quotes = split(arena, facts, &own, &attributed);
    struct str text = str_builder_view(&own);
    bool shown = attributed || is_threaded(facts) || is_from_list(facts) ||
                 has_reply_prefix(facts_envelope(facts)->subject);
    struct words *words = arena_alloc(arena, sizeof *words);
    bool answers = quotes && shown && words && count_letters(text) >= OWN_LETTERS_MIN;
    if (answers) {
        words_find(arena, text, words);
        answers = !leads_in(facts, words);
    }
    if (answers)
        facts->answer.own = words;
    else
        facts->answer.quotes.size = 0;
}
