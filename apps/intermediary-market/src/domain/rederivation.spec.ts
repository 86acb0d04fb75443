import {
  aContracted,
  anAwarded,
  aProposed,
  aPublished,
  at,
  calendar,
  place,
  projectIn,
} from '../../test/fixtures.js';
import { noteContractOverdue } from './award.js';
import { noteDeliveryOverdue } from './delivery.js';
import type { Project } from './project.js';
import { deadlinesOf, rederiveProject } from './rederivation.js';
import type { WireDate } from './terms.js';

const NOW = at('06-30T10:00');
const OPEN: WireDate = { notBefore: '2027-01-01', missingYear: 2027 };
const terms = {
  contractWorkingDays: place.contractWorkingDays,
  calendar,
  reason: [{ year: 2026, edition: 2, documentNumber: '国办发明电〔2026〕1号' }],
};

const withContractBy = (project: Project, contractBy: WireDate): Project => ({
  ...project,
  awards: project.awards.map((each) => ({ ...each, contractBy })),
});
const withDeliverBy = (project: Project, deliverBy: WireDate): Project => ({
  ...project,
  contract: { ...project.contract!, deliverBy },
});

describe('A calendar that came', () => {
  it.each([
    ['awarded', anAwarded],
    ['contract-proposed', aProposed],
  ] as const)('gives the open term for the contract its date while it is %s', (_, project) => {
    const change = rederiveProject(withContractBy(project(), OPEN), terms);

    expect(change?.state.awards[0]?.contractBy).toEqual({ due: '2026-05-25' });
    expect(change?.events).toEqual([
      {
        type: 'project-term-moved',
        term: 'contract',
        before: OPEN,
        after: { due: '2026-05-25' },
        calendars: terms.reason,
      },
    ]);
    expect(deadlinesOf(change!.state).contract).toBe(at('05-26T00:00'));
  });

  it('gives the open term for the report its date, from the day of the signature', () => {
    const change = rederiveProject(withDeliverBy(aContracted(), OPEN), terms);

    expect(change?.state.contract?.deliverBy).toEqual({ due: '2026-05-19' });
    expect(change?.events).toMatchObject([{ term: 'delivery', before: OPEN }]);
    expect(deadlinesOf(change!.state).delivery).toBe(at('05-20T00:00'));
  });

  it('changes nothing where the date stays, in any state', () => {
    for (const project of Object.values(projectIn)) {
      expect(rederiveProject(project(), terms)).toBeUndefined();
    }
  });

  it('does not move the end of sign-up, to which the notice is bound', () => {
    const project = { ...aPublished(), signUpUntil: OPEN };

    expect(rederiveProject(project, terms)).toBeUndefined();
    expect(deadlinesOf(project).closing).toBe(project.closesAt);
  });

  it('does not touch a term that was recorded as passed', () => {
    const missed = noteContractOverdue(withContractBy(anAwarded(), { due: '2026-05-20' }), NOW);
    const late = noteDeliveryOverdue(withDeliverBy(aContracted(), { due: '2026-05-13' }), NOW);

    for (const { state } of [missed, late]) {
      expect(rederiveProject(state, terms)).toBeUndefined();
      expect(deadlinesOf(state)).toEqual({});
    }
  });
});

describe('The deadlines of a project', () => {
  it('are none while the date is open, and none once the project ended', () => {
    const none = { closing: undefined, contract: undefined, delivery: undefined };

    expect(deadlinesOf(withContractBy(anAwarded(), OPEN))).toEqual(none);
    expect(deadlinesOf(withDeliverBy(aContracted(), OPEN))).toEqual(none);
    for (const status of ['closed', 'delivered', 'failed', 'cancelled'] as const) {
      expect(deadlinesOf(projectIn[status]())).toEqual(none);
    }
  });

  it('name the first instant that is too late', () => {
    expect(deadlinesOf(aPublished())).toMatchObject({ closing: at('05-09T00:00') });
  });
});
