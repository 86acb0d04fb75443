import { parentPort } from 'node:worker_threads';

/** Does with a document what its title says. */
parentPort.on('message', ({ id, document: { title } }) => {
  if (title === 'dies') process.exit(3);
  if (title === 'hangs') for (;;);
  if (title === 'fails') parentPort.postMessage({ id, error: 'no' });
  else parentPort.postMessage({ id, bytes: new Uint8Array(1) });
});
