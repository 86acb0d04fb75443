import type { Instant, UnmetRule } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import type { DecisionRequest } from '../track/decision.js';
import { isHeard, type InterestedParties } from './interested-parties.js';

const ART_36 = '行政许可法 36';

/** Nothing is decided before everybody whose interests are touched was told and heard; what was stated is answered in the reasons. */
export function unmetByParties(
  of: InterestedParties,
  { reasons }: DecisionRequest,
  now: Instant,
  calendar: WorkingCalendar,
): UnmetRule[] {
  const parties = of.parties.filter(({ declined }) => declined === undefined);
  const untold = parties.filter(({ told }) => told === undefined).map(({ name }) => name);
  const unheard = parties
    .filter((party) => party.told !== undefined && !isHeard(of, party, now, calendar))
    .map(({ name }) => name);
  const stated = of.statements.some(({ kind }) => kind === 'statement');
  const answered = reasons.some((each) => each.trim() !== '');
  return [
    ...(untold.length === 0
      ? []
      : [
          {
            rule: 'parties-told',
            source: ART_36,
            message: {
              zh: `尚未告知利害关系人：${untold.join('、')}，请先书面告知并登记送达。`,
              en: `These interested parties were not told: ${untold.join(', ')}; serve the notice first.`,
            },
          },
        ]),
    ...(unheard.length === 0
      ? []
      : [
          {
            rule: 'parties-heard',
            source: ART_36,
            message: {
              zh: `利害关系人的陈述申辩期限尚未届满：${unheard.join('、')}。`,
              en: `These interested parties may still state their case: ${unheard.join(', ')}.`,
            },
          },
        ]),
    ...(stated && !answered
      ? [
          {
            rule: 'statements-answered',
            path: 'reasons',
            source: ART_36,
            message: {
              zh: '申请人或者利害关系人已陈述申辩，请在理由中逐一回应。',
              en: 'The applicant or an interested party made a statement; answer it in the reasons.',
            },
          },
        ]
      : []),
  ];
}
