/* claim_context: see claim_context.h. The rows are phrases that stand directly
 * beside the name, folded (NFKC, lower case); white space between is skipped.
 * Japanese puts the relation behind the name, European languages before it. */
#include "facts/claim/claim_context.h"

#include "base/utf8.h"
#include "brand/brand_names.h"
#include "decode/unicode.h"

enum { WINDOW_BYTES = 48 };

/* Gift cards: shops, employers and panels give them away in their own name. */
static const struct str gift_after[] = {
    STR_INIT("ギフト"),    STR_INIT("gift"),       STR_INIT("gutschein"), STR_INIT("-gutschein"),
    STR_INIT("-geschenk"), STR_INIT("geschenk"),   STR_INIT("voucher"),   STR_INIT("reward"),
    STR_INIT("cadeaubon"), STR_INIT("-cadeaubon"), STR_INIT("e-gift"),    STR_INIT("egift"),
    STR_INIT("商品券"),    STR_INIT("クーポン"),   STR_INIT("礼品"),      STR_INIT("coupon"),
};

static const struct str gift_before[] = {
    STR_INIT("buono regalo"),      STR_INIT("buono"),
    STR_INIT("buono regalo di"),   STR_INIT("carte cadeau"),
    STR_INIT("carte-cadeau"),      STR_INIT("bon d'achat"),
    STR_INIT("bon cadeau"),        STR_INIT("tarjeta regalo"),
    STR_INIT("tarjeta regalo de"), STR_INIT("tarjeta de regalo de"),
    STR_INIT("cheque regalo de"),  STR_INIT("vale-presente"),
    STR_INIT("vale presente"),     STR_INIT("cartao presente"),
    STR_INIT("carta regalo"),
};

/* Endings of the name itself. */
static const struct str endings[] = {
    STR_INIT(".co.jp"), STR_INIT(".com"), STR_INIT(".co.uk"), STR_INIT(".de"), STR_INIT(".fr"),
    STR_INIT(".it"),    STR_INIT(".es"),  STR_INIT(".jp"),    STR_INIT(".ca"), STR_INIT(".nl"),
};

static const struct str others_after[] = {
    STR_INIT("をかた"),     STR_INIT("を騙"),           STR_INIT("を装"),       STR_INIT("をよそお"),
    STR_INIT("を名乗"),     STR_INIT("をなの"),         STR_INIT("になりすま"), STR_INIT("なりすまし"),
    STR_INIT("偽"),         STR_INIT("の偽"),           STR_INIT("詐欺"),       STR_INIT("フィッシング"),
    STR_INIT("mastercard"), STR_INIT("マスターカード"), STR_INIT("カード会員"), STR_INIT("倉庫"),
    STR_INIT("店"),         STR_INIT("セラー"),         STR_INIT("出品"),       STR_INIT("ランキング"),
    STR_INIT("seller"),     STR_INIT("を語"),           STR_INIT("等を装"),     STR_INIT("などを装"),
    STR_INIT("セール"),     STR_INIT("の株"),           STR_INIT("株"),         STR_INIT("で販売"),
    STR_INIT("で買"),       STR_INIT("で購入"),         STR_INIT("で発売"),     STR_INIT("より安"),
    STR_INIT("rainforest"), STR_INIT("river"),          STR_INIT("basin"),      STR_INIT("scam"),
    STR_INIT("phishing"),   STR_INIT("で注文"),         STR_INIT("fba"),        STR_INIT("affiliate"),
    STR_INIT("stock"),      STR_INIT("shares"),         STR_INIT("payで支払"),  STR_INIT("で使える"),
};

/* Amazon's own departments for sellers, and their accounts there. */
static const struct str sellers_own[] = {BRAND_SELLER_WORDS};

static const struct str others_before[] = {
    STR_INIT("pose as"),
    STR_INIT("posing as"),
    STR_INIT("pretend to be"),
    STR_INIT("pretending to be"),
    STR_INIT("impersonate"),
    STR_INIT("impersonating"),
    STR_INIT("fake"),
    STR_INIT("偽"),
    STR_INIT("偽の"),
    STR_INIT("available on"),
    STR_INIT("find us on"),
    STR_INIT("buy it on"),
    STR_INIT("bought on"),
    STR_INIT("sold on"),
    STR_INIT("gefälschte"),
    STR_INIT("faux"),
    STR_INIT("fausse"),
    STR_INIT("falso"),
    STR_INIT("my"),
    STR_INIT("our"),
    STR_INIT("his"),
    STR_INIT("her"),
    STR_INIT("mein"),
    STR_INIT("meine"),
    STR_INIT("meinem"),
    STR_INIT("mon"),
    STR_INIT("mon compte"),
    STR_INIT("mi cuenta de"),
    STR_INIT("il mio account"),
    STR_INIT("私の"),
    STR_INIT("僕の"),
    STR_INIT("俺の"),
    STR_INIT("うちの"),
    STR_INIT("自分の"),
    STR_INIT("母の"),
    STR_INIT("父の"),
};

/* What the name goes on with, spoken of from outside: "Amazon Japan raises". */
static const struct str mention_after[] = {
    STR_INIT("ジャパンは"),
    STR_INIT("ジャパンが"),
    STR_INIT("ジャパンの発表"),
    STR_INIT("ジャパンによる"),
    STR_INIT("アカウント連携"),
    STR_INIT("アカウントの連携"),
    STR_INIT("アカウントとの連携"),
    STR_INIT("payで"),
    STR_INIT("pay で"),
    STR_INIT("payを"),
};

static const struct str customer_after[] = {
    BRAND_CUSTOMER_WORDS,
    STR_INIT("アカウント"),
    STR_INIT("のアカウント"),
    STR_INIT("会員"),
    STR_INIT("のお客様"),
    STR_INIT("お客様"),
    STR_INIT("カスタマー"),
    STR_INIT("をご利用いただ"),
    STR_INIT("をご利用頂"),
    STR_INIT("をご利用の"),
    STR_INIT("ユーザー"),
    STR_INIT("利用者"),
    STR_INIT("用户"),
    STR_INIT("客服"),
    STR_INIT("をご愛顧"),
    STR_INIT("をお使いいただ"),
    STR_INIT("のご利用ありがと"),
    STR_INIT("のご利用をいただ"),
    STR_INIT("サービス"),
    STR_INIT("id"),
    STR_INIT("ポイント"),
    STR_INIT("サインイン"),
    STR_INIT("にサインイン"),
    STR_INIT("へのサインイン"),
    STR_INIT("ログイン"),
    STR_INIT("にログイン"),
    STR_INIT("に登録"),
    STR_INIT("にご登録"),
    STR_INIT("に登録されて"),
    STR_INIT("よりお知らせ"),
    STR_INIT("からのお知らせ"),
    STR_INIT("チーム"),
    STR_INIT("セキュリティ"),
    STR_INIT("でのご注文"),
    STR_INIT("のご注文"),
    STR_INIT("ご注文"),
    STR_INIT("サポート"),
    STR_INIT("ジャパン"),
    STR_INIT("pay"),
    STR_INIT("のお支払い"),
    STR_INIT("の自動配信"),
    STR_INIT("での購入"),
    STR_INIT("支払い"),
    STR_INIT("お支払い"),
    STR_INIT("account"),
    STR_INIT("customer"),
    STR_INIT("support"),
    STR_INIT("security"),
    STR_INIT("team"),
    STR_INIT("sign-in"),
    STR_INIT("order"),
    STR_INIT("services"),
    STR_INIT("member"),
    STR_INIT("shopper"),
    STR_INIT("user"),
    STR_INIT("konto"),
    STR_INIT("-konto"),
    STR_INIT("kunde"),
    STR_INIT("-kunde"),
    STR_INIT("kundenservice"),
    STR_INIT(", inc"),
    STR_INIT("inc."),
    STR_INIT("eu s"),
    STR_INIT("europe"),
    STR_INIT("services europe"),
    STR_INIT("、inc"),
    STR_INIT("-account"),
    STR_INIT("-id"),
    STR_INIT("から送信"),
    STR_INIT("より送信"),
    STR_INIT("からのご連絡"),
    STR_INIT("よりご連絡"),
    STR_INIT("からの重要"),
    STR_INIT("のお荷物"),
    STR_INIT("の荷物"),
    STR_INIT("にてご注文"),
    STR_INIT("でお買い上げ"),
    STR_INIT("でご購入"),
    STR_INIT("の会員"),
    STR_INIT("-klant"),
    STR_INIT("-klanten"),
    STR_INIT("-kunden"),
    STR_INIT("-bestellung"),
    STR_INIT("-paket"),
    STR_INIT("-konto"),
    STR_INIT("parcel"),
    STR_INIT("package"),
    STR_INIT("delivery"),
    STR_INIT("refund"),
    STR_INIT("billing"),
    STR_INIT("payment"),
    STR_INIT("subscription"),
    STR_INIT("membership"),
    STR_INIT("invoice"),
    STR_INIT("でのお買い物"),
    STR_INIT("でお買い物"),
    STR_INIT("でのお取引"),
    STR_INIT("のポイント"),
    STR_INIT("の請求"),
    STR_INIT("のご請求"),
    STR_INIT("からの請求"),
    STR_INIT("からのご請求"),
    STR_INIT("ご登録"),
    STR_INIT("のご登録"),
    STR_INIT("新規端末"),
    STR_INIT("新しい端末"),
    STR_INIT("新しいデバイス"),
    STR_INIT("カード認証"),
    STR_INIT("のカード認証"),
    STR_INIT("のカード情報"),
    STR_INIT("配達"),
    STR_INIT("配送"),
    STR_INIT("二段階認証"),
    STR_INIT("2段階認証"),
    STR_INIT("より重要"),
    STR_INIT("決済"),
    STR_INIT("purchase"),
    STR_INIT("transaction"),
    STR_INIT("charge"),
    STR_INIT("receipt"),
    STR_INIT("客服"),
    STR_INIT("账户"),
    STR_INIT("帳戶"),
    STR_INIT("账号"),
    STR_INIT("帐户"),
    STR_INIT("会员"),
    STR_INIT("hesab"),
    STR_INIT("hesap"),
    STR_INIT("-mitglied"),
    STR_INIT("-team"),
    STR_INIT("help"),
    STR_INIT("customer"),
};

static const struct str customer_before[] = {
    STR_INIT("shopping with"),
    STR_INIT("shopping at"),
    STR_INIT("shopped with"),
    STR_INIT("choosing"),
    STR_INIT("your"),
    STR_INIT("dear"),
    STR_INIT("ihr"),
    STR_INIT("ihre"),
    STR_INIT("ihrem"),
    STR_INIT("ihres"),
    STR_INIT("ihren"),
    STR_INIT("lieber"),
    STR_INIT("votre compte"),
    STR_INIT("compte"),
    STR_INIT("cuenta de"),
    STR_INIT("cuenta"),
    STR_INIT("account"),
    STR_INIT("equipo de"),
    STR_INIT("équipe"),
    STR_INIT("il team di"),
    STR_INIT("お客様の"),
    STR_INIT("あなたの"),
    STR_INIT("ご利用の"),
    STR_INIT("お使いの"),
    STR_INIT("いつも"),
    STR_INIT("©"),
    STR_INIT("(c)"),
    STR_INIT("copyright"),
    STR_INIT("team"),
    STR_INIT("member of"),
    STR_INIT("customer of"),
    STR_INIT("平素は"),
    STR_INIT("平素より"),
    STR_INIT("thank you for using"),
    STR_INIT("by"),
    STR_INIT("sent from"),
    STR_INIT("sincerely,"),
    STR_INIT("regards,"),
    STR_INIT("acheteur"),
    STR_INIT("client"),
    STR_INIT("cliente"),
    STR_INIT("clientes"),
    STR_INIT("kunde"),
    STR_INIT("kunden"),
    STR_INIT("customer"),
    STR_INIT("shopper"),
    STR_INIT("user"),
    STR_INIT("user of"),
    STR_INIT("experience with"),
    STR_INIT("expérience avec"),
    STR_INIT("erfahrung mit"),
    STR_INIT("konto bei"),
    STR_INIT("konto"),
    STR_INIT("konta"),
    STR_INIT("kontem"),
    STR_INIT("konta w"),
    STR_INIT("konto w"),
    STR_INIT("remboursement"),
    STR_INIT("erstattung"),
    STR_INIT("reembolso"),
    STR_INIT("rimborso"),
    STR_INIT("refund from"),
    STR_INIT("votre colis"),
    STR_INIT("tuo pacco"),
    STR_INIT("su paquete"),
    STR_INIT("su paquete de"),
    STR_INIT("tu paquete de"),
    STR_INIT("su pedido de"),
    STR_INIT("tu pedido de"),
    STR_INIT("su cuenta en"),
    STR_INIT("tu cuenta en"),
    STR_INIT("cliente de"),
    STR_INIT("clientes de"),
    STR_INIT("client d"),
    STR_INIT("client d’"),
    STR_INIT("client d'"),
    STR_INIT("klant van"),
    STR_INIT("uw"),
    STR_INIT("je"),
    STR_INIT("jouw"),
    STR_INIT("sua conta"),
    STR_INIT("conta da"),
    STR_INIT("conta na"),
    STR_INIT("il tuo account"),
    STR_INIT("il suo account"),
    STR_INIT("pacco"),
    STR_INIT("colis"),
    STR_INIT("usted con"),
    STR_INIT("compra en"),
    STR_INIT("acquisto su"),
    STR_INIT("achat sur"),
    STR_INIT("einkauf bei"),
    STR_INIT("bestellung bei"),
    STR_INIT("bestellung von"),
    STR_INIT("order with"),
    STR_INIT("order from"),
    STR_INIT("order at"),
    STR_INIT("purchase from"),
    STR_INIT("purchase at"),
    STR_INIT("notice from"),
    STR_INIT("message from"),
    STR_INIT("notification from"),
    STR_INIT("alert from"),
    STR_INIT("invoice from"),
    STR_INIT("bill from"),
    STR_INIT("charge from"),
    STR_INIT("warning from"),
    STR_INIT("package from"),
    STR_INIT("parcel from"),
    STR_INIT("您的"),
    STR_INIT("尊敬的"),
};

/* A Latin row must not be the tail of a longer word: "my" in "tummy". */
static bool ends_with_any_word(struct str text, const struct str *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!str_ends(text, rows[i])) continue;
        size_t left = text.size - rows[i].size;
        bool word = ascii_is_alpha((unsigned char)rows[i].at[0]);
        if (!word || left == 0 || !ascii_is_alpha((unsigned char)text.at[left - 1])) return true;
    }
    return false;
}

static struct str skip_ending(struct str after) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_starts(after, endings[i])) return str_skip(after, endings[i].size);
    return after;
}

/* "[Amazon]", "【Amazon】", "Amazon.co.jp:", "... - Amazon", "Amazon | ...", or the shop's own
 * domain at the very beginning. */
static bool is_mark(struct str before, struct str after, bool domain_form) {
    static const struct str open[] = {STR_INIT("["), STR_INIT("【"), STR_INIT("「"), STR_INIT("<"),
                                      STR_INIT("("), STR_INIT("《"), STR_INIT("〈")};
    static const struct str close[] = {STR_INIT("]"), STR_INIT("】"), STR_INIT("」"), STR_INIT(">"),
                                       STR_INIT(")"), STR_INIT("》"), STR_INIT("〉")};
    bool opens = before.size == 0;
    static const struct str dashes[] = {STR_INIT(" -"), STR_INIT(" |"), STR_INIT("–"), STR_INIT("—")};
    if (!opens && str_trim(after).size == 0 && ends_with_any_word(before, STR_LIST(dashes))) return true;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (str_ends(before, open[i])) return str_starts_any(after, STR_LIST(close));
    return opens && (domain_form || str_starts(after, STR(":")) || str_starts(after, STR("|")) ||
                     str_starts(after, STR("-")));
}

enum claim_context claim_context_find(struct arena *arena, struct str before, struct str after) {
    if (before.size > WINDOW_BYTES) before = str_skip(before, utf8_floor(before, before.size - WINDOW_BYTES));
    after = str_slice(after, 0, utf8_floor(after, WINDOW_BYTES));
    before = str_trim(unicode_nfkc_casefold(arena, before));
    after = unicode_nfkc_casefold(arena, after);
    struct str behind = skip_ending(after);
    bool domain_form = behind.size < after.size;
    behind = str_trim(behind);
    struct str owned = str_skip(behind, str_starts(behind, STR("の")) ? STR("の").size : 0);
    bool own = str_starts_any(owned, STR_LIST(sellers_own));
    bool others =
        str_starts_any(behind, STR_LIST(others_after)) || str_starts_any(owned, STR_LIST(others_after));
    if ((!own && others) || ends_with_any_word(before, STR_LIST(others_before))) return CONTEXT_OTHERS;
    if (is_mark(before, behind, domain_form)) return CONTEXT_MARK;
    if (str_starts_any(behind, STR_LIST(gift_after)) || ends_with_any_word(before, STR_LIST(gift_before)))
        return CONTEXT_GIFT;
    if (str_starts_any(behind, STR_LIST(mention_after))) return CONTEXT_MENTION;
    if (own) return CONTEXT_SELLERS;
    if (str_starts_any(behind, STR_LIST(customer_after)) ||
        ends_with_any_word(before, STR_LIST(customer_before)))
        return CONTEXT_CUSTOMER;
    return CONTEXT_MENTION;
}
