import type { Actor, Person, Role } from '@onewindow/kernel';
import { holds } from '@onewindow/kernel';
import { approvalRefusals } from './approval-refusals.js';

/** An agency that decides, and its name on papers. */
export interface Agency {
  readonly agency: string;
  readonly agencyName: string;
}

export const isOfficerOf = (actor: Actor, agency: string, ...roles: readonly Role[]): boolean =>
  actor.kind === 'person' && actor.department === agency && holds(actor, ...roles);

/**
 * Each agency handles and decides what is its own (许可法 22, 25). Refused alone, before every other rule: an officer of
 * another agency learns nothing of the state of the track.
 */
export function requireOfficerOf(
  { agency, agencyName }: Agency,
  actor: Actor,
  role: Role,
  ...orAlso: readonly Role[]
): Person {
  if (actor.kind === 'person' && isOfficerOf(actor, agency, role, ...orAlso)) return actor;
  throw approvalRefusals.refuse('not-the-deciding-agency', [
    {
      rule: 'officer-of-the-deciding-agency',
      source: '行政许可法 22',
      message: {
        zh: `本事项由${agencyName}办理，请由该机关的${ROLE_NAMES[role]?.zh ?? role}操作。`,
        en: `${agencyName} handles this item; its ${ROLE_NAMES[role]?.en ?? role} has to do this.`,
      },
    },
  ]);
}

/** Who may approve an extension, as roles; `government-head` is 本级人民政府负责人 (许可法 42). */
export type ApproverRole = 'agency-head' | 'government-head';

/** The heads that somebody is for a track: of its agency, of the government of its region. */
export function headsOf({ agency }: Agency, actor: Actor): readonly ApproverRole[] {
  return [
    ...(isOfficerOf(actor, agency, 'agency-head') ? ['agency-head' as const] : []),
    ...(holds(actor, 'government-head') ? ['government-head' as const] : []),
  ];
}

const ROLE_NAMES: Partial<Record<Role, { readonly zh: string; readonly en: string }>> = {
  approver: { zh: '审批人员', en: 'approver' },
  'decision-officer': { zh: '决定人', en: 'decision officer' },
  'agency-head': { zh: '负责人', en: 'head' },
};
