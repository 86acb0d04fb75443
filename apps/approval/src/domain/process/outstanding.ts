import type { UnmetRule } from '@onewindow/kernel';
import type { Track } from '../track/track.js';
import type { StageOfTrack } from './stage.js';

/** What has to be done of the stages before the decision, each by its name; the opinion is told by itself. */
export function stagesOutstanding({ stages = [] }: Pick<Track, 'stages'>): readonly UnmetRule[] {
  const deciding = stages.find(({ kind }) => kind === 'decision');
  if (deciding === undefined || deciding.status !== 'waiting') return [];
  return stages
    .filter(({ kind, status }) => kind !== 'decision' && kind !== 'review' && isOpen(status))
    .map((stage) => (stage.unanswered === undefined ? unfinished(stage) : unknown(stage)));
}

const isOpen = (status: StageOfTrack['status']): boolean =>
  status === 'waiting' || status === 'active';

const unfinished = ({ code, name, agencyName }: StageOfTrack): UnmetRule => ({
  rule: 'stages-completed',
  path: `stages.${code}`,
  message: {
    zh: `环节“${name}”${agencyName === undefined ? '' : `（${agencyName}）`}尚未办结，请先办理。`,
    en: `The stage "${name}" is not done yet${agencyName === undefined ? '' : ` (${agencyName})`}; it comes first.`,
  },
});

const unknown = ({ code, name, unanswered = [] }: StageOfTrack): UnmetRule => ({
  rule: 'conditions-answered',
  path: `stages.${code}`,
  message: {
    zh: `不知道是否需要“${name}”：请先登记 ${unanswered.join('、')}。`,
    en: `Nobody knows whether "${name}" is needed; record ${unanswered.join(', ')} first.`,
  },
});
