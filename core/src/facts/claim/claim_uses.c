/* claim_uses: see claim_uses.h. A few uses tell; a flood of names says nothing
 * new, so only the first ones are read. */
#include "facts/claim/claim_uses.h"

#include "facts/claim/claim_context.h"
#include "facts/claim/claim_sender.h"
#include "facts/sender/answer.h"

bool claim_has_main_action(const struct facts *facts) {
    for (size_t i = 0; i < facts->actions.size; i++)
        if (facts->actions.at[i].main_call && !answer_quotes(facts, facts->actions.at[i].span.from))
            return true;
    return false;
}

bool claim_quotes_link(const struct facts *facts, size_t i) {
    const struct document *document = &facts->message->document;
    return i < document->links.size && document->links.at[i].hidden == HIDDEN_none &&
           answer_quotes(facts, document->links.at[i].span.from);
}

enum {
    MARK_BRACKET_BYTES = 3, /* one bracket before the name */
    QUOTE_BYTES_MAX = 200,  /* a title is not longer */
};

/* Inside 「...」 or “...” that goes on around the name: the title of a question
 * or of a page, which somebody quotes. */
static bool is_quoted_title(struct str before) {
    static const struct str open[] = {STR_INIT("「"), STR_INIT("『"), STR_INIT("“")},
                            close[] = {STR_INIT("」"), STR_INIT("』"), STR_INIT("”")};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        size_t opened = STR_NONE;
        for (size_t at = 0; (at = str_find(before, open[i], at)) != STR_NONE; at++) opened = at;
        if (opened != STR_NONE && str_find(before, close[i], opened) == STR_NONE) return true;
    }
    return false;
}

/* "acme/amazon-orders": a place in somebody's store of programs. */
static bool is_part_of_path(struct str before, struct str after) {
    if (before.size < 2 || before.at[before.size - 1] != '/') return false;
    return ascii_is_alnum((unsigned char)before.at[before.size - 2]) && str_starts(after, STR("-"));
}

/* The name, perhaps with the end of its address, and nothing else on the line. */
static bool is_title(struct str before, struct str after) {
    static const struct str ends[] = {STR_INIT(".co.jp"), STR_INIT(".com"), STR_INIT(".jp")};
    size_t line = str_find_last_byte(before, '\n');
    struct str left = line == STR_NONE ? before : str_skip(before, line + 1);
    struct str right = str_slice(after, 0, str_find_byte(after, '\n', 0));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_starts_ascii(right, ends[i])) right = str_skip(right, ends[i].size);
    return !str_trim(left).size && !str_trim(right).size;
}

static void count_use(struct arena *arena, const struct brand_word *word, struct str text, bool first_is_mark,
                      struct claim_uses *uses) {
    struct str before = str_slice(text, 0, word->span.from), after = str_skip(text, word->span.to);
    bool subject = word->part == PART_SUBJECT;
    if (is_part_of_path(before, after)) {
        uses->others++;
        return;
    }
    /* a mark is a matter of subjects, and of the first word of a message that has
     * none; elsewhere in a text it is a heading or a logo */
    switch (claim_context_find(arena, before, after)) {
    case CONTEXT_OTHERS:
        uses->others++;
        return;
    case CONTEXT_MARK:
        if (subject || (first_is_mark && str_trim(before).size <= MARK_BRACKET_BYTES))
            uses->mark++;
        else
            uses->mention++;
        uses->in_subject += subject;
        break;
    case CONTEXT_CUSTOMER:
        uses->customer++;
        uses->in_subject += subject;
        uses->to_customer_in_subject += subject;
        uses->quoted += is_quoted_title(
            before.size > QUOTE_BYTES_MAX ? str_skip(before, before.size - QUOTE_BYTES_MAX) : before);
        break;
    case CONTEXT_SELLERS:
        uses->sellers++;
        uses->sellers_in_subject += subject;
        break;
    case CONTEXT_GIFT:
        uses->gift++;
        uses->gift_in_subject += subject;
        break;
    case CONTEXT_MENTION:
        uses->mention++;
        uses->in_subject += subject;
        break;
    }
    uses->image += word->image;
    uses->title += !subject && is_title(before, after);
    uses->odd_spelling += word->spelling != SPELLING_PLAIN;
}

enum { USES_READ_MAX = 200 }; /* the first ones tell; a flood of names says nothing new */

struct claim_uses claim_uses_count(struct arena *arena, const struct facts *facts) {
    bool first_is_mark = facts->brief || claim_has_main_action(facts);
    struct claim_uses uses = {0};
    bool hides = claim_hides_behind_role(arena, facts);
    for (size_t i = 0; i < facts->text.brand_words.size && i < USES_READ_MAX; i++) {
        const struct brand_word *word = &facts->text.brand_words.at[i];
        if (word->part == PART_SUBJECT && !answer_quotes_subject(facts))
            count_use(arena, word, facts_envelope(facts)->subject, false, &uses);
        if (word->part == PART_TEXT && !answer_quotes(facts, word->span.from))
            count_use(arena, word, facts->message->document.text, first_is_mark, &uses);
    }
    if (hides || facts->brief) {
        uses.customer += uses.sellers;
        uses.in_subject += uses.sellers_in_subject;
        uses.to_customer_in_subject += uses.sellers_in_subject;
    } else {
        uses.others += uses.sellers;
    }
    return uses;
}
