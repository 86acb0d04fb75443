import type { Instant } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import type { CaseEvent } from '../domain/case/case.js';
import type { InspectionEvent } from '../domain/inspection/inspection.js';
import type { Track } from '../domain/track/track.js';
import type { CaseFile } from './records.js';
import { handoverFacts, licenceFacts } from './result-facts.js';
import {
  agencyOf,
  say,
  THE_LAW,
  THE_WINDOW,
  type Fact,
  type Tellers,
  type ToldFact,
} from './telling.js';
import { trackFacts } from './track-facts.js';

const caseFacts = {
  'case-opened': ({ file: { of, tracks } }) =>
    say(
      agencyOf(tracks[0] ?? { agencyName: '' }),
      `办件 ${of.caseNumber} 已建立，${String(tracks.length)} 个事项并联审批。`,
      `The case ${of.caseNumber} was opened; ${String(tracks.length)} items are handled in parallel.`,
    ),
  'joint-term-extended': ({ file: { of } }) =>
    of.joint?.extension === undefined
      ? 'unsaid'
      : say(
          agencyOf({ agencyName: of.leadAgencyName ?? '' }),
          `经本级人民政府负责人批准，联合办理期限延长 ${String(of.joint.extension.days)} 个工作日（告知书 ${of.joint.extension.noticeNumber}）：${of.joint.extension.reason}`,
          `The head of the government extended the joint term by ${String(of.joint.extension.days)} working days (notice ${of.joint.extension.noticeNumber}): ${of.joint.extension.reason}`,
        ),
  'joint-clock-moved': 'unsaid',
  'node-recorded': 'unsaid',
  'confidentiality-marked': 'unsaid',
  'due-dates-moved': 'unsaid',
  'joint-term-warning': 'unsaid',
  'joint-term-missed': ({ file: { of } }) =>
    say(
      THE_LAW,
      '联合办理期限已过，仍有事项尚未作出决定（行政许可法 42②）。',
      'The joint term passed with an item undecided (行政许可法 42②).',
      { ...(of.joint?.missedAt !== undefined && { at: of.joint.missedAt }) },
    ),
  'track-concluded': 'unsaid',
  'track-reopened': 'unsaid',
  'track-left': 'unsaid',
  'track-transferred': 'unsaid',
  'case-withdrawn': () =>
    say(THE_WINDOW, '全部事项已撤回，办件办结。', 'Every item was withdrawn; the case is closed.'),
  'case-decided': ({ file: { tracks } }) =>
    say(
      agencyOf(tracks[0] ?? { agencyName: '' }),
      '全部事项已作出决定。',
      'Every item of the case is decided.',
    ),
  'case-closed': () =>
    say(
      THE_WINDOW,
      '全部结果已送出，办件办结。',
      'All results were handed out; the case is closed.',
    ),
} satisfies Tellers<CaseEvent>;

const inspectionFacts = {
  'inspection-arranged': (fact) => {
    const inspection = fact.file.inspections.find(
      ({ inspectionId }) => inspectionId === fact.aggregateId,
    );
    if (inspection === undefined) return 'unsaid';
    const { scheduledAt, checklists } = inspection;
    const names = namesOf(
      fact.file.tracks,
      checklists.map(({ item }) => item),
    );
    return say(
      agencyOf(fact.file.tracks[0] ?? { agencyName: '' }),
      `安排现场踏勘：${beijing(scheduledAt)}，涉及${names}。`,
      `An inspection on site was arranged for ${beijing(scheduledAt)}: ${names}.`,
    );
  },
  'checklist-recorded': 'unsaid',
  'checklist-signed': 'unsaid',
  'inspection-completed': ({ file }) =>
    say(
      { role: 'inspectors', organisation: file.tracks[0]?.agencyName ?? '' },
      '现场踏勘完成，全部核查人员已签字。',
      'The inspection on site is complete and signed by every inspector.',
    ),
} satisfies Tellers<InspectionEvent>;

/** Every fact of a case as a sentence, by the aggregate that it happened to. */
const FACTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  case: caseFacts,
  track: trackFacts,
  inspection: inspectionFacts,
  licence: licenceFacts,
  handover: handoverFacts,
};

/** Undefined where the fact is not the applicant's concern. */
export function toldFact(
  { aggregate, fact, aggregateId, payload }: JournalStep,
  file: CaseFile,
): ToldFact | undefined {
  const teller = FACTS[aggregate]?.[fact];
  if (typeof teller !== 'function') return undefined;
  const told = (teller as (about: Fact) => ToldFact | 'unsaid')({ file, aggregateId, payload });
  return told === 'unsaid' ? undefined : told;
}

const namesOf = (tracks: readonly Track[], items: readonly string[]): string =>
  tracks
    .filter(({ item }) => items.includes(item))
    .map(({ itemName }) => `“${itemName}”`)
    .join('、');

/** `2026-05-06 09:30`, as clocks in China show it. */
const beijing = (at: Instant): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
