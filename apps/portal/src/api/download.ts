import { answerOf } from './act-request.js';
import { authorised } from './client.js';
import { failureOf, Unreachable } from './failures.js';
import { fileNameIn } from './file-name.js';

/** As long as a browser may need to take over what it was handed. */
const KEPT_MS = 60_000;

/** Fetches a file that only the session of this tab opens, and has the browser keep it under the name that it comes with. */
export async function download(path: string): Promise<void> {
  const response = await fetch(authorised(new Request(path))).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (!response.ok) throw failureOf((await answerOf(response)).error, response.status);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameIn(response.headers.get('content-disposition')) ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
