import { holds, type Actor, type Role } from '@onewindow/kernel';

/** Cases that somebody may see, as conditions of which one has to hold; none: nothing at all. */
export type Visibility = readonly VisibleCases[];

export type VisibleCases =
  /** Every case of the region. */
  | { readonly kind: 'region'; readonly region: string }
  /** Cases of the region with a track of this agency, or a stage of one. */
  | { readonly kind: 'agency'; readonly region: string; readonly agency: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'organisation'; readonly creditCode: string };

/** Officers of an agency that handles, inspects, decides or answers for it. */
export const AGENCY_ROLES = [
  'approver',
  'inspector',
  'decision-officer',
  'agency-head',
] as const satisfies Role[];

/** Every list, count and search goes through it, every single case, and every command about one. */
export function visibleTo(actor: Actor): Visibility {
  if (actor.kind !== 'person') return [];
  const { id, organisation, department, region } = actor;
  if (holds(actor, 'window-clerk', 'government-head', 'auditor'))
    return [{ kind: 'region', region }];
  return [
    ...(holds(actor, ...AGENCY_ROLES) && department !== undefined
      ? [{ kind: 'agency', region, agency: department } as const]
      : []),
    ...(holds(actor, 'applicant') ? [{ kind: 'account', account: id } as const] : []),
    ...(holds(actor, 'applicant') && organisation !== undefined
      ? [{ kind: 'organisation', creditCode: organisation } as const]
      : []),
  ];
}

/** Who applied, or acts for the enterprise that did: for what is theirs alone, whatever else their roles let them see. */
export const isApplicantOf = (
  { applicantAccount, applicant }: Pick<VisibleCase, 'applicantAccount' | 'applicant'>,
  actor: Actor,
): boolean =>
  actor.kind === 'person' &&
  holds(actor, 'applicant') &&
  (actor.id === applicantAccount || actor.organisation === applicant.creditCode);

/** What visibility depends on. */
export interface VisibleCase {
  readonly region: string;
  readonly applicantAccount: string;
  readonly applicant: { readonly creditCode: string };
  readonly tracks: readonly { readonly agency: string }[];
  readonly alsoAgencies?: readonly string[];
}

export const isVisible = (of: VisibleCase, visibility: Visibility): boolean =>
  visibility.some((cases) => includes(cases, of));

function includes(cases: VisibleCases, of: VisibleCase): boolean {
  switch (cases.kind) {
    case 'region':
      return of.region === cases.region;
    case 'agency':
      return (
        of.region === cases.region &&
        (of.tracks.some(({ agency }) => agency === cases.agency) ||
          of.alsoAgencies?.includes(cases.agency) === true)
      );
    case 'account':
      return of.applicantAccount === cases.account;
    case 'organisation':
      return of.applicant.creditCode === cases.creditCode;
  }
}
