import { aDefinition, aStage, decision, LARGE, review } from '../../../test/processes.js';
import type { ProcessDefinition } from './definition.js';
import { unmetOfDefinition, workingDaysWithin } from './unmet-of-definition.js';

const faultsOf = (definition: ProcessDefinition) =>
  unmetOfDefinition(definition).map(({ rule, path }) => `${rule} ${path}`);

const plain = [review(), decision(['review'])];

describe('A definition of a process', () => {
  it('may have parallel stages, conditions, joins and declared returns', () => {
    expect(faultsOf(LARGE)).toEqual([]);
    expect(faultsOf(aDefinition(plain))).toEqual([]);
  });

  it('may be a single decision at the window', () => {
    expect(faultsOf(aDefinition([decision([])]))).toEqual([]);
  });

  it.each<[string, ProcessDefinition, readonly string[]]>([
    [
      'a stage that is listed twice',
      aDefinition([...plain, aStage('review')]),
      ['stage-listed-once stages.2.code'],
    ],
    [
      'a predecessor that does not exist',
      aDefinition([review(), decision(['review', 'nowhere'])]),
      ['predecessor-known stages.1.after.1'],
    ],
    ['a dead end', aDefinition([...plain, aStage('lonely', ['review'])]), ['no-dead-end stages.2']],
    [
      'a stage after the decision',
      aDefinition([...plain, aStage('late', ['decision'])]),
      ['no-dead-end stages.2', 'nothing-after-decision stages.1'],
    ],
    ['no decision', aDefinition([review()]), ['no-dead-end stages.0', 'one-deciding-stage stages']],
    [
      'two decisions',
      aDefinition([...plain, { ...decision(['review']), code: 'second' }]),
      ['one-deciding-stage stages'],
    ],
    [
      'a decision under a condition',
      aDefinition([review(), decision(['review'], { when: { field: 'x', present: true } })]),
      ['decision-unconditional stages.1.when'],
    ],
    [
      'a cycle, and what lies behind it',
      aDefinition([
        review([]),
        aStage('one', ['two']),
        aStage('two', ['one']),
        decision(['review', 'two']),
      ]),
      ['no-cycle stages.1.after', 'no-cycle stages.2.after', 'stage-reachable stages.3'],
    ],
    [
      'a join of more than there are',
      aDefinition([review(), aStage('b'), decision(['review', 'b'], { join: 3 })]),
      ['join-satisfiable stages.2.join'],
    ],
    [
      'a join of nothing',
      aDefinition([review([], { join: 'any' }), decision(['review'])]),
      ['join-has-branches stages.0.join'],
    ],
    [
      'a join of half a stage',
      aDefinition([review(), aStage('b'), decision(['review', 'b'], { join: 1.5 })]),
      ['join-satisfiable stages.2.join'],
    ],
    [
      'a role that the stage is not for',
      aDefinition([review([], { role: 'applicant' }), decision(['review'])]),
      ['role-fits-stage stages.0.role'],
    ],
    [
      'a decision of another agency',
      aDefinition([review(), decision(['review'], { agency: 'fire-rescue' })]),
      ['deciding-agency-decides stages.1.agency'],
    ],
    [
      'a second opinion',
      aDefinition([review(), { ...review(['review']), code: 'again' }, decision(['again'])]),
      ['one-review stages.1.kind'],
    ],
    [
      'a return that leads forward',
      aDefinition(plain, [{ from: 'review', to: 'decision' }]),
      ['return-leads-back returns.0'],
    ],
    [
      'a return from nowhere',
      aDefinition(plain, [{ from: 'nowhere', to: 'review' }]),
      ['return-known returns.0'],
    ],
    [
      'a condition that is none',
      aDefinition([
        review(),
        aStage('b', ['review'], { when: { field: 'x', equals: [] } as never }),
        decision(['b']),
      ]),
      ['condition-value stages.1.when.equals'],
    ],
    [
      'terms that together pass the statutory one',
      aDefinition([review([], { workingDays: 15 }), decision(['review'], { workingDays: 6 })]),
      ['term-within-the-law stages.1.workingDays'],
    ],
  ])('with %s is told where', (_, definition, faults) => {
    expect(faultsOf(definition)).toEqual(faults);
  });

  it('is told all its faults at once', () => {
    const wrong = aDefinition(
      [review(['nowhere'], { role: 'applicant' }), decision(['review'], { agency: 'x' })],
      [{ from: 'review', to: 'decision' }],
    );

    expect(faultsOf(wrong)).toHaveLength(4);
  });

  it('counts side by side what goes on side by side', () => {
    const side = aDefinition([
      review([], { workingDays: 5 }),
      aStage('a', ['review'], { workingDays: 10 }),
      aStage('b', ['review'], { workingDays: 10 }),
      decision(['a', 'b'], { workingDays: 5 }),
    ]);

    expect(faultsOf(side)).toEqual([]);
  });

  it('has no more working days in calendar days than there can be', () => {
    expect(workingDaysWithin({ unit: 'calendar-day', days: 7, source: '建筑法 8' })).toBe(5);
    expect(workingDaysWithin({ unit: 'calendar-day', days: 6, source: 'x' })).toBe(6);
  });
});
