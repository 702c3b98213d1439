/* file_kind: see file_kind.h. Gets past it: another ending, which then opens nothing
 * either. Wronged: nobody by a name alone: in mail that Amazon is proven to have sent it
 * weighs nothing, and archives and documents are weak. */
#include "facts/ways/file_kind.h"

/* Each between two bars. */
static const struct str PROGRAMS = STR_INIT("|exe|msi|msix|apk|ipa|dmg|pkg|bat|cmd|ps1|scr|vbs|hta|lnk|appx|"
                                            "mobileconfig|"); /* in a text, too */
static const struct str RUN = STR_INIT("|com|js|jse|vbe|wsf|pif|jar|iso|img|cpl|url|webloc|reg|desktop|");
static const struct str ODD =
    STR_INIT("|html|htm|xhtml|shtml|mht|svg|zip|rar|7z|gz|tar|cab|ace|xz|doc|docx|docm|xls|xlsx|xlsm|ppt|"
             "pptx|rtf|one|vcf|");
static const struct str PROGRAM_TYPES =
    STR_INIT("|application/vnd.android|application/x-apple-aspen|application/x-msdownload|"
             "application/x-ms-shortcut|application/javascript|application/x-msi|");
static const struct str ODD_TYPES =
    STR_INIT("|text/html|application/xhtml|image/svg|application/zip|application/x-zip|application/x-rar|"
             "application/vnd.rar|application/x-7z|application/msword|application/vnd.ms-|"
             "application/vnd.openxmlformats|text/vcard|text/x-vcard|");

enum { ENDING_MAX = 12, PROGRAM_ENDING_MIN = 3 };

static bool is_listed(struct str list, struct str word) {
    if (!word.size || word.size > ENDING_MAX || str_find_byte(word, '|', 0) != STR_NONE) return false;
    for (size_t at = 0; (at = str_find_ascii(list, word, at)) != STR_NONE; at++)
        if (list.at[at - 1] == '|' && list.at[at + word.size] == '|') return true;
    return false;
}

static bool is_of_type(struct str list, struct str type) {
    if (str_equal_ascii(type, STR("text/plain"))) return false; /* most of them */
    while (list.size) {
        struct str begin = str_cut(&list, '|');
        if (begin.size && str_starts_ascii(type, begin)) return true;
    }
    return false;
}

enum file_kind file_kind(struct str name, struct str type) {
    size_t dot = str_find_last_byte(name, '.');
    struct str ending = dot == STR_NONE ? STR("") : str_skip(name, dot + 1);
    if (is_listed(PROGRAMS, ending) || is_listed(RUN, ending) || is_of_type(PROGRAM_TYPES, type))
        return FILE_PROGRAM;
    return is_listed(ODD, ending) || is_of_type(ODD_TYPES, type) ? FILE_ODD : FILE_PLAIN;
}

bool file_kind_find_program(struct str text, size_t *at, size_t *from) {
    for (size_t dot; (dot = str_find_byte(text, '.', *at)) != STR_NONE;) {
        size_t end = dot + 1, begin = dot, before = *at;
        while (end < text.size && end < dot + ENDING_MAX + 2 && ascii_is_alnum((unsigned char)text.at[end]))
            end++;
        *at = dot + 1;
        if (end - *at < PROGRAM_ENDING_MIN || !is_listed(PROGRAMS, str_slice(text, dot + 1, end))) continue;
        while (begin > before && begin + 2 * ENDING_MAX > dot &&
               !ascii_is_space((unsigned char)text.at[begin - 1]))
            begin--;
        if (begin == dot) continue;
        while (begin < dot && ((unsigned char)text.at[begin] & 0xC0) == 0x80) begin++; /* a whole letter */
        *from = begin;
        *at = end;
        return true;
    }
    return false;
}
