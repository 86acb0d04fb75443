import { instantOf } from '@onewindow/kernel';
import type { Application, IssuedPaper } from './application.js';
import { correctPaper, type PaperCorrection } from './correct-paper.js';
import type { PaperContent } from './paper-content.js';

const NOW = instantOf('2026-05-21T10:00:00+08:00');
const REFERENCE = '379900-20260427-000001-01-D';

const content: PaperContent = {
  applicationNumber: 'SQ20260427-000001',
  holder: { name: '海棠小馆', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '海棠小馆', address: '市民路' },
  item: { code: 'food', name: '食品经营许可' },
  body: {
    kind: 'decision-granted',
    decidedAt: NOW,
    reasons: ['场所合符要求'],
    legalBasis: ['食品安全法 35'],
  },
};

const aPaper = (rest: Partial<IssuedPaper> = {}): IssuedPaper => ({
  number: REFERENCE,
  kind: 'decision',
  title: '准予行政许可决定书',
  issuedBy: '海棠市行政审批服务局',
  issuedAt: NOW,
  item: 'food',
  ...rest,
});

const withPapers = (papers: readonly IssuedPaper[], rest: Partial<Application> = {}) =>
  ({ papers, electronicService: true, applicantAccount: 'lin.yue', ...rest }) as Application;

const aCorrection = (
  change: Partial<PaperCorrection['changes'][number]> = {},
): PaperCorrection => ({
  reason: '错字',
  changes: [{ field: 'wording', before: '合符', after: '符合', ...change }],
});

const correct = (
  application: Application,
  correction = aCorrection(),
  original: { readonly reference: string; readonly content?: PaperContent } = {
    reference: REFERENCE,
    content,
  },
) => correctPaper(application, original, correction, NOW);

describe('Correcting a clerical error', () => {
  it('issues a paper of its own with the corrected text, which names the first and the reason', () => {
    const { state, events } = correct(withPapers([aPaper()]));

    expect(state.papers.map(({ number }) => number)).toEqual([REFERENCE, `${REFERENCE}-G1`]);
    expect(state.papers[0]).toEqual(aPaper());
    expect(events[0]).toMatchObject({
      type: 'paper-issued',
      paper: { number: `${REFERENCE}-G1`, corrects: REFERENCE },
      content: {
        body: { reasons: ['场所符合要求'], legalBasis: ['食品安全法 35'] },
        corrects: { number: REFERENCE, reason: '错字' },
      },
    });
  });

  it('counts on where a paper is corrected once more', () => {
    const once = aPaper({ number: `${REFERENCE}-G1`, corrects: REFERENCE });
    const { state } = correct(withPapers([aPaper(), once]), aCorrection(), {
      reference: `${REFERENCE}-G1`,
      content,
    });

    expect(state.papers.at(-1)).toMatchObject({
      number: `${REFERENCE}-G2`,
      corrects: `${REFERENCE}-G1`,
    });
  });

  it.each([
    [
      'a paper that was corrected before',
      withPapers([aPaper(), aPaper({ number: `${REFERENCE}-G1`, corrects: REFERENCE })]),
      aCorrection(),
      'newest-corrected',
    ],
    [
      'a decision that was quashed',
      withPapers([aPaper()], { quashed: [REFERENCE] }),
      aCorrection(),
      'decision-stands',
    ],
    [
      'words that do not stand there',
      withPapers([aPaper()]),
      aCorrection({ before: '不在文中' }),
      'error-is-there',
    ],
    [
      'a change of nothing',
      withPapers([aPaper()]),
      aCorrection({ after: '合符' }),
      'error-is-there',
    ],
    [
      'the legal basis',
      withPapers([aPaper()]),
      aCorrection({ before: '食品安全法 35', after: '食品安全法 36' }),
      'error-is-there',
    ],
    ['no reason', withPapers([aPaper()]), { ...aCorrection(), reason: ' ' }, 'reason-given'],
  ])('is refused for %s', (_what, application, correction, rule) => {
    expect(() => correct(application, correction)).toThrow(rule);
  });

  it('is refused where what the paper says was not kept', () => {
    expect(() => correct(withPapers([aPaper()]), aCorrection(), { reference: REFERENCE })).toThrow(
      'content-on-file',
    );
  });
});
