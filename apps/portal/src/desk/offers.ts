import { ACTS } from '../api/acts.js';
import type { ActDeclared, Track } from './act-declared.js';
import type { FieldSchema } from './form/field-kinds.js';
import { narrowedTo, thingsFor, type Things } from './things-of-act.js';

/** Something that may be done now, with everything that the page knows of it already. */
export interface Offer {
  /** Names the button, and tells it from others. */
  readonly button: string;
  readonly key: string;
  readonly act: ActDeclared;
  /** With the things of this case in it. */
  readonly path: string;
  /** What the button itself says; it is not asked again. */
  readonly preset: Readonly<Record<string, string | number>>;
  /** Which of several: the procedure to be ended. */
  readonly about?: string;
}

interface Button {
  readonly act: string;
  readonly preset?: Readonly<Record<string, string>>;
  readonly omit?: readonly string[];
}

/** Buttons that are named otherwise than their contract. */
const BUTTONS: Readonly<Record<string, Button>> = {
  grant: { act: 'decide-track', preset: { outcome: 'granted' } },
  // A refusal has no conditions, and is not published.
  refuse: {
    act: 'decide-track',
    preset: { outcome: 'refused' },
    omit: ['conditions', 'protection', 'disclosed'],
  },
  reopen: { act: 'reopen-track' },
  'withdraw-own': { act: 'withdraw-track' },
  // Before anything is on record there is nothing to correct.
  'serve-paper': { act: 'serve-paper', omit: ['correctionReason'] },
  'correct-service': { act: 'serve-paper' },
};

const DECLARED: Readonly<Record<string, ActDeclared | undefined>> = ACTS;

/** The contract behind a button, undefined where no page offers it. */
export function actBehind(button: string): ActDeclared | undefined {
  return DECLARED[BUTTONS[button]?.act ?? button];
}

/** What the page knows of an act beside the things in its address. */
export interface KnownOfAct {
  readonly preset?: Readonly<Record<string, string | number>>;
  /** Fields that are not asked and not sent. */
  readonly omit?: readonly string[];
  /** Fields that can be told more precisely than by the contract: the people of this agency, the items of this case. */
  readonly fields?: Readonly<Record<string, FieldSchema>>;
  /** Fields without which nobody ought to do it, though the contract lets older callers. */
  readonly required?: readonly string[];
}

/** One act about these things; none where its contract is not known or asks for what no form can. */
export function offerOn(
  button: string,
  { about, ...things }: Things,
  { preset, omit = [], fields = {}, required = [] }: KnownOfAct = {},
): readonly Offer[] {
  const act = actBehind(button);
  if (act === undefined) return [];
  const said = { ...BUTTONS[button]?.preset, ...preset };
  const asked = requiring(withFields(act, fields), required);
  if (!isFillable(asked)) return [];
  return [
    {
      button,
      key: [button, ...Object.values(things)].join(' '),
      act: without(asked, [...Object.keys(said), ...(BUTTONS[button]?.omit ?? []), ...omit]),
      path: filledIn(act.path, things),
      preset: said,
      ...(about !== undefined && { about }),
    },
  ];
}

/** Once a service is on record it can only be corrected, with a reason. */
export const serviceOffers = (paper: Things, isServed: boolean): readonly Offer[] =>
  isServed
    ? offerOn('correct-service', paper, { required: ['correctionReason'] })
    : offerOn('serve-paper', paper);

/** What a button of a track offers: one act, or one for each thing that it can be about. */
export function offersOf(
  button: string,
  caseNumber: string,
  track: Track,
  facts: Readonly<Record<string, FieldSchema>> = {},
): readonly Offer[] {
  const act = actBehind(button);
  if (act === undefined) return [];
  const preset = knownOf(act, track);
  return thingsFor(button, act, track).flatMap((things) =>
    offerOn(
      button,
      { caseNumber, item: track.item, ...things },
      { preset, fields: narrowedTo(act, track, things, facts) },
    ),
  );
}

/** A form has no fields for an object of any shape. */
const isFillable = ({ body }: ActDeclared): boolean =>
  Object.values(body?.properties ?? {}).every(
    ({ type, properties }) => type !== 'object' || properties !== undefined,
  );

/** What the reviewer of a draft names is the draft that stands on the page. */
const knownOf = ({ body }: ActDeclared, { draft }: Track): Readonly<Record<string, string>> =>
  body?.properties?.['hash'] === undefined || draft === undefined ? {} : { hash: draft.hash };

function withFields(act: ActDeclared, fields: Readonly<Record<string, FieldSchema>>): ActDeclared {
  const { body } = act;
  if (body?.properties === undefined) return act;
  const properties = Object.fromEntries(
    Object.entries(body.properties).map(([name, field]) => [name, fields[name] ?? field]),
  );
  return { ...act, body: { ...body, properties } };
}

function requiring(act: ActDeclared, names: readonly string[]): ActDeclared {
  const { body } = act;
  if (body === undefined || names.length === 0) return act;
  return { ...act, body: { ...body, required: [...(body.required ?? []), ...names] } };
}

function without(act: ActDeclared, names: readonly string[]): ActDeclared {
  const { body } = act;
  if (body?.properties === undefined || names.length === 0) return act;
  const properties = Object.fromEntries(
    Object.entries(body.properties).filter(([name]) => !names.includes(name)),
  );
  return { ...act, body: { ...body, properties } };
}

const filledIn = (path: string, things: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(things[name] ?? ''));
