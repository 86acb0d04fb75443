import type { GatewayClient } from '../../story/gateway-client.js';
import { spreadOf, type Spread } from '../statistics.js';

/** One kind of question, and who asks it. */
export interface Kind<About> {
  readonly name: string;
  readonly client: GatewayClient;
  path(about: About): string;
}

export interface Asked {
  readonly name: string;
  readonly spread: Spread;
}

export interface Asking<About> {
  readonly kinds: readonly Kind<About>[];
  readonly about: readonly About[];
  /** Of each kind. */
  readonly times: number;
  readonly inFlight: number;
}

/** Asked before it counts, of each kind. */
const WARM_UP = 15;

/** Asks every kind as often, mixed, each about something else; their durations in milliseconds, and those of all last. */
export async function ask<About>({
  kinds,
  about,
  times,
  inFlight,
}: Asking<About>): Promise<readonly Asked[]> {
  const questions = Array.from({ length: (times + WARM_UP) * kinds.length }, (_, at) => {
    const kind = kinds[at % kinds.length];
    const subject = about[at % about.length];
    if (kind === undefined || subject === undefined) throw new TypeError('nothing to ask about');
    return { kind, path: kind.path(subject) };
  });
  const durations = new Map(kinds.map(({ name }) => [name, [] as number[]]));
  for (const { kind, path } of questions.splice(0, WARM_UP * kinds.length))
    await kind.client.get(path);
  const lane = async () => {
    for (let next = questions.pop(); next !== undefined; next = questions.pop()) {
      const began = performance.now();
      await next.kind.client.get(next.path);
      durations.get(next.kind.name)?.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return [
    ...[...durations].map(([name, each]) => ({ name, spread: spreadOf(each) })),
    { name: 'all', spread: spreadOf([...durations.values()].flat()) },
  ];
}
