/* url_draft: a URL while it is being read; only the url*.c files share it. */
#ifndef HONMONO_READ_URL_URL_DRAFT_H
#define HONMONO_READ_URL_URL_DRAFT_H

#include "read/url/url.h"

#define URL_NO_PORT (-1)

/* Bytes [from, to) of the href that is being written. */
struct url_range {
    size_t from, to;
};

struct url_draft {
    struct arena *arena;
    const struct url *base;
    struct url *out;
    struct str text;    /* the input without what browsers drop */
    size_t at;          /* where in it reading goes on */
    int32_t usual_port; /* the scheme's, URL_NO_PORT without */
    bool file;          /* the scheme is file: drive letters are special */
    struct str_builder href;
    struct url_range username, password, host, path, query, fragment;
    struct str host_unicode;
};

static inline void url_add_note(struct url_draft *draft, enum url_note note) {
    draft->out->notes |= (uint64_t)1 << note;
}

/* "authority state", from just after the slashes; false when no browser opens it. */
bool url_authority_read(struct url_draft *draft);
/* Writes the host that `text` names; "" is an empty host. */
bool url_write_host(struct url_draft *draft, struct str text);

/* The path state and what follows it: everything from draft->at to the end.
 * What href already holds from path.from on (a base's path) is kept in front. */
void url_path_read(struct url_draft *draft);
/* "path start state": a leading slash is part of the first separator. */
void url_path_start(struct url_draft *draft);
void url_opaque_path_read(struct url_draft *draft);
/* The query and fragment at draft->at, if there are any. */
void url_tail_read(struct url_draft *draft);
/* Takes the last segment away ("shorten a URL's path"). */
void url_path_shorten(struct url_draft *draft);
/* A path that begins with "//" and has no host before it would read back as a
 * host: "/." is written between them, outside the path. */
void url_path_guard(struct url_draft *draft);
/* "starts with a Windows drive letter": c:/ c| c:? and the like. */
bool url_starts_with_drive(struct str text);
bool url_is_drive(struct str segment);

#endif
