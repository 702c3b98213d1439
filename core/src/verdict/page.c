/* page: see page.h. Each message of a page is read once more by itself, in an arena
 * of its own; pages hold few, and FRAME_MESSAGES_MAX bounds them. */
#include "verdict/page.h"

#include "limits.h"

void page_read_link(struct arena *arena, struct str bytes, struct message *message) {
    *message = (struct message){.kind = KIND_LINK};
    document_start(arena, &message->document);
    struct link *link = list_add(arena, &message->document.links);
    if (link) *link = (struct link){.source = LINK_ANSWER, .target = bytes};
    document_finish(&message->document);
}

static void judge(struct arena *arena, struct reading *reading, const struct options *options, int only) {
    if (arena->failed) return;
    facts_find(arena, &reading->message, options, &reading->facts);
    if (arena->failed) return;
    verdict_find(arena, &reading->facts, only, &reading->judgement);
}

/* The verdict of one message of the page, or of all as one. What the message centre
 * showed was said of the message that is shown, not of each. */
static enum verdict try_message(struct arena *arena, struct str bytes, const struct options *options,
                                int32_t wanted) {
    struct arena own = {0};
    struct options trial = *options;
    trial.request.page_message = wanted;
    if (trial.answers.message_center == MESSAGE_CENTER_FOUND)
        trial.answers.message_center = MESSAGE_CENTER_UNANSWERED;
    struct reading *reading = arena_alloc(&own, sizeof *reading);
    enum verdict verdict = VERDICT_UNPROVEN;
    if (reading) {
        message_read(&own, bytes, &trial.request, &reading->message);
        judge(&own, reading, &trial, -1);
        verdict = reading->judgement.verdict;
    }
    if (own.failed) arena->failed = true;
    arena_release(&own);
    return verdict;
}

static bool is_yes(enum verdict verdict) {
    return verdict == VERDICT_CONSISTENT || verdict == VERDICT_ACCOUNT_AT_RISK;
}

static bool is_bad(enum verdict verdict) { return verdict == VERDICT_FAKE || verdict == VERDICT_SUSPICIOUS; }

/* Which message is shown, and whether the others leave a doubt. The worst one is:
 * the verdicts stand in that order. */
static int32_t choose(struct arena *arena, struct str bytes, const struct options *options, size_t count,
                      bool *others_in_doubt) {
    enum verdict whole = try_message(arena, bytes, options, PAGE_ALL), worst = VERDICT_NO_CLAIM;
    int32_t chosen = 0;
    *others_in_doubt = false;
    for (size_t i = 0; i < count; i++) {
        enum verdict verdict = try_message(arena, bytes, options, (int32_t)i);
        if (!is_yes(verdict)) *others_in_doubt = true;
        /* of those that cannot be told the first one that claims anything */
        enum verdict order = verdict == VERDICT_UNPROVEN ? VERDICT_ACCOUNT_AT_RISK : verdict;
        if (order >= worst) continue;
        worst = order;
        chosen = (int32_t)i;
    }
    int32_t wanted = options->request.page_message;
    if (wanted >= 0 && (size_t)wanted < count) return wanted;
    if (!*others_in_doubt) return chosen;
    return is_bad(whole) && whole < worst ? PAGE_ALL : chosen;
}

static struct reading *start(struct arena *arena, const struct options *options) {
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    if (!reading) return NULL;
    *reading = (struct reading){0};
    reading->options = *options;
    reading->options.request.page_message = PAGE_ALL;
    return reading;
}

const struct reading *page_judge(struct arena *arena, struct str bytes, const struct options *options,
                                 int only) {
    struct reading *reading = start(arena, options);
    if (!reading) return NULL;
    struct message_request *request = &reading->options.request;
    bool doubt = false;
    if (request->kind == KIND_LINK)
        page_read_link(arena, bytes, &reading->message);
    else
        message_read(arena, bytes, request, &reading->message);
    size_t count = reading->message.frame.messages.size;
    if (count && bytes.size <= FRAME_PAGE_BYTES_MAX && only < 0 && !arena->failed) {
        arena_release(arena);
        int32_t chosen = choose(arena, bytes, options, count, &doubt);
        reading = start(arena, options);
        if (!reading) return NULL;
        reading->options.request.page_message = chosen;
        message_read(arena, bytes, &reading->options.request, &reading->message);
    }
    judge(arena, reading, &reading->options, only);
    if (doubt && is_yes(reading->judgement.verdict) && !arena->failed) {
        reading->message.frame.others_in_doubt = true;
        verdict_find(arena, &reading->facts, only, &reading->judgement);
    }
    return arena->failed ? NULL : reading;
}
