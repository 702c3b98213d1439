/* What a link says against where it leads, and what a message wants pressed. */
#include <string.h>

#include "facts/links/brand.h"
#include "facts/links/link.h"
#include "facts/links/link_text.h"
#include "facts/links/look_alike.h"
#include "unit/check.h"

static struct arena arena;

enum { NAMES = 1, CALLS = 2, OTHER = 4, TARGET = 8 };

/* Shown text, target, what is true of them, and the host that the text shows. */
static const struct {
    const char *shown, *target;
    unsigned wanted;
    const char *host;
} texts[] = {
    {"https://www.amazon.co.jp/payment-approval", "https://smtam-etnsta.example/", NAMES | OTHER | CALLS,
     "www.amazon.co.jp"},
    {"https://www.Amazon.co.jp/legal", "https://harry2g.example/", NAMES | OTHER, "www.amazon.co.jp"},
    {"www.amazon.co.jp", "https://evil.example/", NAMES | OTHER, "www.amazon.co.jp"},
    {"Amazon.co.jp", "https://evil.example/", NAMES | OTHER, "amazon.co.jp"},
    {"https://www.amazon.co.jp/", "https://www.amazon.co.jp/", NAMES | TARGET, "www.amazon.co.jp"},
    {"www.amazon.co.jp/gp/css", "https://www.amazon.co.jp/gp/css", NAMES | TARGET, "www.amazon.co.jp"},
    {"https://www.amazon.co.jp/a/c/r?k=abc…", "https://www.amazon.co.jp/a/c/r?k=abcdef", NAMES | TARGET,
     "www.amazon.co.jp"},
    {"amazon.jp", "https://www.amazon.co.jp/", NAMES, "amazon.jp"},
    {"https://www.amazon.com/", "https://www.amazon.co.jp/", NAMES, "www.amazon.com"},
    {"https://www.amazon.co.jp/", "https://www.google.com/url?q=https://www.amazon.co.jp/", NAMES,
     "www.amazon.co.jp"},
    {"https://www.amazon.co.jp/", "https://www.google.com/url?q=https://evil.example/", NAMES | OTHER,
     "www.amazon.co.jp"},
    {"https://www.amazon.co.jp/", "https://amzn.to/abc", NAMES | OTHER, "www.amazon.co.jp"},
    {"https://www.amazon.co.jp.evil.example/", "https://www.amazon.co.jp.evil.example/", NAMES | TARGET,
     "www.amazon.co.jp.evil.example"},
    {"https://evil.example/x", "https://www.evil.example/y", 0, "evil.example"},
    {"https://evil.example/x", "https://other.example.net/y", OTHER, "evil.example"},
    {"詳しくは https://www.amazon.co.jp/ をご覧ください", "https://evil.example/", NAMES | OTHER,
     "www.amazon.co.jp"},
    {"hxxps://www[.]amazon[.]co[.]jp/", "https://evil.example/", NAMES | OTHER, "www.amazon.co.jp"},
    {"no-reply@amazon.co.jp", "https://evil.example/", NAMES, ""},
    {"Amazonにサインイン", "https://evil.example/", NAMES | CALLS, ""},
    {"アマゾンの注文を確認", "https://evil.example/", NAMES | CALLS, ""},
    {"ＡＭＡＺＯＮ", "https://evil.example/", NAMES, ""},
    {"Аmazon", "https://evil.example/", NAMES, ""},
    {"АМАZОN", "https://evil.example/", NAMES,
     ""}, /* Cyrillic capitals look like Latin ones, small ones do not */
    {"ΑΜΑΖΟΝ", "https://evil.example/", NAMES, ""},
    {"Pay now", "https://evil.example/", CALLS, ""},
    {"Jetzt bezahlen", "https://evil.example/", CALLS, ""},
    {"AMAZ0N", "https://evil.example/", NAMES, ""},
    {"支払い方法を更新する", "https://evil.example/", CALLS, ""},
    {"今すぐ確認", "https://evil.example/", CALLS, ""},
    {"ログイン", "https://evil.example/", CALLS, ""},
    {"承認または否認", "https://evil.example/", CALLS, ""},
    {"Sign in", "https://evil.example/", CALLS, ""},
    {"VERIFY  NOW", "https://evil.example/", CALLS, ""},
    {"Update your payment method", "https://evil.example/", CALLS, ""},
    {"Jetzt bestätigen", "https://evil.example/", CALLS, ""},
    {"Mettre à jour", "https://evil.example/", CALLS, ""},
    {"Iniciar sesión", "https://evil.example/", CALLS, ""},
    {"Accedi al tuo account", "https://evil.example/", CALLS, ""},
    {"こちら", "https://evil.example/", 0, ""},
    {"続きを読む", "https://evil.example/", 0, ""},
    {"Amazonas", "https://evil.example/", 0, ""},
    {"amazing offers", "https://evil.example/", 0, ""},
    {"Unsubscribe", "https://evil.example/", 0, ""},
    {"内容を見る", "https://evil.example/", 0, ""},
    {"Contact us", "https://evil.example/", 0, ""},
    {"Verifique sua conta", "https://evil.example/", CALLS, ""},
    {"catalogue", "https://evil.example/", 0, ""},
    {"", "https://evil.example/", 0, ""},
};

static void check_texts(void) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct link link = {
            .source = LINK_A, .shown = str_from(texts[i].shown), .target = str_from(texts[i].target)};
        struct link_fact fact;
        link_judge(&arena, link.target, NULL, false, &fact);
        link_text_read(&arena, &link, &fact);
        unsigned found = (fact.text_names_brand ? NAMES : 0u) | (fact.text_calls ? CALLS : 0u) |
                         (fact.text_is_other_host ? OTHER : 0u) | (fact.text_is_target ? TARGET : 0u);
        if (found != texts[i].wanted) printf("\"%s\" -> %s: %x\n", texts[i].shown, texts[i].target, found);
        CHECK(found == texts[i].wanted);
        CHECK_STR(fact.text_host, str_from(texts[i].host));
    }
}

/* ---- what the message wants pressed ---- */

struct sample {
    const char *shown, *target;
    bool button, image, hidden, call;
};

static void check_calls(const char *name, const struct sample *samples, size_t count) {
    struct message message = {0};
    struct facts facts = {.message = &message};
    for (size_t i = 0; i < count; i++) {
        struct link *link = list_add(&arena, &message.document.links);
        *link = (struct link){.source = LINK_A,
                              .shown = str_from(samples[i].shown),
                              .target = str_from(samples[i].target),
                              .button = samples[i].button,
                              .image_only = samples[i].image,
                              .hidden = samples[i].hidden ? HIDDEN_display_none : HIDDEN_none};
    }
    link_find(&arena, &facts);
    CHECK(facts.links.size == count);
    for (size_t i = 0; i < facts.links.size; i++) {
        if (facts.links.at[i].call != samples[i].call)
            printf("%s: link %zu \"%s\"\n", name, i, samples[i].shown);
        CHECK(facts.links.at[i].call == samples[i].call);
    }
}

#define CALLS_OF(name, ...)                                                                                  \
    do {                                                                                                     \
        static const struct sample samples[] = {__VA_ARGS__};                                                \
        check_calls(name, samples, sizeof samples / sizeof *samples);                                        \
    } while (0)

static void check_all_calls(void) {
    CALLS_OF("the only link", {.shown = "こちら", .target = "https://evil.example/", .call = true});
    CALLS_OF("the only site, three times",
             {.shown = "こちら", .target = "https://evil.example/a", .call = true},
             {.shown = "詳細", .target = "https://evil.example/b", .call = true},
             {.shown = "次へ", .target = "https://evil.example/c", .call = true});
    CALLS_OF("a button among links", {.shown = "ホーム", .target = "https://www.amazon.co.jp/"},
             {.shown = "次へ", .target = "https://evil.example/", .button = true, .call = true});
    CALLS_OF("a confirmation among links", {.shown = "ヘルプ", .target = "https://www.amazon.co.jp/help"},
             {.shown = "今すぐ確認", .target = "https://evil.example/", .call = true});
    CALLS_OF("the brand's name among links", {.shown = "ヘルプ", .target = "https://www.amazon.co.jp/help"},
             {.shown = "Amazon", .target = "https://evil.example/", .call = true});
    CALLS_OF("a shown address of Amazon's", {.shown = "ヘルプ", .target = "https://a.example/"},
             {.shown = "https://www.amazon.co.jp/", .target = "https://evil.example/", .call = true});
    CALLS_OF("footers are no calls",
             {.shown = "今すぐ確認", .target = "https://www.amazon.co.jp/a", .call = true},
             {.shown = "配信停止", .target = "https://list.example/"},
             {.shown = "プライバシー規約", .target = "https://list.example/p"},
             {.shown = "Facebook", .target = "https://www.facebook.com/AmazonJP"});
    CALLS_OF("a footer does not hide the only site",
             {.shown = "こちら", .target = "https://evil.example/", .call = true},
             {.shown = "配信停止", .target = "https://list.example/"});
    CALLS_OF("hidden links are no calls",
             {.shown = "今すぐ確認", .target = "https://evil.example/", .hidden = true},
             {.shown = "ホーム", .target = "https://www.amazon.co.jp/", .call = true});
    CALLS_OF("mail addresses are no calls", {.shown = "確認", .target = "mailto:x@evil.example"});
    CALLS_OF("a picture that is the message", {.shown = "a", .target = "https://a.example/"},
             {.shown = "b", .target = "https://b.example/"},
             {.shown = "", .target = "https://evil.example/", .image = true, .call = true});
    CALLS_OF("nothing calls: the first link", {.shown = "a", .target = "https://a.example/", .call = true},
             {.shown = "b", .target = "https://b.example/"});
    CALLS_OF("only footers: the first of them",
             {.shown = "配信停止", .target = "https://evil.example/", .call = true},
             {.shown = "利用規約", .target = "https://b.example/"});
    CALLS_OF("a social link that asks to confirm", {.shown = "ホーム", .target = "https://www.amazon.co.jp/"},
             {.shown = "商品", .target = "https://a.example/"},
             {.shown = "アカウントを確認", .target = "https://www.facebook.com/x", .call = true});
}

static void check_answers(void) {
    struct message message = {0};
    struct options options = {0};
    struct facts facts = {.message = &message, .options = &options};
    *list_add(&arena, &options.answers.link_targets) = STR("amazon.co.jp/a/c/r?k=1");
    *list_add(&arena, &options.answers.link_targets) = STR("https://evil.example/");
    link_find(&arena, &facts);
    CHECK(facts.links.size == 2);
    CHECK(facts.links.at[0].standing == STANDING_OFFICIAL && facts.links.at[0].call);
    CHECK(facts.links.at[1].standing == STANDING_UNRELATED && facts.links.at[1].call);
}

static void check_bases(void) {
    struct message message = {0};
    struct facts facts = {.message = &message};
    *list_add(&arena, &message.document.links) =
        (struct link){.source = LINK_A, .target = STR("gp/css"), .base = STR("https://www.amazon.co.jp/")};
    *list_add(&arena, &message.document.links) =
        (struct link){.source = LINK_A, .target = STR("gp/css"), .base = STR("https://evil.example/")};
    *list_add(&arena, &message.document.links) = (struct link){.source = LINK_A, .target = STR("gp/css")};
    link_find(&arena, &facts);
    CHECK(facts.links.at[0].standing == STANDING_OFFICIAL);
    CHECK(facts.links.at[1].standing == STANDING_UNRELATED);
    CHECK(facts.links.at[2].standing == STANDING_UNPARSABLE);
}

/* ---- mail domains (facts A1, A2) ---- */

static void check_mail_domains(void) {
    static const char *amazon[] = {"amazon.co.jp",
                                   "amazon.jp",
                                   "amazon.com",
                                   "business.amazon.co.jp",
                                   "email.amazon.com",
                                   "marketplace.amazon.co.jp",
                                   "m.marketplace.amazon.co.jp",
                                   "gc.email.amazon.co.jp",
                                   "gc.amazon.co.jp",
                                   "payments.amazon.co.jp",
                                   "bounces.amazon.com",
                                   "amazon.com.be",
                                   "amazonsellerservices.com",
                                   "sell.amazon.sg",
                                   "audible.com",
                                   "signin.aws",
                                   "login.awsapps.com",
                                   "aws.amazon.com",
                                   "amazon.co.jp."};
    static const char *others[] = {"amazonses.com",
                                   "email.amazonses.com",
                                   "us-west-2.amazonses.com",
                                   "x.awsapps.com",
                                   "awsapps.com",
                                   "amzonbusiness.jp",
                                   "amazonbusiness.jp",
                                   "amazon.org",
                                   "amazon.co.jp.evil.example",
                                   "xamazon.co.jp",
                                   "amazonaws.com",
                                   "media-amazon.com",
                                   "amzn.to",
                                   "co.jp",
                                   "",
                                   ".",
                                   "xn--mazon-3ve.co.jp"};
    for (size_t i = 0; i < sizeof amazon / sizeof *amazon; i++)
        CHECK(brand_is_amazon_mail_domain(str_from(amazon[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(!brand_is_amazon_mail_domain(str_from(others[i])));
}

static void check_hosts(void) {
    struct host_judgement found;
    brand_judge_host(&arena, STR("marketplace.amazon.co.jp"), &found);
    CHECK(found.standing == STANDING_OFFICIAL && found.official == OFFICIAL_OTHERS_WORDS);
    brand_judge_host(&arena, STR("amazon.co.jp."), &found);
    CHECK(found.standing == STANDING_OFFICIAL && found.official == OFFICIAL_ACCOUNT);
    brand_judge_host(&arena, STR("www.facebook.com"), &found);
    CHECK(found.standing == STANDING_UNRELATED && found.partner);
    brand_judge_host(&arena, STR("amzn.asia"), &found);
    CHECK(found.standing == STANDING_SHORTENER && found.amazon_run);
    brand_judge_host(&arena, STR("mail.amazon.service.co.jp"), &found);
    CHECK(found.standing == STANDING_IMPERSONATING);
    brand_judge_host(&arena, STR(""), &found);
    CHECK(found.standing == STANDING_UNRELATED);
    brand_judge_host(&arena, STR("192.0.2.1"), &found);
    CHECK(found.standing == STANDING_UNRELATED);
}

int main(void) {
    check_texts();
    check_all_calls();
    check_answers();
    check_bases();
    check_mail_domains();
    check_hosts();
    CHECK(!arena.failed);
    arena_release(&arena);
    return CHECK_END("facts_link_text");
}
