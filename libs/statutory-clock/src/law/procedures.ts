import type { Message } from '@onewindow/kernel';

/** A procedure whose time does not count toward a term, and the article that says so. */
export interface Exclusion {
  /** Stable name in events: `expert-review`. */
  readonly procedure: string;
  readonly name: Message;
  readonly article: string;
}

const art45 = (procedure: string, zh: string, en: string): Exclusion => ({
  procedure,
  name: { zh, en },
  article: '行政许可法 45',
});

/** The eight special procedures 特别程序; every further one has to be named by an item's own law. */
export const SPECIAL_PROCEDURES: readonly Exclusion[] = [
  art45('hearing', '听证', 'hearing'),
  art45('tendering', '招标', 'tendering'),
  art45('auction', '拍卖', 'auction'),
  art45('inspection', '检验', 'inspection of goods'),
  art45('testing', '检测', 'testing'),
  art45('quarantine', '检疫', 'quarantine'),
  art45('appraisal', '鉴定', 'appraisal'),
  art45('expert-review', '专家评审', 'expert review'),
];
