import { isDeepStrictEqual } from 'node:util';
import { anotherRequest } from '../another-request.js';
import { requestClassOf, requestOf } from '../http/contract-requests.js';
import { bytesOf, type BusAnswer } from './bus-caller.js';
import type { Question } from './questions.js';
import { isCommand, type BusCell, type Speakers } from './speakers.js';

const AT_ONCE = 20;

/** A command that is sent more than once; the samples are about things that are not there, so each is refused once for all. */
export const AGAIN_CELLS: readonly BusCell[] = [
  {
    title: 'gets its first answer again, twenty at once and later',
    appliesTo: (question) => isCommand(question) && isRefusedAnyway(question),
    check: async (speakers, question) => {
      const key = crypto.randomUUID();
      const send = () => asked(speakers, question, key);
      const [first, ...others] = await Promise.all(Array.from({ length: AT_ONCE }, send));
      const answers = [...others, await send()];
      return answers.flatMap(({ json, text, silence }) =>
        isDeepStrictEqual(json, first?.json) && silence === undefined
          ? []
          : [`${silence ?? text} after ${first?.text ?? ''}`],
      );
    },
  },
  {
    title: 'is refused under a key that another request has used',
    appliesTo: (question) => isCommand(question) && isRefusedAnyway(question),
    check: async (speakers, question) => {
      const key = crypto.randomUUID();
      await asked(speakers, question, key);
      const other = anotherRequest(
        requestClassOf(question.contract),
        requestOf(question.contract),
        (name) => name !== 'participant',
      );
      if (other === undefined) return ['there is no other request'];
      const call = await speakers.call(question, { body: bytesOf(other), key });
      return speakers.refusal('another request', question, call, {
        code: 'idempotency-key-reused',
      });
    },
  },
];

/** Moving the clock, publishing and keeping the list of agencies would succeed; what they come to when repeated is seen over HTTP. */
const isRefusedAnyway = ({ contract }: Question): boolean =>
  !/\.(?:set-clock|resume-effects|publish-(?:item|bundle|calendar|service|guidance|synonyms|officer|quota)|(?:register|suspend)-agency)\.v\d+$/.test(
    contract.id,
  );

async function asked(speakers: Speakers, question: Question, key: string): Promise<BusAnswer> {
  const body = bytesOf(requestOf(question.contract));
  return speakers.caller(question.from).ask(await speakers.call(question, { body, key }));
}
