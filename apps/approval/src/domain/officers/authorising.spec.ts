import type { LegalDate } from '@onewindow/kernel';
import { anOfficer, on, rulesOf } from '../../../test/fixtures.js';
import { anOfficerInPost, competentFor } from '../../../test/officers.js';
import {
  authoriseOfficer,
  mayRevoke,
  revokeAuthorisation,
  type AuthorisationRequest,
} from './authorising.js';
import { authorityFor } from './authority.js';
import type { Officer } from './officer.js';

const TODAY = on('2026-03-02');
const HE = { person: { id: 'he', name: '何某' }, reason: '岗位调整' };
const head = anOfficer('he', 'bureau', 'agency-head');
const delegating = anOfficer('wang', 'bureau', 'decision-officer');
const wang = anOfficerInPost('wang', { competences: [competentFor(['decide'])] });

const DELEGATION: AuthorisationRequest = {
  kind: 'delegation',
  documentNumber: '审授 1',
  acts: ['decide'],
  from: '2026-03-02' as LegalDate,
  until: '2026-03-20' as LegalDate,
};

const delegate = (
  request: Partial<AuthorisationRequest> = {},
  delegator: Officer = wang,
  officer = anOfficerInPost('li'),
) =>
  authoriseOfficer(
    officer,
    { ...DELEGATION, ...request },
    { person: delegating, delegator, id: 'a' },
    TODAY,
  );

const authorityOf = (officer: Officer, at = TODAY) =>
  authorityFor(officer, { item: 'drainage', act: 'decide' }, at, new Map([['wang', wang]]));

describe('Delegating', () => {
  it('gives what the post of the delegator gives, for its days', () => {
    const { state } = delegate();

    expect(authorityOf(state)).toMatchObject({ kind: 'delegation', documentNumber: '审授 1' });
    expect(authorityOf(state, on('2026-03-21'))).toBeUndefined();
    expect(authorityOf(state, on('2026-03-01'))).toBeUndefined();
  });

  it('is refused beyond the own post: another act, more items', () => {
    const forOne = { ...wang, competences: [competentFor(['decide'], ['drainage'])] };

    expect(rulesOf(() => delegate({ acts: ['review'] }))).toEqual(['within-own-authority']);
    expect(rulesOf(() => delegate({}, forOne))).toEqual(['within-own-authority']);
    expect(delegate({ items: ['drainage'] }, forOne).events).toHaveLength(1);
  });

  it('is refused to somebody who left the post that it is to come from', () => {
    expect(rulesOf(() => delegate({}, { ...wang, status: 'left' }))).toEqual([
      'within-own-authority',
    ]);
  });

  it('is refused to oneself, and where it ends before it begins', () => {
    const until = '2026-03-01' as LegalDate;

    expect(rulesOf(() => delegate({}, wang, wang))).toEqual(['not-to-oneself']);
    expect(rulesOf(() => delegate({ until }))).toEqual(['period-in-order']);
  });
});

describe('An authority that is taken back', () => {
  const chief = authoriseOfficer(
    anOfficerInPost('li'),
    { ...DELEGATION, kind: 'chief-representative' },
    { person: head, id: 'a' },
    TODAY,
  ).state;

  it('gives nothing from that moment', () => {
    const { state } = revokeAuthorisation(chief, 'a', HE, TODAY);

    expect(authorityOf(chief)).toMatchObject({ kind: 'chief-representative' });
    expect(authorityOf(state)).toBeUndefined();
  });

  it('says who took it back, and why', () => {
    const { state, events } = revokeAuthorisation(chief, 'a', HE, TODAY);

    expect(state.authorisations).toMatchObject([
      { revokedBy: 'he', revokedByName: '何某', revocationReason: '岗位调整' },
    ]);
    expect(events).toMatchObject([{ type: 'authorisation-revoked', reason: '岗位调整' }]);
  });

  it('may be taken back by whoever gave it and by the head of the agency, by nobody else', () => {
    const [given] = chief.authorisations;
    const giver = { ...head, department: 'fire-rescue' };
    const headOfBureau = anOfficer('another', 'bureau', 'agency-head');

    expect(mayRevoke(given!, 'bureau', giver)).toBe(true);
    expect(mayRevoke(given!, 'bureau', headOfBureau)).toBe(true);
    expect(mayRevoke(given!, 'bureau', anOfficer('x', 'bureau', 'approver'))).toBe(false);
    expect(mayRevoke(given!, 'bureau', anOfficer('y', 'fire-rescue', 'agency-head'))).toBe(false);
  });

  it('stays taken back, once, when somebody takes it back again', () => {
    const { state } = revokeAuthorisation(chief, 'a', HE, TODAY);

    expect(revokeAuthorisation(state, 'a', HE, on('2026-03-09'))).toEqual({ state, events: [] });
  });
});
