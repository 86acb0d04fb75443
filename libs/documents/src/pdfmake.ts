import { createRequire } from 'node:module';

/** What of pdfmake's language is used here; the package ships no types. */
export interface Content {
  readonly text?: string | readonly string[];
  readonly stack?: readonly Content[];
  readonly columns?: readonly Content[];
  readonly columnGap?: number;
  readonly ol?: readonly Content[];
  readonly ul?: readonly Content[];
  readonly table?: {
    readonly headerRows: number;
    readonly widths: readonly number[];
    readonly body: readonly (readonly Content[])[];
    readonly dontBreakRows: boolean;
  };
  readonly layout?: object;
  readonly qr?: string;
  readonly fit?: number;
  readonly eccLevel?: 'L' | 'M' | 'Q' | 'H';
  readonly width?: number;
  readonly margin?: readonly [number, number, number, number];
  readonly alignment?: 'center' | 'right';
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly color?: string;
  readonly leadingIndent?: number;
  readonly unbreakable?: boolean;
}

export interface DocumentDefinition {
  readonly pageSize: 'A4';
  readonly pageMargins: readonly [number, number, number, number];
  readonly language: string;
  readonly displayTitle: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly defaultStyle: object;
  readonly content: readonly Content[];
  readonly footer: (page: number, pages: number) => Content;
}

interface Pdfmake {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setFonts(fonts: Readonly<Record<string, { normal: string; bold: string }>>): void;
  setUrlAccessPolicy(allowed: (url: string) => boolean): void;
  setLocalAccessPolicy(allowed: (path: string) => boolean): void;
  createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
}

/** A CommonJS package with one shared setting for its process: it is asked for once, by the press. */
export const pdfmake = createRequire(import.meta.url)('pdfmake') as Pdfmake;
