import type { PublishProcessRequest } from '@onewindow/contracts';
import type { Answers } from '@onewindow/kernel';
import type {
  Process,
  ProcessDefinition,
  StageDefinition,
} from '../src/domain/process/definition.js';
import { underProcess } from '../src/domain/process/passing-stages.js';
import { openTrack } from '../src/domain/track/open-track.js';
import type { Track } from '../src/domain/track/track.js';
import { ACCEPTED, anItem, APPLICATION, CASE, counting } from './fixtures.js';

export const aStage = (
  code: string,
  after: readonly string[] = [],
  changes: Partial<StageDefinition> = {},
): StageDefinition => ({
  code,
  name: `环节 ${code}`,
  kind: 'check',
  role: 'approver',
  after,
  ...changes,
});

export const review = (after: readonly string[] = [], changes: Partial<StageDefinition> = {}) =>
  aStage('review', after, { kind: 'review', ...changes });

export const decision = (after: readonly string[], changes: Partial<StageDefinition> = {}) =>
  aStage('decision', after, { kind: 'decision', role: 'decision-officer', ...changes });

export const aDefinition = (
  stages: readonly StageDefinition[],
  returns: ProcessDefinition['returns'] = [],
): ProcessDefinition => ({
  name: '流程',
  within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  stages,
  returns,
});

/** Consultations of two departments side by side, an expert review where the site is large, and the head decides. */
export const LARGE = aDefinition(
  [
    review([], { workingDays: 3 }),
    aStage('fire', ['review'], { kind: 'consultation', agency: 'fire-rescue', workingDays: 5 }),
    aStage('roads', ['review'], { kind: 'consultation', agency: 'traffic' }),
    aStage('experts', ['review'], {
      kind: 'expert-review',
      when: { field: 'siteArea', atLeast: 1000 },
    }),
    aStage('council', ['fire', 'roads', 'experts'], {
      kind: 'deliberation',
      role: 'agency-head',
      join: 'all',
    }),
    decision(['council'], { role: 'agency-head' }),
  ],
  [
    { from: 'council', to: 'review' },
    { from: 'decision', to: 'council' },
  ],
);

export const PROVINCE = { agency: 'province', agencyName: '省交通运输厅' };

/** A visit and the first review by the lower agency; the province reviews and decides. */
export const REPORTED = aDefinition(
  [
    aStage('check', [], { workingDays: 3 }),
    aStage('first', ['check'], {
      kind: 'first-review',
      workingDays: 5,
      reportsTo: {
        ...PROVINCE,
        within: { unit: 'working-day', days: 10, source: '道路运输条例 8' },
      },
    }),
    review(['first'], { workingDays: 10 }),
    decision(['review'], { workingDays: 5 }),
  ],
  [
    { from: 'first', to: 'check' },
    { from: 'decision', to: 'review' },
  ],
);

/** The same as an administrator publishes it, without the visit. */
export const REPORTED_SIGN: PublishProcessRequest = {
  code: 'sign',
  name: '户外广告',
  within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  stages: [
    {
      code: 'first',
      name: '初审',
      kind: 'first-review',
      role: 'approver',
      after: [],
      reportsTo: {
        agency: 'province',
        agencyName: '省住房城乡建设厅',
        within: { unit: 'working-day', days: 20, source: '行政许可法 43' },
      },
    },
    { code: 'review', name: '审查', kind: 'review', role: 'approver', after: ['first'] },
    {
      code: 'decision',
      name: '决定',
      kind: 'decision',
      role: 'decision-officer',
      after: ['review'],
    },
  ],
  returns: [],
};

export const inForce = (definition: ProcessDefinition, version = 1): Process => ({
  code: 'drainage-permit',
  version,
  definition,
  publishedAt: ACCEPTED,
  publishedBy: 'admin',
});

/** A track that was opened under a definition. */
export const aTrackUnder = (definition: ProcessDefinition, answers: Answers = {}): Track =>
  openTrack(
    {
      applicationId: APPLICATION,
      caseNumber: CASE,
      ordinal: 1,
      acceptedAt: ACCEPTED,
      item: anItem(),
      ...underProcess(inForce(definition), answers),
    },
    counting,
  ).state;

/** Which stage stands how, in the order of the definition. */
export const standing = ({ stages = [] }: Track): Record<string, string> =>
  Object.fromEntries(stages.map(({ code, status }) => [code, status]));
