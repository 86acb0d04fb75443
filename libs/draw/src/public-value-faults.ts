import type { DrawToRecord } from './draw-file.js';
import { when, type DrawFault } from './faults.js';
import { fitsForm } from './public-value.js';

/** What is wrong with the public value: it has to be exactly the one that the notice names, read after it appeared. */
export function faultsOfPublicValue({ notice, publicValue, drawnAt }: DrawToRecord): DrawFault[] {
  const named = notice.publicValue;
  const { publication, issue, value, readAt } = publicValue;
  return [
    ...when(
      publication !== named.publication,
      'publicValue.publication',
      'public-value-from-elsewhere',
    ),
    ...when(issue !== named.issue, 'publicValue.issue', 'public-value-from-elsewhere'),
    ...when(!fitsForm(value, named.form), 'publicValue.value', 'public-value-out-of-form'),
    ...when(readAt < named.appearsAt, 'publicValue.readAt', 'public-value-read-too-early'),
    ...when(drawnAt < readAt, 'drawnAt', 'drawn-too-early'),
  ];
}
