import { anOfficer, on, refusalOf } from '../../../test/fixtures.js';
import { anOfficerInPost, WORK_RULES } from '../../../test/officers.js';
import { aDefinition, aStage, aTrackUnder, decision, review } from '../../../test/processes.js';
import type { Act, Standing } from './act.js';
import { requireMayAct } from './may-act.js';

const NOW = on('2026-11-05');
const REVIEW: Act = { kind: 'review', roles: ['approver'] };
const li = anOfficer('li', 'bureau', 'approver');

describe('An act on a track of which several stages run', () => {
  const SIDE_BY_SIDE = aDefinition([
    aStage('site'),
    review(),
    aStage('fire', [], { kind: 'consultation', agency: 'fire-rescue' }),
    decision(['site', 'review', 'fire']),
  ]);
  const several = aTrackUnder(SIDE_BY_SIDE);
  const inPostNow: Standing = {
    now: NOW,
    matter: {
      applicantAccount: 'chen',
      applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
    },
    published: true,
    officer: anOfficerInPost('li'),
    delegators: new Map(),
    rules: WORK_RULES,
  };
  const assigned = (code: string, officer: string) => ({
    ...several,
    assignments: { [code]: { officer, name: officer, since: NOW, by: 'load' as const } },
  });

  it('takes none from the pool that was not named: all that fit are said', () => {
    const refusal = refusalOf(() => requireMayAct(several, REVIEW, li, inPostNow));

    expect(refusal.code).toBe('may-not-act');
    expect(refusal.unmet).toMatchObject([{ rule: 'stage-chosen' }]);
    expect(refusal.unmet[0]?.message.en).toContain('环节 site (site), 环节 review (review)');
  });

  it('takes the one that the act belongs to', () => {
    const act = { ...REVIEW, stage: 'review' };

    expect(requireMayAct(several, act, li, inPostNow)).toMatchObject({ claims: 'review' });
  });

  it('goes on with the one that is the person’s own', () => {
    const acting = requireMayAct(assigned('site', 'li'), REVIEW, li, inPostNow);

    expect(acting).not.toHaveProperty('claims');
  });

  it('takes the only one that nobody has, and never that of another agency', () => {
    expect(requireMayAct(assigned('site', 'zhao'), REVIEW, li, inPostNow)).toMatchObject({
      claims: 'review',
    });
    const abroad = aTrackUnder(
      aDefinition([aStage('fire', [], { agency: 'fire-rescue' }), decision(['fire'])]),
    );
    expect(requireMayAct(abroad, REVIEW, li, inPostNow)).not.toHaveProperty('claims');
  });
});
