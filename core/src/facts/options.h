/* options: what the person told us, parsed (verdict/options.c fills it). */
#ifndef HONMONO_FACTS_OPTIONS_H
#define HONMONO_FACTS_OPTIONS_H

#include "base/strings.h"
#include "read/message.h"

enum answer_claim { CLAIM_UNANSWERED, CLAIM_AMAZON, CLAIM_NOT_AMAZON };
enum answer_delivered_to { DELIVERED_TO_UNANSWERED, DELIVERED_TO_MINE, DELIVERED_TO_NOT_MINE };
enum answer_greeting { GREETING_UNANSWERED, GREETING_MY_NAME, GREETING_NOT_MY_NAME, GREETING_NO_NAME };
enum answer_sign_in { SIGN_IN_UNANSWERED, SIGN_IN_ME, SIGN_IN_NOT_ME };
enum answer_message_center { MESSAGE_CENTER_UNANSWERED, MESSAGE_CENTER_FOUND, MESSAGE_CENTER_NOT_FOUND };
enum answer_order_history { ORDER_HISTORY_UNANSWERED, ORDER_HISTORY_FOUND, ORDER_HISTORY_NOT_FOUND };

struct options {
    struct message_request request; /* what kind of bytes, and which message of them */
    struct str only; /* a check's id, "" for all */
    struct { struct strings emails, names, devices, places; } profile;
    struct {
        enum answer_claim claim;
        enum answer_delivered_to delivered_to;
        enum answer_greeting greeting;
        enum answer_sign_in sign_in;
        enum answer_message_center message_center;
        enum answer_order_history order_history;
        struct strings link_targets;
        struct strings letters; /* hosts whose letters the person compared one by one with the picture */
    } answers;
    struct strings seen_codes; /* what the QR codes hold that a program saw in the message's pictures */
};

#endif
