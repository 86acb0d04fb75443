import { isRecord } from './place-warnings.js';

/** The codes of agencies by the names that plans of bundles 一件事 call their departments by. */
export type PlaceAgenciesByName = Readonly<Record<string, readonly string[]>>;

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 200;
const MOST_AGENCIES = 5;

export const areAgenciesByName = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, codes]) =>
      name.trim() !== '' &&
      name.length <= LONGEST_NAME &&
      Array.isArray(codes) &&
      codes.length >= 1 &&
      codes.length <= MOST_AGENCIES &&
      codes.every((code: unknown) => typeof code === 'string' && CODE.test(code)),
  );
