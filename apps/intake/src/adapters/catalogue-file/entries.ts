import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  BundleInFile,
  GuidanceInFile,
  ImplementationOfItem,
  ItemInFile,
  readPayload,
} from '@onewindow/contracts';
import type { UnmetRule } from '@onewindow/kernel';
import type { CatalogueFile, FileFinding } from '../../domain/catalogue/catalogue-file.js';
import { unmet } from '../../domain/unmet.js';

/** Where a fault of an entry stands in the file. */
export type Locate = (path: string | undefined) => { readonly row: number; readonly path?: string };

type Mutable<List> = List extends readonly (infer Entry)[] ? Entry[] : never;

/** Deeper than any entry that is taken. */
const DEEPEST = 40;
/** Entries that are read between two looks at what else there is to do. */
const WITHOUT_BREATH = 50;

/** Gathers the entries of a file in the forms that the contracts declare, and the faults of those that are not. */
export class Entries {
  private readonly items: Mutable<CatalogueFile['items']> = [];
  private readonly implementations: Mutable<CatalogueFile['implementations']> = [];
  private readonly bundles: Mutable<CatalogueFile['bundles']> = [];
  private readonly trees: Mutable<CatalogueFile['guidance']> = [];
  private readonly faults: FileFinding[] = [];
  private seen = 0;
  private readonly texts = new Map<string, string>();

  /** Between two entries: the process has commands to answer as well. */
  async breathe(): Promise<void> {
    this.seen += 1;
    if (this.seen % WITHOUT_BREATH === 0) await nextTurn();
  }

  fault(row: number, rule: UnmetRule, subject?: string): void {
    this.faults.push({ row, unmet: rule, ...(subject !== undefined && { subject }) });
  }

  item(value: unknown, locate: Locate): void {
    const read = this.read(ItemInFile, value, locate);
    if (read === undefined) return;
    const { publication = 'published', ...given } = read;
    const item: Partial<typeof given> = given;
    const { code } = item;
    if (code === undefined) {
      this.place(NO_CODE, locate);
      return;
    }
    const { row } = locate(undefined);
    const entry = { publication, item: { ...item, code } };
    this.items.push({ row, entry: entry });
  }

  implementation(value: unknown, locate: Locate): void {
    const entry = this.read(ImplementationOfItem, value, locate);
    if (entry === undefined) return;
    const { row } = locate(undefined);
    this.implementations.push({
      row,
      entry: entry,
    });
  }

  bundle(value: unknown, locate: Locate): void {
    const entry = this.read(BundleInFile, value, locate);
    if (entry !== undefined) this.bundles.push({ row: locate(undefined).row, entry });
  }

  guidance(value: unknown, locate: Locate): void {
    const entry = this.read(GuidanceInFile, value, locate);
    if (entry !== undefined) this.trees.push({ row: locate(undefined).row, entry });
  }

  file(): CatalogueFile {
    const { items, implementations, bundles, trees: guidance, faults } = this;
    return { items, implementations, bundles, guidance, faults };
  }

  private read<Payload extends object>(
    type: new () => Payload,
    value: unknown,
    locate: Locate,
  ): Payload | undefined {
    const reading = readPayload(type, this.once(value), 'forbid');
    if (reading.ok) return reading.value;
    for (const each of reading.unmet) this.place(each, locate);
    return undefined;
  }

  /** Entries repeat each other: addresses, hours, conditions. A text that was read before is not kept again. */
  private once(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') {
      const known = this.texts.get(value);
      if (known !== undefined) return known;
      this.texts.set(value, value);
      return value;
    }
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((each) => this.once(each, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, this.once(each, depth + 1)]),
    );
  }

  private place({ path: own, ...rule }: UnmetRule, locate: Locate): void {
    const { row, path } = locate(own);
    this.fault(row, { ...rule, ...(path !== undefined && { path }) });
  }
}

const NO_CODE = unmet('required', '必填：事项代码。', 'Required: the code of the item.', {
  path: 'code',
});
