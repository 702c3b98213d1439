/* message_read: reads a message in a unit test and looks things up in it. */
#ifndef HONMONO_TESTS_UNIT_MESSAGE_READ_H
#define HONMONO_TESTS_UNIT_MESSAGE_READ_H

#include <string.h>

#include "base/arena.h"
#include "check.h"
#include "read/message.h"

static struct arena arena;
static struct message message;

static inline void read_as(struct str bytes, enum message_kind kind, enum message_origin origin) {
    arena_release(&arena);
    struct message_request request = {.kind = kind, .origin = origin, .page_message = PAGE_ALL};
    message_read(&arena, bytes, &request, &message);
    CHECK(!arena.failed);
    CHECK(message.body.from <= message.body.to && message.body.to <= message.document.text.size);
}

static inline void read_file(struct str bytes) {
    read_as(bytes, KIND_AUTO, ORIGIN_FILE);
}

static inline void read_paste(struct str bytes) {
    read_as(bytes, KIND_AUTO, ORIGIN_PASTE);
}

#define SHOWN(wanted) CHECK_STR(message.document.text, STR(wanted))
#define HIDDEN_TEXT(wanted) CHECK_STR(message.document.hidden_text, STR(wanted))
#define BODY(wanted) CHECK_STR(str_slice(message.document.text, message.body.from, message.body.to), STR(wanted))
#define FROM(envelope, wanted_name, wanted_address)                                                            \
    do {                                                                                                       \
        CHECK((envelope).from.size >= 1);                                                                      \
        if ((envelope).from.size) {                                                                            \
            CHECK_STR((envelope).from.at[0].name, STR(wanted_name));                                           \
            CHECK_STR((envelope).from.at[0].address, STR(wanted_address));                                     \
        }                                                                                                      \
    } while (0)
#define TO(envelope, index, wanted_header, wanted_address)                                                     \
    do {                                                                                                       \
        CHECK((envelope).to.size > (index));                                                                   \
        if ((envelope).to.size > (index)) {                                                                    \
            CHECK_STR((envelope).to.at[index].header, STR(wanted_header));                                     \
            CHECK_STR((envelope).to.at[index].address, STR(wanted_address));                                   \
        }                                                                                                      \
    } while (0)
#define ODD(id) CHECK(message.oddities.count[ODDITY_##id] > 0)
#define NOT_ODD(id) CHECK(message.oddities.count[ODDITY_##id] == 0)

#endif
