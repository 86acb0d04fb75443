import type { FollowApplicationReply, FollowCaseReply } from '../api/replies.js';
import { matterOf } from './matter.js';

const WINDOW = { role: 'window' as const, organisation: 'Window' };
const BUREAU = { role: 'agency' as const, organisation: 'Bureau' };

const step = (at: string, kind: string) => ({ at, what: { kind, zh: kind, en: kind }, by: WINDOW });
const awaiting = (what: string, who: typeof WINDOW | typeof BUREAU = BUREAU) => ({
  who,
  what: { zh: what, en: what },
  since: '2026-04-29T07:00:00.000Z',
});
const paper = (number: string, issuedAt: string) => ({
  number,
  kind: 'decision',
  title: number,
  issuedBy: 'Bureau',
  issuedAt,
});

const application = (given: Partial<FollowApplicationReply> = {}): FollowApplicationReply => ({
  applicationId: '6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10',
  number: 'SQ20260427-000001',
  title: 'A restaurant',
  status: 'accepted',
  receivedAt: '2026-04-27T01:10:00.000Z',
  steps: [],
  waitingFor: [],
  tracks: [],
  papers: [],
  ...given,
});

const aCase = (given: Partial<FollowCaseReply> = {}): FollowCaseReply => ({
  applicationId: '6f1d2c9e-4b7a-4f43-8a51-2f0c9b6f7d10',
  number: '379900-20260429-000001',
  title: 'A restaurant',
  status: 'open',
  acceptedAt: '2026-04-29T07:00:00.000Z',
  steps: [],
  waitingFor: [],
  tracks: [],
  papers: [],
  ...given,
});

describe('A matter', () => {
  it('tells every step of window and agencies, the newest first', () => {
    const ofWindow = [
      step('2026-04-27T01:10:00.000Z', 'filed'),
      step('2026-05-15T01:00:00.000Z', 'out'),
    ];
    const ofAgencies = [step('2026-05-14T02:00:00.000Z', 'decided')];

    const { steps } = matterOf(application({ steps: ofWindow }), aCase({ steps: ofAgencies }));

    expect(steps.map(({ what }) => what.kind)).toEqual(['out', 'decided', 'filed']);
  });

  it('puts what was recorded later first where two steps are of one moment', () => {
    const at = '2026-04-28T02:00:00.000Z';

    const { steps } = matterOf(
      application({ steps: [step(at, 'notice'), step(at, 'served')] }),
      undefined,
    );

    expect(steps.map(({ what }) => what.kind)).toEqual(['served', 'notice']);
  });

  it('waits for what the agencies say while they decide', () => {
    const { waitingFor } = matterOf(
      application({ waitingFor: [awaiting('a decision')] }),
      aCase({ waitingFor: [awaiting('a test')] }),
    );

    expect(waitingFor.map(({ what }) => what.en)).toEqual(['a test']);
  });

  it('waits for window and agencies once the agencies have decided', () => {
    const { waitingFor } = matterOf(
      application({ status: 'decided', waitingFor: [awaiting('dispatch', WINDOW)] }),
      aCase({ waitingFor: [awaiting('acknowledgement')] }),
    );

    expect(waitingFor.map(({ what }) => what.en)).toEqual(['dispatch', 'acknowledgement']);
  });

  it('goes on without its case while that has not arrived', () => {
    const { waitingFor, tracks } = matterOf(
      application({ waitingFor: [awaiting('a decision')] }),
      undefined,
    );

    expect(waitingFor).toHaveLength(1);
    expect(tracks).toEqual([]);
  });

  it('names a paper once, with the time at which it was served', () => {
    const issued = paper('N-1', '2026-05-06T01:30:00.000Z');
    const served = { ...issued, servedAt: '2026-05-06T02:00:00.000Z' };

    expect(matterOf(application({ papers: [served] }), aCase({ papers: [issued] })).papers).toEqual(
      [served],
    );
    expect(matterOf(application({ papers: [issued] }), aCase({ papers: [served] })).papers).toEqual(
      [served],
    );
  });
});
