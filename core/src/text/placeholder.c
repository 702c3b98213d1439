/* placeholder: text -> the first unfilled template field. See placeholder.h.
 *
 * Gets past it: a template with field words of its own language. Wronged: a
 * message that explains templates; content signs alone never decide. */
#include "text/placeholder.h"

#define FIELD_BYTES_MAX 40u

/* Words that name a field by themselves; words that do in company ("[user
 * name]", "[RECEIVER_ADDRESS]") but also stand in titles ("[Random Color]");
 * and words that are labels too ("[TEL] 03-..."). */
static const struct str FIELD_WORDS[] = {
    STR_INIT("name"),         STR_INIT("username"),  STR_INIT("firstname"), STR_INIT("lastname"),
    STR_INIT("fullname"),     STR_INIT("fname"),     STR_INIT("lname"),     STR_INIT("receiver"),
    STR_INIT("emailaddress"), STR_INIT("useremail"), STR_INIT("victim"),    STR_INIT("toname"),
    STR_INIT("tomail"),       STR_INIT("toemail"),   STR_INIT("mailto")};
static const struct str JOINED_WORDS[] = {STR_INIT("user"),     STR_INIT("recipient"), STR_INIT("customer"),
                                          STR_INIT("random"),   STR_INIT("rand"),      STR_INIT("current"),
                                          STR_INIT("first"),    STR_INIT("last"),      STR_INIT("full"),
                                          STR_INIT("target"),   STR_INIT("domain"),    STR_INIT("letter"),
                                          STR_INIT("number"),   STR_INIT("amount"),    STR_INIT("company"),
                                          STR_INIT("variable"), STR_INIT("your"),      STR_INIT("client")};
static const struct str LABEL_WORDS[] = {
    STR_INIT("email"),   STR_INIT("mail"), STR_INIT("address"), STR_INIT("date"),  STR_INIT("time"),
    STR_INIT("link"),    STR_INIT("url"),  STR_INIT("to"),      STR_INIT("phone"), STR_INIT("city"),
    STR_INIT("subject"), STR_INIT("code"), STR_INIT("id")};

struct mark {
    struct str open, close;
    bool any;   /* every identifier between them is a field */
    bool label; /* label words alone may be labels */
};
static const struct mark MARKS[] = {
    {STR_INIT("{{"), STR_INIT("}}"), true, false},  {STR_INIT("${"), STR_INIT("}"), true, false},
    {STR_INIT("%{"), STR_INIT("}"), true, false},   {STR_INIT("*|"), STR_INIT("|*"), true, false},
    {STR_INIT("<%="), STR_INIT("%>"), true, false}, {STR_INIT("[["), STR_INIT("]]"), false, false},
    {STR_INIT("##"), STR_INIT("##"), false, false}, {STR_INIT("%%"), STR_INIT("%%"), false, false},
    {STR_INIT("__"), STR_INIT("__"), false, false}, {STR_INIT("["), STR_INIT("]"), false, true},
    {STR_INIT("{"), STR_INIT("}"), false, false},   {STR_INIT("%"), STR_INIT("%"), false, false},
    {STR_INIT("#"), STR_INIT("#"), false, false},   {STR_INIT("$"), STR_INIT("$"), false, false},
    {STR_INIT("<"), STR_INIT(">"), false, false},   {STR_INIT("«"), STR_INIT("»"), false, false}};

static bool is_field_byte(char byte) {
    return ascii_is_alnum((unsigned char)byte) || byte == '_' || byte == '-' || byte == '.' || byte == ' ';
}

static bool is_one_of(struct str word, const struct str *list, size_t count) {
    while (word.size > 0 && ascii_is_digit((unsigned char)word.at[word.size - 1])) word.size--;
    for (size_t i = 0; i < count; i++) {
        if (str_equal_ascii(word, list[i])) return true;
    }
    return false;
}
#define ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof *(list))

enum field { FIELD_NO, FIELD_LABEL, FIELD_YES };

/* Looks at the words of an identifier such as RECEIVER_ADDRESS or first name.
 * "_" joins the words of programs, blanks join those of titles: there every
 * word must be one that fields are named with. */
static enum field field_of(struct str identifier) {
    bool program = str_find_byte(identifier, '_', 0) != STR_NONE;
    size_t words = 0, fields = 0, joined = 0, labels = 0;
    while (identifier.size > 0) {
        size_t end = 0;
        while (end < identifier.size && ascii_is_alnum((unsigned char)identifier.at[end])) end++;
        struct str word = str_slice(identifier, 0, end);
        identifier = str_skip(identifier, end < identifier.size ? end + 1 : end);
        if (word.size == 0) continue;
        words++;
        fields += ONE_OF(word, FIELD_WORDS);
        joined += ONE_OF(word, JOINED_WORDS);
        labels += ONE_OF(word, LABEL_WORDS);
    }
    size_t known = fields + joined + labels;
    if (words > 4 || known == 0) return FIELD_NO;
    if (words == 1) return fields ? FIELD_YES : labels ? FIELD_LABEL : FIELD_NO;
    if (program) return FIELD_YES;
    return known == words && fields + labels > 0 ? FIELD_YES : FIELD_NO;
}

static bool has_lower_and_space(struct str text) {
    bool lower = false, space = false;
    for (size_t i = 0; i < text.size; i++) {
        lower = lower || (text.at[i] >= 'a' && text.at[i] <= 'z');
        space = space || text.at[i] == ' ';
    }
    return lower && space;
}

/* "[MAIL] a@b" is a label: something follows on the line that is no honorific. */
static bool is_label_place(struct str text, size_t to) {
    struct str rest = str_skip(text, to);
    return rest.size > 0 && rest.at[0] != '\n' && !str_starts(rest, STR("様")) &&
           !str_starts(rest, STR("さ")) && rest.at[0] != ',' && !str_starts(rest, STR("、")) &&
           !str_starts(rest, STR("。"));
}

static bool field_at(struct str text, size_t at, const struct mark *mark, size_t *end) {
    struct str rest = str_skip(text, at);
    if (!str_starts(rest, mark->open)) return false;
    size_t from = mark->open.size, to = from;
    while (to < rest.size && to - from < FIELD_BYTES_MAX && is_field_byte(rest.at[to]) &&
           !str_starts(str_skip(rest, to), mark->close)) {
        to++;
    }
    if (to == from || !str_starts(str_skip(rest, to), mark->close)) return false;
    struct str identifier = str_slice(rest, from, to);
    *end = at + to + mark->close.size;
    if (identifier.at[0] == ' ' && !mark->any) return false;
    if (mark->any) return ascii_is_alpha((unsigned char)str_trim(identifier).at[0]);
    enum field field = field_of(identifier);
    if (field == FIELD_NO) return false;
    if (field == FIELD_LABEL && mark->label && is_label_place(text, *end)) return false;
    if (has_lower_and_space(identifier) && mark->open.at[0] != '[' && mark->open.at[0] != '<') return false;
    return true;
}

bool placeholder_find(struct str text, size_t from, struct span *out) {
    bool opens[256] = {false};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        opens[(unsigned char)MARKS[i].open.at[0]] = true;
    for (size_t at = from; at < text.size; at++) {
        if (!opens[(unsigned char)text.at[at]]) continue;
        for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
            size_t end;
            if (!field_at(text, at, &MARKS[i], &end)) continue;
            *out = (struct span){at, end};
            return true;
        }
    }
    return false;
}
