// schema: what goes in and comes out. Made by core/schema/make.mjs: do not edit.

/** What honmono_check() may be told; every key is optional, an unknown one is refused. */
export interface Options {
  /** What the bytes are; auto is the default. */
  kind?: "auto" | "source" | "html" | "text" | "link";
  /** file is the default; paste: text from a clipboard is UTF-8 whatever the labels in it say; picture: a program read the text in a picture, a letter of it may be wrong: it is good for no point and never consistent. */
  origin?: "file" | "paste" | "picture";
  /** Which message of a pasted page that holds several (message.page.messages) is to be judged, counted from 0; without it the one that matters most. */
  page_message?: number;
  /** The person marked the message in the page that was pasted: from the block of that number (message.blocks of the answer to "marked": {}) up to that other one. */
  marked?: {
    /** The first block. */
    from?: number;
    /** The last block. */
    to?: number;
  };
  /** A check's id: the answer then holds kind, that check's findings and its point, nothing else. One of the catalogue's `checks`. */
  only?: string;
  /** What is registered at Amazon. */
  profile?: {
    /** Addresses. */
    emails?: Array<string>;
    /** Names, in every script in use. */
    names?: Array<string>;
    /** Devices that sign in. */
    devices?: Array<string>;
    /** Places to sign in from. */
    places?: Array<string>;
  };
  /** What the person answered. */
  answers?: {
    /** Does it look as if Amazon sent it? */
    claim?: "amazon" | "not_amazon";
    /** Is the address that it was sent to the registered one? */
    delivered_to?: "mine" | "not_mine";
    /** Does it greet by the registered name? */
    greeting?: "my_name" | "not_my_name" | "no_name";
    /** Was the sign-in or the operation the person's own? */
    sign_in?: "me" | "not_me";
    /** Does the same message stand in Amazon's message centre? */
    message_center?: "found" | "not_found";
    /** Does the order stand in the order history? */
    order_history?: "found" | "not_found";
    /** Real targets of links, copied. */
    link_targets?: Array<string>;
    /** Hosts whose letters the person compared with the picture, one by one. */
    letters?: Array<string>;
  };
  /** What a program saw in pictures that the message carries; what a QR code holds counts as a link. */
  seen?: Array<{
    /** Which picture. */
    attachment?: number;
    /** What its QR codes hold. */
    codes?: Array<string>;
  }>;
}

/** What the bytes were read as. */
export type Kind = "source" | "html" | "text" | "link";

/** How much it says: decisive, strong and weak against the message, good for it, note neither. */
export type Weight = "decisive" | "strong" | "weak" | "note" | "good";

/** One of the seven points. */
export type PointName = "recipient" | "greeting" | "links" | "sign_in" | "sender" | "content" | "message_center";

/** Whose place a link leads to, the first that fits: Amazon's own, made to look like Amazon's, where anyone can put pages, a short link, somebody else's, nothing of the web, nothing that a browser opens. */
export type Standing = "official" | "impersonating" | "hosting" | "shortener" | "unrelated" | "not_web" | "unparsable";

/** One point summed up. */
export interface Point {
  /** One of the seven points. */
  point: PointName;
  /** none: does not apply to this message. */
  state: "good" | "bad" | "unknown" | "none";
}

/** Where a finding stands in the message. */
export interface Evidence {
  /** The part of the message. Today: `from` `to` `date` `subject` `header` `text` `link` `attachment`. */
  part: "from" | "to" | "date" | "subject" | "header" | "text" | "link" | "attachment" | (string & {});
  /** Text in front of it. */
  before: string;
  /** What was found. */
  match: string;
  /** Text behind it. */
  after: string;
  /** Index into links. */
  link: number | null;
}

/** One thing that a check says. */
export interface Finding {
  /** The check's id (CHECKS.md). One of the catalogue's `checks`. */
  check: string;
  /** Which of the things that the check can say. One of the catalogue's `messages`. */
  message: string;
  /** One of the seven points. */
  point: PointName;
  /** How much it says: decisive, strong and weak against the message, good for it, note neither. */
  weight: Weight;
  /** What the sentence about it names: host, address, words … */
  args: Record<string, string>;
  /** Every place. */
  evidence: Array<Evidence>;
}

/** One link, as a browser would open it. */
export interface Link {
  /** The element it stands in; text: an address that is only written; answer: a target that the person copied; code: a QR code, in a picture or drawn in boxes or characters. Today: `a` `area` `form` `button` `refresh` `frame` `vml` `text` `answer` `code`. */
  source: "a" | "area" | "form" | "button" | "refresh" | "frame" | "vml" | "text" | "answer" | "code" | (string & {});
  /** What is seen of it. */
  shown: string;
  /** What is written in the message. */
  target: string;
  /** What a browser would open. */
  url: string | null;
  /** The address that a known wrapper carries. */
  inner: string | null;
  /** Of url. */
  scheme: string | null;
  /** Of url, as the address bar has it, in ASCII. */
  host: string | null;
  /** The same in its own letters. */
  host_unicode: string | null;
  /** The part of the host that somebody registered. */
  domain: string | null;
  /** The same of inner. */
  inner_domain: string | null;
  /** Whose place a link leads to, the first that fits: Amazon's own, made to look like Amazon's, where anyone can put pages, a short link, somebody else's, nothing of the web, nothing that a browser opens. */
  standing: Standing;
  /** Tricks and repairs, in a fixed order. */
  notes: Array<string>;
  /** Why it is not seen. One of the catalogue's `hidden`. */
  hidden: string | null;
}

/** The answer of honmono_link(). */
export interface LinkVerdict {
  /** The version that says this. */
  honmono: string;
  /** This schema. */
  schema: 1;
  /** Always link. */
  kind: "link";
  /** The element it stands in; text: an address that is only written; answer: a target that the person copied; code: a QR code, in a picture or drawn in boxes or characters. Today: `a` `area` `form` `button` `refresh` `frame` `vml` `text` `answer` `code`. */
  source: "a" | "area" | "form" | "button" | "refresh" | "frame" | "vml" | "text" | "answer" | "code" | (string & {});
  /** What is seen of it. */
  shown: string;
  /** What is written in the message. */
  target: string;
  /** What a browser would open. */
  url: string | null;
  /** The address that a known wrapper carries. */
  inner: string | null;
  /** Of url. */
  scheme: string | null;
  /** Of url, as the address bar has it, in ASCII. */
  host: string | null;
  /** The same in its own letters. */
  host_unicode: string | null;
  /** The part of the host that somebody registered. */
  domain: string | null;
  /** The same of inner. */
  inner_domain: string | null;
  /** Whose place a link leads to, the first that fits: Amazon's own, made to look like Amazon's, where anyone can put pages, a short link, somebody else's, nothing of the web, nothing that a browser opens. */
  standing: Standing;
  /** Tricks and repairs, in a fixed order. */
  notes: Array<string>;
  /** Why it is not seen. One of the catalogue's `hidden`. */
  hidden: string | null;
}

/** Name and address. */
export interface Mailbox {
  /** May be empty. */
  name: string;
  /** May be empty. */
  address: string;
}

/** An address that it was sent to. */
export interface Recipient {
  /** The address. */
  address: string;
  /** Where it stands. Today: `delivered_to` `x_original_to` `envelope_to` `x_envelope_to` `x_delivered_to` `x_apparently_to` `to` `cc` `received`. */
  header: "delivered_to" | "x_original_to" | "envelope_to" | "x_envelope_to" | "x_delivered_to" | "x_apparently_to" | "to" | "cc" | "received" | (string & {});
}

/** What the receiving server wrote about the sender. */
export interface Auth {
  /** Written by the receiving side itself. */
  trusted: boolean;
  /** SPF. */
  spf: "none" | "pass" | "fail" | "unknown";
  /** DKIM. */
  dkim: "none" | "pass" | "fail" | "unknown";
  /** DMARC. */
  dmarc: "none" | "pass" | "fail" | "unknown";
  /** Whose DMARC it was. */
  domain: string | null;
}

/** A file in the message. */
export interface Attachment {
  /** Its name. */
  name: string;
  /** Its type. */
  type: string;
  /** Its size. */
  bytes: number;
}

/** A piece of text; runs are cut where links and evidence begin and end. */
export interface Run {
  /** The text, or what stands for a picture. */
  text: string;
  /** Index into links. */
  link: number | null;
  /** The findings it is evidence of. */
  marks: Array<number>;
  /** It is a picture. */
  image: boolean;
}

/** A block of the text. */
export interface Block {
  /** What it is drawn as. Today: `paragraph` `heading` `button` `row` `cell` `item` `quote` `preformatted`. */
  kind: "paragraph" | "heading" | "button" | "row" | "cell" | "item" | "quote" | "preformatted" | (string & {});
  /** Why it is not seen. One of the catalogue's `hidden`. */
  hidden: string | null;
  /** Its text. */
  runs: Array<Run>;
}

/** The page of a web mailer that stood round the message, or what stood outside the marked part. */
export interface Page {
  /** Text above it. */
  above: string;
  /** Text below it. */
  below: string;
  /** The messages of a page that holds several. */
  messages: Array<{
    /** Its sender. */
    from: string;
    /** Its date. */
    date: string;
  }>;
  /** Which of them was judged; null: all as one. */
  judged: number | null;
}

/** The message taken apart for showing. */
export interface Message {
  /** The senders it names. */
  from: Array<Mailbox>;
  /** Whom it was sent to. */
  to: Array<Recipient>;
  /** Where answers go. */
  reply_to: Array<Mailbox>;
  /** The subject. */
  subject: string;
  /** The date as it is written. */
  date: string;
  /** The same in Unix time, where the zone is stated. */
  date_seconds: number | null;
  /** Somebody handed it on. */
  forwarded: boolean;
  /** null: no such header. */
  auth: Auth | null;
  /** Its files. */
  attachments: Array<Attachment>;
  /** null: the message alone. */
  page: Page | null;
  /** Its text, in the order of reading. */
  blocks: Array<Block>;
}

/** Something broken or hostile in the input that was read all the same. */
export interface Oddity {
  /** What. One of the catalogue's `oddities`. */
  kind: string;
  /** How often. */
  count: number;
  /** The first place. */
  place: string;
}

/** The answer of honmono_check(). */
export interface Verdict {
  /** The version that says this. */
  honmono: string;
  /** This schema. */
  schema: 1;
  /** What the bytes were read as. */
  kind: Kind;
  /** Whose message it claims to be. */
  brand: "amazon" | null;
  /** What the message is about. One of the catalogue's `abouts`. */
  about: string;
  /** The verdict; null for a link. */
  verdict: "fake" | "suspicious" | "account_at_risk" | "consistent" | "unproven" | "no_claim" | null;
  /** Where the web links lead; null without a claim. */
  leads_to: "amazon_only" | "elsewhere" | "not_seen" | null;
  /** The seven, always in the same order. */
  points: Array<Point>;
  /** The reasons, the most telling first. */
  findings: Array<Finding>;
  /** At most 2,000, those that matter first; all were judged. */
  links: Array<Link>;
  /** The sign-in or operation it reports. */
  sign_in: {
    /** As it is written. */
    when: string | null;
    /** As it is written. */
    device: string | null;
    /** As it is written. */
    place: string | null;
  };
  /** The order it is about. */
  order: {
    /** Order numbers. */
    numbers: Array<string>;
  };
  /** The message taken apart for showing. */
  message: Message;
  /** Whose answers could still change the verdict. */
  questions: Array<string>;
  /** What there was in all. */
  totals: {
    /** Links found. */
    links: number;
    /** Links in this JSON. */
    shown_links: number;
    /** Text is missing in this JSON. */
    text_cut: boolean;
  };
  /** Each kind once. */
  oddities: Array<Oddity>;
}

/** The answer when options.only names a check. */
export interface CheckVerdict {
  /** What the bytes were read as. */
  kind: Kind;
  /** The check's point. */
  points: Array<Point>;
  /** The check's findings. */
  findings: Array<Finding>;
}

/** A QR code of a picture. */
export interface Code {
  /** What kind of thing it holds; binary: bytes that are no text. Today: `link` `mail` `telephone` `message` `chat` `wifi` `password_key` `contact` `event` `place` `app` `text` `binary`. */
  kind: "link" | "mail" | "telephone" | "message" | "chat" | "wifi" | "password_key" | "contact" | "event" | "place" | "app" | "text" | "binary" | (string & {});
  /** What it holds; empty for binary. */
  text: string;
  /** How many bytes it holds. */
  bytes: number;
  /** Where it stands: x, y of each corner. */
  corners: Array<number>;
}

/** The answer of honmono_codes(). */
export interface Codes {
  /** The version that says this. */
  honmono: string;
  /** This schema. */
  schema: 1;
  /** Each content once. */
  codes: Array<Code>;
  /** There were more than are read. */
  more: boolean;
}

/** The answer of honmono_catalogue(): everything that can be said. */
export interface Catalogue {
  /** The version that says this. */
  honmono: string;
  /** The checks. */
  checks: Array<{
    /** Its id. */
    check: string;
    /** One of the seven points. */
    point: PointName;
    /** What it can say. */
    messages: Array<{
      /** Its id. */
      message: string;
      /** How much it says: decisive, strong and weak against the message, good for it, note neither. */
      weight: Weight;
    }>;
  }>;
  /** The seven points. */
  points: Array<string>;
  /** The verdicts. */
  verdicts: Array<string>;
  /** Where links can lead. */
  leads_to: Array<string>;
  /** The questions. */
  questions: Array<string>;
  /** The standings of links. */
  standings: Array<string>;
  /** The notes of links. */
  notes: Array<string>;
  /** The ways to hide. */
  hidden: Array<string>;
  /** The oddities. */
  oddities: Array<string>;
  /** What messages are about. */
  abouts: Array<string>;
  /** How old the data is. */
  dates: {
    /** Of what is known of Amazon. */
    amazon: string;
    /** Of the public suffix list. */
    suffixes: string;
  };
}
