import type { GatewayClient } from '../../story/gateway-client.js';
import { spreadOf, type Spread } from '../statistics.js';
import { drawnItems, type QueryKind } from './queries.js';

export interface Asked {
  readonly name: string;
  readonly spread: Spread;
}

export interface Asking {
  readonly kinds: readonly QueryKind[];
  readonly items: number;
  readonly times: number;
  readonly inFlight: number;
}

const WARM_UP = 100;

/** Asks so many questions in their proportion; each kind with its durations in milliseconds, and all together last. */
export async function askCatalogue(
  client: GatewayClient,
  { kinds, items, times, inFlight }: Asking,
): Promise<readonly Asked[]> {
  const drawn = drawnItems(items, 20_260_427);
  const questions = Array.from({ length: times + WARM_UP }, (_, at) => {
    const kind = kindAt(kinds, at);
    const item = drawn.next();
    if (item.done === true) throw new TypeError('there is always another item');
    return { kind, path: kind.path(item.value) };
  });
  for (const { path } of questions.splice(0, WARM_UP)) await client.get(path);
  const durations: { readonly name: string; readonly ms: number }[] = [];
  const lane = async () => {
    for (let next = questions.pop(); next !== undefined; next = questions.pop()) {
      const began = performance.now();
      await client.get(next.path);
      durations.push({ name: next.kind.name, ms: performance.now() - began });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const of = (chosen: typeof durations) => spreadOf(chosen.map(({ ms }) => ms));
  return [
    ...kinds.map(({ name }) => ({
      name,
      spread: of(durations.filter((each) => each.name === name)),
    })),
    { name: 'all', spread: of(durations) },
  ];
}

/** Kinds come in turn, each as often in a hundred as its share. */
function kindAt(kinds: readonly QueryKind[], at: number): QueryKind {
  let place = (at * 37) % 100;
  for (const kind of kinds) {
    place -= kind.share;
    if (place < 0) return kind;
  }
  throw new TypeError('the shares of all kinds are a hundred');
}
