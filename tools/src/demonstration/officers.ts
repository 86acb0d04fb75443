import type { PublishOfficerRequest } from '@onewindow/contracts';
import { DEMONSTRATION_ACCOUNTS } from './accounts.js';

/** Beside the post: what the head of the agency authorises, and whose matters the officer declared to stand back from. */
export interface DemonstrationOfficer {
  readonly publication: PublishOfficerRequest;
  readonly authorisation?: {
    readonly kind: 'chief-representative';
    readonly documentNumber: string;
    readonly items: string[];
    readonly acts: string[];
    readonly from: string;
    readonly until: string;
  };
  readonly relation?: { readonly creditCode: string; readonly reason: string };
}

/** The agencies that decide here, one of them of the province, each with the account of its head. */
export const AGENCY_HEADS: Readonly<Record<string, string>> = {
  bureau: 'wei.dong',
  'fire-rescue': 'he.shan',
  'provincial-tourism': 'lu.chuan',
};

const IN_POST_SINCE = '2026-01-05';
const DECIDING = ['review', 'decide', 'decide-at-window'];

/** What an account may do by its post follows from what it signs in as; a head acts by the office and needs no competence. */
const ACTS_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  approver: ['review'],
  inspector: ['review'],
  'decision-officer': DECIDING,
  'agency-head': [],
};

/** Two who share the restaurants with those who do everything, so that load and turn say who gets what. */
const SHARED = ['food-business-permit', 'large-outdoor-ad'];
const OF_SHARED: Readonly<Record<string, readonly string[]>> = {
  'xu.ning': ['review'],
  // 首席代表: nothing by the post, all by the authorisation of the head.
  'luo.an': [],
};

const MORE: Readonly<Record<string, Omit<DemonstrationOfficer, 'publication'>>> = {
  'luo.an': {
    authorisation: {
      kind: 'chief-representative',
      documentNumber: '海审授〔2026〕1号',
      items: SHARED,
      acts: DECIDING,
      from: '2026-01-05',
      until: '2028-12-31',
    },
  },
  'xu.ning': { relation: { creditCode: '92370523MA9YXW2N21', reason: '配偶在该单位任职' } },
};

/** The officers whom the deciding agencies of the demonstration city publish 名册, heads first. */
export const DEMONSTRATION_OFFICERS: readonly DemonstrationOfficer[] =
  DEMONSTRATION_ACCOUNTS.filter(
    ({ department = '', roles }) =>
      Object.hasOwn(AGENCY_HEADS, department) && roles.some((role) => role in ACTS_OF_ROLE),
  )
    .toSorted((one, other) => rankOf(one.id) - rankOf(other.id))
    .map(({ id, name, department = '', roles }) => {
      const shared = OF_SHARED[id];
      const acts = [...(shared ?? roles.flatMap((role) => ACTS_OF_ROLE[role] ?? []))];
      const competence = { acts, since: IN_POST_SINCE, ...(shared && { items: SHARED }) };
      return {
        publication: {
          account: id,
          name,
          agency: department,
          competences: acts.length > 0 ? [competence] : [],
          roles: [...roles],
        },
        ...MORE[id],
      };
    });

function rankOf(account: string): number {
  return Object.values(AGENCY_HEADS).includes(account) ? 0 : 1;
}
