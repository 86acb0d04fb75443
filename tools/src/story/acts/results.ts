import type { DispatchResultsReply, FindCaseReply, ListHandoversReply } from '@onewindow/contracts';
import { type Cast } from '../cast.js';
import { expectEqual, expectThat } from '../expectations.js';
import { until } from '../until.js';
import type { Scene, StoryOutcome } from '../scene.js';

export async function dispatchAndRate(scene: Scene): Promise<void> {
  await until('all decisions have reached the window', async (sighted) => {
    const { status, tracks } = await scene.application();
    sighted([status, tracks]);
    return status === 'decided' ? true : undefined;
  });
  const dispatched = await scene.cast.clerk.post<DispatchResultsReply>(
    `/api/applications/${scene.applicationId}/dispatch`,
    { method: 'window', receivedBy: '林悦' },
  );
  expectEqual('four decisions and three licences leave together', dispatched.papers.length, 7);
  await scene.cast.owner.post(`/api/applications/${scene.applicationId}/rating`, {
    stars: 5,
    remark: '一次办成。',
  });
  scene.say('一并出件、好差评 one dispatch, rated 5');
}

export async function acknowledge(scene: Scene): Promise<void> {
  await acknowledgeAs(scene, scene.cast.marketRegulator, 'market-regulation', 1);
  await acknowledgeAs(scene, scene.cast.cityManager, 'city-management', 2);
}

export async function acknowledgeAs(
  scene: Scene,
  officer: Cast['marketRegulator'],
  department: string,
  count: number,
): Promise<void> {
  const received = await until(`the handovers to ${department}`, async () => {
    const list = await officer.get<ListHandoversReply>(`/api/departments/${department}/handovers`);
    const ours = list.handovers.filter(({ caseNumber }) => caseNumber === scene.caseNumber);
    return ours.length === count ? ours : undefined;
  });
  for (const { handoverId } of received) {
    await officer.post(`/api/departments/${department}/handovers/${handoverId}/acknowledgement`);
  }
  scene.say(`签收 acknowledged by ${department}: ${count}`);
}

export async function close(scene: Scene): Promise<StoryOutcome> {
  const finalCase = await until(
    'the case is closed and every handover acknowledged',
    async (sighted) => {
      const shown = await scene.case();
      sighted([shown.status, shown.handovers.map(({ status }) => status)]);
      const acknowledged = shown.handovers.filter(({ status }) => status === 'acknowledged').length;
      return shown.status === 'closed' && acknowledged === 3 ? shown : undefined;
    },
  );
  const finalApplication = await scene.application();
  expectThat('every paper has a service record', () =>
    finalApplication.papers.every(({ service }) => service !== undefined),
  );
  expectEqual('the decisions stand as taken', outcomesOf(finalCase), {
    'food-business-permit': 'granted',
    'public-assembly-fire-check': 'granted',
    'large-outdoor-ad': 'refused',
    'drainage-permit': 'granted',
  });
  return {
    applicationId: scene.applicationId,
    caseNumber: scene.caseNumber,
    projectNumber: scene.projectNumber,
    finalCase,
    finalApplication,
  };
}

const outcomesOf = (shown: FindCaseReply) =>
  Object.fromEntries(shown.tracks.map(({ item, decision }) => [item, decision?.outcome]));
