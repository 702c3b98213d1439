/* order: the numbers of the orders that a message is about.
 *
 * In: subject and visible text of order, dispatch, delivery, return and payment
 * mail. Out: facts->order.numbers: 3-7-7 digits (D01-7-7 for digital orders), in
 * ASCII digits with hyphens. The person can look them up in the order history; a
 * number proves nothing by itself.
 *
 * Gets past it: an order number that leaked. Wronged: nobody; without a number the
 * question is not asked. */
#include "facts/facts.h"
#include "limits.h"
#include "text/fold.h"

enum { GROUP_COUNT = 3, NUMBER_BYTES = 19 };

static bool is_about_orders(const struct facts *facts) {
    return facts->about == ABOUT_order || facts->about == ABOUT_dispatch || facts->about == ABOUT_delivery ||
           facts->about == ABOUT_return_refund || facts->about == ABOUT_payment_problem;
}

/* The number that begins at `at` of a folded text, whole. */
static bool is_number(struct str text, size_t at) {
    static const size_t groups[GROUP_COUNT] = {3, 7, 7};
    if (at + NUMBER_BYTES > text.size) return false;
    if (at > 0 && (ascii_is_alnum((unsigned char)text.at[at - 1]) || text.at[at - 1] == '-')) return false;
    size_t end = at + NUMBER_BYTES;
    if (end < text.size && (ascii_is_alnum((unsigned char)text.at[end]) || text.at[end] == '-')) return false;
    size_t place = at;
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        if (group > 0 && text.at[place++] != '-') return false;
        for (size_t i = 0; i < groups[group]; i++, place++) {
            bool digital = group == 0 && i == 0 && text.at[place] == 'd';
            if (!digital && !ascii_is_digit((unsigned char)text.at[place])) return false;
        }
    }
    return true;
}

static void keep(struct arena *arena, struct order_facts *order, struct str number) {
    if (order->numbers.size >= ORDER_NUMBERS_MAX) return;
    struct str_builder capitals;
    str_builder_init(&capitals, arena, number.size);
    for (size_t i = 0; i < number.size; i++)
        str_builder_byte(&capitals, number.at[i] == 'd' ? 'D' : number.at[i]);
    number = str_builder_view(&capitals);
    for (size_t i = 0; i < order->numbers.size; i++)
        if (str_equal(order->numbers.at[i], number)) return;
    struct str *slot = list_add(arena, &order->numbers);
    if (slot) *slot = number;
}

/* Folded through a window, so that a long text is not copied. */
static void find_in(struct arena *arena, struct order_facts *order, struct str text) {
    while (text.size && order->numbers.size < ORDER_NUMBERS_MAX) {
        struct str line = str_cut(&text, '\n');
        bool wide = str_find_byte(line, (char)0xEF, 0) != STR_NONE; /* a digit and a sign at once */
        bool sign =
            wide || str_find_byte(line, '-', 0) != STR_NONE || str_find_byte(line, (char)0xE2, 0) != STR_NONE;
        bool digits = wide;
        for (size_t i = 0; sign && !digits && i < line.size; i++)
            digits = ascii_is_digit((unsigned char)line.at[i]);
        if (!digits || !sign || line.size > ORDER_LINE_BYTES_MAX) continue;
        struct arena scratch = {0};
        struct str folded = fold_all(&scratch, line);
        for (size_t at = 0; at < folded.size; at++)
            if (is_number(folded, at)) keep(arena, order, str_slice(folded, at, at + NUMBER_BYTES));
        if (scratch.failed) arena->failed = true;
        arena_release(&scratch);
    }
}

void order_find(struct arena *arena, struct facts *facts) {
    if (!is_about_orders(facts)) return;
    find_in(arena, &facts->order, facts_envelope(facts)->subject);
    find_in(arena, &facts->order, facts->message->document.text);
}
