import {
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type UnmetRule,
} from '@onewindow/kernel';
import type { Application, ApplicationEvent } from './application.js';
import type { ConfidentialityMark } from './publication-ruling.js';
import { intakeRefusals } from './refusals.js';
import { unmet } from './unmet.js';

/** The marks take the place of those before; whoever decides has to answer each, and is told of them. */
export function markConfidential(
  application: Application,
  marks: readonly ConfidentialityMark[],
  now: Instant,
): Change<Application, ApplicationEvent> {
  const { confidential = [] } = application;
  refuseWhenUnmet(
    [...unmetOfStatus(application), ...unmetOfMarks(marks, application.items)],
    (rules) => intakeRefusals.refuse('marking-not-possible', rules),
  );
  if (isSame(marks, confidential)) return unchanged(application);
  return {
    state: { ...application, confidential: marks },
    events: [{ type: 'confidentiality-marked', marks, markedAt: now }],
  };
}

/** Whatever order the fields stand in: what was stored has another than what is sent. */
const isSame = (one: readonly ConfidentialityMark[], other: readonly ConfidentialityMark[]) =>
  JSON.stringify(one.map(fieldsOf)) === JSON.stringify(other.map(fieldsOf));

const fieldsOf = ({ kind, parts, item, reason }: ConfidentialityMark) => [
  kind,
  parts,
  item ?? null,
  reason,
];

/** What is wrong with marks, whether they come with the filing or later. */
export const unmetOfMarks = (
  marks: readonly ConfidentialityMark[],
  items: readonly { readonly code: string }[],
  path = 'marks',
): UnmetRule[] =>
  marks.flatMap(({ item, reason }, index) => [
    ...(item === undefined || items.some(({ code }) => code === item)
      ? []
      : [
          unmet(
            'marked-item-applied-for',
            `本申请没有申请“${item}”，请选择已申请的事项。`,
            `"${item}" is not applied for; choose an item of this application.`,
            { path: `${path}.${index}.item` },
          ),
        ]),
    ...(reason.trim() === ''
      ? [
          unmet('mark-gives-reason', '请写明不宜公开的理由。', 'Say why it is confidential.', {
            path: `${path}.${index}.reason`,
            source: '政府信息公开条例 15',
          }),
        ]
      : []),
  ]);

const OVER: readonly Application['status'][] = ['declined', 'withdrawn', 'returned'];

/** As long as there is a decision, or one to come. */
export const mayMarkConfidential = ({ status }: Pick<Application, 'status'>): boolean =>
  !OVER.includes(status);

const unmetOfStatus = (application: Application): UnmetRule[] =>
  !mayMarkConfidential(application)
    ? [
        unmet(
          'decision-to-come',
          '本申请已经终结，不会作出决定，没有需要保密的公开内容。',
          'The application is over without a decision; there is nothing that will be published.',
        ),
      ]
    : [];
