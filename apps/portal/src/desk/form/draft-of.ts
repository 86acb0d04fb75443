import { localTimeOf } from './city-clock.js';
import { draftOfCondition } from './condition-draft.js';
import type { Draft, DraftGroup } from './draft-shape.js';
import { kindOf, type FieldSchema } from './field-kinds.js';

/** The form of what was sent before: the other way round than `bodyOf`. */
export function draftOf(schema: FieldSchema, body: object): DraftGroup {
  const given = body as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => given[name] !== undefined)
      .map(([name, field]) => [name, draftOfValue(name, field, given[name])]),
  );
}

function draftOfValue(name: string, schema: FieldSchema, value: unknown): Draft {
  switch (kindOf(name, schema)) {
    case 'flag':
      return value === true;
    case 'choices':
    case 'files':
      return value as readonly string[];
    case 'lines':
      return (value as readonly string[]).join('\n');
    case 'group':
      return draftOf(schema, value as object);
    case 'groups':
      return (value as readonly object[]).map((each) => draftOf(schema.items ?? {}, each));
    case 'condition':
      return draftOfCondition(value);
    case 'choice':
      return (
        Object.entries(schema.values ?? {}).find(([, sent]) => sent === value)?.[0] ?? String(value)
      );
    case 'money':
      return String((value as number) / 100);
    case 'instant':
      return localTimeOf(value as string);
    case 'number':
    case 'text':
    case 'long-text':
    case 'date':
    case 'file':
      return String(value);
  }
}
