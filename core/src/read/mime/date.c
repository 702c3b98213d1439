/* date: RFC 5322 dates; see date.h. */
#include "read/mime/date.h"

/* One word of the value: letters, digits with their sign, or punctuation. */
struct token {
    struct str text;
    int number; /* -1 when it is not a number */
};

static bool is_word(char byte) { return ascii_is_alnum((unsigned char)byte) || byte == '+' || byte == '-'; }

/* The next token; comments, commas and white space are skipped. */
static bool next_token(struct str value, size_t *at, struct token *out) {
    size_t depth = 0;
    while (*at < value.size) {
        char byte = value.at[*at];
        if (byte == '(')
            depth++;
        else if (byte == ')' && depth)
            depth--;
        else if (!depth && byte != ',' && !ascii_is_space((unsigned char)byte))
            break;
        (*at)++;
    }
    if (*at >= value.size) return false;
    size_t from = *at;
    bool digit = ascii_is_digit((unsigned char)value.at[from]);
    (*at)++;
    if (is_word(value.at[from]))
        while (*at < value.size && is_word(value.at[*at]) &&
               (!digit || ascii_is_digit((unsigned char)value.at[*at])))
            (*at)++;
    out->text = str_slice(value, from, *at);
    out->number = digit && out->text.size <= 4 ? 0 : -1;
    for (size_t i = 0; out->number >= 0 && i < out->text.size; i++)
        out->number = out->number * 10 + (out->text.at[i] - '0');
    return true;
}

static int month_of(struct str word) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int i = 0; i < 12; i++)
        if (word.size >= 3 && str_equal_ascii(str_slice(word, 0, 3), (struct str){months + 3 * i, 3}))
            return i + 1;
    return 0;
}

/* Minutes east of Greenwich; false for a zone that nobody can know. Military
 * letters were defined with the wrong sign once, so only Z is sure. */
static bool zone_minutes(struct str word, int *minutes) {
    static const struct {
        struct str name;
        int minutes;
    } zones[] = {{STR_INIT("gmt"), 0},    {STR_INIT("ut"), 0},     {STR_INIT("utc"), 0},
                 {STR_INIT("z"), 0},      {STR_INIT("est"), -300}, {STR_INIT("edt"), -240},
                 {STR_INIT("cst"), -360}, {STR_INIT("cdt"), -300}, {STR_INIT("mst"), -420},
                 {STR_INIT("mdt"), -360}, {STR_INIT("pst"), -480}, {STR_INIT("pdt"), -420},
                 {STR_INIT("jst"), 540}};
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (str_equal_ascii(word, zones[i].name)) {
            *minutes = zones[i].minutes;
            return true;
        }
    if (word.size != 5 || (word.at[0] != '+' && word.at[0] != '-')) return false;
    int digits = 0;
    for (size_t i = 1; i < 5; i++) {
        if (!ascii_is_digit((unsigned char)word.at[i])) return false;
        digits = digits * 10 + (word.at[i] - '0');
    }
    if (digits % 100 > 59) return false;
    *minutes = (digits / 100 * 60 + digits % 100) * (word.at[0] == '-' ? -1 : 1);
    return true;
}

/* Counts years from March, so that the leap day is the last of its year. */
int64_t date_days(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* Reads "14:05[:07]" at `*at`. */
static bool read_time(struct str value, size_t *at, int *hour, int *minute, int *second) {
    struct token token;
    if (!next_token(value, at, &token) || token.number < 0 || token.number > 23) return false;
    *hour = token.number;
    if (!next_token(value, at, &token) || !str_equal(token.text, STR(":"))) return false;
    if (!next_token(value, at, &token) || token.number < 0 || token.number > 59) return false;
    *minute = token.number;
    *second = 0;
    size_t ahead = *at;
    if (!next_token(value, &ahead, &token) || !str_equal(token.text, STR(":"))) return true;
    if (!next_token(value, &ahead, &token) || token.number < 0 || token.number > 60) return false;
    *second = token.number;
    *at = ahead;
    return true;
}

bool date_read(struct str value, int64_t *seconds) {
    struct token token;
    size_t at = 0;
    if (!next_token(value, &at, &token)) return false;
    if (token.number < 0 && !next_token(value, &at, &token)) return false; /* day of week */
    int day = token.number;
    if (day < 1 || day > 31 || !next_token(value, &at, &token)) return false;
    int month = month_of(token.text);
    if (!month || !next_token(value, &at, &token)) return false;
    int64_t year = token.number;
    if (year < 0) return false;
    if (token.text.size <= 2)
        year += year < 50 ? 2000 : 1900;
    else if (token.text.size == 3)
        year += 1900;
    int hour, minute, second, zone;
    if (!read_time(value, &at, &hour, &minute, &second)) return false;
    if (!next_token(value, &at, &token) || !zone_minutes(token.text, &zone)) return false;
    *seconds = date_days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - zone * 60;
    return true;
}
