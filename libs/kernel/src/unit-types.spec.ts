import { holds, type Actor, type Person } from './actor.js';
import { unchanged, type Change } from './change.js';
import { fen, type Fen } from './money.js';
import { instantOf, legalDate, type Instant, type LegalDate } from './time.js';
import { aggregateKind, type Changes } from './unit-of-work.js';

describe('The unit types', () => {
  it('do not let a bare number or text stand for a quantity', () => {
    // @ts-expect-error -- a number of what?
    const amount: Fen = 100;
    // @ts-expect-error -- a text is not yet a date that exists.
    const date: LegalDate = '2026-02-30';
    // @ts-expect-error -- a text is not yet an instant.
    const instant: Instant = 'yesterday';

    expect([amount, date, instant]).toHaveLength(3);
  });

  it('do not let a date stand for an instant, nor an instant for a date', () => {
    // @ts-expect-error -- a date has no time of day.
    const instant: Instant = legalDate('2026-02-09');
    // @ts-expect-error -- an instant has no date without a zone.
    const date: LegalDate = instantOf(0);

    expect([instant, date]).toHaveLength(2);
  });

  it('are plain data: JSON gives back what it took', () => {
    const state = { fee: fen(8_000), due: legalDate('2026-02-09'), at: instantOf(0) };

    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

describe('A decision that changes nothing', () => {
  it('keeps the state and announces nothing', () => {
    const state = { status: 'accepted' };
    const change: Change<typeof state, { type: 'accepted' }> = unchanged(state);

    expect(change).toEqual({ state, events: [] });
    expect(change.state).toBe(state);
  });
});

describe('An actor', () => {
  const clerk: Person = {
    kind: 'person',
    id: 'p-1',
    name: '王小明',
    roles: ['window-clerk'],
    region: '371502',
  };

  it('holds the duties it was given, one of them being enough', () => {
    expect(holds(clerk, 'window-clerk')).toBe(true);
    expect(holds(clerk, 'approver', 'window-clerk')).toBe(true);
    expect(holds(clerk, 'approver')).toBe(false);
    expect(holds(clerk)).toBe(false);
  });

  it.each<Actor>([
    { kind: 'service', id: 'approval-bureau' },
    { kind: 'law', id: 'approval-bureau' },
  ])('that is no person holds no duty: $kind', (actor) => {
    expect(holds(actor, 'window-clerk', 'administrator')).toBe(false);
  });
});

describe('A kind of aggregate', () => {
  it('ties a table to the types of its state and facts', () => {
    type Opened = { readonly type: 'opened' };
    const cases = aggregateKind<{ readonly number: string }, Opened>('case');
    const misuse = (changes: Changes) =>
      // @ts-expect-error -- "closed" is no fact of a case.
      changes.create(cases, 'c-1', { state: { number: '1' }, events: [{ type: 'closed' }] });

    expect(cases.name).toBe('case');
    expect(misuse).toBeInstanceOf(Function);
  });
});
