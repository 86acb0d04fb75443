/** What a form asks for, as an applicant reads it. */
export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly description?: string;
  readonly isNeeded: boolean;
  readonly choices: readonly Choice[];
  /** The condition on other answers under which it is asked. */
  readonly when?: unknown;
}

/** A value that may be given, and what it is called. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

export interface FormRule {
  readonly zh: string;
  readonly en: string;
}

type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The fields of a form as docs/catalogue-file.md declares it, those of groups after their group; of what it cannot read it shows
 * nothing.
 */
export function formFieldsOf(form: unknown): readonly FormField[] {
  const schema = record(form);
  const properties = record(schema?.['properties']) ?? {};
  const needed = list(schema?.['required']);
  return namesInOrder(properties, list(schema?.['x-order'])).flatMap((name) => {
    const field = record(properties[name]);
    if (field === undefined) return [];
    const [titleEn, description] = [text(field['x-title-en']), text(field['description'])];
    const own: FormField = {
      name,
      title: text(field['title']) ?? name,
      isNeeded: needed.includes(name),
      choices: choicesOf(record(field['items']) ?? field),
      ...(titleEn !== undefined && { titleEn }),
      ...(description !== undefined && { description }),
      ...(field['x-when'] !== undefined && { when: field['x-when'] }),
    };
    return [own, ...formFieldsOf(field['items'] ?? field)];
  });
}

/** What comes over the line has no order of its own. */
function namesInOrder(properties: Json, order: readonly unknown[]): readonly string[] {
  const names = Object.keys(properties);
  const first = order.filter((each) => typeof each === 'string' && names.includes(each));
  return [...new Set([...(first as string[]), ...names])];
}

function choicesOf(field: Json): readonly Choice[] {
  const names = record(field['x-labels']) ?? {};
  return list(field['enum'])
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map(String)
    .map((value) => ({ value, name: text(names[value]) ?? value }));
}

/** The rules across fields, as people read them. */
export function formRulesOf(form: unknown): readonly FormRule[] {
  return list(record(form)?.['x-rules']).flatMap((each) => {
    const rule = record(each);
    const zh = text(rule?.['zh']);
    return zh === undefined ? [] : [{ zh, en: text(rule?.['en']) ?? zh }];
  });
}
