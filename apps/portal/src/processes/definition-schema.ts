import type { FieldSchema } from '../desk/form/field-kinds.js';
import { groupOf, listOf, textOf, type DraftGroup } from '../desk/form/draft-shape.js';

/** Stages are named by one another: which ones there are turns on what was filled in. */
const CODES: FieldSchema = { enum: [] };

/** How the contract of a process is filled in: other stages are not written, but chosen. */
export function fieldsOfDefinition({
  properties = {},
}: FieldSchema): Readonly<Record<string, FieldSchema>> {
  const { stages = {}, returns = {} } = properties;
  return {
    stages: withItems(stages, {
      ...stages.items?.properties,
      after: { type: 'array', items: CODES },
    }),
    returns: withItems(returns, { from: CODES, to: CODES }),
  };
}

type Titles = Readonly<Record<string, string>>;

/** The same with the stages that are filled in to choose from, by their names. */
export function withStagesOf(schema: FieldSchema, draft: DraftGroup): FieldSchema {
  const { properties = {} } = schema;
  const { stages = {}, returns = {} } = properties;
  const known = stagesNamedIn(draft);
  const choice: FieldSchema = { enum: Object.keys(known), titles: known };
  return {
    ...schema,
    properties: {
      ...properties,
      stages: {
        ...stages,
        itemsFor: (stage) => ({
          ...stages.items,
          properties: fieldsOfStage(stage, {
            ...stages.items?.properties,
            after: { type: 'array', items: without(choice, stage) },
          }),
        }),
      },
      returns: withItems(returns, { from: choice, to: choice }),
    },
  };
}

/** No stage comes after itself; where one was said to, that can be taken off. */
function without(choice: FieldSchema, { code, after }: DraftGroup): FieldSchema {
  const isChosen = listOf(after).includes(code);
  return isChosen
    ? choice
    : { ...choice, enum: choice.enum?.filter((each) => each !== code) ?? [] };
}

/** Fields that say something of certain stages only. */
const CONCERNS: Readonly<Record<string, (kind: string, stage: DraftGroup) => boolean>> = {
  agency: mayBeElsewhere,
  agencyName: mayBeElsewhere,
  join: (_, { after }) => listOf(after).length > 1,
  atLeast: (_, { after }) => listOf(after).length > 1,
  when: (kind) => kind !== 'decision',
  reportsTo: (kind) => kind === 'first-review',
  inBatch: (kind) => kind === 'decision',
};

/** What the agency of the item has to do itself, no other does. */
function mayBeElsewhere(kind: string): boolean {
  return !['', 'first-review', 'review', 'decision'].includes(kind);
}

/** What stands in a field is shown whatever the stage: a fault in it could not be found otherwise. */
const fieldsOfStage = (stage: DraftGroup, fields: NonNullable<FieldSchema['properties']>) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) =>
        stage[name] !== undefined || (CONCERNS[name]?.(textOf(stage['kind']), stage) ?? true),
    ),
  );

/** What is filled in of stages, as it is drawn: a stage without a code is none yet. */
export const stagesIn = (draft: DraftGroup): readonly DraftGroup[] =>
  listOf(draft['stages'])
    .map(groupOf)
    .filter(({ code }) => textOf(code) !== '');

/** Codes that another stage or a return still names are among them, so that they can be taken off. */
function stagesNamedIn(draft: DraftGroup): Titles {
  const stages = stagesIn(draft);
  const named = [
    ...stages.flatMap(({ after }) => listOf(after).map(textOf)),
    ...listOf(draft['returns']).flatMap((each) => [
      textOf(groupOf(each)['from']),
      textOf(groupOf(each)['to']),
    ]),
  ].filter((code) => code !== '');
  return {
    ...Object.fromEntries(named.map((code) => [code, code])),
    ...Object.fromEntries(
      stages.map(({ code, name }) => [textOf(code), textOf(name) || textOf(code)]),
    ),
  };
}

const withItems = (list: FieldSchema, properties: FieldSchema['properties']): FieldSchema => ({
  ...list,
  items: { ...list.items, ...(properties && { properties }) },
});
