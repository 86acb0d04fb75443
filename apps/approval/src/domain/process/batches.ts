import type { UnmetRule } from '@onewindow/kernel';
import { trackLifecycle, type TrackAction } from '../track/track-lifecycle.js';
import type { ProcessDefinition } from './definition.js';
import type { Track } from '../track/track.js';
import { needsOpinion } from './passing-stages.js';
import { unmetByOwnAct } from './stage-acts.js';
import type { StageKind, StageOfTrack } from './stage.js';

/** Whatever weighs something in the single case: where one of these may come up, each decision is made by itself. */
const WEIGHING: readonly StageKind[] = [
  'consultation',
  'inspection',
  'expert-review',
  'deliberation',
  'publicity',
];

/** Only decisions on mere form are signed together: no stage of the process leaves anything to discretion (许可法 34). */
export function unmetOfBatches({ stages }: ProcessDefinition): readonly UnmetRule[] {
  const weighed = stages.filter(({ kind }) => WEIGHING.includes(kind));
  return stages.flatMap(({ kind, name, inBatch }, index) => {
    if (inBatch === undefined) return [];
    const path = `stages.${index}.inBatch`;
    if (kind !== 'decision') {
      return {
        rule: 'decisions-in-batch-only',
        path,
        message: {
          zh: `inBatch 只用于决定环节，“${name}”不是决定环节。`,
          en: `inBatch is for the deciding stage; "${name}" is none.`,
        },
      };
    }
    return weighed.map((stage) => ({
      rule: 'batch-on-form-alone',
      path,
      source: '行政许可法 34',
      message: {
        zh: `流程中有“${stage.name}”，须逐件裁量，不能批量决定。`,
        en: `The process has "${stage.name}", which weighs each case, so decisions are not made in batches.`,
      },
    }));
  });
}

type ByForm = Pick<Track, 'process' | 'siteVisit' | 'consulted' | 'hearsParties'>;

/** Why this track is decided by itself: its process says nothing of batches, or something has come up that has to be weighed. */
export function unmetForBatch(track: ByForm): readonly UnmetRule[] {
  const deciding = track.process?.stages.find(({ kind }) => kind === 'decision');
  return [
    ...(deciding?.inBatch === true ? [] : [EACH_BY_ITSELF]),
    ...(track.siteVisit || track.consulted === true || track.hearsParties === true
      ? [WEIGHED]
      : []),
  ];
}

/** Why a stage that is to be done now is not ended with others by one command. */
export function unmetToEndTogether(track: Track, stage: StageOfTrack): readonly UnmetRule[] {
  const { kind } = stage;
  // An opinion and a decision are given for all of them alike.
  const byItself = kind === 'review' || kind === 'decision' ? [] : unmetByOwnAct(stage);
  if (byItself.length > 0) return byItself;
  return [
    ...(trackLifecycle.allows(track.status, endingOf(track, kind)) ? [] : [CLOCK_STOPPED]),
    ...(kind === 'decision' ? unmetForBatch(track) : []),
  ];
}

function endingOf(track: Track, kind: StageKind): TrackAction {
  if (kind === 'review') return 'record-opinion';
  if (kind !== 'decision') return 'complete-stage';
  return needsOpinion(track) ? 'grant' : 'grant-at-once';
}

const CLOCK_STOPPED: UnmetRule = {
  rule: 'no-special-procedure-under-way',
  source: '行政许可法 45',
  message: {
    zh: '特别程序进行中，结束以后再办理。',
    en: 'A special procedure is under way; this is done once it has ended.',
  },
};

const EACH_BY_ITSELF: UnmetRule = {
  rule: 'batch-allowed-by-the-process',
  source: '行政许可法 34',
  message: {
    zh: '本事项的流程没有允许批量决定，请逐件作出决定。',
    en: 'The process of this item does not allow decisions in batches; decide it by itself.',
  },
};

const WEIGHED: UnmetRule = {
  rule: 'nothing-to-weigh',
  source: '行政许可法 34',
  message: {
    zh: '本件须现场核查、征求了意见或者涉及利害关系人，请逐件作出决定。',
    en: 'This one has a site visit, a consultation or interested parties; decide it by itself.',
  },
};
