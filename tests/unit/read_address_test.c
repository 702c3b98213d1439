/* Mailboxes: honest forms, broken forms, and the ways to hide the real one. */
#include "base/arena.h"
#include "base/oddity.h"
#include "check.h"
#include "read/mime/address.h"

static struct arena arena;
static struct oddities oddities;

static struct mailboxes read(struct str value) {
    struct mailboxes out = {0};
    address_read(&arena, value, STR("from"), &out, &oddities);
    return out;
}

/* One mailbox with that name, address and domain. */
static void one(struct str value, struct str name, struct str address, struct str domain) {
    struct mailboxes found = read(value);
    CHECK(found.size == 1);
    if (found.size == 0) {
        printf("   of %.*s\n", (int)value.size, value.at);
        return;
    }
    CHECK_STR(found.at[0].name, name);
    CHECK_STR(found.at[0].address, address);
    CHECK_STR(found.at[0].domain, domain);
}

static void honest_forms(void) {
    one(STR("a@example.com"), STR(""), STR("a@example.com"), STR("example.com"));
    one(STR("Amazon.co.jp <no-reply@amazon.co.jp>"), STR("Amazon.co.jp"), STR("no-reply@amazon.co.jp"),
        STR("amazon.co.jp"));
    one(STR("\"Taro, Yamada\" <taro@example.jp>"), STR("Taro, Yamada"), STR("taro@example.jp"),
        STR("example.jp"));
    one(STR("taro@example.jp (Yamada Taro)"), STR("Yamada Taro"), STR("taro@example.jp"), STR("example.jp"));
    one(STR("=?UTF-8?B?44Ki44Oe44K+44Oz?= <a@example.com>"), STR("アマゾン"), STR("a@example.com"),
        STR("example.com"));
    one(STR("=?UTF-8?Q?Amazon=2C_Inc=2E?= <a@example.com>"), STR("Amazon, Inc."), STR("a@example.com"),
        STR("example.com"));
    one(STR("アマゾン <a@example.com>"), STR("アマゾン"), STR("a@example.com"), STR("example.com"));
    struct mailboxes two = read(STR("A <a@x.example>, \"B\" <b@y.example>"));
    CHECK(two.size == 2);
    CHECK_STR(two.at[1].address, STR("b@y.example"));
}

/* docomo and au once gave out local parts that the standard forbids. */
static void carrier_local_parts(void) {
    one(STR("a..b.@docomo.ne.jp"), STR(""), STR("a..b.@docomo.ne.jp"), STR("docomo.ne.jp"));
    one(STR("花 <.hana..@ezweb.ne.jp>"), STR("花"), STR(".hana..@ezweb.ne.jp"), STR("ezweb.ne.jp"));
    one(STR("\"a..b.\"@docomo.ne.jp"), STR(""), STR("\"a..b.\"@docomo.ne.jp"), STR("docomo.ne.jp"));
}

static void obsolete_forms(void) {
    one(STR("Old <@relay.example,@hop.example:joe@example.org>"), STR("Old"), STR("joe@example.org"),
        STR("example.org"));
    one(STR("joe @ example . org"), STR(""), STR("joe@example.org"), STR("example.org"));
    one(STR("Joe <joe @ example.org>"), STR("Joe"), STR("joe@example.org"), STR("example.org"));
    one(STR("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>"), STR("Pete"),
        STR("pete@silly.test"), STR("silly.test"));
    CHECK(read(STR("undisclosed-recipients:;")).size == 0);
    CHECK(read(STR("")).size == 0);
    CHECK(read(STR(" , ,; ")).size == 0);
    struct mailboxes group = read(STR("Friends: a@x.example, B <b@y.example>; c@z.example"));
    CHECK(group.size == 3);
    if (group.size == 3) {
        CHECK_STR(group.at[0].name, STR("Friends"));
        CHECK_STR(group.at[1].name, STR("B"));
        CHECK_STR(group.at[2].name, STR(""));
    }
}

/* Senders who write one thing and send from another. */
static void hidden_senders(void) {
    one(STR("\"no-reply@amazon.co.jp\" <x@evil.example>"), STR("no-reply@amazon.co.jp"),
        STR("x@evil.example"), STR("evil.example"));
    one(STR("=?utf-8?q?Amazon_=3Cno-reply=40amazon=2Eco=2Ejp=3E?= <x@evil.example>"),
        STR("Amazon <no-reply@amazon.co.jp>"), STR("x@evil.example"), STR("evil.example"));
    one(STR("Amazon no-reply@amazon.co.jp <x@evil.example>"), STR("Amazon no-reply@amazon.co.jp"),
        STR("x@evil.example"), STR("evil.example"));
    one(STR("x@evil.example (no-reply@amazon.co.jp)"), STR("no-reply@amazon.co.jp"), STR("x@evil.example"),
        STR("evil.example"));
    one(STR("no-reply@amazon.co.jp@evil.example"), STR(""), STR("no-reply@amazon.co.jp@evil.example"),
        STR("evil.example"));
    one(STR("Amazon <x@evil.example"), STR("Amazon"), STR("x@evil.example"), STR("evil.example"));
    one(STR("Amazon: x@evil.example;"), STR("Amazon"), STR("x@evil.example"), STR("evil.example"));
    one(STR("Amazon"), STR("Amazon"), STR(""), STR(""));
    struct mailboxes both = read(STR("Amazon <no-reply@amazon.co.jp> <x@evil.example>"));
    CHECK(both.size == 2);
    if (both.size == 2) CHECK_STR(both.at[1].domain, STR("evil.example"));
    both = read(STR("no-reply@amazon.co.jp, x@evil.example"));
    CHECK(both.size == 2);
    both = read(STR("Amazon <no-reply@amazon.co.jp <x@evil.example>"));
    CHECK(both.size == 2);
}

/* A name set apart from its address by a comma is still shown beside it. */
static void names_apart(void) {
    one(STR("Amazon Gutschein, <x@evil.example>"), STR("Amazon Gutschein"), STR("x@evil.example"),
        STR("evil.example"));
    one(STR("\"offers@amazon.de\", <x@evil.example>"), STR("offers@amazon.de"), STR("x@evil.example"),
        STR("evil.example"));
    one(STR("Yamada, Taro <taro@example.jp>"), STR("Yamada, Taro"), STR("taro@example.jp"),
        STR("example.jp"));
    one(STR("\"a@example.com\""), STR("a@example.com"), STR(""), STR(""));
    CHECK(read(STR("a@example.com, Taro <taro@example.jp>")).size == 2);
}

/* Some senders encode the whole line. */
static void encoded_as_a_whole(void) {
    one(STR("=?utf-8?q?Shop_=3Cinfo=40shop=2Eexample=3E?="), STR("Shop"), STR("info@shop.example"),
        STR("shop.example"));
}

/* Readers that only want the address pass no oddities; a limit must not need them. */
static void without_oddities(void) {
    static char text[40000];
    for (size_t i = 0; i < sizeof text; i++) text[i] = "a@b.example,"[i % 12];
    struct mailboxes out = {0};
    address_read(&arena, (struct str){text, sizeof text}, STR("from"), &out, NULL);
    CHECK(out.size == 1000);
    out.size = 0;
    address_read(&arena, STR("=?utf-8?B?44K <a@b.example>"), STR("from"), &out, NULL);
    CHECK(out.size == 1);
}

static void raw_japanese(void) {
    /* "アマゾン" in ISO-2022-JP holds no quote here, "表示" in Shift_JIS ends in a backslash half */
    one(STR("\x1b$B%\"%^%>%s\x1b(B <a@example.com>"), STR("アマゾン"), STR("a@example.com"),
        STR("example.com"));
    one(STR("\x83\x41\x83\x7d\x83\x5d\x83\x93 <a@example.com>"), STR("アマゾン"), STR("a@example.com"),
        STR("example.com"));
}

int main(void) {
    honest_forms();
    carrier_local_parts();
    obsolete_forms();
    hidden_senders();
    names_apart();
    encoded_as_a_whole();
    raw_japanese();
    without_oddities();
    arena_release(&arena);
    return CHECK_END("read_address");
}
