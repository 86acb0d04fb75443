import type { Findings } from '../findings.js';
import type { HttpAnswer } from './http-call.js';

export interface ExpectedRefusal {
  readonly status: number | readonly number[];
  readonly code?: string | readonly string[];
  /** Where the fault is; nothing else may be named. */
  readonly path?: string;
}

interface Unmet {
  readonly rule?: unknown;
  readonly path?: unknown;
  readonly message?: unknown;
}

type Document = Readonly<Record<string, unknown>> & { readonly unmet?: readonly Unmet[] };

const CODE = /^[a-z]+(?:-[a-z0-9]+)*$/;
const CHINESE = /\p{Script=Han}/u;

/** What is wrong with an answer that has to be this refusal, in the one format of all refusals. */
export function refusalFindings(answer: HttpAnswer, expected: ExpectedRefusal): Findings {
  const document = (answer.json ?? {}) as Document;
  const statuses = [expected.status].flat();
  const codes = expected.code === undefined ? undefined : [expected.code].flat();
  const told = `${answer.status} ${answer.text.slice(0, 300)}`;
  if (!statuses.includes(answer.status)) return [`expected ${statuses.join(' or ')}, got ${told}`];
  return [
    ...(codes === undefined || codes.includes(String(document['code']))
      ? []
      : [`expected the code ${codes.join(' or ')}`]),
    ...formFindings(answer, document),
    ...pathFindings(document, expected.path),
  ].map((each) => `${each}: ${told}`);
}

function formFindings({ status, headers }: HttpAnswer, document: Document): Findings {
  const { type, title, detail, instance, code, messages, unmet } = document;
  const rules = {
    'it is no application/problem+json': headers.get('content-type') === 'application/problem+json',
    'the status differs from the one in the document': document['status'] === status,
    'no stable code': typeof code === 'string' && CODE.test(code),
    'the type does not follow from the code': type === `urn:onewindow:refusal:${String(code)}`,
    'no sentence in both languages': isMessage(messages),
    'the title is not the Chinese sentence':
      title === (messages as { zh?: string } | undefined)?.zh,
    'no detail': typeof detail === 'string' && CHINESE.test(detail),
    'no instance':
      typeof instance === 'string' && instance === `urn:uuid:${headers.get('x-correlation-id')}`,
    'no list of unmet rules': Array.isArray(unmet),
    'an unmet rule without name or sentence': (unmet ?? []).every(isUnmet),
    'it tells of our code': !/\bat \S+ \(|node_modules|\.[jt]s:\d/.test(JSON.stringify(document)),
  };
  return Object.entries(rules).flatMap(([finding, holds]) => (holds ? [] : [finding]));
}

function pathFindings({ unmet = [] }: Document, path: string | undefined): Findings {
  if (path === undefined) return [];
  const paths = unmet.map((each) => String(each.path));
  const isBelow = (each: string) => each === path || each.startsWith(`${path}.`);
  if (paths.length === 0) return [`nothing names ${path}`];
  return paths.every(isBelow) ? [] : [`it names ${paths.join(', ')} beside ${path}`];
}

const isMessage = (value: unknown): boolean => {
  const { zh, en } = (value ?? {}) as { readonly zh?: unknown; readonly en?: unknown };
  return typeof zh === 'string' && CHINESE.test(zh) && typeof en === 'string' && en !== '';
};

const isUnmet = ({ rule, path, message }: Unmet): boolean =>
  typeof rule === 'string' &&
  CODE.test(rule) &&
  (path === undefined || typeof path === 'string') &&
  isMessage(message);
