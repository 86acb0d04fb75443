import type { ActDeclared, Track } from './act-declared.js';

/** What beside case and item the address of an act names, and how people call it. */
export interface Things {
  readonly about?: string;
  readonly procedureId?: string;
  readonly stage?: string;
}

/** Stages that end by an act of their own: the opinion, the draft, the decision. */
const WITH_OWN_ACT: readonly string[] = ['review', 'draft', 'decision'];

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

/** Where an act asks for an earlier stage, those are offered by their names. */
export function narrowedTo(act: ActDeclared, { stages: all = [] }: Track): ActDeclared {
  const { body } = act;
  if (body?.properties?.['to'] === undefined || !act.path.includes('{stage}')) return act;
  const done = all.filter(({ status }) => status === 'done');
  const to = {
    enum: done.map(({ code }) => code),
    titles: Object.fromEntries(done.map(({ code, name }) => [code, name])),
  };
  return { ...act, body: { ...body, properties: { ...body.properties, to } } };
}
