import { refuseWhenUnmet, type Change } from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { AGENCY_ROLES } from '../case/visible-to.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { KINDS_OF_ACT } from './authorisation.js';
import { officerLifecycle } from './officer-lifecycle.js';
import type {
  Competence,
  OfficeRole,
  Officer,
  OfficerEvent,
  Roster,
  RosterEvent,
} from './officer.js';

export interface Publication {
  readonly account: string;
  readonly name: string;
  readonly agency: string;
  readonly competences: readonly Competence[];
  readonly roles?: readonly OfficeRole[];
  readonly limit?: number;
  /** The officer leaves the post. */
  readonly left?: boolean;
}

/** An officer as the agency publishes them; what others granted, recorded and declared stays as it is. */
export function publishOfficer(
  before: Officer | undefined,
  { left = false, ...published }: Publication,
): Change<Officer, OfficerEvent> {
  refuseWhenUnmet(unmetOf(requirements, { before, left, published }), (unmet) =>
    approvalRefusals.refuse('officer-not-possible', unmet),
  );
  const { account, name, agency, competences, roles, limit } = published;
  const status =
    before === undefined
      ? officerLifecycle.initial
      : officerLifecycle.next(before.status, left ? 'leave' : 'publish');
  const { authorisations, leaves, relations } = before ?? NOTHING_YET;
  return {
    state: {
      account,
      name,
      agency,
      status,
      competences,
      ...(roles && { roles }),
      ...(limit !== undefined && { limit }),
      authorisations,
      leaves,
      relations,
    },
    events: [
      left
        ? { type: 'officer-left', agency }
        : {
            type: 'officer-published',
            agency,
            competences,
            ...(roles && { roles }),
            ...(limit !== undefined && { limit }),
          },
    ],
  };
}

const NOTHING_YET = { authorisations: [], leaves: [], relations: [] } as const;

/** Once an agency has published an officer it works by its roster, whoever leaves. */
export function enrol(before: Roster | undefined, agency: string, account: string) {
  const known = before?.accounts ?? [];
  if (before !== undefined && known.includes(account)) return { state: before, events: [] };
  const accounts = [...known, account].toSorted();
  const change: Change<Roster, RosterEvent> = {
    state: { agency, accounts },
    events: [{ type: 'roster-changed', accounts }],
  };
  return change;
}

interface Situation {
  readonly before: Officer | undefined;
  readonly left: boolean;
  readonly published: Omit<Publication, 'left'>;
}

const requirements: readonly Requirement<Situation>[] = [
  {
    rule: 'acts-known',
    path: 'competences',
    message: {
      zh: `职权只能是 ${KINDS_OF_ACT.join('、')}。`,
      en: `Acts are ${KINDS_OF_ACT.join(', ')} and no others.`,
    },
    holds: ({ published: { competences } }) =>
      competences.every(({ acts }) => acts.every((act) => KINDS_OF_ACT.includes(act))),
  },
  {
    rule: 'roles-known',
    path: 'roles',
    message: {
      zh: `岗位只能是 ${AGENCY_ROLES.join('、')}。`,
      en: `Roles of a post are ${AGENCY_ROLES.join(', ')} and no others.`,
    },
    holds: ({ published: { roles = [] } }) => roles.every((role) => AGENCY_ROLES.includes(role)),
  },
  {
    rule: 'leaves-a-post',
    path: 'left',
    message: {
      zh: '该人员不在岗，不能办理离岗。',
      en: 'The officer is not in post, so there is none to leave.',
    },
    holds: ({ before, left }) => !left || before?.status === 'in-post',
  },
  {
    rule: 'one-agency-at-a-time',
    path: 'agency',
    message: {
      zh: '该人员仍在另一机关任职，请先由原机关办理离岗。',
      en: 'The officer is in post at another agency, which has to let them go first.',
    },
    holds: ({ before, published }) =>
      before === undefined || before.status === 'left' || before.agency === published.agency,
  },
];
