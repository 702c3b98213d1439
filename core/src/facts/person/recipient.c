/* recipient: to whom the message was delivered, and whether that is the address
 * registered at Amazon.
 *
 * In: the source's delivery and recipient headers, or the reading view's lines.
 * Out: struct recipient_facts. A delivery header is written by the receiving
 * side; To and Cc by the sender, who may write anything there, so one registered
 * address among them is good for the point and no proof.
 *
 * An attacker would add the victim's address to To (they have it anyway); an
 * honest sender is wronged when mail is forwarded, resent, sent to a list or to
 * an alias service: then the address is a question, never a fault. */
#include "facts/facts.h"

static const struct {
    struct str name, id;
} delivery_headers[] = {
    {STR_INIT("Delivered-To"), STR_INIT("delivered_to")},
    {STR_INIT("X-Original-To"), STR_INIT("x_original_to")},
    {STR_INIT("Envelope-To"), STR_INIT("envelope_to")},
    {STR_INIT("X-Envelope-To"), STR_INIT("x_envelope_to")},
    {STR_INIT("X-Delivered-To"), STR_INIT("x_delivered_to")},
    {STR_INIT("X-Apparently-To"), STR_INIT("x_apparently_to")},
    {STR_INIT("To"), STR_INIT("to")},
    {STR_INIT("Cc"), STR_INIT("cc")},
};

/* Fields that only forwarding, resending or lists leave behind. */
static const struct str forwarding_headers[] = {
    STR_INIT("Resent-To"),       STR_INIT("Resent-From"),    STR_INIT("X-Forwarded-To"),
    STR_INIT("X-Forwarded-For"), STR_INIT("X-Forwarded-By"), STR_INIT("List-Id"),
    STR_INIT("List-Post"),       STR_INIT("Mailing-List"),   STR_INIT("X-Loop"),
    STR_INIT("X-BeenThere"),     STR_INIT("X-Mailing-List"),
};

/* Services that hand out other addresses for one person's mailbox. */
static const struct str alias_domains[] = {
    STR_INIT("privaterelay.appleid.com"),
    STR_INIT("duck.com"),
    STR_INIT("mozmail.com"),
    STR_INIT("simplelogin.com"),
    STR_INIT("simplelogin.co"),
    STR_INIT("simplelogin.fr"),
    STR_INIT("aleeas.com"),
    STR_INIT("slmail.me"),
    STR_INIT("anonaddy.com"),
    STR_INIT("anonaddy.me"),
    STR_INIT("addy.io"),
    STR_INIT("passmail.net"),
};

static bool is_alias(struct str domain) {
    for (size_t i = 0; i < sizeof alias_domains / sizeof *alias_domains; i++) {
        if (str_equal_ascii(domain, alias_domains[i])) return true;
        size_t size = alias_domains[i].size;
        if (domain.size > size && domain.at[domain.size - size - 1] == '.' &&
            str_ends_ascii(domain, alias_domains[i]))
            return true;
    }
    return false;
}

/* The sender's address was replaced by such a service: Apple's hidden addresses
 * end like anybody's at iCloud ("order_at_shop_example_x1@icloud.com"). */
static bool is_relayed(const struct envelope *envelope) {
    for (size_t i = 0; i < envelope->from.size; i++) {
        const struct mailbox *from = &envelope->from.at[i];
        if (is_alias(from->domain)) return true;
        if (str_equal_ascii(from->domain, STR("icloud.com")) && str_contains(from->address, STR("_at_")))
            return true;
    }
    return false;
}

static void add_address(struct arena *arena, struct recipient_facts *out, const struct mailbox *mailbox,
                        struct str header) {
    if (!mailbox->address.size || !mailbox->domain.size) return;
    for (size_t i = 0; i < out->addresses.size && i < 64; i++)
        if (str_equal_ascii(out->addresses.at[i].address, mailbox->address)) return;
    struct mailbox *slot = list_add(arena, &out->addresses);
    if (!slot) return;
    *slot = *mailbox;
    slot->header = header;
}

/* "for <taro@example.jp>" in a Received field. */
static void add_received_for(struct arena *arena, struct recipient_facts *out, struct str value) {
    size_t at = str_find_ascii(value, STR(" for <"), 0);
    if (at == STR_NONE) return;
    size_t from = at + 6, to = str_find_byte(value, '>', from);
    struct str address = str_slice(value, from, to);
    size_t sign = str_find_last_byte(address, '@');
    if (to == STR_NONE || sign == STR_NONE) return;
    struct mailbox mailbox = {.address = address, .domain = str_skip(address, sign + 1)};
    add_address(arena, out, &mailbox, STR("received"));
}

static bool read_source(struct arena *arena, const struct message *message, struct recipient_facts *out) {
    bool forwarded = false;
    struct str delivered = {0};
    for (size_t i = 0; i < message->headers.size; i++) {
        const struct header *header = &message->headers.at[i];
        for (size_t k = 0; k < sizeof delivery_headers / sizeof *delivery_headers; k++) {
            if (!str_equal_ascii(header->name, delivery_headers[k].name)) continue;
            struct mailboxes boxes = {0};
            address_read(arena, header->value, delivery_headers[k].id, &boxes, NULL);
            for (size_t b = 0; b < boxes.size; b++)
                add_address(arena, out, &boxes.at[b], delivery_headers[k].id);
            if (k != 0 || boxes.size == 0) continue;
            /* two different delivery addresses: the first one forwarded to the second */
            forwarded = forwarded || (delivered.size && !str_equal_ascii(delivered, boxes.at[0].address));
            delivered = boxes.at[0].address;
        }
        if (str_equal_ascii(header->name, STR("Received"))) add_received_for(arena, out, header->value);
        for (size_t k = 0; k < sizeof forwarding_headers / sizeof *forwarding_headers; k++)
            forwarded = forwarded || str_equal_ascii(header->name, forwarding_headers[k]);
    }
    return forwarded;
}

static bool is_gmail(struct str domain) {
    return str_equal_ascii(domain, STR("gmail.com")) || str_equal_ascii(domain, STR("googlemail.com"));
}

/* The local part without its +tag, and for Gmail without dots. */
static struct str simplify(struct arena *arena, struct str local, bool gmail) {
    local = str_slice(local, 0, str_find_byte(local, '+', 1));
    if (!gmail) return local;
    struct str_builder out;
    str_builder_init(&out, arena, local.size);
    for (size_t i = 0; i < local.size; i++)
        if (local.at[i] != '.') str_builder_byte(&out, local.at[i]);
    return str_builder_view(&out);
}

static bool is_variant(struct arena *arena, struct str left, struct str right) {
    size_t left_sign = str_find_last_byte(left, '@'), right_sign = str_find_last_byte(right, '@');
    if (left_sign == STR_NONE || right_sign == STR_NONE) return false;
    struct str left_domain = str_skip(left, left_sign + 1), right_domain = str_skip(right, right_sign + 1);
    bool gmail = is_gmail(left_domain) && is_gmail(right_domain);
    if (!gmail && !str_equal_ascii(left_domain, right_domain)) return false;
    return str_equal_ascii(simplify(arena, str_slice(left, 0, left_sign), gmail),
                           simplify(arena, str_slice(right, 0, right_sign), gmail));
}

static void match(struct arena *arena, const struct strings *registered, bool explained,
                  struct recipient_facts *out) {
    out->match = RECIPIENT_UNKNOWN;
    if (!registered->size || !out->addresses.size) return;
    out->match = explained ? RECIPIENT_FORWARDED : RECIPIENT_NOT_REGISTERED;
    for (size_t i = 0; i < out->addresses.size; i++) {
        if (out->match == RECIPIENT_NOT_REGISTERED && is_alias(out->addresses.at[i].domain))
            out->match = RECIPIENT_FORWARDED;
        for (size_t k = 0; k < registered->size; k++) {
            if (str_equal_ascii(out->addresses.at[i].address, registered->at[k])) {
                out->match = RECIPIENT_REGISTERED;
                out->matched = i;
                return;
            }
            if (!is_variant(arena, out->addresses.at[i].address, registered->at[k])) continue;
            out->match = RECIPIENT_VARIANT;
            out->matched = i;
        }
    }
}

void recipient_find(struct arena *arena, struct facts *facts) {
    const struct message *message = facts->message;
    struct recipient_facts *out = &facts->recipient;
    bool explained = false;
    const struct envelope *envelope = facts_envelope(facts);
    if (message->kind == KIND_SOURCE && !facts->forwarded) {
        out->from_source = true;
        explained = read_source(arena, message, out);
        explained = is_relayed(envelope) || explained;
    } else {
        explained = message->forwarded;
        for (size_t i = 0; i < envelope->to.size; i++)
            add_address(arena, out, &envelope->to.at[i], envelope->to.at[i].header);
    }
    match(arena, &facts->options->profile.emails, explained, out);
}
