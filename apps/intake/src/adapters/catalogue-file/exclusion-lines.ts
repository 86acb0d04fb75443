/** An exclusion 不计入期限 as one line of a cell: `procedure|name|article`, and the name in English behind it where there is one. */
interface Exclusion {
  readonly procedure: string;
  readonly name: string;
  readonly article: string;
  readonly nameEn?: string;
}

/** Undefined where a line has too few parts. */
export function exclusionsIn(cell: string): readonly Exclusion[] | undefined {
  const read = cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(exclusionIn);
  return read.every((each) => each !== undefined) ? read : undefined;
}

function exclusionIn(line: string): Exclusion | undefined {
  const parts = line.split(/(?<!\\)\|/).map((part) => part.trim().replaceAll('\\|', '|'));
  const [procedure = '', name = '', article = '', nameEn] = parts;
  if (procedure === '' || name === '' || article === '' || parts.length > 4) return undefined;
  return { procedure, name, article, ...(nameEn !== undefined && { nameEn }) };
}

/** A line break within a part would begin another exclusion: it becomes a space. */
export const exclusionLines = (exclusions: readonly Exclusion[]): string =>
  exclusions
    .map(({ procedure, name, article, nameEn }) =>
      [procedure, name, article, ...(nameEn === undefined ? [] : [nameEn])]
        .map((part) => part.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('|', '\\|'))
        .join('|'),
    )
    .join('\n');
