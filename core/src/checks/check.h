/* check: what a check is, and how it says what it found.
 *
 *   facts --(one pure function per check)--> findings
 *
 * A check sees facts, never other findings. It names outcomes, never weights or
 * sentences: weights stand in checks.def, sentences in web/locales. A check adds
 * at most one finding per outcome, with its first pieces of evidence, so that a
 * flood of links is a flood of neither findings nor reasons. */
#ifndef HONMONO_CHECKS_CHECK_H
#define HONMONO_CHECKS_CHECK_H

#include "facts/facts.h"

enum point {
#define POINT(id) POINT_##id,
#include "checks/checks.def"
#undef POINT
    POINT_COUNT
};

enum check {
#define CHECK(id, point) CHECK_##id,
#include "checks/checks.def"
#undef CHECK
    CHECK_COUNT
};

enum outcome {
#define OUTCOME(check, message, weight) OUTCOME_##check##__##message,
#include "checks/checks.def"
#undef OUTCOME
    OUTCOME_COUNT
};

/* From most to least telling; the blocks are written as "note" (see checks.def). */
enum weight {
    WEIGHT_decisive,
    WEIGHT_strong,
    WEIGHT_weak,
    WEIGHT_good,
    WEIGHT_block,
    WEIGHT_block_unproven,
    WEIGHT_block_points,
    WEIGHT_note
};

struct argument {
    const char *name;
    struct str value;
};

struct evidence {
    enum text_part part;
    struct str before, match, after;
    int64_t link;     /* index into facts.links, -1 for none */
    struct span span; /* PART_TEXT: of the visible text; else empty */
};

struct finding {
    enum outcome outcome;
    enum weight weight; /* of the outcome, in this message */
    struct {
        LIST(struct argument);
    } arguments;
    struct {
        LIST(struct evidence);
    } evidence;
};

struct report {
    struct arena *arena;
    const struct facts *facts;
    struct {
        LIST(struct finding);
    } findings;
};

/* The finding for `outcome`, added when it is not there yet; NULL without
 * memory, which all functions below accept. Valid until the next report_add().
 */
struct finding *report_add(struct report *report, enum outcome outcome);
/* Arguments of a finding are set once; a second value for a name is ignored. */
void finding_argument(struct report *report, struct finding *finding, const char *name, struct str value);
/* Evidence in the visible text, in a link, or in the text of a header. */
void finding_text(struct report *report, struct finding *finding, struct span span);
/* The same in document.hidden_text: quoted, but nowhere to be marked. */
void finding_hidden(struct report *report, struct finding *finding, struct span span);
void finding_link(struct report *report, struct finding *finding, size_t link);
void finding_header(struct report *report, struct finding *finding, enum text_part part, struct str match);

/* Runs one check, or all of a point (see verdict.c: questions are answered for
 * trial point by point). */
void check_run(enum check check, struct report *report);

enum point check_point(enum check check);
enum check outcome_check(enum outcome outcome);
enum weight outcome_weight(enum outcome outcome, bool proven);
const char *point_name(enum point point);
const char *check_name(enum check check);       /* snake_case, as in C; kebab-case in JSON */
const char *outcome_name(enum outcome outcome); /* the message id, likewise */
const char *weight_name(enum weight weight);

/* Shared by several checks; see check.c. */
bool check_is_strict(const struct facts *facts);
/* A kind of mail in which Amazon delivers what somebody else wrote. */
bool check_has_others_words(const struct facts *facts);
/* Amazon is proven to have sent it, and wrote it itself. */
bool check_is_proven(const struct facts *facts);

/* A program read it in a picture. */
bool check_is_picture(const struct facts *facts);
/* Order, dispatch, delivery and return mail. */
bool check_is_about_order(const struct facts *facts);
/* ... with an order number that can be looked up in the order history. */
bool check_has_order(const struct facts *facts);
/* Must it greet by name? Account, sign-in and payment mail, unless Amazon is
 * proven to have sent it, or it reports no sign-in, comes from Amazon's address as
 * far as is known, and leads to pages of the account at Amazon's only. */
bool check_must_greet(const struct facts *facts);
bool check_has_official_beside(const struct facts *facts);
/* document.links' entry behind a link fact; NULL for an answered target. */
const struct link *check_link(const struct facts *facts, size_t link);
/* Words with a dot that only some programs make a link of. Programs for phone
 * messages do so with every "host/path", and known hosts are hosts. */
bool check_is_perhaps_link(const struct facts *facts, size_t link);
/* The host and domain that count: those of the inner URL when there is one. */
struct str check_link_host(const struct link_fact *fact);
struct str check_link_domain(const struct link_fact *fact);

#define CHECK(id, point) void check_##id(const struct facts *facts, struct report *report);
#include "checks/checks.def"
#undef CHECK

#endif
