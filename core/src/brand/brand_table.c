/* brand_table: see brand_table.h. The tables are hashed with FNV-1a from the
 * last byte to the first, so that one pass over a host's end hashes every
 * suffix of whole labels; a slot holds a row's number + 1 and is probed on. */
#include "brand/brand_table.h"

#include "brand/brand_names.h"
#include "read/url/url.h"

#include "data/brand_hosts.inc"
#include "data/brand_words.inc"
#include "data/brand_wrappers.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define HASH_START 0x811c9dc5u

static uint32_t hash_byte(uint32_t hash, char byte) { return (hash ^ (unsigned char)byte) * 0x01000193u; }

static bool fits(const struct host_row *row, bool whole) {
    return row->match == MATCH_BOTH || (row->match == MATCH_HOST) == whole;
}

/* The row for one suffix; several may share a host (exact, and below it). */
static const struct host_row *find_suffix(struct str suffix, uint32_t hash, bool whole) {
    for (uint32_t slot = hash & (COUNT(host_slots) - 1); host_slots[slot];
         slot = (slot + 1) & (COUNT(host_slots) - 1)) {
        const struct host_row *row = &host_rows[host_slots[slot] - 1];
        if (fits(row, whole) && str_equal(row->host, suffix)) return row;
    }
    return NULL;
}

const struct host_row *brand_find_host(struct str host) {
    const struct host_row *found = NULL;
    uint32_t hash = HASH_START;
    unsigned labels = 0;
    for (size_t at = host.size; at > 0; at--) {
        if (at < host.size && host.at[at - 1] == '.' && ++labels == HOST_ROW_LABELS_MAX) break;
        hash = hash_byte(hash, host.at[at - 1]);
        if (at > 1 && host.at[at - 2] != '.') continue;
        const struct host_row *row = find_suffix(str_skip(host, at - 1), hash, at == 1);
        if (row) found = row;
    }
    return found;
}

const struct wrapper_row *brand_wrappers(const struct host_row *row) {
    return wrapper_rows + row->wrappers_from;
}

unsigned brand_word_flags(struct str word) {
    if (word.size == 0 || word.size > WORD_BYTES_MAX) return 0;
    uint32_t hash = HASH_START;
    for (size_t at = word.size; at > 0; at--) hash = hash_byte(hash, word.at[at - 1]);
    for (uint32_t slot = hash & (COUNT(word_slots) - 1); word_slots[slot];
         slot = (slot + 1) & (COUNT(word_slots) - 1)) {
        const struct word_row *row = &word_rows[word_slots[slot] - 1];
        if (str_equal(row->word, word)) return row->flags;
    }
    return 0;
}

size_t brand_word_bytes_max(void) { return WORD_BYTES_MAX; }

struct str brand_romaji_initials(void) {
    return STR(ROMAJI_INITIALS);
}

struct strs brand_strong_words(void) {
    return (struct strs){strong_words, COUNT(strong_words)};
}

struct strs brand_official_tails(void) {
    return (struct strs){official_tails, COUNT(official_tails)};
}

struct strs brand_script_names(void) {
    return (struct strs){script_names, COUNT(script_names)};
}

struct strs brand_script_natural(void) {
    return (struct strs){script_natural, COUNT(script_natural)};
}

bool brand_is_redirect_name(struct str name) {
    for (size_t i = 0; i < COUNT(redirect_names); i++)
        if (str_equal_ascii(redirect_names[i], name)) return true;
    return false;
}

bool brand_is_others_words_path(struct str path) {
    for (size_t i = 0; i < COUNT(others_words_paths); i++)
        if (str_starts_ascii(path, others_words_paths[i])) return true;
    return false;
}

enum sender_words brand_sender_words(struct str local_part) {
    for (size_t i = 0; i < COUNT(sender_rows); i++)
        if (str_equal_ascii(sender_rows[i].local, local_part)) return sender_rows[i].words;
    return SENDER_WORDS_UNKNOWN;
}

const char *brand_data_date(void) { return BRAND_DATE; }

enum { TELEPHONE_DIGITS_MAX = 15 };

bool brand_is_telephone(struct str number) {
    char digits[TELEPHONE_DIGITS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < number.size; i++) {
        if (!ascii_is_digit((unsigned char)number.at[i])) continue;
        if (count == sizeof digits) return false;
        digits[count++] = number.at[i];
    }
    struct str all = {digits, count};
    for (size_t i = 0; i < COUNT(telephones); i++) {
        struct str national = str_skip(telephones[i].number, telephones[i].country_digits);
        if (str_equal(all, telephones[i].number) || str_equal(all, national)) return true;
    }
    return false;
}

bool brand_is_mail_service(struct str host) {
    static const struct str hosts[] = {BRAND_MAIL_HOSTS};
    for (size_t i = 0; i < COUNT(hosts); i++) {
        if (!str_ends_ascii(host, hosts[i])) continue;
        if (host.size == hosts[i].size || host.at[host.size - hosts[i].size - 1] == '.') return true;
    }
    return false;
}
