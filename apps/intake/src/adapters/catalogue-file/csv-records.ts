/** One record of a table, with the line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvReading =
  | { readonly records: readonly CsvRecord[] }
  /** The quote that is opened on this line is not closed, or is followed by other than a comma or an end of line. */
  | { readonly brokenAt: number };

/** Reads a table as RFC 4180 writes it; quoted cells may hold commas, line breaks and doubled quotes. */
export function csvRecords(text: string): CsvReading {
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const cells: string[] = [];
    const begins = line;
    for (;;) {
      cell.lastIndex = at;
      const [whole = '', inQuotes, plain = ''] = cell.exec(text) ?? [];
      at += whole.length;
      cells.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
      if (inQuotes !== undefined) line += breaksIn(inQuotes);
      if (text[at] !== ',') break;
      at += 1;
    }
    const end = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' || text[at] === '\r' ? 1 : 0;
    if (end === 0 && at < text.length) return { brokenAt: line };
    records.push({ line: begins, cells });
    at += end;
    line += 1;
  }
  return { records };
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
