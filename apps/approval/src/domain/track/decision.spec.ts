import {
  APPEAL_TERMS,
  anOfficer,
  anOpenTrack,
  aReviewedTrack,
  decider,
  GRANT,
  means,
  on,
  REFUSE,
  refusalOf,
  rulesOf,
  tracks,
  visited,
} from '../../../test/fixtures.js';
import { appealRoutesOf } from './appeal.js';
import { decide } from './decision.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';
import type { Track } from './track.js';

const at = on('2026-11-06');
const decideNow = (
  track: Track,
  request: Parameters<typeof decide>[1] = GRANT,
  officer = decider,
) => decide(track, request, officer, at, means);

describe('Where to appeal', () => {
  const conditions = ['夜间不得排放'];

  it('is told with a refusal, and with a grant under conditions, which burdens as well', () => {
    const plain = decideNow(aReviewedTrack());
    const burdened = decideNow(aReviewedTrack(), { ...GRANT, conditions });

    expect([plain.state.appeal, burdened.state.appeal]).toEqual([undefined, means.appealRoutes]);
    expect(burdened.state.licence).toBeDefined();
  });

  it.each([REFUSE, { ...GRANT, conditions }])('has to be known before it is decided', (request) => {
    const unknown = { ...means, appealRoutes: { ...means.appealRoutes, court: ' ' } };
    const deciding = () => decide(aReviewedTrack(), request, decider, at, unknown);

    expect(rulesOf(deciding)).toEqual(['appeal-routes-known']);
  });

  it('is said in the very terms by which the last days are counted', () => {
    const bodies = { default: { reconsiderationBody: '市人民政府', court: '市中级人民法院' } };
    const own = {
      ...APPEAL_TERMS,
      reconsideration: { unit: 'working-day', count: 15, source: '' },
      litigation: { unit: 'calendar-day', count: 120, source: '' },
    } as const;
    const told = (agency: string) => {
      const terms = { default: APPEAL_TERMS, trademarks: own };
      const { reconsiderationTerm, litigationTerm } = appealRoutesOf(agency, { bodies, terms });
      return [reconsiderationTerm, litigationTerm].map((text) => text.replace(/^.*之日起/, ''));
    };

    expect(told('bureau')).toEqual(['六十日内', '六个月内']);
    expect(told('trademarks')).toEqual(['十五个工作日内', ' 120 日内']);
  });
});

describe('Granting', () => {
  it('yields a licence with a number, a code and its validity', () => {
    const { state, events } = decideNow(aReviewedTrack());

    expect(state).toMatchObject({
      status: 'granted',
      decision: { number: '379900-20261102-000001-01-D', outcome: 'granted', decidedBy: 'wang' },
      licence: {
        number: '379900-20261102-000001-01-L',
        name: '排水许可证',
        validFrom: '2026-11-06',
        validUntil: '2031-11-05',
        verificationCode: 'code',
      },
    });
    expect(state.appeal).toBeUndefined();
    expect(events).toEqual([
      { type: 'track-decided', decision: state.decision, licence: state.licence },
    ]);
  });

  it('yields a licence without an end where the item knows none', () => {
    const track: Track = { ...aReviewedTrack() };
    const { validityYears: _, ...endless } = track;

    expect(decideNow(endless).state.licence).not.toHaveProperty('validUntil');
  });

  it('meets the clock', () => {
    expect(decideNow(aReviewedTrack()).state.clock.at(-1)).toEqual({
      type: 'met',
      on: '2026-11-06',
    });
  });

  it('is refused with every point that an inspection found not met', () => {
    const track = visited(aReviewedTrack(), [
      { point: 'grease-trap', requirement: '设置隔油池', remark: '未设置' },
      { point: 'outlet', requirement: '排水口规范', remark: '位置不符' },
    ]);

    expect(() => decideNow(track)).toThrow('decision-not-possible');
    expect(rulesOf(() => decideNow(track))).toEqual([
      'inspected-points-met',
      'inspected-points-met',
    ]);
  });
});

describe('Refusing', () => {
  it('states the reasons and both appeal routes', () => {
    const { state, events } = decideNow(aReviewedTrack(), REFUSE);

    expect(state).toMatchObject({
      status: 'refused',
      decision: { outcome: 'refused', reasons: ['遮挡消防通道'] },
      appeal: means.appealRoutes,
    });
    expect(state.licence).toBeUndefined();
    expect(events).toEqual([
      { type: 'track-decided', decision: state.decision, appeal: means.appealRoutes },
    ]);
  });

  it('is not possible without a reason', () => {
    expect(rulesOf(() => decideNow(aReviewedTrack(), { ...REFUSE, reasons: ['  '] }))).toEqual([
      'refusal-gives-reasons',
    ]);
  });

  it('may rest on a point that was not met', () => {
    const track = visited(aReviewedTrack(), [{ point: 'p', requirement: 'r', remark: 'x' }]);

    expect(decideNow(track, REFUSE).state.status).toBe('refused');
  });
});

describe('A decision', () => {
  it('waits for the result of a special procedure and for the opinion, and says both', () => {
    expect(rulesOf(() => decideNow(tracks.suspended()))).toEqual([
      'clock-not-suspended',
      'opinion-recorded',
    ]);
  });

  it('waits for the site visit of an item that needs one', () => {
    const track = aReviewedTrack({ siteVisit: true });

    expect(rulesOf(() => decideNow(track))).toEqual(['site-visit-completed']);
    expect(decideNow(visited(track)).state.status).toBe('granted');
  });

  it('is never the reviewer’s own', () => {
    const both = anOfficer('li', 'bureau', 'approver', 'decision-officer');

    expect(rulesOf(() => decideNow(aReviewedTrack(), GRANT, both))).toEqual([
      'decided-by-another-than-the-reviewer',
    ]);
  });

  it('tells every obstacle at once, in both languages and with its article', () => {
    const request = { outcome: 'refused', reasons: [], legalBasis: [''] } as const;
    const act = () => decideNow(anOpenTrack({ siteVisit: true }), request);

    expect(rulesOf(act)).toEqual([
      'opinion-recorded',
      'site-visit-completed',
      'refusal-gives-reasons',
      'legal-basis-given',
    ]);
    const refusal = refusalOf(act);
    expect(refusal.kind).toBe('unmet');
    for (const { message, source } of refusal.unmet) {
      expect([message.zh, message.en, source]).not.toContain('');
      expect(source).toMatch(/^行政许可法 \d+$/);
    }
  });

  it.each(trackLifecycle.states.filter(isEnded))(
    'is taken once: not again while the track is %s',
    (status) => {
      for (const request of [GRANT, REFUSE, { ...REFUSE, reasons: [] }]) {
        expect(() => decideNow(tracks[status](), request)).toThrow('action-not-allowed-in-state');
      }
    },
  );
});
