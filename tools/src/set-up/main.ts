import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
import { HandOut } from '../deployment/hand-out.js';
import { setUpDeployment } from '../deployment/set-up-deployment.js';

/** The one-time step of a deployment in containers, which may be repeated at any time. */
const settings = configuredOrExit(() =>
  readSettings(environment(), {
    keep: setting('OW_SETUP_DIR', text),
    handOut: setting('OW_HAND_OUT_DIR', text),
    /** Folders of what containers keep: each is given to the user that they run as. */
    stores: setting<string | null>('OW_STORES_DIR', text, { default: null }),
    owner: setting<number | undefined>('OW_OWNER', Number, { default: undefined }),
    topology: fileSetting('OW_TOPOLOGY_FILE', topologyFrom, { default: CITY_TOPOLOGY }),
  }),
);
const { keep, stores, owner, topology } = settings;

await setUpDeployment({
  keep,
  handOut: new HandOut(settings.handOut, owner),
  topology,
  accounts: DEMONSTRATION_ACCOUNTS,
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
