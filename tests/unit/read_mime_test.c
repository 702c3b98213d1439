/* MIME: what is shown, what is only read, and what tricks do not change. */
#include "message_read.h"

#define HEAD "From: A <a@example.com>\nMessage-ID: <1@example.com>\n"

static void single_parts(void) {
    read_file(STR(HEAD "Subject: x\n\nHello\n"));
    CHECK(message.kind == KIND_SOURCE);
    CHECK(message.parts == 1);
    SHOWN("Hello");
    read_file(STR(HEAD "Content-Transfer-Encoding: base64\n\nSGVsbG8=\n"));
    SHOWN("Hello");
    read_file(STR(HEAD "Content-Transfer-Encoding: QUOTED-PRINTABLE (really)\n\nHel=\nlo=21\n"));
    SHOWN("Hello!");
    read_file(STR(HEAD "Content-Type: text/plain; charset=\"iso-2022-jp\"\n\n\x1b$B%\"%^%>%s\x1b(B\n"));
    SHOWN("アマゾン");
    read_file(STR(
        HEAD
        "Content-Type: text/html; charset=shift_jis\nContent-Transfer-Encoding: base64\n\ng0GDfYNdg5M=\n"));
    SHOWN("アマゾン");
    read_file(STR(HEAD "Content-Type: text/plain; charset=utf-8; format=flowed\n\none \ntwo\n"));
    SHOWN("one two");
    read_file(STR(HEAD "Content-Transfer-Encoding: x-strange\n\nHello\n"));
    SHOWN("Hello");
    ODD(encoding_unknown);
}

#define PLAIN_THEN_HTML                                                                                      \
    "Content-Type: multipart/alternative; boundary=\"b\"\n\npreamble\n--b\nContent-Type: "                   \
    "text/plain\n\nplain\n"                                                                                  \
    "--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\nepilogue\n"

static void alternatives(void) {
    read_file(STR(HEAD PLAIN_THEN_HTML));
    SHOWN("html");
    HIDDEN_TEXT("plain");
    CHECK(message.parts == 2);
    NOT_ODD(alternative_order);
    NOT_ODD(multipart_unclosed);
    /* HTML first: the widely used programs still show it */
    read_file(
        STR(HEAD
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>html</p>\n"
            "--b\nContent-Type: text/plain\n\nplain\n--b--\n"));
    SHOWN("html");
    HIDDEN_TEXT("plain");
    ODD(alternative_order);
    /* an empty HTML part is not what is shown */
    read_file(
        STR(HEAD "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n"
                 "--b\nContent-Type: text/html\n\n\n--b--\n"));
    SHOWN("plain");
    /* two HTML parts: the last; AMP and watch forms are read as hidden */
    read_file(STR(
        HEAD "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>one</p>\n"
             "--b\nContent-Type: text/html\n\n<p>two</p>\n--b\nContent-Type: "
             "text/x-amp-html\n\n<p>amp</p>\n--b--"));
    SHOWN("two");
    HIDDEN_TEXT("one\namp");
}

static void nested(void) {
    read_file(STR(
        HEAD
        "Content-Type: multipart/mixed; boundary=outer\n\n--outer\n"
        "Content-Type: multipart/related; boundary=middle\n\n--middle\n"
        "Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nplain\n"
        "--inner\nContent-Type: text/html\n\n<p>html</p>\n--inner--\n"
        "--middle\nContent-Type: image/png\nContent-ID: <logo>\nContent-Transfer-Encoding: "
        "base64\n\nAAAAAAAA\n--middle--\n"
        "--outer\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; "
        "filename=\"b.pdf\"\n\n1234\n"
        "--outer--\n"));
    SHOWN("html");
    HIDDEN_TEXT("plain");
    CHECK(message.parts == 4);
    CHECK(message.attachments.size == 2);
    CHECK(message.attachments.at[0].inline_image || message.attachments.at[1].inline_image);
    for (size_t i = 0; i < 2; i++) {
        struct attachment *attachment = &message.attachments.at[i];
        if (attachment->inline_image)
            CHECK(attachment->bytes == 6);
        else
            CHECK_STR(attachment->name, STR("b.pdf"));
    }
    /* alternative inside which the HTML stands in a mixed part (Apple Mail) */
    read_file(STR(
        HEAD "Content-Type: multipart/alternative; boundary=o\n\n--o\nContent-Type: text/plain\n\nplain\n"
             "--o\nContent-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: text/html\n\n<p>one</p>\n"
             "--i\nContent-Type: text/html\n\n<p>two</p>\n--i--\n--o--\n"));
    SHOWN("one\ntwo");
    HIDDEN_TEXT("plain");
    /* the root of a related part is named by start */
    read_file(STR(HEAD "Content-Type: multipart/related; boundary=o; start=\"<root>\"\n\n--o\nContent-Type: "
                       "text/html\n\n<p>other</p>\n"
                       "--o\nContent-Type: text/html\nContent-ID: <root>\n\n<p>root</p>\n--o--\n"));
    SHOWN("root");
    HIDDEN_TEXT("other");
}

static void odd_boundaries(void) {
    /* no final boundary, white space behind, CRLF, quoted specials */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=\"a b=c\"  \r\n\r\n--a b=c "
                       "\t\r\n\r\none\r\n--a b=c\r\n\r\ntwo"));
    SHOWN("one\ntwo");
    ODD(multipart_unclosed);
    /* an inner multipart that never ends */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/mixed; "
                       "boundary=i\n\n--i\n\none\n"
                       "--o\n\ntwo\n--o--\n"));
    SHOWN("one\ntwo");
    ODD(multipart_unclosed);
    /* one boundary is the beginning of another */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; "
                       "boundary=bb\n\n--bb\n\none\n"
                       "--bb\n\ntwo\n--bb--\n--b\n\nthree\n--b--\n"));
    SHOWN("one\ntwo\nthree");
    NOT_ODD(multipart_unclosed);
    /* the same boundary inside and outside */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; "
                       "boundary=b\n\n--b\n\none\n"
                       "--b--\n--b\n\ntwo\n--b--\n"));
    SHOWN("one\ntwo");
    /* no boundary parameter; a wrong one; none in the text at all */
    read_file(STR(HEAD "Content-Type: multipart/mixed\n\n--x\n\none\n--x--\n"));
    SHOWN("one");
    ODD(boundary_missing);
    read_file(STR(
        HEAD
        "Content-Type: multipart/mixed; boundary=y\n\n--x\nContent-Type: text/html\n\n<p>one</p>\n--x--\n"));
    SHOWN("one");
    ODD(boundary_missing);
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=y\n\nnot a part\n"));
    SHOWN("not a part");
    ODD(boundary_missing);
    /* a dash line inside a part is no boundary */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n-- \n--bc\nsig\n--b--\n"));
    SHOWN("one\n--\n--bc\nsig");
    /* nothing between the head and a boundary */
    read_file(STR(
        HEAD
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n--b\n\ntwo\n--b--\n"));
    SHOWN("two");
}

/* Ways to make a filter read another message than the mail program shows. */
static void two_readings(void) {
    /* two types: the one that shows more */
    read_file(STR(HEAD "Content-Type: text/plain\n" PLAIN_THEN_HTML));
    SHOWN("html");
    ODD(header_duplicate);
    read_file(STR(HEAD "Content-Type: text/plain\nContent-Type: text/html\n\n<p>html</p>\n"));
    SHOWN("html");
    /* two boundaries: both divide */
    read_file(STR(
        HEAD
        "Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\none\n--a--\n--b\n\ntwo\n--b--\n"));
    CHECK(str_contains(message.document.text, STR("one")));
    CHECK(str_contains(message.document.text, STR("two")) ||
          str_contains(message.document.hidden_text, STR("two")));
    /* a comment behind a boundary or charset */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b (not this)\n\n--b\nContent-Type: "
                       "text/plain; charset=utf-8 (x)\n\none\n--b--\n"));
    SHOWN("one");
    NOT_ODD(boundary_missing);
    NOT_ODD(charset_unknown);
    /* two encodings: the one that hides most is undone */
    read_file(STR(HEAD "Content-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n"));
    SHOWN("Hello");
    ODD(header_duplicate);
    /* parts behind the final boundary are read, but not as shown */
    read_file(
        STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n--b--\n"));
    SHOWN("one");
    HIDDEN_TEXT("two");
    /* so is what only a wrong boundary in front of the declared one shows */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--x\nContent-Type: "
                       "text/plain\n\nfake\n--b\n\nreal\n--b--\n"));
    SHOWN("real");
    HIDDEN_TEXT("fake");
    /* base64 with junk, with padding inside, cut off */
    read_file(STR(HEAD "Content-Transfer-Encoding: base64\n\nSG!Vs\nbG8*=\n"));
    SHOWN("Hello");
    /* an encoded multipart */
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
                       "LS1iCkNvbnRlbnQtVHlwZTogdGV4dC9odG1sCgo8cD5odG1sPC9wPgotLWItLQo=\n"));
    SHOWN("html");
    /* an empty first part, a multipart in an unknown form */
    read_file(STR(HEAD "Content-Type: multipart/x-unheard-of; boundary=b\n\n--b\n\n\n--b\nContent-Type: "
                       "text/html\n\n<p>html</p>\n--b--\n"));
    SHOWN("html");
    /* markup without a type */
    read_file(STR(HEAD "\n<html><body><div>Hello</div><div>you</div></body></html>\n"));
    CHECK(str_contains(message.document.text, STR("Hello")));
    CHECK(!str_contains(message.document.text, STR("<div>")));
    /* a type that is none, with a boundary */
    read_file(STR(
        HEAD "Content-Type: nonsense; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\n"));
    SHOWN("html");
}

static void attachments(void) {
    read_file(STR(HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n--b\nContent-Type: "
                       "text/html; name=login.html\n"
                       "Content-Disposition: attachment\n\n<p>attached page</p>\n--b\nContent-Type: "
                       "application/octet-stream\n"
                       "Content-Disposition: attachment; filename*0*=utf-8''%E8%AB%8B; "
                       "filename*1*=%E6%B1%82; filename*2=.html\n\n"
                       "<p>second page</p>\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b\n"
                       "Content-Type: application/zip\nContent-Disposition: attachment; "
                       "filename=\"=?utf-8?B?6KuL5rGC?=.zip\"\n\nPK\n--b--\n"));
    SHOWN("body");
    HIDDEN_TEXT("attached page\nsecond page\nBEGIN:VCALENDAR");
    CHECK(message.attachments.size == 4);
    if (message.attachments.size == 4) {
        CHECK_STR(message.attachments.at[0].name, STR("login.html"));
        CHECK_STR(message.attachments.at[1].name, STR("請求.html"));
        CHECK_STR(message.attachments.at[2].type, STR("text/calendar"));
        CHECK_STR(message.attachments.at[3].name, STR("請求.zip"));
        CHECK(message.attachments.at[3].bytes == 2);
    }
    /* a named text part that is meant to be seen */
    read_file(STR(HEAD "Content-Type: text/plain; name=note.txt\nContent-Disposition: inline\n\nseen\n"));
    SHOWN("seen");
    CHECK(message.attachments.size == 1);
    /* the only text said to be an attachment: not shown, but read */
    read_file(STR(HEAD "Content-Type: text/html\nContent-Disposition: attachment\n\n<p>page</p>\n"));
    SHOWN("");
    HIDDEN_TEXT("page");
    /* uuencode */
    read_file(STR(HEAD "\nsee file\nbegin 644 a.exe\n#0V%T\n`\nend\nafter\n"));
    SHOWN("see file\nafter");
    ODD(uuencoded);
    CHECK(message.attachments.size == 1);
    if (message.attachments.size) CHECK(message.attachments.at[0].bytes == 3);
    read_file(STR(HEAD "\nbegin 644 is how it starts\nand so on\n"));
    NOT_ODD(uuencoded);
}

static void attached_messages(void) {
#define INNER                                                                                                \
    "From: Amazon <no-reply@amazon.co.jp>\nTo: me@example.jp\nSubject: inner\nDate: Sat, 1 Nov 2025 "        \
    "14:05:00 +0900\n\ninner text\n"
    read_file(STR(HEAD
                  "Subject: Fwd: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nplease look\n--b\n"
                  "Content-Type: message/rfc822\n\n" INNER "--b--\n"));
    CHECK(message.forwarded);
    CHECK(message.inner.origin == HEAD_SOURCE);
    FROM(message.envelope, "A", "a@example.com");
    FROM(message.inner, "Amazon", "no-reply@amazon.co.jp");
    CHECK_STR(message.inner.subject, STR("inner"));
    CHECK(message.inner.has_seconds && message.inner.seconds == 1761973500);
    SHOWN("please look\ninner text");
    BODY("inner text");
    /* the whole message is a message; its bytes are encoded */
    read_file(STR(HEAD "Content-Type: message/rfc822\n\n" INNER));
    CHECK(message.forwarded);
    BODY("inner text");
    read_file(STR(
        HEAD "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
             "RnJvbTogQW1hem9uIDxuby1yZXBseUBhbWF6b24uY28uanA+ClN1YmplY3Q6IGlubmVyCgppbm5lciB0ZXh0Cg==\n"));
    CHECK(message.forwarded);
    BODY("inner text");
    FROM(message.inner, "Amazon", "no-reply@amazon.co.jp");
    /* two deep: the innermost one is judged */
    read_file(STR(
        HEAD
        "Content-Type: message/rfc822\n\nFrom: mother@example.jp\nContent-Type: message/rfc822\n\n" INNER));
    FROM(message.inner, "Amazon", "no-reply@amazon.co.jp");
    /* returned mail and digests are no forwards */
    read_file(STR(
        HEAD
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nnot "
        "delivered\n--b\n"
        "Content-Type: message/delivery-status\n\nStatus: 5.0.0\n--b\nContent-Type: message/rfc822\n\n" INNER
        "--b--\n"));
    CHECK(!message.forwarded);
    SHOWN("not delivered");
    read_file(
        STR(HEAD "Content-Type: multipart/digest; boundary=b\n\n--b\n\n" INNER "--b\n\n" INNER "--b--\n"));
    CHECK(!message.forwarded);
    CHECK(message.parts == 2);
    /* ... but a complaint about a message passes it on */
    read_file(STR(
        HEAD "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nspam\n--b\n"
             "Content-Type: message/rfc822\n\n" INNER "--b--\n"));
    CHECK(message.forwarded);
}

/* A long message of one's own is not judged by the one that it carries. */
static void carried_message(void) {
    static char text[4096];
    int size = snprintf(text, sizeof text,
                        HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n%0700d\n--b\n"
                             "Content-Type: message/rfc822\n\n" INNER "--b--\n",
                        7);
    read_file((struct str){text, (size_t)size});
    CHECK(!message.forwarded);
    CHECK(!str_contains(message.document.text, STR("inner text")));
    HIDDEN_TEXT("inner text");
}

static void unreadable(void) {
    read_file(STR(
        HEAD "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\n"
             "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: "
             "application/octet-stream\n\nxx\n--b--\n"));
    CHECK(message.encrypted);
    read_file(STR(HEAD "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                       "Content-Transfer-Encoding: base64\n\nMIIB\n"));
    CHECK(message.encrypted);
    CHECK(message.attachments.size == 1);
    read_file(STR(HEAD "\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"));
    CHECK(message.encrypted);
    read_file(STR(HEAD "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; "
                       "boundary=b\n\n--b\n\nsigned text\n--b\n"
                       "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nxx\n--b--\n"));
    CHECK(!message.encrypted);
    SHOWN("signed text");
    read_file(STR(HEAD "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAAA\n"));
    CHECK(message.picture_only);
    read_file(STR("\x89PNG\r\n\x1a\n"));
    CHECK(message.undecodable);
    ODD(input_binary);
    read_file(STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
    CHECK(message.undecodable);
}

static void limits(void) {
    static char text[1 << 20];
    size_t size = (size_t)snprintf(text, sizeof text, "%s", HEAD);
    for (int i = 0; i < 200; i++)
        size += (size_t)snprintf(text + size, sizeof text - size,
                                 "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
    read_file((struct str){text, size});
    ODD(depth_limit);
    CHECK(message.limit_reached);
    size = (size_t)snprintf(text, sizeof text, "%sContent-Type: multipart/mixed; boundary=b\n\n", HEAD);
    for (int i = 0; i < 20000; i++) size += (size_t)snprintf(text + size, sizeof text - size, "--b\n\nx\n");
    read_file((struct str){text, size});
    ODD(part_limit);
    CHECK(message.limit_reached);
    size = (size_t)snprintf(text, sizeof text, "%s", HEAD);
    for (int i = 0; i < 20000; i++) size += (size_t)snprintf(text + size, sizeof text - size, "A%d: b\n", i);
    read_file((struct str){text, size});
    ODD(header_limit);
    CHECK(message.limit_reached);
    size = (size_t)snprintf(text, sizeof text, "%sTo: ", HEAD);
    for (int i = 0; i < 20000; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "a%d@b.example, ", i);
    read_file((struct str){text, size});
    ODD(header_limit);
}

int main(void) {
    single_parts();
    alternatives();
    nested();
    odd_boundaries();
    two_readings();
    attachments();
    attached_messages();
    carried_message();
    unreadable();
    limits();
    arena_release(&arena);
    return CHECK_END("read_mime");
}
