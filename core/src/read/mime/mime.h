/* mime: the tree of parts of a message (RFC 2046), found in one pass over its lines.
 *
 * In: the bytes of a message and its already read head. Out: every part, a
 * parent before its children, with type, encoding and a view of its still
 * encoded body. A boundary line is compared with all open multiparts, the
 * innermost first, so that a missing final boundary costs nothing and no tail
 * is ever read twice.
 *
 * Where programs disagree the reading is chosen that hides least: parts behind
 * a final boundary and parts that only a guessed boundary shows are kept and
 * marked `stray`; a multipart in which no boundary stands is read as text. */
#ifndef HONMONO_READ_MIME_MIME_H
#define HONMONO_READ_MIME_MIME_H

#include "read/mime/header.h"
#include "read/mime/parameter.h"

enum mime_shape { MIME_LEAF, MIME_MULTIPART, MIME_MESSAGE };
enum mime_encoding { MIME_IDENTITY, MIME_BASE64, MIME_QUOTED_PRINTABLE };

/* parent of the outermost part */
#define MIME_NO_PARENT UINT32_MAX

struct mime_part {
    enum mime_shape shape;
    enum mime_encoding encoding;
    uint32_t parent; /* index into parts */
    uint32_t child;  /* 1 for the first child of its parent ... */
    uint32_t depth;
    bool has_type;          /* a usable Content-Type was there */
    bool hands_on;          /* the forms of a text with a source in it: its markup, and what it hands on */
    bool stray;             /* behind a final boundary, or found by a guessed one only */
    struct headers headers; /* its own; of a MIME_MESSAGE: those of the part that carries it */
    struct parameters type; /* word: "text/plain" when nothing else was said */
    struct parameters disposition;
    struct str body; /* still encoded */
};
struct mime_parts {
    LIST(struct mime_part);
};

struct mime_source {
    struct str bytes;
    size_t body; /* where the body begins */
    const struct headers *headers;
    enum line_ends ends;
    bool loose_blank; /* as in header_read() */
};

void mime_read(struct arena *arena, const struct mime_source *source, struct mime_parts *out,
               struct oddities *oddities);

/* "2.1": the place of a part, for oddities; "" for the outermost. */
struct str mime_place(struct arena *arena, const struct mime_parts *parts, uint32_t index);

/* The bytes of a leaf with its transfer encoding undone. */
struct str mime_decode(struct arena *arena, const struct mime_part *part, struct oddities *oddities,
                       struct str place);
/* How many bytes that would be, without doing it. */
size_t mime_decoded_bytes(const struct mime_part *part);

#endif
