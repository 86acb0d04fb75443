import type { LegalDate, Person } from '@onewindow/kernel';
import type { Command } from './answer.js';

/** Makes commands of somebody; what is asked for and the use case that is asked have to fit. */
export const commandsBy =
  (actor: Person) =>
  <Request extends object>(
    request: Request,
    useCase: (request: Request, asking: { readonly actor: Person }) => Promise<unknown>,
  ): Command => ({ request, run: () => useCase(request, { actor }) });

/** What an opinion in favour says. */
export const IN_FAVOUR = { recommendation: 'grant' as const, grounds: ['材料齐全'] };

/** A special procedure, and how it ends. */
export const A_TEST = {
  procedure: 'testing' as const,
  reason: '需检测',
  expectedWorkingDays: 5,
  carriedOutBy: '检测中心',
};
export const TEST_PASSED = {
  result: 'favourable' as const,
  conclusion: '合格',
  reportReceipt: 'receipt',
};

/** The judgment that quashes a decision, by its number. */
export const judgment = (documentNumber: string, on: LegalDate) => ({
  kind: 'judgment' as const,
  body: '市中级人民法院',
  documentNumber,
  madeOn: on,
  effectiveOn: on,
  documentReceipt: 'receipt',
});
