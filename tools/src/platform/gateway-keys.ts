import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeGatewayKey } from '@onewindow/bus/broker';
import type { ParticipantToken } from '@onewindow/contracts';
import { writeSecret, type DataFolder } from './data-folder.js';

/**
 * The key with which each gateway signs who acts, made once, and the public half of all of them for the services.
 * Returns the files of the private keys.
 */
export async function makeGatewayKeys(
  tokens: readonly ParticipantToken[],
  folder: DataFolder,
): Promise<ReadonlyMap<ParticipantToken, string>> {
  const files = new Map<ParticipantToken, string>();
  const keys: unknown[] = [];
  for (const token of tokens) {
    const file = folder.secret(token, 'signing-key.json');
    const openFile = folder.secret(token, 'signing-key.public.json');
    if (!existsSync(file) || !existsSync(openFile)) {
      const { privateKey, publicKey } = await makeGatewayKey(token);
      writeSecret(openFile, JSON.stringify(publicKey));
      writeSecret(file, JSON.stringify(privateKey));
    }
    files.set(token, file);
    keys.push(JSON.parse(readFileSync(openFile, 'utf8')));
  }
  writeFileSync(folder.gatewayKeys, JSON.stringify({ keys }, null, 2));
  return files;
}
