/* print_doubt: see print_doubt.h. The host is read as if each of its letters that
 * has a twin in print were that twin; when that makes it Amazon's, it is in doubt. */
#include "facts/links/print_doubt.h"

#include "facts/links/brand.h"
#include "limits.h"

struct twin {
    struct str seen, meant;
};

static const struct twin twins[] = {
    {STR_INIT("rn"), STR_INIT("m")}, {STR_INIT("nn"), STR_INIT("m")}, {STR_INIT("vv"), STR_INIT("w")},
    {STR_INIT("cl"), STR_INIT("d")}, {STR_INIT("0"), STR_INIT("o")},  {STR_INIT("2"), STR_INIT("z")},
    {STR_INIT("5"), STR_INIT("s")},  {STR_INIT("8"), STR_INIT("b")},  {STR_INIT("q"), STR_INIT("g")},
};

/* `thin`: what the thin letters 1, l and i are taken for. */
static struct str read_as(struct arena *arena, struct str host, char thin) {
    struct str_builder out;
    str_builder_init(&out, arena, host.size);
    for (size_t at = 0; at < host.size;) {
        size_t t = 0, count = sizeof twins / sizeof *twins;
        while (t < count && !str_starts(str_skip(host, at), twins[t].seen)) t++;
        if (t < count) {
            str_builder_str(&out, twins[t].meant);
            at += twins[t].seen.size;
            continue;
        }
        char letter = host.at[at++];
        bool is_thin = letter == '1' || letter == 'l' || letter == 'i';
        str_builder_byte(&out, is_thin && thin ? thin : letter);
    }
    return str_builder_view(&out);
}

static bool is_official(struct arena *arena, struct str host) {
    struct host_judgement judgement;
    brand_judge_host(arena, host, &judgement);
    return judgement.standing == STANDING_OFFICIAL;
}

bool print_doubt_host(struct arena *arena, const struct facts *facts, struct str host) {
    if (!facts->options || facts->options->request.origin != ORIGIN_PICTURE) return false;
    if (host.size == 0 || host.size > HOST_BYTES_JUDGED_MAX || is_official(arena, host)) return false;
    const struct strings *compared = &facts->options->answers.letters;
    for (size_t i = 0; i < compared->size; i++)
        if (str_equal_ascii(compared->at[i], host)) return false;
    static const char thin[] = {'\0', 'l', 'i'};
    for (size_t i = 0; i < sizeof thin; i++)
        if (is_official(arena, read_as(arena, host, thin[i]))) return true;
    return false;
}

void print_doubt_link(struct arena *arena, const struct facts *facts, struct link_fact *fact) {
    if (fact->standing == STANDING_OFFICIAL || !fact->url.has_host) return;
    if (!print_doubt_host(arena, facts, fact->url.host)) return;
    fact->standing = STANDING_UNPARSABLE;
    fact->notes |= URL_NOTE_BIT(letters_in_doubt);
}
