/* limits: every limit of the core, each with the attack or blow-up it prevents.
 *
 * Reaching one is never silent: it leaves an oddity or a flag in the JSON. */
#ifndef HONMONO_LIMITS_H
#define HONMONO_LIMITS_H

/* A larger message is refused whole (HONMONO_TOO_LARGE): mail servers refuse
 * more than 25-35 MB, and memory grows to about four times the message. */
#define MESSAGE_BYTES_MAX (32u << 20)

/* First malloc of a check, and the size at which blocks stop doubling: small
 * messages cost one allocation, large ones waste at most one block. */
#ifndef ARENA_FIRST_BLOCK_BYTES
#define ARENA_FIRST_BLOCK_BYTES (64u << 10)
#endif
#ifndef ARENA_BLOCK_BYTES_MAX
#define ARENA_BLOCK_BYTES_MAX (4u << 20)
#endif

/* An allocation of this size has a block of its own, which grows without leaving
 * the old one behind: the text of a large message is held once, not four times. */
#define ARENA_LARGE_BYTES (ARENA_BLOCK_BYTES_MAX / 8)

/* Multiparts and attached messages deeper than this are kept as attachments:
 * a generator nests them by the thousand; real mail stays under ten. */
#define MIME_DEPTH_MAX 50u

/* Parts of one message, and files in uuencode: each costs its head, its place
 * and its view, which for empty parts is a hundred times their bytes. Digests
 * have some hundred. */
#define MIME_PARTS_MAX 1000u

/* Parts that are read as HTML; the others are read as text, links and all. Each
 * reading begins with its own stack of elements. */
#define HTML_PARTS_MAX 40u

/* Blocks after which the lines of plain text stay in one block: a block costs
 * 50 bytes here and a kilobyte in the JSON, an empty line one byte. */
#define PLAIN_BLOCKS_MAX 2000u

/* Header fields of one part that are kept: a flood of them is an attack on
 * quadratic readers; real mail has under 200. */
#define HEADER_FIELDS_MAX 10000u

/* Parameters of one field: continuations are searched by number, which is
 * quadratic; real fields have under ten. */
#define PARAMETERS_MAX 100u

/* Bytes of one display name, comment or address. */
#define MAILBOX_BYTES_MAX (8u << 10)

/* Mailboxes that are kept of one message: a To of a million names helps nobody. */
#define MAILBOXES_MAX 1000u

/* Links of a page with a source in it that are looked at: pages that show a source have
 * some ten of their own. */
#define HTML_LINES_TARGETS_MAX 64u

/* Base64 or quoted-printable around attached messages, one in another: each
 * level is one more copy of what is inside. */
#define MIME_ENCODED_DEPTH_MAX 3u

/* Lines of a paste in which the beginning of the source is looked for, behind
 * what a "show source" page prints above it. */
#define PASTE_JUNK_LINES_MAX 60u

/* Bytes of the forwarder's own words above a forwarded message. More is a
 * message of its own, which must not be judged by the one that it carries. */
#define FORWARD_NOTE_BYTES_MAX 600u

/* Attributes of one tag that are kept; those that decide a link or visibility
 * are kept beyond it too, so that a flood cannot push one out. */
#define HTML_ATTRIBUTES_MAX 512u

/* Open elements that are tracked; Blink itself stops nesting at 512. */
#define HTML_DEPTH_MAX 512u

/* Formatting elements (<b>, <font>, <a> ...) that a browser would open again in
 * the next paragraph; Blink has no such limit, and every paragraph of a hostile
 * page then costs all of them. */
#define HTML_FORMATTING_MAX 64u

/* CSS rules that are kept, and rule-against-element comparisons in all per byte
 * of markup: many rules times many elements is quadratic. Newsletters have a
 * few hundred rules. */
#define STYLE_RULES_MAX 4096u
#define STYLE_COMPARISONS_PER_BYTE_MAX 16u

/* Coloured boxes without text that make a picture: the smallest code to scan has
 * 21 rows of them, a layout made of tables a few dozen in all. */
#define DRAWING_BOXES_MIN 120u

/* What is laid out of a page to find codes drawn in boxes and characters, from so many
 * of these on: the smallest code has 21 rows of five dark pieces, some of which may be one
 * box. The largest has 177 * 177 dots, and is drawn with 4 pixels each; twice as many columns
 * of a table are laid out. */
#define CANVAS_DOTS_MIN 48u
#define CANVAS_BOXES_MAX (64u << 10)
#define CANVAS_COLUMNS_MAX 400u
#define CANVAS_PIXELS_MAX 640000u

/* Pictures that such boxes make on one page, which each are searched, how often one is
 * painted over by boxes in boxes, and the largest font that is one of dots. */
#define CANVAS_PICTURES_MAX 16u
#define CANVAS_LAYERS_MAX 64u
#define CANVAS_FONT_MAX 20000

/* Bytes of one line with controls of direction whose drawn order is found: it takes
 * sixty bytes a character. A longer one counts as drawn otherwise. What is kept of
 * such lines, in all, for the person and for the search for telephone numbers. */
#define BIDI_LINE_BYTES_MAX (16u << 10)
#define DRAWN_ORDER_BYTES_MAX 2048u

/* A list's number with so many digits says something (a telephone number);
 * shorter ones count the items. */
#define LIST_NUMBER_READ_MIN 6u

/* Blocks, runs and links of one document: each costs from fifty bytes to a
 * thousand (a link, with what is found out about it) for as little as four of
 * markup. So many are free; beyond them a part may have one more per so many of
 * its bytes, which honest markup never reaches. Past that the text flows on in
 * the last block, and further links are not kept. */
#define DOCUMENT_BLOCKS_MAX 20000u
#define DOCUMENT_BYTES_PER_BLOCK 64u
#define DOCUMENT_RUNS_MAX 30000u
#define DOCUMENT_BYTES_PER_RUN 96u
#define DOCUMENT_LINKS_MAX 4000u
#define DOCUMENT_BYTES_PER_LINK 4096u

/* Sources of pictures, and of fonts and style sheets, that are kept of one
 * document, and of what is drawn and of words
 * that its style sheets draw: "url(a)" costs six bytes of markup. A message with
 * more was not read to its end. */
#define DOCUMENT_PICTURES_MAX 10000u
#define STYLE_DRAWN_MAX 10000u

/* Bytes of one URL that are judged; Chromium refuses longer ones (2 MiB). */
#define URL_BYTES_MAX (2u << 20)

/* What charset detection reads of a text, from its first byte that is not ASCII
 * on: it tries several encodings, and a page shows what it is. */
#define CHARSET_SAMPLE_BYTES_MAX (64u << 10)

/* What uriparser is given: it recurses once per character. */
#define URIPARSER_BYTES_MAX 8192u

/* Characters of one label that Punycode is made of, and bytes of Punycode that
 * are decoded: both directions are quadratic. Browsers refuse longer ones too. */
#define PUNYCODE_ENCODE_MAX 1000u
#define PUNYCODE_DECODE_MAX 2000u

/* A <base href> longer than this lends its links only its host: every relative
 * link repeats the whole of it, which a long one would make quadratic. */
#define BASE_URL_BYTES_MAX 2048u

/* Bytes at either end of a host that are searched for likeness: no name server
 * answers for more than 253, so a longer host is never opened. */
#define HOST_BYTES_JUDGED_MAX 1024u

/* Redirect parameters of one URL that are looked into; real ones have one. */
#define REDIRECT_PARAMETERS_MAX 64u

/* URLs carried inside URLs that are followed: wrappers in wrappers are used to
 * exhaust filters; real ones nest at most three times. */
#define URL_NESTING_MAX 16u

/* What the JSON carries at most: links, and bytes of message text. A page with
 * more of either helps nobody and freezes phones. */
#define JSON_LINKS_MAX 2000u
#define JSON_LINK_BYTES_MAX (16u << 10) /* each text of a link that stands in a message */
#define JSON_TEXT_BYTES_MAX (512u << 10)

/* Bytes of `before` and `after` round a piece of evidence. */
#define EVIDENCE_CONTEXT_BYTES_MAX 80u

/* Pieces of evidence per finding: the first few convince, a flood hides them. */
#define EVIDENCE_PER_FINDING_MAX 20u

/* Occurrences of one meaning (word_classes.def) that are kept with their place:
 * a text that repeats one word a million times would cost memory; it is then
 * reported as a flood. */
#define WORD_HITS_PER_CLASS_MAX 400u

/* Places kept where the brand is named, per spelling and part: one convinces. */
#define BRAND_WORDS_MAX 40u

/* Places kept per sign of content and per kind of action. */
#define CONTENT_FACTS_MAX 8u
#define ACTION_FACTS_MAX 8u

/* Addresses of somebody else's and names of programs that are held against the words
 * round them, so that a flood does not cost its square; and bytes of such an address on
 * either side of its sign (RFC 5321 has 64 on one). */
#define ACTION_FORMS_MAX 64u
#define ACTION_ADDRESS_BYTES_MAX 80u

/* Where a greeting is looked for: a person looks for it at the top; below that
 * a line of "(name)," is something else. */
#define GREETING_LINES_MAX 60u

/* Bars of steps ("ordered, shipped, delivered") whose words do not count for the
 * kind of message: one for every parcel of an order; further ones count. */
#define STEP_BARS_MAX 16u

/* Bytes of one line that are compared with greetings, labels and the like; a
 * line that says more is a paragraph. */
#define LINE_BYTES_MAX 400u

/* What is looked at in front of a link and behind it for words that send the
 * reader there: a sentence. A flood of links would each read the whole text. */
#define LINK_LEAD_BYTES_MAX 240u
#define LINK_BEHIND_BYTES_MAX 120u

/* Bytes of the line that programs write above what they quote ("On ..., Taro
 * wrote:"); a longer line is a sentence of the writer's. */
#define ATTRIBUTION_BYTES_MAX 300u

/* Bytes of one line of a pasted reading view that are a label and its value. */
#define VIEW_LINE_BYTES_MAX 2000u

/* Lines above the header lines of a reading view: subject, folder, buttons of the
 * program. Below more of them they are a part of what somebody wrote. */
#define VIEW_LINES_ABOVE_MAX 12u

/* Bytes of the line above a pasted reading view that is its subject; a longer
 * one is a paragraph. */
#define VIEW_SUBJECT_BYTES_MAX 400u

/* Lines of a web mailer's page above the message that it shows, and below it; a
 * list of folders has some fifty. Pieces of them that are kept because no mailer is
 * known to print them, and the digits that the lines below may have: fewer than any
 * telephone number that somebody is to call. Messages of one page that are told
 * apart (each is read by itself, so a page costs that many times as much; a conversation
 * with a shop has two or three), and the bytes up to which a page is worth it. Bytes of
 * the mailer's own text that are shown back. */
#define FRAME_LINES_MAX 300u
#define FRAME_MESSAGES_MAX 8u
#define FRAME_PAGE_BYTES_MAX (4u << 20)
#define FRAME_TEXT_BYTES_MAX (8u << 10)
#define FRAME_UNKNOWN_MAX 20u
#define FRAME_DIGITS_BELOW_MAX 9u

/* Bytes of a sender's name in which an office ("support", "配送") is looked for;
 * no mail program shows as many. */
#define ROLE_NAME_BYTES_MAX 200u

/* Bytes of hidden text that are quoted as evidence: enough to see what it is. */
#define HIDDEN_EVIDENCE_BYTES_MAX 200u

/* What is looked at of the text of one link, to tell what it says: button and
 * link texts are a few words; an anchor round a whole message is not read as one. */
#define LINK_TEXT_BYTES_MAX 2048u

/* Letters of one message that are compared with known sentences; genuine mail of
 * the kinds that are known has under 8 KiB. */
#define UNDERSTOOD_BYTES_MAX (64u << 10)

/* How much of what a message says is read ahead of the sentence that is compared; more
 * than the longest known one with all its slots full (about 2 KiB). */
#define SEEN_AHEAD_BYTES 4096u

/* Order numbers of one message that are kept: one mail reports a few orders, and
 * the person is to look them up. */
#define ORDER_NUMBERS_MAX 8u

/* Bytes of one line in which order numbers are looked for; a longer one is a flood. */
#define ORDER_LINE_BYTES_MAX (4u << 10)

/* What may stand in a free slot of a known sentence (sentence_slot.h), in bytes
 * of letters: a name, a device or an area, the name of goods, an address on its
 * own; and the digits in a row there: fewer than any telephone or
 * account number has. Names of goods are no single letters: those could be read
 * downwards, in columns. */
#define SLOT_NAME_BYTES_MAX 40u
#define SLOT_VALUE_BYTES_MAX 80u
#define SLOT_GOODS_BYTES_MAX 400u
#define SLOT_GOODS_BYTES_MIN 6u
#define SLOT_ADDRESS_BYTES_MAX 80u
#define SLOT_DIGITS_MAX 6u
#define SLOT_TOKEN_MIN 25u /* of letters and digits in one piece */

/* Registered names that a slot for a person is compared with: each slot is
 * compared with all of them. */
#define REGISTERED_NAMES_MAX 100u

/* Hidden lines that are searched for among what is seen: each search reads all
 * of it. */
#define HIDDEN_REPEATS_MAX 200u

/* Pixels of one picture in which codes are looked for: quirc counts brightness in
 * 32 bits. Codes of one picture that are named: no honest message has as many. */
#define PICTURE_PIXELS_MAX 8000000u
#define PICTURE_CODES_MAX 64u

/* Options are small; cJSON nests at most 1,000 deep, ours need 4. */
#define OPTIONS_BYTES_MAX (1u << 20)

/* Bytes of calendars and contact cards whose words are looked at once more: no
 * appointment has more. */
#define CALENDAR_BYTES_MAX (64u << 10)

#endif
