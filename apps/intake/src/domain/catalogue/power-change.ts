import { refuseWhenUnmet, type Change, type LegalDate, type UnmetRule } from '@onewindow/kernel';
import { intakeRefusals } from '../refusals.js';
import type { CatalogueItem, CatalogueItemEvent, PublishedItem } from '../service-item.js';
import { unmet } from '../unmet.js';
import type { OrderedChange, PowerChangeKind } from './ordered-change.js';

/** A change of the power behind an item: 划转, 下放, 承接 or 取消. */
export interface PowerChange {
  readonly kind: PowerChangeKind;
  readonly effectiveOn: LegalDate;
  /** The act that orders it. */
  readonly basis: string;
  readonly agency?: string;
  readonly agencyName?: string;
  readonly supervisingDepartment?: string;
}

/** Notes the change on the item. Throws the refusal `power-not-changeable` with everything that is unmet. */
export function orderChange(
  stored: CatalogueItem,
  change: PowerChange,
  today: LegalDate,
): Change<CatalogueItem, CatalogueItemEvent> {
  refuseWhenUnmet(unmetOf(stored, change, today), (rules) =>
    intakeRefusals.refuse('power-not-changeable', rules),
  );
  const { kind, effectiveOn, basis, agencyName } = change;
  const ordered: OrderedChange = {
    kind,
    effectiveOn,
    basis,
    from: stored.item.decidingAgencyName,
    ...(kind !== 'cancel' && agencyName !== undefined && { to: agencyName }),
  };
  return {
    state: { ...stored, powers: [...(stored.powers ?? []), ordered] },
    events: [{ type: 'power-changed', change: ordered }],
  };
}

/**
 * The item as the new agency decides on it (许可法 25). Whoever supervised goes on: a transfer moves the decision, not the duty to
 * supervise the trade.
 */
export function underNewAgency(
  item: PublishedItem,
  { kind, agency, agencyName, supervisingDepartment }: PowerChange,
): PublishedItem {
  const { agencyCreditCode: _, implementationCode: __, ...rest } = item;
  return {
    ...rest,
    decidingAgency: agency ?? item.decidingAgency,
    decidingAgencyName: agencyName ?? item.decidingAgencyName,
    supervisingDepartment:
      supervisingDepartment ?? item.supervisingDepartment ?? item.decidingAgency,
    ...(kind !== 'transfer' && { powerSource: 'delegated-by-superior' }),
  };
}

function unmetOf(
  { item, retired }: CatalogueItem,
  { kind, effectiveOn, agency, agencyName }: PowerChange,
  today: LegalDate,
): readonly UnmetRule[] {
  const named = agency !== undefined && agencyName !== undefined;
  return [
    ...(retired === undefined
      ? []
      : [unmet('item-in-force', '事项已停止实施。', 'The item has ended.', { path: 'code' })]),
    ...(effectiveOn >= today
      ? []
      : [
          unmet(
            'from-now-on',
            '生效日期不得早于今天。',
            'It cannot hold from a day that has passed.',
            { path: 'effectiveOn' },
          ),
        ]),
    ...(kind === 'cancel' || named
      ? []
      : [
          unmet(
            'new-agency-named',
            '请写明新的实施机关（代码和名称）。',
            'Name the agency that decides from then on, with its code.',
            { path: 'agency', source: '行政许可法 25' },
          ),
        ]),
    ...(kind !== 'cancel' && agency === item.decidingAgency
      ? [
          unmet(
            'another-agency',
            '新的实施机关与现在的相同。',
            'The new agency is the one that decides already.',
            { path: 'agency' },
          ),
        ]
      : []),
  ];
}

/** Nobody may apply for it any more. */
export const retireItem = (
  stored: CatalogueItem,
  on: LegalDate,
  reason: string,
): Change<CatalogueItem, CatalogueItemEvent> => ({
  state: { ...stored, retired: { on, reason } },
  events: [{ type: 'item-retired', retirement: { on, reason } }],
});
