import type { EntityManager } from '@mikro-orm/postgresql';
import { quotaId } from '../../domain/quota/quota.js';
import { PostgresQuotas } from './postgres-quotas.js';

const REGION = '379900';
const ITEMS = ['drainage', 'sign', 'tobacco'];

/** Has a quota for one item, and counts how often it is asked for all of them; the first answer may fail. */
function aDatabase(failure?: Error) {
  let [reads, fails] = [0, failure];
  const execute = async () => {
    reads += 1;
    const failing = fails;
    fails = undefined;
    if (failing) throw failing;
    return [{ id: quotaId(REGION, 'tobacco') }];
  };
  const quotas = new PostgresQuotas({ fork: () => ({ execute }) } as unknown as EntityManager);
  return { quotas, reads: () => reads };
}

const askedAtOnce = (quotas: PostgresQuotas) =>
  Promise.all(ITEMS.map((item) => quotas.exists(REGION, item)));

describe('Which items have a quota', () => {
  it('is read once for all the tracks of a case that are asked for at once', async () => {
    const { quotas, reads } = aDatabase();

    expect(await askedAtOnce(quotas)).toEqual([false, false, true]);
    expect(reads()).toBe(1);
  });

  it('is read again once one was published', async () => {
    const { quotas, reads } = aDatabase();
    await askedAtOnce(quotas);
    quotas.changed();

    expect(await quotas.exists(REGION, 'tobacco')).toBe(true);
    expect(reads()).toBe(2);
  });

  it('is read again by whoever asks next where the database did not answer', async () => {
    const { quotas } = aDatabase(new Error('connection terminated'));

    await expect(askedAtOnce(quotas)).rejects.toThrow('connection terminated');
    expect(await quotas.exists(REGION, 'tobacco')).toBe(true);
  });
});
