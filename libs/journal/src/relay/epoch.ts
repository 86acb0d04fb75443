import type { StreamStateReading } from '@onewindow/contracts';

/** Which stretch of positions lies in which stream: position − base = sequence. */
export interface Epoch {
  readonly epoch: number;
  readonly streamCreated: string;
  readonly base: number;
}

/** What the database knows when a relay looks where it stands. */
export interface JournalMark {
  /** The newest epoch. */
  readonly epoch: Epoch | undefined;
  readonly lastPosition: number;
  /** Everything up to here is applied by every reader that it was for. */
  readonly confirmed: number;
}

export type Standing =
  /** Everything up to `cursor` is in the stream. */
  | { readonly kind: 'goes-on'; readonly epoch: Epoch; readonly cursor: number }
  /** The stream is another one, or somebody else wrote into it: a new epoch begins behind what it can be trusted to hold. */
  | { readonly kind: 'begins'; readonly epoch: Epoch; readonly cursor: number }
  | { readonly kind: 'halted'; readonly reason: string };

/**
 * Finds out where publishing goes on. There is no mark on what is published: the stream's own last sequence is the cursor.
 * A stream that holds more than the journal means that an old backup of the database was restored; to go on would give
 * positions a second time, which readers would take for duplicates. The same holds where its last message claims a position that the
 * journal has not come to, whatever the epochs say: the backup may not know the newest one. A message that claims no such
 * position was put there by somebody else: the relay goes on behind it.
 */
export function standingOf(stream: StreamStateReading, journal: JournalMark): Standing {
  const { epoch, lastPosition, confirmed } = journal;
  if (stream.lastPosition !== undefined && stream.lastPosition > lastPosition) {
    return halted(`the stream holds position ${stream.lastPosition}, the journal ${lastPosition}`);
  }
  if (epoch?.streamCreated === stream.created) {
    const cursor = epoch.base + stream.lastSequence;
    if (cursor <= lastPosition) return { kind: 'goes-on', epoch, cursor };
    const isForeign = stream.lastPosition !== undefined && stream.lastPosition !== cursor;
    return isForeign
      ? beginning(stream, epoch.epoch, lastPosition)
      : halted(`the stream ends at position ${cursor}, the journal at ${lastPosition}`);
  }
  if (epoch === undefined && stream.lastSequence > 0) {
    return halted('the stream holds events of another journal');
  }
  return beginning(stream, epoch?.epoch ?? 0, confirmed);
}

/** What follows the cursor comes behind everything that the stream holds now. */
const beginning = (
  { created, lastSequence }: StreamStateReading,
  before: number,
  cursor: number,
): Standing => ({
  kind: 'begins',
  epoch: { epoch: before + 1, streamCreated: created, base: cursor - lastSequence },
  cursor,
});

const halted = (reason: string): Standing => ({ kind: 'halted', reason });
