/* facts_auth: heads as large operators write them, and heads that somebody else
 * wrote: only what the receiving side itself found out proves who sent a mail. */
#include <string.h>

#include "facts/sender/auth.h"
#include "read/mime/header.h"
#include "unit/check.h"

#define FROM "From: Amazon.co.jp <auto-confirm@amazon.co.jp>\n\n"
#define SES "a25-37.smtp-out.us-west-2.amazonses.com"
#define GMAIL_TOP "Received: by 2002:a05:6402:1111:b0:1 with SMTP id a1; Sun, 1 Mar 2026 01:15:40 -0800\n"
#define GMAIL_FROM_SES                                                                                       \
    "Received: from " SES " (" SES ". [54.240.25.37]) by mx.google.com with ESMTPS id d2; Sun, 1 Mar 2026\n"
#define GMAIL_FROM_EVIL                                                                                      \
    "Received: from evil.example (evil.example. [203.0.113.9]) by mx.google.com with ESMTP id d2; Sun\n"
#define GMAIL_PASS                                                                                           \
    "Authentication-Results: mx.google.com; dkim=pass header.i=@amazon.co.jp; dmarc=pass (p=QUARANTINE) "    \
    "header.from=amazon.co.jp\n"
#define GMAIL_FAIL                                                                                           \
    "Authentication-Results: mx.google.com; spf=fail; dmarc=fail (p=QUARANTINE) header.from=amazon.co.jp\n"
#define MS_TOP                                                                                               \
    "Received: from A.apcprd01.prod.exchangelabs.com (2603:1096:1::1) by B.apcprd01.prod.exchangelabs.com "  \
    "with HTTPS; Sun\n"                                                                                      \
    "Received: from C.eop-apc01.prod.protection.outlook.com (2603:1096:2::2) by A.outlook.office365.com "    \
    "(2603:1096:1::1) with Microsoft SMTP Server; Sun\n"
#define MS_PASS                                                                                              \
    "Authentication-Results: spf=pass (sender IP is 54.240.25.37) smtp.mailfrom=bounces.amazon.co.jp; "      \
    "dkim=pass (signature was verified) header.d=amazon.co.jp;dmarc=pass action=none "                       \
    "header.from=amazon.co.jp;compauth=pass reason=100\n"
#define MS_FAIL                                                                                              \
    "Authentication-Results: spf=fail (sender IP is 203.0.113.9) smtp.mailfrom=amazon.co.jp; "               \
    "dkim=none;dmarc=fail action=quarantine header.from=amazon.co.jp;compauth=fail reason=000\n"
#define ICLOUD_TOP "Received: from p01-icloudmta-smtpin-a by p01-mailgateway-smtp-b (mailgateway); Sun\n"
#define ICLOUD_FROM(machine)                                                                                 \
    "Received: from " machine " by p01-icloudmta-smtpin-a (Postfix) with ESMTPS; Sun\nX-ICL-Info: x\n"
#define ICLOUD_RESULT(dmarc)                                                                                 \
    "Authentication-Results: bimi.icloud.com; bimi=none\nX-ARC-Info: x\n"                                    \
    "Authentication-Results: dmarc.icloud.com; dmarc=" dmarc " header.from=amazon.co.jp\nX-DMARC-Info: x\n"  \
    "Authentication-Results: dkim-verifier.icloud.com; dkim=" dmarc " header.d=amazon.co.jp\n"               \
    "Authentication-Results: spf.icloud.com; spf=pass smtp.mailfrom=bounces.amazon.co.jp\n"
#define OWN(machine) "Received: from " machine " by mx.provider.example with ESMTPS; Sun\n"
#define OWN_FROM_SES OWN(SES " (" SES " [54.240.25.37])")
#define OWN_PASS "Authentication-Results: mx.provider.example; dmarc=pass header.from=amazon.co.jp\n"

static const struct {
    const char *head;
    bool proven;
} rows[] = {
    /* ---- honest: each operator of operators.def ---- */
    {GMAIL_TOP GMAIL_FROM_SES GMAIL_PASS FROM, true},
    {GMAIL_TOP "ARC-Seal: x\nReturn-Path: <x@bounces.amazon.co.jp>\n" GMAIL_FROM_SES
               "Received-SPF: pass\n" GMAIL_PASS FROM,
     true},
    {MS_TOP MS_PASS
     "Received-SPF: Pass\nReceived: from " SES
     " (54.240.25.37) by C.mail.protection.outlook.com (10.167.253.1) with Microsoft SMTP Server; Sun\n" FROM,
     true},
    {"Authentication-Results: mta0097.mail.otm.ynwp.yahoo.co.jp  from=amazon.co.jp; domainkeys=neutral (no "
     "sig); dkim=pass (ok); header.i=@amazon.co.jp; dmarc=pass (p=QUARANTINE,domain=amazon.co.jp); "
     "header.from=amazon.co.jp\n"
     "Received: from 54.240.25.37  (EHLO " SES
     ") (54.240.25.37) by mta0097.mail.otm.ynwp.yahoo.co.jp with SMTP; Sun\n" FROM,
     true},
    {"Received: from 127.0.0.1 by atlas206.free.mail.ne1.yahoo.com with HTTPS; Sun\nReturn-Path: <x>\n"
     "Authentication-Results: atlas206.free.mail.ne1.yahoo.com; dkim=dkim_pass header.i=@amazon.co.jp "
     "header.s=a; spf=pass smtp.mailfrom=bounces.amazon.co.jp; dmarc=success(p=QUARANTINE) "
     "header.from=amazon.co.jp;\n"
     "X-Apparently-To: x\nReceived: from 54.240.25.37 (EHLO " SES ") by 10.196.1.1 with SMTPs; Sun\n" FROM,
     true},
    {ICLOUD_TOP ICLOUD_FROM(SES " (" SES " [54.240.25.37])") ICLOUD_RESULT("pass") FROM, true},
    {"Received: from mx1.messagingengine.com ([10.202.2.1]) by sloti01d2t06 with LMTP; Sun\n"
     "Authentication-Results: mx1.messagingengine.com; dkim=pass header.d=amazon.co.jp; dmarc=pass "
     "(p=quarantine) header.from=amazon.co.jp\n"
     "Received: from " SES
     " (unknown [54.240.25.37]) by mx1.messagingengine.com (Postfix) with ESMTPS; Sun\n" FROM,
     true},
    {"Authentication-Results: mailin036.protonmail.ch; dmarc=pass (p=quarantine dis=none) "
     "header.from=amazon.co.jp\n"
     "Authentication-Results: mailin036.protonmail.ch; spf=pass smtp.mailfrom=bounces.amazon.co.jp\n"
     "Received: from " SES " (" SES
     " [54.240.25.37]) by mailin036.protonmail.ch (Postfix) with ESMTPS; Sun\n" FROM,
     true},
    {"Received-SPF: pass\nAuthentication-Results: mx.zohomail.eu;\n\tdkim=pass;\n\tspf=pass  "
     "smtp.mailfrom=x@bounces.amazon.co.jp;\n\tdmarc=pass(p=quarantine dis=none)  header.from=amazon.co.jp\n"
     "Received: from " SES " (" SES " [54.240.25.37]) by mx.zohomail.eu with SMTPS; Sun\n" FROM,
     true},
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=pass (2048-bit key; unprotected) "
     "header.d=amazon.co.jp header.i=@amazon.co.jp\n"
     "Received: from " SES
     " ([54.240.25.37]) by mailin27.aul.t-online.de with (TLSv1.3) esmtp id 1; Sun\n" FROM,
     true},
    /* an operator nobody knows, that saw one of Amazon's machines */
    {OWN_PASS OWN_FROM_SES FROM, true},
    {"Authentication-Results: mx.provider.example; spf=pass; dkim=pass header.i=@amazon.co.jp\n" OWN_FROM_SES
         FROM,
     true},
    {"Authentication-Results: MX.Provider.Example (v 1); DKIM=PASS reason=\"a; dmarc=fail\" "
     "header.D=amazon.co.jp; DMARC=Pass (a (b) c) header.from=amazon.co.jp\n" OWN_FROM_SES FROM,
     true},
    {"Authentication-Results: mx.provider.example; dkim=fail header.d=amazonses.com; dkim=pass "
     "header.d=amazon.co.jp\n" OWN_FROM_SES FROM,
     true},

    /* a signature of Amazon's that could not be read, beside one that holds */
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=neutral header.d=amazonses.com; dkim=pass "
     "header.d=amazon.co.jp\n"
     "Received: from " SES
     " ([54.240.25.37]) by mailin27.aul.t-online.de with (TLSv1.3) esmtp id 1; Sun\n" FROM,
     true},

    /* ---- a signature of Amazon's that does not hold, beside one of somebody else's ---- */
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=neutral (bad) header.d=amazon.co.jp "
     "header.i=@amazon.co.jp; dkim=pass header.d=evil.example header.i=@evil.example\n"
     "Received: from mail.evil.example ([192.0.2.7]) by mailin27.aul.t-online.de with esmtp id 1; Sun\n" FROM,
     false},
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=pass header.d=evil.example; dkim=neutral "
     "header.d=amazon.co.jp\n"
     "Received: from mail.evil.example ([192.0.2.7]) by mailin27.aul.t-online.de with esmtp id 1; Sun\n" FROM,
     false},
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=none header.d=amazon.co.jp; dkim=pass\n"
     "Received: from mail.evil.example ([192.0.2.7]) by mailin27.aul.t-online.de with esmtp id 1; Sun\n" FROM,
     false},
    {"Authentication-Results: mailin27.aul.t-online.de; dkim=pass; dkim=neutral header.d=amazon.co.jp\n"
     "Received: from mail.evil.example ([192.0.2.7]) by mailin27.aul.t-online.de with esmtp id 1; Sun\n" FROM,
     false},
    {GMAIL_TOP GMAIL_FROM_SES
     "Authentication-Results: mx.google.com; dkim=neutral header.i=@amazon.co.jp; dkim=pass "
     "header.i=@evil.example; dmarc=none header.from=amazon.co.jp\n" FROM,
     false},

    /* ---- honest, and not enough ---- */
    {FROM, false},
    {GMAIL_TOP GMAIL_FROM_SES
     "Authentication-Results: mx.google.com; dkim=pass header.i=@amazonses.com; spf=pass\n" FROM,
     false},
    {OWN_PASS OWN("relay.example (relay.example [192.0.2.7])") FROM, false}, /* an operator nobody knows */
    {"Authentication-Results: mx.provider.example; dmarc=temperror header.from=amazon.co.jp\n" OWN_FROM_SES
         FROM,
     false},
    {"Authentication-Results: mx.provider.example; dmarc=fail header.from=amazon.co.jp; dkim=pass "
     "header.d=amazon.co.jp\n" OWN_FROM_SES FROM,
     false},

    /* ---- forged: the sender wrote what stands below the operator's own ---- */
    {GMAIL_TOP GMAIL_FROM_EVIL GMAIL_FAIL GMAIL_PASS FROM, false},
    {GMAIL_TOP GMAIL_FROM_EVIL GMAIL_FAIL GMAIL_FROM_SES GMAIL_PASS FROM, false},
    {GMAIL_TOP GMAIL_FROM_EVIL "X-Evil: 1\n" GMAIL_PASS FROM, false},
    /* the operator writes no results: what follows is the sender's */
    {OWN("evil.example (evil.example [203.0.113.9])") OWN_PASS FROM, false},
    {OWN("evil.example (evil.example [203.0.113.9])") GMAIL_PASS FROM, false},
    {OWN("evil.example (evil.example [203.0.113.9])") OWN_PASS OWN_FROM_SES FROM, false},
    {OWN("evil.example (evil.example [203.0.113.9])") GMAIL_TOP GMAIL_FROM_SES GMAIL_PASS FROM, false},
    /* a machine that calls itself Amazon's, or the operator's own */
    {OWN(SES " (unknown [203.0.113.9])") OWN_PASS FROM, false},
    {OWN(SES " ([203.0.113.9])") OWN_PASS FROM, false},
    {OWN(SES " (evil.example [203.0.113.9])") OWN_PASS FROM, false},
    {OWN(SES " (" SES " [203.0.113.9] (may be forged))") OWN_PASS FROM, false},
    {OWN(SES " ([203.0.113.9] helo=" SES ")") OWN_PASS FROM, false},
    {OWN("mx.provider.example (unknown [203.0.113.9])") OWN_PASS OWN_FROM_SES FROM, false},
    {OWN("mx.provider.example ([203.0.113.9])") OWN_PASS OWN_FROM_SES FROM, false},
    {OWN("unknown (HELO " SES ") (203.0.113.9)") OWN_PASS FROM, false},
    /* the operator's servers have no names: the first named field is the sender's */
    {"Received: from evil.example (203.0.113.9) by store7 with SMTP; Sun\n" GMAIL_FROM_SES GMAIL_PASS FROM,
     false},
    {"Received: from evil.example by store7; Sun\n" GMAIL_FROM_SES GMAIL_PASS FROM, false},
    {ICLOUD_TOP ICLOUD_FROM("evil.example (evil.example [203.0.113.9])") ICLOUD_RESULT("fail")
         ICLOUD_RESULT("pass") FROM,
     false},
    {ICLOUD_TOP ICLOUD_FROM("evil.example (evil.example [203.0.113.9])") ICLOUD_RESULT("fail")
         GMAIL_FROM_SES GMAIL_PASS FROM,
     false},
    /* Microsoft: a customer's machine, and one that calls itself Microsoft's */
    {MS_TOP MS_FAIL "Received: from X.prod.exchangelabs.com (203.0.113.9) by C.mail.protection.outlook.com "
                    "(10.1.1.1) with Microsoft SMTP Server; Sun\n" MS_PASS FROM,
     false},
    {MS_TOP "Received: from X.prod.exchangelabs.com (2603:1020:5::1) by C.mail.protection.outlook.com "
            "(10.1.1.1) with Microsoft SMTP Server; Sun\n" MS_PASS FROM,
     false},
    {OWN("evil.example (evil.example [203.0.113.9])") MS_PASS FROM, false},
    /* results within results */
    {"Authentication-Results: mx.provider.example; spf=fail smtp.mailfrom=\"a; dmarc=pass "
     "header.from=amazon.co.jp\"@evil.example\n" OWN_FROM_SES FROM,
     false},
    {"Authentication-Results: mx.provider.example; spf=fail (dmarc=pass header.from=amazon.co.jp) "
     "smtp.mailfrom=x\n" OWN_FROM_SES FROM,
     false},
    {"Authentication-Results: mx.provider.example; dmarc=pass header.from=amazon.co.jp; dmarc=fail "
     "header.from=amazon.co.jp\n" OWN_FROM_SES FROM,
     false},
    {"Authentication-Results: mx.provider.example; dmarc=pass header.from=evil.example\n" OWN_FROM_SES FROM,
     false},
    {"Authentication-Results: mx.provider.example; dkim=pass "
     "header.d=amazon.co.jp.evil.example\n" OWN_FROM_SES FROM,
     false},
    {"Authentication-Results: evil.example; dmarc=pass header.from=amazon.co.jp\n" OWN_FROM_SES FROM, false},
    /* spf and dkim only above, the missing dmarc below */
    {"Authentication-Results: mx.provider.example; spf=fail; dkim=none\n" OWN_FROM_SES OWN_PASS FROM, false},
};

int main(void) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = {0};
        struct headers headers = {0};
        struct oddities oddities = {0};
        struct auth_facts auth = {0};
        header_read(&arena, str_from(rows[i].head), 0, LINE_ENDS_LF, false, &headers, &oddities, STR(""));
        auth_find(&headers, STR("amazon.co.jp"), true, &auth);
        unsigned long failures = check_failures;
        CHECK(auth.amazon_proven == rows[i].proven);
        if (check_failures != failures) printf("    row %zu: %.400s\n", i, rows[i].head);
        arena_release(&arena);
    }
    return CHECK_END("facts_auth");
}
