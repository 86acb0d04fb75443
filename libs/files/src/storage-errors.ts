import { fileRefusals } from './file-refusals.js';

/** The `code` of a system error, by shape: errors of Node's own modules may be of another realm. */
export const systemCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export const isMissing = (error: unknown): boolean => systemCode(error) === 'ENOENT';

/** A full disk is an expected "no", not a crash. */
export async function refuseWhenFull<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const full = ['ENOSPC', 'EDQUOT'].includes(String(systemCode(error)));
    throw full ? fileRefusals.refuse('file-storage-full') : error;
  }
}
