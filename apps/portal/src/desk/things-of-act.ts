import type { ActDeclared, Track } from './act-declared.js';
import type { FieldSchema } from './form/field-kinds.js';

/** What the address of an act names, by the names in its path, and how people call it. */
export interface Things {
  readonly [name: string]: string;
}

/** Stages that end by an act of their own: the report, the opinion, the checklist, the decision. */
const WITH_OWN_ACT: readonly string[] = ['first-review', 'review', 'inspection', 'decision'];

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

const stages = (button: string, track: Track): readonly Things[] =>
  (track.stages ?? [])
    .filter(({ status }) => status === 'active')
    .filter(({ kind }) => button !== 'complete-stage' || !WITH_OWN_ACT.includes(kind))
    .map(({ code, name }) => ({ stage: code, about: name }));

/** The fields of which the track says more than the contract: which stages are behind it, which facts it waits for. */
export function narrowedTo(
  { body, path }: ActDeclared,
  track: Track,
  facts: Readonly<Record<string, FieldSchema>>,
): Readonly<Record<string, FieldSchema>> {
  const asks = (field: string) => body?.properties?.[field] !== undefined;
  return {
    ...(asks('to') && path.includes('{stage}') && { to: stagesBehind(track) }),
    ...(asks('answers') && awaitedFacts(track).length > 0 && { answers: factsOf(track, facts) }),
  };
}

/** Where an act asks for an earlier stage, those are offered by their names. */
function stagesBehind({ stages: all = [] }: Track): FieldSchema {
  const done = all.filter(({ status }) => status === 'done');
  return {
    enum: done.map(({ code }) => code),
    titles: Object.fromEntries(done.map(({ code, name }) => [code, name])),
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
