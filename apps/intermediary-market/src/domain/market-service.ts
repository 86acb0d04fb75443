import type { Change, UnmetRule } from '@onewindow/kernel';
import { unmet } from './unmet.js';

/** An item that may ask for the report, with the agency that decides on it. */
export interface ServedItem {
  readonly item: string;
  readonly itemName: string;
  readonly approvingAgency: string;
}

/** What is published of a mandated report 中介服务事项. */
export interface ServiceEntry {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: readonly string[];
  readonly items: readonly ServedItem[];
  readonly qualifications: readonly { readonly code: string; readonly name: string }[];
}

/** A mandated report on the city's list, in its newest edition. */
export interface ListedService {
  readonly id: string;
  readonly edition: number;
  readonly entry: ServiceEntry;
}

export type ListedServiceEvent = { readonly type: 'service-published'; readonly edition: number };

export const publishService = (
  before: ListedService | undefined,
  entry: ServiceEntry,
): Change<ListedService, ListedServiceEvent> => {
  const edition = (before?.edition ?? 0) + 1;
  return {
    state: { id: entry.code, edition, entry },
    events: [{ type: 'service-published', edition }],
  };
};

/** Only what a law, a regulation or the State Council asks for may stand on the list, and each tie to an item once (营商条例 43). */
export const unmetForListing = ({ legalBasis, items }: ServiceEntry): readonly UnmetRule[] => [
  ...(legalBasis.length > 0
    ? []
    : [
        unmet(
          'service-has-legal-basis',
          '中介服务事项须有法律、法规或者国务院决定依据，请写明依据。',
          'A mandated service needs a law, a regulation or a decision of the State Council; name it.',
          { path: 'legalBasis', source: '优化营商环境条例 43' },
        ),
      ]),
  ...items.flatMap(({ item }, index) =>
    items.findIndex((each) => each.item === item) < index
      ? [
          unmet(
            'item-tied-once',
            `事项“${item}”列了两次。`,
            `The item "${item}" is listed twice.`,
            { path: `items.${index}.item` },
          ),
        ]
      : [],
  ),
];

/** Whether an item may ask for the report at all (营商条例 43: 清单管理). */
export const tieOf = (service: ListedService | undefined, item: string): ServedItem | undefined =>
  service?.entry.items.find((each) => each.item === item);
