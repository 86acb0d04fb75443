import { join, resolve } from 'node:path';
import { Refusal } from '@onewindow/kernel';
import { workspaceRoot } from '@onewindow/local-servers';
import { refusalLines } from '../start/lines.js';
import { verifyParticipants, type ParticipantVerification } from './verify-folder.js';

const asJson = process.argv.includes('--json');

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
  const dataDir = resolve(
    process.env['OW_DATA_DIR']?.trim() || join(workspaceRoot(), '.onewindow'),
  );
  const verified = await verifyParticipants(
    dataDir,
    process.env['DATABASE_URL']?.trim() || undefined,
  );
  const isVerified = verified.every(({ faults }) => faults.length === 0);
  if (asJson)
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
