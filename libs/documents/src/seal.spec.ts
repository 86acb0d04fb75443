import { generateKeyPairSync } from 'node:crypto';
import { Ed25519Seal, isGenuineSeal, type SealKey } from './seal.js';

const aKey = (kid: string, agency?: string): SealKey => ({
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid,
  ...(agency !== undefined && { agency }),
});
const PAPER = {
  reference: '379900-20261122-000001-01-D',
  agency: '海棠市行政审批服务局',
  digest: 'a'.repeat(64),
  sealedAt: '2026-11-22T02:00:00.000Z',
};

async function impressed(seal: Ed25519Seal, paper = PAPER) {
  const impression = await seal.impress(paper);
  if (impression === undefined) throw new TypeError('nobody sealed it');
  return { impression, publicKey: seal.publicKey(impression.keyId) ?? {} };
}

describe('The seal on a paper', () => {
  it('is genuine over exactly that paper', async () => {
    const { impression, publicKey } = await impressed(new Ed25519Seal([aKey('one')]));

    expect(isGenuineSeal(PAPER, impression, publicKey)).toBe(true);
  });

  it.each([
    ['another paper', { reference: '379900-20261122-000002-01-D' }],
    ['another agency', { agency: '海棠市消防救援支队' }],
    ['other bytes', { digest: 'b'.repeat(64) }],
    ['another time', { sealedAt: '2026-11-23T02:00:00.000Z' }],
  ])('is not genuine over %s', async (_what, other) => {
    const { impression, publicKey } = await impressed(new Ed25519Seal([aKey('one')]));

    expect(isGenuineSeal({ ...PAPER, ...other }, impression, publicKey)).toBe(false);
  });

  it('is not genuine under another key, in another algorithm, or as rubbish', async () => {
    const { impression, publicKey } = await impressed(new Ed25519Seal([aKey('one')]));
    const other = await impressed(new Ed25519Seal([aKey('one')]));

    expect(isGenuineSeal(PAPER, impression, other.publicKey)).toBe(false);
    expect(isGenuineSeal(PAPER, { ...impression, algorithm: 'SM2' }, publicKey)).toBe(false);
    expect(isGenuineSeal(PAPER, { ...impression, signature: '!' }, publicKey)).toBe(false);
    expect(isGenuineSeal(PAPER, impression, { kty: 'OKP' })).toBe(false);
  });

  it('is of the agency where that has a key of its own', async () => {
    const seal = new Ed25519Seal([aKey('everybody'), aKey('own', PAPER.agency)]);

    expect((await impressed(seal)).impression.keyId).toBe('own');
    expect((await impressed(seal, { ...PAPER, agency: '别的机关' })).impression.keyId).toBe(
      'everybody',
    );
  });

  it('is missing where nobody holds a key, and its private half is never told', async () => {
    const seal = new Ed25519Seal([aKey('own', '别的机关')]);

    expect(await seal.impress(PAPER)).toBeUndefined();
    expect(Object.keys(seal.publicKey('own') ?? {}).toSorted()).toEqual(['crv', 'kty', 'x']);
  });
});
