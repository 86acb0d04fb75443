import { generateKeyPairSync } from 'node:crypto';
import { Refusal } from '@onewindow/kernel';
import { SignJWT, UnsecuredJWT } from 'jose';
import { contentHash } from './content-hash.js';
import { readFileReceipt, signFileReceipt, type FileReceipt } from './file-receipt.js';

const gateway = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const NOW = new Date('2026-02-09T02:12:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const RECEIPT: FileReceipt = {
  hash: contentHash('ab'.repeat(32)),
  size: 1234,
  mediaType: 'application/pdf',
  name: '营业执照.pdf',
  uploader: 'person-1',
  organisation: '91371500MA9YXW1T5X',
};
const sign = (receipt = RECEIPT, key = gateway.privateKey) =>
  signFileReceipt(key, receipt, { now: NOW });
const reasonOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'none',
    (error: unknown) =>
      error instanceof Refusal ? `${error.code}: ${String(error.unmet[0]?.rule)}` : String(error),
  );

describe('A receipt of an upload', () => {
  it('tells a service what was uploaded and by whom', async () => {
    expect(await readFileReceipt(gateway.publicKey, await sign(), { now: NOW })).toEqual(RECEIPT);
  });

  it('may be of a person without an organisation', async () => {
    const { organisation: _, ...person } = RECEIPT;

    expect(await readFileReceipt(gateway.publicKey, await sign(person), { now: NOW })).toEqual(
      person,
    );
  });

  it('is accepted only of the types that may be handed in, which are those of materials', async () => {
    const token = await sign({ ...RECEIPT, mediaType: 'application/json', name: 'a.json' });
    const allowed = ['application/json'];

    expect(await reasonOf(readFileReceipt(gateway.publicKey, token, { now: NOW }))).toBe(
      'file-type-not-allowed: file-type-allowed',
    );
    expect(await readFileReceipt(gateway.publicKey, token, { now: NOW, allowed })).toMatchObject({
      mediaType: 'application/json',
    });
  });

  it('carries a name without folders and control characters', async () => {
    const token = await sign({ ...RECEIPT, name: '..\\..\\a\u0000\u202e.pdf' });

    expect(await readFileReceipt(gateway.publicKey, token, { now: NOW })).toMatchObject({
      name: 'a.pdf',
    });
  });

  it('fits into a command even with the longest name', async () => {
    expect((await sign({ ...RECEIPT, name: '名'.repeat(500) })).length).toBeLessThan(4000);
  });

  it('is valid for 24 hours', async () => {
    const token = await sign();

    expect(await reasonOf(readFileReceipt(gateway.publicKey, token, { now: later(23.99) }))).toBe(
      'none',
    );
    expect(await reasonOf(readFileReceipt(gateway.publicKey, token, { now: later(24.01) }))).toBe(
      'file-receipt-invalid: file-receipt-in-time',
    );
  });

  it('is read with any of the keys of the gateway', async () => {
    const keys = [stranger.publicKey, gateway.publicKey];

    expect(await readFileReceipt(keys, await sign(), { now: NOW })).toEqual(RECEIPT);
    expect(await reasonOf(readFileReceipt([], await sign(), { now: NOW }))).toContain(
      'file-receipt-signed',
    );
  });

  it('is good for the uploader only, where the reader asks', async () => {
    const token = await sign();

    expect(
      await reasonOf(readFileReceipt(gateway.publicKey, token, { now: NOW, uploader: 'person-1' })),
    ).toBe('none');
    expect(
      await reasonOf(readFileReceipt(gateway.publicKey, token, { now: NOW, uploader: 'person-2' })),
    ).toBe('file-receipt-invalid: file-receipt-own');
  });

  const claims = { hash: RECEIPT.hash, size: 1, mediaType: 'a/b', name: 'a' };
  const jws = (payload: object, typ = 'file-receipt+jwt') =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg: 'EdDSA', typ })
      .setIssuedAt(NOW)
      .setExpirationTime(later(1));

  it.each<[string, () => Promise<string> | string]>([
    ['signed by a stranger', () => sign(RECEIPT, stranger.privateKey)],
    [
      'altered',
      async () => (await sign()).replace(/\.[^.]{10}/, (start) => `${start.slice(0, -1)}~`),
    ],
    ['not a token', () => 'abc'],
    ['empty', () => ''],
    [
      'not signed at all',
      () =>
        new UnsecuredJWT(claims)
          .setSubject('p')
          .setIssuedAt(NOW)
          .setExpirationTime(later(1))
          .encode(),
    ],
    [
      'another kind of token of the same key',
      () => jws(claims, 'JWT').setSubject('p').sign(gateway.privateKey),
    ],
    ['without an uploader', () => jws(claims).sign(gateway.privateKey)],
    [
      'without an expiry',
      () =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'EdDSA', typ: 'file-receipt+jwt' })
          .setSubject('p')
          .setIssuedAt(NOW)
          .sign(gateway.privateKey),
    ],
    [
      'with a hash that is none',
      () =>
        jws({ ...claims, hash: '../x' })
          .setSubject('p')
          .sign(gateway.privateKey),
    ],
    [
      'with a size that is none',
      () =>
        jws({ ...claims, size: '1' })
          .setSubject('p')
          .sign(gateway.privateKey),
    ],
  ])('is refused: %s', async (_situation, token) => {
    expect(await reasonOf(readFileReceipt(gateway.publicKey, await token(), { now: NOW }))).toBe(
      'file-receipt-invalid: file-receipt-signed',
    );
  });
});
