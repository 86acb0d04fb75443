import type { PROGRESS_ROLES, Sentence } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import type { Track } from '../domain/track/track.js';
import type { CaseFile } from './records.js';

/** Who acts, by office; the name of the person comes from the journal and is not everybody's to see. */
export interface Doer {
  readonly role: (typeof PROGRESS_ROLES)[number];
  readonly organisation: string;
}

/** A fact in the words of an applicant. */
export interface ToldFact extends Sentence {
  readonly by: Doer;
  /** When it happened in law, where that is not when it was recorded. */
  readonly at?: Instant;
  readonly item?: string;
}

export interface Fact {
  readonly file: CaseFile;
  readonly aggregateId: string;
  readonly payload: JournalStep['payload'];
}

/** One sentence for each fact; `unsaid` is what another fact tells already. Forgetting one does not compile. */
export type Tellers<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: 'unsaid' | ((fact: Fact) => ToldFact | 'unsaid');
};

export const THE_LAW: Doer = { role: 'law', organisation: '行政许可法' };
export const THE_WINDOW: Doer = { role: 'window', organisation: '政务服务中心综合窗口' };
export const agencyOf = ({ agencyName }: Pick<Track, 'agencyName'>): Doer => ({
  role: 'agency',
  organisation: agencyName,
});
/** The bureau knows its departments by code alone. */
export const departmentOf = (code: string): Doer => ({
  role: 'department',
  organisation: `监管部门（${code}）`,
});

/** A fact told in both languages. */
export const say = (
  by: Doer,
  zh: string,
  en: string,
  more: Pick<ToldFact, 'at' | 'item'> = {},
): ToldFact => ({ zh: zh.slice(0, 2000), en: en.slice(0, 2000), by, ...more });

export function onTrack(
  { file, aggregateId }: Fact,
  tell: (track: Track) => ToldFact | 'unsaid',
): ToldFact | 'unsaid' {
  const track = file.tracks.find(({ caseNumber, item }) => `${caseNumber}:${item}` === aggregateId);
  return track === undefined ? 'unsaid' : tell(track);
}

export function onLicence(
  { file, aggregateId }: Fact,
  tell: (track: Track, number: string) => ToldFact,
): ToldFact | 'unsaid' {
  const track = file.tracks.find(({ licence }) => licence?.number === aggregateId);
  return track === undefined ? 'unsaid' : tell(track, aggregateId);
}

export function onHandover(
  { file, aggregateId }: Fact,
  tell: (handover: CaseFile['handovers'][number], track: Track) => ToldFact,
): ToldFact | 'unsaid' {
  const handover = file.handovers.find(({ handoverId }) => handoverId === aggregateId);
  const track = file.tracks.find(({ item }) => item === handover?.item);
  return handover === undefined || track === undefined ? 'unsaid' : tell(handover, track);
}
