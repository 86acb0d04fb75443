import { anOpenCase } from '../../../test/cases.js';
import {
  anOfficer,
  anOpenTrack,
  aTest,
  counting,
  decider,
  GRANT,
  means,
  on,
  refusalOf,
  rulesOf,
  tracks,
} from '../../../test/fixtures.js';
import { decide } from '../track/decision.js';
import { startSpecialProcedure } from '../track/special-procedures.js';
import { deadlinesOf } from '../track/term.js';
import { withdrawTrack } from '../track/withdrawal.js';
import { caseDeadlinesOf, concludeTrack, type Case } from './case.js';
import { followTrackClock } from './joint-term.js';
import {
  itemsToWithdraw,
  releaseJointClock,
  requireMayWithdraw,
  withdrawTrackOf,
} from './withdrawing.js';

const AT = on('2026-03-10');
const left = (of: Case, item: string) => withdrawTrackOf(of, item, AT, counting);
const granted = (of: Case, item: string) =>
  concludeTrack(of, { item, outcome: 'granted' }, AT, counting);
const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('Withdrawing an item', () => {
  it.each(['in-review', 'suspended', 'reviewed'] as const)(
    'ends every term of a track that is %s, and nothing is decided on it any more',
    (status) => {
      const { state } = withdrawTrack(tracks[status](), '方案取消', decider, AT);

      expect(state.status).toBe('withdrawn');
      expect(Object.values(deadlinesOf(state))).toEqual([undefined, undefined, undefined]);
      expect(refusalOf(() => decide(state, GRANT, decider, AT, means)).code).toBe(
        'action-not-allowed-in-state',
      );
    },
  );

  it.each(['granted', 'refused', 'withdrawn'] as const)('is too late once it is %s', (status) => {
    expect(refusalOf(() => withdrawTrack(tracks[status](), 'x', decider, AT)).code).toBe(
      'action-not-allowed-in-state',
    );
  });

  it('takes a reason', () => {
    expect(rulesOf(() => withdrawTrack(anOpenTrack(), ' ', decider, AT))).toEqual(['reason-given']);
  });
});

describe('A joint clock that stood still for an item', () => {
  it('goes on when that item is withdrawn: nobody can end its procedure any more', () => {
    const begun = on('2026-03-09');
    const track = anOpenTrack({}, on('2026-03-06'));
    const suspended = startSpecialProcedure(track, aTest(), begun, counting).state;
    const accepted = anOpenCase({ handling: 'joint' });
    const halted = followTrackClock(accepted, suspended.clock.at(-1), counting).state;
    expect(halted.joint?.due.haltedSince).toBe('2026-03-09');

    const released = releaseJointClock(halted, suspended.specialProcedures, AT, counting);
    expect(released.state.joint?.due).toEqual({ due: '2026-05-15' });
    expect(caseDeadlinesOf(released.state)['joint-end']).toBe(on('2026-05-16', '00:00'));
    expect(types(released.events)).toEqual(['joint-clock-moved']);
    expect(releaseJointClock(accepted, [], AT, counting).events).toEqual([]);
  });
});

describe('A case of which items are withdrawn', () => {
  it('is closed with the last item, and nothing was decided', () => {
    const first = left(anOpenCase(), 'food');
    const last = left(first.state, 'sign');

    expect(first.state.status).toBe('open');
    expect(types(first.events)).toEqual(['track-left']);
    expect(last.state).toMatchObject({ status: 'closed', closedAt: AT });
    expect(types(last.events)).toEqual(['track-left', 'case-withdrawn']);
  });

  it('is decided where the other items are, whichever came first', () => {
    const before = left(granted(anOpenCase(), 'food').state, 'sign');
    const after = granted(left(anOpenCase(), 'sign').state, 'food');

    for (const { state, events } of [before, after]) {
      expect(state).toMatchObject({ status: 'decided', decidedAt: AT });
      expect(types(events)).toContain('case-decided');
    }
  });

  it('takes what is named, or all that is open, and says everything that is wrong', () => {
    const of = granted(anOpenCase(), 'food').state;

    expect(itemsToWithdraw(of, undefined)).toEqual(['sign']);
    expect(itemsToWithdraw(of, ['sign', 'sign'])).toEqual(['sign']);
    expect(rulesOf(() => itemsToWithdraw(of, ['tobacco', 'food']))).toEqual([
      'item-of-this-case',
      'item-not-decided',
    ]);
    expect(rulesOf(() => itemsToWithdraw(left(of, 'sign').state, undefined))).toEqual([
      'something-to-withdraw',
    ]);
  });

  it('is the applicant’s own act, or the window’s for him', () => {
    const of = anOpenCase();
    const { department: _, ...person } = anOfficer('chen', 'none', 'applicant');
    const colleague = { ...person, id: 'wu', organisation: of.applicant.creditCode };
    const clerk = anOfficer('clerk', 'centre', 'window-clerk');

    for (const each of [person, colleague, clerk]) {
      expect(() => requireMayWithdraw(of, each)).not.toThrow();
    }
    for (const each of [{ ...person, id: 'wu' }, { ...clerk, region: '110000' }, decider]) {
      expect(() => requireMayWithdraw(of, each)).toThrow('not-the-applicant');
    }
  });
});
