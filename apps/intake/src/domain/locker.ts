import { legalDateAt, addDays, type Change, type Instant, type LegalDate } from '@onewindow/kernel';
import { months, naturalDaysOf } from '@onewindow/statutory-clock';
import type { Application, HeldFile } from './application.js';
import type { HandedIn } from './filing.js';
import { unmet } from './unmet.js';

/** Whose locker 材料库 it is: an account, and the enterprise that it acts for. */
export interface LockerOwner {
  readonly account: string;
  readonly creditCode: string;
  readonly name: string;
}

/** A file that its owner may use again, with where it comes from. Plain JSON. */
export interface LockerFile {
  readonly id: string;
  readonly owner: LockerOwner;
  /** Code of the material that it is, as guides name it. */
  readonly material: string;
  readonly materialName: string;
  /** With its provenance. */
  readonly file: HeldFile;
  readonly storedAt: Instant;
  /** Last day on which it may be handed in; absent: without an end. */
  readonly validUntil?: LegalDate;
  /** The application that it was made for. */
  readonly applicationId: string;
}

export type LockerFileEvent = { readonly type: 'locker-file-stored'; readonly hash: string };

/** The same report told twice has one place in the locker. */
export const lockerFileId = (projectNumber: string, hash: string): string =>
  `${projectNumber}:${hash}`;

export interface StoredReport {
  readonly projectNumber: string;
  readonly material: string;
  readonly file: HeldFile;
  readonly deliveredAt: Instant;
}

/** Keeps a delivered report for the applicant, whatever became of the application meanwhile. */
export function storeReport(
  { projectNumber, material, file, deliveredAt }: StoredReport,
  application: Application,
  now: Instant,
): Change<LockerFile, LockerFileEvent> {
  const asked = application.items
    .flatMap(({ materials }) => materials)
    .find(({ code }) => code === material);
  const { validMonths } = asked ?? {};
  const made = legalDateAt(deliveredAt);
  return {
    state: {
      id: lockerFileId(projectNumber, file.hash),
      owner: {
        account: application.applicantAccount,
        creditCode: application.applicant.creditCode,
        name: application.applicant.name,
      },
      material,
      materialName: asked?.name ?? material,
      file,
      storedAt: now,
      ...(validMonths !== undefined && {
        validUntil: addDays(made, naturalDaysOf(made, months(validMonths))),
      }),
      applicationId: application.id,
    },
    events: [{ type: 'locker-file-stored', hash: file.hash }],
  };
}

/** A file of the locker that somebody names for one material. */
export interface NamedFromLocker {
  readonly material: string;
  readonly lockerFile: string;
}

/** A file of the locker that somebody hands in, as the use case found it. */
export interface FromLocker {
  readonly material: string;
  readonly path: string;
  readonly found: LockerFile | undefined;
}

/** Takes a file out of the locker for an application; another's file is as if it were not there. */
export function takenOut(
  { material, path, found }: FromLocker,
  by: { readonly id: string; readonly organisation?: string },
  now: Instant,
): HandedIn {
  const own =
    found !== undefined &&
    (found.owner.account === by.id || found.owner.creditCode === by.organisation);
  if (!own) return { material, path, unreadable: [notThere(path)] };
  const unreadable = [
    ...(found.material === material ? [] : [anotherMaterial(path, found.materialName)]),
    ...(found.validUntil !== undefined && found.validUntil < legalDateAt(now)
      ? [expired(path, found.validUntil)]
      : []),
  ];
  return unreadable.length > 0
    ? { material, path, unreadable }
    : { material, path, file: found.file, uploadedBy: by.id };
}

const notThere = (path: string) =>
  unmet(
    'file-in-own-locker',
    '材料库中没有这个文件，请从材料库列表中选择。',
    'There is no such file in your locker; choose one from its list.',
    { path: `${path}.lockerFile` },
  );

const anotherMaterial = (path: string, name: string) =>
  unmet(
    'file-is-that-material',
    `该文件是“${name}”，不能用作此项材料。`,
    `The file is "${name}"; it cannot serve as this material.`,
    { path: `${path}.material` },
  );

const expired = (path: string, validUntil: LegalDate) =>
  unmet(
    'file-still-valid',
    `该文件的有效期已于 ${validUntil} 届满，请重新取得。`,
    `The file was valid until ${validUntil}; obtain a new one.`,
    { path: `${path}.lockerFile` },
  );
