/* worker: one file of Outlook's to a source, then it is ended.
 *
 * In: the bytes. Out: { source }, or { problem }. */

import { outlookSource } from './outlook_source.js';

self.onmessage = ({ data }) => {
  try {
    self.postMessage({ source: outlookSource(data) });
  } catch {
    self.postMessage({ problem: 'msg_unreadable' });
  }
};
