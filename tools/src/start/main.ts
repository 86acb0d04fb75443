import { Refusal } from '@onewindow/kernel';
import { loadDemonstration } from '../demonstration/load-demonstration.js';
import { startPlatform } from '../platform/start-platform.js';
import { accountLines, refusalLines, settingLines } from './lines.js';
import { readStartSettings } from './settings.js';

const STOPPED_WITHIN_MS = 9_500;
const print = (lines: readonly string[], to: (line: string) => void = console.log) => {
  lines.forEach((line) => to(line));
};

if (process.argv.includes('--help')) {
  print(settingLines());
} else {
  await start();
}

async function start(): Promise<void> {
  let stop = () => Promise.resolve();
  const onSignal = once(async () => {
    console.error('Stopping …');
    setTimeout(() => process.exit(1), STOPPED_WITHIN_MS).unref();
    // Before the platform is ready its keeper does this, as soon as we are gone.
    await stop();
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  try {
    const settings = await readStartSettings(process.env);
    const platform = await startPlatform({ ...settings, tell: (line) => console.error(line) });
    stop = platform.stop;
    const { url, accounts, folder } = platform;
    await loadDemonstration(url, accounts);
    print([`OneWindow is ready: ${url}`, '', ...accountLines(accounts), '']);
    print([`Data: ${folder.root} · logs: ${folder.logs} · Ctrl-C stops everything.`]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print(refusalLines(error), console.error);
    process.exitCode = 1;
  }
}

function once(work: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    void work();
  };
}
