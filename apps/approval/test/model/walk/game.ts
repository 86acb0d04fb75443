import type { Instant } from '@onewindow/kernel';
import type { ApprovalProcess } from './a-process.js';

/** What a game is played with. */
export interface Parts {
  /** What there ought to be. */
  readonly of: { readonly now: Instant };
  /** Before it is known what there is to try it on. */
  readonly attempt: unknown;
  /** A command of somebody on its way: sent again it is the same command. */
  readonly sent: unknown;
  /** What of the database is compared. */
  readonly seen: object;
}

/** What came of an attempt: nothing more than this, the refusal with its rules, or what came of each of many. */
export type Answer = 'done' | Refused | { readonly each: readonly Answer[] };

interface Refused {
  readonly code: string;
  readonly rules: readonly string[];
}

export interface Acted<Of> {
  readonly of: Of;
  readonly answer: Answer;
}

/** One of the ways in which it may have gone, with what was answered on it. */
export interface Way<P extends Parts> {
  readonly of: P['of'];
  readonly answers: readonly Answer[];
}

/** A model of something that the service keeps, and how the two are held against each other. */
export interface Game<P extends Parts> {
  /** The attempt as a command; what it names is what there is at this moment. */
  send(of: P['of'], attempt: P['attempt']): P['sent'] | Promise<P['sent']>;
  perform(process: ApprovalProcess, sent: P['sent']): Promise<Answer>;
  acted(of: P['of'], sent: P['sent']): Acted<P['of']>;
  timePasses(of: P['of'], now: Instant): P['of'];
  expected(of: P['of']): P['seen'];
  /** Loaded afresh, past every cache. */
  seen(): Promise<P['seen']>;
  /** All that may come of two at once, where more than their order decides; else it is one after the other. */
  atOnce?(of: P['of'], first: P['sent'], second: P['sent']): readonly Way<P>[];
  /** An instant of the model at which something ends by itself. */
  end(of: P['of'], which: number): Instant;
  /** Time goes no further than this; absent: terms of 2026 end in 2026. */
  readonly latest?: Instant;
  /** Of an attempt, for the count of what was tried. */
  name(sent: P['sent']): string;
}

/** The game as a run moves it along, and what may come again. */
export interface Course<P extends Parts> {
  of: P['of'];
  sent: { readonly sent: P['sent']; readonly answer: Answer }[];
  readonly tally: Tally;
}

/** How often what was tried, over all runs. */
export type Tally = Map<string, number>;

export const count = (tally: Tally, ...names: readonly string[]): void => {
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
};
