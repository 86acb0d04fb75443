/** What a form asks for, as an applicant reads it. */
export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly isNeeded: boolean;
  readonly choices: readonly string[];
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

/** The fields of a form published as JSON Schema, those of groups after their group; of what it cannot read it shows nothing. */
export function formFieldsOf(form: unknown): readonly FormField[] {
  const schema = record(form);
  const needed = list(schema?.['required']);
  return Object.entries(record(schema?.['properties']) ?? {}).flatMap(([name, value]) => {
    const field = record(value);
    if (field === undefined) return [];
    const description = text(field['description']);
    const own: FormField = {
      name,
      title: text(field['title']) ?? name,
      isNeeded: needed.includes(name),
      choices: choicesOf(field),
      ...(description !== undefined && { description }),
    };
    return [own, ...formFieldsOf(field['items'] ?? field)];
  });
}

/** With `oneOf` each choice has a title; with `enum` it is what it says. */
function choicesOf(field: Json): readonly string[] {
  const titled = list(field['oneOf']).flatMap((each) => text(record(each)?.['title']) ?? []);
  return titled.length > 0
    ? titled
    : list(field['enum']).filter((each) => typeof each === 'string');
}

/** The rules across fields, as people read them. */
export function formRulesOf(form: unknown): readonly FormRule[] {
  return list(record(form)?.['x-rules']).flatMap((each) => {
    const message = record(record(each)?.['message']);
    const zh = text(message?.['zh']);
    return zh === undefined ? [] : [{ zh, en: text(message?.['en']) ?? zh }];
  });
}
