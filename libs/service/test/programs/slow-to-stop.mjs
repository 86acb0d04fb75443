import { loadSources } from '../../../testing/src/load-sources.mjs';

loadSources();
const { ownProcess, ServiceLog } = await import('../../src/process/index.ts');
const log = new ServiceLog({ participant: 'spec', level: 'info', circumstances: () => ({}) });

/** Stops when its parent says so, and throws where nobody catches when its parent says that. */
let finish = () => undefined;
process.on('message', (order) => {
  if (order === 'finish') finish();
  else
    setTimeout(() => {
      throw new Error('nobody expected this');
    });
});
await ownProcess({
  log,
  start: async () => undefined,
  stop: () => new Promise((resolve) => (finish = resolve)),
});
process.send('started');
