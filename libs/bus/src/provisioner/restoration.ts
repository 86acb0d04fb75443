import type { BusLog } from '../bus-log.js';
import { JetStreamRefusal, type JetStreamApi } from './jetstream-api.js';
import type { DurablePlan, ProvisioningPlan, StreamPlan } from './plan.js';

/** Makes the broker hold what the plan says; called again and again, it only touches what differs. Returns what it did. */
export async function restore(
  api: JetStreamApi,
  plan: ProvisioningPlan,
  log: BusLog,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const stream of plan.streams) {
    const durables = plan.durables.filter((each) => each.stream === stream.name);
    try {
      done.push(...(await restoreStream(api, stream, durables)));
    } catch (error) {
      // One stream that cannot be restored must not keep the others from it.
      log.caution('A stream could not be restored.', { stream: stream.name }, error);
      done.push(`failed ${stream.name}`);
    }
  }
  return done;
}

async function restoreStream(
  api: JetStreamApi,
  plan: StreamPlan,
  durables: readonly DurablePlan[],
): Promise<readonly string[]> {
  const done: string[] = [];
  const found = await api.stream(plan.name);
  if (found === undefined) {
    await api.createStream(plan);
    done.push(`created stream ${plan.name}`);
  } else if (differs(plan, found.config)) {
    await api.updateStream(plan);
    done.push(`updated stream ${plan.name}`);
  }
  for (const durable of durables) {
    const did = await restoreDurable(api, durable, found?.lastSequence ?? 0);
    if (did !== undefined) done.push(`${did} durable ${plan.name} ${durable.config.durable_name}`);
  }
  return done;
}

async function restoreDurable(
  api: JetStreamApi,
  plan: DurablePlan,
  streamEnd: number,
): Promise<string | undefined> {
  const found = await api.durable(plan);
  if (found === undefined) {
    await api.createDurable(plan);
    return 'created';
  }
  if (found.reached > streamEnd && (await isAheadStill(api, plan))) {
    // A store that was rolled back: the durable would skip everything that is published up to where it stands.
    await api.deleteDurable(plan);
    await api.createDurable(plan);
    return 'made anew';
  }
  if (!differs(plan.config, found.config)) return undefined;
  try {
    await api.createDurable(plan);
  } catch (error) {
    if (!(error instanceof JetStreamRefusal)) throw error;
    await api.deleteDurable(plan);
    await api.createDurable(plan);
  }
  return 'changed';
}

/** Messages may have come between the two looks; only a second look at both tells. */
async function isAheadStill(api: JetStreamApi, plan: DurablePlan): Promise<boolean> {
  const durable = await api.durable(plan);
  const stream = await api.stream(plan.stream);
  return durable !== undefined && stream !== undefined && durable.reached > stream.lastSequence;
}

/** Whether a planned value differs from what the broker has; it leaves out what is zero or false. */
function differs(plan: object, found: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(plan).some(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(found[name]) &&
      !(value === false && found[name] === undefined),
  );
}
