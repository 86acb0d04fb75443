import {
  isLegalDate,
  legalDateAt,
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type LegalDate,
} from '@onewindow/kernel';
import { permitLapsed, type LegalEffect } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { DueDate } from '../due-date.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { licenceLifecycle } from './licence-lifecycle.js';
import type { Licence, LicenceEvent } from './licence.js';
import type { LapseClock } from './lapse-clock.js';

/** Not used in its time: the licence has lapsed by itself (the item’s law, such as 建筑法 9), as of the end of that term. */
export function lapseLicence(licence: Licence, now: Instant): Change<Licence, LicenceEvent> {
  const effect = effectOn(licence, now);
  if (effect === null || !licenceLifecycle.allows(licence.status, 'lapse')) {
    return unchanged(licence);
  }
  const status = licenceLifecycle.next(licence.status, 'lapse');
  return {
    state: { ...licence, status, lapsed: effect },
    events: [{ type: 'licence-lapsed', effect }],
  };
}

/** What the law has made of a licence that nobody used, recorded or not. */
function effectOn({ lapse, useBy, use }: LapseClock, now: Instant): LegalEffect | null {
  const due = lastDayToUse(useBy);
  if (lapse === undefined || due === undefined) return null;
  return permitLapsed(
    { due: { kind: 'date', date: due }, doneOn: use?.usedOn ?? null, now },
    lapse.source,
  );
}

const lastDayToUse = (useBy: DueDate | undefined): LegalDate | undefined =>
  useBy?.haltedSince === undefined ? useBy?.due : undefined;

export interface UseRequest {
  readonly usedOn: LegalDate;
  readonly evidence: string;
}

/** The first use within the term keeps the licence; told late, it shows that a recorded lapse never was. */
export function recordUse(
  licence: Licence,
  { usedOn, evidence }: UseRequest,
  by: { readonly id: string },
  now: Instant,
): Change<Licence, LicenceEvent> {
  const status = licenceLifecycle.next(licence.status, 'use');
  refuseWhenUnmet(unmetOf(using, { licence, usedOn, evidence, now }), (unmet) =>
    approvalRefusals.refuse('licence-use-not-possible', unmet),
  );
  const { lapsed, ...kept } = licence;
  const use = { usedOn, evidence, recordedAt: now, recordedBy: by.id };
  return {
    state: { ...kept, status, use },
    events: [{ type: 'licence-used', use, ...(lapsed && { undoes: lapsed.kind }) }],
  };
}

interface Using extends UseRequest {
  readonly licence: Licence;
  readonly now: Instant;
}

const using: readonly Requirement<Using>[] = [
  {
    rule: 'term-of-use-runs',
    message: {
      zh: '该证照没有须在期限内使用的规定，或者该期限尚未起算，无须登记。',
      en: 'No law lets this licence lapse when it is not used, or its term has not begun; there is nothing to record.',
    },
    holds: ({ licence }) => licence.useBy !== undefined,
  },
  {
    rule: 'used-once',
    message: { zh: '首次使用已经登记。', en: 'The first use is recorded already.' },
    holds: ({ licence }) => licence.use === undefined,
  },
  {
    rule: 'date-exists',
    path: 'usedOn',
    message: {
      zh: '该日期不存在，请按“年-月-日”填写。',
      en: 'There is no such date; write it as YYYY-MM-DD.',
    },
    holds: ({ usedOn }) => isLegalDate(usedOn),
  },
  {
    rule: 'used-not-in-the-future',
    path: 'usedOn',
    message: {
      zh: '使用日期不得晚于今天，也不得早于证照生效日，请更正。',
      en: 'The use lies in the future or before the licence; correct the date.',
    },
    holds: ({ licence, usedOn, now }) => usedOn <= legalDateAt(now) && usedOn >= licence.validFrom,
  },
  {
    rule: 'used-within-its-term',
    path: 'usedOn',
    message: {
      zh: '使用日期已超过规定期限，许可已自行失效。',
      en: 'The use lies after the term; the licence has lapsed by itself.',
    },
    holds: ({ licence, usedOn }) => {
      const last = lastDayToUse(licence.useBy);
      return last === undefined || usedOn <= last;
    },
  },
  {
    rule: 'evidence-given',
    path: 'evidence',
    message: {
      zh: '请写明使用的证明，如开工报告。',
      en: 'Name the evidence of the use, such as the report of the start of works.',
    },
    holds: ({ evidence }) => evidence.trim() !== '',
  },
];
