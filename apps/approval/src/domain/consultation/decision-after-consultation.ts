import type { Instant, UnmetRule } from '@onewindow/kernel';
import type { DecisionRequest } from '../track/decision.js';
import { isSettled, nameOf, newestRequests, type Consultation } from './consultation.js';

/**
 * No decision while a department that was asked still has its say; and a grant against a department's objection says why, so that
 * no majority hides it.
 */
export function unmetByConsultation(
  consultation: Consultation,
  { outcome, reasons }: DecisionRequest,
  now: Instant,
): UnmetRule[] {
  const against = countedOf(consultation)
    .filter(({ answer }) => answer?.position === 'disagree')
    .map(nameOf);
  const explained = reasons.some((each) => each.trim() !== '');
  return [
    ...unmetByWaiting(consultation, now),
    ...(outcome === 'granted' && against.length > 0 && !explained
      ? [
          {
            rule: 'disagreement-answered',
            path: 'reasons',
            message: {
              zh: `${against.join('、')}不同意，准予许可须在理由中逐一回应。`,
              en: `${against.join(', ')} disagreed; a grant has to say in its reasons why it is given nevertheless.`,
            },
          },
        ]
      : []),
  ];
}

/** Says how far a consultation is while somebody still has his say: "2 of 3". */
export function unmetByWaiting(consultation: Consultation, now: Instant): UnmetRule[] {
  const newest = countedOf(consultation);
  const waiting = newest.filter((each) => !isSettled(each, now)).map(nameOf);
  if (waiting.length === 0) return [];
  const asked = String(newest.length);
  const settled = String(newest.length - waiting.length);
  return [
    {
      rule: 'consultation-ended',
      message: {
        zh: `征求意见尚未结束（${settled}/${asked}），请等待：${waiting.join('、')}。`,
        en: `The consultation is still running (${settled} of ${asked}); wait for ${waiting.join(', ')}.`,
      },
    },
  ];
}

const countedOf = (consultation: Consultation) =>
  consultation.status === 'closed' ? [] : newestRequests(consultation);
