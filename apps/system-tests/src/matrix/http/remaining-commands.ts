import { randomUUID } from 'node:crypto';
import { DEMONSTRATION_ACCOUNTS, GatewayClient, type Stage } from '@onewindow/tools';
import { COMMANDS, requestOf } from './contract-requests.js';
import { callOf, type RoutedContract } from './http-call.js';

/**
 * Sends every command that was not sent yet as its sample has it, by somebody who may. Some succeed and some are refused, since they are
 * about nothing that is there: either way the first answer has to be the answer.
 */
export async function sendRemaining(
  { url, passwords }: Stage,
  { send, sent }: { readonly send: typeof fetch; readonly sent: ReadonlySet<string> },
): Promise<void> {
  for (const contract of COMMANDS.filter(({ id }) => !sent.has(id))) {
    const account = permittedAccount(contract);
    const password = passwords.get(account) ?? '';
    const { token } = await GatewayClient.anonymous(url).post<{ token: string }>('/api/session', {
      account,
      password,
    });
    const { path, body, ...call } = callOf(contract, requestOf(contract));
    await send(`${url}${path}`, {
      method: call.method,
      headers: {
        ...call.headers,
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
      },
      ...(body !== undefined && { body: String(body) }),
    });
  }
}

function permittedAccount({ id, permitted }: RoutedContract): string {
  if (typeof permitted === 'string') throw new TypeError(`${id} is nobody's command`);
  const account = DEMONSTRATION_ACCOUNTS.find(({ roles }) =>
    permitted.some((role) => roles.includes(role)),
  );
  if (account === undefined) throw new TypeError(`no demonstration account may send ${id}`);
  return account.id;
}
