import { counted } from './counted.js';
import type { QuotaWords } from './zh-quota.js';

export const enQuota: QuotaWords = {
  title: 'Limited numbers',
  lead: 'Where the number of permits is limited, the order of acceptance decides (Administrative Licensing Law, art. 57).',
  none: 'No item has a limited number of permits.',
  noneOfItem: 'The number of permits of this item is not limited.',
  back: 'Back to the limited numbers',
  item: 'Item',
  code: 'Item (code)',
  open: 'Look or publish',
  period: 'Accepted',
  between: (from, until) => `${from} to ${until}`,
  document: 'Document',
  limit: 'Number',
  granted: 'Granted',
  left: 'Left',
  order: 'Order of acceptance',
  counted: (filings, undecided) =>
    `${counted(filings, 'filing')} accepted, ${undecided} not decided. Nothing is granted before those that came earlier are decided.`,
  nobody: 'Nothing was accepted in this period.',
  place: 'Place',
  nth: (place) => `No. ${place}`,
  standings: {
    undecided: 'not decided',
    granted: 'granted',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  waits: (place) => `No. ${place} has to be decided first`,
  notShown: 'not shown',
  history: 'Numbers that were published',
  published: (period, limit) => `Published: ${limit} for ${period}`,
};
