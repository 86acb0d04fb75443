import type { Findings } from '../findings.js';
import {
  CHINESE,
  isMessage,
  isUnmet,
  pathFindings,
  STABLE_CODE,
  type Unmet,
} from '../unmet-check.js';
import type { HttpAnswer } from './http-call.js';

export interface ExpectedRefusal {
  readonly status: number | readonly number[];
  readonly code?: string | readonly string[];
  /** Where the fault is; nothing else may be named. */
  readonly path?: string;
}

type Document = Readonly<Record<string, unknown>> & { readonly unmet?: readonly Unmet[] };

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
    ...pathFindings(document.unmet ?? [], expected.path),
  ].map((each) => `${each}: ${told}`);
}

function formFindings({ status, headers }: HttpAnswer, document: Document): Findings {
  const { type, title, detail, instance, code, messages, unmet } = document;
  const rules = {
    'it is no application/problem+json': headers.get('content-type') === 'application/problem+json',
    'the status differs from the one in the document': document['status'] === status,
    'no stable code': typeof code === 'string' && STABLE_CODE.test(code),
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
