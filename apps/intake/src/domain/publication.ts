import { unchanged, type Change, type Instant } from '@onewindow/kernel';
import type { Application, ApplicationEvent } from './application.js';
import type {
  ProtectedPart,
  Protection,
  PublicationRuling,
  Withheld,
} from './publication-ruling.js';
import { intakeRefusals } from './refusals.js';

/** Rulings may be told twice and in any order: the one that was made last holds. */
export function takeRuling(
  application: Application,
  { decision, ...ruling }: PublicationRuling & { readonly decision: string },
): Change<Application, ApplicationEvent> {
  if (application.papers.every(({ number }) => number !== decision)) {
    throw intakeRefusals.refuse('news-of-another-case');
  }
  const earlier = application.publication?.[decision] ?? [];
  if (earlier.some(({ ruledAt }) => ruledAt === ruling.ruledAt)) return unchanged(application);
  const rulings = [...earlier, ruling].toSorted((a, b) => (a.ruledAt < b.ruledAt ? -1 : 1));
  const { protection } = rulings.at(-1) ?? ruling;
  return {
    state: { ...application, publication: { ...application.publication, [decision]: rulings } },
    events: [
      {
        type: 'publication-ruled',
        decision,
        ruling,
        parts: [...new Set(withheldOf(protection).flatMap(({ parts }) => parts))],
        secret: isSecret(protection),
      },
    ],
  };
}

/** A state secret is withheld whole (政府信息公开条例 14). */
export const isSecret = (protection: readonly Protection[]): boolean =>
  protection.some(({ kind }) => kind === 'state-secret');

/** The basis of a decision tells its item: it goes with it. */
export const withheldOf = (protection: readonly Protection[]): readonly Withheld[] =>
  protection.flatMap(({ kind, parts }) =>
    kind === 'state-secret'
      ? []
      : [{ kind, parts: parts.includes('item') ? [...new Set([...parts, LEGAL_BASIS])] : parts }],
  );

const LEGAL_BASIS: ProtectedPart = 'legal-basis';

/**
 * What the public is told of changes: when, and what was withheld from then on. The ruling that came with the decision is none, and of the
 * time in which something was a state secret nothing is told.
 */
export function publicChanges(
  rulings: readonly PublicationRuling[],
  decidedAt: string,
): readonly { readonly changedAt: Instant; readonly withheld: readonly Withheld[] }[] {
  return rulings
    .filter(({ ruledAt, protection }) => ruledAt !== decidedAt && !isSecret(protection))
    .map(({ ruledAt, protection }) => ({ changedAt: ruledAt, withheld: withheldOf(protection) }));
}
