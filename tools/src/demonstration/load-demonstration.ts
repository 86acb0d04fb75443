import type { Role } from '@onewindow/kernel';
import type { SignIn } from '../platform/accounts.js';
import { GatewayClient } from '../story/gateway-client.js';
import { withForm } from './forms.js';
import { DEMONSTRATION_ITEMS } from './items.js';
import { loadCatalogue } from './load-catalogue.js';
import { loadCity } from './load-city.js';
import { loadOfficers } from './load-officers.js';
import { loadMarket } from './load-market.js';
import { loadSynonyms } from './load-synonyms.js';
import { loadProcesses } from './load-processes.js';
import { MARKET_AGENCIES } from './market.js';

/**
 * Publishes the catalogue and the officers of the demonstration city and opens its market, each by the account that may; for a part whose
 * account is not among them nothing is done, and what somebody has published already stays as it is.
 */
export async function loadDemonstration(url: string, accounts: readonly SignIn[]): Promise<void> {
  const signIn = async (found: SignIn | undefined) =>
    found && GatewayClient.signIn(url, { account: found.id, password: found.password });
  const holding = (role: Role) => accounts.find(({ roles }) => roles.includes(role));
  const administrator = await signIn(holding('administrator'));
  if (administrator !== undefined) {
    await loadCity(administrator, DEMONSTRATION_ITEMS.map(withForm));
    await loadProcesses(administrator);
    await loadCatalogue(administrator);
    await loadSynonyms(administrator);
  }
  await loadOfficers((account) => signIn(accounts.find(({ id }) => id === account)));
  const operator = await signIn(holding('market-operator'));
  const agents = MARKET_AGENCIES.map(({ creditCode }) =>
    signIn(accounts.find(({ organisation }) => organisation === creditCode)),
  );
  if (operator !== undefined) await loadMarket(operator, await Promise.all(agents));
}
