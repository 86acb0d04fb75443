import { eventSubject, hearersOf, type Network } from '@onewindow/bus';
import { type AnyEventContract, tokenOf, verbOf } from '@onewindow/contracts';
import { code, codes, table } from './markdown.js';

/** Who says what, who hears it, and on which subjects. */
export function eventsPage(network: Network): string {
  const events = network.events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return `# Who says and who hears

Generated from \`libs/contracts\` by \`npm run generate\`. Every event is a fact of one service, published on a subject for each of its
hearers; payloads and examples are in [asyncapi.json](asyncapi.json). What may be asked of whom is in [permissions](permissions.md).

${table(['event', 'said by', 'heard by', 'subject', 'what it says'], events.map(rowOf))}

## Subjects in the demonstration city

${table(
  ['event', 'subject'],
  events.flatMap((each) => subjectRows(network, each)),
)}
`;
}

const rowOf = (event: AnyEventContract): readonly string[] => [
  code(event.id),
  event.saidBy,
  event.heardBy.join(', '),
  code(`evt.${event.saidBy}.<instance>.<recipient>.${verbOf(event)}.v${event.version}`),
  `${event.summary.zh}<br>${event.summary.en}`,
];

function subjectRows(network: Network, event: AnyEventContract): readonly (readonly string[])[] {
  const subjects = network.topology.participants
    .filter(({ service }) => service === event.saidBy)
    .map(tokenOf)
    .flatMap((producer) =>
      hearersOf(network, event, producer).map((recipient) =>
        eventSubject(event, producer, recipient),
      ),
    );
  return subjects.map((subject) => [code(event.id), codes([subject])]);
}
