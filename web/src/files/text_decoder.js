/* text_decoder: what the reader of Outlook's files asks of a library of encodings, by the
 * browser's own TextDecoder. */

export function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
