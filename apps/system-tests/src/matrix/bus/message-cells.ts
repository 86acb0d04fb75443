import { gather } from '../findings.js';
import { beyondLimits, missingFields, unknownFields, wrongTypes } from '../faulty-requests.js';
import { requestClassOf, requestOf } from '../http/contract-requests.js';
import { bytesOf } from './bus-caller.js';
import { always, isCommand, type BusCell } from './speakers.js';
import type { Question } from './questions.js';

const text = (value: string) => new TextEncoder().encode(value);

const MALFORMED: Readonly<Record<string, Uint8Array>> = {
  'no bytes at all': new Uint8Array(),
  'half an object': text('{"a":'),
  'a comma too many': text('{"a":1,}'),
  'two values': text('{}{}'),
  'invalid UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  'half a character': new Uint8Array([0x22, 0xe4, 0xb8, 0x22]),
  NUL: new Uint8Array([0]),
  'nested without end': text('['.repeat(100_000)),
};

const NO_REQUEST: Readonly<Record<string, Uint8Array>> = {
  'a list': text('[]'),
  'a text': text('"text"'),
  'a number': text('7'),
  null: text('null'),
  'nested deeply': text(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
  'another prototype': text('{"__proto__":{"a":1}}'),
};

const wholeOf = ({ contract }: Question) => requestOf(contract);

const faultsOf = (question: Question) => {
  const type = requestClassOf(question.contract);
  return [missingFields, unknownFields, wrongTypes, beyondLimits].flatMap((each) =>
    each(type, wholeOf(question)),
  );
};

/** Faults of the message itself. */
export const MESSAGE_CELLS: readonly BusCell[] = [
  {
    title: 'is refused when it is no JSON',
    appliesTo: always,
    check: (speakers, question) =>
      gather(Object.entries(MALFORMED), async ([what, body]) =>
        speakers.refusal(what, question, await speakers.call(question, { body }), {
          code: 'payload-malformed',
        }),
      ),
  },
  {
    title: 'is refused when it is no object of known fields',
    appliesTo: always,
    check: (speakers, question) =>
      gather(Object.entries(NO_REQUEST), async ([what, body]) =>
        speakers.refusal(what, question, await speakers.call(question, { body }), {
          code: 'payload-invalid',
        }),
      ),
  },
  {
    title: 'is refused for each faulty field, by its name',
    appliesTo: always,
    check: (speakers, question) =>
      gather(faultsOf(question), async ({ what, path, request }) =>
        speakers.refusal(
          what,
          question,
          await speakers.call(question, { body: bytesOf(request) }),
          {
            code: 'payload-invalid',
            path,
          },
        ),
      ),
  },
  {
    title: 'is refused when it is too large, and never sent when no broker would take it',
    appliesTo: always,
    check: async (speakers, question) => {
      const filled = (length: number) => text(`{"a":"${'x'.repeat(length)}"}`);
      const large = await speakers.call(question, { body: filled(245 * 1024) });
      const refused = await speakers.refusal('245 KiB', question, large, {
        code: 'payload-too-large',
      });
      const tooLarge = await speakers.call(question, { body: filled(300 * 1024) });
      const { silence } = await speakers.caller(question.from).ask(tooLarge);
      return silence === undefined ? [...refused, '300 KiB were taken'] : refused;
    },
  },
  {
    title: 'is refused in a version that nobody knows',
    appliesTo: always,
    check: async (speakers, question) => {
      const call = await speakers.call(question, { body: bytesOf(wholeOf(question)) });
      const versions = ['v0', 'v2', 'v99', 'v01', 'latest', 'v1x'];
      return gather(versions, (version) =>
        speakers.refusal(
          version,
          question,
          { ...call, subject: call.subject.replace(/\.v\d+$/, `.${version}`) },
          { code: 'contract-unknown' },
        ),
      );
    },
  },
  {
    title: 'is refused when its sender no longer waits',
    // Services answer one another whatever their clocks say.
    appliesTo: ({ contract }) => contract.permitted !== 'service',
    check: async (speakers, question) => {
      const past = ['2020-01-01T00:00:00.000Z', new Date(Date.now() - 30_001).toISOString()];
      return gather(past, async (deadline) => {
        const headers = { 'ow-deadline': deadline };
        const body = bytesOf(wholeOf(question));
        return speakers.refusal(
          deadline,
          question,
          await speakers.call(question, { body, headers }),
          { code: 'timed-out' },
        );
      });
    },
  },
  {
    title: 'is refused without a usable idempotency key',
    appliesTo: isCommand,
    check: async (speakers, question) =>
      gather(['', 'short', 'x'.repeat(129), 'with blank in it', 'schlüssel-1'], async (key) => {
        const body = bytesOf(wholeOf(question));
        return speakers.refusal(key, question, await speakers.call(question, { body, key }), {
          code: 'idempotency-key-needed',
        });
      }),
  },
];
