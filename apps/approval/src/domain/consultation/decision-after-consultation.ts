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
  const newest = consultation.status === 'closed' ? [] : newestRequests(consultation);
  const waiting = newest.filter((each) => !isSettled(each, now)).map(nameOf);
  const against = newest.filter(({ answer }) => answer?.position === 'disagree').map(nameOf);
  const explained = reasons.some((each) => each.trim() !== '');
  return [
    ...(waiting.length === 0
      ? []
      : [
          {
            rule: 'consultation-ended',
            message: {
              zh: `征求意见尚未结束（${String(newest.length - waiting.length)}/${String(newest.length)}），请等待：${waiting.join('、')}。`,
              en: `The consultation is still running (${String(newest.length - waiting.length)} of ${String(newest.length)}); wait for ${waiting.join(', ')}.`,
            },
          },
        ]),
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
