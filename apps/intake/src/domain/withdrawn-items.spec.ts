import { inStatus, LATER } from '../../test/situations.js';
import type { Application, ItemResult } from './application.js';
import { noteCaseDecided, receiveResult } from './results.js';
import { takeWithdrawal } from './withdrawn-items.js';

const WITHDRAWN = { item: 'drainage-permit', withdrawnAt: LATER, reason: '方案取消' };

const ofTwo = (): Application => {
  const application = inStatus('accepted');
  const [item] = application.items;
  return { ...application, items: [item!, { ...item!, code: 'sign' }] };
};

const result: ItemResult = {
  item: 'sign',
  itemName: '户外广告',
  decision: {
    number: 'D',
    outcome: 'granted',
    decidedAt: LATER,
    agency: 'bureau',
    agencyName: '审批局',
    reasons: [],
  },
};

describe('An item that was withdrawn at the bureau', () => {
  it('withdraws the application with it where it was the last', () => {
    const { state, events } = takeWithdrawal(inStatus('accepted'), WITHDRAWN);

    expect(state).toMatchObject({ status: 'withdrawn', withdrawnAt: LATER });
    expect(events.map(({ type }) => type)).toEqual(['item-withdrawn', 'application-withdrawn']);
    expect(takeWithdrawal(state, WITHDRAWN).events).toEqual([]);
  });

  it.each([
    ['before', (of: Application) => takeWithdrawal(of, WITHDRAWN).state, (of: Application) => of],
    ['after', (of: Application) => of, (of: Application) => takeWithdrawal(of, WITHDRAWN).state],
  ])('is waited for no longer, told %s the results of the others', (_, first, last) => {
    const results = receiveResult(first(ofTwo()), result, LATER).state;
    const state = last(noteCaseDecided(results, LATER).state);

    expect(state.status).toBe('decided');
  });

  it('is none that was not applied for', () => {
    expect(() => takeWithdrawal(ofTwo(), { ...WITHDRAWN, item: 'tobacco' })).toThrow(
      'news-of-another-case',
    );
  });
});
