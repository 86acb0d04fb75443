import fc from 'fast-check';
import { anOfficer, on, rulesOf } from '../../../test/fixtures.js';
import type { Outcome } from '../parties.js';
import { isUsedUp, reasonOfUsedUp, unmetByQuota } from './decision-under-quota.js';
import {
  freePlace,
  periodOf,
  publishQuota,
  takePlace,
  type Quota,
  type QuotaRequest,
} from './quota.js';
import { legalDate } from '@onewindow/kernel';

const SEED = 20_261_122;
const administrator = anOfficer('admin', 'centre', 'administrator');
const NOW = on('2026-11-02');
const REQUEST: QuotaRequest = {
  from: legalDate('2026-11-03'),
  until: legalDate('2026-12-31'),
  limit: 100,
  documentNumber: '海政发〔2026〕12号',
};
const publish = (changes: Partial<QuotaRequest> = {}, before?: Quota, now = NOW): Quota =>
  publishQuota(
    before,
    { region: '379900', item: 'taxi' },
    { ...REQUEST, ...changes },
    administrator,
    now,
  ).state;
const taken = (quota: Quota): Quota => takePlace(quota, quota.periods[0]!, 'c').state;

describe('Publishing a quota', () => {
  it('is refused with everything that is wrong', () => {
    const wrong = { from: legalDate('2026-11-02'), documentNumber: ' ' };

    expect(rulesOf(() => publish(wrong))).toEqual([
      'published-before-it-applies',
      'document-numbered',
    ]);
    expect(rulesOf(() => publish({ until: legalDate('2026-11-01') }))).toEqual(['dates-in-order']);
    expect(
      rulesOf(() =>
        publish({ from: legalDate('2026-12-31'), until: legalDate('2027-01-31') }, publish()),
      ),
    ).toEqual(['periods-apart']);
  });

  it('changes the limit of a running period, never below what was granted', () => {
    const running = taken(taken(publish({ limit: 3 })));

    expect(publish({ limit: 2 }, running, on('2026-12-01')).periods[0]).toMatchObject({
      limit: 2,
      granted: 2,
    });
    expect(rulesOf(() => publish({ limit: 1 }, running))).toEqual(['not-below-what-was-granted']);
  });

  it('is of the filings that were accepted on its days, both included', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-12-31', '2027-01-01'];

    expect(days.map((day) => periodOf(publish(), on(day)) !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('A decision under a quota', () => {
  it('grants in turn, and only while a place is left', () => {
    const [period] = publish({ limit: 1 }).periods;
    const rules = (outcome: Outcome, granted: number, earlier?: string) =>
      unmetByQuota({ ...period!, granted }, outcome, earlier).map(({ rule }) => rule);

    expect(rules('granted', 0)).toEqual([]);
    expect(rules('granted', 0, 'C-1')).toEqual(['earlier-filings-decided']);
    expect(rules('granted', 1, 'C-1')).toEqual(['quota-not-used-up', 'earlier-filings-decided']);
    expect(rules('refused', 1, 'C-1')).toEqual([]);
    expect(reasonOfUsedUp(period!)).toContain('海政发〔2026〕12号');
  });

  it('does not take a place that is not there', () => {
    expect(() => taken(taken(publish({ limit: 1 })))).toThrow('no place left');
  });
});

interface Filing {
  readonly number: number;
  outcome?: Outcome;
}

/** The queue as it is looked at for each decision: the first earlier filing that is not decided. */
const earlierThan = (filings: readonly Filing[], number: number, from: number) => {
  for (let at = from; at < number; at += 1) if (filings[at]?.outcome === undefined) return at;
  return undefined;
};

describe('Ten thousand filings for a quota of one hundred', () => {
  it('grants the first hundred in the order of acceptance, and no other', () => {
    const filings: Filing[] = Array.from({ length: 10_000 }, (_, number) => ({ number }));
    let quota = publish();
    for (const filing of filings) {
      const period = quota.periods[0]!;
      const earlier = earlierThan(filings, filing.number, Math.max(0, filing.number - 1));
      const unmet = unmetByQuota(period, 'granted', earlier === undefined ? undefined : 'earlier');
      filing.outcome = unmet.length === 0 ? 'granted' : 'refused';
      if (filing.outcome === 'granted') quota = taken(quota);
    }

    const granted = filings.filter(({ outcome }) => outcome === 'granted');
    expect(granted.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect(isUsedUp(quota.periods[0]!)).toBe(true);
  });

  it(`never grants out of turn or beyond the limit, whatever is tried and reopened (seed ${SEED})`, () => {
    const act = fc.record({
      number: fc.nat({ max: 39 }),
      wish: fc.constantFrom('granted' as const, 'refused' as const, 'reopen' as const),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
        const filings: Filing[] = Array.from({ length: 40 }, (_, number) => ({ number }));
        let quota = publish({ limit: 5 });
        for (const { number, wish } of acts) {
          const filing = filings[number]!;
          if (wish === 'reopen') {
            if (filing.outcome === 'granted') quota = freePlace(quota, REQUEST.from, 'c').state;
            delete filing.outcome;
            continue;
          }
          const earlier = earlierThan(filings, number, 0);
          const unmet = unmetByQuota(
            quota.periods[0]!,
            wish,
            earlier === undefined ? undefined : String(earlier),
          );
          if (filing.outcome !== undefined || unmet.length > 0) continue;
          filing.outcome = wish;
          if (wish === 'granted') {
            expect(filings.slice(0, number).every(({ outcome }) => outcome !== undefined)).toBe(
              true,
            );
            quota = taken(quota);
          }
        }
        const granted = filings.filter(({ outcome }) => outcome === 'granted').length;
        expect(granted).toBeLessThanOrEqual(5);
        expect(quota.periods[0]?.granted).toBe(granted);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
