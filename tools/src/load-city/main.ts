import { defineRefusals, Refusal } from '@onewindow/kernel';
import {
  address,
  configuredOrExit,
  environment,
  fileSetting,
  json,
  readSettings,
  setting,
} from '@onewindow/service/process';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { loadDemonstration } from '../demonstration/load-demonstration.js';
import { refusalLines } from '../start/lines.js';

const refusals = defineRefusals({
  'no-demonstration-accounts': {
    kind: 'not-found',
    zh: '该平台没有演示账号，无从装入演示城市；请用 docker-compose.demo.yml 启动演示平台。',
    en: 'This platform has no demonstration accounts, so nobody can load the demonstration city: start one with docker-compose.demo.yml.',
  },
});

/** Loads the demonstration city on a platform in containers, as npm start does on its own. */
const { gateway, passwords } = configuredOrExit(() =>
  readSettings(environment(), {
    gateway: setting('OW_GATEWAY_URL', address('http:', 'https:')),
    /** JSON, by account. */
    passwords: fileSetting('OW_PASSWORDS_FILE', (text) => json(text) as Record<string, string>),
  }),
);
const accounts = DEMONSTRATION_ACCOUNTS.flatMap((each) => {
  const password = passwords[each.id];
  return password === undefined ? [] : [{ ...each, password }];
});

try {
  if (accounts.length === 0) throw refusals.refuse('no-demonstration-accounts');
  await loadDemonstration(gateway.origin, accounts);
  console.log(
    JSON.stringify({ level: 'info', msg: 'the city is loaded: its catalogue and its market' }),
  );
} catch (error) {
  if (error instanceof Refusal) refusalLines(error).forEach((line) => console.error(line));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
