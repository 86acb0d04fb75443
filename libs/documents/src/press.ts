import { Worker } from 'node:worker_threads';
import { documentRefusals } from './document-refusals.js';
import type { OfficialDocument } from './official-document.js';

export interface PressOptions {
  /** The program of its thread. */
  readonly script?: URL;
  /** Milliseconds that one document may take. */
  readonly patienceMs?: number;
  /** Milliseconds without work after which the thread, with its fonts, is let go. */
  readonly idleMs?: number;
  /** Documents that may wait; more are refused as `press-busy`. */
  readonly mostWaiting?: number;
}

interface Job {
  readonly id: number;
  readonly document: OfficialDocument;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

type Answer = { readonly id: number } & (
  { readonly bytes: Uint8Array } | { readonly error: string }
);

/** Of the thread; the fonts lie outside of it. */
const HEAP_MB = 128;

/**
 * Renders documents on a thread of its own, one after the other, so that whoever serves people is not held up. The thread
 * starts with the first document and ends when there was none for a while; one that hangs or dies is replaced, and only
 * the document that it was at is lost.
 */
export class Press {
  private readonly waiting: Job[] = [];
  private worker: Worker | undefined;
  private atWork: Job | undefined;
  private patience: NodeJS.Timeout | undefined;
  private idle: NodeJS.Timeout | undefined;
  private jobs = 0;
  private closed = false;
  private readonly options: Required<PressOptions>;

  constructor(options: PressOptions = {}) {
    const script = program();
    this.options = { script, patienceMs: 20_000, idleMs: 60_000, mostWaiting: 64, ...options };
  }

  /** Throws the refusals `press-busy` and `document-not-printable`. */
  render(document: OfficialDocument): Promise<Uint8Array> {
    if (this.closed || this.waiting.length >= this.options.mostWaiting) {
      return Promise.reject(documentRefusals.refuse('press-busy'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ id: (this.jobs += 1), document, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(documentRefusals.refuse('press-busy'));
    await this.stop(() => documentRefusals.refuse('press-busy'));
  }

  private next(): void {
    if (this.atWork !== undefined) return;
    clearTimeout(this.idle);
    const job = this.waiting.shift();
    if (job === undefined) {
      this.idle = setTimeout(() => void this.stop(), this.options.idleMs).unref();
      return;
    }
    this.atWork = job;
    this.patience = setTimeout(() => void this.stop(notPrintable), this.options.patienceMs).unref();
    this.worker ??= this.start();
    this.worker.ref();
    this.worker.postMessage({ id: job.id, document: job.document });
  }

  private start(): Worker {
    const worker = new Worker(this.options.script, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on('message', (answer: Answer) => this.done(answer));
    worker.on('error', () => this.lost(worker));
    worker.on('exit', () => this.lost(worker));
    return worker;
  }

  private done(answer: Answer): void {
    const job = this.atWork;
    if (job?.id !== answer.id) return;
    this.settle();
    if ('bytes' in answer) job.resolve(answer.bytes);
    else job.reject(notPrintable());
    this.next();
  }

  private lost(worker: Worker): void {
    if (this.worker !== worker) return;
    void this.stop(notPrintable);
  }

  /** Ends the thread; the document that it was at fails with `why`, the next one gets a new thread. */
  private async stop(why: () => unknown = notPrintable): Promise<void> {
    const { worker, atWork: job } = this;
    this.worker = undefined;
    this.settle();
    clearTimeout(this.idle);
    job?.reject(why());
    if (!this.closed && this.waiting.length > 0) this.next();
    await worker?.terminate();
  }

  private settle(): void {
    clearTimeout(this.patience);
    this.atWork = undefined;
    this.worker?.unref();
  }
}

/** In specs, which run from the sources, the thread has to read those too. */
const program = (): URL =>
  import.meta.filename.endsWith('.ts')
    ? new URL('../test/print-from-sources.mjs', import.meta.url)
    : new URL('./print-process.js', import.meta.url);

const notPrintable = () => documentRefusals.refuse('document-not-printable');
