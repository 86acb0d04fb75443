import { refuseWhenUnmet, type Change, type Instant, type UnmetRule } from '@onewindow/kernel';
import type { Application, ApplicationEvent, IssuedPaper } from './application.js';
import type { CorrectedPaper, PaperContent } from './paper-content.js';
import { issueWith } from './papers.js';
import { intakeRefusals } from './refusals.js';
import { unmet } from './unmet.js';

/** Where a clerical error may stand. What was decided, its basis, its dates and the ways of appeal are not among them: that takes a new decision. */
export const CORRECTABLE = [
  'applicant-name',
  'premises-name',
  'premises-address',
  'item-name',
  'wording',
] as const;

export type CorrectableField = (typeof CORRECTABLE)[number];

export interface PaperCorrection {
  readonly reason: string;
  readonly changes: readonly {
    readonly field: CorrectableField;
    readonly before: string;
    readonly after: string;
  }[];
}

/**
 * Corrects clerical errors of a paper 更正: a paper of its own is issued with the corrected text, which names the one that it takes
 * the place of, and why. The first one stays on file as it was.
 */
export function correctPaper(
  application: Application,
  original: { readonly reference: string; readonly content?: PaperContent },
  correction: PaperCorrection,
  now: Instant,
): Change<Application, ApplicationEvent> {
  const paper = application.papers.find(({ number }) => number === original.reference);
  if (paper === undefined) throw intakeRefusals.refuse('not-found');
  const { content } = original;
  refuseWhenUnmet(
    [
      ...unmetOfContent(content),
      ...unmetOfStanding(application, paper),
      ...unmetOfChanges(content, correction),
    ],
    (rules) => intakeRefusals.refuse('correction-of-paper-not-possible', rules),
  );
  if (content === undefined) throw new TypeError('a paper without content was refused');
  const { service: _, corrects: __, officialNumber: ___, ...rest } = paper;
  const corrects: CorrectedPaper = {
    number: paper.number,
    reason: correction.reason,
    changes: correction.changes,
  };
  const corrected = correction.changes.reduce(withChange, content);
  return issueWith(
    application,
    {
      ...rest,
      number: nextReference(application, paper.number),
      issuedAt: now,
      corrects: paper.number,
    },
    { ...corrected, corrects },
    now,
  );
}

/** `…-D-G1` is the first correction of `…-D`. */
function nextReference({ papers }: Application, reference: string): string {
  const root = rootOf(reference);
  const earlier = papers.filter(({ number }) => number !== root && rootOf(number) === root);
  return `${root}-G${earlier.length + 1}`;
}

export const rootOf = (reference: string): string => reference.replace(/-G\d+$/, '');

const unmetOfContent = (content: PaperContent | undefined): UnmetRule[] =>
  content === undefined
    ? [
        unmet(
          'content-on-file',
          '该文书的内容未留存，无法更正。',
          'What this paper says is not on file; it cannot be corrected here.',
        ),
      ]
    : [];

/** Of several corrections only the newest is corrected, and none of a decision that was quashed. */
export function unmetOfStanding(
  { papers, quashed = [] }: Application,
  { number }: IssuedPaper,
): UnmetRule[] {
  const later = papers.find(({ corrects }) => corrects === number);
  return [
    ...(later === undefined
      ? []
      : [
          unmet(
            'newest-corrected',
            `该文书已由“${later.number}”更正，请更正最新的一份。`,
            `The paper was corrected by ${later.number}; correct that one.`,
            { path: 'number' },
          ),
        ]),
    ...(quashed.includes(rootOf(number))
      ? [
          unmet(
            'decision-stands',
            '该决定已被撤销，不能更正，应重新作出决定。',
            'The decision was quashed; it is made anew, not corrected.',
          ),
        ]
      : []),
  ];
}

function unmetOfChanges(
  content: PaperContent | undefined,
  { reason, changes }: PaperCorrection,
): UnmetRule[] {
  if (content === undefined) return [];
  return [
    ...(reason.trim() === ''
      ? [
          unmet('reason-given', '请写明更正的原因。', 'Say why it is corrected.', {
            path: 'reason',
          }),
        ]
      : []),
    ...changes.flatMap((change, index) =>
      JSON.stringify(withChange(content, change)) === JSON.stringify(content)
        ? [
            unmet(
              'error-is-there',
              `文书中没有“${change.before}”，或更正前后相同，请照原文填写。`,
              `The paper does not say "${change.before}" there, or nothing changes; copy its own words.`,
              { path: `changes.${index}.before` },
            ),
          ]
        : [],
    ),
  ];
}

function withChange(
  content: PaperContent,
  { field, before, after }: PaperCorrection['changes'][number],
): PaperContent {
  const mended = (text: string) => text.replaceAll(before, () => after);
  const { holder, premises, item } = content;
  switch (field) {
    case 'applicant-name':
      return { ...content, holder: { ...holder, name: mended(holder.name) } };
    case 'premises-name':
      return { ...content, premises: { ...premises, name: mended(premises.name) } };
    case 'premises-address':
      return { ...content, premises: { ...premises, address: mended(premises.address) } };
    case 'item-name':
      return item === undefined
        ? content
        : { ...content, item: { ...item, name: mended(item.name) } };
    case 'wording':
      return { ...content, body: withWording(content.body, mended) };
  }
}

/** The words of the officers: reasons, conditions and remarks. */
function withWording(
  body: PaperContent['body'],
  mended: (text: string) => string,
): PaperContent['body'] {
  switch (body.kind) {
    case 'decision-granted':
    case 'decision-refused':
      return {
        ...body,
        reasons: body.reasons.map(mended),
        ...(body.conditions && { conditions: body.conditions.map(mended) }),
      };
    case 'non-acceptance-notice':
      return { ...body, reasons: body.reasons.map(mended) };
    case 'correction-notice':
      return {
        ...body,
        remarks: body.remarks.map((remark) => ({
          ...remark,
          explanation: mended(remark.explanation),
        })),
        ...(body.answers && {
          answers: body.answers.map((remark) => ({
            ...remark,
            explanation: mended(remark.explanation),
          })),
        }),
      };
    case 'special-procedure-notice':
    case 'term-extension-notice':
      return { ...body, reason: mended(body.reason) };
    case 'acceptance-receipt':
    case 'licence':
    case 'notice':
      return body;
  }
}
