import { isDeepStrictEqual } from 'node:util';
import type { Findings } from '../findings.js';
import { anotherRequest } from '../another-request.js';
import type { Fields } from '../faulty-requests.js';
import { requestClassOf, ROUTED } from './contract-requests.js';
import { callOf, pathFieldsOf, type RoutedContract } from './http-call.js';

/** A command as it was sent, read back into the contract and the request that it stands for. */
interface Sent {
  readonly contract: RoutedContract;
  readonly request: Fields;
}

const AT_ONCE = 20;

/**
 * Sends every command of whoever uses it twenty times at once, once more when it is answered, and then another request under the same
 * key. All twenty-one answers have to be one, and the other request has to be refused.
 */
export class Stutter {
  /** What was answered differently. */
  readonly findings: string[] = [];
  /** Ids of the contracts that were sent like this. */
  readonly sent = new Set<string>();

  readonly send: typeof fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const command = new Headers(init.headers).has('idempotency-key')
      ? commandIn(url, init)
      : undefined;
    if (command === undefined) return fetch(input, init);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(url, init)));
    const again = await ask(url, init);
    const [first = again] = answers;
    const different = [...answers, again].filter(
      (each) => !isDeepStrictEqual(each.json, first.json),
    );
    this.sent.add(command.contract.id);
    this.findings.push(
      ...different.map(({ text }) => `${command.contract.id}: ${text} after ${first.text}`),
      ...(first.status === 200 ? await reused(url, init, command) : []),
    );
    return new Response(first.text, { status: first.status });
  };
}

/** Another addressee would be another receipt book. */
const CHOOSES = new Set(['participant', 'department']);

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

async function ask(url: URL | string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  // Each request has an id of its own, the answer else is the same.
  const text = (await response.text()).replace(/"urn:uuid:[0-9a-f-]+"/, '""');
  return { status: response.status, text, json: JSON.parse(text) as unknown };
}

async function reused(url: URL, init: RequestInit, { contract, request }: Sent): Promise<Findings> {
  const other = anotherRequest(requestClassOf(contract), request, (name) => !CHOOSES.has(name));
  // Some commands say nothing but who is to carry them out.
  if (other === undefined) return [];
  const { path, body } = callOf(contract, other);
  const answer = await ask(`${url.origin}${path}`, {
    ...init,
    ...(body && { body: String(body) }),
  });
  const isRefused = answer.status === 409 && answer.text.includes('"idempotency-key-reused"');
  return isRefused ? [] : [`${contract.id} with another body: ${answer.text.slice(0, 300)}`];
}

function commandIn(url: URL, { method, body }: RequestInit): Sent | undefined {
  for (const contract of ROUTED) {
    if (contract.http.method !== method) continue;
    const names = pathFieldsOf(contract);
    const form = `^/api${contract.http.path.replace(/\{\w+\}/g, '([^/]+)')}$`;
    const found = new RegExp(form).exec(url.pathname);
    if (found === null) continue;
    const inPath = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]);
    const given = typeof body === 'string' ? (JSON.parse(body) as Fields) : {};
    return { contract, request: { ...given, ...(Object.fromEntries(inPath) as Fields) } };
  }
  return undefined;
}
