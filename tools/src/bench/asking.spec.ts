import { askAll, askedLine } from './asking.js';

function aClient() {
  const paths: string[] = [];
  let [now, most] = [0, 0];
  const get = async (path: string): Promise<never> => {
    paths.push(path);
    most = Math.max(most, (now += 1));
    await Promise.resolve();
    now -= 1;
    return undefined as never;
  };
  return { get, paths, most: () => most };
}

const kinds = [{ name: 'lists' }, { name: 'searches' }, { name: 'guides' }];
const questionsTo = (client: ReturnType<typeof aClient>) =>
  Array.from({ length: 9 }, (_, at) => ({
    kind: at % 3 === 0 ? 'searches' : 'lists',
    client,
    path: `/${String(at)}`,
  }));

describe('Questions of a benchmark', () => {
  it('are asked once each, and those of the warm-up first and without being counted', async () => {
    const client = aClient();
    const asked = await askAll(questionsTo(client), { kinds, warmUp: 3, inFlight: 1 });

    expect(client.paths.slice(0, 3)).toEqual(['/0', '/1', '/2']);
    expect(client.paths.toSorted()).toEqual(questionsTo(client).map(({ path }) => path));
    expect(asked.map(({ name, spread }) => [name, spread.count])).toEqual([
      ['lists', 4],
      ['searches', 2],
      ['guides', 0],
      ['all', 6],
    ]);
  });

  it('are in flight as many at a time as wanted', async () => {
    const client = aClient();
    await askAll(questionsTo(client), { kinds, warmUp: 0, inFlight: 4 });

    expect(client.most()).toBe(4);
  });
});

describe('The line of a kind', () => {
  it('is marked where the 95th percentile is not below its goal', () => {
    const spread = { count: 3, mean: 20, p50: 20, p95: 50, p99: 50, max: 50 };

    expect(askedLine({ name: 'lists', spread }, 50)).toMatch(/p95 {3}50\.0 .* MISSED$/);
    expect(askedLine({ name: 'lists', spread }, 50.1)).not.toContain('MISSED');
    expect(askedLine({ name: 'lists', spread })).not.toContain('MISSED');
  });
});
