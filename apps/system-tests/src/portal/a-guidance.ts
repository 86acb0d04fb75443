import type { Page } from 'playwright-core';

const TREE = {
  code: 'restaurant',
  version: 1,
  nameZh: '开饭店要办什么',
  nameEn: 'What a restaurant needs',
  bundle: 'restaurant',
  start: 'place',
  questions: [
    {
      id: 'place',
      kind: 'single',
      zh: '在哪里开？',
      en: 'Where will it be?',
      helpZh: '流动摊点另有规定。',
      helpEn: 'Stalls follow other rules.',
      options: [
        { value: 'house', zh: '固定的店面', en: 'In a house' },
        { value: 'stall', zh: '流动的摊点', en: 'At a stall' },
      ],
      next: [{ to: 'area' }],
    },
    {
      id: 'area',
      kind: 'number',
      zh: '营业面积多大？',
      en: 'How large is it?',
      unit: 'm²',
      minimum: 1,
      maximum: 10_000,
      next: [{ to: 'needed' }],
    },
  ],
  outcomes: [{ id: 'needed', eligible: true, reasons: [], items: ['food-business-permit'] }],
};

const OUTCOME = {
  eligible: true,
  reasons: [{ zh: '有固定的经营场所。', en: 'It has a fixed place.', source: '食品安全法 33' }],
  items: [
    {
      item: 'food-business-permit',
      name: '食品经营许可（新办）',
      decidingAgencyName: '海棠市行政审批服务局',
      statutoryTerm: { unit: 'working-day', days: 15, source: '实施清单' },
      promisedTerm: { unit: 'working-day', days: 10, source: '承诺' },
      charged: false,
    },
  ],
  materials: [
    { code: 'kitchen-layout', name: '布局图', necessity: 'required', source: 'applicant' },
  ],
};

/** Answers the page as the service does, for a small tree: what the pages show of it is what is looked at here. */
export async function leadThrough(page: Page): Promise<void> {
  await page.route('**/api/guidance/restaurant', (route) => route.fulfill({ json: TREE }));
  await page.route('**/api/guidance/restaurant/answers', (route) => {
    const { answers } = route.request().postDataJSON() as { answers: Record<string, unknown> };
    const answered = TREE.questions.map(({ id }) => id).filter((id) => answers[id] !== undefined);
    const question = TREE.questions[answered.length];
    return route.fulfill({
      json: {
        version: 1,
        answered,
        ...(question === undefined ? { outcome: OUTCOME } : { question }),
      },
    });
  });
}
