import { correctPaper } from './correct-paper.js';
import { contentOf } from './content-of-paper.js';
import type { Application, ItemResult } from './application.js';
import { takeNumbers, unnumbered } from './paper-numbers.js';
import { receiveResult } from './results.js';
import { inStatus, LATER } from '../../test/situations.js';

const REFUSED: ItemResult = {
  item: 'drainage-permit',
  itemName: '排水许可',
  decision: {
    number: 'C-01-D',
    outcome: 'refused',
    decidedAt: LATER,
    agency: 'bureau',
    agencyName: '审批局',
    reasons: ['出水水质不答标'],
  },
};

const decided = (): Application => receiveResult(inStatus('accepted'), REFUSED, LATER).state;
const drawn = new Map([['C-01-D', '审批局不准字〔2026〕第1号']]);

describe('The numbers of decisions', () => {
  it('are awaited from the issue of the paper until the register has told', () => {
    const { state, events } = takeNumbers(decided(), drawn);

    expect(unnumbered(inStatus('accepted'))).toEqual([]);
    expect(unnumbered(decided())).toEqual(['C-01-D']);
    expect(events).toEqual([
      { type: 'papers-numbered', papers: [{ reference: 'C-01-D', number: drawn.get('C-01-D') }] },
    ]);
    expect(unnumbered(state)).toEqual([]);
  });

  it('are taken up once', () => {
    expect(takeNumbers(takeNumbers(decided(), drawn).state, drawn).events).toEqual([]);
    expect(takeNumbers(decided(), new Map()).events).toEqual([]);
  });

  it('are not handed on to the paper that corrects one', () => {
    const { state } = takeNumbers(decided(), drawn);
    const original = {
      reference: 'C-01-D',
      content: contentOf(state, { kind: 'decision', number: 'C-01-D', item: 'drainage-permit' }),
    };
    const change = { field: 'wording', before: '答标', after: '达标' } as const;
    const corrected = correctPaper(state, original, { reason: '笔误', changes: [change] }, LATER);

    expect(unnumbered(corrected.state)).toEqual(['C-01-D-G1']);
  });
});
