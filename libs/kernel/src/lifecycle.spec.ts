import { lifecycle, type ActionOf, type StateOf } from './lifecycle.js';
import { Refusal } from './refusal.js';

const filing = lifecycle('draft', {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', requestCorrection: 'awaiting-correction' },
  'awaiting-correction': { resubmit: 'submitted', lapse: 'lapsed' },
  accepted: {},
  lapsed: {},
});

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('nothing was refused');
}

describe('A lifecycle', () => {
  it('leads from state to state as its table says', () => {
    expect(filing.initial).toBe('draft');
    expect(filing.next('draft', 'submit')).toBe('submitted');
    expect(filing.next('awaiting-correction', 'resubmit')).toBe('submitted');
  });

  const actions = ['submit', 'accept', 'requestCorrection', 'resubmit', 'lapse'] as const;
  const pairs = filing.states.flatMap((state) => actions.map((action) => ({ state, action })));

  it.each(pairs)('offers and allows the same: $action while $state', ({ state, action }) => {
    const offered = filing.actionsFrom(state).includes(action);

    expect(filing.allows(state, action)).toBe(offered);
    if (offered) expect(filing.states).toContain(filing.next(state, action));
    else
      expect(refusalOf(() => filing.next(state, action)).code).toBe('action-not-allowed-in-state');
  });

  it('offers the actions in the order of the table', () => {
    expect(filing.actionsFrom('submitted')).toEqual(['accept', 'requestCorrection']);
  });

  it('ends where no action leads on', () => {
    expect(filing.finalStates).toEqual(['accepted', 'lapsed']);
  });

  it('says in a refusal what is possible instead, in both languages', () => {
    const refusal = refusalOf(() => filing.next('submitted', 'submit'));

    expect(refusal.kind).toBe('conflict');
    expect(refusal.unmet[0]?.message.en).toContain('possible: accept, requestCorrection');
    expect(refusal.unmet[0]?.message.zh).toContain('可执行：accept、requestCorrection');
  });

  it('says in a refusal when nothing is possible any more', () => {
    const refusal = refusalOf(() => filing.next('lapsed', 'submit'));

    expect(refusal.unmet[0]?.message.en).toContain('possible: none');
  });

  it.each(['constructor', 'toString', '__proto__', ''])(
    'does not take a word that every object knows for an action: %j',
    (word) => {
      const action = word as ActionOf<typeof filing>;

      expect(filing.allows('draft', action)).toBe(false);
      expect(refusalOf(() => filing.next('draft', action)).code).toBe(
        'action-not-allowed-in-state',
      );
    },
  );

  it('refuses every action in a state that it does not have', () => {
    const unknown = 'constructor' as StateOf<typeof filing>;

    expect(filing.actionsFrom(unknown)).toEqual([]);
    expect(refusalOf(() => filing.next(unknown, 'submit')).code).toBe(
      'action-not-allowed-in-state',
    );
  });
});

describe('The table of a lifecycle', () => {
  it('is refused with a state that nothing leads to, by name', () => {
    expect(() =>
      lifecycle('draft', {
        draft: { submit: 'submitted' },
        submitted: {},
        lost: { find: 'draft' },
        gone: {},
      }),
    ).toThrow('nothing leads to: lost, gone');
  });

  it('reaches states over several steps and around loops', () => {
    const round = lifecycle('a', { c: { go: 'a' }, b: { go: 'c' }, a: { go: 'b' } });

    expect(round.finalStates).toEqual([]);
    expect(round.next('c', 'go')).toBe('a');
  });

  it('may have only one state', () => {
    expect(lifecycle('done', { done: {} }).finalStates).toEqual(['done']);
  });

  it('does not compile with a misspelt target or first state', () => {
    // @ts-expect-error -- "submited" is no state of the table.
    expect(() => lifecycle('draft', { draft: { submit: 'submited' }, submitted: {} })).toThrow(
      TypeError,
    );
    // @ts-expect-error -- "drft" is no state of the table.
    expect(() => lifecycle('drft', { draft: {} })).toThrow(TypeError);
  });
});

describe('The diagram of a lifecycle', () => {
  it('shows every state and step, with names that Mermaid can read', () => {
    expect(filing.toMermaid().split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "awaiting-correction" as awaiting_correction',
      '  [*] --> draft',
      '  draft --> submitted: submit',
      '  submitted --> accepted: accept',
      '  submitted --> awaiting_correction: requestCorrection',
      '  awaiting_correction --> submitted: resubmit',
      '  awaiting_correction --> lapsed: lapse',
      '  accepted --> [*]',
      '  lapsed --> [*]',
    ]);
  });
});
