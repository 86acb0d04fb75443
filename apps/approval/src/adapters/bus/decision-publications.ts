import { DecisionProtectedV1, TrackDecidedV1 } from '@onewindow/contracts';
import { publish } from '@onewindow/journal';
import type { DecisionProtection } from '../../domain/track/publication-ruling.js';
import type { TrackEvent } from '../../domain/track/track-events.js';
import type { Track } from '../../domain/track/track.js';

type Fact<Type extends TrackEvent['type']> = Extract<TrackEvent, { readonly type: Type }>;

/** The decision goes to the window with what is withheld from its publication: it is never public without that. */
export const trackDecided = ({ decision, appeal, licence }: Fact<'track-decided'>, track: Track) =>
  publish(TrackDecidedV1, {
    ...addressOf(track),
    itemName: track.itemName,
    decision: {
      number: decision.number,
      outcome: decision.outcome,
      decidedAt: decision.decidedAt,
      agency: track.agency,
      agencyName: track.agencyName,
      reasons: [...decision.reasons],
      legalBasis: [...decision.legalBasis],
      ...(decision.conditions && { conditions: [...decision.conditions] }),
    },
    ...(appeal && { appeal }),
    ...(licence && { licence }),
    ...(decision.publication && { protection: protectionTold(decision.publication) }),
  });

export const decisionProtected = ({ decision, ruling }: Fact<'decision-protected'>, track: Track) =>
  publish(DecisionProtectedV1, {
    ...addressOf(track),
    decision,
    ruledAt: ruling.ruledAt,
    protection: protectionTold([ruling]),
  });

/** By the newest ruling. */
const protectionTold = (
  rulings: readonly { readonly protection: readonly DecisionProtection[] }[],
) => (rulings.at(-1)?.protection ?? []).map((each) => ({ ...each, parts: [...each.parts] }));

export const addressOf = ({
  applicationId,
  caseNumber,
  item,
}: Pick<Track, 'applicationId' | 'caseNumber' | 'item'>) => ({
  applicationId,
  caseNumber,
  item,
});
