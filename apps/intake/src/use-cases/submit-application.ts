import type { Changes, Instant } from '@onewindow/kernel';
import { fileApplication, type Filing, type HandedIn } from '../domain/filing.js';
import type { Catalogue } from '../domain/service-item.js';
import type { NamedFromLocker } from '../domain/locker.js';
import { instantAfter } from '../domain/terms.js';
import { ANSWER_DEADLINE, APPLICATION, BUNDLE, CATALOGUE_ITEM } from './aggregates.js';
import { takeFromLocker } from './take-from-locker.js';
import { drawApplicationNumber } from './numbering.js';
import { personOf } from './own-application.js';
import type { Asking, FileReceipts, IntakeDependencies } from './ports.js';

export interface SubmitApplication extends Pick<
  Filing,
  | 'bundle'
  | 'applicant'
  | 'answers'
  | 'confidential'
  | 'contact'
  | 'premises'
  | 'truthDeclared'
  | 'electronicService'
> {
  readonly items: readonly string[];
  readonly materials: readonly { readonly material: string; readonly fileReceipt: string }[];
  readonly fromLocker?: readonly NamedFromLocker[];
}

export interface Submitted {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly receivedAt: Instant;
  readonly queryCode: string;
}

/** Files an application; from its receipt the window has the statutory days to answer (许可法 32). */
export const submitApplication =
  ({
    transact,
    now,
    newId,
    newQueryCode,
    receipts,
    numbers,
    calendar,
    place,
    region,
    checkAnswers,
  }: IntakeDependencies) =>
  async (
    { materials, fromLocker = [], ...request }: SubmitApplication,
    { actor }: Asking,
  ): Promise<Submitted> => {
    const receivedAt = now();
    const by = personOf(actor);
    const queryCode = newQueryCode();
    const uploaded = await readReceipts(receipts, materials);
    const filing: Omit<Filing, 'handedIn'> = {
      ...request,
      id: newId(),
      number: await drawApplicationNumber(numbers, receivedAt),
      queryCode,
      region,
      by,
    };
    return transact(async (changes) => {
      const catalogue = await readCatalogue(changes, request.items, request.bundle);
      const taken = await takeFromLocker(changes, fromLocker, by, receivedAt);
      const handedIn = [...uploaded, ...taken];
      const change = fileApplication({ ...filing, handedIn }, catalogue, receivedAt, {
        workingDaysToAccept: place.workingDaysToAccept,
        calendar: calendar(),
        checkAnswers,
      });
      changes.create(APPLICATION, filing.id, change);
      const dueAt = instantAfter(change.state.answerBy);
      if (dueAt !== undefined)
        changes.arm(APPLICATION, filing.id, { kind: ANSWER_DEADLINE, dueAt });
      return { applicationId: filing.id, applicationNumber: filing.number, receivedAt, queryCode };
    });
  };

export function readReceipts(
  receipts: FileReceipts,
  materials: SubmitApplication['materials'],
): Promise<readonly HandedIn[]> {
  return Promise.all(
    materials.map(async ({ material, fileReceipt }, index) => ({
      material,
      path: `materials.${index}`,
      ...(await receipts.read(fileReceipt)),
    })),
  );
}

/** What was named, and what the plan of the bundle may need. */
async function readCatalogue(
  changes: Changes,
  named: readonly string[],
  bundle?: string,
): Promise<Catalogue> {
  const known = bundle === undefined ? undefined : await changes.find(BUNDLE, bundle);
  const planned = (known?.plan?.nodes ?? []).flatMap(({ item }) => item ?? []);
  const codes = [...new Set([...named, ...planned])];
  const found = await Promise.all(codes.map((code) => changes.find(CATALOGUE_ITEM, code)));
  const items = new Map(
    found.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])),
  );
  return { items, ...(known && { bundle: known }) };
}
