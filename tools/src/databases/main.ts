import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ParticipantToken } from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import {
  configuredOrExit,
  databaseSetting,
  environment,
  readSettings,
  setting,
  text,
} from '@onewindow/service/process';
import { makeDatabases } from '../platform/databases.js';
import { refusalLines } from '../start/lines.js';

/** Makes the databases and roles of one PostgreSQL of a deployment, and leaves what is there. */
const { administrator, secrets } = configuredOrExit(() =>
  readSettings(environment(), {
    administrator: databaseSetting('OW_DATABASE_ADMINISTRATOR'),
    /** A folder for each participant that has its database here, with the passwords of its roles. */
    secrets: setting('OW_SECRETS_DIR', text),
  }),
);
const tokens = readdirSync(secrets) as ParticipantToken[];

try {
  await makeDatabases(administrator.url, tokens, {
    secret: (token, name) => join(secrets, token, name),
  });
  console.log(JSON.stringify({ level: 'info', msg: 'databases made', for: tokens }));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  refusalLines(error).forEach((line) => console.error(line));
  process.exitCode = 1;
}
