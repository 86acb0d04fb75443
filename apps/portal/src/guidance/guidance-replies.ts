import type { ServiceItem } from '../api/replies.js';

/** A question as it is asked 情形引导. */
export interface Question {
  readonly id: string;
  readonly kind: 'single' | 'multiple' | 'number';
  readonly zh: string;
  readonly en: string;
  readonly helpZh?: string;
  readonly helpEn?: string;
  readonly options?: readonly {
    readonly value: string;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The whole tree, of which the page needs the name and what was asked. */
export interface Guidance {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly item?: string;
  readonly bundle?: string;
  readonly questions: readonly Question[];
}

export interface Outcome {
  readonly eligible: boolean;
  readonly reasons: readonly {
    readonly zh: string;
    readonly en: string;
    readonly source?: string;
  }[];
  readonly items: readonly ItemAhead[];
  readonly materials: readonly Pick<
    ServiceItem['materials'][number],
    'code' | 'name' | 'necessity' | 'source'
  >[];
  readonly notOffered?: readonly string[];
}

export interface ItemAhead extends Pick<
  ServiceItem,
  'statutoryTerm' | 'promisedTerm' | 'charged' | 'fees'
> {
  readonly item: string;
  readonly name: string;
  readonly decidingAgencyName: string;
}

/** Either the next question or the end. */
export interface Followed {
  readonly answered: readonly string[];
  readonly question?: Question;
  readonly outcome?: Outcome;
}
