/* link-not-web
 *
 * Looks for: links that are no web address: those that run code or carry a whole
 *   page in themselves (javascript:, data:, vbscript:), those that start another
 *   program, and those that no browser would open.
 * Why it matters: Amazon's mail links to web pages; a page inside a link is a
 *   way past every filter that looks at hosts.
 * Stays quiet when: it is a mail address or telephone number (other-way-to-act),
 *   or an anchor inside the message itself. In what was read in a picture a host
 *   that is Amazon's but for letters which look alike in print is asked for.
 * Known limits: a link that cannot be read only rules out "consistent". */
#include "checks/check.h"

static bool runs_code(struct str scheme) {
    static const struct str schemes[] = {STR_INIT("javascript"), STR_INIT("data"),   STR_INIT("vbscript"),
                                         STR_INIT("intent"),     STR_INIT("blob"),   STR_INIT("file"),
                                         STR_INIT("search-ms"),  STR_INIT("ms-msdt")};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_equal(scheme, schemes[i])) return true;
    return false;
}

void check_link_not_web(const struct facts *facts, struct report *report) {
    for (size_t i = 0; i < facts->links.size; i++) {
        const struct link_fact *fact = &facts->links.at[i];
        const struct link *link = check_link(facts, i);
        if (fact->standing == STANDING_NOT_WEB && runs_code(fact->url.scheme)) {
            struct finding *finding = report_add(report, OUTCOME_link_not_web__runs_code);
            finding_argument(report, finding, "scheme", fact->url.scheme);
            finding_link(report, finding, i);
        } else if (fact->notes & URL_NOTE_BIT(letters_in_doubt)) {
            struct finding *finding = report_add(report, OUTCOME_link_not_web__letters_in_doubt);
            finding_argument(report, finding, "host", fact->url.host);
            finding_link(report, finding, i);
        } else if (fact->standing == STANDING_UNPARSABLE && link && link->target.size &&
                   link->target.at[0] != '#') {
            struct finding *finding = report_add(report, OUTCOME_link_not_web__unreadable_link);
            finding_argument(report, finding, "target", str_slice(link->target, 0, 400));
            finding_link(report, finding, i);
        }
    }
}
