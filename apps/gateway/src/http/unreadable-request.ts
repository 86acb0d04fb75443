import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { PROBLEM_TYPE, problemDocument } from '../problems/problem-document.js';

/** What Node's parser tells apart. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that are no HTTP request, or never become a whole one, in the same format as everything else; then hangs up. */
export function answerUnreadable({ code }: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUS[code ?? ''] ?? 400;
  const refusal = gatewayRefusals.refuse('request-incomplete');
  const about = { language: 'zh', correlation: randomUUID() } as const;
  const body = Buffer.from(JSON.stringify({ ...problemDocument(refusal, about), status }));
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${String(body.length)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
