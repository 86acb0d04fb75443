import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@onewindow/kernel';
import { workspaceRoot } from '@onewindow/local-servers';
import { refusalLines } from '../start/lines.js';
import { verifyListed } from './verify-listed.js';
import { verifyParticipants, type ParticipantVerification } from './verify-folder.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Where the databases are, when no data folder of this machine knows: as `verifyListed` reads it. */
    databases: { type: 'string' },
  },
});

/** One line for each participant, and one for each fault. */
function linesOf(verified: readonly ParticipantVerification[]): string[] {
  const widest = Math.max(...verified.map(({ participant }) => participant.length));
  return verified.flatMap(({ participant, entries, aggregates, positions, faults }) => [
    `${participant.padEnd(widest)}  ${entries} entries, ${aggregates} aggregates, ${positions} positions` +
      `: ${faults.length === 0 ? 'verified' : `${faults.length} FAULTS`}`,
    ...faults.map(({ kind, message }) => `  ${kind}: ${message}`),
  ]);
}

try {
  const verified = await (options.databases === undefined
    ? verifyParticipants(
        resolve(process.env['OW_DATA_DIR']?.trim() || join(workspaceRoot(), '.onewindow')),
        process.env['DATABASE_URL']?.trim() || undefined,
      )
    : verifyListed(options.databases));
  const isVerified = verified.every(({ faults }) => faults.length === 0);
  if (options.json)
    console.log(JSON.stringify({ verified: isVerified, participants: verified }, null, 2));
  else {
    linesOf(verified).forEach((line) => console.log(line));
    console.log(isVerified ? 'The journals verify.' : 'The journals do NOT verify.');
  }
  if (!isVerified) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  refusalLines(error).forEach((line) => console.error(line));
  process.exitCode = 2;
}
