import type { FindBundleReply } from '@onewindow/contracts';
import { holdsFor, type Answers, type Condition } from '@onewindow/kernel';
import { PROJECT } from '../demonstration/project.js';
import { accepted, caseOpened, filed, type Window } from './filing.js';

export interface AcceptedProject {
  readonly applicationId: string;
  readonly caseNumber: string;
  /** Milliseconds from the answer to the acceptance until the case could be seen. */
  readonly openAfter: number;
}

/** Files the project by its answers alone, with every material that they ask for, and has it accepted. */
export async function anAcceptedProject(city: Window, answers: Answers): Promise<AcceptedProject> {
  const path = `/api/bundles/${PROJECT}`;
  const { materials = [] } = await city.cast.owner.get<FindBundleReply>(path);
  const asked = materials.filter(
    ({ necessity, when }) =>
      necessity === 'required' &&
      (when === undefined || holdsFor(when as unknown as Condition, answers) === true),
  );
  const applicationId = await filed(city, {
    bundle: PROJECT,
    answers,
    materials: asked.map(({ code }) => code),
  });
  const caseNumber = await accepted(city, applicationId);
  const answered = performance.now();
  await caseOpened(city, caseNumber);
  return { applicationId, caseNumber, openAfter: Math.round(performance.now() - answered) };
}
