import type pg from 'pg';
import type { InterestedParties } from '../../../src/domain/interest/interested-parties.js';
import type { Track } from '../../../src/domain/track/track.js';
import { keyOf } from './parties.js';

/** What the service calls what a path names in its own way. */
export interface Known {
  readonly applicationId: string;
  /** Numbers, oldest first. */
  readonly decisions: readonly string[];
  /** Ids of parties, by the keys of the path. */
  readonly parties: Readonly<Record<string, string>>;
}

const LOOK = `select (select state from track where id = $1) as track, (select state from interest where id = $1) as heard`;

export async function knownOf(pool: pg.Pool, id: string): Promise<Known> {
  const { rows } = await pool.query<{ track: Track | null; heard: InterestedParties | null }>(
    LOOK,
    [id],
  );
  const { track, heard } = rows[0] ?? { track: null, heard: null };
  const quashed = (track?.reopenings ?? []).map((each) => each.quashed.number);
  return {
    applicationId: track?.applicationId ?? '',
    decisions: [...quashed, ...(track?.decision ? [track.decision.number] : [])],
    parties: Object.fromEntries(
      (heard?.parties ?? []).map(({ name, account, partyId }) => [
        keyOf({ name, ...(account !== undefined && { self: account }) }),
        partyId,
      ]),
    ),
  };
}
