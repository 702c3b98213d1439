/* sender_role: see sender_role.h. A name is a role's when nothing is left of it
 * once the words of roles are taken away, in the languages of the marketplaces. */
#include "facts/sender/sender_role.h"

#include "base/utf8.h"
#include "brand/brand_names.h"
#include "decode/unicode.h"
#include "limits.h"

/* Service addresses have roles, people have names: "account-update", "no-reply". */
bool sender_role_is_address(struct str address) {
    struct str local = str_slice(address, 0, str_find_last_byte(address, '@'));
    static const struct str roles[] = {
        STR_INIT("no-reply"),     STR_INIT("noreply"),  STR_INIT("no_reply"),     STR_INIT("donotreply"),
        STR_INIT("do-not-reply"), STR_INIT("update"),   STR_INIT("confirm"),      STR_INIT("shipment"),
        STR_INIT("ship-"),        STR_INIT("order"),    STR_INIT("return"),       STR_INIT("account"),
        STR_INIT("security"),     STR_INIT("support"),  STR_INIT("service"),      STR_INIT("store"),
        STR_INIT("payment"),      STR_INIT("billing"),  STR_INIT("info"),         STR_INIT("delivery"),
        STR_INIT("digital"),      STR_INIT("customer"), STR_INIT("cs-reply"),     STR_INIT("marketplace"),
        STR_INIT("gc-"),          STR_INIT("review"),   STR_INIT("vfe-"),         BRAND_ADDRESS_ROLES,
        STR_INIT("mail"),         STR_INIT("alert"),    STR_INIT("notification"),
    };
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_contains_ascii(local, roles[i])) return true;
    return false;
}

/* Words that name no one. What else stands in a name is somebody's own. */
static const struct str role_fillers[] = {
    STR_INIT("desks"),        STR_INIT("department"), STR_INIT("center"),     STR_INIT("centre"),
    STR_INIT("centro"),       STR_INIT("desk"),       STR_INIT("help"),       STR_INIT("online"),
    STR_INIT("official"),     STR_INIT("portal"),     STR_INIT("survey"),     STR_INIT("shopper"),
    STR_INIT("shopping"),     STR_INIT("refund"),     STR_INIT("invoice"),    STR_INIT("receipt"),
    STR_INIT("purchase"),     STR_INIT("login"),      STR_INIT("sign-in"),    STR_INIT("password"),
    STR_INIT("urgent"),       STR_INIT("important"),  STR_INIT("ification"),  STR_INIT("ication"),
    STR_INIT("ments"),        STR_INIT("dienst"),     STR_INIT("bonus"),      STR_INIT("your"),
    STR_INIT("the"),          STR_INIT("for"),        STR_INIT("cliente"),    STR_INIT("clientes"),
    STR_INIT("servicio"),     STR_INIT("servizio"),   STR_INIT("assistance"), STR_INIT("センター"),
    STR_INIT("キャンペーン"), STR_INIT("カード"),     STR_INIT("アンケート"), STR_INIT("運営"),
    STR_INIT("本部"),         STR_INIT("窓口"),       STR_INIT("公式"),       STR_INIT("自動"),
    STR_INIT("チーム"),       STR_INIT("情報"),       STR_INIT("当選"),       STR_INIT("返金"),
    STR_INIT("認証"),         STR_INIT("ログイン"),   STR_INIT("サインイン"), STR_INIT("連絡"),
    STR_INIT("確認"),         STR_INIT("更新"),       STR_INIT("案内"),       STR_INIT("会社"),
    STR_INIT("ご"),           STR_INIT("部"),         STR_INIT("課"),         STR_INIT("係"),
    STR_INIT("センタ"),       STR_INIT("クーポン"),   STR_INIT("プレゼント"), STR_INIT("notice"),
    STR_INIT("notification"), STR_INIT("notifica"),   STR_INIT("aviso"),      STR_INIT("avviso"),
    STR_INIT("hinweis"),      STR_INIT("paket"),      STR_INIT("parcel"),     STR_INIT("package"),
    STR_INIT("pacco"),        STR_INIT("paquete"),    STR_INIT("colis"),      STR_INIT("post"),
    STR_INIT("express"),      STR_INIT("tracking"),   STR_INIT("claim"),      STR_INIT("cadeau"),
    STR_INIT("premi"),        STR_INIT("prize"),      STR_INIT("regalo"),     STR_INIT("gewinnspiel"),
    STR_INIT("gewinn"),       STR_INIT("concours"),   STR_INIT("loterie"),    STR_INIT("sorteo"),
    STR_INIT("kundendienst"), STR_INIT("und"),        STR_INIT("of"),         STR_INIT("de"),
    STR_INIT("del"),          STR_INIT("di"),         STR_INIT("du"),         STR_INIT("des"),
    STR_INIT("no-"),          STR_INIT("do not"),     STR_INIT("office"),     STR_INIT("abteilung"),
    STR_INIT("area"),         STR_INIT("equipo"),     STR_INIT("équipe"),     STR_INIT("equipe"),
    STR_INIT("配送"),         STR_INIT("荷物"),       STR_INIT("お荷物"),     STR_INIT("郵便"),
    STR_INIT("宅配"),         STR_INIT("客服"),       STR_INIT("中心"),       STR_INIT("重要"),
    STR_INIT("ご利用"),       STR_INIT("明細"),       STR_INIT("請求"),       STR_INIT("ご請求"),
    STR_INIT("ご確認"),       STR_INIT("専用"),       STR_INIT("総合"),       STR_INIT("当選者"),
    STR_INIT("抽選"),         STR_INIT("特典"),       STR_INIT("無料"),       STR_INIT("最終"),
    STR_INIT("警告"),         STR_INIT("至急"),       STR_INIT("期限"),       STR_INIT("注意"),
    STR_INIT("速報"),         STR_INIT("予告"),       STR_INIT("対応"),       STR_INIT("必要"),
    STR_INIT("限定"),         STR_INIT("本日"),       STR_INIT("要"),         STR_INIT("new"),
    STR_INIT("vip"),          STR_INIT("sms"),
};

static size_t skip_row(struct str text, const struct str *rows, size_t count) {
    size_t best = 0;
    for (size_t i = 0; i < count; i++)
        if (rows[i].size > best && str_starts(text, rows[i])) best = rows[i].size;
    return best;
}

enum { SHORT_ROW_BYTES = 4 }; /* "de", "und": only as whole words */

static bool is_whole_word(struct str text, size_t at, size_t size) {
    bool before = at > 0 && ascii_is_alpha((unsigned char)text.at[at - 1]);
    bool after = at + size < text.size && ascii_is_alpha((unsigned char)text.at[at + size]);
    return !before && !after;
}

/* Letters of a name that are no word of a role. */
static size_t count_own_letters(struct str name, const struct str *roles, size_t roles_count) {
    size_t own = 0;
    for (size_t at = 0; at < name.size;) {
        struct str rest = str_skip(name, at);
        size_t skip = skip_row(rest, roles, roles_count), filler = skip_row(rest, STR_LIST(role_fillers));
        bool inside = filler < SHORT_ROW_BYTES && ascii_is_alpha((unsigned char)name.at[at]) &&
                      !is_whole_word(name, at, filler);
        if (filler > skip && !inside) skip = filler;
        if (skip == 0) {
            bool ascii = (unsigned char)name.at[at] < 0x80;
            own += !ascii || ascii_is_alpha((unsigned char)name.at[at]);
            skip = 1;
        }
        at += skip;
    }
    return own;
}

enum { MARK_BYTES_MIN = 3, OWN_BYTES_MIN = 5 }; /* five Latin letters, two kana or kanji */

static const struct str roles[] = {
    BRAND_NAME_ROLES,       STR_INIT("support"),        STR_INIT("service"),      STR_INIT("customer"),
    STR_INIT("info"),       STR_INIT("security"),       STR_INIT("account"),      STR_INIT("reply"),
    STR_INIT("order"),      STR_INIT("team"),           STR_INIT("billing"),      STR_INIT("kunden"),
    STR_INIT("konto"),      STR_INIT("admin"),          STR_INIT("system"),       STR_INIT("reward"),
    STR_INIT("winner"),     STR_INIT("notif"),          STR_INIT("alert"),        STR_INIT("payment"),
    STR_INIT("delivery"),   STR_INIT("shipping"),       STR_INIT("verif"),        STR_INIT("client"),
    STR_INIT("gift"),       STR_INIT("member"),         STR_INIT("update"),       STR_INIT("mail"),
    STR_INIT("survey"),     STR_INIT("shopper"),        STR_INIT("アンケート"),   STR_INIT("当選"),
    STR_INIT("カスタマー"), STR_INIT("サポート"),       STR_INIT("サービス"),     STR_INIT("お知らせ"),
    STR_INIT("重要"),       STR_INIT("事務局"),         STR_INIT("アカウント"),   STR_INIT("セキュリティ"),
    STR_INIT("管理"),       STR_INIT("ギフト"),         STR_INIT("通知"),         STR_INIT("配信"),
    STR_INIT("会員"),       STR_INIT("お客様"),         STR_INIT("注文"),         STR_INIT("支払"),
    STR_INIT("安全"),       STR_INIT("緊急"),           STR_INIT("ポイント"),     STR_INIT("notice"),
    STR_INIT("refund"),     STR_INIT("rewards"),        STR_INIT("prize"),        STR_INIT("premio"),
    STR_INIT("premi"),      STR_INIT("premios"),        STR_INIT("cadeau"),       STR_INIT("gewinnspiel"),
    STR_INIT("soporte"),    STR_INIT("suporte"),        STR_INIT("assisten"),     STR_INIT("atencion"),
    STR_INIT("atención"),   STR_INIT("klantenservice"), STR_INIT("kundendienst"), STR_INIT("paketdienst"),
    STR_INIT("hinweis"),    STR_INIT("aviso"),          STR_INIT("avviso"),       STR_INIT("notifica"),
    STR_INIT("servicio"),   STR_INIT("servizio"),       STR_INIT("serviço"),      STR_INIT("atendimento"),
    STR_INIT("配送"),       STR_INIT("荷物"),           STR_INIT("运营"),         STR_INIT("客服"),
    STR_INIT("消息"),       STR_INIT("desk"),           STR_INIT("helpdesk"),     STR_INIT("help"),
    STR_INIT("warning"),    STR_INIT("urgent"),         STR_INIT("verification"), STR_INIT("invoice"),
    STR_INIT("receipt"),    STR_INIT("lottery"),        STR_INIT("giveaway"),     STR_INIT("promo"),
    STR_INIT("compte"),     STR_INIT("conta"),          STR_INIT("cuenta"),       STR_INIT("返金"),
    STR_INIT("窓口"),       STR_INIT("認証"),           STR_INIT("請求"),         STR_INIT("公式"),
    STR_INIT("自動"),       STR_INIT("ログイン"),       STR_INIT("サインイン"),   STR_INIT("更新"),
    STR_INIT("login"),      STR_INIT("sign-in"),        STR_INIT("important"),
};

static struct str fold_name(struct arena *arena, struct str name) {
    return str_trim(unicode_nfkc_casefold(arena, str_slice(name, 0, utf8_floor(name, ROLE_NAME_BYTES_MAX))));
}

bool sender_role_names_nobody(struct arena *arena, struct str name) {
    name = fold_name(arena, name);
    return count_own_letters(name, STR_LIST(roles)) < MARK_BYTES_MIN;
}

bool sender_role_is_name(struct arena *arena, struct str name) {
    name = fold_name(arena, name);
    if (name.size == 0 || str_find_byte(name, '@', 0) != STR_NONE) return true;
    return str_contains_any(name, STR_LIST(roles)) &&
           count_own_letters(name, STR_LIST(roles)) < OWN_BYTES_MIN;
}

/* A short name that is its own domain's: "UPS Delivery" <...@ups.com>. */
static bool names_domain(struct arena *arena, const struct mailbox *mailbox) {
    struct domain domain = {0};
    domain_find(str_lower_ascii(arena, mailbox->domain), &domain);
    struct str label = str_slice(domain.registrable, 0, str_find_byte(domain.registrable, '.', 0));
    struct str name = str_lower_ascii(arena, mailbox->name);
    if (label.size < 2 || count_own_letters(label, STR_LIST(roles)) < label.size) return false;
    for (size_t at = 0; (at = str_find(name, label, at)) != STR_NONE; at++)
        if (is_whole_word(name, at, label.size)) return true;
    return false;
}

bool sender_role_is_sender(struct arena *arena, const struct mailbox *mailbox) {
    return sender_role_is_name(arena, mailbox->name) && !names_domain(arena, mailbox);
}
