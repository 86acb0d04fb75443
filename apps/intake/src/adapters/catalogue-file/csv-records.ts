import { CsvError, parse } from 'csv-parse/sync';

/** One record of a table, with the line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvReading =
  | { readonly records: readonly CsvRecord[] }
  /** In the record that begins on this line a quote is not closed, or stands where none may. */
  | { readonly brokenAt: number };

/** Reads a table as RFC 4180 writes it. Lines are counted here: the parser takes the two characters of a quoted break for two. */
export function csvRecords(text: string): CsvReading {
  const records: CsvRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: readonly string[]) => {
        records.push({ line, cells });
        line += 1 + breaksIn(cells.join());
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return { brokenAt: line };
    throw error;
  }
  return { records };
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
