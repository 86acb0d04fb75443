import type { TrackView } from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import type { Case } from '../domain/case/case.js';
import { AGENCY_ROLES, isApplicantOf } from '../domain/case/visible-to.js';
import { isOfficerOf } from '../domain/officers.js';
import { marksOn, type PublicationRuling } from '../domain/track/publication-ruling.js';
import type { Track } from '../domain/track/track.js';

/** The newest; as many as the contract carries. */
const RULINGS_SHOWN = 100;

type OnTrack = Pick<TrackView, 'confidential' | 'publication'>;

/** What is to be kept from the public: for who decides about it, who audits that, and, of the marks, who made them. */
export function publicationView(of: Case, track: Track, actor: Actor): OnTrack {
  const answersForIt = isOfficerOf(actor, track.agency, ...AGENCY_ROLES) || holds(actor, 'auditor');
  const marks = marksOn(of.confidential ?? [], track.item);
  const rulings = track.decision?.publication ?? [];
  return {
    ...(marks.length > 0 &&
      (answersForIt || isApplicantOf(of, actor)) && {
        confidential: marks.map((mark) => ({ ...mark, parts: [...mark.parts] })),
      }),
    ...(rulings.length > 0 &&
      answersForIt && { publication: rulings.slice(-RULINGS_SHOWN).map(rulingView) }),
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
