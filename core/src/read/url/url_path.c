/* url_path: the path, the query and the fragment of a URL.
 *
 * In: a draft whose href holds everything up to the path. Out: the rest of it.
 * A path is written as it is read; "..", which takes a segment back, cuts the
 * written text at its last slash, so the work stays linear.
 * Reference: URL Standard, section 4.4, "path state" and after. */
#include "base/arena.h"
#include "base/utf8.h"
#include "decode/percent.h"
#include "read/url/url_draft.h"

static bool is_slash(const struct url_draft *draft, char byte) {
    return byte == '/' || (byte == '\\' && draft->out->special);
}

static bool is_drive_pair(char letter, char mark) {
    return ascii_is_alpha((unsigned char)letter) && (mark == ':' || mark == '|');
}

bool url_is_drive(struct str segment) {
    return segment.size == 2 && is_drive_pair(segment.at[0], segment.at[1]);
}

bool url_starts_with_drive(struct str text) {
    if (text.size < 2 || !is_drive_pair(text.at[0], text.at[1])) return false;
    return text.size == 2 || text.at[2] == '/' || text.at[2] == '\\' || text.at[2] == '?' ||
           text.at[2] == '#';
}

/* The path that href holds so far. */
static struct str written_path(const struct url_draft *draft) {
    return str_skip(str_builder_view(&draft->href), draft->path.from);
}

void url_path_shorten(struct url_draft *draft) {
    struct str path = written_path(draft);
    if (draft->file && path.size == 3 && is_drive_pair(path.at[1], path.at[2]) && path.at[2] == ':') return;
    size_t slash = str_find_last_byte(path, '/');
    if (slash != STR_NONE) draft->href.size = draft->path.from + slash;
}

/* 1 for ".", 2 for "..", also with %2e for a dot; 0 for every other segment. */
static int count_dots(struct str segment) {
    int dots = 0;
    for (size_t at = 0; at < segment.size; dots++) {
        if (segment.at[at] == '.')
            at++;
        else if (str_starts_ascii(str_skip(segment, at), STR("%2e")))
            at += 3;
        else
            return 0;
        if (dots == 2) return 0;
    }
    return dots;
}

static void add_segment(struct url_draft *draft, struct str segment) {
    bool first = draft->href.size == draft->path.from;
    str_builder_byte(&draft->href, '/');
    if (draft->file && first && url_is_drive(segment)) {
        str_builder_byte(&draft->href, segment.at[0]);
        str_builder_byte(&draft->href, ':');
        return;
    }
    percent_encode(&draft->href, segment, PERCENT_PATH);
}

static void read_segments(struct url_draft *draft, struct str path) {
    for (size_t from = 0;;) {
        size_t end = from;
        while (end < path.size && !is_slash(draft, path.at[end])) end++;
        bool more = end < path.size;
        if (more && path.at[end] == '\\') draft->out->notes |= URL_NOTE_BIT(backslash);
        struct str segment = str_slice(path, from, end);
        int dots =
            segment.size > 0 && (segment.at[0] == '.' || segment.at[0] == '%') ? count_dots(segment) : 0;
        if (dots > 0) draft->out->notes |= URL_NOTE_BIT(dot_segments);
        if (dots == 2) url_path_shorten(draft);
        if (dots == 0)
            add_segment(draft, segment);
        else if (!more)
            str_builder_byte(&draft->href, '/');
        if (!more) return;
        from = end + 1;
    }
}

void url_path_guard(struct url_draft *draft) {
    if (draft->out->has_host || !str_starts(written_path(draft), STR("//"))) return;
    str_builder_str(&draft->href, STR("/."));
    char *at = draft->href.at;
    if (draft->arena->failed) return;
    for (size_t i = draft->href.size - 1; i >= draft->path.from + 2; i--) at[i] = at[i - 2];
    at[draft->path.from] = '/';
    at[draft->path.from + 1] = '.';
    draft->path.from += 2;
}

/* How much of `text` is a path that stays as it is: nothing to encode, no
 * backslash, and no segment that could be dots. */
static size_t plain_size(struct str text) {
    char before = '/';
    size_t size = 0;
    for (; size < text.size; before = text.at[size++]) {
        char byte = text.at[size];
        if (percent_set_has(PERCENT_PATH, byte) || byte == '\\') break;
        if (before == '/' && (byte == '.' || byte == '%')) break;
    }
    return size;
}

void url_path_read(struct url_draft *draft) {
    struct str rest = str_skip(draft->text, draft->at);
    size_t size = plain_size(rest);
    bool plain = size == rest.size || rest.at[size] == '?' || rest.at[size] == '#';
    if (plain && !draft->file) {
        str_builder_byte(&draft->href, '/');
        str_builder_str(&draft->href, str_slice(rest, 0, size));
    } else {
        while (size < rest.size && rest.at[size] != '?' && rest.at[size] != '#') size++;
        rest = str_slice(rest, 0, size);
        if (!utf8_is_ascii(rest)) draft->out->notes |= URL_NOTE_BIT(path_non_ascii);
        read_segments(draft, rest);
    }
    draft->at += size;
    url_path_guard(draft);
    draft->path.to = draft->href.size;
    url_tail_read(draft);
}

void url_path_start(struct url_draft *draft) {
    char byte = draft->at < draft->text.size ? draft->text.at[draft->at] : '\0';
    bool end = draft->at == draft->text.size || byte == '?' || byte == '#';
    if (end && !draft->out->special) {
        draft->path.to = draft->href.size;
        url_tail_read(draft);
        return;
    }
    if (!end && is_slash(draft, byte)) {
        if (byte == '\\') draft->out->notes |= URL_NOTE_BIT(backslash);
        draft->at++;
    }
    url_path_read(draft);
}

void url_opaque_path_read(struct url_draft *draft) {
    struct str rest = str_skip(draft->text, draft->at);
    size_t size = 0;
    while (size < rest.size && rest.at[size] != '?' && rest.at[size] != '#') size++;
    bool more = size < rest.size;
    rest = str_slice(rest, 0, size);
    bool escaped_space = more && size > 0 && rest.at[size - 1] == ' ';
    draft->path.from = draft->href.size;
    percent_encode(&draft->href, str_slice(rest, 0, size - (escaped_space ? 1 : 0)), PERCENT_C0_CONTROL);
    if (escaped_space) str_builder_str(&draft->href, STR("%20"));
    draft->path.to = draft->href.size;
    draft->at += size;
    url_tail_read(draft);
}

void url_tail_read(struct url_draft *draft) {
    struct str rest = str_skip(draft->text, draft->at);
    if (rest.size > 0 && rest.at[0] == '?') {
        size_t hash = str_find_byte(rest, '#', 0);
        draft->out->has_query = true;
        str_builder_byte(&draft->href, '?');
        draft->query.from = draft->href.size;
        percent_encode(&draft->href, str_slice(rest, 1, hash),
                       draft->out->special ? PERCENT_SPECIAL_QUERY : PERCENT_QUERY);
        draft->query.to = draft->href.size;
        rest = hash == STR_NONE ? (struct str){0} : str_skip(rest, hash);
    }
    if (rest.size > 0 && rest.at[0] == '#') {
        draft->out->has_fragment = true;
        str_builder_byte(&draft->href, '#');
        draft->fragment.from = draft->href.size;
        percent_encode(&draft->href, str_skip(rest, 1), PERCENT_FRAGMENT);
        draft->fragment.to = draft->href.size;
    }
    draft->at = draft->text.size;
}
