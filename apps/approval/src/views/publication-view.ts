import type { PublicationTold, TrackView } from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { AGENCY_ROLES, isApplicantOf } from '../domain/case/visible-to.js';
import { isOfficerOf } from '../domain/officers.js';
import { marksOn, type PublicationRuling } from '../domain/track/publication-ruling.js';
import type { Track } from '../domain/track/track.js';

/** The newest; as many as the contract carries. */
const RULINGS_SHOWN = 100;

type OnTrack = Pick<TrackView, 'confidential' | 'publication' | 'publicationTold'>;

/** What is to be kept from the public: for who decides about it, who audits that, and, as far as it is theirs to know, who made the marks. */
export function publicationView(of: Case, track: Track, actor: Actor): OnTrack {
  const answersForIt = isOfficerOf(actor, track.agency, ...AGENCY_ROLES) || holds(actor, 'auditor');
  const marks = marksOn(of.confidential ?? [], track.item);
  const applied = isApplicantOf(of, actor);
  const rulings = (track.decision?.publication ?? []).slice(-RULINGS_SHOWN);
  return {
    ...(marks.length > 0 &&
      (answersForIt || applied) && {
        confidential: marks.map((mark) => ({ ...mark, parts: [...mark.parts] })),
      }),
    ...(rulings.length > 0 && answersForIt && { publication: rulings.map(rulingView) }),
    ...(rulings.length > 0 && !answersForIt && applied && { publicationTold: rulings.map(toldOf) }),
  };
}

const rulingView = ({
  protection,
  disclosed,
  ...ruling
}: PublicationRuling): NonNullable<OnTrack['publication']>[number] => ({
  ...ruling,
  protection: protection.map((each) => ({ ...each, parts: [...each.parts] })),
  disclosed: disclosed.map((each) => ({ ...each, parts: [...each.parts] })),
});

/** Whose secret is published all the same is told the reason (政府信息公开条例 32); who ruled, and why something is withheld, is for officers. */
const toldOf = ({ ruledAt, protection, disclosed }: PublicationRuling): PublicationTold => ({
  ruledAt,
  withheld: protection.map(({ kind, parts }) => ({ kind, parts: [...parts] })),
  disclosed: disclosed.map((each) => ({ ...each, parts: [...each.parts] })),
});
