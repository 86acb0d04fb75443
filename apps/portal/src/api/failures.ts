import type { Problem } from './replies.js';

/** The service answered no, and says why in both languages. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  /** Asking again later may help: too many at once, a service on its way back. */
  get isPassing(): boolean {
    return [429, 502, 503, 504].includes(this.problem.status);
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

/** The failure behind an answer that is not what was asked for. */
export function failureOf(body: unknown, status: number): Error {
  return isProblem(body) ? new Refused(body) : new Unreachable(`HTTP ${status}`);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;
}
