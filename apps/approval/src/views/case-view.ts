import type {
  FindCaseReply,
  HandoverView,
  InspectionView,
  JointTermView,
} from '@onewindow/contracts';
import { holds } from '@onewindow/kernel';
import { explainClock } from '@onewindow/statutory-clock';
import { datedJoint, JOINT_RULE, jointLamp, type JointClock } from '../domain/case/joint-clock.js';
import { mayExtendJointTerm } from '../domain/case/joint-term.js';
import type { Handover } from '../domain/handover/handover.js';
import { serviceLamp } from '../domain/licence/certificate-clock.js';
import type { Licence } from '../domain/licence/licence.js';
import type { Inspection } from '../domain/inspection/inspection.js';
import { countOf } from './consultation-view.js';
import type { CaseFile } from './records.js';
import { publicationView } from './publication-view.js';
import { awaitedView, planView } from './plan-view.js';
import { extensionView, trackView, type Looking } from './track-view.js';
import { AGENCY_ROLES } from '../domain/case/visible-to.js';

/** A case as the asking person may see it. */
export function caseView(
  { of, tracks, inspections, handovers, licences, consultations = [] }: CaseFile,
  looking: Looking,
): FindCaseReply {
  const forOfficers = holds(
    looking.actor,
    ...AGENCY_ROLES,
    'window-clerk',
    'government-head',
    'auditor',
  );
  return {
    caseNumber: of.caseNumber,
    applicationId: of.applicationId,
    status: of.status,
    applicant: of.applicant,
    premises: of.premises,
    acceptedAt: of.acceptedAt,
    tracks: tracks.map((track) => {
      const licence = licences.find(({ number }) => number === track.licence?.number);
      const consultation = consultations.find(({ item }) => item === track.item);
      return {
        ...trackView(track, looking),
        ...publicationView(of, track, looking.actor),
        ...awaitedView(of, track.item),
        ...(licence && certificateOf(licence, looking)),
        ...(consultation && { consultation: countOf(consultation, looking.now) }),
      };
    }),
    ...(of.joint && { jointTerm: jointTermView(of, of.joint, looking) }),
    ...planView(of, looking.actor),
    inspections: inspections.map((each) => inspectionView(each, forOfficers)),
    handovers: handovers.map(handoverView),
  };
}

function jointTermView(
  of: CaseFile['of'],
  { clock, extension, missedAt }: JointClock,
  { actor, today, counting }: Looking,
): JointTermView {
  const joint = datedJoint({ clock, ...(missedAt !== undefined && { missedAt }) }, counting);
  const lamp = jointLamp(joint, today, counting);
  const { steps } = explainClock(JOINT_RULE, clock, counting.calendar);
  return {
    due: joint.due,
    ...(lamp && { lamp }),
    ...(missedAt !== undefined && { missedAt }),
    ...(extension && { extension: extensionView(extension) }),
    actions: mayExtendJointTerm(of, actor) ? ['extend-joint-term'] : [],
    explanationZh: steps.map(({ message }) => message.zh),
    explanationEn: steps.map(({ message }) => message.en),
  };
}

const certificateOf = (licence: Licence, { today, counting }: Looking) => {
  const { serveBy, servedAt, serviceOverdueSince } = licence;
  const lamp = serviceLamp(licence, today, counting);
  return {
    certificate: {
      serveBy,
      ...(servedAt !== undefined && { servedAt }),
      ...(serviceOverdueSince !== undefined && { overdueSince: serviceOverdueSince }),
      ...(lamp && { lamp }),
    },
  };
};

/** The applicant knows who comes and when; what they wrote down is the agencies' until a decision rests on it. */
const inspectionView = (
  { inspectionId, status, scheduledAt, inspectors, checklists }: Inspection,
  withFindings: boolean,
): InspectionView => ({
  inspectionId,
  status,
  scheduledAt,
  inspectors: inspectors.map((each) => ({ ...each })),
  checklists: checklists.map(({ item, points, findings, signatures }) => ({
    item,
    points: points.map((each) => ({ ...each })),
    findings: withFindings || status === 'completed' ? findings.map((each) => ({ ...each })) : [],
    signatures: signatures.map((each) => ({ ...each })),
  })),
});

const handoverView = ({
  handoverId,
  item,
  department,
  status,
  sentAt,
  acknowledgeBy,
  acknowledgedAt,
  overdueSince,
}: Handover): HandoverView => ({
  handoverId,
  item,
  department,
  status,
  ...(sentAt !== undefined && { sentAt }),
  ...(acknowledgeBy && { acknowledgeBy }),
  ...(acknowledgedAt !== undefined && { acknowledgedAt }),
  ...(overdueSince !== undefined && { overdueSince }),
});
