import type { FindBundleReply } from '@onewindow/contracts';
import { holdsFor, type Answers, type Condition } from '@onewindow/kernel';
import type { City } from '../a-city.js';
import { actsIn } from '../catalogue/acts.js';
import { PROJECT } from './a-project.js';

export interface AcceptedProject {
  readonly applicationId: string;
  readonly caseNumber: string;
  /** Milliseconds from the answer to the acceptance until the case could be seen. */
  readonly openAfter: number;
}

/** Files the project by its answers alone, with every material that they ask for, and has it accepted. */
export async function anAcceptedProject(city: City, answers: Answers): Promise<AcceptedProject> {
  const { accepted, caseOpened, filed } = actsIn(() => city);
  const path = `/api/bundles/${PROJECT}`;
  const { materials = [] } = await city.cast.owner.get<FindBundleReply>(path);
  const asked = materials.filter(
    ({ necessity, when }) =>
      necessity === 'required' &&
      (when === undefined || holdsFor(when as unknown as Condition, answers) === true),
  );
  const applicationId = await filed({
    bundle: PROJECT,
    answers,
    materials: asked.map(({ code }) => code),
  });
  const caseNumber = await accepted(applicationId);
  const answered = performance.now();
  await caseOpened(caseNumber);
  return { applicationId, caseNumber, openAfter: Math.round(performance.now() - answered) };
}
