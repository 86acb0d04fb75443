import { parentPort } from 'node:worker_threads';
import type { OfficialDocument } from './official-document.js';
import { renderDocument } from './render-document.js';

/** The thread that a press gives its documents to, one after the other. */
parentPort?.on('message', (job: { readonly id: number; readonly document: OfficialDocument }) => {
  renderDocument(job.document).then(
    (pdf) => {
      const bytes = new Uint8Array(pdf);
      parentPort?.postMessage({ id: job.id, bytes }, [bytes.buffer]);
    },
    (error: unknown) => parentPort?.postMessage({ id: job.id, error: String(error) }),
  );
});
