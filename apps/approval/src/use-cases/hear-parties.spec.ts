import { accepted, anApproval } from '../../test/an-approval.js';
import { anOfficer, CASE, reviewer } from '../../test/fixtures.js';
import { competentFor } from '../../test/officers.js';
import { interestKind } from '../domain/interest/interested-parties.js';
import { trackId } from '../domain/track/track.js';

const TRACK = { caseNumber: CASE, item: 'drainage' };
const STATEMENT = { ...TRACK, kind: 'statement', text: '请求加盖' } as const;
const head = anOfficer('wei', 'bureau', 'agency-head');
const stranger = anOfficer('zhao', 'fire-rescue', 'approver');

async function heard() {
  const situation = anApproval();
  const { approval, memory } = situation;
  const publish = (account: string) =>
    approval.publishOfficer(
      { account, name: account, agency: 'bureau', competences: [competentFor(['review'])] },
      { actor: head },
    );
  await approval.openCase(accepted());
  const statements = () =>
    memory.stateOf(interestKind, trackId(CASE, 'drainage'))?.statements.length ?? 0;
  return { ...situation, publish, statements };
}

describe('A statement that an approver records', () => {
  it('is recorded by any approver where the agency publishes no officers', async () => {
    const { approval, statements } = await heard();
    await approval.recordStatement(STATEMENT, { actor: reviewer });

    expect(statements()).toBe(1);
  });

  it('needs the authority that every act on the track needs', async () => {
    const { approval, publish, statements } = await heard();
    await publish('qian');
    await expect(approval.recordStatement(STATEMENT, { actor: reviewer })).rejects.toMatchObject({
      code: 'may-not-act',
      unmet: [{ rule: 'officer-in-post' }, { rule: 'within-authority' }],
    });
    expect(statements()).toBe(0);

    await publish(reviewer.id);
    await approval.recordStatement(STATEMENT, { actor: reviewer });
    expect(statements()).toBe(1);
  });

  it('is of a track of the own agency', async () => {
    const { approval } = await heard();

    await expect(approval.recordStatement(STATEMENT, { actor: stranger })).rejects.toMatchObject({
      code: 'track-not-found',
    });
  });
});

describe('A statement of the applicant', () => {
  it('is not made by an officer who sees the case and has applied for something else', async () => {
    const { approval, statements } = await heard();
    const actor = anOfficer('he', 'bureau', 'inspector', 'applicant');

    await expect(approval.recordStatement(STATEMENT, { actor })).rejects.toMatchObject({
      code: 'track-not-found',
    });
    expect(statements()).toBe(0);
  });
});
