import { legalDate } from '@onewindow/kernel';
import {
  APPEAL_TERMS,
  counting,
  decider,
  means,
  on,
  REFUSE,
  refusalOf,
  REPORT,
  reviewer,
  tracks,
} from '../../../test/fixtures.js';

import { appealTermsOf, type AppealTerms } from './appeal.js';
import { decide } from './decision.js';
import { recordOpinion } from './opinion.js';
import { reopenTrack } from './reopening.js';
import { appealUntil, takeNumber, takeService, type ServiceTold } from './service.js';
import type { Track } from './track.js';

const refused = tracks.refused();
const DECISION = refused.decision?.number ?? '';
const told = (date: string, paper = DECISION): ServiceTold => ({
  decision: DECISION,
  paper,
  servedAt: on(date),
  how: 'window',
});

const served = (date: string, terms: AppealTerms = APPEAL_TERMS, track: Track = refused): Track =>
  takeService(track, told(date), terms).state;

const until = (track: Track) => appealUntil(track, counting.calendar);

describe('The terms of appeal', () => {
  it('do not run before the decision was served', () => {
    expect(until(refused)).toBeUndefined();
  });

  it.each([
    // The sixtieth day after the service, and the same day six months later.
    ['2026-02-10', '2026-04-13', '2026-08-10', 'rolls over a Saturday, 2026-04-11'],
    ['2026-03-02', '2026-05-06', '2026-09-02', 'rolls over the holiday of May'],
    ['2026-04-01', '2026-06-01', '2026-10-08', 'rolls over a Sunday and over the national day'],
    ['2026-04-10', '2026-06-09', '2026-10-10', 'keeps a Saturday that is worked in exchange'],
    ['2026-01-31', '2026-04-01', '2026-07-31', 'keeps the last day of a month'],
  ])('of a service on %s end on %s and %s: it %s', (date, reconsideration, litigation) => {
    expect(until(served(date))).toEqual({
      reconsideration: { due: reconsideration },
      litigation: { due: litigation },
    });
  });

  it('end on the last day of a shorter month', () => {
    expect(until(served('2025-08-31'))).toMatchObject({ litigation: { due: '2026-02-28' } });
  });

  it('stay on a day off where the place says so', () => {
    const stays: AppealTerms = { ...APPEAL_TERMS, lastDayOff: 'stays' };

    expect(until(served('2026-02-10', stays))).toMatchObject({
      reconsideration: { due: '2026-04-11' },
    });
  });

  it('are open while the calendar of the year is not published, and are derived once it is', () => {
    const track = served('2026-11-09');

    expect(until(track)).toEqual({
      reconsideration: { notBefore: '2027-01-08', missingYear: 2027 },
      litigation: { notBefore: '2027-05-09', missingYear: 2027 },
    });
  });

  it('are those of the day of service: what the place decides later moves none', () => {
    const shorter: AppealTerms = {
      ...APPEAL_TERMS,
      litigation: { unit: 'calendar-day', count: 30, source: '商标法 34' },
    };
    const kept = takeService(served('2026-02-10'), told('2026-02-10'), shorter);

    expect(kept.events).toEqual([]);
    expect(until(kept.state)).toMatchObject({ litigation: { due: '2026-08-10' } });
    expect(until(served('2026-02-10', shorter))).toMatchObject({
      litigation: { due: '2026-03-12' },
    });
  });

  it('are none of a grant, whose service is kept all the same', () => {
    const granted = tracks.granted();
    const { state, events } = takeService(granted, told('2026-02-10'), APPEAL_TERMS);

    expect(until(state)).toBeUndefined();
    expect(events).toEqual([
      {
        type: 'decision-served',
        served: { paper: DECISION, servedAt: on('2026-02-10'), how: 'window' },
      },
    ]);
  });

  it('are of the agency where the place has stated its own, and never inherited ones', () => {
    const own: AppealTerms = { ...APPEAL_TERMS, lastDayOff: 'stays' };

    expect(appealTermsOf('fire', { default: APPEAL_TERMS, fire: own })).toBe(own);
    expect(appealTermsOf('toString', { default: APPEAL_TERMS })).toBe(APPEAL_TERMS);
  });
});

describe('News of a service', () => {
  const CORRECTED = `${DECISION}-G1`;
  const inOrders = (terms: AppealTerms) => {
    const first = told('2026-02-10');
    const second = told('2026-03-10', CORRECTED);
    return [
      [first, second],
      [second, first],
      [first, second, first, second],
    ].map((news) => news.reduce((track, each) => takeService(track, each, terms).state, refused));
  };

  it('of a paper with its clerical errors corrected begins no term anew, in whatever order it comes', () => {
    for (const track of inOrders(APPEAL_TERMS)) {
      expect(track.served).toMatchObject({ paper: DECISION, servedAt: on('2026-02-10') });
    }
  });

  it('of a corrected paper begins the terms anew where the place says so', () => {
    for (const track of inOrders({ ...APPEAL_TERMS, correctedPaper: 'begins-anew' })) {
      expect(track.served).toMatchObject({ paper: CORRECTED, servedAt: on('2026-03-10') });
    }
  });

  it('of a corrected paper counts where the first one never was served', () => {
    const { state } = takeService(refused, told('2026-03-10', CORRECTED), APPEAL_TERMS);

    expect(until(state)).toMatchObject({ litigation: { due: '2026-09-10' } });
  });

  it('that corrects a record derives the terms anew, in whatever order it comes', () => {
    const wrong = told('2026-02-10');
    const right = { ...told('2026-03-02'), revision: 1 };
    for (const news of [
      [wrong, right],
      [right, wrong],
      [wrong, right, wrong, right],
    ]) {
      const track = news.reduce((one, each) => takeService(one, each, APPEAL_TERMS).state, refused);
      expect(track.served).toMatchObject({ servedAt: on('2026-03-02'), revision: 1 });
      expect(until(track)).toMatchObject({ litigation: { due: '2026-09-02' } });
    }
  });

  it('that corrects the first record lets the service of another paper count, where that was first', () => {
    const other = told('2026-02-20', CORRECTED);
    const right = { ...told('2026-03-02'), revision: 1 };
    const track = [told('2026-02-10'), other, right].reduce(
      (one, each) => takeService(one, each, APPEAL_TERMS).state,
      refused,
    );

    expect(track.served).toMatchObject({ paper: CORRECTED, servedAt: on('2026-02-20') });
  });

  it('of another paper leaves the service that counts untold, also of a track that was stored', () => {
    const news = [told('2026-02-10'), told('2026-03-10', CORRECTED)];
    const track = news.reduce((one, each) => takeService(one, each, APPEAL_TERMS).state, refused);
    const third = told('2026-03-20', `${DECISION}-G2`);
    const stored = JSON.parse(JSON.stringify(track)) as Track;

    expect(takeService(stored, third, APPEAL_TERMS).events).toMatchObject([
      { type: 'service-noted', service: { paper: third.paper } },
    ]);
  });

  it('changes nothing the second time', () => {
    expect(takeService(served('2026-02-10'), told('2026-02-10'), APPEAL_TERMS).events).toEqual([]);
  });

  it('of a decision that was never made is refused', () => {
    const other = { ...told('2026-02-10'), decision: `${DECISION}9` };

    for (const track of [refused, tracks.reviewed()]) {
      expect(refusalOf(() => takeService(track, other, APPEAL_TERMS)).code).toBe(
        'decision-not-found',
      );
    }
  });

  it('of a quashed decision is of no interest: the new one has terms of its own', () => {
    const order = {
      kind: 'reconsideration',
      body: '海棠市人民政府',
      documentNumber: '海政复决字〔2026〕12号',
      madeOn: legalDate('2026-11-16'),
      effectiveOn: legalDate('2026-11-18'),
      document: REPORT,
    } as const;
    const NOW = on('2026-11-20');
    const reopened = reopenTrack(served('2026-11-09'), order, decider, NOW, counting).state;
    const late = takeService(reopened, told('2026-11-09'), APPEAL_TERMS);
    const opinion = { recommendation: 'refuse', grounds: ['另有事实'] } as const;
    const again = decide(
      recordOpinion(reopened, opinion, reviewer, NOW, counting).state,
      REFUSE,
      decider,
      NOW,
      means,
    ).state;
    const number = again.decision?.number ?? '';

    expect(reopened.served).toBeUndefined();
    expect(late.events).toEqual([]);
    expect(until(again)).toBeUndefined();
    expect(takeService(again, told('2026-11-09'), APPEAL_TERMS).events).toEqual([]);
    expect(
      takeService(again, { ...told('2026-11-23'), decision: number, paper: number }, APPEAL_TERMS)
        .state.served,
    ).toMatchObject({ paper: number });
  });
});

describe('The official number of a decision', () => {
  const NUMBER = '海棠市行政审批服务局不准字〔2026〕第17号';
  const numbered = { decision: DECISION, paper: DECISION, number: NUMBER };

  it('is taken up once, alone or with the service', () => {
    const alone = takeNumber(refused, numbered);
    const both = takeService(refused, { ...told('2026-11-09'), number: NUMBER }, APPEAL_TERMS);

    expect(alone.events).toEqual([
      { type: 'decision-numbered', decision: DECISION, number: NUMBER },
    ]);
    expect(takeNumber(alone.state, numbered).events).toEqual([]);
    expect(both.events.map(({ type }) => type)).toEqual(['decision-numbered', 'decision-served']);
    expect(both.state.decision?.officialNumber).toBe(NUMBER);
  });

  it('is not that of a paper which corrects it, nor of a decision that was quashed', () => {
    const corrected = { ...numbered, paper: `${DECISION}-G1` };

    expect(takeNumber(refused, corrected).events).toEqual([]);
    expect(refusalOf(() => takeNumber(tracks.reviewed(), numbered)).code).toBe(
      'decision-not-found',
    );
  });
});
