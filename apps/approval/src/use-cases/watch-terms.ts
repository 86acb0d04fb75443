import { caseKind } from '../domain/case/case.js';
import {
  missJointTerm as missJoint,
  warnOfJointTerm as warnJoint,
} from '../domain/case/joint-term.js';
import { flagLateService as flag, warnOfService as remind } from '../domain/licence/serving.js';
import { lapseLicence as lapse } from '../domain/licence/lapse.js';
import { expireLicence as expire, licenceKind } from '../domain/licence/licence.js';
import { warnOfStages as warnStages } from '../domain/process/stage-terms.js';
import {
  missPromise as missPromised,
  missTerm as miss,
  warnOfTerm as warn,
} from '../domain/track/term.js';
import { trackKind } from '../domain/track/track.js';
import { countingOf } from './counting.js';
import type { ApprovalDependencies } from './ports.js';
import { saveCase, saveLicence, saveTrack } from './records.js';

/** What the passing of time leads to. Each looks again whether it still holds: a firing may be late. */
export const warnOfTerm =
  ({ transact, now }: ApprovalDependencies) =>
  (trackId: string): Promise<void> =>
    transact(async (changes) => {
      const track = await changes.load(trackKind, trackId);
      saveTrack(changes, track, warn(track, now()));
    });

export const warnOfStages =
  ({ transact, now }: ApprovalDependencies) =>
  (trackId: string): Promise<void> =>
    transact(async (changes) => {
      const track = await changes.load(trackKind, trackId);
      saveTrack(changes, track, warnStages(track, now()));
    });

export const missTerm =
  (deps: ApprovalDependencies) =>
  (trackId: string): Promise<void> =>
    deps.transact(async (changes) => {
      const track = await changes.load(trackKind, trackId);
      saveTrack(changes, track, miss(track, deps.now(), countingOf(deps)));
    });

export const missPromise =
  (deps: ApprovalDependencies) =>
  (trackId: string): Promise<void> =>
    deps.transact(async (changes) => {
      const track = await changes.load(trackKind, trackId);
      saveTrack(changes, track, missPromised(track, deps.now(), countingOf(deps)));
    });

export const warnOfService =
  ({ transact, now }: ApprovalDependencies) =>
  (licenceNumber: string): Promise<void> =>
    transact(async (changes) => {
      const licence = await changes.load(licenceKind, licenceNumber);
      saveLicence(changes, licence, remind(licence, now()));
    });

export const flagLateService =
  (deps: ApprovalDependencies) =>
  (licenceNumber: string): Promise<void> =>
    deps.transact(async (changes) => {
      const licence = await changes.load(licenceKind, licenceNumber);
      saveLicence(changes, licence, flag(licence, deps.now(), countingOf(deps)));
    });

export const expireLicence =
  ({ transact, now }: ApprovalDependencies) =>
  (licenceNumber: string): Promise<void> =>
    transact(async (changes) => {
      const licence = await changes.load(licenceKind, licenceNumber);
      saveLicence(changes, licence, expire(licence, now()));
    });

export const warnOfJointTerm =
  ({ transact, now }: ApprovalDependencies) =>
  (caseNumber: string): Promise<void> =>
    transact(async (changes) => {
      const of = await changes.load(caseKind, caseNumber);
      saveCase(changes, of, warnJoint(of, now()));
    });

export const missJointTerm =
  (deps: ApprovalDependencies) =>
  (caseNumber: string): Promise<void> =>
    deps.transact(async (changes) => {
      const of = await changes.load(caseKind, caseNumber);
      saveCase(changes, of, missJoint(of, deps.now(), countingOf(deps)));
    });

export const lapseLicence =
  ({ transact, now }: ApprovalDependencies) =>
  (licenceNumber: string): Promise<void> =>
    transact(async (changes) => {
      const licence = await changes.load(licenceKind, licenceNumber);
      saveLicence(changes, licence, lapse(licence, now()));
    });
