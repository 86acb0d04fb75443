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
  /** One of them as a pgbench script takes it. */
  readonly statement: string;
}

const RELAY = 'journal_assign_positions';
/** Upserts of a rising position: written as the same one again and again, they would change nothing. */
const RISING = /insert into (?:inbox_cursor|reader_confirmation)/;
const SESSION = /^(?:begin|commit|rollback|set|show|discard|deallocate)\b/i;

/** Sums up a log that was recorded under load while this many cases were begun. */
export function loadIn(statements: readonly LoggedStatement[], cases: number): Load {
  const commits = statements.filter(isCommit);
  const units = commits.reduce((sum, each) => sum + unitsOf(each).length, 0);
  const relayed = statements.filter(({ text }) => text.includes(RELAY));
  const shapes = new Map<string, { times: number; example: LoggedStatement }>();
  for (const each of statements) {
    if (isCommit(each) || each.text.includes(RELAY) || SESSION.test(each.text)) continue;
    const shape = shapeOf(each.text);
    const known = shapes.get(shape);
    if (known === undefined) shapes.set(shape, { times: 1, example: each });
    else known.times += 1;
  }
  const others = [...shapes].map(([shape, { times, example }]) => ({
    shape,
    perCase: times / cases,
    statement: written(example),
  }));
  return {
    unitsInOne: commits.length === 0 ? 1 : units / commits.length,
    commitsPerCase: commits.length / cases,
    relayPerCase: relayed.length / cases,
    relayStatement: relayed[0] === undefined ? '' : written(relayed[0]),
    others: others.sort((a, b) => b.perCase - a.perCase),
  };
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
