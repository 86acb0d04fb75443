import type { Answers, Refusal } from '@onewindow/kernel';
import { aTree } from '../../../test/a-tree.js';
import { followGuidance } from './follow.js';
import type { GuidanceTree, GuidingBranch, GuidingQuestion } from './guidance.js';
import { unmetOfGuidance } from './guidance-soundness.js';

const KNOWN = {
  isOffered: (item: string) => ['food-permit', 'fire-check', 'tobacco-permit'].includes(item),
  isBundle: (code: string) => code === 'tea-house',
};
const rulesAndPaths = (tree: GuidanceTree) =>
  unmetOfGuidance(tree, KNOWN).map(({ rule, path }) => `${rule} ${path ?? ''}`);

/** The tree with one question changed. */
const changed = (id: string, change: Partial<GuidingQuestion>): GuidanceTree => {
  const tree = aTree();
  const questions = tree.questions.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...tree, questions };
};
const next = (id: string, ...branches: GuidingBranch[]) => changed(id, { next: branches });
const [, small = aTree().outcomes[0]!] = aTree().outcomes;

describe('A tree of questions', () => {
  it('is sound where every way through it ends', () => {
    expect(rulesAndPaths(aTree({ bundle: 'tea-house' }))).toEqual([]);
  });

  it.each<[string, GuidanceTree, string]>([
    ['a start that is none', aTree({ start: 'small' }), 'start-is-a-question start'],
    [
      'one id twice',
      aTree({ outcomes: [...aTree().outcomes, { ...small, id: 'area' }] }),
      'id-named-once questions',
    ],
    [
      'an id that no condition can name',
      changed('area', { id: '面积' }),
      'question-id questions.1.id',
    ],
    [
      'a choice of one',
      changed('licence', { options: [{ value: 'yes', zh: '是', en: 'Yes' }] }),
      'options-to-choose questions.0.options',
    ],
    [
      'a number with options',
      changed('area', { options: [{ value: 'a', zh: 'a', en: 'a' }] }),
      'options-to-choose questions.1.options',
    ],
    [
      'bounds that exclude all',
      changed('area', { minimum: 9, maximum: 8 }),
      'bounds-agree questions.1.minimum',
    ],
    [
      'a branch to nowhere',
      next('area', { to: 'nowhere' }),
      'branch-leads-somewhere questions.1.next.0.to',
    ],
    [
      'a condition that is none',
      next('area', { when: {}, to: 'small' }, { to: 'sells' }),
      'condition-shape questions.1.next.0.when',
    ],
    [
      'a condition on no question',
      next('area', { when: { field: 'x', equals: 1 }, to: 'small' }, { to: 'sells' }),
      'condition-field-known questions.1.next.0.when.field',
    ],
    [
      'a condition that never holds',
      next('area', { when: { field: 'area', equals: 'a' }, to: 'small' }, { to: 'sells' }),
      'condition-fits-field questions.1.next.0.when',
    ],
    [
      'a branch behind all others',
      next('area', { to: 'sells' }, { when: { field: 'area', atMost: 9 }, to: 'small' }),
      'otherwise-comes-last questions.1.next.0',
    ],
    ['an item that is not offered', aTree({ item: 'music-permit' }), 'item-published item'],
    ['a bundle that is not published', aTree({ bundle: 'bar' }), 'bundle-published bundle'],
    [
      'nothing to be eligible for',
      aTree({ outcomes: aTree().outcomes.map((each) => ({ ...each, items: [] })) }),
      'eligible-for-something outcomes.0.items',
    ],
    [
      'no reason why not',
      aTree({ outcomes: aTree().outcomes.map((each) => ({ ...each, reasons: [] })) }),
      'reason-given outcomes.3.reasons',
    ],
    [
      'an outcome that nobody reaches',
      next('area', { to: 'sells' }),
      'reached-by-somebody outcomes',
    ],
    [
      'a question that nobody reaches',
      next('area', { to: 'small' }),
      'reached-by-somebody questions',
    ],
    [
      'a question turned on before it is asked',
      next('area', { when: { field: 'sells', equals: 'tea' }, to: 'small' }, { to: 'sells' }),
      'asked-before questions.1.next.0.when',
    ],
    [
      'a choice without a way',
      next('licence', { when: { field: 'licence', equals: 'yes' }, to: 'area' }),
      'answers-covered questions.0.next',
    ],
    [
      'a number between two branches',
      next(
        'area',
        { when: { field: 'area', atMost: 199 }, to: 'small' },
        { when: { field: 'area', atLeast: 200 }, to: 'sells' },
      ),
      'answers-covered questions.1.next',
    ],
    [
      'a set without a way',
      next(
        'sells',
        { when: { field: 'sells', equals: 'tobacco' }, to: 'all' },
        { when: { field: 'sells', equals: 'tea' }, to: 'large' },
      ),
      'answers-covered questions.2.next',
    ],
  ])('is refused by its place: %s', (_, tree, expected) => {
    expect(rulesAndPaths(tree)).toContain(expected);
  });

  it('is refused with the circle in which it would ask for ever', () => {
    const [fault] = unmetOfGuidance(next('sells', { to: 'area' }), KNOWN);
    expect(fault?.message.en).toContain('area → sells → area');
  });

  it('is told with an answer that leads nowhere', () => {
    const tree = next('area', { when: { field: 'area', atMost: 199 }, to: 'small' });
    const [fault] = unmetOfGuidance(tree, KNOWN).filter(({ rule }) => rule === 'answers-covered');
    expect(fault?.message.en).toContain('{"area":10000}');
  });
});

describe('Following a tree', () => {
  const follow = (answers: Answers) => followGuidance(aTree(), answers);

  it('asks one question after the other, and ends with an outcome', () => {
    expect(follow({}).question?.id).toBe('licence');
    expect(follow({ licence: 'yes' }).question?.id).toBe('area');
    expect(follow({ licence: 'yes', area: 80 })).toMatchObject({
      answered: ['licence', 'area'],
      outcome: { id: 'small' },
    });
    expect(follow({ licence: 'yes', area: 300, sells: ['tea', 'tobacco'] }).outcome?.id).toBe(
      'all',
    );
    expect(follow({ licence: 'yes', area: 300, sells: [] }).outcome?.id).toBe('large');
    expect(follow({ licence: 'no' }).outcome).toMatchObject({ eligible: false });
  });

  it('does not count answers to questions that are not on the way', () => {
    expect(follow({ licence: 'no', area: 'large', toString: 1 })).toMatchObject({
      answered: ['licence'],
      outcome: { id: 'first-a-licence' },
    });
  });

  it.each<[string, Answers]>([
    ['answers.licence', { licence: 'perhaps' }],
    ['answers.licence', { licence: ['yes'] }],
    ['answers.area', { licence: 'yes', area: '80' }],
    ['answers.area', { licence: 'yes', area: 0 }],
    ['answers.area', { licence: 'yes', area: 10_001 }],
    ['answers.sells', { licence: 'yes', area: 300, sells: 'tea' }],
    ['answers.sells', { licence: 'yes', area: 300, sells: ['wine'] }],
  ])('refuses what is no answer: %s', (path, answers) => {
    const refused = () => follow(answers);
    expect(refused).toThrow('answer-not-possible');
    try {
      refused();
    } catch (refusal) {
      expect((refusal as Refusal).unmet[0]?.path).toBe(path);
    }
  });

  it('ends for every answer that a sound tree asks for', () => {
    for (const licence of ['yes', 'no'])
      for (const area of [1, 199, 199.5, 200, 10_000])
        for (const sells of [[], ['tea'], ['tobacco'], ['tea', 'tobacco']])
          expect(follow({ licence, area, sells }).outcome).toBeDefined();
  });
});
