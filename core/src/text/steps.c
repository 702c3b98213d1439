/* steps: see steps.h.
 *
 * Gets past it: nothing is won by hiding words in a bar; they only stop counting
 * for the kind of message. Wronged: a mail in a language whose steps are not
 * known here; the steps then count as words, as they did before.
 *
 * Sources: ../shared/facts/genuine_sentences.md (order, dispatch, delivery); the
 * English ones as public parsers of order mail read them; the others translated. */
#include "text/steps.h"

#define STEP_LINE_BYTES_MAX 160u
#define STAGES_MIN 3u

enum { NO_STAGE = 0, ORDERED = 1, DISPATCHED = 2, OUT = 4, DELIVERED = 8 };

static const struct {
    struct str word;
    unsigned stage;
} STEPS[] = {
    {STR_INIT("完了済み"), NO_STAGE},
    {STR_INIT("保留中"), NO_STAGE},
    {STR_INIT("注文済み"), ORDERED},
    {STR_INIT("発送済み"), DISPATCHED},
    {STR_INIT("配達中"), OUT},
    {STR_INIT("配達済み"), DELIVERED},
    {STR_INIT("completed"), NO_STAGE},
    {STR_INIT("pending"), NO_STAGE},
    {STR_INIT("ordered"), ORDERED},
    {STR_INIT("shipped"), DISPATCHED},
    {STR_INIT("dispatched"), DISPATCHED},
    {STR_INIT("out for delivery"), OUT},
    {STR_INIT("delivered"), DELIVERED},
    {STR_INIT("bestellt"), ORDERED},
    {STR_INIT("versandt"), DISPATCHED},
    {STR_INIT("in zustellung"), OUT},
    {STR_INIT("zugestellt"), DELIVERED},
    {STR_INIT("commandé"), ORDERED},
    {STR_INIT("expédié"), DISPATCHED},
    {STR_INIT("en cours de livraison"), OUT},
    {STR_INIT("livré"), DELIVERED},
    {STR_INIT("pedido"), ORDERED},
    {STR_INIT("enviado"), DISPATCHED},
    {STR_INIT("en reparto"), OUT},
    {STR_INIT("entregado"), DELIVERED},
    {STR_INIT("ordinato"), ORDERED},
    {STR_INIT("spedito"), DISPATCHED},
    {STR_INIT("in consegna"), OUT},
    {STR_INIT("consegnato"), DELIVERED},
};

static struct str skip_signs(struct str text) {
    static const struct str SIGNS[] = {STR_INIT(" "),        STR_INIT("\t"), STR_INIT("　"),
                                       STR_INIT("\xC2\xA0"), STR_INIT("|"),  STR_INIT("\xC2\xB7"),
                                       STR_INIT("・"),       STR_INIT(">"),  STR_INIT("-"),
                                       STR_INIT("→"),        STR_INIT("✓"),  STR_INIT("•")};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!str_starts(text, SIGNS[i])) continue;
        text = str_skip(text, SIGNS[i].size);
        i = (size_t)-1; /* any sign may follow */
    }
    return text;
}

/* True when the line is only steps; their stages in `*stages`. */
static bool read_line(struct str line, unsigned *stages) {
    *stages = 0;
    line = skip_signs(str_trim(line));
    if (line.size == 0 || line.size > STEP_LINE_BYTES_MAX) return false;
    while (line.size > 0) {
        size_t step = 0;
        char first = ascii_lower(line.at[0]);
        while (step < sizeof STEPS / sizeof *STEPS &&
               (ascii_lower(STEPS[step].word.at[0]) != first || !str_starts_ascii(line, STEPS[step].word)))
            step++;
        if (step == sizeof STEPS / sizeof *STEPS) return false;
        struct str rest = str_skip(line, STEPS[step].word.size);
        bool latin = ascii_is_alpha((unsigned char)line.at[0]);
        line = skip_signs(rest);
        if (latin && rest.size > 0 && line.size == rest.size) return false; /* "Shippeddate" */
        *stages |= STEPS[step].stage;
    }
    return true;
}

bool steps_are_line(struct str line) {
    unsigned stages;
    return read_line(line, &stages);
}

static size_t count_stages(unsigned stages) {
    size_t count = 0;
    for (; stages; stages >>= 1) count += stages & 1;
    return count;
}

void steps_find(struct str text, struct step_bars *out) {
    *out = (struct step_bars){0};
    struct span bar = {0, 0};
    unsigned all = 0;
    for (size_t from = 0; from <= text.size && out->size < STEP_BARS_MAX;) {
        size_t end = str_find_byte(text, '\n', from);
        if (end == STR_NONE) end = text.size;
        struct str line = str_slice(text, from, end);
        unsigned stages;
        bool steps = read_line(line, &stages);
        if (steps) {
            if (bar.from == bar.to) bar.from = from;
            bar.to = end;
            all |= stages;
        }
        if (bar.from < bar.to && ((!steps && str_trim(line).size > 0) || end == text.size)) {
            if (count_stages(all) >= STAGES_MIN) out->at[out->size++] = bar;
            bar = (struct span){0, 0};
            all = 0;
        }
        from = end + 1;
    }
}

bool steps_hold(const struct step_bars *bars, size_t at) {
    for (size_t i = 0; i < bars->size; i++)
        if (at >= bars->at[i].from && at < bars->at[i].to) return true;
    return false;
}
