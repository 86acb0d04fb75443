import type { TrackView } from '@onewindow/contracts';
import { holds, type Actor } from '@onewindow/kernel';
import { AGENCY_ROLES } from '../domain/case/visible-to.js';
import { isOfficerOf } from '../domain/officers.js';
import type { Track } from '../domain/track/track.js';
import type { TransferredUp } from '../domain/track/transferred-up.js';

/** With whom a track of two levels lies, and how the first level kept its own term. */
export function levelsView(
  { firstReview, transferredUp, agency }: Track,
  actor: Actor,
): Pick<TrackView, 'reportsTo' | 'transferredUp'> {
  return {
    ...(firstReview && {
      reportsTo: { agency: firstReview.agency, agencyName: firstReview.agencyName },
    }),
    ...(transferredUp && {
      transferredUp: {
        ...toldOf(transferredUp),
        ...(isOfEither([agency, transferredUp.from], actor) && {
          opinion: opinionOf(transferredUp),
        }),
      },
    }),
  };
}

const toldOf = ({ from, fromName, to, toName, at, due, missedAt }: TransferredUp) => ({
  from,
  fromName,
  to,
  toName,
  at,
  due,
  ...(missedAt !== undefined && { missedAt, lamp: 'red' as const }),
});

const opinionOf = ({ opinion: { grounds, ...opinion } }: TransferredUp) => ({
  ...opinion,
  grounds: [...grounds],
});

const isOfEither = (agencies: readonly string[], actor: Actor): boolean =>
  holds(actor, 'auditor') || agencies.some((each) => isOfficerOf(actor, each, ...AGENCY_ROLES));
