/**
 * Numbers of the papers of one track: its case number, its place in the case, and the kind of paper. Unique without a
 * counter, so that no two cases wait for each other to draw one.
 */
const numbered = (track: NumberedTrack, kind: string): string =>
  `${track.caseNumber}-${String(track.ordinal).padStart(2, '0')}-${kind}`;

/** Of papers of which there is one each time that the track is decided: `D`, and `D2` once it was reopened. */
const onceARound = (track: NumberedTrack, kind: string): string => {
  const round = 1 + (track.reopenings?.length ?? 0);
  return numbered(track, round === 1 ? kind : `${kind}${round}`);
};

export interface NumberedTrack {
  readonly caseNumber: string;
  /** From 1, in the order of the application. */
  readonly ordinal: number;
  /** How often a decision was quashed and had to be made anew. */
  readonly reopenings?: readonly unknown[];
}

export const decisionNumber = (track: NumberedTrack): string => onceARound(track, 'D');

export const licenceNumber = (track: NumberedTrack): string => onceARound(track, 'L');

/** The notice of the extension, of which there is one (许可法 42). */
export const extensionNumber = (track: NumberedTrack): string => onceARound(track, 'E');

/** The same of the joint handling, which is no track's (许可法 42②). */
export const jointExtensionNumber = (caseNumber: string): string => `${caseNumber}-E`;

/** The notices to interested parties (许可法 36), `serial` from 1. */
export const partyNoticeNumber = (track: NumberedTrack, serial: number): string =>
  numbered(track, `P${serial}`);

/** `serial` from 1: a track may have several special procedures, each with its notice. */
export const noticeNumber = (track: NumberedTrack, serial: number): string =>
  numbered(track, `N${serial}`);
