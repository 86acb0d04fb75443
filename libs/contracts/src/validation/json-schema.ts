import type { PayloadClass } from '../contract.js';
import type { UnknownFields } from './reading.js';
import { type Check, type Field, shapeOf } from './shape.js';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 and AsyncAPI 3 use it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The schemas of payload classes under their names, for a document's `components.schemas`. They come from the same
 * decorators that requests are validated with.
 */
export class SchemaCollection {
  private readonly names = new Map<PayloadClass, string>();
  private readonly made = new Map<string, JsonSchema>();

  /** With `strip` the schemas say nothing about unknown fields, as for readers of events, who ignore them. */
  constructor(
    private readonly unknownFields: UnknownFields = 'forbid',
    private readonly prefix = '#/components/schemas/',
    private readonly nameOf: (type: PayloadClass) => string = (type) => type.name,
  ) {}

  /** Points to the schema of a class, which is taken into the collection with everything below it. */
  refTo(type: PayloadClass): JsonSchema {
    let name = this.names.get(type);
    if (name === undefined) {
      name = this.freeName(this.nameOf(type));
      this.names.set(type, name);
      this.made.set(name, {});
      this.made.set(name, this.describe(type));
    }
    return { $ref: `${this.prefix}${name}` };
  }

  /** Every schema taken so far, by name. */
  schemas(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.made].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private freeName(name: string): string {
    let free = name;
    for (let number = 2; this.made.has(free); number += 1) free = `${name}${number}`;
    return free;
  }

  /** The schema of a class in place, without the fields that are said elsewhere. */
  describe(type: PayloadClass, without: readonly string[] = []): JsonSchema {
    const fields = shapeOf(type).fields.filter(({ name }) => !without.includes(name));
    const required = fields.filter((each) => !each.optional).map((each) => each.name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((each) => [each.name, this.fieldSchema(each)])),
      ...(required.length > 0 && { required }),
      ...(this.unknownFields === 'forbid' && { additionalProperties: false }),
    };
  }

  fieldSchema({ checks, nested }: Field): JsonSchema {
    const own = merged(checks.filter((each) => !each.forEach));
    const ofEntries = merged(checks.filter((each) => each.forEach));
    if (nested !== undefined && !nested.forEach) return this.refTo(nested.type);
    if (nested !== undefined) return { ...own, items: this.refTo(nested.type) };
    return Object.keys(ofEntries).length > 0 ? { ...own, items: ofEntries } : own;
  }
}

const merged = (checks: readonly Check[]): JsonSchema =>
  Object.assign({}, ...checks.map(keywordsOf)) as JsonSchema;

const keywords: Readonly<Record<string, (given: readonly unknown[]) => JsonSchema>> = {
  isString: () => ({ type: 'string' }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  matches: ([pattern]) => ({
    pattern: pattern instanceof RegExp ? pattern.source : String(pattern),
  }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isBoolean: () => ({ type: 'boolean' }),
  isArray: () => ({ type: 'array' }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
  isIn: ([values]) => ({ enum: values }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
};

/** A rule that is checked but not described would make the document a lie. */
function keywordsOf(check: Check): JsonSchema {
  const describe = keywords[check.name];
  if (describe === undefined) throw new TypeError(`no keyword is known for ${check.name}`);
  return describe(check.arguments);
}
