import type { Language } from '../language/preferred-language.js';
import type { FieldSchema } from './form/field-kinds.js';

type Json = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, FieldSchema>>;

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Of a fact yes and no are said alike: what nobody ticked is not a no. */
const YES_OR_NO: FieldSchema = { enum: ['true', 'false'], values: { true: true, false: false } };

/** How facts are asked for: as the form of the item does. */
export function factsOfForm(form: unknown, language: Language): Fields {
  const properties = record(record(form)['properties']);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      const field = record(value);
      const kind = kindOfFact(field);
      if (kind === undefined) return [];
      const chinese = text(field['title']) ?? name;
      const title = language === 'zh' ? chinese : (text(field['x-title-en']) ?? chinese);
      return [[name, { ...kind, title }] as const];
    }),
  );
}

function kindOfFact(field: Json): FieldSchema | undefined {
  const choices = list(field['enum']).filter((each) => typeof each === 'string');
  if (choices.length > 0) return { enum: choices, titles: titlesOf(field) };
  switch (field['type']) {
    case 'boolean':
      return YES_OR_NO;
    case 'integer':
    case 'number':
      return { type: 'number' };
    case 'string':
      return { type: 'string', maxLength: 200 };
    case 'array': {
      const each = kindOfFact(record(field['items']));
      return (
        each?.enum && { type: 'array', items: each, ...(each.titles && { titles: each.titles }) }
      );
    }
    default:
      return undefined;
  }
}

const titlesOf = (field: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record(field['x-labels'])).flatMap(([value, name]) => {
      const title = text(name);
      return title === undefined ? [] : [[value, title] as const];
    }),
  );

/** Where no form asks for a fact, what the conditions of the stages compare it with tells how it is given. */
export function factsOfConditions(conditions: readonly unknown[]): Fields {
  return Object.fromEntries(
    conditions.flatMap(comparisonsIn).flatMap((comparison) => {
      const field = text(comparison['field']);
      const kind = kindOfComparison(comparison);
      return field === undefined || kind === undefined
        ? []
        : [[field, { ...kind, title: field }] as const];
    }),
  );
}

function comparisonsIn(condition: unknown): readonly Json[] {
  const of = record(condition);
  const inside = [...list(of['all']), ...list(of['any']), ...(of['not'] ? [of['not']] : [])];
  return of['field'] === undefined ? inside.flatMap(comparisonsIn) : [of];
}

function kindOfComparison(comparison: Json): FieldSchema | undefined {
  const values = [comparison['equals'], ...list(comparison['oneOf'])];
  const isMeasured = comparison['atLeast'] !== undefined || comparison['atMost'] !== undefined;
  if (isMeasured || values.some((each) => typeof each === 'number')) return { type: 'number' };
  if (values.some((each) => typeof each === 'boolean')) return YES_OR_NO;
  return values.some((each) => typeof each === 'string')
    ? { type: 'string', maxLength: 200 }
    : undefined;
}
