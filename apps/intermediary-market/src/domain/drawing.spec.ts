import { verifyDrawFile } from '@onewindow/draw';
import {
  aClosed,
  anAwarded,
  anEntered,
  APPEARED,
  aReading,
  at,
  CONFIRMATION,
  rulesOf,
  terms,
} from '../../test/fixtures.js';
import { drawAndAward, enterValue } from './drawing.js';

const EARLIER = at('05-11T14:59');

const confirm = (change: Partial<typeof CONFIRMATION>) => () =>
  drawAndAward(anEntered(), { ...CONFIRMATION, ...change }, APPEARED, terms);

describe('Entering the public value', () => {
  it('takes the value that the notice names, with its source and who read it', () => {
    expect(enterValue(aClosed(), aReading(), APPEARED).state).toMatchObject({
      status: 'closed',
      publicValue: { value: '3245.67', readAt: APPEARED, enteredBy: 'tang.yu' },
    });
  });

  it.each([
    { change: { issue: '2026-05-12' }, rule: 'value-that-the-notice-names' },
    { change: { publication: '深圳证券交易所' }, rule: 'value-that-the-notice-names' },
    { change: { value: '3,245.67' }, rule: 'value-in-the-named-form' },
    { change: { value: '' }, rule: 'value-in-the-named-form' },
  ])('is refused for $change', ({ change, rule }) => {
    expect(rulesOf(() => enterValue(aClosed(), aReading(change), APPEARED))).toEqual([rule]);
  });

  it('is refused before it has appeared, together with all else that is wrong', () => {
    const wrong = aReading({ issue: '2026-05-12', value: 'x' });

    expect(rulesOf(() => enterValue(aClosed(), aReading(), EARLIER))).toEqual([
      'value-has-appeared',
    ]);
    expect(rulesOf(() => enterValue(aClosed(), wrong, EARLIER))).toHaveLength(3);
  });

  it('again corrects it as long as nobody has confirmed', () => {
    const corrected = enterValue(anEntered(), aReading({ value: '3245.76' }), APPEARED).state;

    expect(corrected.publicValue).toMatchObject({ value: '3245.76' });
    expect(corrected.publicValue?.confirmedBy).toBeUndefined();
  });
});

describe('The draw', () => {
  it('is refused to who entered the value, with a differing reading, and without a first one', () => {
    expect(rulesOf(confirm({ by: 'tang.yu' }))).toEqual(['two-officers']);
    expect(rulesOf(confirm({ value: '3245.76' }))).toEqual(['both-readings-agree']);
    expect(rulesOf(confirm({ by: 'tang.yu', value: '1.00' }))).toHaveLength(2);
    expect(rulesOf(() => drawAndAward(aClosed(), CONFIRMATION, APPEARED, terms))).toEqual([
      'value-entered-first',
    ]);
  });

  it('is not made with another seed than the one that the notice is bound to', () => {
    expect(confirm({ seed: 'b'.repeat(64) })).toThrow();
  });

  it('and the award are one change', () => {
    const { state, events } = confirm({})();

    expect(state.status).toBe('awarded');
    expect(events.map(({ type }) => type)).toEqual(['agency-drawn', 'project-awarded']);
    expect(state.awards).toMatchObject([
      { place: 1, agency: { creditCode: state.draw?.ranking[0]?.creditCode } },
    ]);
  });

  it('makes a file that verifies against what was published, the same each time', () => {
    const { draw, notice, list } = anAwarded();

    expect(verifyDrawFile(draw, { notice: notice.hash, list: list?.hash ?? '' })).toEqual([]);
    expect(anAwarded().draw).toEqual(draw);
  });

  it('ranks everybody who is on the list, once', () => {
    const { draw, list } = anAwarded(7);

    expect(draw?.ranking.map(({ creditCode }) => creditCode).sort()).toEqual(
      list?.entries.map(({ creditCode }) => creditCode).sort(),
    );
  });
});
