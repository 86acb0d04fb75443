import { prove } from './prove.js';
import type { Step } from './steps.js';
import { FAILED, PASSED } from './tally.js';

/** Steps that write down when each begins and ends, and the label that it was given. */
function written() {
  const log: string[] = [];
  const step = (name: string, rest: Partial<Step> = {}): Step => ({
    name,
    what: 'holds',
    prove: async (label) => {
      log.push(`${name} begins as ${label ?? 'the only one'}`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      return PASSED;
    },
    ...rest,
  });
  return { log, step };
}

const silent = () => undefined;
const asked = { names: [], interrupted: new AbortController().signal, tell: silent };

describe('The proof', () => {
  it('has two steps run side by side where they may, each with its name before its lines, and the others alone', async () => {
    const { log, step } = written();
    const beside = { beside: true } as const;

    await prove([step('a', beside), step('alone'), step('b', beside)], asked);

    expect(log).toEqual([
      'a begins as a',
      'b begins as b',
      'a ends',
      'b ends',
      'alone begins as the only one',
      'alone ends',
    ]);
  });

  it('leaves a step that nobody runs beside its own words', async () => {
    const { log, step } = written();

    await prove([step('a', { beside: true }), step('b', { beside: true })], {
      ...asked,
      names: ['b'],
    });

    expect(log).toEqual(['b begins as the only one', 'b ends']);
  });

  it.each<[string, Step['prove']]>([
    ['fails', () => Promise.resolve(FAILED)],
    ['cannot be run', () => Promise.reject(new Error('no such program'))],
  ])('goes on after a step that %s, and fails', async (_, proving) => {
    const { log, step } = written();
    const said: string[] = [];

    const code = await prove([step('broken', { prove: proving }), step('next')], {
      ...asked,
      tell: (line) => said.push(line),
    });

    expect(code).toBe(1);
    expect(log).toContain('next ends');
    expect(said.at(-1)).toBe('\n1 passed, 1 failed');
  });

  it('ends with the line of all steps and 0 when everything holds', async () => {
    const { step } = written();
    const said: string[] = [];

    const code = await prove([step('a', { beside: true }), step('b')], {
      ...asked,
      tell: (line) => said.push(line),
    });

    expect([code, said.at(-1)]).toEqual([0, '\n2 passed, 0 failed']);
  });

  it('begins no further step once it is interrupted, and says what was proven till then', async () => {
    const { log, step } = written();
    const stopped = new AbortController();
    const said: string[] = [];
    const killed = step('killed', {
      prove: () => {
        stopped.abort();
        return Promise.resolve(FAILED);
      },
    });

    const code = await prove([step('a'), killed, step('next')], {
      ...asked,
      interrupted: stopped.signal,
      tell: (line) => said.push(line),
    });

    expect([code, said.at(-1)]).toEqual([130, '\n1 passed, 1 failed']);
    expect(log).toEqual(['a begins as the only one', 'a ends']);
  });

  it('names the steps that there are when it is asked for another', async () => {
    const { log, step } = written();
    const said: string[] = [];

    expect(
      await prove([step('a')], { ...asked, names: ['z'], tell: (line) => said.push(line) }),
    ).toBe(2);
    expect([said, log]).toEqual([['No step z; there are a.'], []]);
  });
});
