import {
  Code,
  DateOnly,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Texts,
  Whole,
} from '../fields.js';
import { SchemaCollection } from './json-schema.js';

class Address {
  @Text({ max: 20 }) street!: string;
}

class Order {
  @OneOf(['food', 'fire']) kind!: string;
  @DateOnly() dueOn!: string;
  @Nested(() => Address) address!: Address;
  @NestedList(() => Address, { atMost: 3 }) others!: Address[];
  @Texts({ atMost: 2, max: 5 }) remarks!: string[];
  @Optional() @Whole({ min: 1, max: 9 }) count?: number;
}

function anotherAddress() {
  class Address {
    @Code() code!: string;
  }
  return Address;
}

describe('The schema of a payload class', () => {
  it('says what its decorators say', () => {
    const collection = new SchemaCollection();

    expect(collection.refTo(Order)).toEqual({ $ref: '#/components/schemas/Order' });
    expect(collection.schemas()).toEqual({
      Address: {
        type: 'object',
        properties: { street: { type: 'string', minLength: 1, maxLength: 20 } },
        required: ['street'],
        additionalProperties: false,
      },
      Order: {
        type: 'object',
        properties: {
          kind: { enum: ['food', 'fire'] },
          dueOn: {
            type: 'string',
            pattern: String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`,
          },
          address: { $ref: '#/components/schemas/Address' },
          others: {
            type: 'array',
            minItems: 0,
            maxItems: 3,
            items: { $ref: '#/components/schemas/Address' },
          },
          remarks: {
            type: 'array',
            minItems: 0,
            maxItems: 2,
            items: { type: 'string', minLength: 1, maxLength: 5 },
          },
          count: { type: 'integer', minimum: 1, maximum: 9 },
        },
        required: ['kind', 'dueOn', 'address', 'others', 'remarks'],
        additionalProperties: false,
      },
    });
  });

  it('keeps two classes of one name apart', () => {
    const another = anotherAddress();
    const collection = new SchemaCollection();
    collection.refTo(Address);

    expect(collection.refTo(another)).toEqual({ $ref: '#/components/schemas/Address2' });
    expect(Object.keys(collection.schemas())).toEqual(['Address', 'Address2']);
  });
});
