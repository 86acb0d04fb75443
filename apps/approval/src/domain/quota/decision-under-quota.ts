import type { UnmetRule } from '@onewindow/kernel';
import type { Outcome } from '../parties.js';
import type { QuotaPeriod } from './quota.js';

const ART_57 = '行政许可法 57';

/**
 * Where more people meet the conditions than there are permits, the order of acceptance decides (许可法 57): a grant waits until every
 * earlier filing is decided, and needs a place. A refusal waits for nobody.
 */
export function unmetByQuota(
  period: QuotaPeriod,
  outcome: Outcome,
  earlierUndecided: string | undefined,
): UnmetRule[] {
  if (outcome !== 'granted') return [];
  return [
    ...(isUsedUp(period)
      ? [{ rule: 'quota-not-used-up', source: ART_57, message: usedUp(period) }]
      : []),
    ...(earlierUndecided === undefined
      ? []
      : [
          {
            rule: 'earlier-filings-decided',
            source: ART_57,
            message: {
              zh: `受理在先的办件 ${earlierUndecided} 尚未作出决定，有数量限制的许可须按受理先后顺序决定。`,
              en: `The case ${earlierUndecided} was accepted earlier and is not decided; permits of a limited number follow the order of acceptance.`,
            },
          },
        ]),
  ];
}

export const isUsedUp = ({ granted, limit }: QuotaPeriod): boolean => granted >= limit;

/** The reason that a refusal gives by itself once there is no place left. */
export const reasonOfUsedUp = (period: QuotaPeriod): string => usedUp(period).zh;

const usedUp = ({ from, until, limit, documentNumber }: QuotaPeriod) => ({
  zh: `${from} 至 ${until} 的数量（${String(limit)} 个，${documentNumber}）已按受理先后顺序用完，依照行政许可法第五十七条不能准予。`,
  en: `The ${String(limit)} places of ${from} to ${until} (${documentNumber}) are taken in the order of acceptance; no more can be granted (art. 57).`,
});
