/* sign_in_date: see sign_in_date.h. Numbers and month names are picked out of
 * the value; whatever else stands there decides how odd it is. */
#include "facts/person/sign_in_date.h"

#include "read/mime/date.h"

#define NUMBERS_MAX 8u

struct date_words {
    struct str text;
    int value;
};

static const struct date_words MONTHS[] = {
    {STR_INIT("jan"), 1},  {STR_INIT("feb"), 2},  {STR_INIT("fev"), 2},  {STR_INIT("mar"), 3},
    {STR_INIT("apr"), 4},  {STR_INIT("avr"), 4},  {STR_INIT("abr"), 4},  {STR_INIT("may"), 5},
    {STR_INIT("mai"), 5},  {STR_INIT("mag"), 5},  {STR_INIT("jun"), 6},  {STR_INIT("juin"), 6},
    {STR_INIT("giu"), 6},  {STR_INIT("jul"), 7},  {STR_INIT("juil"), 7}, {STR_INIT("lug"), 7},
    {STR_INIT("aug"), 8},  {STR_INIT("aou"), 8},  {STR_INIT("ago"), 8},  {STR_INIT("sep"), 9},
    {STR_INIT("set"), 9},  {STR_INIT("oct"), 10}, {STR_INIT("okt"), 10}, {STR_INIT("ott"), 10},
    {STR_INIT("out"), 10}, {STR_INIT("nov"), 11}, {STR_INIT("dec"), 12}, {STR_INIT("dez"), 12},
    {STR_INIT("dic"), 12}, {STR_INIT("ene"), 1},  {STR_INIT("gen"), 1}};

/* Minutes east of UTC of the zones that Amazon's marketplaces write. */
static const struct date_words ZONES[] = {{STR_INIT("japan standard time"), 540},
                                          {STR_INIT("pacific standard time"), -480},
                                          {STR_INIT("pacific daylight time"), -420},
                                          {STR_INIT("eastern standard time"), -300},
                                          {STR_INIT("eastern daylight time"), -240},
                                          {STR_INIT("central standard time"), -360},
                                          {STR_INIT("central daylight time"), -300},
                                          {STR_INIT("mountain standard time"), -420},
                                          {STR_INIT("mountain daylight time"), -360},
                                          {STR_INIT("greenwich mean time"), 0},
                                          {STR_INIT("british summer time"), 60},
                                          {STR_INIT("central european standard time"), 60},
                                          {STR_INIT("central european summer time"), 120},
                                          {STR_INIT("india standard time"), 330},
                                          {STR_INIT("singapore standard time"), 480},
                                          {STR_INIT("coordinated universal time"), 0},
                                          {STR_INIT("jst"), 540},
                                          {STR_INIT("pst"), -480},
                                          {STR_INIT("pdt"), -420},
                                          {STR_INIT("utc"), 0},
                                          {STR_INIT("gmt"), 0}};

struct number {
    int value;
    size_t from, digits;
};

static size_t read_numbers(struct str text, struct number *numbers, size_t most) {
    size_t count = 0;
    for (size_t at = 0; at < text.size && count < most;) {
        if (!ascii_is_digit((unsigned char)text.at[at])) {
            at++;
            continue;
        }
        struct number *number = &numbers[count++];
        *number = (struct number){.from = at};
        while (at < text.size && ascii_is_digit((unsigned char)text.at[at])) {
            if (number->digits++ < 6) number->value = number->value * 10 + (text.at[at] - '0');
            at++;
        }
    }
    return count;
}

/* The last name wins: weekdays stand first ("mardi 3 mai"). */
static int find_month(struct str text) {
    int month = 0;
    for (size_t at = 0; at < text.size; at++) {
        if (at > 0 && ascii_is_alpha((unsigned char)text.at[at - 1])) continue;
        for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++) {
            if (str_starts(str_skip(text, at), MONTHS[i].text)) month = MONTHS[i].value;
        }
    }
    return month;
}

static char byte_at(struct str text, size_t at) { return at < text.size ? text.at[at] : 0; }

static char byte_after(struct str text, const struct number *number) {
    return byte_at(text, number->from + number->digits);
}

static const struct date_words *find_zone(struct str text) {
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++) {
        if (str_contains(text, ZONES[i].text)) return &ZONES[i];
    }
    return NULL;
}

/* Index of the hour among the numbers: the first that a ":" follows. */
static size_t find_hour(struct str text, const struct number *numbers, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        char after = byte_after(text, &numbers[i]);
        if ((after == ':' || after == 'h') && numbers[i].value <= 24 && numbers[i + 1].value < 60) return i;
    }
    return count;
}

static int64_t read_clock(struct str text, const struct number *numbers, size_t count, size_t hour,
                          bool *seconds) {
    *seconds = false;
    if (hour >= count) return 0;
    int64_t clock = numbers[hour].value % 24 * 3600 + numbers[hour + 1].value * 60;
    if (hour + 2 < count && byte_after(text, &numbers[hour + 1]) == ':') *seconds = true;
    struct str rest = str_skip(text, numbers[hour + 1].from);
    bool noon = numbers[hour].value == 12;
    if (str_contains(rest, STR("pm")) && !noon) clock += 12 * 3600;
    if (str_contains(rest, STR("am")) && noon && !str_contains(rest, STR("pm"))) clock -= 12 * 3600;
    return clock;
}

static bool is_day(int year, int month, int day) {
    return year >= 1990 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Day, month and year as numbers only, in the order the year allows. */
static bool read_numeric(const struct number *numbers, size_t count, int *year, int *month, int *day,
                         int *other_month, int *other_day) {
    if (count < 3) return false;
    *other_month = 0;
    if (numbers[0].digits == 4) {
        *year = numbers[0].value;
        *month = numbers[1].value;
        *day = numbers[2].value;
    } else {
        *year = numbers[2].digits == 4 ? numbers[2].value : 2000 + numbers[2].value;
        *month = numbers[0].value;
        *day = numbers[1].value;
        if (*month > 12) { /* day first */
            *month = numbers[1].value;
            *day = numbers[0].value;
        } else if (*day <= 12) {
            *other_month = *day;
            *other_day = *month;
        }
    }
    return is_day(*year, *month, *day);
}

/* Day and year beside a month's name. */
static bool read_named(const struct number *numbers, size_t count, int month, int *year, int *day) {
    *year = *day = 0;
    for (size_t i = 0; i < count; i++) {
        if (numbers[i].digits == 4 && *year == 0)
            *year = numbers[i].value;
        else if (numbers[i].digits <= 2 && *day == 0)
            *day = numbers[i].value;
    }
    return is_day(*year, month, *day);
}

void sign_in_date_read(struct str text, struct sign_in_date *out) {
    *out = (struct sign_in_date){0};
    struct number numbers[NUMBERS_MAX];
    size_t count = read_numbers(text, numbers, NUMBERS_MAX);
    int year = 0, day = 0, month = find_month(text), other_month = 0, other_day = 0;
    bool named = month != 0;
    if (named)
        out->read = read_named(numbers, count, month, &year, &day);
    else
        out->read = read_numeric(numbers, count, &year, &month, &day, &other_month, &other_day);
    size_t hour = find_hour(text, numbers, count);
    bool has_seconds;
    int64_t clock = read_clock(text, numbers, count, hour, &has_seconds);
    char sign = count > 0 ? byte_after(text, &numbers[0]) : 0;
    bool slashes = !named && (sign == '/' || sign == '-');
    out->odd = slashes || has_seconds || (out->read && hour >= count);
    if (!out->read) return;
    const struct date_words *zone = find_zone(text);
    out->has_zone = zone != NULL;
    int64_t shift = clock - (zone != NULL ? zone->value * 60 : 0);
    out->seconds = date_days(year, month, day) * 86400 + shift;
    out->other_seconds =
        other_month == 0 ? out->seconds : date_days(year, other_month, other_day) * 86400 + shift;
}
