import {
  BundleInFile,
  GuidanceInFile,
  ImplementationOfItem,
  ItemInFile,
  readPayload,
  type PayloadClass,
} from '@onewindow/contracts';
import { catalogueFile } from './catalogue-file.js';
import { DEMONSTRATION_ITEMS } from './items.js';

const faults = (type: PayloadClass, values: readonly unknown[]) =>
  values.flatMap((value) => {
    const reading = readPayload(type, value, 'forbid');
    return reading.ok ? [] : reading.unmet.map(({ path, rule }) => `${String(path)} ${rule}`);
  });

describe('The catalogue file of the demonstration city', () => {
  const { items, implementations, bundles, guidance } = catalogueFile();

  it('is in the documented format, entry by entry', () => {
    expect(faults(ItemInFile, items)).toEqual([]);
    expect(faults(ImplementationOfItem, implementations)).toEqual([]);
    expect(faults(BundleInFile, bundles)).toEqual([]);
    expect(faults(GuidanceInFile, guidance)).toEqual([]);
  });

  it('leaves the items of the story alone', () => {
    const codes: readonly string[] = items.map(({ code }) => code);

    expect(DEMONSTRATION_ITEMS.filter(({ code }) => codes.includes(code))).toEqual([]);
  });

  it('has bundles of which some nodes are not offered, and one that is documentation', () => {
    const known = new Set<string>([
      ...items.map(({ code }) => code),
      ...DEMONSTRATION_ITEMS.map(({ code }) => code),
    ]);
    const absent = bundles.flatMap(({ plan }) =>
      plan.nodes.flatMap((node) => ('item' in node && !known.has(node.item) ? [node.item] : [])),
    );

    expect(absent).toEqual(['tobacco-retail-permit', 'water-intake-permit', 'private-school']);
    expect(bundles.filter(({ plan }) => plan.nodes.length === 0)).toHaveLength(1);
  });
});
