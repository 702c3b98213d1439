/* outlook: Outlook's .msg files, read in a worker of their own.
 *
 * In: a file. Out: a blob with the message's source. Fails with status "file" and the id of a
 * sentence. */

import { loadExtraText } from '../extras.js';
import { startWorker } from '../start_worker.js';

const MSG_BYTES_MAX = 64 * 1024 * 1024;
const PATIENCE_MS = 20000; /* longer takes only a file that was made to */

const failure = (problem) => Object.assign(new Error(problem), { status: 'file', problem });

export async function readOutlook(file) {
  if (file.size > MSG_BYTES_MAX) throw failure('too_large');
  const [script, bytes] = await Promise.all([loadExtraText('outlook'), file.arrayBuffer()]);
  const worker = startWorker(script);
  let timer = 0;
  try {
    return await new Promise((resolve, reject) => {
      const give = () => reject(failure('msg_unreadable'));
      timer = setTimeout(give, PATIENCE_MS);
      worker.onerror = give;
      worker.onmessage = ({ data }) => (data.source ? resolve(new Blob([data.source])) : give());
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
