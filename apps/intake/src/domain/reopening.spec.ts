import { instantOf } from '@onewindow/kernel';
import { inStatus, LATER } from '../../test/situations.js';
import type { Application, ItemReopening, ItemResult } from './application.js';
import { reopenItem } from './reopening.js';
import { dispatchResults, noteCaseDecided, receiveResult, resultPapers } from './results.js';

const QUASHED = instantOf('2026-06-20T09:00:00+08:00');
const ANEW = instantOf('2026-07-01T09:00:00+08:00');

const result = (number: string): ItemResult => ({
  item: 'drainage-permit',
  itemName: '排水许可',
  decision: {
    number,
    outcome: 'refused',
    decidedAt: LATER,
    agency: 'bureau',
    agencyName: '审批局',
    reasons: ['超标'],
  },
});

const REOPENING: ItemReopening = {
  item: 'drainage-permit',
  quashedDecision: 'D',
  body: '海棠市人民政府',
  documentNumber: '海政复决字〔2026〕12号',
  effectiveOn: '2026-06-18',
  reopenedAt: QUASHED,
};

const decided = (): Application =>
  noteCaseDecided(receiveResult(inStatus('accepted'), result('D'), LATER).state, LATER).state;
const dispatched = () =>
  dispatchResults(decided(), { method: 'window', receivedBy: '林悦' }, LATER).state;

const reopen = (application: Application, change: Partial<ItemReopening> = {}) =>
  reopenItem(application, {
    reopening: { ...REOPENING, ...change },
    statutory: { due: '2026-07-16' },
  });

describe('An application of which a decision was quashed', () => {
  it.each([
    ['decided', decided],
    ['dispatched', dispatched],
  ])('that was %s waits for the new one, with its new date', (_, before) => {
    const { state, events } = reopen(before());

    expect(state).toMatchObject({ status: 'accepted', results: [], reopenedAt: QUASHED });
    expect(state).not.toHaveProperty('caseDecidedAt');
    expect(state.tracks.find(({ item }) => item === 'drainage-permit')?.statutory ?? {}).toEqual(
      state.tracks.length === 0 ? {} : { due: '2026-07-16' },
    );
    expect(events[0]).toEqual({ type: 'item-reopened', reopening: REOPENING });
  });

  it('is told of it once, however often', () => {
    expect(reopen(reopen(decided()).state).events).toEqual([]);
  });

  it('does not take the old news that all is decided for the new one', () => {
    const waiting = reopen(decided()).state;

    expect(noteCaseDecided(waiting, LATER).events).toEqual([]);
    expect(noteCaseDecided(waiting, ANEW).events).toMatchObject([{ type: 'case-decided' }]);
  });

  it('takes the new decision, and hands out that one and not the old', () => {
    const waiting = reopen(dispatched()).state;
    const again = receiveResult(waiting, result('D2'), ANEW).state;
    const complete = noteCaseDecided(again, ANEW).state;

    expect(complete.status).toBe('decided');
    expect(complete.papers.map(({ number }) => number)).toContain('D');
    expect(resultPapers(complete)).toEqual(['D2']);
    expect(
      dispatchResults(complete, { method: 'window', receivedBy: '林悦' }, ANEW).state.status,
    ).toBe('dispatched');
  });

  it('does not know of items that nobody applied for', () => {
    expect(() => reopen(decided(), { item: 'tobacco' })).toThrow('news-of-another-case');
  });
});
