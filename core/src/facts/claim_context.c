/* claim_context: see claim_context.h. The rows are phrases that stand directly
 * beside the name, folded (NFKC, lower case); white space between is skipped.
 * Japanese puts the relation behind the name, European languages before it. */
#include "facts/claim_context.h"

#include "base/utf8.h"
#include "decode/unicode.h"

enum { WINDOW_BYTES = 48 };

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
};

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
    STR_INIT("アカウント"),
    STR_INIT("のアカウント"),
    STR_INIT("プライム"),
    STR_INIT("会員"),
    STR_INIT("のお客様"),
    STR_INIT("お客様"),
    STR_INIT("カスタマー"),
    STR_INIT("をご利用いただ"),
    STR_INIT("をご利用頂"),
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
    STR_INIT("ギフト"),
    STR_INIT("pay"),
    STR_INIT("のお支払い"),
    STR_INIT("の自動配信"),
    STR_INIT("での購入"),
    STR_INIT("支払い"),
    STR_INIT("お支払い"),
    STR_INIT("account"),
    STR_INIT("customer"),
    STR_INIT("prime"),
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
    STR_INIT("gift card"),
    STR_INIT("-account"),
    STR_INIT("-prime"),
    STR_INIT("-id"),
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
    STR_INIT("remboursement"),
    STR_INIT("erstattung"),
    STR_INIT("reembolso"),
    STR_INIT("rimborso"),
    STR_INIT("refund from"),
    STR_INIT("votre colis"),
    STR_INIT("tuo pacco"),
    STR_INIT("su paquete"),
};

static bool starts_with_any(struct str text, const struct str *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_starts(text, rows[i])) return true;
    return false;
}

/* A Latin row must not be the tail of a longer word: "my" in "tummy". */
static bool ends_with_any(struct str text, const struct str *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!str_ends(text, rows[i])) continue;
        size_t left = text.size - rows[i].size;
        bool word = ascii_is_alpha((unsigned char)rows[i].at[0]);
        if (!word || left == 0 || !ascii_is_alpha((unsigned char)text.at[left - 1])) return true;
    }
    return false;
}

#define ROWS(rows) rows, sizeof(rows) / sizeof *(rows)

static struct str skip_ending(struct str after) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_starts(after, endings[i])) return str_skip(after, endings[i].size);
    return after;
}

/* "[Amazon]", "【Amazon】", "Amazon.co.jp:", "Amazon | ...", or the shop's own
 * domain at the very beginning. */
static bool is_mark(struct str before, struct str after, bool domain_form) {
    static const struct str open[] = {STR_INIT("["), STR_INIT("【"), STR_INIT("「"), STR_INIT("<"),
                                      STR_INIT("("), STR_INIT("《"), STR_INIT("〈")};
    static const struct str close[] = {STR_INIT("]"), STR_INIT("】"), STR_INIT("」"), STR_INIT(">"),
                                       STR_INIT(")"), STR_INIT("》"), STR_INIT("〉")};
    bool opens = before.size == 0;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (str_ends(before, open[i])) return starts_with_any(after, ROWS(close));
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
    if (starts_with_any(behind, ROWS(others_after)) || ends_with_any(before, ROWS(others_before)))
        return CONTEXT_OTHERS;
    if (is_mark(before, behind, domain_form)) return CONTEXT_MARK;
    if (starts_with_any(behind, ROWS(mention_after))) return CONTEXT_MENTION;
    if (starts_with_any(behind, ROWS(customer_after)) || ends_with_any(before, ROWS(customer_before)))
        return CONTEXT_CUSTOMER;
    return CONTEXT_MENTION;
}

/* Words that name no one. What else stands in a name is somebody's own. */
static const struct str role_fillers[] = {
    STR_INIT("desks"),    STR_INIT("department"),   STR_INIT("center"),   STR_INIT("centre"),
    STR_INIT("centro"),   STR_INIT("desk"),         STR_INIT("help"),     STR_INIT("online"),
    STR_INIT("official"), STR_INIT("portal"),       STR_INIT("survey"),   STR_INIT("shopper"),
    STR_INIT("shopping"), STR_INIT("refund"),       STR_INIT("invoice"),  STR_INIT("receipt"),
    STR_INIT("purchase"), STR_INIT("login"),        STR_INIT("sign-in"),  STR_INIT("password"),
    STR_INIT("urgent"),   STR_INIT("important"),    STR_INIT("center"),   STR_INIT("ification"),
    STR_INIT("ication"),  STR_INIT("ments"),        STR_INIT("dienst"),   STR_INIT("bonus"),
    STR_INIT("your"),     STR_INIT("the"),          STR_INIT("for"),      STR_INIT("cliente"),
    STR_INIT("clientes"), STR_INIT("servicio"),     STR_INIT("servizio"), STR_INIT("assistance"),
    STR_INIT("センター"), STR_INIT("キャンペーン"), STR_INIT("カード"),   STR_INIT("アンケート"),
    STR_INIT("運営"),     STR_INIT("本部"),         STR_INIT("窓口"),     STR_INIT("公式"),
    STR_INIT("自動"),     STR_INIT("チーム"),       STR_INIT("情報"),     STR_INIT("当選"),
    STR_INIT("返金"),     STR_INIT("認証"),         STR_INIT("ログイン"), STR_INIT("サインイン"),
    STR_INIT("連絡"),     STR_INIT("確認"),         STR_INIT("更新"),     STR_INIT("案内"),
    STR_INIT("会社"),     STR_INIT("ご"),           STR_INIT("部"),       STR_INIT("課"),
    STR_INIT("係"),       STR_INIT("センタ"),       STR_INIT("クーポン"), STR_INIT("プレゼント"),
};

static size_t skip_row(struct str text, const struct str *rows, size_t count) {
    size_t best = 0;
    for (size_t i = 0; i < count; i++)
        if (rows[i].size > best && str_starts(text, rows[i])) best = rows[i].size;
    return best;
}

/* Letters of a name that are no word of a role. */
static size_t count_own_letters(struct str name, const struct str *roles, size_t roles_count) {
    size_t own = 0;
    for (size_t at = 0; at < name.size;) {
        struct str rest = str_skip(name, at);
        size_t skip = skip_row(rest, roles, roles_count), filler = skip_row(rest, ROWS(role_fillers));
        if (filler > skip) skip = filler;
        if (skip == 0) {
            bool ascii = (unsigned char)name.at[at] < 0x80;
            own += !ascii || ascii_is_alpha((unsigned char)name.at[at]);
            skip = 1;
        }
        at += skip;
    }
    return own;
}

enum { OWN_BYTES_MIN = 5 }; /* five Latin letters, two kana or kanji */

bool claim_is_role_name(struct arena *arena, struct str name) {
    static const struct str roles[] = {
        STR_INIT("support"),      STR_INIT("service"),    STR_INIT("customer"),   STR_INIT("info"),
        STR_INIT("security"),     STR_INIT("account"),    STR_INIT("reply"),      STR_INIT("prime"),
        STR_INIT("order"),        STR_INIT("team"),       STR_INIT("billing"),    STR_INIT("kunden"),
        STR_INIT("konto"),        STR_INIT("admin"),      STR_INIT("system"),     STR_INIT("reward"),
        STR_INIT("winner"),       STR_INIT("notif"),      STR_INIT("alert"),      STR_INIT("payment"),
        STR_INIT("delivery"),     STR_INIT("shipping"),   STR_INIT("verif"),      STR_INIT("client"),
        STR_INIT("gift"),         STR_INIT("member"),     STR_INIT("update"),     STR_INIT("mail"),
        STR_INIT("survey"),       STR_INIT("shopper"),    STR_INIT("アンケート"), STR_INIT("当選"),
        STR_INIT("プライム"),     STR_INIT("カスタマー"), STR_INIT("サポート"),   STR_INIT("サービス"),
        STR_INIT("お知らせ"),     STR_INIT("重要"),       STR_INIT("事務局"),     STR_INIT("アカウント"),
        STR_INIT("セキュリティ"), STR_INIT("管理"),       STR_INIT("ギフト"),     STR_INIT("通知"),
        STR_INIT("配信"),         STR_INIT("会員"),       STR_INIT("お客様"),     STR_INIT("注文"),
        STR_INIT("支払"),         STR_INIT("安全"),       STR_INIT("緊急"),       STR_INIT("ポイント"),
    };
    name = str_trim(unicode_nfkc_casefold(arena, str_slice(name, 0, utf8_floor(name, 200))));
    if (name.size == 0 || str_find_byte(name, '@', 0) != STR_NONE) return true;
    bool role = false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles && !role; i++) role = str_contains(name, roles[i]);
    return role && count_own_letters(name, ROWS(roles)) < OWN_BYTES_MIN;
}
