import type { Change } from '@onewindow/kernel';
import { datedConsultation, type AskingMeans } from '../consultation/asking.js';
import type { Consultation, ConsultationEvent } from '../consultation/consultation.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The terms of the departments that still have to answer. */
export function rederiveConsultation(
  consultation: Consultation,
  means: Pick<AskingMeans, 'rules' | 'calendar'>,
  { calendars }: MovedBy,
): Change<Consultation, ConsultationEvent> | undefined {
  const { requests: derived } = datedConsultation(consultation, means);
  const moved = consultation.requests.filter((each, at) => !isSame(each, derived[at]));
  if (moved.length === 0) return undefined;
  const dates = (requests: Consultation['requests']) =>
    Object.fromEntries(
      requests
        .filter(({ requestId }) => moved.some((each) => each.requestId === requestId))
        .map(({ requestId, answerBy }) => [requestId, answerBy]),
    );
  return {
    state: { ...consultation, requests: derived },
    events: [
      {
        type: 'answers-moved',
        before: dates(consultation.requests),
        after: dates(derived),
        calendars,
      },
    ],
  };
}
