import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParticipantToken } from '@onewindow/contracts';

/** Where everything of one platform lies; nothing is kept anywhere else. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly nats: string;
  readonly files: string;
  readonly logs: string;
  readonly kept: string;
  /** Notes who runs the platform: the lock of the folder. */
  readonly running: string;
  readonly topology: string;
  readonly accounts: string;
  readonly passwords: string;
  readonly gatewayKeys: string;
  /** A file of one participant that only its owner may read. */
  secret(token: ParticipantToken, name: string): string;
  log(name: string): string;
}

/** Makes the folders that are missing. They can be passed through (PostgreSQL runs as another user), secrets cannot. */
export function openDataFolder(root: string): DataFolder {
  const at = (...parts: string[]) => join(root, ...parts);
  const secrets = at('secrets');
  for (const folder of [root, at('logs'), at('files'), at('run')])
    mkdirSync(folder, { recursive: true });
  mkdirSync(secrets, { recursive: true });
  chmodSync(secrets, 0o700);
  return {
    root,
    postgres: at('postgres'),
    nats: at('nats'),
    files: at('files'),
    logs: at('logs'),
    kept: at('run', 'kept'),
    running: at('run', 'running.json'),
    topology: at('topology.json'),
    accounts: join(secrets, 'accounts.json'),
    passwords: join(secrets, 'demonstration-passwords.json'),
    gatewayKeys: at('gateway-keys.json'),
    secret: (token, name) => {
      mkdirSync(join(secrets, token), { recursive: true, mode: 0o700 });
      return join(secrets, token, name);
    },
    log: (name) => at('logs', `${name}.log`),
  };
}

/** Writes a file that only its owner may read. */
export function writeSecret(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** The content of a secret file, made the first time it is asked for. */
export function secretIn(file: string, make: () => string): string {
  if (!existsSync(file)) writeSecret(file, make());
  return readFileSync(file, 'utf8').trim();
}
