import type { Condition } from '@onewindow/kernel';

/**
 * What is asked in one field, as JSON Schema 2020-12. Beside its keywords: `x-title-en` its title in English, `x-labels` what its
 * values are called, `x-when` the condition on other answers under which it is asked, `x-personal` that it stays with intake.
 */
export interface FieldSchema {
  readonly type: FieldType;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly 'x-title-en'?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-when'?: Condition;
  readonly 'x-personal'?: boolean;
}

export const FIELD_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A rule over several fields: where `when` holds, `expect` has to hold, or the fields of `ordered` do not fall. */
export interface FormRule {
  readonly when?: Condition;
  readonly expect?: Condition;
  /** Numbers or dates, none greater than the next. */
  readonly ordered?: readonly string[];
  readonly zh: string;
  readonly en: string;
  /** Where the fault is shown; absent: at the first field that the rule speaks of. */
  readonly field?: string;
  readonly source?: string;
}

/** A form 申请表单 that was found sound: JSON Schema 2020-12 of one object whose properties are the fields. */
export interface Form {
  readonly $schema?: string;
  readonly type: 'object';
  readonly title?: string;
  readonly description?: string;
  readonly properties: Readonly<Record<string, FieldSchema>>;
  /** Fields that have to be answered where they are asked. */
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly 'x-rules'?: readonly FormRule[];
  /** In which order the fields are asked; those that it does not name come last. JSON objects are stored without an order. */
  readonly 'x-order'?: readonly string[];
}

/** The keys of a form in the order in which they are asked. */
export const keysInOrder = (form: Form): readonly string[] => {
  const first = form['x-order'] ?? [];
  return [...first, ...Object.keys(form.properties).filter((key) => !first.includes(key))];
};

export const EMPTY_FORM: Form = { type: 'object', properties: {} };

export const titleOf = (form: Form, key: string): { readonly zh: string; readonly en: string } => {
  const field = Object.hasOwn(form.properties, key) ? form.properties[key] : undefined;
  return { zh: field?.title ?? key, en: field?.['x-title-en'] ?? field?.title ?? key };
};

export const isNumeric = (field: FieldSchema): boolean =>
  field.type === 'number' || field.type === 'integer';
