import { unmet } from '../../domain/unmet.js';
import { depthOf } from './decoded-text.js';
import type { Entries } from './entries.js';

/** The name and version of the format (docs/catalogue-file.md). */
export const CATALOGUE_FORMAT = 'onewindow-catalogue/1';
const DEEPEST = 32;
const LISTS = ['items', 'implementations', 'bundles', 'guidance'] as const;

/** A catalogue as it stands in a file; what is wrong with the whole of it is among the faults. */
export interface OpenedJson {
  readonly lists: readonly (readonly [list: ListName, values: unknown[]])[];
}

type ListName = (typeof LISTS)[number];

/** Opens a catalogue of one JSON object with lists of items, implementations, bundles and guidance. */
export function openJson(text: string, entries: Entries): OpenedJson {
  const depth = depthOf(text);
  if (depth > DEEPEST) {
    entries.fault(1, tooDeep(depth));
    return NOTHING;
  }
  const whole = parsed(text, entries);
  if (whole === undefined) return NOTHING;
  for (const name of Object.keys(whole))
    if (name !== 'format' && !(LISTS as readonly string[]).includes(name))
      entries.fault(1, unknownField(name));
  if (whole['format'] !== CATALOGUE_FORMAT) entries.fault(1, WRONG_FORMAT);
  const lists = LISTS.flatMap((list) => {
    const given = whole[list] ?? [];
    if (Array.isArray(given)) return [[list, given as unknown[]] as const];
    entries.fault(1, notAList(list));
    return [];
  });
  return { lists };
}

const NOTHING: OpenedJson = { lists: [] };

/** Reads the entries one by one, and empties the lists on its way: a large file is not in memory twice. */
export async function readJson({ lists }: OpenedJson, entries: Entries): Promise<void> {
  for (const [list, values] of lists)
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      values[index] = undefined;
      await entries.breathe();
      const locate = (path: string | undefined) => ({
        row: index + 1,
        path: `${list}.${index}${path === undefined ? '' : `.${path}`}`,
      });
      if (list === 'items') entries.item(value, locate);
      else if (list === 'implementations') entries.implementation(value, locate);
      else if (list === 'bundles') entries.bundle(value, locate);
      else entries.guidance(value, locate);
    }
}

function parsed(text: string, entries: Entries): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    entries.fault(1, WRONG_FORMAT);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    entries.fault(1, notJson(reason));
  }
  return undefined;
}

const tooDeep = (depth: number) =>
  unmet(
    'nesting',
    `JSON 嵌套 ${depth} 层，不得超过 ${DEEPEST} 层。`,
    `The JSON is nested ${depth} levels deep; at most ${DEEPEST} are read.`,
  );

const notJson = (reason: string) =>
  unmet(
    'file-complete',
    `不是完整的 JSON（${reason}），请核对文件是否被截断。`,
    `It is not whole JSON (${reason}); look whether the file was cut off.`,
  );

const WRONG_FORMAT = unmet(
  'format-named',
  `应为 JSON 对象，其 format 为“${CATALOGUE_FORMAT}”。`,
  `Expected: a JSON object whose format is "${CATALOGUE_FORMAT}".`,
  { path: 'format' },
);

const unknownField = (name: string) =>
  unmet('known-field', '没有这个字段，请删去。', 'There is no such field; leave it out.', {
    path: name.slice(0, 80),
  });

const notAList = (list: string) =>
  unmet('is-array', '应为列表。', 'Expected: a list.', { path: list });
