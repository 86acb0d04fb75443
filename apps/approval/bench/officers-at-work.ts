import type { Client } from 'pg';
import type { Officer } from '../src/domain/officers/officer.js';

type Named = Pick<Officer, 'account' | 'name'>;

/** Who has the tasks of an agency, as its officers are published. */
export interface OfficersAtWork {
  readonly busiest: string;
  readonly reviewers: (agency: string) => readonly Named[];
  readonly deciders: (agency: string) => readonly Named[];
}

export async function officersAtWork(client: Client, busiest: string): Promise<OfficersAtWork> {
  const { rows } = await client.query<{ state: Officer }>('select state from officer order by id');
  const able = (act: 'review' | 'decide') => (agency: string) =>
    rows
      .map(({ state }) => state)
      .filter((each) => each.agency === agency && each.status === 'in-post')
      .filter(({ competences }) => competences.some(({ acts }) => acts.includes(act)));
  return { busiest, reviewers: able('review'), deciders: able('decide') };
}
