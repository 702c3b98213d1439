/* removed: did a mailing list take parts out of the message on its way?
 *
 * In: the head, the visible text. Out: facts->part_removed. Lists strip HTML and
 * attachments and leave a note in their place; what was taken out may have held
 * the link that mattered, so the rest never makes a message genuine.
 *
 * An attacker gains nothing by such a note: it only rules out "consistent". */
#include "facts/facts.h"

static const struct str notes[] = {
    /* Mailman 2 and its translations, Yahoo Groups, demime */
    STR_INIT("HTML attachment was scrubbed"),
    STR_INIT("HTML attachment scrubbed"),
    STR_INIT("non-text attachment was scrubbed"),
    STR_INIT("charset-unspecified text was scrubbed"),
    STR_INIT("HTMLの添付ファイルを保管しました"),
    STR_INIT("以外の添付ファイルを保管しました"),
    STR_INIT("Dateianhang mit HTML-Daten wurde abgetrennt"),
    STR_INIT("pièce jointe HTML a été nettoyée"),
    STR_INIT("Se ha borrado un adjunto en formato HTML"),
    STR_INIT("allegato HTML è stato rimosso"),
    STR_INIT("Non-text portions of this message have been removed"),
    STR_INIT("[demime "),
};

void removed_find(struct facts *facts) {
    const struct message *message = facts->message;
    facts->part_removed = headers_find(&message->headers, STR("X-Content-Filtered-By")) ||
                          str_contains_any(message->document.text, STR_LIST(notes));
}
