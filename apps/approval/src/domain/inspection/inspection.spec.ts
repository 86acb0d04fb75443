import type { Instant, Person } from '@onewindow/kernel';
import { anOfficer, APPLICATION, CASE, on, rulesOf } from '../../../test/fixtures.js';
import { arrangeInspection, type ArrangementRequest, type InspectedTrack } from './arranging.js';
import { pointsNotMet, recordChecklist, signChecklist } from './checklist.js';
import { inspectionLifecycle } from './inspection-lifecycle.js';
import type { Finding, Inspection } from './inspection.js';

const now = on('2026-11-03');

const bureau: InspectedTrack = {
  item: 'food',
  agency: 'bureau',
  agencyName: '行政审批局',
  status: 'in-review',
};
const sign: InspectedTrack = { ...bureau, item: 'sign' };
const fire: InspectedTrack = {
  item: 'fire',
  agency: 'fire-rescue',
  agencyName: '消防救援大队',
  status: 'in-review',
};

const aPoint = (point: string) => ({ point, requirement: `${point} is in order` });

const aRequest = (changes: Partial<ArrangementRequest> = {}): ArrangementRequest => ({
  items: ['food', 'fire'],
  scheduledAt: on('2026-11-04'),
  inspectors: [
    { inspector: 'b1', name: 'B1', agency: 'bureau' },
    { inspector: 'b2', name: 'B2', agency: 'bureau' },
    { inspector: 'f1', name: 'F1', agency: 'fire-rescue' },
    { inspector: 'f2', name: 'F2', agency: 'fire-rescue' },
  ],
  checklists: [
    { item: 'food', points: [aPoint('kitchen'), aPoint('storage')] },
    { item: 'fire', points: [aPoint('exit')] },
  ],
  ...changes,
});

const arrange = (changes: Partial<ArrangementRequest> = {}, tracks = [bureau, fire]): Inspection =>
  arrangeInspection({
    inspectionId: 'inspection-1',
    applicationId: APPLICATION,
    caseNumber: CASE,
    arrangedBy: 'li',
    request: aRequest(changes),
    tracks,
  }).state;

const inspector = (id: string): Person =>
  anOfficer(id, id.startsWith('b') ? 'bureau' : 'fire-rescue', 'inspector');

const met = (...points: string[]): Finding[] => points.map((point) => ({ point, result: 'met' }));
const FOOD = met('kitchen', 'storage');

const record = (
  inspection: Inspection,
  by = 'b1',
  findings: readonly Finding[] = FOOD,
  item = 'food',
) => recordChecklist(inspection, { item, findings }, inspector(by)).state;

const signBy = (inspection: Inspection, by: string, item: string, at: Instant = now) =>
  signChecklist(inspection, item, inspector(by), at).state;

const inState = {
  arranged: () => arrange(),
  'under-way': () => record(arrange()),
  completed: () => {
    const filled = record(record(arrange()), 'f1', met('exit'), 'fire');
    const food = signBy(signBy(filled, 'b1', 'food'), 'b2', 'food');
    return signBy(signBy(food, 'f1', 'fire'), 'f2', 'fire');
  },
} satisfies Record<(typeof inspectionLifecycle.states)[number], () => Inspection>;

describe('Arranging a joint inspection', () => {
  it('covers several items of several agencies, each with its own checklist', () => {
    expect(arrange()).toMatchObject({
      status: 'arranged',
      checklists: [
        { item: 'food', agency: 'bureau', findings: [], signatures: [] },
        { item: 'fire', agency: 'fire-rescue' },
      ],
    });
  });

  it.each<[string, string, Partial<ArrangementRequest> & { tracks?: InspectedTrack[] }]>([
    [
      'an agency with one inspector',
      'two-inspectors-of-each-agency',
      { inspectors: aRequest().inspectors.slice(0, 3) },
    ],
    [
      'an inspector of an agency that is not inspecting',
      'inspector-of-an-inspected-agency',
      { inspectors: [...aRequest().inspectors, { inspector: 'x', name: 'X', agency: 'tobacco' }] },
    ],
    [
      'an inspector assigned twice',
      'inspector-assigned-once',
      { inspectors: [...aRequest().inspectors, { inspector: 'b1', name: 'B1', agency: 'bureau' }] },
    ],
    ['an item of another case', 'item-of-this-case', { tracks: [bureau] }],
    ['a decided track', 'track-not-decided', { tracks: [{ ...bureau, status: 'granted' }, fire] }],
    ['an item named twice', 'item-named-once', { items: ['food', 'fire', 'food'] }],
    [
      'an item without a checklist',
      'one-checklist-for-each-item',
      { checklists: aRequest().checklists.slice(0, 1) },
    ],
    [
      'two checklists for an item',
      'one-checklist-for-each-item',
      { checklists: [...aRequest().checklists, { item: 'fire', points: [aPoint('x')] }] },
    ],
    [
      'a checklist of an item that is not inspected',
      'checklist-of-an-inspected-item',
      { checklists: [...aRequest().checklists, { item: 'sign', points: [aPoint('x')] }] },
    ],
    [
      'a point listed twice',
      'point-listed-once',
      {
        checklists: [
          { item: 'food', points: [aPoint('a'), aPoint('a')] },
          aRequest().checklists[1]!,
        ],
      },
    ],
    [
      'a checklist without points',
      'checklist-has-points',
      { checklists: [{ item: 'food', points: [] }, aRequest().checklists[1]!] },
    ],
  ])('refuses %s', (_, rule, { tracks, ...changes }) => {
    expect(rulesOf(() => arrange(changes, tracks))).toContain(rule);
  });

  it('does not count one person as two inspectors', () => {
    const [first] = aRequest().inspectors;
    const twice = [first!, first!, ...aRequest().inspectors.slice(2)];

    expect(rulesOf(() => arrange({ inspectors: twice }))).toEqual([
      'inspector-assigned-once',
      'two-inspectors-of-each-agency',
    ]);
  });

  it('lists all defects together', () => {
    const changes = { inspectors: [], checklists: [] };

    expect(rulesOf(() => arrange(changes))).toEqual([
      'two-inspectors-of-each-agency',
      'two-inspectors-of-each-agency',
      'one-checklist-for-each-item',
      'one-checklist-for-each-item',
    ]);
  });
});

describe('Filling in a checklist', () => {
  it('keeps what was found and what was corrected on the spot', () => {
    const findings: Finding[] = [
      { point: 'kitchen', result: 'corrected-on-the-spot', remark: '灭蝇灯已移位' },
      { point: 'storage', result: 'not-met', remark: '未离地存放' },
    ];
    const [food] = record(arrange(), 'b1', findings).checklists;

    expect(food).toMatchObject({ findings, recordedBy: 'b1' });
    expect(pointsNotMet(food!)).toEqual([
      { point: 'storage', requirement: 'storage is in order', remark: '未离地存放' },
    ]);
  });

  it.each<[string, string[], Finding[]]>([
    ['a point left out', ['every-point-answered'], met('kitchen')],
    ['a point answered twice', ['point-answered-once'], met('kitchen', 'storage', 'kitchen')],
    [
      'a point of another checklist',
      ['point-of-this-checklist'],
      met('kitchen', 'storage', 'exit'),
    ],
    [
      'a correction without a remark',
      ['remark-unless-met'],
      [...met('kitchen'), { point: 'storage', result: 'corrected-on-the-spot', remark: ' ' }],
    ],
    [
      'several at once',
      ['every-point-answered', 'point-of-this-checklist', 'remark-unless-met'],
      [...met('kitchen'), { point: 'other', result: 'not-met' }],
    ],
  ])('refuses %s', (_, rules, findings) => {
    expect(rulesOf(() => record(arrange(), 'b1', findings))).toEqual(rules);
  });

  it('can be done again until somebody signs', () => {
    const again = record(inState['under-way'](), 'b2');

    expect(again.checklists[0]).toMatchObject({ recordedBy: 'b2' });
    expect(rulesOf(() => record(signBy(again, 'b1', 'food')))).toEqual(['checklist-not-signed']);
  });

  it('is refused for a completed inspection', () => {
    expect(() => record(inState.completed())).toThrow('action-not-allowed-in-state');
  });
});

describe('Signing a checklist', () => {
  it('completes the inspection with the last signature of the last checklist', () => {
    const { state, events } = signChecklist(
      signBy(
        signBy(
          signBy(record(record(arrange()), 'f1', met('exit'), 'fire'), 'b1', 'food'),
          'b2',
          'food',
        ),
        'f1',
        'fire',
      ),
      'fire',
      inspector('f2'),
      on('2026-11-04', '16:00'),
    );

    expect(state).toMatchObject({ status: 'completed', completedAt: on('2026-11-04', '16:00') });
    expect(events.map(({ type }) => type)).toEqual(['checklist-signed', 'inspection-completed']);
  });

  it('needs every assigned inspector of the agency, on each checklist of the agency', () => {
    const inspection = arrange(
      {
        items: ['food', 'sign'],
        inspectors: aRequest().inspectors.slice(0, 2),
        checklists: [aRequest().checklists[0]!, { item: 'sign', points: [aPoint('frame')] }],
      },
      [bureau, sign],
    );
    const filled = record(record(inspection), 'b1', met('frame'), 'sign');
    const three = signBy(signBy(signBy(filled, 'b1', 'food'), 'b2', 'food'), 'b1', 'sign');

    expect(three.status).toBe('under-way');
    expect(signBy(three, 'b2', 'sign').status).toBe('completed');
  });

  it('is not possible before the checklist is filled in', () => {
    expect(rulesOf(() => signBy(arrange(), 'b1', 'food'))).toEqual(['checklist-filled-in']);
    expect(rulesOf(() => signBy(inState['under-way'](), 'f1', 'fire'))).toEqual([
      'checklist-filled-in',
    ]);
  });

  it('is not possible twice', () => {
    const signed = signBy(inState['under-way'](), 'b1', 'food');

    expect(rulesOf(() => signBy(signed, 'b1', 'food'))).toEqual(['signed-once']);
    expect(rulesOf(() => signBy(inState.completed(), 'b1', 'food'))).toEqual(['signed-once']);
  });
});

describe('Who fills in and signs', () => {
  const strangers: [string, Person][] = [
    ['an assigned inspector of another agency', inspector('f1')],
    ['an inspector who is not assigned', inspector('b9')],
    ['an assigned person in another role', anOfficer('b1', 'bureau', 'approver')],
    ['an assigned name from another department', anOfficer('b1', 'fire-rescue', 'inspector')],
  ];

  it.each(strangers)('is not %s', (_, stranger) => {
    const filled = inState['under-way']();

    expect(() => recordChecklist(filled, { item: 'food', findings: FOOD }, stranger)).toThrow(
      'not-an-assigned-inspector',
    );
    expect(() => signChecklist(filled, 'food', stranger, now)).toThrow('not-an-assigned-inspector');
  });

  it('is told when there is no such checklist', () => {
    expect(() => signBy(arrange(), 'b1', 'sign')).toThrow('inspection-not-found');
  });
});

describe('The lifecycle of an inspection', () => {
  it.each(inspectionLifecycle.states)('reaches %s by lawful steps', (status) => {
    expect(inState[status]().status).toBe(status);
  });

  it('ends when everybody has signed', () => {
    expect(inspectionLifecycle.finalStates).toEqual(['completed']);
  });
});
