import { Refusal } from '@onewindow/kernel';
import { refuseWhenFull } from './storage-errors.js';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('A storage error', () => {
  it.each(['ENOSPC', 'EDQUOT'])('of a full disk is a refusal: %s', async (code) => {
    const refused = await refuseWhenFull(failing(code)).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'file-storage-full', kind: 'unavailable' });
  });

  it('of any other sort stays what it is', async () => {
    await expect(refuseWhenFull(failing('EIO'))).rejects.toThrow('EIO');
  });
});
