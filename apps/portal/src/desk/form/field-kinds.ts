import type { DraftGroup } from './draft-shape.js';

/** The part of JSON Schema with which contracts declare their fields. */
export interface FieldSchema {
  readonly type?: string;
  /** What the field is called, where it is no field of a contract. */
  readonly title?: string;
  readonly enum?: readonly string[];
  /** What the kinds are sent as, where that is no text. */
  readonly values?: Readonly<Record<string, boolean>>;
  /** How the kinds are called, where they are things of this case. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  /** Which fields one of several groups shows, where that turns on what it says. */
  readonly itemsFor?: (group: DraftGroup) => FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** How a field is filled in. `lines`: several texts, one a line. `groups`: several groups of fields. `money`: in yuan, sent in fen. `condition`: on what was answered. */
export type FieldKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'long-text'
  | 'lines'
  | 'number'
  | 'money'
  | 'flag'
  | 'date'
  | 'instant'
  | 'file'
  | 'files'
  | 'group'
  | 'condition'
  | 'groups';

/** From this length on people write sentences. */
const LONG_TEXT = 200;

export function kindOf(name: string, schema: FieldSchema): FieldKind {
  if (schema.enum !== undefined) return 'choice';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer' || schema.type === 'number')
    return name.endsWith('Fen') ? 'money' : 'number';
  if (schema.type === 'array') return kindOfList(name, schema.items ?? {});
  if (schema.properties !== undefined) return 'group';
  if (schema.type === 'object' && name === 'when') return 'condition';
  return kindOfText(name, schema);
}

function kindOfList(name: string, each: FieldSchema): FieldKind {
  if (each.enum !== undefined) return 'choices';
  if (each.properties !== undefined) return 'groups';
  return /receipts$/i.test(name) ? 'files' : 'lines';
}

function kindOfText(name: string, { pattern = '', maxLength = 0 }: FieldSchema): FieldKind {
  if (/receipt$/i.test(name)) return 'file';
  if (pattern.includes('T\\d{2}:')) return 'instant';
  if (pattern.startsWith('^\\d{4}-')) return 'date';
  return maxLength > LONG_TEXT ? 'long-text' : 'text';
}
