import type { ItemNews } from '@onewindow/kernel';
import { inParts } from './catalogue-notice.js';

const news = (item: string, name = '食品经营许可'): ItemNews => ({
  item,
  edition: 1,
  name,
  status: 'in-force',
  from: '2026-04-21',
  type: 'administrative-permit',
  decidingAgency: 'bureau',
  decidingAgencyName: '行政审批服务局',
  statutoryTerm: { unit: 'working-day', days: 20 },
  resultName: '许可证',
  intermediaryServices: [],
  changed: { how: 'published', on: '2026-04-21' },
});

const many = (count: number, name?: string) =>
  Array.from({ length: count }, (_, at) => news(`item-${at}`, name));

describe('News of many items', () => {
  it('is told in parts of two hundred, in order and whole', () => {
    const all = many(5_000);
    const parts = inParts(all);

    expect(parts).toHaveLength(25);
    expect(parts.flat()).toEqual(all);
  });

  it('is told in smaller parts where the items are long', () => {
    const parts = inParts(many(400, '许'.repeat(200)));

    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(110_000);
    expect(parts.flat()).toHaveLength(400);
  });

  it('is nothing where nothing changed', () => {
    expect(inParts([])).toEqual([]);
  });
});
