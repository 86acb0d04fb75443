import type { OfficialDocument, Press, Seal } from '@onewindow/documents';
import { type FileStore, openFolderStore } from '@onewindow/files';
import type { Clock } from '@onewindow/kernel';
import type { ServiceRecord } from '../../domain/application.js';
import { intakeRefusals } from '../../domain/refusals.js';
import { revisionOf } from '../../domain/serve-paper.js';
import type {
  PaperPrinting,
  PrintedPaper,
  PrintedPart,
  RegisteredPaper,
} from '../../views/papers.js';
import { paperDocument } from './paper-document.js';
import type { PaperRegister } from './paper-register.js';
import { serviceRecordDocument } from './service-record-document.js';

export interface PrintingMeans {
  readonly register: PaperRegister;
  readonly press: Pick<Press, 'render'>;
  readonly seal: Seal;
  /** Where the gateway finds the bytes; null: nothing can be printed. */
  readonly folder: string | null;
  /** How people reach the platform; null: papers say their number and code without an address. */
  readonly publicUrl: URL | null;
  readonly now: Clock;
}

const MOST_BYTES = 20 << 20;

/**
 * Prints and seals a paper when it is asked for first, and keeps its bytes by their hash. What it says was fixed when it was
 * issued; so it does not matter when that is, and what nobody opens costs nothing.
 */
export class SealedPrinting implements PaperPrinting {
  private store: Promise<FileStore> | undefined;
  private readonly underWay = new Map<string, Promise<PrintedPaper>>();

  constructor(private readonly means: PrintingMeans) {}

  print(paper: RegisteredPaper): Promise<PrintedPaper> {
    return this.once(paper, 'paper', () => paperDocument(paper, this.means.publicUrl));
  }

  printServiceRecord(paper: RegisteredPaper, service: ServiceRecord): Promise<PrintedPaper> {
    // A record that took the place of a wrong one is another paper; the wrong one stays as it was printed.
    const revision = revisionOf(service);
    const part = revision === 0 ? 'service-record' : (`service-record-${revision}` as const);
    return this.once(paper, part, () => serviceRecordDocument(paper, service));
  }

  publicKey(keyId: string): object | undefined {
    return this.means.seal.publicKey(keyId);
  }

  private async once(
    paper: RegisteredPaper,
    part: PrintedPart,
    document: () => OfficialDocument,
  ): Promise<PrintedPaper> {
    const key = `${paper.reference} ${part}`;
    const underWay = this.underWay.get(key);
    if (underWay !== undefined) return underWay;
    const printing = this.found(paper, part, document).finally(() => this.underWay.delete(key));
    this.underWay.set(key, printing);
    return printing;
  }

  private async found(
    paper: RegisteredPaper,
    part: PrintedPart,
    document: () => OfficialDocument,
  ): Promise<PrintedPaper> {
    const { register, press, seal, now } = this.means;
    const { reference, agency } = paper;
    const printed = await register.printed(reference, part);
    if (printed !== undefined) return printed;
    const { hash, size } = await this.keep(await press.render(document()));
    const sealedAt = now();
    const impression = await seal.impress({ reference, agency, digest: hash, sealedAt });
    return register.keepPrint(reference, part, {
      hash,
      size,
      sealedAt,
      ...(impression && { seal: impression }),
    });
  }

  private async keep(bytes: Uint8Array) {
    const { folder } = this.means;
    if (folder === null) throw intakeRefusals.refuse('papers-not-printable');
    this.store ??= openFolderStore(folder);
    const store = await this.store;
    return store.put(inOnePiece(bytes), { maxBytes: MOST_BYTES, allowed: ['application/pdf'] });
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
