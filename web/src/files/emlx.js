/* emlx: what mail programs and browsers put round a message when they save it.
 *
 * In: the first bytes of a file. Out: the blob of the message itself. Apple Mail writes its
 * length before it and a list of settings behind; a browser that saves a page as .mht writes
 * a head in which it is the sender itself. */

const HEAD_BYTES = 4096;

export async function withoutEnvelope(file) {
  const head = new TextDecoder('latin1').decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const length = head.match(/^(\d{1,9})[ \t]*\r?\n(?=[!-9;-~]+:)/u);
  if (length) return file.slice(length[0].length, length[0].length + Number(length[1]));
  const saved = /^From: <?Saved by/imu.test(head) && /^Content-Type: *multipart\/related/imu.test(head);
  const end = saved ? head.search(/\r?\n\r?\n/u) : -1;
  if (end < 0) return file;
  /* folded lines belong to the field above them */
  const lines = head.slice(0, end).replace(/\r\n/gu, '\n');
  const kept = lines.replace(/^(?:From|Subject|Date|Snapshot-Content-Location):.*(?:\n[ \t].*)*\n?/gimu, '');
  return new Blob([`${kept.trim()}`, file.slice(end)]);
}
