import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  configuredOrExit,
  environment,
  fileSetting,
  readSettings,
  setting,
  text,
  topologyFrom,
} from '@onewindow/service/process';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration/accounts.js';
import { CITY_TOPOLOGY } from '../demonstration/city.js';
import { accountsSetting, deploymentSettings } from '../deployment/deployment-settings.js';
import { HandOut } from '../deployment/hand-out.js';
import { setUpDeployment } from '../deployment/set-up-deployment.js';

const { values: options } = parseArgs({
  options: {
    /** Makes every certificate anew, whatever is left of its time: a key may have been seen by somebody. */
    'renew-certificates': { type: 'boolean', default: false },
  },
});

/** The one-time step of a deployment in containers, which may be repeated at any time. */
const settings = configuredOrExit(() =>
  readSettings(environment(), {
    ...deploymentSettings,
    accounts: accountsSetting,
    /** Folders of what containers keep: each is given to the user that they run as. */
    stores: setting<string | null>('OW_STORES_DIR', text, { default: null }),
    topology: fileSetting('OW_TOPOLOGY_FILE', topologyFrom, { default: CITY_TOPOLOGY }),
  }),
);
const { keep, stores, owner, topology, accounts } = settings;

await setUpDeployment({
  keep,
  handOut: new HandOut(settings.handOut, owner),
  topology,
  accounts: accounts === 'demonstration' ? DEMONSTRATION_ACCOUNTS : [],
  renewCertificates: options['renew-certificates'],
  now: () => new Date(),
});
if (stores !== null && owner !== undefined) {
  for (const store of readdirSync(stores).map((name) => join(stores, name))) {
    if (statSync(store).uid === owner) continue;
    chmodSync(store, 0o700);
    chownSync(store, owner, owner);
  }
}
console.log(
  JSON.stringify({ level: 'info', msg: 'set up', participants: topology.participants.length }),
);
