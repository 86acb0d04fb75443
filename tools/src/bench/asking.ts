import type { GatewayClient } from '../story/gateway-client.js';
import { spreadOf, type Spread } from './statistics.js';

/** A question of some kind, and who asks it. */
export interface Question {
  readonly kind: string;
  readonly client: Pick<GatewayClient, 'get'>;
  readonly path: string;
}

/** What the questions of one kind took, in milliseconds. */
export interface Asked {
  readonly name: string;
  readonly spread: Spread;
}

export interface Asking {
  /** The kinds, in the order in which they are told of. */
  readonly kinds: readonly { readonly name: string }[];
  /** So many come first, one by one, and do not count. */
  readonly warmUp: number;
  readonly inFlight: number;
}

/** Asks every question once; the durations of each kind, and those of all last. */
export async function askAll(
  questions: readonly Question[],
  { kinds, warmUp, inFlight }: Asking,
): Promise<readonly Asked[]> {
  for (const { client, path } of questions.slice(0, warmUp)) await client.get(path);
  const left = questions.slice(warmUp);
  const durations = new Map(kinds.map(({ name }) => [name, [] as number[]]));
  const lane = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const began = performance.now();
      await next.client.get(next.path);
      durations.get(next.kind)?.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return [
    ...[...durations].map(([name, each]) => ({ name, spread: spreadOf(each) })),
    { name: 'all', spread: spreadOf([...durations.values()].flat()) },
  ];
}

/** One line of a table, marked where its 95th percentile is not below the goal. */
export const askedLine = ({ name, spread }: Asked, goalMs = Infinity): string => {
  const { count, p50, p95, p99, max } = spread;
  const missed = p95 < goalMs ? '' : '   MISSED';
  return `  ${name.padEnd(32)} ${String(count).padStart(5)}   p50 ${ms(p50)}   p95 ${ms(p95)}   p99 ${ms(p99)}   most ${ms(max)}${missed}`;
};

const ms = (value: number): string => value.toFixed(1).padStart(6);
