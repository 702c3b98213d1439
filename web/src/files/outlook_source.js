/* outlook_source: a message of Outlook's as the source that the core reads.
 *
 * In: the bytes of a .msg file. Out: the bytes of a message (RFC 5322): its own header as
 * it arrived, where Outlook kept it; its text and markup; its attachments. */

import { decompressRTF } from '@kenjiuno/decompressrtf';
import library from '@kenjiuno/msgreader';
import { readRtf } from './rtf.js';

const MsgReader = library.default ?? library; /* as node and as the bundler import it */
const RTF_BYTES_MAX = 8 * 1024 * 1024;
const ATTACHMENT_BYTES_MAX = 8 * 1024 * 1024; /* of a larger one only its name is kept */
const BODY_FIELDS = /^(?:content-[\w-]+|mime-version):/i;

const encoder = new TextEncoder();

function toBase64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text).replace(/.{76}/g, '$&\r\n');
}

const word = (text) => (/^[ -~]*$/.test(text) ? text : `=?utf-8?B?${toBase64(encoder.encode(text)).replace(/\r\n/g, '')}?=`);
const oneLine = (text) => String(text ?? '').replace(/[\r\n]+/g, ' ').trim();
const mailbox = (name, address) => `${name ? `"${word(oneLine(name)).replace(/["\\]/g, '')}" ` : ''}<${oneLine(address)}>`;

/* The fields of the header as it arrived, without those about the form of the body. */
function fieldsOf({ headers, ...message }) {
  const lines = (headers ?? '').replace(/\r\n/g, '\n').replace(/\n(?=[ \t])/g, '\0').split('\n');
  const fields = lines.filter((field) => /^[!-9;-~]+:/.test(field) && !BODY_FIELDS.test(field));
  if (fields.length > 0) return fields.map((field) => field.replaceAll('\0', '\r\n'));
  const { senderSmtpAddress, sentRepresentingSmtpAddress, creatorSMTPAddress, senderEmail } = message;
  const sender = senderSmtpAddress || sentRepresentingSmtpAddress || creatorSMTPAddress || senderEmail || '';
  return [
    sender && `From: ${mailbox(message.senderName, sender)}`,
    ...(message.recipients ?? []).map(({ name, smtpAddress, email }) => `To: ${mailbox(name, smtpAddress || email)}`).slice(0, 1),
    `Subject: ${word(oneLine(message.subject))}`,
    message.messageDeliveryTime && `Date: ${oneLine(message.messageDeliveryTime)}`,
  ].filter(Boolean);
}

function bodiesOf(message) {
  const text = message.body ?? '';
  let html = message.bodyHtml || (message.html ? message.html : '');
  let plain = text;
  if (!html && message.compressedRtf?.length > 0 && message.compressedRtf.length < RTF_BYTES_MAX) {
    const rtf = latin(decompressRTF([...message.compressedRtf]));
    const read = readRtf(rtf);
    html = read.html ?? '';
    plain = text || (read.text ?? '');
  }
  return { plain, html };
}

function latin(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.slice(at, at + 0x8000));
  return text;
}

const part = (type, bytes, more = []) =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more, '', toBase64(bytes)].join('\r\n');

function attachmentsOf(reader, message) {
  return (message.attachments ?? []).slice(0, 100).map((attachment) => {
    const { fileName, content } = attachment.innerMsgContent
      ? { fileName: `${attachment.name ?? 'message'}.msg`, content: new Uint8Array() }
      : reader.getAttachment(attachment);
    const name = word(oneLine(fileName));
    const bytes = content && content.length <= ATTACHMENT_BYTES_MAX ? content : new Uint8Array();
    const isPicture = /\.(?:png|jpe?g|gif|webp|bmp)$/i.test(fileName ?? '');
    const type = isPicture ? `image/${fileName.split('.').pop().toLowerCase().replace('jpg', 'jpeg')}` : 'application/octet-stream';
    const id = attachment.pidContentId ? [`Content-ID: <${oneLine(attachment.pidContentId)}>`] : [];
    return part(`${type}; name="${name}"`, bytes, [`Content-Disposition: attachment; filename="${name}"`, ...id]);
  });
}

export function outlookSource(bytes) {
  const reader = new MsgReader(bytes);
  const message = reader.getFileData();
  if (message.error || !message.dataType) throw new Error(message.error ?? 'no message');
  const { plain, html } = bodiesOf(message);
  const forms = [];
  if (plain || !html) forms.push(part('text/plain; charset=utf-8', encoder.encode(plain)));
  if (html) {
    const isText = typeof html === 'string';
    forms.push(part(isText ? 'text/html; charset=utf-8' : 'text/html', isText ? encoder.encode(html) : html));
  }
  const multipart = (kind, mark, parts) =>
    [
      `Content-Type: multipart/${kind}; boundary="${mark}"`,
      '',
      ...parts.map((one) => `--${mark}\r\n${one}`),
      `--${mark}--`,
      '',
    ].join('\r\n');
  const shown = multipart('alternative', 'honmono-forms', forms);
  const body = multipart('mixed', 'honmono-mixed', [shown, ...attachmentsOf(reader, message)]);
  return encoder.encode(`${[...fieldsOf(message), 'MIME-Version: 1.0'].join('\r\n')}\r\n${body}`);
}
