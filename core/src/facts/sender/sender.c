/* sender: who the message says sent it, and what else its delivery tells.
 *
 * In: From, Reply-To, Return-Path, Received, Message-ID of the message that is
 * judged. Out: struct sender_facts. Every From mailbox is judged; the worst
 * counts. Domains are compared as ASCII (UTS 46), so a full-width or Cyrillic
 * "amazon.co.jp" is not Amazon's.
 *
 * An attacker forges From (proves nothing), or hides the address behind a name
 * that looks like one. An honest sender is wronged where a mailing list or an
 * alias service replaced the address: both are told apart and never strong. */
#include "base/utf8.h"
#include "brand/brand_names.h"
#include "decode/idna.h"
#include "facts/facts.h"
#include "facts/links/brand.h"
#include "facts/sender/auth.h"
#include "facts/sender/auth_boundary.h"
#include "facts/sender/sender_role.h"

/* Services that forward with an address of their own in From. */
static const struct str relay_domains[] = {
    STR_INIT("privaterelay.appleid.com"),
    STR_INIT("duck.com"),
    STR_INIT("mozmail.com"),
    STR_INIT("simplelogin.co"),
    STR_INIT("simplelogin.com"),
    STR_INIT("simplelogin.fr"),
    STR_INIT("anonaddy.com"),
    STR_INIT("anonaddy.me"),
    STR_INIT("addy.io"),
};

static struct str to_ascii(struct arena *arena, struct str domain) {
    domain = str_trim(domain);
    while (domain.size && domain.at[domain.size - 1] == '.') domain = str_slice(domain, 0, domain.size - 1);
    if (utf8_is_ascii(domain)) return str_lower_ascii(arena, domain);
    struct idna idna = {0};
    return idna_process(arena, utf8_repair(arena, domain), &idna) ? idna.ascii : STR("");
}

static bool is_amazon_mail(struct str host) { return host.size && brand_is_amazon_mail_domain(host); }

/* Amazon's own envelope: its mail leaves through SES. */
static bool is_amazon_envelope(struct str host) {
    return is_amazon_mail(host) || brand_is_mail_service(host);
}

static struct str host_of_address(struct arena *arena, struct str address) {
    address = str_trim(address);
    if (address.size && address.at[0] == '<') address = str_skip(address, 1);
    address = str_slice(address, 0, str_find_byte(address, '>', 0));
    size_t sign = str_find_last_byte(address, '@');
    return sign == STR_NONE ? STR("") : to_ascii(arena, str_skip(address, sign + 1));
}

static bool same_organisation(struct str left, struct str right) {
    struct domain left_domain, right_domain;
    domain_find(left, &left_domain);
    domain_find(right, &right_domain);
    if (!left_domain.registrable.size || !right_domain.registrable.size) return str_equal(left, right);
    return str_equal(left_domain.registrable, right_domain.registrable);
}

/* ---- one mailbox ---- */

static bool contains_brand(struct str text) {
    static const struct str spellings[] = {STR_INIT(BRAND_NAME), STR_INIT(BRAND_SHORT), BRAND_MISSPELT};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (str_contains_ascii(text, spellings[i])) return true;
    return false;
}

/* brand_words.c found words in From display names as views of those names. */
static bool name_claims(const struct facts *facts, struct str name) {
    if (name.size == 0) return false;
    for (size_t i = 0; i < facts->text.brand_words.size; i++) {
        const struct brand_word *word = &facts->text.brand_words.at[i];
        if (word->part == PART_FROM && word->word.at >= name.at && word->word.at < name.at + name.size)
            return true;
    }
    return false;
}

/* An address inside the display name whose domain is not the real one's. */
static bool name_shows_other_address(struct arena *arena, struct str name, struct str host) {
    size_t sign = str_find_byte(name, '@', 0);
    if (sign == STR_NONE || sign == 0) return false;
    size_t end = sign + 1;
    while (end < name.size &&
           (ascii_is_alnum((unsigned char)name.at[end]) || name.at[end] == '.' || name.at[end] == '-'))
        end++;
    struct str shown = to_ascii(arena, str_slice(name, sign + 1, end));
    return str_find_byte(shown, '.', 0) != STR_NONE && !same_organisation(shown, host);
}

static bool is_relay(struct str address, struct str host) {
    for (size_t i = 0; i < sizeof relay_domains / sizeof *relay_domains; i++)
        if (str_equal(host, relay_domains[i])) return true;
    return str_equal(host, STR("icloud.com")) && str_contains(address, STR("_at_"));
}

/* "X via List" from a mailing list that says which list it is. */
static bool is_list_rewritten(struct arena *arena, const struct headers *headers, struct str name,
                              struct str host) {
    if (!str_contains_ascii(name, STR(" via "))) return false;
    static const struct str fields[] = {STR_INIT("List-Post"), STR_INIT("List-Id"), STR_INIT("X-BeenThere")};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct header *header = headers_find(headers, fields[i]);
        if (!header) continue;
        struct str value = header->value;
        size_t open = str_find_last_byte(value, '<');
        if (open != STR_NONE) value = str_skip(value, open + 1);
        value = str_slice(value, 0, str_find_byte(value, '>', 0));
        size_t sign = str_find_last_byte(value, '@');
        struct str list_host = to_ascii(arena, sign == STR_NONE ? value : str_skip(value, sign + 1));
        if (list_host.size && same_organisation(list_host, host)) return true;
    }
    return false;
}

static bool is_recipient(const struct facts *facts, struct str address) {
    for (size_t i = 0; i < facts->recipient.addresses.size; i++)
        if (str_equal_ascii(facts->recipient.addresses.at[i].address, address)) return true;
    return false;
}

static void add_mailbox(struct arena *arena, struct facts *facts, const struct mailbox *mailbox) {
    struct sender_fact *fact = list_add(arena, &facts->sender.from);
    if (!fact) return;
    const struct headers *headers = &facts->message->headers;
    fact->mailbox = *mailbox;
    fact->host = to_ascii(arena, mailbox->domain);
    if (mailbox->domain.size && !fact->host.size) fact->host = STR("invalid");
    fact->standing = STANDING_UNRELATED;
    if (fact->host.size) {
        struct host_judgement judgement;
        brand_judge_host(arena, fact->host, &judgement);
        fact->standing = judgement.standing;
        fact->official = judgement.official;
        fact->sister = judgement.sister;
        fact->undecided = judgement.undecided;
        if (fact->standing == STANDING_OFFICIAL && fact->official == OFFICIAL_STATIC)
            fact->standing = STANDING_UNRELATED; /* a host for pictures, not for mail */
    }
    bool ascii = utf8_is_ascii(mailbox->domain);
    if (!ascii && fact->standing == STANDING_OFFICIAL) fact->standing = STANDING_IMPERSONATING;
    fact->name_claims_brand = name_claims(facts, mailbox->name);
    size_t sign = str_find_last_byte(mailbox->address, '@');
    fact->local_part_claims_brand = contains_brand(str_slice(mailbox->address, 0, sign));
    fact->relay = is_relay(mailbox->address, fact->host);
    /* a relay puts the sender's address there: "news@shop.example [via Relay]" */
    fact->name_is_address = !fact->relay && name_shows_other_address(arena, mailbox->name, fact->host);
    fact->list_rewritten = !facts->forwarded && is_list_rewritten(arena, headers, mailbox->name, fact->host);
    fact->is_recipient = is_recipient(facts, mailbox->address);
}

static unsigned badness(const struct sender_fact *fact) {
    if (!fact->host.size) return 1;
    if (fact->standing == STANDING_IMPERSONATING) return 4;
    if (fact->standing == STANDING_OFFICIAL) return 0;
    return fact->relay || fact->list_rewritten ? 2 : 3;
}

/* ---- the delivery ---- */

/* "(envelope-from <x@y>)" as Exim and others note it. */
static struct str envelope_from(struct str received) {
    size_t at = str_find_ascii(received, STR("envelope-from"), 0);
    if (at == STR_NONE) return STR("");
    struct str rest = str_skip(received, at + sizeof "envelope-from" - 1);
    while (rest.size && (rest.at[0] == ' ' || rest.at[0] == '=' || rest.at[0] == '<'))
        rest = str_skip(rest, 1);
    size_t end = 0;
    while (end < rest.size && rest.at[end] != '>' && rest.at[end] != ')' && rest.at[end] != ';' &&
           rest.at[end] != ' ')
        end++;
    return str_slice(rest, 0, end);
}

static bool has_list_or_forward(const struct headers *headers) {
    static const struct str names[] = {STR_INIT("List-Id"),        STR_INIT("List-Post"),
                                       STR_INIT("X-BeenThere"),    STR_INIT("Resent-From"),
                                       STR_INIT("Resent-Sender"),  STR_INIT("X-Forwarded-For"),
                                       STR_INIT("X-Forwarded-To"), STR_INIT("Mailing-List")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (headers_find(headers, names[i])) return true;
    return false;
}

/* Rewritten envelope senders of forwarders (SRS, PRVS, BATV tags). */
static bool is_forwarders(struct str address) {
    address = str_trim(address);
    if (str_starts(address, STR("<"))) address = str_skip(address, 1);
    size_t sign = str_find_last_byte(address, '@');
    struct str local = str_slice(address, 0, sign);
    return str_starts_ascii(local, STR("srs0")) || str_starts_ascii(local, STR("srs1")) ||
           str_contains_ascii(local, STR("+caf_=")) || str_contains_ascii(local, STR("-bounces"));
}

/* The envelope sender closest to the origin that the source still shows: the
 * lowest "envelope-from", else the X-MailFrom in which Mailman 3 keeps what a
 * list received, else the Return-Path when nobody in between can have replaced it. */
static void find_envelope(struct arena *arena, struct facts *facts) {
    const struct headers *headers = &facts->message->headers;
    struct sender_facts *out = &facts->sender;
    struct str address = {0};
    for (size_t i = 0; i < headers->size; i++) {
        if (!str_equal_ascii(headers->at[i].name, STR("Received"))) continue;
        struct str found = envelope_from(headers->at[i].value);
        if (str_find_byte(found, '@', 0) != STR_NONE) address = found;
    }
    const struct header *return_path = headers_find(headers, STR("Return-Path"));
    const struct header *list_received = headers_find(headers, STR("X-MailFrom"));
    bool passed_on = has_list_or_forward(headers);
    if (!address.size && list_received) address = str_trim(list_received->value);
    if (!address.size && return_path && !passed_on) address = return_path->value;
    if (!address.size || is_forwarders(address)) return;
    out->envelope_host = host_of_address(arena, address);
    bool from_is_recipients =
        out->envelope_host.size && facts->recipient.addresses.size &&
        same_organisation(out->envelope_host, to_ascii(arena, facts->recipient.addresses.at[0].domain));
    out->envelope_elsewhere = out->envelope_host.size && !is_amazon_envelope(out->envelope_host) &&
                              !(passed_on && from_is_recipients);
}

static void find_message_id(struct arena *arena, struct facts *facts) {
    const struct header *header = headers_find(&facts->message->headers, STR("Message-ID"));
    if (!header) return;
    facts->sender.message_id_host = host_of_address(arena, header->value);
    facts->sender.message_id_elsewhere =
        facts->sender.message_id_host.size && !is_amazon_envelope(facts->sender.message_id_host);
}

/* What people write mail with, and what mass mailers call themselves; Amazon's
 * services name no program. */
static void find_mail_program(struct facts *facts) {
    static const struct str programs[] = {STR_INIT("Microsoft Outlook"),
                                          STR_INIT("Outlook Express"),
                                          STR_INIT("Windows Live Mail"),
                                          STR_INIT("Microsoft CDO"),
                                          STR_INIT("Windows Mail"),
                                          STR_INIT("Foxmail"),
                                          STR_INIT("Supmailer"),
                                          STR_INIT("The Bat!"),
                                          STR_INIT("Becky!"),
                                          STR_INIT("Apple Mail"),
                                          STR_INIT("Thunderbird"),
                                          STR_INIT("Shuriken"),
                                          STR_INIT("EdMax"),
                                          STR_INIT("PHPMailer"),
                                          STR_INIT("DreamMail"),
                                          STR_INIT("Gammadyne"),
                                          STR_INIT("Mass Mail")};
    static const struct str fields[] = {STR_INIT("X-Mailer"), STR_INIT("User-Agent")};
    /* who redirects a mail leaves the program's name in it (RFC 5322, 3.6.6) */
    if (headers_find(&facts->message->headers, STR("Resent-From"))) return;
    for (size_t i = 0; i < facts->sender.from.size; i++)
        if (!sender_role_is_address(facts->sender.from.at[i].mailbox.address)) return;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct header *header = headers_find(&facts->message->headers, fields[i]);
        for (size_t k = 0; header && k < sizeof programs / sizeof *programs; k++)
            if (str_contains_ascii(header->value, programs[k])) facts->sender.mail_program = programs[k];
    }
}

static void find_reply_to(struct arena *arena, struct facts *facts) {
    const struct envelope *envelope = facts_envelope(facts);
    for (size_t i = 0; i < envelope->reply_to.size; i++) {
        struct str host = to_ascii(arena, envelope->reply_to.at[i].domain);
        if (!host.size || is_amazon_mail(host)) continue;
        facts->sender.reply_to_elsewhere = true;
        facts->sender.reply_to_host = host;
    }
}

/* The address that a mailing list replaced, where it kept it. */
static void add_original(struct arena *arena, struct facts *facts) {
    static const struct str fields[] = {STR_INIT("X-Original-From"), STR_INIT("Reply-To")};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct header *header = headers_find(&facts->message->headers, fields[i]);
        if (!header) continue;
        struct mailboxes boxes = {0};
        address_read(arena, header->value, STR("from"), &boxes, NULL);
        for (size_t b = 0; b < boxes.size; b++) {
            struct str host = to_ascii(arena, boxes.at[b].domain);
            if (host.size && !same_organisation(host, facts->sender.from.at[0].host))
                add_mailbox(arena, facts, &boxes.at[b]);
        }
        if (facts->sender.from.size > 1) return;
    }
}

void sender_find(struct arena *arena, struct facts *facts) {
    const struct envelope *envelope = facts_envelope(facts);
    struct sender_facts *out = &facts->sender;
    for (size_t i = 0; i < envelope->from.size; i++) add_mailbox(arena, facts, &envelope->from.at[i]);
    bool list_rewritten = out->from.size == 1 && out->from.at[0].list_rewritten;
    if (list_rewritten) add_original(arena, facts);
    for (size_t i = 0; i < out->from.size; i++)
        if (badness(&out->from.at[i]) > badness(&out->from.at[out->worst])) out->worst = i;

    if (facts->message->kind != KIND_SOURCE || facts->forwarded || !out->from.size) return;
    bool all_amazon = true;
    for (size_t i = 0; i < out->from.size; i++)
        all_amazon = all_amazon && out->from.at[i].standing == STANDING_OFFICIAL;
    auth_find(&facts->message->headers, out->from.at[0].host, all_amazon, &out->auth);
    if (out->from.size > 1) out->auth.amazon_proven = false; /* results are about one of them */
    /* What the envelope tells matters where the sender line says Amazon, or
     * where a list replaced the sender line. */
    if (!all_amazon && !list_rewritten) return;
    find_envelope(arena, facts);
    find_message_id(arena, facts);
    if (all_amazon) find_mail_program(facts);
    if (!list_rewritten) find_reply_to(arena, facts);
}
