import { parseArgs } from 'node:util';

export interface CasesOptions {
  readonly json: boolean;
  /** Length of one measured stretch, without its warm-up. */
  readonly seconds: number;
  readonly clients: number;
  readonly warmUpSeconds: number;
  /** How often platform and pgbench are measured in turn; 0 leaves pgbench out. */
  readonly rounds: number;
  /** Folder for the CPU profiles of every Node process. */
  readonly profiles?: string;
}

export interface ApprovalOptions {
  readonly cases: number;
  /** Where the platform stays when all is measured; one that is there with as many cases is measured again. */
  readonly keep?: string;
}

export type BenchOptions =
  | { readonly subject: 'clock'; readonly clocks: number }
  | { readonly subject: 'portal' }
  | { readonly subject: 'papers' }
  | { readonly subject: 'catalogue'; readonly items: number }
  | ({ readonly subject: 'approval' } & ApprovalOptions)
  | { readonly subject: 'cases'; readonly cases: CasesOptions };

export const USAGE = `Usage:
  npm run bench -- [cases] [options]   whole cases through the gateway, next to pgbench with the same statements
    --seconds 30      length of one measured stretch
    --clients 32      cases in flight
    --warm-up 6       seconds before the first stretch
    --rounds 2        how often platform and pgbench take turns; 0 measures the platform once, without pgbench
    --profiles DIR    leaves a CPU profile of every Node process there (slows everything down)
    --json            stdout is one JSON document
  npm run bench -- clock [options]     the statutory clock: one date, and all open clocks after a new calendar
    --clocks 1000000  open clocks; a track has two, the statutory and the promised one
  npm run bench -- papers              what the lock on a series of numbers costs, beside acts without one
  npm run bench -- portal              first visits of a phone on a slow line, in a real Chromium
  npm run bench -- catalogue [options] a whole catalogue on its way in, its searches and its lists
    --items 5000      items of the catalogue, each with eight implementations
  npm run bench -- approval [options]  lists and searches among very many cases, and the opening of a large one
    --cases 1000000   cases that are stored, one in twenty of them open
    --keep DIR        leaves the platform's data there, and measures what an earlier run has stored there`;

/** Throws when called wrongly. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '30' },
      clients: { type: 'string', default: '32' },
      'warm-up': { type: 'string', default: '6' },
      rounds: { type: 'string', default: '2' },
      profiles: { type: 'string' },
      clocks: { type: 'string', default: '1000000' },
      items: { type: 'string', default: '5000' },
      cases: { type: 'string', default: '1000000' },
      keep: { type: 'string' },
    },
  });
  const [subject = 'cases', ...more] = positionals;
  if (more.length > 0) throw new TypeError(`one subject at a time, not also ${more.join(', ')}`);
  if (subject === 'clock') {
    return { subject, clocks: whole('--clocks', values.clocks, 2, 1_000_000) };
  }
  if (subject === 'portal' || subject === 'papers') return { subject };
  if (subject === 'catalogue')
    return { subject, items: whole('--items', values.items, 100, 8_000) };
  if (subject === 'approval') {
    const { keep } = values;
    const cases = whole('--cases', values.cases, 1_000, 9_000_000);
    return { subject, cases, ...(keep !== undefined && { keep }) };
  }
  if (subject !== 'cases') throw new TypeError(`no benchmark is called ${subject}`);
  const { profiles } = values;
  return {
    subject,
    cases: {
      json: values.json,
      seconds: whole('--seconds', values.seconds, 1, 600),
      clients: whole('--clients', values.clients, 1, 1_000),
      warmUpSeconds: whole('--warm-up', values['warm-up'], 0, 120),
      rounds: whole('--rounds', values.rounds, 0, 10),
      ...(profiles !== undefined && { profiles }),
    },
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new TypeError(`${name} takes a whole number from ${least} to ${most}, not ${text}`);
}
