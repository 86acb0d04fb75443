import { addMilliseconds } from '@onewindow/kernel';
import { anAgency, at, rulesOf, SEED } from '../../test/fixtures.js';
import { openRegister, seal, signUp, standing, withdraw } from './sign-up-register.js';
import { unmet } from './unmet.js';

const closesAt = at('05-09T00:00');
const LAST = addMilliseconds(closesAt, -1);
const register = openRegister({ id: 'x', secretName: 'secret', seed: SEED, closesAt }).state;
const agency = anAgency();
const signed = signUp(register, agency, [], LAST).state;

describe('The register of sign-ups', () => {
  it('takes a sign-up until the very end of the term', () => {
    expect(standing(signed)).toMatchObject([{ creditCode: agency.creditCode, signedUpAt: LAST }]);
    expect(rulesOf(() => signUp(register, agency, [], closesAt))).toEqual([
      'within-the-sign-up-term',
    ]);
  });

  it('takes each agency once, and again after it withdrew', () => {
    expect(rulesOf(() => signUp(signed, agency, [], LAST))).toEqual(['signs-up-once']);
    const withdrawn = withdraw(signed, agency.creditCode, LAST).state;
    expect(standing(withdrawn)).toEqual([]);
    expect(rulesOf(() => withdraw(withdrawn, agency.creditCode, LAST))).toEqual(['has-signed-up']);
    expect(standing(signUp(withdrawn, agency, [], LAST).state)).toHaveLength(1);
  });

  it('does not tell one agency of another', () => {
    const [other] = [anAgency(2)];

    expect(rulesOf(() => withdraw(signed, other.creditCode, LAST))).toEqual(
      rulesOf(() => withdraw(register, other.creditCode, LAST)),
    );
    expect(signUp(signed, other, [], LAST).events).toEqual(
      signUp(register, other, [], LAST).events,
    );
  });

  it('tells all that keeps an agency out at once', () => {
    const unfit = [unmet('not-the-owner', 'x', 'x')];

    expect(rulesOf(() => signUp(signed, agency, unfit, closesAt))).toEqual([
      'within-the-sign-up-term',
      'not-the-owner',
      'signs-up-once',
    ]);
  });

  it('takes and gives back nothing once it is sealed', () => {
    const sealed = seal(signed).state;

    expect(rulesOf(() => signUp(sealed, anAgency(2), [], LAST))).toEqual([
      'within-the-sign-up-term',
    ]);
    expect(rulesOf(() => withdraw(sealed, agency.creditCode, LAST))).toEqual([
      'within-the-sign-up-term',
    ]);
    expect(() => seal(sealed)).toThrow('action-not-allowed-in-state');
  });
});
