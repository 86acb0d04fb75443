import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ParticipantToken } from '@onewindow/contracts';
import { isParticipantToken } from '../subjects.js';

/** Public keys of gateways, as every service holds them. */
export interface GatewayKeys {
  readonly keys: readonly JWK[];
}

export interface GatewayKey {
  /** Secret of the gateway. */
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

/** A key that signs for one gateway only: its id begins with the gateway's token. */
export async function makeGatewayKey(gateway: ParticipantToken): Promise<GatewayKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = `${gateway}.${(await calculateJwkThumbprint(publicKey)).slice(0, 16)}`;
  const described = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    privateKey: { ...(await exportJWK(pair.privateKey)), ...described },
    publicKey: { ...publicKey, ...described },
  };
}

/** The gateway that a key belongs to. */
export function gatewayOfKey(kid: string | undefined): ParticipantToken | undefined {
  const token = kid?.slice(0, kid.lastIndexOf('.')) ?? '';
  return isParticipantToken(token) ? token : undefined;
}
