/* Heads: folding, line ends, junk, floods; parameters; where a source begins. */
#include "message_read.h"
#include "read/mime/parameter.h"

static struct headers headers;
static struct oddities oddities;

static struct str body_of(struct str bytes) {
    arena_release(&arena);
    headers = (struct headers){0};
    oddities = (struct oddities){0};
    size_t at = header_read(&arena, bytes, 0, line_ends_find(bytes), false, &headers, &oddities, STR("head"));
    return str_skip(bytes, at);
}

static struct str value_of(struct str name) {
    const struct header *header = headers_find(&headers, name);
    return header ? header->value : STR("(none)");
}

static void lines(void) {
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (int i = 0; i < 3; i++) {
        char text[200];
        int size = snprintf(text, sizeof text, "A: 1%sB : two%s\tthree%s  four%sC:%s%sbody%s", ends[i],
                            ends[i], ends[i], ends[i], ends[i], ends[i], ends[i]);
        struct str body = body_of((struct str){text, (size_t)size});
        CHECK(headers.size == 3);
        CHECK_STR(value_of(STR("a")), STR("1"));
        CHECK_STR(value_of(STR("b")), STR("two\tthree  four"));
        CHECK_STR(value_of(STR("C")), STR(""));
        CHECK(str_starts(body, STR("body")));
    }
}

static void broken_heads(void) {
    /* no empty line: what is no field is already text */
    CHECK_STR(body_of(STR("Subject: x\nHello you\nhttps://a.example/\n\nmore")),
              STR("Hello you\nhttps://a.example/\n\nmore"));
    CHECK(headers.size == 1);
    /* a line of junk between fields is skipped */
    CHECK_STR(body_of(STR("Subject: x\njunk here\nTo: y\n\nbody")), STR("body"));
    CHECK(headers.size == 2 && oddities.count[ODDITY_header_malformed] == 1);
    /* no head at all */
    CHECK_STR(body_of(STR("Hello you\nthere")), STR("Hello you\nthere"));
    CHECK(headers.size == 0);
    CHECK_STR(body_of(STR("\nbody")), STR("body"));
    CHECK_STR(body_of(STR("")), STR(""));
    CHECK_STR(body_of(STR("A: b")), STR(""));
    CHECK_STR(value_of(STR("A")), STR("b"));
    /* a URL is no field */
    CHECK_STR(body_of(STR("https://a.example/\n\nx")), STR("https://a.example/\n\nx"));
    /* white space alone does not end a head */
    CHECK_STR(body_of(STR("A: b\n \nC: d\n\nx")), STR("x"));
    CHECK(headers.size == 2);
    /* raw bytes and NUL */
    CHECK_STR(body_of(STR("A: b\0c\n\nx")), STR("x"));
    CHECK_STR(value_of(STR("A")), STR("b c"));
}

/* A bare CR inside a field begins another one for some programs. */
static void bare_returns(void) {
    CHECK_STR(body_of(STR("Subject: x\rFrom: y@evil.example\nTo: z\n\nbody")), STR("body"));
    CHECK(headers.size == 3);
    CHECK_STR(value_of(STR("from")), STR("y@evil.example"));
    CHECK(oddities.count[ODDITY_header_malformed] == 1);
    CHECK_STR(body_of(STR("Subject: x\r\r\rplain words\nTo: z\n\nbody")), STR("body"));
    CHECK_STR(value_of(STR("subject")), STR("x   plain words"));
    CHECK_STR(value_of(STR("to")), STR("z"));
}

static void parameters(void) {
    struct parameters found = {0};
    parameters_read(&arena,
                    STR("Text/HTML (a comment); Charset = \"utf-8\" ; name=a b.txt; x; =y; format=flowed"),
                    &found, &oddities, STR(""));
    CHECK_STR(found.word, STR("text/html"));
    CHECK_STR(parameters_find(&found, STR("charset"), 0), STR("utf-8"));
    CHECK_STR(parameters_find(&found, STR("name"), 0), STR("a b.txt"));
    CHECK_STR(parameters_find(&found, STR("format"), 0), STR("flowed"));
    found = (struct parameters){0};
    parameters_read(&arena,
                    STR("attachment; filename*=UTF-8'en'%e2%82%ac%20rates.pdf; filename=\"plain.pdf\""),
                    &found, &oddities, STR(""));
    CHECK_STR(parameters_find(&found, STR("filename"), 0), STR("€ rates.pdf"));
    CHECK_STR(parameters_find(&found, STR("filename"), 1), STR("plain.pdf"));
    found = (struct parameters){0};
    parameters_read(&arena, STR("x; f*1*=%83%7d; f*0*=shift_jis''%83A; f*2=\"end;\\\"\"; b=1; b=2"), &found,
                    &oddities, STR(""));
    CHECK_STR(parameters_find(&found, STR("f"), 0), STR("アマend;\""));
    CHECK_STR(parameters_find(&found, STR("b"), 1), STR("2"));
    CHECK_STR(parameters_find(&found, STR("b"), 2), STR(""));
    found = (struct parameters){0};
    parameters_read(&arena, STR("text/html charset=utf-8"), &found, &oddities, STR(""));
    CHECK_STR(found.word, STR("text/html"));
    CHECK_STR(parameters_find(&found, STR("charset"), 0), STR("utf-8"));
    found = (struct parameters){0};
    parameters_read(&arena, STR("a; n=\"=?iso-2022-jp?B?GyRCJSIbKEI=?=\"; m*=unknown'x'%41; o=\"unclosed"),
                    &found, &oddities, STR(""));
    CHECK_STR(parameters_find(&found, STR("n"), 0), STR("ア"));
    CHECK_STR(parameters_find(&found, STR("m"), 0), STR("A"));
    CHECK_STR(parameters_find(&found, STR("o"), 0), STR("unclosed"));
}

#define SOURCE "Received: from x by y; Sat, 1 Nov 2025 14:05:00 +0900\nFrom: a@example.com\n\nHello\n"

static void where_a_source_begins(void) {
    read_paste(STR("\n\n \nFrom a@example.com Sat Nov  1 14:05:00 2025\n" SOURCE));
    CHECK(message.kind == KIND_SOURCE);
    SHOWN("Hello");
    read_paste(STR("\xEF\xBB\xBF" SOURCE));
    CHECK(message.kind == KIND_SOURCE);
    read_paste(STR("   " SOURCE));
    CHECK(message.kind == KIND_SOURCE);
    CHECK(message.headers.size == 2);
    /* Gmail's page */
    read_paste(STR("Original Message\nMessage ID\t<x@example.com>\nCreated at:\tSat, Nov 1, 2025 at 2:05 PM "
                   "(Delivered after 1 second)\n"
                   "From:\tAmazon <a@example.com>\nTo:\tme@example.jp\nSubject:\tx\nSPF:\tPASS with IP "
                   "192.0.2.1 Learn more\n"
                   "DKIM:\t'PASS' with domain example.com Learn more\nDMARC:\t'PASS' Learn more\n\nDownload "
                   "Original\tCopy to clipboard\n"
                   "Delivered-To: me@example.jp\n" SOURCE));
    CHECK(message.kind == KIND_SOURCE);
    CHECK(message.headers.size == 3);
    SHOWN("Hello");
    read_paste(STR("元のメッセージ\nメッセージ ID\t<x@example.com>\n作成日:\t2025年11月1日 14:05（1 "
                   "秒後に配信済み）\nFrom:\tAmazon <a@example.com>\n"
                   "To:\tme@example.jp\n件名:\tx\nSPF:\tPASS（IP: "
                   "192.0.2.1）。詳細\nDKIM:\t'PASS'（ドメイン: example.com）詳細\n"
                   "DMARC:\t'PASS' 詳細\nオリジナルをダウンロード\tクリップボードにコピー\n" SOURCE));
    CHECK(message.kind == KIND_SOURCE);
    /* a page of markup round a source */
    read_paste(STR("<html><body><pre>Received: from x by y; now\nFrom: a@example.com\nContent-Type: "
                   "text/plain\n\nHello &amp; you\n</pre></body></html>"));
    CHECK(message.kind == KIND_SOURCE);
    SHOWN("Hello & you");
    /* the head of a reading view is no source; behind text one is handed on, and no head of its own */
    read_paste(STR("From: Amazon <a@example.com>\nTo: me@example.jp\nSubject: x\nDate: today\n\nHello\n"));
    CHECK(message.kind == KIND_TEXT);
    read_paste(STR("Dear customer\n\n" SOURCE));
    CHECK(message.kind == KIND_SOURCE && message.forwarded);
    CHECK(!headers_find(&message.headers, STR("from")) && !headers_find(&message.headers, STR("received")));
    read_paste(STR("From: x <x@evil.example>\nTo: me@example.jp\nSubject: x\n\n" SOURCE));
    CHECK(message.kind == KIND_TEXT);
    read_paste(STR("差出人: Amazon\n" SOURCE));
    CHECK(message.kind == KIND_TEXT);
    read_file(STR("<p>Hello</p><p><a href='https://a.example/'>x</a></p></body>"));
    CHECK(message.kind == KIND_HTML || message.kind == KIND_TEXT);
    read_file(STR(""));
    CHECK(message.kind == KIND_TEXT);
    ODD(input_empty);
}

/* In a paste unencoded text is UTF-8 whatever its label says; encoded text is not. */
static void pasted_charsets(void) {
    read_paste(STR("Content-Type: text/plain; charset=shift_jis\nReceived: x\n\nアマゾン\n"));
    SHOWN("アマゾン");
    read_paste(STR("Content-Type: text/plain; charset=shift_jis\nContent-Transfer-Encoding: "
                   "base64\nReceived: x\n\ng0GDfYNdg5M=\n"));
    SHOWN("アマゾン");
    read_paste(STR("Content-Type: text/plain; charset=iso-2022-jp\nReceived: x\n\n\x1b$B%\"%^%>%s\x1b(B\n"));
    SHOWN("アマゾン");
    /* the page swallowed the ESC bytes */
    read_paste(STR("Content-Type: text/plain; charset=iso-2022-jp\nReceived: x\n\n$B%\"%^%>%s(B costs $B (A) "
                   "$Bx(B\n$B$\"(B$B\n"));
    SHOWN("アマゾン costs $B (A) $Bx(B\nあ$B");
    read_paste(STR("Content-Type: text/plain; charset=utf-8\nReceived: x\n\n$B%\"%^%>%s(B\n"));
    SHOWN("$B%\"%^%>%s(B");
    /* a head from the source, below it what the program showed */
    read_paste(STR("Received: x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
                   "base64\n\n山田太郎 様\n\nご確認ください。\n"));
    SHOWN("山田太郎 様\nご確認ください。");
    read_paste(STR(
        "Received: x\nContent-Type: multipart/alternative; boundary=b\n\n山田太郎 様\n\nご確認ください。\n"));
    SHOWN("山田太郎 様\nご確認ください。");
    read_file(STR("\xFF\xFE"
                  "H\0i\0\n\0"));
    SHOWN("Hi");
}

static void envelopes(void) {
    read_file(STR(
        "Return-Path: <bounce@example.com>\nDelivered-To: me@example.jp\nX-Original-To: other@example.jp\n"
        "From: =?UTF-8?B?44Ki44Oe44K+44Oz?= <a@example.com>, b@example.org\nFrom: c@evil.example\nTo: A "
        "<x@example.jp>, y@example.jp\n"
        "Cc: z@example.jp\nReply-To: r@example.com\nSender: s@example.com\nSubject: =?UTF-8?Q?a_?=\n "
        "=?UTF-8?Q?b?=\nSubject: second\n"
        "Date: Sat, 1 Nov 2025 14:05:00 +0900\nMessage-ID: <1@x>\n\nx\n"));
    CHECK(message.envelope.origin == HEAD_SOURCE);
    CHECK(message.envelope.from.size == 3);
    FROM(message.envelope, "アマゾン", "a@example.com");
    CHECK_STR(message.envelope.from.at[2].domain, STR("evil.example"));
    CHECK(message.envelope.to.size == 5);
    TO(message.envelope, 0, "delivered_to", "me@example.jp");
    TO(message.envelope, 1, "x_original_to", "other@example.jp");
    TO(message.envelope, 4, "cc", "z@example.jp");
    CHECK(message.envelope.reply_to.size == 1 && message.envelope.sender.size == 1 &&
          message.envelope.return_path.size == 1);
    CHECK_STR(message.envelope.subject, STR("a b"));
    CHECK(message.envelope.has_seconds && message.envelope.seconds == 1761973500);
    ODD(header_duplicate);
}

int main(void) {
    lines();
    broken_heads();
    bare_returns();
    parameters();
    where_a_source_begins();
    pasted_charsets();
    envelopes();
    arena_release(&arena);
    return CHECK_END("read_header");
}
