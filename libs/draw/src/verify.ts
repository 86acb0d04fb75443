import type { Hash } from './digest.js';
import { hashDrawFile, type DrawFile } from './draw-file.js';
import { readDrawFile } from './draw-file-shape.js';
import { DRAW_STEPS, when, type DrawFault } from './faults.js';
import { faultsOfList } from './list-faults.js';
import { faultsOfNotice, faultsOfSeed } from './notice-faults.js';
import { faultsOfPublicValue } from './public-value-faults.js';
import { faultsOfResult } from './result-faults.js';

/** What somebody noted while it was published: only this shows that a whole file was made anew. */
export interface PublishedHashes {
  /** From the notice. */
  readonly notice?: Hash;
  /** From the list that was published at closing. */
  readonly list?: Hash;
}

/**
 * Computes a draw again from its file alone and names every fault, in the order of the steps; none means that the draw
 * is right. Takes any JSON value and never throws.
 */
export function verifyDrawFile(document: unknown, published: PublishedHashes = {}): DrawFault[] {
  const file = readDrawFile(document);
  if (!('format' in file)) return inOrder(file);
  return inOrder([
    ...faultsOfNotice(file.notice),
    ...faultsOfSeed(file),
    ...faultsOfList(file),
    ...faultsOfPublicValue(file),
    ...unlikePublished(file, published),
    ...faultsOfResult(file),
    ...when(hashDrawFile(file) !== file.hash, 'hash', 'file-changed'),
  ]);
}

function unlikePublished({ notice, list }: DrawFile, published: PublishedHashes): DrawFault[] {
  const differs = (noted: Hash | undefined, hash: Hash) => noted !== undefined && noted !== hash;
  return [
    ...when(differs(published.notice, notice.hash), 'notice.hash', 'notice-not-as-published'),
    ...when(differs(published.list, list.hash), 'list.hash', 'list-not-as-published'),
  ];
}

const inOrder = (faults: readonly DrawFault[]): DrawFault[] =>
  DRAW_STEPS.flatMap((step) => faults.filter((fault) => fault.step === step));
