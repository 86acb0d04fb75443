import { Refusal, type Role } from '@onewindow/kernel';
import { loadCity } from '../demonstration/load-city.js';
import { loadMarket } from '../demonstration/load-market.js';
import { MARKET_AGENCIES } from '../demonstration/market.js';
import type { SignIn } from '../platform/accounts.js';
import { startPlatform, type Platform } from '../platform/start-platform.js';
import { GatewayClient } from '../story/gateway-client.js';
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
    await loadDemonstration(platform);
    const { url, accounts, folder } = platform;
    print([`OneWindow is ready: ${url}`, '', ...accountLines(accounts), '']);
    print([`Data: ${folder.root} · logs: ${folder.logs} · Ctrl-C stops everything.`]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print(refusalLines(error), console.error);
    process.exitCode = 1;
  }
}

/** The catalogue and the market of the demonstration city; what somebody has published already stays as it is. */
async function loadDemonstration({ url, accounts }: Platform): Promise<void> {
  const signIn = async (found: SignIn | undefined) =>
    found && GatewayClient.signIn(url, { account: found.id, password: found.password });
  const holding = (role: Role) => accounts.find(({ roles }) => roles.includes(role));
  const administrator = await signIn(holding('administrator'));
  if (administrator !== undefined) await loadCity(administrator);
  const operator = await signIn(holding('market-operator'));
  const agents = MARKET_AGENCIES.map(({ creditCode }) =>
    signIn(accounts.find(({ organisation }) => organisation === creditCode)),
  );
  if (operator !== undefined) await loadMarket(operator, await Promise.all(agents));
}

function once(work: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    void work();
  };
}
