import type { Coverage } from './printable-text.js';

/** Reads which characters a TrueType font has, from its `cmap` table (format 12, else format 4). */
export function coverageOf(font: Buffer): Coverage {
  const table = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => {
    const at = table + font.readUInt32BE(table + 8 + index * 8);
    return { at, format: font.readUInt16BE(at) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full !== undefined) return ranges(groupsOf(font, full.at));
  const basic = subtables.find(({ format }) => format === 4);
  if (basic === undefined) throw new TypeError('the font has no table of characters that is known');
  return ranges(segmentsOf(font, basic.at));
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function ranges(sorted: readonly Range[]): Coverage {
  return {
    has(codePoint) {
      let low = 0;
      let high = sorted.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const range = sorted[middle] as Range;
        if (codePoint < range.first) high = middle - 1;
        else if (codePoint > range.last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}

const groupsOf = (font: Buffer, at: number): Range[] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => ({
    first: font.readUInt32BE(at + 16 + index * 12),
    last: font.readUInt32BE(at + 20 + index * 12),
  }));

function segmentsOf(font: Buffer, at: number): Range[] {
  const twice = font.readUInt16BE(at + 6);
  return Array.from({ length: twice / 2 }, (_, index) => ({
    first: font.readUInt16BE(at + 16 + twice + index * 2),
    last: font.readUInt16BE(at + 14 + index * 2),
  })).filter(({ first }) => first !== 0xffff);
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new TypeError(`the font has no ${name}`);
}
