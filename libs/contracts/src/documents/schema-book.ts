import type { PayloadClass } from '../contract.js';
import { type JsonSchema, SchemaCollection, shapeOf } from '../validation/index.js';

const PREFIX = '#/components/schemas/';

/** The payload classes of an interface in both directions: in what is asked unknown fields are refused, in what is told they are ignored. */
export class SchemaBook {
  readonly told = new SchemaCollection('strip', PREFIX);
  readonly asked: SchemaCollection;

  /** A class that is told as well, directly or inside another one, gets a second name where it is asked. */
  constructor(told: readonly PayloadClass[]) {
    const alsoTold = reachableFrom(told);
    this.asked = new SchemaCollection('forbid', PREFIX, (type) =>
      alsoTold.has(type) ? `${type.name}Input` : type.name,
    );
  }

  /** The body of a request whose other fields stand in the address; undefined when nothing is left. */
  body(type: PayloadClass, inAddress: readonly string[]): JsonSchema | undefined {
    if (inAddress.length === 0) return this.asked.refTo(type);
    const isAllInAddress = shapeOf(type).fields.every(({ name }) => inAddress.includes(name));
    return isAllInAddress ? undefined : this.asked.describe(type, inAddress);
  }

  all(): Readonly<Record<string, JsonSchema>> {
    const asked = this.asked.schemas();
    const told = this.told.schemas();
    const twice = Object.keys(asked).filter((name) => name in told);
    if (twice.length > 0) throw new TypeError(`two schemas are named ${twice.join(', ')}`);
    const all = Object.entries({ ...asked, ...told });
    return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function reachableFrom(types: readonly PayloadClass[]): ReadonlySet<PayloadClass> {
  const found = new Set<PayloadClass>();
  const visit = (type: PayloadClass): void => {
    if (found.has(type)) return;
    found.add(type);
    for (const { nested } of shapeOf(type).fields) if (nested !== undefined) visit(nested.type);
  };
  types.forEach(visit);
  return found;
}
