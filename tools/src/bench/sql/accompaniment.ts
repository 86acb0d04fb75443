import { isCommit, unitsOf } from './commit-units.js';
import type { LoggedStatement } from './postgres-log.js';
import { inlined, shapeOf } from './script-text.js';

/** What one service's database was asked under load. */
export interface Load {
  /** Units of work in one commit, on average. */
  readonly unitsInOne: number;
  readonly commitsPerCase: number;
  /** How often a case the relay gave positions. */
  readonly relayPerCase: number;
  readonly relayStatement: string;
  /** Everything else, most frequent first: reads, numbers, marks of progress. */
  readonly others: readonly Accompaniment[];
}

export interface Accompaniment {
  readonly shape: string;
  readonly perCase: number;
  /** One of them as a pgbench script takes it: a statement, or all of a transaction. */
  readonly statement: string;
}

const RELAY = 'journal_assign_positions';
/** Upserts of a rising position: written as the same one again and again, they would change nothing. */
const RISING = /insert into (?:inbox_cursor|reader_confirmation)/;
const BEGINS = /^(?:begin|start transaction)\b/i;
const ENDS = /^(?:commit|rollback|end)\b/i;
/** Said once in the life of a connection. */
const SESSION = /^(?:set|show|discard|deallocate|listen)\b/i;

/** Sums up a log that was recorded under load while this many cases were begun. */
export function loadIn(statements: readonly LoggedStatement[], cases: number): Load {
  const commits = statements.filter(isCommit);
  const units = commits.reduce((sum, each) => sum + unitsOf(each).length, 0);
  const relayed = statements.filter(isRelay);
  const rest = statements.filter(
    (each) => !isCommit(each) && !isRelay(each) && !SESSION.test(each.text),
  );
  const shapes = new Map<string, { times: number; example: readonly LoggedStatement[] }>();
  for (const each of transactionsIn(rest)) {
    const shape = each.map(({ text }) => shapeOf(text)).join('; ');
    const known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, { times: 1, example: each });
    else known.times += 1;
  }
  const others = [...shapes].map(([shape, { times, example }]) => ({
    shape,
    perCase: times / cases,
    statement: example.map(written).join('\n'),
  }));
  return {
    unitsInOne: commits.length === 0 ? 1 : units / commits.length,
    commitsPerCase: commits.length / cases,
    relayPerCase: relayed.length / cases,
    relayStatement: relayed[0] === undefined ? '' : written(relayed[0]),
    others: others.sort((a, b) => b.perCase - a.perCase),
  };
}

const isRelay = ({ text }: LoggedStatement): boolean => text.includes(RELAY);

/** Statements in one transaction belong together; a transaction that began or ended out of sight is left out. */
function transactionsIn(statements: readonly LoggedStatement[]): (readonly LoggedStatement[])[] {
  const open = new Map<string, LoggedStatement[]>();
  const whole: (readonly LoggedStatement[])[] = [];
  for (const each of statements) {
    const begun = open.get(each.session);
    if (BEGINS.test(each.text)) {
      open.set(each.session, [each]);
    } else if (begun !== undefined) {
      begun.push(each);
      if (!ENDS.test(each.text)) continue;
      open.delete(each.session);
      whole.push(begun);
    } else if (!ENDS.test(each.text)) {
      whole.push([each]);
    }
  }
  return whole;
}

function written({ text, parameters }: LoggedStatement): string {
  if (!RISING.test(text)) return `${inlined(text, parameters)};`;
  return `${inlined(text.replace('$2', ':s1::bigint'), parameters)};`;
}

/** Cases that were begun while the log was recorded: each begins with the row of its application. */
export const casesBegunIn = (statements: readonly LoggedStatement[]): number =>
  statements
    .filter(isCommit)
    .flatMap(unitsOf)
    .reduce((sum, { inserts }) => sum + (inserts['application']?.length ?? 0), 0);
