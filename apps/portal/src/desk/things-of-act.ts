import type { ActDeclared, Track } from './act-declared.js';
import type { FieldSchema } from './form/field-kinds.js';

/** What the address of an act names, by the names in its path, and how people call it. */
export interface Things {
  readonly [name: string]: string;
}

/** Each thing of the track that an act can be about. */
export function thingsFor(button: string, { path }: ActDeclared, track: Track): readonly Things[] {
  if (path.includes('{procedureId}')) return procedures(track);
  if (path.includes('{stage}')) return stages(button, track);
  return [{}];
}

const procedures = ({ specialProcedures }: Track): readonly Things[] =>
  specialProcedures
    .filter(({ until }) => until === undefined)
    .map(({ procedureId, noticeNumber }) => ({ procedureId, about: noticeNumber }));

/** Those with which this person may do it: the guard was asked for each stage by itself. */
const stages = (button: string, track: Track): readonly Things[] =>
  (track.stages ?? [])
    .filter(({ actions = [] }) => actions.includes(button))
    .map(({ code, name }) => ({ stage: code, about: name }));

/** The fields of which the track says more than the contract: to which stages a way leads back, which facts it waits for. */
export function narrowedTo(
  { body }: ActDeclared,
  track: Track,
  { stage }: Things,
  facts: Readonly<Record<string, FieldSchema>>,
): Readonly<Record<string, FieldSchema>> {
  const asks = (field: string) => body?.properties?.[field] !== undefined;
  return {
    ...(asks('to') && stage !== undefined && { to: waysBack(track, stage) }),
    ...(asks('answers') && awaitedFacts(track).length > 0 && { answers: factsOf(track, facts) }),
  };
}

/** The stages to which this one may be sent back, by their names. */
function waysBack({ stages: all = [] }: Track, from: string): FieldSchema {
  const { returnsTo = [] } = all.find(({ code }) => code === from) ?? {};
  const names = all.filter(({ code }) => returnsTo.includes(code));
  return {
    enum: returnsTo,
    titles: Object.fromEntries(names.map(({ code, name }) => [code, name])),
  };
}

/** The facts that conditions of stages turn on and nobody has established. */
export const awaitedFacts = ({ stages: all = [] }: Track): readonly string[] => [
  ...new Set(all.flatMap(({ unanswered = [] }) => unanswered)),
];

function factsOf(track: Track, known: Readonly<Record<string, FieldSchema>>): FieldSchema {
  const names = awaitedFacts(track);
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, known[name] ?? { type: 'string', maxLength: 200, title: name }]),
    ),
    // Of several an officer may know one before the others.
    required: names.length === 1 ? names : [],
  };
}
