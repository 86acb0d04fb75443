import type { GatewayClient } from '../../story/gateway-client.js';
import { askAll, type Asked } from '../asking.js';
import { drawnItems, type QueryKind } from './queries.js';

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
    return { kind: kind.name, client, path: kind.path(item.value) };
  });
  return askAll(questions, { kinds, warmUp: WARM_UP, inFlight });
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
