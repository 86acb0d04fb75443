import type { AnyRequestContract, HttpRoute } from '@onewindow/contracts';
import type { Fields } from '../faulty-requests.js';

/** A contract that the gateway offers. */
export type RoutedContract = AnyRequestContract & { readonly http: HttpRoute };

export const isRouted = (contract: AnyRequestContract): contract is RoutedContract =>
  contract.http !== undefined;

/** One request, as raw as `fetch` takes it. */
export interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON, else undefined. */
  readonly json: unknown;
  readonly ms: number;
}

/** Nobody waits longer; an answer that stays away is a finding, not a hanging test. */
export const ANSWER_WITHIN_MS = 40_000;

export async function send(url: string, call: HttpCall): Promise<HttpAnswer> {
  const { method, path, headers, body } = call;
  const began = performance.now();
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(body !== undefined && { body: typeof body === 'string' ? body : Buffer.from(body) }),
  });
  const text = await response.text();
  const ms = performance.now() - began;
  return { status: response.status, headers: response.headers, text, json: parsed(text), ms };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const pathFieldsOf = ({ http }: RoutedContract): readonly string[] =>
  [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** The address and the body of a request, as the contract's route spreads its fields over both. */
export function callOf(contract: RoutedContract, request: Fields): HttpCall {
  const { http } = contract;
  const names = pathFieldsOf(contract);
  const path = http.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(textOf(request[name])),
  );
  const rest = Object.getOwnPropertyNames(request).filter((name) => !names.includes(name));
  if (http.method === 'GET') {
    const query = rest.flatMap((name) => queryOf(name, request[name])).join('&');
    return { method: 'GET', path: `/api${path}${query === '' ? '' : `?${query}`}`, headers: {} };
  }
  const body = Object.fromEntries(rest.map((name) => [name, request[name]]));
  return {
    method: http.method,
    path: `/api${path}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function queryOf(name: string, value: unknown): readonly string[] {
  return [value]
    .flat()
    .map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(each))}`);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
