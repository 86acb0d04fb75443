import { unchanged, type Change, type UnmetRule } from '@onewindow/kernel';
import {
  filesOf,
  type Application,
  type ApplicationEvent,
  type CorrectionRemark,
  type HandedUp,
  type TrackTerm,
} from './application.js';
import { intakeRefusals } from './refusals.js';
import { renewTerm } from './results.js';
import { unmet } from './unmet.js';

/** As the bureau tells it: which materials went along is known here. */
export interface TransferTold
  extends Omit<HandedUp, 'materials'>, Pick<TrackTerm, 'statutory' | 'promised'> {}

/** The first review was reported with all materials (许可法 35): the agency that decides reads them here, and its terms run. */
export function takeTransfer(
  application: Application,
  { item, to, toName, at, ...terms }: TransferTold,
): Change<Application, ApplicationEvent> {
  const applied = application.items.find(({ code }) => code === item);
  if (applied === undefined) throw intakeRefusals.refuse('news-of-another-case');
  const { handedUp = [], tracks } = application;
  if (handedUp.some((each) => each.item === item)) return unchanged(application);
  const materials = applied.materials
    .map(({ code }) => code)
    .filter((code) => filesOf(application, code).length > 0);
  const transferred: HandedUp = { item, to, toName, at, materials };
  const renewed = renewTerm(
    {
      ...application,
      handedUp: [...handedUp, transferred],
      tracks: tracks.map((track) => (track.item === item ? withoutPromise(track, to) : track)),
    },
    { item, ...terms },
  );
  return {
    state: renewed.state,
    events: [{ type: 'materials-handed-up', handedUp: transferred }, ...renewed.events],
  };
}

const withoutPromise = ({ promised: _, ...track }: TrackTerm, agency: string): TrackTerm => ({
  ...track,
  agency,
});

/** What went to the higher agency is not asked for again, by nobody (许可法 35). */
export const askedAgain = (
  { handedUp = [] }: Pick<Application, 'handedUp'>,
  remarks: readonly CorrectionRemark[],
): readonly UnmetRule[] =>
  remarks.flatMap(({ material }, index) =>
    handedUp
      .filter(({ materials }) => materials.includes(material))
      .map(({ toName }) =>
        unmet(
          'not-asked-for-again',
          `材料“${material}”已随初审意见直接报送${toName}，不得要求申请人重复提供。`,
          `"${material}" went to ${toName} with the first review; the applicant is not asked for it again.`,
          { path: `remarks.${index}.material`, source: '行政许可法 35' },
        ),
      ),
  );
