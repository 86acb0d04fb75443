import { inModel, type Mutation } from './mutation.js';

const READER = 'libs/journal/src/reader/route-reader.ts';
const READER_SPEC = 'libs/journal/src/reader/route-reader.int.spec.ts';
const RELAY_SPEC = 'libs/journal/src/relay/relay.int.spec.ts';
const LEDGER_SPEC = 'libs/journal/src/ledger/ledger.int.spec.ts';
const COMMIT = 'libs/journal/src/schema/commit-function.ts';

/** Defects of what is kept and delivered. */
export const deliveryMutations: readonly Mutation[] = [
  {
    name: 'acknowledge before commit',
    harm: 'an event is lost when the process dies, and a case hangs between two systems',
    hunks: [
      {
        file: READER,
        find: '        if (!this.handledBefore.has(message.position)) {\n',
        replace:
          '        if (!this.handledBefore.has(message.position)) {\n          await received?.ack();\n',
      },
    ],
    specs: [READER_SPEC],
  },
  {
    name: 'skip the inbox',
    harm: 'an event that comes again is applied again',
    hunks: [
      {
        file: COMMIT,
        find: 'join inbox i on i.producer = m.producer and i.position = m.position);',
        replace:
          'join inbox i on i.producer = m.producer and i.position = m.position where false);',
      },
      {
        file: COMMIT,
        find: 'where m.unit <> all(lost) order by m.producer, m.position;',
        replace:
          'where m.unit <> all(lost) order by m.producer, m.position on conflict do nothing;',
      },
    ],
    specs: [inModel('terms'), READER_SPEC],
  },
  {
    name: 'drop the generation guard',
    harm: 'a deadline that was moved takes effect on its old date',
    hunks: [
      {
        file: COMMIT,
        find: "select d.generation = g.generation and d.state = 'armed' from deadline d",
        replace: "select d.state = 'armed' from deadline d",
      },
    ],
    specs: ['libs/journal/src/deadlines/deadline-runner.int.spec.ts'],
  },
  {
    name: 'publish before commit',
    harm: 'others act on what was never recorded',
    hunks: [
      {
        file: 'libs/journal/src/relay/relay-store.ts',
        find: "      name: 'journal-assign',",
        replace: "      name: 'journal-assign' + (await this.later()),",
      },
      {
        file: 'libs/journal/src/relay/relay-store.ts',
        find: '  async positionedAfter(',
        replace:
          "  private async later(): Promise<string> {\n    await this.client.query('commit');\n    await this.client.query('begin');\n    return '';\n  }\n\n  async positionedAfter(",
      },
    ],
    specs: [RELAY_SPEC],
  },
  {
    name: 'no fencing of the relay',
    harm: 'a process that stood still publishes over the one that took its place',
    hunks: [
      {
        file: 'libs/bus/src/events/jetstream-publisher.ts',
        find: '    headers.set(EXPECTED_LAST_SEQUENCE, String(expected));\n',
        replace: '    void expected;\n',
      },
    ],
    specs: ['libs/bus/test/delivery.int.spec.ts'],
  },
  {
    name: 'no version check',
    harm: 'of two decisions in the same moment the later one overwrites the other',
    hunks: [
      {
        file: COMMIT,
        find: 'where r.expected is not null and coalesce(l.version, 0) <> r.expected);',
        replace: 'where r.expected is not null and false);',
      },
    ],
    specs: [LEDGER_SPEC, inModel('terms')],
  },
  {
    name: 'forget what was answered',
    harm: 'a command that is sent again takes effect again',
    hunks: [
      {
        file: COMMIT,
        find: 'join command_receipt c on c.caller = r.caller and c.key = r.key);',
        replace: 'join command_receipt c on c.caller = r.caller and c.key = r.key where false);',
      },
      {
        file: COMMIT,
        find: 'where r.unit <> all(lost) order by r.caller, r.key;',
        replace: 'where r.unit <> all(lost) order by r.caller, r.key on conflict do nothing;',
      },
    ],
    specs: ['libs/journal/src/ledger/receipts.int.spec.ts', inModel('terms')],
  },
];
