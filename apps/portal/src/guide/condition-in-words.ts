import type { GuidePageWords } from '../language/zh-guide-page.js';
import type { FormField } from './form-fields.js';

type Say = GuidePageWords['condition'];
type Json = Readonly<Record<string, unknown>>;

/** A condition on the applicant's answers as a sentence; nothing where it is of a kind that this page does not know. */
export function conditionInWords(
  condition: unknown,
  fields: readonly FormField[],
  say: Say,
): string | undefined {
  if (typeof condition !== 'object' || condition === null) return undefined;
  const given = condition as Json;
  const inWords = (each: unknown) => conditionInWords(each, fields, say);
  if (Array.isArray(given['all'])) return joined(given['all'].map(inWords), say.and);
  if (Array.isArray(given['any'])) return joined(given['any'].map(inWords), say.or);
  if ('not' in given) {
    const inner = inWords(given['not']);
    return inner === undefined ? undefined : say.not(inner);
  }
  return typeof given['field'] === 'string'
    ? ofField(given, given['field'], fields, say)
    : undefined;
}

/** Half a condition would be another one. */
function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0 || known.length < parts.length) return undefined;
  return known.length === 1 ? known[0] : known.map((part) => `（${part}）`).join(by);
}

function ofField(
  given: Json,
  field: string,
  fields: readonly FormField[],
  say: Say,
): string | undefined {
  const { title = field, choices = [] } = fields.find(({ name }) => name === field) ?? {};
  const told = (value: unknown): string => {
    const plain = inFull(value);
    return choices.find((each) => each.value === plain)?.name ?? plain;
  };
  const { equals, oneOf, atLeast, atMost, present } = given;
  if (equals === true) return say.isTrue(title);
  if (equals === false) return say.isFalse(title);
  if (equals !== undefined) return say.equals(title, told(equals));
  if (Array.isArray(oneOf)) return say.equals(title, oneOf.map(told).join(say.orShort));
  if (atLeast !== undefined) return say.atLeast(title, told(atLeast));
  if (atMost !== undefined) return say.atMost(title, told(atMost));
  if (present !== undefined) return present === false ? say.absent(title) : say.present(title);
  return undefined;
}

const inFull = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
