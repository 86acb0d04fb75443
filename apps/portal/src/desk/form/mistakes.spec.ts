import type { Problem } from '../../api/replies.js';
import { sortedMistakes } from './mistakes.js';

const rule = (path: string | undefined, en: string): Problem['unmet'][number] => ({
  rule: en,
  message: { zh: `${en}（中）`, en },
  ...(path !== undefined && { path }),
});

const problem = (...unmet: Problem['unmet']): Problem => ({
  type: 'about:blank',
  title: '',
  status: 422,
  detail: '',
  instance: 'urn:x',
  code: 'decision-not-possible',
  messages: { zh: '', en: '' },
  unmet,
});

describe('The rules that an act did not meet', () => {
  it('stand at their fields, all of them, in the language of the page', () => {
    const { atFields, elsewhere } = sortedMistakes(
      problem(rule('reasons', 'give reasons'), rule('reasons', 'no more than 20')),
      ['reasons', 'legalBasis'],
      'zh',
    );

    expect(atFields.get('reasons')).toEqual(['give reasons（中）', 'no more than 20（中）']);
    expect(elsewhere).toEqual([]);
  });

  it('stand at the field that holds what they are about', () => {
    const { atFields } = sortedMistakes(
      problem(rule('reasons.3', 'too long'), rule('departments.0.question', 'ask something')),
      ['reasons', 'departments.0.question', 'departments'],
      'en',
    );

    expect([...atFields]).toEqual([
      ['reasons', ['too long']],
      ['departments.0.question', ['ask something']],
    ]);
  });

  it('stand above the form where no field is to blame', () => {
    const rules = [rule(undefined, 'review first'), rule('tracks.0', 'wait for the other')];

    expect(sortedMistakes(problem(...rules), ['reasons'], 'en').elsewhere).toEqual(rules);
  });
});
