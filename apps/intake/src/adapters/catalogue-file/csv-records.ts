import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

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
export async function csvRecords(text: string): Promise<CsvReading> {
  const records: CsvRecord[] = [];
  let line = 1;
  const parser = parse({
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (cells: readonly string[]) => {
      records.push({ line, cells });
      line += 1 + breaksIn(cells.join());
      return null;
    },
  });
  try {
    await pipeline(Readable.from(stretchesOf(text)), parser.resume());
  } catch (error) {
    if (error instanceof CsvError) return { brokenAt: line };
    throw error;
  }
  return { records };
}

/** Characters of a table that are read before others have their turn. */
const STRETCH = 1 << 16;

/** The process has commands to answer as well. */
async function* stretchesOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += STRETCH) {
    yield text.slice(from, from + STRETCH);
    await breathe();
  }
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
