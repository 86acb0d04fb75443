import type { ProcessDefinition, StageDefinition } from './definition.js';
import { aDefinition, aStage, decision, REPORTED, review } from '../../../test/processes.js';
import { firstLevelOf } from './first-review.js';
import { unmetOfDefinition } from './unmet-of-definition.js';

const [check, first, opinion, deciding] = REPORTED.stages as [
  StageDefinition,
  StageDefinition,
  StageDefinition,
  StageDefinition,
];
const reportsTo = first.reportsTo!;

const faults = (stages: readonly StageDefinition[], returns: ProcessDefinition['returns'] = []) =>
  unmetOfDefinition(aDefinition(stages, returns)).map(({ rule, path }) => [rule, path]);

const { reportsTo: _, ...unnamed } = first;

describe('A process with a first review', () => {
  it('is published where everything lies before the report or behind it', () => {
    expect(unmetOfDefinition(REPORTED)).toEqual([]);
    expect([...firstLevelOf(REPORTED.stages)].toSorted()).toEqual(['check', 'first']);
    expect(firstLevelOf([review(), deciding])).toEqual(new Set());
  });

  it.each<[string, readonly StageDefinition[], readonly (readonly [string, string])[]]>([
    [
      'names nobody to report to',
      [check, unnamed, opinion, deciding],
      [['higher-agency-named', 'stages.1.reportsTo']],
    ],
    [
      'reports from another stage',
      [check, first, { ...opinion, reportsTo }, deciding],
      [['reported-by-the-first-review', 'stages.2.reportsTo']],
    ],
    [
      'has two first reviews',
      [
        check,
        first,
        aStage('again', ['first'], { kind: 'first-review', reportsTo }),
        review(['again']),
        deciding,
      ],
      [['one-first-review', 'stages.2.kind']],
    ],
    [
      'makes the first review depend on an answer',
      [check, { ...first, when: { field: 'area', atLeast: 1 } }, opinion, deciding],
      [['first-review-unconditional', 'stages.1.when']],
    ],
    [
      'has something beside the report',
      [check, first, aStage('beside'), review(['first', 'beside']), deciding],
      [
        ['before-or-after-the-report', 'stages.2.after'],
        ['not-around-the-report', 'stages.3.after'],
      ],
    ],
    [
      'lets the decision begin around the report',
      [check, first, review(['first', 'check'], { join: 'any' }), deciding],
      [['not-around-the-report', 'stages.2.after']],
    ],
    [
      'has the lower agency give the opinion',
      [review(), { ...first, after: ['review'] }, decision(['first'])],
      [['decided-after-the-report', 'stages.0.kind']],
    ],
    [
      'gives the first review more than the licensing law does',
      [
        check,
        {
          ...first,
          reportsTo: {
            ...reportsTo,
            within: { unit: 'working-day', days: 21, source: '行政许可法 43' },
          },
        },
        opinion,
        deciding,
      ],
      [['first-review-within-the-law', 'stages.1.reportsTo.within']],
    ],
    [
      'takes longer up to the report than its law',
      [{ ...check, workingDays: 6 }, first, opinion, deciding],
      [['term-within-the-law', 'stages.1.workingDays']],
    ],
    [
      'takes longer behind it than that of the decision',
      [check, first, { ...opinion, workingDays: 16 }, deciding],
      [['term-within-the-law', 'stages.3.workingDays']],
    ],
    [
      'has the first review done by a third agency',
      [check, { ...first, agency: 'fire-rescue' }, opinion, deciding],
      [['deciding-agency-decides', 'stages.1.agency']],
    ],
  ])('is refused where it %s', (_fault, stages, expected) => {
    expect(faults(stages)).toEqual(expected);
  });

  it('sends nothing back to the agency that reported', () => {
    expect(faults(REPORTED.stages, [{ from: 'decision', to: 'check' }])).toEqual([
      ['returned-at-its-own-level', 'returns.0'],
    ]);
  });
});

describe('A decision in batches', () => {
  it('is published where nothing of the process weighs the single case', () => {
    expect(faults([decision([], { inBatch: true })])).toEqual([]);
    expect(faults([review(), decision(['review'], { inBatch: true })])).toEqual([]);
  });

  it('is refused beside any stage that does, and on every other stage', () => {
    for (const kind of [
      'consultation',
      'inspection',
      'expert-review',
      'deliberation',
      'publicity',
    ] as const) {
      const weighing = aStage('weighing', [], {
        kind,
        role: kind === 'inspection' ? 'inspector' : 'approver',
      });
      expect(faults([weighing, decision(['weighing'], { inBatch: true })])).toEqual([
        ['batch-on-form-alone', 'stages.1.inBatch'],
      ]);
    }
    expect(faults([review([], { inBatch: true }), decision(['review'])])).toEqual([
      ['decisions-in-batch-only', 'stages.0.inBatch'],
    ]);
  });
});
