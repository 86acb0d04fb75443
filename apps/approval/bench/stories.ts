import { addMilliseconds, type Change, type Instant, type Person } from '@onewindow/kernel';
import { DEFAULT_THRESHOLDS, WorkingCalendar } from '@onewindow/statutory-clock';
import { closeCase, concludeTrack, openCase } from '../src/domain/case/case.js';
import { issueLicence } from '../src/domain/licence/licence.js';
import { serveLicence } from '../src/domain/licence/serving.js';
import { assignTask } from '../src/domain/officers/tasks.js';
import { decide } from '../src/domain/track/decision.js';
import { openTrack, type AcceptedItem } from '../src/domain/track/open-track.js';
import { recordOpinion } from '../src/domain/track/opinion.js';
import { deadlinesOf } from '../src/domain/track/term.js';
import type { Counting } from '../src/domain/track/track-clock.js';
import { trackId, type Track } from '../src/domain/track/track.js';
import { STAND_INS } from './stand-ins.js';

/** How far a case has come. */
export type Ending = 'granted' | 'refused' | 'in-pool' | 'assigned' | 'reviewed';

/** One change of an aggregate as the service saves it. */
export interface Step {
  readonly change: Change<object, { readonly type: string }>;
  readonly at: Instant;
  readonly by: string;
}

/** Everything that ever happened to one aggregate, oldest first. */
export interface History {
  readonly kind: 'case' | 'track' | 'licence';
  readonly id: string;
  readonly steps: readonly Step[];
  /** What is armed at the end of it. */
  readonly deadlines: Readonly<Record<string, Instant | undefined>>;
}

export interface Telling {
  readonly items: readonly AcceptedItem[];
  readonly acceptedAt: Instant;
  readonly ending: Ending;
  readonly region: string;
}

const DAY_MS = 86_400_000;
const REVIEWED_AFTER_MS = 3 * DAY_MS;
const DECIDED_AFTER_MS = 5 * DAY_MS;
const SERVED_AFTER_MS = 6 * DAY_MS;
const counting: Counting = {
  calendar: WorkingCalendar.published(),
  thresholds: {
    statutory: DEFAULT_THRESHOLDS,
    promised: DEFAULT_THRESHOLDS,
    certificate: DEFAULT_THRESHOLDS,
    joint: DEFAULT_THRESHOLDS,
  },
};
const APPLICANT = { name: STAND_INS.applicant, creditCode: STAND_INS.creditCode };
const APPEAL = {
  reconsiderationBody: '海棠市人民政府',
  reconsiderationTerm: '自知道本决定之日起六十日内',
  court: '有管辖权的人民法院',
  litigationTerm: '自知道或者应当知道本决定之日起六个月内',
};
const INTAKE = 'intake-centre';

/** What the domain itself decides about one application, from its acceptance to the ending. */
export function tell({ items, acceptedAt, ending, region }: Telling): readonly History[] {
  const at = (ms: number) => addMilliseconds(acceptedAt, ms);
  const accepted = {
    applicationId: STAND_INS.application,
    caseNumber: STAND_INS.caseNumber,
    acceptedAt,
  };
  const opened = items.map((item, index) =>
    openTrack({ ...accepted, ordinal: index + 1, item }, counting),
  );
  const first = openCase(
    {
      ...accepted,
      applicationNumber: `S${STAND_INS.caseNumber}`,
      region,
      applicantAccount: STAND_INS.account,
      applicant: APPLICANT,
      premises: { name: STAND_INS.premises, address: STAND_INS.address },
      jointInspection: [],
    },
    { tracks: opened.map(({ state }) => state).map(dueOf), leadAgencyName: agencyOf(items) },
    acceptedAt,
    counting,
  );
  const ofCase: Step[] = [{ change: first, at: acceptedAt, by: INTAKE }];
  let of = first.state;
  const histories: History[] = [];
  for (const opening of opened) {
    const steps: Step[] = [{ change: opening, at: acceptedAt, by: INTAKE }];
    const { track, officers } = handled(opening.state, { ending, at, steps });
    const { decision, licence } = track;
    if (decision) {
      const joined = concludeTrack(
        of,
        {
          item: track.item,
          outcome: decision.outcome,
          ...(licence && { licenceNumber: licence.number }),
        },
        decision.decidedAt,
        counting,
      );
      of = joined.state;
      ofCase.push({ change: joined, at: decision.decidedAt, by: officers.decider.id });
    }
    histories.push({
      kind: 'track',
      id: trackId(track.caseNumber, track.item),
      steps,
      deadlines: decision ? {} : deadlinesOf(track),
    });
    if (decision && licence)
      histories.push(licenceOf({ ...track, licence }, decision.decidedAt, at(SERVED_AFTER_MS)));
  }
  if (of.status === 'decided') {
    const servedAt = at(SERVED_AFTER_MS);
    ofCase.push({ change: closeCase(of, servedAt), at: servedAt, by: INTAKE });
  }
  return [{ kind: 'case', id: STAND_INS.caseNumber, steps: ofCase, deadlines: {} }, ...histories];
}

const agencyOf = (items: readonly AcceptedItem[]): string => items[0]?.agencyName ?? '';

const dueOf = ({ item, itemName, agency, dates }: Track) => ({
  item,
  itemName,
  agency,
  statutory: dates.statutory,
  ...(dates.promised && { promised: dates.promised }),
});

const person = (id: string, department: string): Person => ({
  kind: 'person',
  id,
  name: id,
  roles: ['approver', 'decision-officer'],
  region: '379900',
  department,
});

interface Handling {
  readonly ending: Ending;
  readonly at: (ms: number) => Instant;
  readonly steps: Step[];
}

/** The work of the officers on one track. */
function handled(opened: Track, { ending, at, steps }: Handling) {
  const officers = {
    reviewer: person(`reviewer.${opened.agency}`, opened.agency),
    decider: person(`decider.${opened.agency}`, opened.agency),
  };
  let track = opened;
  const take = (change: Change<Track, { readonly type: string }>, when: Instant, by: string) => {
    steps.push({ change, at: when, by });
    track = change.state;
  };
  if (ending === 'in-pool') return { track, officers };
  const officer = { account: STAND_INS.officer, name: STAND_INS.officerName };
  const given = { since: at(0), by: 'load' } as const;
  if (ending === 'assigned') {
    take(assignTask(track, 'review', officer, given), at(0), INTAKE);
    return { track, officers };
  }
  const opinion = {
    recommendation: ending === 'refused' ? 'refuse' : 'grant',
    grounds: ['申请材料齐全，符合法定形式'],
  } as const;
  const reviewedAt = at(REVIEWED_AFTER_MS);
  take(
    recordOpinion(track, opinion, officers.reviewer, reviewedAt, counting),
    reviewedAt,
    officers.reviewer.id,
  );
  if (ending === 'reviewed') {
    take(
      assignTask(track, 'decision', officer, { ...given, since: reviewedAt }),
      reviewedAt,
      INTAKE,
    );
    return { track, officers };
  }
  const decidedAt = at(DECIDED_AFTER_MS);
  const means = { appealRoutes: APPEAL, verificationCode: STAND_INS.code, counting };
  const request =
    ending === 'granted'
      ? ({ outcome: 'granted', reasons: [], legalBasis: ['行政许可法 38'] } as const)
      : ({
          outcome: 'refused',
          reasons: ['不符合法定条件'],
          legalBasis: ['行政许可法 38'],
        } as const);
  take(decide(track, request, officers.decider, decidedAt, means), decidedAt, officers.decider.id);
  return { track, officers };
}

function licenceOf(
  track: Track & Required<Pick<Track, 'licence'>>,
  decidedAt: Instant,
  servedAt: Instant,
): History {
  const terms = { counting, workingDaysToServe: 10 };
  const issued = issueLicence(track, APPLICANT, decidedAt, terms);
  const served = serveLicence(issued.state, { servedAt }, counting);
  return {
    kind: 'licence',
    id: track.licence.number,
    steps: [
      { change: issued, at: decidedAt, by: `decider.${track.agency}` },
      { change: served, at: servedAt, by: INTAKE },
    ],
    deadlines: {},
  };
}
