import type { LegalDate, UnmetRule } from '@onewindow/kernel';
import type { Agency, Qualification } from './agency.js';
import { unmet } from './unmet.js';

/** What a project asks of those who sign up. */
export interface Eligibility {
  readonly owner: { readonly creditCode: string };
  readonly qualifications: readonly { readonly code: string; readonly name: string }[];
  /** Agencies that decide on what the report is for. */
  readonly approvingAgencies: readonly string[];
  readonly avoided: readonly { readonly creditCode: string; readonly reason: string }[];
  /** Absent in notices from before the place had a rule for it. */
  readonly excludesRelated?: { readonly ofOwner: boolean; readonly ofEachOther: boolean };
}

/** Everything that keeps an agency out of a project, judged on the day given. */
export const unmetForTakingPart = (
  agency: Agency,
  project: Eligibility,
  day: LegalDate,
): readonly UnmetRule[] => [
  ...(agency.status === 'registered'
    ? []
    : [
        unmet(
          'agency-not-suspended',
          `机构已被暂停报名资格：${agency.suspension?.reason ?? ''}`,
          `The agency is suspended: ${agency.suspension?.reason ?? ''}`,
        ),
      ]),
  ...project.qualifications
    .filter(
      ({ code }) => !agency.qualifications.some((each) => each.code === code && inForce(each, day)),
    )
    .map(({ code, name }) =>
      unmet(
        'qualification-in-force',
        `没有在${day}有效的资质“${name}”，请先更新资质。`,
        `No qualification "${name}" (${code}) is in force on ${day}; renew it first.`,
      ),
    ),
  ...(project.approvingAgencies.some((each) => agency.affiliatedWith.includes(each))
    ? [
        unmet(
          'independent-of-the-approving-agency',
          '审批机关所属事业单位、主管的社会组织及其举办的企业，不得开展与本机关审批相关的中介服务。',
          'Institutions, associations and enterprises of the approving agency may not serve its approvals.',
          { source: '优化营商环境条例 43' },
        ),
      ]
    : []),
  ...project.avoided
    .filter(({ creditCode }) => creditCode === agency.creditCode)
    .map(({ reason }) =>
      unmet(
        'not-to-be-avoided',
        `公告已将本机构列为回避机构：${reason}`,
        `The notice names this agency as one to be avoided: ${reason}`,
      ),
    ),
  ...(project.excludesRelated?.ofOwner === true
    ? (agency.relatedTo ?? [])
        .filter(({ creditCode }) => creditCode === project.owner.creditCode)
        .map(({ relation }) =>
          unmet(
            'independent-of-the-owner',
            `本机构与业主存在利害关系，不得参加该项目：${relation}`,
            `The agency is related to the owner and takes no part: ${relation}`,
          ),
        )
    : []),
  ...(project.owner.creditCode === agency.creditCode
    ? [
        unmet(
          'not-the-owner',
          '业主不得报名参加自己的项目。',
          'The owner does not take part in its own project.',
        ),
      ]
    : []),
];

/**
 * What keeps agencies off the list that stand on it together (利害关系). Each is judged by its own declaration: who
 * declares somebody else a relative falls out alone, so that nobody puts a rival out by a word of its own.
 */
export const unmetBesideOthers = (
  agency: Agency,
  project: Eligibility,
  others: readonly { readonly creditCode: string }[],
): readonly UnmetRule[] =>
  project.excludesRelated?.ofEachOther !== true
    ? []
    : (agency.relatedTo ?? [])
        .filter(({ creditCode }) => others.some((each) => each.creditCode === creditCode))
        .map(({ name, relation }) =>
          unmet(
            'independent-of-the-others',
            `与同一项目报名的“${name}”存在利害关系：${relation}`,
            `The agency is related to "${name}", which signed up as well: ${relation}`,
          ),
        );

const inForce = ({ validFrom, validUntil }: Qualification, day: LegalDate): boolean =>
  validFrom <= day && (validUntil === undefined || day <= validUntil);
