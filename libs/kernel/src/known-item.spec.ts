import fc from 'fast-check';
import { departmentsOf, takeNews, type ItemNews, type KnownItem } from './known-item.js';

const on = '2026-04-21';

const news = (edition: number, differs: Partial<ItemNews> = {}): ItemNews => ({
  item: 'food',
  edition,
  name: '食品经营许可',
  status: 'in-force',
  from: on,
  type: 'administrative-permit',
  decidingAgency: 'market-regulation',
  decidingAgencyName: '市场监督管理局',
  statutoryTerm: { unit: 'working-day', days: 20 },
  resultName: '食品经营许可证',
  intermediaryServices: [],
  changed: { how: 'published', on },
  ...differs,
});

const taken = (all: readonly ItemNews[]): KnownItem | undefined =>
  all.reduce<KnownItem | undefined>((stored, each) => takeNews(stored, each).state, undefined);

describe('News of an item', () => {
  it('is kept in its newest edition, in whichever order editions arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (editions) => {
        const known = taken(editions.map((edition) => news(edition)));
        expect(known?.edition).toBe(Math.max(...editions));
      }),
    );
  });

  it('changes nothing when it is told twice, or is older than what is known', () => {
    const known = taken([news(2)]);
    expect(takeNews(known, news(2)).events).toEqual([]);
    expect(takeNews(known, news(1, { name: '旧名称' }))).toEqual({ state: known, events: [] });
  });

  it('ends an item under its edition, which nothing of that edition undoes', () => {
    const retired = news(2, { status: 'retired', changed: { how: 'retired', on } });
    expect(taken([news(2), retired, news(2)])?.status).toBe('retired');
    expect(taken([retired, news(3)])?.status).toBe('in-force');
  });

  it('is remembered for whoever decided before, also after further editions', () => {
    const transferred = news(2, {
      decidingAgency: 'bureau',
      supervisingDepartment: 'city-management',
      changed: { how: 'transferred', on, formerAgency: 'market-regulation' },
    });
    expect(departmentsOf(transferred)).toEqual(['bureau', 'city-management', 'market-regulation']);
    const after = news(3, { decidingAgency: 'bureau', supervisingDepartment: 'city-management' });
    expect(taken([transferred, after])?.departments).toContain('market-regulation');
  });
});
