/* link_numbers: see link_numbers.h. */
#include "verdict/link_numbers.h"

#include "limits.h"

static void mark_flagged(const struct judgement *judgement, struct link_numbers *numbers) {
    for (size_t i = 0; i < judgement->report.findings.size; i++) {
        const struct finding *finding = &judgement->report.findings.at[i];
        for (size_t e = 0; e < finding->evidence.size; e++)
            if (finding->evidence.at[e].link >= 0) numbers->of[finding->evidence.at[e].link] = 1;
    }
}

struct link_numbers link_numbers_find(struct arena *arena, const struct facts *facts,
                                      const struct judgement *judgement) {
    struct link_numbers numbers = {.of = arena_array(arena, facts->links.size, sizeof *numbers.of)};
    if (!numbers.of) return numbers;
    mark_flagged(judgement, &numbers);
    size_t flagged = 0;
    for (size_t i = 0; i < facts->links.size; i++) flagged += numbers.of[i] != 0;
    size_t others = flagged < JSON_LINKS_MAX ? JSON_LINKS_MAX - flagged : 0;
    for (size_t i = 0; i < facts->links.size; i++) {
        bool wanted = numbers.of[i] ? numbers.written < JSON_LINKS_MAX : others > 0;
        if (wanted && !numbers.of[i]) others--;
        numbers.of[i] = wanted ? (int32_t)numbers.written++ : -1;
    }
    return numbers;
}

int32_t link_numbers_of(const struct link_numbers *numbers, int64_t link) {
    return link >= 0 && numbers->of ? numbers->of[link] : -1;
}
