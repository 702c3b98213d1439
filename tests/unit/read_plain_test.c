/* Plain text: which links a mail program or a phone makes of it, and blocks. */
#include "base/arena.h"
#include "base/oddity.h"
#include "check.h"
#include "read/document/plain.h"

static struct arena arena;
static struct oddities oddities;

/* The first link of `text` is `wanted` ("" for none), then comes no other. */
static void link_is(struct str text, struct str wanted, bool sure) {
    size_t at = 0;
    struct span span = {0, 0};
    bool certain = false;
    bool found = plain_find_link(text, &at, &span, &certain);
    struct str shown = found ? str_slice(text, span.from, span.to) : STR("");
    if (!str_equal(shown, wanted)) printf("in \"%.*s\":\n", (int)text.size, text.at);
    CHECK_STR(shown, wanted);
    if (found) {
        if (certain != sure) printf("in \"%.*s\":\n", (int)text.size, text.at);
        CHECK(certain == sure);
        CHECK(at == span.to);
        found = plain_find_link(text, &at, &span, &certain);
        CHECK(!found);
    }
}

static void with_scheme(void) {
    link_is(STR("https://www.amazon.co.jp/gp/css"), STR("https://www.amazon.co.jp/gp/css"), true);
    link_is(STR("see http://a.example."), STR("http://a.example"), true);
    link_is(STR("(see http://a.example/x_(y))"), STR("http://a.example/x_(y)"), true);
    link_is(STR("<https://a.example/x>"), STR("https://a.example/x"), true);
    link_is(STR("\"https://a.example/x\""), STR("https://a.example/x"), true);
    link_is(STR("[https://a.example/x]"), STR("https://a.example/x"), true);
    link_is(STR("https://a.example/x?y=1&z=[2]#f!"), STR("https://a.example/x?y=1&z=[2]#f"), true);
    link_is(STR("HTTPS://A.EXAMPLE/X"), STR("HTTPS://A.EXAMPLE/X"), true);
    link_is(STR("https://a.example:8443/x"), STR("https://a.example:8443/x"), true);
    link_is(STR("http://192.0.2.1/x"), STR("http://192.0.2.1/x"), true);
    link_is(STR("http://[2001:db8::1]/x"), STR("http://[2001:db8::1]/x"), true);
    link_is(STR("http://localhost/x"), STR("http://localhost/x"), true);
    link_is(STR("mailto:a@example.com"), STR("mailto:a@example.com"), true);
    link_is(STR("tel:+81312345678"), STR("tel:+81312345678"), true);
    link_is(STR("note: this is 5://6"), STR(""), false);
    link_is(STR("https://"), STR(""), false);
    link_is(STR("https:// a"), STR(""), false);
    link_is(STR("Time: 12:30, ratio 3:4"), STR(""), false);
}

/* Text in Japanese stands close to links. */
static void touching_text(void) {
    link_is(STR("詳細はhttps://www.amazon.co.jp/gp/messageをご覧ください"),
            STR("https://www.amazon.co.jp/gp/message"), true);
    link_is(STR("詳細はhttps://www.amazon.co.jpをご覧ください"), STR("https://www.amazon.co.jp"), true);
    link_is(STR("（https://www.amazon.co.jp/x）"), STR("https://www.amazon.co.jp/x"), true);
    link_is(STR("「https://www.amazon.co.jp」から"), STR("https://www.amazon.co.jp"), true);
    link_is(STR("https://www.amazon.co.jp。ご確認"), STR("https://www.amazon.co.jp"), true);
    link_is(STR("https://www.amazon.co.jp、"), STR("https://www.amazon.co.jp"), true);
    link_is(STR("http://192.0.2.1をクリック"), STR("http://192.0.2.1"), true);
    link_is(STR("http://a.example.jp:8080を"), STR("http://a.example.jp:8080"), true);
    link_is(STR("http://日本語.jp/x"), STR("http://日本語.jp/x"), true);
    link_is(STR("http://日本語.jpです"), STR("http://日本語.jp"), true);
    link_is(STR("リンクURLhttps://a.example/x"), STR("https://a.example/x"), true);
    link_is(STR("https://www.аmazon.co.jp/x"), STR("https://www.аmazon.co.jp/x"), true);
    link_is(STR("https://www.amazon.co.jp@evil.example/x"), STR("https://www.amazon.co.jp@evil.example/x"),
            true);
    link_is(STR("https://www.amazon.co.jp\\@evil.example/x"),
            STR("https://www.amazon.co.jp\\@evil.example/x"), true);
}

static void without_scheme(void) {
    link_is(STR("www.amazon.co.jp"), STR("www.amazon.co.jp"), true);
    link_is(STR("www.amazon.co.jp/gp?x=1."), STR("www.amazon.co.jp/gp?x=1"), true);
    link_is(STR("amazon.co.jp/a/c/r?k=abcDEF"), STR("amazon.co.jp/a/c/r?k=abcDEF"), false);
    link_is(STR("確認: amazon.co.jp/z/AbC12 へ"), STR("amazon.co.jp/z/AbC12"), false);
    link_is(STR("確認はamazon.co.jp/z/AbC12へ"), STR("amazon.co.jp/z/AbC12"), false);
    link_is(STR("Amazon.co.jpをご利用"), STR("Amazon.co.jp"), false);
    link_is(STR("amazon-login.top"), STR("amazon-login.top"), false);
    link_is(STR("xn--mazon-3ve.example.com/x"), STR("xn--mazon-3ve.example.com/x"), false);
    link_is(STR("evil.com:8080/x"), STR("evil.com:8080/x"), false);
    link_is(STR("аmazon.co.jp/x"), STR("аmazon.co.jp/x"), false);
}

static void no_links(void) {
    link_is(STR("no-reply@amazon.co.jp"), STR(""), false);
    link_is(STR("first.last@mail.amazon.co.jp"), STR(""), false);
    link_is(STR("e.g. this, i.e. that, a.m. 3.5 1.2.3 v1.0.0"), STR(""), false);
    link_is(STR("Hello.This is a sentence.Another"), STR(""), false);
    link_is(STR("IP 192.168.0.1"), STR(""), false);
    link_is(STR("invoice.pdf photo.jpeg main.c"), STR(""), false);
    link_is(STR("wait...com"), STR(""), false);
    link_is(STR("これは。文です。"), STR(""), false);
    link_is(STR("2024.12.03 10.000 円"), STR(""), false);
    link_is(STR("......................"), STR(""), false);
    link_is(STR(""), STR(""), false);
}

/* What only people and some programs read as a link. */
static void disguised(void) {
    link_is(STR("hxxps://evil.example/x"), STR("hxxps://evil.example/x"), false);
    link_is(STR("https://evil[.]example/x"), STR("https://evil[.]example/x"), false);
    link_is(STR("evil[.]com/x"), STR("evil[.]com/x"), false);
    link_is(STR("evil(.)com"), STR("evil(.)com"), false);
    link_is(STR("ttps://evil.example/x"), STR("ttps://evil.example/x"), false);
    link_is(STR("ｈｔｔｐｓ：／／ｗｗｗ．ａｍａｚｏｎ．ｃｏ．ｊｐ"),
            STR("ｈｔｔｐｓ：／／ｗｗｗ．ａｍａｚｏｎ．ｃｏ．ｊｐ"), false);
    link_is(STR("https：//www.amazon.co.jp/x"), STR("https：//www.amazon.co.jp/x"), false);
    link_is(STR("ａｍａｚｏｎ．ｃｏ．ｊｐ"), STR("ａｍａｚｏｎ．ｃｏ．ｊｐ"), false);
    link_is(STR("amazon．co．jp"), STR("amazon．co．jp"), false);
    link_is(STR("evil。com"), STR("evil。com"), false);
    link_is(STR("https:/evil.com/x"), STR("https:/evil.com/x"), false);
    link_is(STR("https:\\\\evil.com\\x"), STR("https:\\\\evil.com\\x"), false);
    link_is(STR("line://nv/x"), STR("line://nv/x"), false);
}

static void opened(void) {
    CHECK_STR(plain_link_url(&arena, STR("amazon.co.jp/a?k=1")), STR("http://amazon.co.jp/a?k=1"));
    CHECK_STR(plain_link_url(&arena, STR("www.amazon.co.jp")), STR("http://www.amazon.co.jp"));
    CHECK_STR(plain_link_url(&arena, STR("evil.com:8080/x")), STR("http://evil.com:8080/x"));
    CHECK_STR(plain_link_url(&arena, STR("hxxps://evil[.]example/a[.]b")), STR("https://evil.example/a[.]b"));
    CHECK_STR(plain_link_url(&arena, STR("https://a.example/x\ny z")), STR("https://a.example/xyz"));
    CHECK_STR(plain_link_url(&arena, STR("mailto:a@example.com")), STR("mailto:a@example.com"));
    CHECK_STR(plain_link_url(&arena, STR("ttp://a.example")), STR("http://a.example"));
    CHECK_STR(plain_link_url(&arena, STR("https：//a.example/x")), STR("https://a.example/x"));
    CHECK_STR(plain_link_url(&arena, STR("https://a.example/x")), STR("https://a.example/x"));
    CHECK_STR(plain_link_url(&arena, STR("https://a.example/?u=http://b.example")),
              STR("https://a.example/?u=http://b.example"));
}

static struct document document;

static void read(struct str text, bool flowed, bool delsp) {
    struct plain_context context = {.hidden = HIDDEN_none, .flowed = flowed, .delsp = delsp};
    document_start(&arena, &document);
    plain_read(&arena, &document, text, &context, &oddities);
    document_finish(&document);
}

/* Every byte of the text is in exactly one run or is a separator. */
static void runs_cover_text(void) {
    size_t at = 0;
    for (size_t b = 0; b < document.blocks.size; b++) {
        struct block *block = &document.blocks.at[b];
        CHECK(block->runs_to > block->runs_from);
        if (b) CHECK(document.text.at[at++] == '\n');
        for (uint32_t i = block->runs_from; i < block->runs_to; i++) {
            CHECK(document.runs.at[i].span.from == at);
            at = document.runs.at[i].span.to;
        }
    }
    CHECK(at == document.text.size);
}

static void blocks(void) {
    read(STR("\n\n  First line  \nsecond\n\n\nAlone\n> quoted\n> more\n>> deep\nAfter\n-----\nRule\n"), false,
         false);
    runs_cover_text();
    CHECK_STR(document.text, STR("First line\nsecond\nAlone\nquoted\nmore\ndeep\nAfter\n-----\nRule"));
    CHECK(document.blocks.size == 5);
    CHECK(document.blocks.at[0].kind == BLOCK_PREFORMATTED);
    CHECK(document.blocks.at[1].kind == BLOCK_PARAGRAPH);
    CHECK(document.blocks.at[2].kind == BLOCK_QUOTE);
    read(STR("\xE3\x80\x80\xE3\x80\x80\n\xE3\x80\x80山田様\r\n\r\nx\ry"), false, false);
    runs_cover_text();
    CHECK_STR(document.text, STR("山田様\nx\ny"));
    read(STR(""), false, false);
    CHECK(document.blocks.size == 0 && document.text.size == 0);
    read(STR("\n \n\t\n"), false, false);
    CHECK(document.blocks.size == 0 && document.text.size == 0);
}

static void flowed_text(void) {
    read(STR("one \ntwo \nthree\nfour\n-- \nsig \nx\n> q \n> r\n"), true, false);
    runs_cover_text();
    CHECK_STR(document.text, STR("one two three\nfour\n--\nsig x\nq r"));
    read(STR("日本 \n語\n https://a.example/long \n/path\n"), true, true);
    CHECK_STR(document.text, STR("日本語\nhttps://a.example/long/path"));
    CHECK(document.links.size == 1);
    CHECK_STR(document.links.at[0].target, STR("https://a.example/long/path"));
}

static void wrapped_urls(void) {
    read(STR("see <https://a.example/one/\ntwo/three\n/four> now\nnext"), false, false);
    runs_cover_text();
    CHECK_STR(document.text, STR("see <https://a.example/one/two/three/four> now\nnext"));
    CHECK(document.links.size == 1);
    CHECK_STR(document.links.at[0].target, STR("https://a.example/one/two/three/four"));
    read(STR("> see <URL:https://a.example/one\n> two>"), false, false);
    CHECK_STR(document.links.at[0].target, STR("https://a.example/onetwo"));
    read(STR("a < b\nhttps://a.example/one\ntwo> c"), false, false);
    CHECK_STR(document.links.at[0].target, STR("https://a.example/one"));
    read(STR("<https://a.example/one\nordinary words follow\n"), false, false);
    CHECK_STR(document.links.at[0].target, STR("https://a.example/one"));
}

/* Invisible characters vanish from the text, are counted, and hide no link. */
static void invisible_characters(void) {
    read(STR("A\xE2\x80\x8Bmazon https://ev\xE2\x80\x8Bil.example/x \xE2\x80\xAEtxet \xE2\x80\x8B end"),
         false, false);
    runs_cover_text();
    CHECK_STR(document.text, STR("Amazon https://evil.example/x txet  end"));
    CHECK(document.ignorable_removed == 3);
    CHECK(document.ignorable_in_words == 2);
    CHECK(document.bidi_removed == 1);
    CHECK_STR(document.links.at[0].target, STR("https://evil.example/x"));
    read(STR("a\x01\x02"
             "b"),
         false, false);
    CHECK_STR(document.text, STR("ab"));
}

static void linear(void) {
    static char text[1 << 20];
    static const char *const patterns[] = {"a.",   "a.a@", "http:", "http://あa",  ":",          "[.]",
                                           "a[.]", "。a",  "(",     "<http://a\n", "https://a(", "ａ．"};
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        struct str pattern = str_from(patterns[p]);
        size_t size = sizeof text / pattern.size * pattern.size;
        for (size_t i = 0; i < size; i++) text[i] = pattern.at[i % pattern.size];
        size_t at = 0, count = 0;
        struct span span;
        bool certain;
        while (plain_find_link((struct str){text, size}, &at, &span, &certain)) count++;
        CHECK(at == size);
    }
}

int main(void) {
    with_scheme();
    touching_text();
    without_scheme();
    no_links();
    disguised();
    opened();
    blocks();
    flowed_text();
    wrapped_urls();
    invisible_characters();
    linear();
    arena_release(&arena);
    return CHECK_END("read_plain");
}
