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

/** The judgment that quashes a decision, by its number. */
export const judgment = (documentNumber: string, on: LegalDate) => ({
  kind: 'judgment' as const,
  body: '市中级人民法院',
  documentNumber,
  madeOn: on,
  effectiveOn: on,
  documentReceipt: 'receipt',
});
