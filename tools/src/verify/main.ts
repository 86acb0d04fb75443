import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '@onewindow/kernel';
import { workspaceRoot } from '@onewindow/local-servers';
import { refusalLines } from '../start/lines.js';
import { verifyListed } from './verify-listed.js';
import { faultsOf, verifyParticipants, type ParticipantVerification } from './verify-folder.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Where the databases are, when no data folder of this machine knows: as `verifyListed` reads it. */
    databases: { type: 'string' },
  },
});

const UNSEEN = '  the files and seals of its papers were not looked at: the list names no filesDir';

/** One line for each participant, and one for each fault. */
function linesOf(verified: readonly ParticipantVerification[]): string[] {
  const widest = Math.max(...verified.map(({ participant }) => participant.length));
  return verified.flatMap((each) => {
    const { participant, entries, aggregates, positions, papers } = each;
    const faults = faultsOf(each);
    return [
      `${participant.padEnd(widest)}  ${entries} entries, ${aggregates} aggregates, ${positions} positions` +
        (papers === undefined ? '' : `, ${papers.papers} papers, ${papers.prints} printed`) +
        `: ${faults.length === 0 ? 'verified' : `${faults.length} FAULTS`}`,
      ...(papers?.unseen === true ? [UNSEEN] : []),
      ...faults.map(({ kind, message }) => `  ${kind}: ${message}`),
    ];
  });
}

try {
  const verified = await (options.databases === undefined
    ? verifyParticipants(
        resolve(process.env['OW_DATA_DIR']?.trim() || join(workspaceRoot(), '.onewindow')),
        process.env['DATABASE_URL']?.trim() || undefined,
      )
    : verifyListed(options.databases));
  const isVerified = verified.every((each) => faultsOf(each).length === 0);
  if (options.json)
    console.log(JSON.stringify({ verified: isVerified, participants: verified }, null, 2));
  else {
    linesOf(verified).forEach((line) => console.log(line));
    console.log(
      isVerified ? 'The journals and papers verify.' : 'The journals or papers do NOT verify.',
    );
  }
  if (!isVerified) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  refusalLines(error).forEach((line) => console.error(line));
  process.exitCode = 2;
}
