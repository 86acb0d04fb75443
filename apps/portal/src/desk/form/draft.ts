import { instantOf } from './city-clock.js';
import { conditionOf } from './condition-draft.js';
import { groupOf, linesOf, listOf, textOf, type Draft, type DraftGroup } from './draft-shape.js';
import { kindOf, type FieldSchema } from './field-kinds.js';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** What is sent for a draft: the shape that the contract asks for, without what was left empty. */
export function bodyOf(schema: FieldSchema, draft: DraftGroup): Readonly<Record<string, Json>> {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const value = valueOf(name, field, draft[name], schema.required?.includes(name) ?? false);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
}

function valueOf(
  name: string,
  schema: FieldSchema,
  draft: Draft,
  isRequired: boolean,
): Json | undefined {
  const kind = kindOf(name, schema);
  switch (kind) {
    case 'flag':
      return draft === true || isRequired ? draft === true : undefined;
    case 'number':
    case 'money':
      return numberOf(textOf(draft), kind === 'money' ? 100 : 1);
    case 'instant':
      return textOf(draft) === '' ? undefined : instantOf(textOf(draft));
    case 'lines':
      return filled(linesOf(draft), isRequired);
    case 'choices':
    case 'files':
      return filled(listOf(draft).filter(isText), isRequired);
    case 'group': {
      const group = bodyOf(schema, groupOf(draft));
      return isRequired || !isEmpty(group) ? group : undefined;
    }
    case 'groups': {
      const { items = {} } = schema;
      return filled(
        listOf(draft).map((each) => bodyOf(items, groupOf(each))),
        isRequired,
      );
    }
    case 'condition':
      return conditionOf(draft) as Json | undefined;
    case 'choice':
      return textOf(draft) === '' ? undefined : (schema.values?.[textOf(draft)] ?? textOf(draft));
    case 'text':
    case 'long-text':
    case 'date':
    case 'file':
      return textOf(draft) === '' ? undefined : textOf(draft);
  }
}

const isText = (value: Draft): value is string => typeof value === 'string' && value !== '';

/** Nothing was filled in, in groups inside it neither. */
const isEmpty = (value: Json): boolean =>
  typeof value === 'object' && Object.values(value).every(isEmpty);

/** Left out where it may be; a list that is asked for is sent empty, so that the answer says what it lacks. */
const filled = (list: readonly Json[], isRequired: boolean): readonly Json[] | undefined =>
  list.length === 0 && !isRequired ? undefined : list;

function numberOf(typed: string, factor: number): Json | undefined {
  if (typed === '') return undefined;
  const number = Number(typed);
  // What is no number goes as it is: the answer says so at the field.
  return Number.isFinite(number) ? Math.round(number * factor * 1000) / 1000 : typed;
}

/** The fields that are asked for and stand empty, as their paths: `reason`, `departments.0.question`. */
export function missingIn(schema: FieldSchema, draft: DraftGroup, at = ''): readonly string[] {
  const body = bodyOf(schema, draft);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${at}${name}`;
    const kind = kindOf(name, field);
    const isRequired = schema.required?.includes(name) ?? false;
    // A group that may be left out asks for its fields only once one of them is filled in.
    if (kind === 'group' && body[name] === undefined) return [];
    if (kind === 'group') return missingIn(field, groupOf(draft[name]), `${path}.`);
    if (kind === 'groups')
      return [
        ...lackingItems(path, field, body[name]),
        ...listOf(draft[name]).flatMap((each, index) =>
          missingIn(field.items ?? {}, groupOf(each), `${path}.${index}.`),
        ),
      ];
    if (isRequired && body[name] === undefined) return [path];
    return isRequired ? lackingItems(path, field, body[name]) : [];
  });
}

function lackingItems(path: string, { minItems = 0 }: FieldSchema, value: Json | undefined) {
  return Array.isArray(value) && value.length < minItems ? [path] : [];
}
