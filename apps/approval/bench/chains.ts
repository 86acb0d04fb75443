import { randomUUID } from 'node:crypto';
import {
  canonicalJson,
  commitmentOf,
  GENESIS,
  headerActor,
  newSalt,
  sha256,
} from '@onewindow/journal';
import type { Actor, Instant } from '@onewindow/kernel';
import type { History, Step } from './stories.js';
import { STAND_INS, template, type Told } from './stand-ins.js';

/** An entry of the journal as COPY takes it, and the row that it leads to. */
export interface ChainRows {
  readonly id: string;
  readonly version: number;
  readonly head: string;
  readonly state: string;
  readonly entries: readonly string[];
}

export const ENTRY_COLUMNS = `entry_id, aggregate, aggregate_id, version, name, event_version, payload, salt,
  commitment, actor, cause, correlation, occurred_at, state_hash, previous_hash, hash`;

const CAUSE = 'bench:load';

/** One history, ready to be told of any number of parties: the texts are canonical once and for all, the hashes are their own. */
export function chainOf({ kind, id, steps }: History): (told: Told) => ChainRows {
  const idOf = template(id);
  let version = 0;
  const links = steps.map((step) => ({
    state: template(storable(canonicalJson(step.change.state))),
    entries: step.change.events.map((event) => {
      version += 1;
      return entryOf({ kind, id, version, name: event.type, payload: event, step });
    }),
  }));
  return (told) => {
    const own = idOf(told);
    let [head, state] = [GENESIS, ''];
    const entries: string[] = [];
    for (const link of links) {
      state = link.state(told);
      const stateHash = sha256(state);
      for (const entry of link.entries) {
        const written = entry({ ...told, stateHash, previous: head, entry: randomUUID() }, own);
        head = written.hash;
        entries.push(written.row);
      }
    }
    return { id: own, version, head, state, entries };
  };
}

interface Telling {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly payload: object;
  readonly step: Step;
}

function entryOf({ kind, id, version, name, payload, step: { at, by } }: Telling) {
  const actor = actorOf(by);
  const actorText = canonicalJson(actor);
  const payloadOf = template(storable(canonicalJson(payload)));
  const headerOf = template(headerText({ kind, id, version, name, actor, at }));
  return (told: Told & { readonly application?: string }, aggregateId: string) => {
    const salt = newSalt();
    const text = payloadOf(told);
    const commitment = commitmentOf(salt, actorText, text);
    const hash = sha256(headerOf({ ...told, commitment }));
    const columns = [
      told.entry,
      kind,
      aggregateId,
      version,
      name,
      1,
      text,
      bytes(salt),
      bytes(commitment),
      actorText,
      CAUSE,
      told.application,
      at,
      bytes(told.stateHash ?? ''),
      bytes(told.previous ?? ''),
      bytes(hash),
    ];
    return { hash, row: columns.join('\t') };
  };
}

/** What was told to nobody stays with the bureau: these cases were accepted by no intake of this platform. */
const headerText = (about: {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly actor: Actor;
  readonly at: Instant;
}): string =>
  canonicalJson({
    entryId: STAND_INS.entry,
    aggregate: about.kind,
    aggregateId: about.id,
    version: about.version,
    name: about.name,
    eventVersion: 1,
    actor: headerActor(about.actor),
    cause: CAUSE,
    correlation: STAND_INS.application,
    occurredAt: about.at,
    route: null,
    commitment: STAND_INS.commitment,
    stateHash: STAND_INS.stateHash,
    previousHash: STAND_INS.previous,
  });

const actorOf = (by: string): Actor => {
  const [, department] = by.split('.');
  return department === undefined
    ? { kind: 'service', id: by }
    : { kind: 'person', id: by, name: by, roles: ['approver'], region: '379900', department };
};

export const bytes = (hex: string): string => `\\\\x${hex}`;

/** COPY reads a backslash and white space as its own; no text of a story has any. */
function storable(text: string): string {
  if (/[\\\t\n\r]/.test(text)) throw new TypeError(`has to be escaped for COPY: ${text}`);
  return text;
}
