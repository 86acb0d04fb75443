import type { GatewayClient } from '../../story/gateway-client.js';
import { askAll, type Asked } from '../asking.js';

/** One kind of question, and who asks it. */
export interface Kind<About> {
  readonly name: string;
  readonly client: GatewayClient;
  path(about: About): string;
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
    return { kind: kind.name, client: kind.client, path: kind.path(subject) };
  });
  return askAll(questions, { kinds, warmUp: WARM_UP * kinds.length, inFlight });
}
