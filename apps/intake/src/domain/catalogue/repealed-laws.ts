import type { LegalDate } from '@onewindow/kernel';

/** A law that is no longer in force from a day on, and what took its place. */
export interface RepealedLaw {
  readonly law: string;
  readonly since: LegalDate;
  readonly by: string;
}

const by = '生态环境法典 1242';
const since = '2026-08-15' as LegalDate;

/** Whoever cites one of them later cites nothing. A basis that states its own last day needs no entry here. */
export const REPEALED_LAWS: readonly RepealedLaw[] = [
  '环境保护法',
  '环境影响评价法',
  '水污染防治法',
  '大气污染防治法',
  '土壤污染防治法',
  '固体废物污染环境防治法',
  '噪声污染防治法',
  '放射性污染防治法',
  '海洋环境保护法',
  '清洁生产促进法',
].map((law) => ({ law, since, by }));

/** The law that a printed basis such as `环境影响评价法 22` or `《中华人民共和国环境影响评价法》第二十二条` begins with, if it is repealed on that day. */
export function repealedIn(line: string, on: LegalDate): RepealedLaw | undefined {
  const named = line.replace(/^[《\s]*(?:中华人民共和国)?/, '');
  return REPEALED_LAWS.find(
    ({ law, since: day }) => on >= day && named.startsWith(law) && !isLongerName(named, law),
  );
}

/** Regulations that carry a law's name on (环境保护法实施细则) are acts of their own. */
const isLongerName = (line: string, law: string): boolean =>
  /^(?:实施|施行|解释)/.test(line.slice(law.length));
