import type {
  FindConsultationReply,
  ListConsultationsReply,
  TrackView,
} from '@onewindow/contracts';
import type { Actor, Instant } from '@onewindow/kernel';
import {
  isOver,
  isSettled,
  lampOfAsked,
  newestRequests,
  type Consultation,
  type OpinionAsked,
} from '../domain/consultation/consultation.js';
import { ANSWERING_ROLES, seesWholeConsultation } from '../domain/consultation/who-may-see.js';
import { isOfficerOf } from '../domain/officers.js';

/** A consultation as the asking person may see it: whole, or what his own department was asked. */
export function consultationView(
  consultation: Consultation,
  actor: Actor,
  now: Instant,
  mayAskMore: boolean,
): FindConsultationReply {
  const whole = seesWholeConsultation(consultation, actor);
  const department = actor.kind === 'person' ? actor.department : undefined;
  const { caseNumber, item, itemName, agency, agencyName, applicantName } = consultation;
  return {
    caseNumber,
    item,
    itemName,
    agency,
    agencyName,
    applicantName,
    premises: consultation.premises,
    status: consultation.status,
    ...(whole && { count: countOf(consultation, now) }),
    requests: consultation.requests
      .filter((each) => whole || each.department === department)
      .map((each) => requestView(each, now)),
    actions: [
      ...(mayAskMore ? ['consult-departments'] : []),
      ...(mayAnswer(consultation, actor) ? ['give-department-opinion'] : []),
    ],
  };
}

/** Its department was asked and has not answered. */
function mayAnswer(consultation: Consultation, actor: Actor): boolean {
  const mine = newestRequests(consultation).find(
    ({ department }) => actor.kind === 'person' && department === actor.department,
  );
  return (
    mine !== undefined &&
    mine.answer === undefined &&
    isOfficerOf(actor, mine.department, ...ANSWERING_ROLES)
  );
}

/** "2 of 3", and what was said: the newest word of each department. */
export function countOf(
  consultation: Consultation,
  now: Instant,
): NonNullable<TrackView['consultation']> {
  const newest = newestRequests(consultation);
  const said = (position: NonNullable<OpinionAsked['answer']>['position']) =>
    newest.filter(({ answer }) => answer?.position === position).length;
  return {
    asked: newest.length,
    settled: newest.filter((each) => isSettled(each, now)).length,
    agreed: said('agree'),
    agreedWithConditions: said('agree-with-conditions'),
    disagreed: said('disagree'),
    silent: newest.filter((each) => isSilent(each, now)).length,
  };
}

const isSilent = (asked: OpinionAsked, now: Instant): boolean =>
  asked.answer === undefined && isOver(asked, now);

const requestView = (
  asked: OpinionAsked,
  now: Instant,
): FindConsultationReply['requests'][number] => {
  const { answer, departmentName, reason, remindedAt, silenceSource } = asked;
  const lamp = lampOfAsked(asked, now);
  return {
    requestId: asked.requestId,
    department: asked.department,
    ...(departmentName !== undefined && { departmentName }),
    round: asked.round,
    question: asked.question,
    ...(reason !== undefined && { reason }),
    askedAt: asked.askedAt,
    askedBy: asked.askedByName,
    answerBy: asked.answerBy,
    ...(lamp && { lamp }),
    ...(remindedAt !== undefined && { remindedAt }),
    silence: asked.silence,
    ...(silenceSource !== undefined && { silenceSource }),
    silent: isSilent(asked, now),
    ...(answer && {
      opinion: {
        position: answer.position,
        conditions: [...answer.conditions],
        reasons: [...answer.reasons],
        legalBasis: [...answer.legalBasis],
        answeredAt: answer.answeredAt,
        answeredBy: answer.answeredByName,
        late: answer.late,
      },
    }),
  };
};

/** The newest request to one department, as its list shows it. */
export function consultationLine(
  consultation: Consultation,
  department: string,
  now: Instant,
): ListConsultationsReply['consultations'] {
  const asked = newestRequests(consultation).find((each) => each.department === department);
  if (asked === undefined) return [];
  const { caseNumber, item, itemName, agencyName, applicantName } = consultation;
  const { round, askedAt, answerBy, answer } = asked;
  const lamp = lampOfAsked(asked, now);
  return [
    {
      caseNumber,
      item,
      itemName,
      agencyName,
      applicantName,
      round,
      askedAt,
      answerBy,
      ...(lamp && { lamp }),
      answered: answer !== undefined,
    },
  ];
}
