import {
  refuseWhenUnmet,
  type Actor,
  type Change,
  type Instant,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { isOfficerOf } from '../officers.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { inspectionLifecycle } from './inspection-lifecycle.js';
import {
  inspectorsOf,
  repeated,
  type Checklist,
  type Finding,
  type Inspection,
  type InspectionEvent,
} from './inspection.js';

/** Fills in one checklist on site; until somebody has signed it, it can be filled in again. */
export function recordChecklist(
  inspection: Inspection,
  { item, findings }: { readonly item: string; readonly findings: readonly Finding[] },
  actor: Actor,
): Change<Inspection, InspectionEvent> {
  const checklist = checklistOf(inspection, item);
  const inspector = requireAssigned(inspection, checklist, actor);
  const status = inspectionLifecycle.next(inspection.status, 'record-checklist');
  refuseWhenUnmet([...unmetOf(recording, checklist), ...findingsUnmet(checklist, findings)], (u) =>
    approvalRefusals.refuse('checklist-not-acceptable', u),
  );
  const recorded = findings.map(({ point, result, remark }) => ({
    point,
    result,
    ...(remark !== undefined && { remark }),
  }));
  return {
    state: {
      ...inspection,
      status,
      checklists: replaced(inspection, { ...checklist, findings: recorded, recordedBy: inspector }),
    },
    events: [{ type: 'checklist-recorded', item, findings: recorded }],
  };
}

/** Each assigned inspector of the item's agency signs (许可法 34); the last signature of all completes the inspection. */
export function signChecklist(
  inspection: Inspection,
  item: string,
  actor: Actor,
  now: Instant,
): Change<Inspection, InspectionEvent> {
  const checklist = checklistOf(inspection, item);
  const inspector = requireAssigned(inspection, checklist, actor);
  refuseWhenUnmet(unmetOf(signing, { checklist, inspector }), (unmet) =>
    approvalRefusals.refuse('signature-not-possible', unmet),
  );
  const signature = { inspector, signedAt: now };
  const signatures = [...checklist.signatures, signature];
  const checklists = replaced(inspection, { ...checklist, signatures });
  const isLast = checklists.every((each) => isSigned(inspection, each));
  const status = inspectionLifecycle.next(
    inspection.status,
    isLast ? 'sign-last-checklist' : 'sign-checklist',
  );
  return {
    state: { ...inspection, status, checklists, ...(isLast && { completedAt: now }) },
    events: [
      { type: 'checklist-signed', item, signature },
      ...(isLast ? [{ type: 'inspection-completed', completedAt: now } as const] : []),
    ],
  };
}

/** The points of one item that were found not met, with their remarks. */
export const pointsNotMet = ({ points, findings }: Checklist) =>
  findings
    .filter(({ result }) => result === 'not-met')
    .map(({ point, remark = '' }) => ({
      point,
      requirement: points.find((each) => each.point === point)?.requirement ?? point,
      remark,
    }));

function checklistOf({ checklists }: Inspection, item: string): Checklist {
  const found = checklists.find((each) => each.item === item);
  if (found === undefined) throw approvalRefusals.refuse('inspection-not-found');
  return found;
}

function requireAssigned(inspection: Inspection, { agency }: Checklist, actor: Actor): string {
  const isAssigned =
    isOfficerOf(actor, agency, 'inspector') &&
    inspectorsOf(inspection, agency).some(({ inspector }) => inspector === actor.id);
  if (!isAssigned) throw approvalRefusals.refuse('not-an-assigned-inspector');
  return actor.id;
}

const replaced = ({ checklists }: Inspection, changed: Checklist): readonly Checklist[] =>
  checklists.map((each) => (each.item === changed.item ? changed : each));

const isSigned = (inspection: Inspection, { agency, signatures }: Checklist): boolean =>
  inspectorsOf(inspection, agency).every(({ inspector }) =>
    signatures.some((each) => each.inspector === inspector),
  );

const recording: readonly Requirement<Checklist>[] = [
  {
    rule: 'checklist-not-signed',
    message: {
      zh: '检查表已有人签字，不能再改；需要更正的，请另行安排踏勘。',
      en: 'Somebody has signed the checklist, so it stands; arrange another inspection to correct it.',
    },
    holds: ({ signatures }) => signatures.length === 0,
  },
];

function findingsUnmet({ points }: Checklist, findings: readonly Finding[]): UnmetRule[] {
  const known = new Set(points.map(({ point }) => point));
  const found = findings.map(({ point }) => point);
  return [
    ...points
      .filter(({ point }) => !found.includes(point))
      .map(({ point, requirement }) => ({
        rule: 'every-point-answered',
        path: 'findings',
        message: {
          zh: `检查点“${requirement}”（${point}）尚未填写。`,
          en: `The point "${requirement}" (${point}) has no finding; fill it in.`,
        },
      })),
    ...repeated(found).map((point) => ({
      rule: 'point-answered-once',
      path: 'findings',
      message: {
        zh: `检查点“${point}”填写了不止一次，请只保留一次。`,
        en: `The point "${point}" is answered more than once; keep one finding.`,
      },
    })),
    ...findings.flatMap(({ point, result, remark = '' }, index) => [
      ...(known.has(point)
        ? []
        : [
            {
              rule: 'point-of-this-checklist',
              path: `findings.${index}.point`,
              message: {
                zh: `检查表中没有检查点“${point}”，请删除。`,
                en: `The checklist has no point "${point}"; remove the finding.`,
              },
            },
          ]),
      ...(result === 'met' || remark.trim() !== ''
        ? []
        : [
            {
              rule: 'remark-unless-met',
              path: `findings.${index}.remark`,
              message: {
                zh: `检查点“${point}”未当场符合，请写明所发现的情况和整改内容。`,
                en: `The point "${point}" was not simply met; state what was found and what was corrected.`,
              },
            },
          ]),
    ]),
  ];
}

interface Signing {
  readonly checklist: Checklist;
  readonly inspector: string;
}

const signing: readonly Requirement<Signing>[] = [
  {
    rule: 'checklist-filled-in',
    source: '行政许可法 34',
    message: {
      zh: '检查表尚未填写，请先逐点填写再签字。',
      en: 'The checklist is not filled in; fill in every point before anybody signs.',
    },
    holds: ({ checklist }) => checklist.findings.length > 0,
  },
  {
    rule: 'signed-once',
    message: {
      zh: '您已经签字，无需再签。',
      en: 'You have signed this checklist; there is nothing more to do.',
    },
    holds: ({ checklist, inspector }) =>
      checklist.signatures.every((each) => each.inspector !== inspector),
  },
];
