import type { ByteSource } from '@onewindow/files';
import type { HttpRequest } from '../http/exchange.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';

/** A file on its way in, as the multipart parser hands it out. */
export interface FilePart {
  readonly type: 'file';
  readonly fieldname: string;
  readonly filename: string;
  readonly mimetype: string;
  readonly file: ByteSource & { resume(): unknown };
}

type Part = FilePart | { readonly type: 'field' };

export interface UploadRequest extends HttpRequest {
  isMultipart(): boolean;
  parts(): AsyncIterableIterator<Part>;
}

/** Gives the one file of an upload to the receiver; throws the refusal `file-missing` where there is another number of parts. */
export async function receiveOneFile<Result extends object>(
  request: UploadRequest,
  receive: (part: FilePart, bytes: ByteSource) => Promise<Result>,
): Promise<Result> {
  if (!request.isMultipart()) throw gatewayRefusals.refuse('media-type-not-accepted');
  let received: Result | undefined;
  for await (const part of arriving(request.parts())) {
    try {
      if (part.type !== 'file' || part.fieldname !== 'file' || received !== undefined) {
        throw gatewayRefusals.refuse('file-missing');
      }
      received = await receive(part, bytesOf(part));
    } finally {
      // What nobody reads would keep the connection from being used again.
      if (part.type === 'file') part.file.resume();
    }
  }
  if (received === undefined) throw gatewayRefusals.refuse('file-missing');
  return received;
}

const bytesOf = ({ file }: FilePart): ByteSource => ({
  [Symbol.asyncIterator]: () => arriving(file),
  get truncated() {
    return file.truncated === true;
  },
});

/** What breaks while it comes in is the sender's or the line's fault, and told apart from a fault of the disk. */
async function* arriving<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  const items = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await items.next().catch((error: unknown) => {
        throw error instanceof Error && 'statusCode' in error
          ? error
          : gatewayRefusals.refuse('request-incomplete');
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await items.return?.();
  }
}
