/* url_host: what stands between the slashes, as the browser will look it up.
 *
 * In: the host as written (no user name, no port). Out: the host of the
 * finished URL. Only url.c calls this.
 * Reference: URL Standard, section 3.5, "host parsing". */
#ifndef HONMONO_READ_URL_URL_HOST_H
#define HONMONO_READ_URL_URL_HOST_H

#include "base/str.h"

struct arena;

struct url_host {
    struct str ascii;   /* serialised; "[..]" for IPv6 */
    struct str unicode; /* what people are shown; the same view when it does not differ */
    bool is_ip;
};

/* False when a browser refuses the host. Views point into `text` when nothing
 * had to be changed, else into the arena. `notes` gets URL_NOTE_BIT()s. */
bool url_host_parse(struct arena *arena, struct str text, bool special, struct url_host *out,
                    uint64_t *notes);

/* The IPv4 parser. URL_IP_NOT: the last label is no number, so it is a name. */
enum url_ip { URL_IP_NOT, URL_IP_BAD, URL_IP_GOOD };
struct url_ipv4 {
    uint32_t address;
    bool disguised; /* not four decimal numbers: hexadecimal, octal, fewer parts */
};
enum url_ip url_ipv4_parse(struct str host, struct url_ipv4 *out);
struct str url_ipv4_write(struct arena *arena, uint32_t address);

/* The IPv6 parser; `text` stands between the brackets. */
bool url_ipv6_parse(struct str text, uint16_t pieces[8]);
struct str url_ipv6_write(struct arena *arena, const uint16_t pieces[8]); /* with brackets */

#endif
