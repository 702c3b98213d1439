/* url_split: see url_split.h. uriparser refuses every byte that RFC 3986 has no
 * place for, and recurses once per character: so it gets a bounded copy in which
 * such bytes are masked by a letter, which moves nothing. */
#include "read/url/url_split.h"

#include <string.h>

#include <uriparser/Uri.h>

#include "base/arena.h"
#include "limits.h"

#define MASK '_'

/* Bytes of RFC 3986: unreserved, gen-delims, sub-delims; "%" is looked at apart. */
static bool is_uri_byte(unsigned char byte) {
    return ascii_is_alnum(byte) || (byte != '\0' && byte < 0x80 && strchr("-._~:/?#[]@!$&'()*+,;=", byte));
}

static char *mask_copy(struct arena *arena, struct str text) {
    char *copy = arena_alloc(arena, text.size + 1);
    if (!copy) return NULL;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool escape = byte == '%' && i + 2 < text.size && ascii_is_hex((unsigned char)text.at[i + 1]) &&
                      ascii_is_hex((unsigned char)text.at[i + 2]);
        copy[i] = escape || is_uri_byte(byte) ? (char)byte : MASK;
    }
    return copy;
}

/* uriparser's memory comes from the arena, so that nothing is left to free. */
static void *take(UriMemoryManager *manager, size_t bytes) { return arena_alloc(manager->userData, bytes); }

static void *take_array(UriMemoryManager *manager, size_t count, size_t bytes) {
    return arena_array(manager->userData, count, bytes);
}

/* Parsing never asks for these two. */
static void *refuse(UriMemoryManager *manager, void *memory, size_t bytes) {
    (void)manager, (void)memory, (void)bytes;
    return NULL;
}

static void *refuse_array(UriMemoryManager *manager, void *memory, size_t count, size_t bytes) {
    (void)manager, (void)memory, (void)count, (void)bytes;
    return NULL;
}

static void keep(UriMemoryManager *manager, void *memory) { (void)manager, (void)memory; }

bool url_split_host(struct arena *arena, struct str text, struct str *host) {
    *host = (struct str){0};
    if (text.size > URIPARSER_BYTES_MAX) return false;
    char *copy = mask_copy(arena, text);
    if (!copy) return false;
    UriMemoryManager memory = {take, take_array, refuse, refuse_array, keep, arena};
    UriUriA uri;
    const char *refused_at = NULL;
    if (uriParseSingleUriExMmA(&uri, copy, copy + text.size, &refused_at, &memory) != URI_SUCCESS)
        return false;
    if (uri.hostText.first && uri.hostText.afterLast > uri.hostText.first) {
        size_t from = (size_t)(uri.hostText.first - copy), to = (size_t)(uri.hostText.afterLast - copy);
        *host = str_slice(text, from, to);
    }
    return true;
}
