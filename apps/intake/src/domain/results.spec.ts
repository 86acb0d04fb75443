import { instantOf } from '@onewindow/kernel';
import type { Application, ItemResult } from './application.js';
import {
  announceTerms,
  dispatchResults,
  noteCaseDecided,
  rate,
  receiveResult,
  renewTerm,
  takeExtension,
} from './results.js';
import { inStatus, LATER } from '../../test/situations.js';

const ARRIVED = instantOf('2026-04-29T15:00:03+08:00');

const GRANTED: ItemResult = {
  item: 'drainage-permit',
  itemName: '排水许可',
  decision: {
    number: '决〔2026〕1号',
    outcome: 'granted',
    decidedAt: LATER,
    agency: 'bureau',
    agencyName: '审批局',
    reasons: [],
  },
  licence: { number: 'PS-1', name: '排水许可证', validFrom: '2026-05-14', verificationCode: 'c' },
};

const decided = (change: Partial<Application> = {}): Application =>
  noteCaseDecided(
    receiveResult({ ...inStatus('accepted'), ...change }, GRANTED, ARRIVED).state,
    LATER,
  ).state;

describe('Results of a case', () => {
  it('arrive as papers, each with its service record', () => {
    expect(decided().papers.map(({ kind, service }) => [kind, service?.method])).toEqual([
      ['decision', 'electronic'],
      ['licence', 'electronic'],
    ]);
  });

  it('are served electronically when they stand in the account, not when they were decided', () => {
    expect(decided().papers.map(({ issuedAt, service }) => [issuedAt, service?.servedAt])).toEqual([
      [LATER, ARRIVED],
      [LATER, ARRIVED],
    ]);
  });

  it('are not taken for an item that was not applied for', () => {
    expect(() =>
      receiveResult(inStatus('accepted'), { ...GRANTED, item: 'tobacco' }, ARRIVED),
    ).toThrow('news-of-another-case');
  });

  it('arrive once, however often they are told', () => {
    expect(receiveResult(decided(), GRANTED, ARRIVED).events).toEqual([]);
    expect(noteCaseDecided(decided(), LATER).events).toEqual([]);
  });

  it('are complete with the last of both, the results and the news that all is decided, in whatever order', () => {
    const early = noteCaseDecided(inStatus('accepted'), LATER);

    expect(early.state.status).toBe('accepted');
    expect(receiveResult(early.state, GRANTED, ARRIVED).state.status).toBe('decided');
    expect(decided().status).toBe('decided');
  });

  it('leave the window together', () => {
    const { state, events } = dispatchResults(
      decided(),
      { method: 'window', receivedBy: '林悦' },
      LATER,
    );

    expect(state.status).toBe('dispatched');
    expect(events).toEqual([
      { type: 'results-dispatched', dispatchedAt: LATER, papers: ['决〔2026〕1号', 'PS-1'] },
    ]);
  });

  it('are served with the dispatch on an applicant who is not served electronically', () => {
    const { state } = dispatchResults(
      decided({ electronicService: false }),
      { method: 'window', receivedBy: '林悦' },
      LATER,
    );

    expect(state.papers.map(({ service }) => service)).toEqual([
      { method: 'window', servedAt: LATER, receivedBy: '林悦' },
      { method: 'window', servedAt: LATER, receivedBy: '林悦' },
    ]);
  });

  it('are on their way, and not served yet, when they leave by post', () => {
    const { state, events } = dispatchResults(
      decided({ electronicService: false }),
      { method: 'post', receivedBy: '林悦' },
      LATER,
    );

    expect(state.status).toBe('dispatched');
    expect(events.map(({ type }) => type)).toEqual(['results-dispatched']);
    expect(state.papers.filter(({ service }) => service !== undefined)).toEqual([]);
  });

  it('are not dispatched electronically to whoever has not agreed to that', () => {
    const dispatch = (electronicService: boolean) => () =>
      dispatchResults(
        decided({ electronicService }),
        { method: 'electronic', receivedBy: '林悦' },
        LATER,
      ).state.status;

    expect(dispatch(false)).toThrow('electronic-service-agreed');
    expect(dispatch(true)()).toBe('dispatched');
  });

  it('cannot be dispatched before all are decided', () => {
    expect(() =>
      dispatchResults(inStatus('accepted'), { method: 'post', receivedBy: 'x' }, LATER),
    ).toThrow('action-not-allowed-in-state');
  });
});

describe('Rating', () => {
  const dispatched = dispatchResults(
    decided(),
    { method: 'window', receivedBy: '林悦' },
    LATER,
  ).state;

  it('is possible once', () => {
    const { state } = rate(dispatched, { stars: 5, remark: '好' }, LATER);

    expect(state.rating).toEqual({ stars: 5, remark: '好', ratedAt: LATER });
    expect(() => rate(state, { stars: 1 }, LATER)).toThrow('rating-not-possible');
  });

  it('opens with the dispatch', () => {
    expect(() => rate(decided(), { stars: 5 }, LATER)).toThrow('rating-not-possible');
  });
});

describe('Dates of the tracks', () => {
  const accepted = {
    ...inStatus('accepted'),
    tracks: [
      {
        item: 'drainage-permit',
        itemName: '排水',
        agency: 'bureau',
        statutory: { due: '2026-05-29' },
      },
    ],
  };

  it('are told once, however often they come', () => {
    const later = [{ ...accepted.tracks[0]!, statutory: { due: '2026-06-01' } }];
    const told = announceTerms(accepted, { tracks: later });

    expect(told.events).toEqual([{ type: 'term-announced', tracks: later }]);
    expect(announceTerms(told.state, { tracks: later }).events).toEqual([]);
    const renewal = { item: 'drainage-permit', statutory: { due: '2026-06-08' } };
    expect(renewTerm(renewTerm(accepted, renewal).state, renewal).events).toEqual([]);
  });

  it('are not moved back by news of the opening that comes after a suspension', () => {
    const moved = renewTerm(accepted, {
      item: 'drainage-permit',
      statutory: { due: '2026-06-08' },
    });

    const { state } = announceTerms(moved.state, { tracks: accepted.tracks });

    expect(state.tracks).toMatchObject([{ statutory: { due: '2026-06-08' } }]);
  });
});

describe('An extended term', () => {
  const told = {
    notice: { number: 'C-01-E', issuedBy: '审批局', issuedAt: LATER, item: 'drainage-permit' },
    item: 'drainage-permit',
    statutory: { due: '2026-06-12' },
  };
  const accepted = (): Application => ({
    ...inStatus('accepted'),
    tracks: [
      {
        item: 'drainage-permit',
        itemName: '排水许可',
        agency: 'bureau',
        statutory: { due: '2026-05-29' },
      },
    ],
  });

  it('reaches the applicant as a paper with its service record, and the date moves', () => {
    const { state, events } = takeExtension(accepted(), told, ARRIVED);

    expect(state.tracks).toMatchObject([{ statutory: { due: '2026-06-12' }, renewed: true }]);
    expect(state.papers).toMatchObject([
      { number: 'C-01-E', kind: 'term-extension-notice', service: { servedAt: ARRIVED } },
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'paper-issued',
      'paper-served',
      'term-announced',
    ]);
  });

  it('is taken in once, however often it is told', () => {
    const { state } = takeExtension(accepted(), told, ARRIVED);

    expect(takeExtension(state, told, ARRIVED).events).toEqual([]);
  });

  it('of the joint handling moves the date of no track', () => {
    const { item: _, ...joint } = told;

    const opened = announceTerms(accepted(), { tracks: [], jointTerm: { due: '2026-07-06' } });
    const { state, events } = takeExtension(opened.state, joint, ARRIVED);

    expect(opened.events.map(({ type }) => type)).toEqual(['joint-term-announced']);
    expect(state.tracks).toEqual(accepted().tracks);
    expect(state.jointTerm).toEqual({ due: '2026-06-12' });
    expect(events.at(-1)).toEqual({
      type: 'joint-term-announced',
      jointTerm: { due: '2026-06-12' },
    });
  });
});
