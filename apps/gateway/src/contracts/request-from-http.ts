import { busRefusals } from '@onewindow/bus';
import type { Field } from '@onewindow/contracts';
import { fieldFault } from '../problems/gateway-refusals.js';
import type { ContractRoute } from './contract-route.js';

/** The parts of an HTTP request that a contract's request is put together from. */
export interface HttpParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The contract's request as plain data, not yet validated. What stands in the address is text and takes the type that its field
 * declares; what stands in the body is left as it is.
 */
export function requestFromHttp(route: ContractRoute, parts: HttpParts): object {
  const params = asFields(parts.params);
  const query = asFields(parts.query);
  const path = fromAddress(route, pick(params, route.pathFields));
  if (route.method === 'GET') return { ...fromAddress(route, query), ...path };
  refuseQuery(query);
  const body = bodyOf(parts.body);
  refuseContradiction(path, body);
  return { ...body, ...path };
}

function fromAddress({ shape }: ContractRoute, given: Fields): Fields {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = shape.fields.find((each) => each.name === name);
      return [name, field === undefined ? value : converted(field, value)];
    }),
  );
}

/** Text that is not of the declared type stays text, so that validation names it. */
function converted(field: Field, value: unknown): unknown {
  const isList = field.checks.some(({ name }) => name === 'isArray');
  const convert = converterFor(field);
  if (isList) return [value].flat().map(convert);
  return Array.isArray(value) ? value : convert(value);
}

function converterFor({ checks }: Field): (value: unknown) => unknown {
  const declares = (name: string) => checks.some((check) => check.name === name);
  if (declares('isInt') || declares('isNumber')) return asNumber;
  return declares('isBoolean') ? asBoolean : (value) => value;
}

const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,16}(?:\.\d{1,16})?$/.test(value) ? Number(value) : value;

const asBoolean = (value: unknown): unknown =>
  value === 'true' || value === 'false' ? value === 'true' : value;

/** No body is an empty one: some commands say everything in the path. */
function bodyOf(body: unknown): Fields {
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Fields;
  throw busRefusals.refuse('payload-invalid', [NOT_AN_OBJECT]);
}

const NOT_AN_OBJECT = {
  rule: 'is-object',
  message: { zh: '请求内容应为一个对象。', en: 'The body is to be an object.' },
} as const;

function refuseQuery(query: Fields): void {
  const unmet = Object.keys(query)
    .slice(0, 20)
    .map((name) =>
      fieldFault(
        'in-the-body',
        name,
        '请放入请求内容，不要放在地址中。',
        'Belongs in the body, not in the address.',
      ),
    );
  if (unmet.length > 0) throw busRefusals.refuse('payload-invalid', unmet);
}

/** The path says what is acted on; a body that says otherwise is a mistake of the caller. */
function refuseContradiction(path: Fields, body: Fields): void {
  const unmet = Object.entries(path)
    .filter(([name, value]) => Object.hasOwn(body, name) && body[name] !== value)
    .map(([name]) =>
      fieldFault(
        'same-as-in-path',
        name,
        '与地址中的值不一致。',
        'Differs from the value in the address.',
      ),
    );
  if (unmet.length > 0) throw busRefusals.refuse('payload-invalid', unmet);
}

const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const pick = (from: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, from[name]]));
