import { readdirSync } from 'node:fs';
import { eventContracts, requestContracts } from '../catalogue.js';
import type { PayloadClass, RequestContract } from '../contract.js';
import { type Field, readPayload, shapeOf } from '../validation/index.js';
import { goldenSample, SAMPLES_FOLDER } from './golden-samples.js';

/** One message of a contract version, with the class that describes it. */
interface Sample {
  readonly title: string;
  readonly type: PayloadClass;
  readonly value: unknown;
  readonly unknownFields: 'forbid' | 'strip';
}

const requests = requestContracts as readonly RequestContract[];

const samples: readonly Sample[] = [
  ...eventContracts.map(({ id, payload }): Sample => ({
    title: id,
    type: payload,
    value: goldenSample(id)?.payload,
    unknownFields: 'strip',
  })),
  ...requests.flatMap(({ id, request, reply }): Sample[] => [
    {
      title: `${id} request`,
      type: request,
      value: goldenSample(id)?.request,
      unknownFields: 'forbid',
    },
    { title: `${id} reply`, type: reply, value: goldenSample(id)?.reply, unknownFields: 'strip' },
  ]),
];

const table = samples.map((each) => [each.title, each] as const);

/** A field of a sample, with the object that holds it. */
interface Place {
  readonly field: Field;
  readonly holder: Record<string, unknown>;
  readonly path: string;
  readonly type: PayloadClass;
}

/** Every field that the class of a value declares, at every place where the value has an object of that class. */
function places(type: PayloadClass, value: unknown, path = ''): readonly Place[] {
  const holder = value as Record<string, unknown>;
  return shapeOf(type).fields.flatMap((field) => {
    const at = path === '' ? field.name : `${path}.${field.name}`;
    const { nested } = field;
    const inside = holder[field.name];
    const below =
      nested === undefined || inside === undefined
        ? []
        : nested.forEach
          ? (inside as unknown[]).flatMap((each, index) =>
              places(nested.type, each, `${at}.${String(index)}`),
            )
          : places(nested.type, inside, at);
    return [{ field, holder, path: at, type }, ...below];
  });
}

const faultsOf = ({ type, unknownFields }: Sample, value: unknown) => {
  const reading = readPayload(type, value, unknownFields);
  return reading.ok ? [] : reading.unmet.map(({ path, rule }) => ({ path, rule }));
};

describe('The golden samples', () => {
  it('are there for every version of every contract, and for nothing else', () => {
    const ids = [...eventContracts, ...requests].map(({ id }) => `${id}.json`);

    expect(readdirSync(SAMPLES_FOLDER).toSorted()).toEqual(ids.toSorted());
  });

  it('show every declared field of every class at least once', () => {
    const all = samples.flatMap(({ type, value }) => places(type, value));
    const named = ({ type, field }: Place) => `${type.name}.${field.name}`;
    const shown = new Set(all.filter(({ field, holder }) => field.name in holder).map(named));

    expect([...new Set(all.map(named))].filter((each) => !shown.has(each))).toEqual([]);
  });
});

describe('A sample', () => {
  it.each(table)('%s is read back as it is', (_, sample) => {
    const overTheWire: unknown = JSON.parse(JSON.stringify(sample.value));

    expect(readPayload(sample.type, overTheWire, 'forbid')).toEqual({
      ok: true,
      value: sample.value,
    });
  });

  it.each(table)('%s is refused without any one required field, with its path', (_, sample) => {
    const required = places(sample.type, sample.value).filter(({ field }) => !field.optional);

    for (const { holder, field, path } of required) {
      const { [field.name]: kept } = holder;
      Reflect.deleteProperty(holder, field.name);
      expect(faultsOf(sample, sample.value)).toEqual([{ path, rule: 'required' }]);
      holder[field.name] = kept;
    }
  });

  it.each(table)(
    '%s: unknown fields are refused in a request and left out elsewhere',
    (_, sample) => {
      const newer = { ...(sample.value as object), aFieldOfTheFuture: 1 };

      const reading = readPayload(sample.type, newer, sample.unknownFields);

      if (sample.unknownFields === 'strip')
        expect(reading).toEqual({ ok: true, value: sample.value });
      else
        expect(faultsOf(sample, newer)).toEqual([
          { path: 'aFieldOfTheFuture', rule: 'known-field' },
        ]);
    },
  );
});
