import { instantOf } from '@onewindow/kernel';
import { inStatus, LATER } from '../../test/situations.js';
import { publishedDecision } from '../views/published-decision.js';
import type { Application } from './application.js';
import { markConfidential, unmetOfMarks } from './confidentiality.js';
import { publicChanges, takeRuling, withheldOf } from './publication.js';
import type { ConfidentialityMark, Protection } from './publication-ruling.js';

const DECISION = 'C-01-D';
const CHANGED = instantOf('2026-06-01T10:00:00+08:00');
const AGAIN = instantOf('2026-07-01T10:00:00+08:00');
const RECIPE: Protection = { kind: 'trade-secret', parts: ['conditions'], reason: '配方' };
const WHAT: Protection = { kind: 'trade-secret', parts: ['item', 'holder'], reason: '意图' };
const SECRET: Protection = { kind: 'state-secret', parts: [], reason: '定密', classifiedBy: '3号' };
const MARK: ConfidentialityMark = { kind: 'trade-secret', parts: ['holder'], reason: '尚未公开' };

const decided = (): Application => ({
  ...inStatus('accepted'),
  papers: [{ number: DECISION, kind: 'decision', title: '', issuedBy: '审批局', issuedAt: LATER }],
});
const ruling = (protection: readonly Protection[], ruledAt = LATER) => ({
  decision: DECISION,
  ruledAt,
  protection,
});

describe('A ruling about publication', () => {
  it('is taken once, however often it is told, and of a decision that is here', () => {
    const { state, events } = takeRuling(decided(), ruling([RECIPE]));

    expect(events).toMatchObject([
      { type: 'publication-ruled', parts: ['conditions'], secret: false },
    ]);
    expect(takeRuling(state, ruling([RECIPE])).events).toEqual([]);
    expect(() => takeRuling(decided(), { ...ruling([]), decision: 'other' })).toThrow(
      'news-of-another-case',
    );
  });

  it('holds if it was made last, in whatever order the rulings are told', () => {
    const last = takeRuling(decided(), ruling([SECRET], CHANGED)).state;
    const { state, events } = takeRuling(last, ruling([RECIPE], LATER));

    expect(events).toMatchObject([{ secret: true, parts: [] }]);
    expect(state.publication?.[DECISION]?.map(({ ruledAt }) => ruledAt)).toEqual([LATER, CHANGED]);
  });

  it('withholds the legal basis with the item, which it tells', () => {
    expect(withheldOf([WHAT])).toEqual([
      { kind: 'trade-secret', parts: ['item', 'holder', 'legal-basis'] },
    ]);
  });
});

describe('What the public is told of changes', () => {
  it('begins after the decision, and leaves out every time in which it was a state secret', () => {
    const rulings = [
      { ruledAt: LATER, protection: [RECIPE] },
      { ruledAt: CHANGED, protection: [SECRET] },
      { ruledAt: AGAIN, protection: [] },
    ];

    expect(publicChanges(rulings, LATER)).toEqual([{ changedAt: AGAIN, withheld: [] }]);
  });
});

describe('A published decision', () => {
  const row = {
    number: '准字1号',
    reference: DECISION,
    agency: '审批局',
    item: 'drainage-permit',
    itemName: '排水许可',
    holder: '临江小馆',
    issuedAt: LATER,
    corrects: 'C-01-D',
    ofPerson: false,
  };
  const shown = (withheld: string[], protection: readonly Protection[]) =>
    publishedDecision(
      { ...row, withheld },
      { replaced: false, quashed: false, rulings: [{ ruledAt: LATER, protection }] },
    );

  it('shows nothing of what is withheld, neither the number of the case nor the reason', () => {
    const text = JSON.stringify(shown(['item', 'holder', 'legal-basis'], [WHAT]));

    expect(text).not.toMatch(/drainage|排水|临江|C-01|意图/);
    expect(text).toContain('trade-secret');
  });

  it('shows all that can be told apart from what is withheld', () => {
    expect(shown(['conditions'], [RECIPE])).toMatchObject({
      holder: '临江小馆',
      reference: DECISION,
      withheld: [{ kind: 'trade-secret', parts: ['conditions'] }],
    });
  });
});

describe('Marks of an applicant', () => {
  it('take the place of those before, and change nothing when said again', () => {
    const { state, events } = markConfidential(decided(), [MARK], LATER);

    expect(events).toMatchObject([{ type: 'confidentiality-marked', marks: [MARK] }]);
    expect(markConfidential(state, [MARK], CHANGED).events).toEqual([]);
    expect(markConfidential(state, [], CHANGED).state.confidential).toEqual([]);
  });

  it('are the same again in whatever order their fields are stored', () => {
    const item = decided().items[0]!.code;
    const { state } = markConfidential(decided(), [{ item, ...MARK }], LATER);

    expect(markConfidential(state, [{ ...MARK, item }], CHANGED).events).toEqual([]);
    expect(markConfidential(state, [MARK], CHANGED).events).toHaveLength(1);
  });

  it('are refused with everything that is wrong', () => {
    const marks = [{ ...MARK, item: 'tobacco', reason: ' ' }];

    expect(unmetOfMarks(marks, decided().items).map(({ rule, path }) => [rule, path])).toEqual([
      ['marked-item-applied-for', 'marks.0.item'],
      ['mark-gives-reason', 'marks.0.reason'],
    ]);
    expect(() => markConfidential(inStatus('withdrawn'), [MARK], LATER)).toThrow(
      'marking-not-possible',
    );
  });
});
