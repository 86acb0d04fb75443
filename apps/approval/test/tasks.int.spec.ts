import { aServiceDatabase, type ServiceDatabase } from '@onewindow/service/testing';
import { approvalService } from '../src/approval-service.js';
import { completeStage } from '../src/domain/process/stage-acts.js';
import type { StageOfTrack } from '../src/domain/process/stage.js';
import { activeStages } from '../src/domain/process/stages-of-track.js';
import { recordOpinion } from '../src/domain/track/opinion.js';
import type { Track } from '../src/domain/track/track.js';
import { transferTrack } from '../src/domain/track/transfer.js';
import { withdrawTrack } from '../src/domain/track/withdrawal.js';
import { counting, on, reviewer, tracks } from './fixtures.js';
import { aTrackUnder, LARGE, REPORTED } from './processes.js';

const LATER = on('2026-11-06');
const OPINION = { recommendation: 'grant', grounds: ['齐全'] } as const;

const reviewed = () =>
  recordOpinion(aTrackUnder(LARGE, { siteArea: 1200 }), OPINION, reviewer, LATER, counting).state;
const answered = () =>
  completeStage(reviewed(), { stage: 'fire', outcome: '无异议' }, reviewer, LATER, counting).state;

const reported = () =>
  transferTrack(
    completeStage(
      aTrackUnder(REPORTED),
      { stage: 'check', outcome: '属实' },
      reviewer,
      LATER,
      counting,
    ).state,
    OPINION,
    reviewer,
    LATER,
    { counting, waitingTracks: 'clocks-run' },
  ).state;

/** Tracks without a definition and under one, in every state that there is. */
const TRACKS: readonly (readonly [string, () => Track])[] = [
  ...Object.entries(tracks),
  ['at the first stage of a definition', () => aTrackUnder(LARGE, { siteArea: 500 })],
  ['at several stages side by side', reviewed],
  ['at the stages that are left of them', answered],
  ['at its first review', () => aTrackUnder(REPORTED)],
  ['reported to the agency that decides', reported],
  ['withdrawn at several stages', () => withdrawn(reviewed())],
];

const withdrawn = (track: Track) => withdrawTrack(track, '方案取消', reviewer, LATER).state;

let database: ServiceDatabase;

beforeAll(async () => {
  database = await aServiceDatabase(approvalService);
});

afterAll(() => database.close());

/** What a task says of its stage, and by what it is found again. */
const shown = ({ code, name, kind, role, status, agency, since }: StageOfTrack) => ({
  code,
  name,
  kind,
  role,
  status,
  ...(agency !== undefined && { agency }),
  ...(since !== undefined && { since }),
});

const stagesInTasks = async (track: Track): Promise<readonly StageOfTrack[]> => {
  const { rows } = await database.pool.query<{ stage: StageOfTrack }>(
    'select stage from stages_to_do($1) stage',
    [JSON.stringify(track)],
  );
  return rows.map(({ stage }) => stage);
};

describe('The tasks of a track', () => {
  it.each(TRACKS)('are its active stages: %s', async (_, track) => {
    const of = track();

    expect((await stagesInTasks(of)).map(shown)).toEqual(activeStages(of).map(shown));
  });

  it('are none, one and several among these tracks', () => {
    const counts = new Set(TRACKS.map(([, track]) => activeStages(track()).length));

    expect([...counts].toSorted()).toEqual([0, 1, 2, 3]);
  });
});
