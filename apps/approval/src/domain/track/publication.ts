import {
  addMilliseconds,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { Outcome } from '../parties.js';
import { unmetOf, type Requirement } from '../requirement.js';
import {
  marksOn,
  type ConfidentialityMark,
  type DecisionProtection,
  type ProtectedPart,
  type PublicationAsked,
  type PublicationRuling,
} from './publication-ruling.js';
import { trackLifecycle } from './track-lifecycle.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

/** What is true of the decision that is to be published. */
export interface Publishing extends PublicationAsked {
  readonly outcome: Outcome;
  readonly item: string;
  /** Of the whole case. */
  readonly marks: readonly ConfidentialityMark[];
}

/** A secret that has ceased is published, one that was overlooked is withheld from here on; both are recorded with their reason. */
export function protectDecision(
  track: Track,
  { reason, ...asked }: PublicationAsked & { readonly reason: string },
  marks: readonly ConfidentialityMark[],
  officer: Person,
  now: Instant,
): Change<Track, TrackEvent> {
  const status = trackLifecycle.next(track.status, 'protect');
  const { decision, item } = track;
  if (decision === undefined) throw new TypeError('a granted track has a decision');
  const rulings = decision.publication ?? [];
  const publishing = { ...asked, outcome: decision.outcome, item, marks };
  refuseWhenUnmet(
    [
      ...unmetByPublication(publishing),
      ...unmetOf(changing, { reason, asked, before: rulings.at(-1) ?? NOTHING_WITHHELD }),
    ],
    (unmet) => approvalRefusals.refuse('publication-not-possible', unmet),
  );
  const ruledAt = after(rulings.at(-1)?.ruledAt ?? decision.decidedAt, now);
  const ruling: PublicationRuling = { ...asked, reason, ruledAt, ruledBy: officer.name };
  return {
    state: { ...track, status, decision: { ...decision, publication: [...rulings, ruling] } },
    events: [{ type: 'decision-protected', decision: decision.number, ruling }],
  };
}

/** The window lets the latest ruling hold: each is later than the one before, also where a clock stands still or was set back. */
const after = (before: Instant, now: Instant): Instant =>
  now > before ? now : addMilliseconds(before, 1);

/** What stands against publishing a decision like this: every mark is answered, and whatever is withheld has its ground. */
export const unmetByPublication = (publishing: Publishing): UnmetRule[] => [
  ...unmetOf(ofPublication, publishing),
  ...publishing.protection.flatMap(unmetOfProtection),
  ...publishing.disclosed.flatMap(({ reason }, index) =>
    reason.trim() === '' ? [reasonMissing(`disclosed.${index}.reason`)] : [],
  ),
];

const NOTHING_WITHHELD: PublicationAsked = { protection: [], disclosed: [] };

const partsOf = (all: readonly { readonly parts: readonly ProtectedPart[] }[]): ProtectedPart[] =>
  all.flatMap(({ parts }) => parts);

const isSecret = ({ protection }: PublicationAsked): boolean =>
  protection.some(({ kind }) => kind === 'state-secret');

const ofPublication: readonly Requirement<Publishing>[] = [
  {
    rule: 'only-grants-are-published',
    path: 'protection',
    source: '行政许可法 40',
    message: {
      zh: '只有准予许可的决定才公开，不予许可无需列明不公开的内容。',
      en: 'Only grants are published; a refusal has nothing to withhold.',
    },
    holds: ({ outcome, protection, disclosed }) =>
      outcome === 'granted' || protection.length + disclosed.length === 0,
  },
  {
    rule: 'marks-answered',
    path: 'protection',
    source: '政府信息公开条例 15',
    message: {
      zh: '申请人声明了不宜公开的内容，请逐项列明不予公开，或者写明仍予公开的理由。',
      en: 'The applicant marked parts as confidential: withhold each, or say why it is published all the same.',
    },
    holds: (publishing) => {
      const { outcome, item, marks, protection, disclosed } = publishing;
      const answered = partsOf([...protection, ...disclosed]);
      return (
        outcome === 'refused' ||
        isSecret(publishing) ||
        partsOf(marksOn(marks, item)).every((part) => answered.includes(part))
      );
    },
  },
  {
    rule: 'withheld-or-published',
    path: 'disclosed',
    message: {
      zh: '同一内容不能既不予公开又予以公开，请二者择一。',
      en: 'A part is withheld or published, not both; choose one.',
    },
    holds: (publishing) =>
      partsOf(publishing.disclosed).every(
        (part) => !partsOf(publishing.protection).includes(part),
      ) && !(isSecret(publishing) && publishing.disclosed.length > 0),
  },
];

const unmetOfProtection = (
  { kind, parts, reason, classifiedBy }: DecisionProtection,
  index: number,
): UnmetRule[] => {
  const path = `protection.${index}`;
  const secret = kind === 'state-secret';
  return [
    ...(reason.trim() === '' ? [reasonMissing(`${path}.reason`)] : []),
    ...(secret || parts.length > 0 ? [] : [partsMissing(`${path}.parts`)]),
    ...(secret && (classifiedBy ?? '').trim() === '' ? [notClassified(path)] : []),
    ...(secret && parts.length > 0 ? [secretIsWhole(`${path}.parts`)] : []),
  ];
};

const reasonMissing = (path: string): UnmetRule => ({
  rule: 'publication-gives-reason',
  path,
  source: '政府信息公开条例 15',
  message: {
    zh: '请写明不予公开或者仍予公开的理由。',
    en: 'Say why it is withheld, or published all the same.',
  },
});

const partsMissing = (path: string): UnmetRule => ({
  rule: 'protected-parts-named',
  path,
  source: '行政许可法 40',
  message: {
    zh: '请列明不予公开的内容，其余内容仍须公开。',
    en: 'Name the parts that are withheld; everything else is published.',
  },
});

const notClassified = (path: string): UnmetRule => ({
  rule: 'state-secret-classified',
  path: `${path}.classifiedBy`,
  source: '政府信息公开条例 14',
  message: {
    zh: '国家秘密须依法确定，请写明定密文件的文号。',
    en: 'A state secret is one that was classified by law; give the number of the document.',
  },
});

const secretIsWhole = (path: string): UnmetRule => ({
  rule: 'state-secret-is-whole',
  path,
  source: '政府信息公开条例 14',
  message: {
    zh: '国家秘密整份不予公开，无需另列内容。',
    en: 'A state secret is withheld whole; name no parts.',
  },
});

interface Changing {
  readonly reason: string;
  readonly asked: PublicationAsked;
  readonly before: PublicationAsked;
}

const changing: readonly Requirement<Changing>[] = [
  {
    rule: 'publication-change-gives-reason',
    path: 'reason',
    message: {
      zh: '请写明变更公开内容的理由：秘密已经解除，或者此前遗漏。',
      en: 'Say why it changes: the secret has ceased, or was overlooked.',
    },
    holds: ({ reason }) => reason.trim() !== '',
  },
  {
    rule: 'publication-changes',
    path: 'protection',
    message: {
      zh: '与现行的公开内容相同，无需变更。',
      en: 'This is what is published and withheld already; nothing changes.',
    },
    holds: ({ asked: { protection, disclosed }, before }) =>
      JSON.stringify([protection, disclosed]) !==
      JSON.stringify([before.protection, before.disclosed]),
  },
];
