import { anOpenCase } from '../../../test/cases.js';
import { ACCEPTED, APPLICATION, counting, on } from '../../../test/fixtures.js';
import { caseLifecycle, type CaseStatus } from './case-lifecycle.js';
import { closeCase, concludeTrack, reopenTrackOf, requireCaseOf, type Case } from './case.js';

const at = on('2026-11-06');

const aCase = (): Case => anOpenCase({ acceptedAt: ACCEPTED, jointInspection: ['food'] });

const food = { item: 'food', outcome: 'granted', licenceNumber: 'L' } as const;
const sign = { item: 'sign', outcome: 'refused' } as const;

const conclude = (of: Case, track: typeof food | typeof sign) =>
  concludeTrack(of, track, at, counting);

const inState: Record<CaseStatus, () => Case> = {
  open: aCase,
  decided: () => conclude(conclude(aCase(), food).state, sign).state,
  closed: () => closeCase(inState.decided(), at).state,
};

describe('A case', () => {
  it.each(caseLifecycle.states)('reaches %s by lawful steps', (status) => {
    expect(inState[status]().status).toBe(status);
  });

  it('is decided with its last track, in whatever order', () => {
    const first = conclude(aCase(), sign);
    const second = conclude(first.state, food);

    expect(first.events.map(({ type }) => type)).toEqual(['track-concluded']);
    expect(second.events.map(({ type }) => type)).toEqual(['track-concluded', 'case-decided']);
    expect(second.state).toMatchObject({ status: 'decided', decidedAt: at });
  });

  it('takes no further track once it is decided', () => {
    for (const status of ['decided', 'closed'] as const) {
      expect(() => conclude(inState[status](), food)).toThrow('action-not-allowed-in-state');
    }
  });

  it('is closed once, and never before it is decided', () => {
    expect(closeCase(inState.closed(), at).events).toEqual([]);
    expect(() => closeCase(aCase(), at)).toThrow('action-not-allowed-in-state');
  });

  it.each(caseLifecycle.states)(
    'that is %s waits for a track whose decision was quashed, and only for that one',
    (status) => {
      const before = status === 'open' ? conclude(aCase(), sign).state : inState[status]();
      const { state, events } = reopenTrackOf(before, 'sign', at);

      expect(events).toEqual([{ type: 'track-reopened', item: 'sign', reopenedAt: at }]);
      expect(state).toMatchObject({ status: 'open', reopenedAt: at });
      expect(state).not.toHaveProperty('decidedAt');
      expect(state).not.toHaveProperty('closedAt');
      expect(state.tracks.map(({ outcome }) => outcome)).toEqual(
        before.tracks.map(({ item, outcome }) => (item === 'sign' ? undefined : outcome)),
      );
    },
  );

  it('is decided and closed again with the new decision; a dispatch that crossed the order closes nothing', () => {
    const reopened = reopenTrackOf(inState.decided(), 'sign', at).state;

    expect(closeCase(reopened, at).events).toEqual([]);
    const again = conclude(reopened, sign);
    expect(again.events.map(({ type }) => type)).toEqual(['track-concluded', 'case-decided']);
    expect(closeCase(again.state, at).state.status).toBe('closed');
  });

  it('belongs to one application', () => {
    expect(() => requireCaseOf(aCase(), APPLICATION)).not.toThrow();
    expect(() => requireCaseOf(aCase(), 'another')).toThrow('case-number-taken');
  });
});
