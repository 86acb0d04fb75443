import { createHash } from 'node:crypto';
import type { OfficialDocument, Press } from '@onewindow/documents';

/** A document that may have been printed before: its name is known at once, its bytes when they are asked for. */
export interface PrintedDocument {
  /** Strong entity tag: the same tag is the same bytes, in every process that runs this version. */
  readonly tag: string;
  bytes(): Promise<Uint8Array>;
}

/** Bytes that are remembered. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Prints what is public from its plain values, and remembers the last ones by their content. Nothing is kept on the disk: whoever
 * asks for a guide of every day of ten years fills no volume.
 */
export class PrintedDocuments {
  private readonly known = new Map<string, Uint8Array>();
  private readonly underWay = new Map<string, Promise<Uint8Array>>();
  private held = 0;

  constructor(
    private readonly press: Pick<Press, 'render'>,
    private readonly most = MOST_BYTES,
  ) {}

  print(document: OfficialDocument): PrintedDocument {
    const name = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    return { tag: `"${name.slice(0, 32)}"`, bytes: () => this.bytesOf(name, document) };
  }

  private bytesOf(name: string, document: OfficialDocument): Promise<Uint8Array> {
    const known = this.known.get(name);
    if (known !== undefined) {
      this.known.delete(name);
      this.known.set(name, known);
      return Promise.resolve(known);
    }
    const underWay = this.underWay.get(name);
    if (underWay !== undefined) return underWay;
    const printing = this.press
      .render(document)
      .then((bytes) => this.keep(name, bytes))
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, printing);
    return printing;
  }

  private keep(name: string, bytes: Uint8Array): Uint8Array {
    this.known.set(name, bytes);
    this.held += bytes.length;
    for (const [oldest, { length }] of this.known) {
      if (this.held <= this.most) break;
      this.known.delete(oldest);
      this.held -= length;
    }
    return bytes;
  }
}
