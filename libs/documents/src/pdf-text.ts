import { inflateSync } from 'node:zlib';

/** What a reader of the PDF can search and copy: the text of each page, by way of the fonts' own tables. */
export function textOfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { dictionary } of objects.values()) {
    const resources = /\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? '';
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1];
      fonts.set(name, characters(objects.get(unicode ?? '')?.stream ?? ''));
    }
  }
  return pagesOf(objects).map((content) => read(content, fonts));
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const text = pdf.toString('latin1');
  for (const { 0: whole, 1: id = '', index } of text.matchAll(/(\d+) 0 obj\n/g)) {
    const start = index + whole.length;
    const end = text.indexOf('endobj', start);
    const streamAt = text.indexOf('stream\n', start);
    const hasStream = streamAt !== -1 && streamAt < end;
    const dictionary = text.slice(start, hasStream ? streamAt : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const bytes = pdf.subarray(streamAt + 7, streamAt + 7 + length);
    const isPacked = dictionary.includes('/FlateDecode');
    const stream = !hasStream ? '' : (isPacked ? inflateSync(bytes) : bytes).toString('latin1');
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

const pagesOf = (objects: ReadonlyMap<string, PdfObject>): string[] =>
  [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? ''))
    .map((content) => content?.stream ?? '');

/** The `bfrange` of a ToUnicode table, as pdfkit writes it: the glyphs from 0 on, in one or more lists. */
function characters(table: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [offset, [, hex = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      // Joined letters are one glyph with several characters.
      const units = hex.match(/\w{4}/g) ?? [];
      found.set(
        Number.parseInt(first, 16) + offset,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    }
  }
  return found;
}

function read(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    for (const glyph of hex?.match(/.{4}/g) ?? []) {
      text += font.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text;
}
