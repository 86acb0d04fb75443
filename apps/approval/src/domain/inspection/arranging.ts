import {
  refuseWhenUnmet,
  type Change,
  type Instant,
  type Message,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { trackLifecycle, type TrackStatus } from '../track/track-lifecycle.js';
import { inspectionLifecycle } from './inspection-lifecycle.js';
import {
  repeated,
  type ChecklistPoint,
  type Inspection,
  type InspectionEvent,
  type Inspector,
} from './inspection.js';

export const INSPECTORS_OF_AN_AGENCY = 2;

export interface ArrangementRequest {
  readonly items: readonly string[];
  readonly scheduledAt: Instant;
  readonly inspectors: readonly Inspector[];
  readonly checklists: readonly {
    readonly item: string;
    readonly points: readonly ChecklistPoint[];
  }[];
}

/** The tracks of the case that an inspection can be arranged for. */
export interface InspectedTrack {
  readonly item: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly status: TrackStatus;
}

export interface Arrangement {
  readonly inspectionId: string;
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly arrangedBy: string;
  readonly request: ArrangementRequest;
  /** Every track of the case that was asked for and exists. */
  readonly tracks: readonly InspectedTrack[];
}

/** One visit for several items (联合踏勘): two inspectors or more for each agency (许可法 34), a checklist for each item. */
export function arrangeInspection({
  request,
  tracks,
  ...arrangement
}: Arrangement): Change<Inspection, InspectionEvent> {
  refuseWhenUnmet(unmetBy(request, tracks), (unmet) =>
    approvalRefusals.refuse('inspection-not-possible', unmet),
  );
  const agencyOf = new Map(tracks.map(({ item, agency }) => [item, agency]));
  const inspectors = request.inspectors.map(({ inspector, name, agency }) => ({
    inspector,
    name,
    agency,
  }));
  const { items, scheduledAt } = request;
  return {
    state: {
      ...arrangement,
      status: inspectionLifecycle.initial,
      scheduledAt,
      inspectors,
      checklists: request.checklists.map(({ item, points }) => ({
        item,
        agency: agencyOf.get(item) ?? '',
        points: points.map(({ point, requirement }) => ({ point, requirement })),
        findings: [],
        signatures: [],
      })),
    },
    events: [{ type: 'inspection-arranged', items, scheduledAt, inspectors }],
  };
}

const unmetBy = (request: ArrangementRequest, tracks: readonly InspectedTrack[]): UnmetRule[] => [
  ...itemsUnmet(request, tracks),
  ...inspectorsUnmet(request, tracks),
  ...checklistsUnmet(request),
];

function itemsUnmet({ items }: ArrangementRequest, tracks: readonly InspectedTrack[]): UnmetRule[] {
  return [
    ...repeated(items).map((item) =>
      unmet('item-named-once', 'items', {
        zh: `事项“${item}”重复，请只保留一次。`,
        en: `The item "${item}" is named twice; name it once.`,
      }),
    ),
    ...items.flatMap((item, index) => {
      const track = tracks.find((each) => each.item === item);
      if (track === undefined) {
        return [
          unmet('item-of-this-case', `items.${index}`, {
            zh: `本办件没有事项“${item}”，请从办件的事项中选择。`,
            en: `The case has no track "${item}"; choose among its tracks.`,
          }),
        ];
      }
      return trackLifecycle.allows(track.status, 'inspect')
        ? []
        : [
            unmet('track-not-decided', `items.${index}`, {
              zh: `事项“${item}”已作出决定，无需再踏勘。`,
              en: `The track "${item}" is decided; leave it out.`,
            }),
          ];
    }),
  ];
}

function inspectorsUnmet(
  { inspectors }: ArrangementRequest,
  tracks: readonly InspectedTrack[],
): UnmetRule[] {
  const agencies = new Map(tracks.map(({ agency, agencyName }) => [agency, agencyName]));
  return [
    ...repeated(inspectors.map(({ inspector }) => inspector)).map((inspector) =>
      unmet('inspector-assigned-once', 'inspectors', {
        zh: `踏勘人员“${inspector}”重复，请只保留一次。`,
        en: `The inspector "${inspector}" is assigned twice; assign each once.`,
      }),
    ),
    ...inspectors.flatMap(({ agency, inspector }, index) =>
      agencies.has(agency)
        ? []
        : [
            unmet('inspector-of-an-inspected-agency', `inspectors.${index}.agency`, {
              zh: `“${inspector}”所属机关不审批所踏勘的事项，请更换。`,
              en: `The agency of "${inspector}" decides none of the inspected items; assign somebody else.`,
            }),
          ],
    ),
    ...[...agencies].flatMap(([agency, name]) => {
      const assigned = new Set(
        inspectors.filter((each) => each.agency === agency).map(({ inspector }) => inspector),
      );
      return assigned.size >= INSPECTORS_OF_AN_AGENCY
        ? []
        : [
            unmet(
              'two-inspectors-of-each-agency',
              'inspectors',
              {
                zh: `${name}须指派两名以上踏勘人员，现有 ${assigned.size} 名。`,
                en: `${name} needs at least two inspectors, ${assigned.size} assigned; add the missing ones.`,
              },
              '行政许可法 34',
            ),
          ];
    }),
  ];
}

function checklistsUnmet({ items, checklists }: ArrangementRequest): UnmetRule[] {
  const listed = checklists.map(({ item }) => item);
  return [
    ...[...new Set(items)]
      .filter((item) => listed.filter((each) => each === item).length !== 1)
      .map((item) =>
        unmet('one-checklist-for-each-item', 'checklists', {
          zh: `事项“${item}”须有且只有一份检查表。`,
          en: `The item "${item}" needs exactly one checklist.`,
        }),
      ),
    ...checklists.flatMap(({ item, points }, index) => [
      ...(items.includes(item)
        ? []
        : [
            unmet('checklist-of-an-inspected-item', `checklists.${index}.item`, {
              zh: `检查表事项“${item}”不在本次踏勘之列，请删除。`,
              en: `The item "${item}" is not inspected; remove its checklist.`,
            }),
          ]),
      ...repeated(points.map(({ point }) => point)).map((point) =>
        unmet('point-listed-once', `checklists.${index}.points`, {
          zh: `检查点“${point}”重复，请只保留一次。`,
          en: `The point "${point}" is listed twice; list it once.`,
        }),
      ),
      ...(points.length > 0
        ? []
        : [
            unmet('checklist-has-points', `checklists.${index}.points`, {
              zh: '检查表至少要有一个检查点。',
              en: 'A checklist needs at least one point.',
            }),
          ]),
    ]),
  ];
}

const unmet = (rule: string, path: string, message: Message, source?: string): UnmetRule => ({
  rule,
  path,
  message,
  ...(source !== undefined && { source }),
});
