import { journalRefusals } from '../refusals.js';

/** Deeper than any case is; a limit keeps a hostile request from exhausting the stack. */
const MAX_DEPTH = 64;
/** Up to here sorting by insertion is quicker; the objects of a state are that small, and often in order. */
const FEW_KEYS = 24;
/** Printable ASCII without quotes and backslashes stands as it is: most keys, numbers, codes and dates. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * The one text of a JSON value (RFC 8785): keys sorted, no white space, so that equal values have equal hashes. A field
 * that is undefined is left out. Throws a TypeError for what is no JSON, the refusal `text-not-storable` for text that
 * PostgreSQL cannot hold, `nested-too-deeply` past 64 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no JSON number: ${value}`);
      return String(value === 0 ? 0 : value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeNested(value, depth + 1);
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw new TypeError(`no JSON value: ${typeof value}`);
  }
}

function writeText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (text.includes('\0') || !text.isWellFormed())
    throw journalRefusals.refuse('text-not-storable');
  return JSON.stringify(text);
}

function writeNested(value: object, depth: number): string {
  if (depth > MAX_DEPTH) throw journalRefusals.refuse('nested-too-deeply');
  if (Array.isArray(value)) {
    return `[${value.map((each) => (each === undefined ? 'null' : write(each, depth))).join(',')}]`;
  }
  if (!isPlain(value)) throw new TypeError(`no plain object: ${value.constructor.name}`);
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sorted(Object.keys(fields))) {
    const field = fields[key];
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${writeText(key)}:${write(field, depth)}`;
  }
  return `{${text}}`;
}

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype ||
  !('toJSON' in value || Symbol.iterator in value || ArrayBuffer.isView(value));

/** In place, by UTF-16 code units. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW_KEYS) return keys.sort();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string;
    let free = at;
    for (; free > 0 && (keys[free - 1] as string) > key; free -= 1) {
      keys[free] = keys[free - 1] as string;
    }
    keys[free] = key;
  }
  return keys;
}
