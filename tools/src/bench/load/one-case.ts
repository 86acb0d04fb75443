import type {
  AcceptApplicationReply,
  FindApplicationReply,
  FindCaseReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import type { Exchange } from './exchange.js';
import type { Patience } from './patience.js';
import { LATE_MATERIAL, ITEM, type Troupe } from './troupe.js';

/** The numbers of a case that nobody else has. */
export interface CaseNumbers {
  readonly applicationNumber: string;
  readonly caseNumber: string;
}

/**
 * One whole case of one item: nine durable commands, from the filing with a material missing to the department's acknowledgement.
 * It waits only for what the next step needs: that the case is open, the decision at the window, the handover at the department.
 */
export async function runCase(
  exchange: Exchange,
  troupe: Troupe,
  patience: Patience,
): Promise<CaseNumbers> {
  const { owner, clerk, approver, decisionOfficer, cityManager } = troupe.headers;
  const { applicationId, applicationNumber } = await exchange.command<SubmitApplicationReply>(
    { kind: 'submit', path: '/api/applications', as: owner },
    troupe.filing,
  );
  const application = `/api/applications/${applicationId}`;
  await exchange.command(
    { kind: 'request-correction', path: `${application}/correction-notice`, as: clerk },
    troupe.correction,
  );
  await exchange.command(
    { kind: 'resubmit', path: `${application}/corrections`, as: owner },
    { materials: [troupe.materials.get(LATE_MATERIAL)] },
  );
  const { caseNumber } = await exchange.command<AcceptApplicationReply>(
    { kind: 'accept', path: `${application}/acceptance`, as: clerk },
    {},
  );

  const asked = { path: `/api/cases/${caseNumber}`, as: approver };
  const caseOpen = { kind: 'case-open?', ...asked };
  await patience.until(caseOpen.kind, () => exchange.look(caseOpen));
  const track = `/api/cases/${caseNumber}/tracks/${ITEM}`;
  await exchange.command(
    { kind: 'record-opinion', path: `${track}/opinion`, as: approver },
    { recommendation: 'grant', grounds: ['材料齐全，符合法定条件。'] },
  );
  await exchange.command(
    { kind: 'decide', path: `${track}/decision`, as: decisionOfficer },
    { outcome: 'granted', reasons: [], legalBasis: troupe.legalBasis },
  );

  const decided = await exchange.look<FindCaseReply>({ kind: 'find-case', ...asked });
  const [handover] = decided?.handovers ?? [];
  if (handover === undefined) throw new Error(`case ${caseNumber} was handed over to nobody`);
  const received = `/api/departments/${handover.department}/handovers/${handover.handoverId}`;
  const handedOver = { kind: 'handed-over?', path: received, as: cityManager };
  await patience.until(handedOver.kind, () => exchange.look(handedOver));
  await exchange.command(
    { kind: 'acknowledge', path: `${received}/acknowledgement`, as: cityManager },
    {},
  );

  const isDecided = { kind: 'decided?', path: application, as: clerk };
  await patience.until(isDecided.kind, async () => {
    const shown = await exchange.look<FindApplicationReply>(isDecided);
    return shown?.status === 'decided' ? shown : undefined;
  });
  await exchange.command(
    { kind: 'dispatch', path: `${application}/dispatch`, as: clerk },
    { method: 'window', receivedBy: '林悦' },
  );
  await exchange.command(
    { kind: 'rate', path: `${application}/rating`, as: owner },
    { stars: 5, remark: '一次办成。' },
  );
  return { applicationNumber, caseNumber };
}
