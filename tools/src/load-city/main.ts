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
import { loadCity } from '../demonstration/load-city.js';
import { GatewayClient } from '../story/gateway-client.js';

/** Publishes the demonstration city's catalogue on a platform in containers, as npm start does on its own. */
const { gateway, passwords } = configuredOrExit(() =>
  readSettings(environment(), {
    gateway: setting('OW_GATEWAY_URL', address('http:', 'https:')),
    /** JSON, by account. */
    passwords: fileSetting('OW_PASSWORDS_FILE', (text) => json(text) as Record<string, string>),
  }),
);
const administrator = DEMONSTRATION_ACCOUNTS.find(({ roles }) => roles.includes('administrator'));
const account = administrator?.id ?? '';

try {
  const password = passwords[account] ?? '';
  await loadCity(await GatewayClient.signIn(gateway.origin, { account, password }));
  console.log(JSON.stringify({ level: 'info', msg: 'the catalogue of the city is published' }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
