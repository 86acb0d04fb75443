import {
  anItem,
  anOfficer,
  counting,
  decider,
  GRANT,
  means,
  on,
  REFUSE,
  reviewer,
  rulesOf,
} from '../../../test/fixtures.js';
import { anOpenCase } from '../../../test/cases.js';
import { openTrack } from '../track/open-track.js';
import { decide } from '../track/decision.js';
import { recordOpinion } from '../track/opinion.js';
import type { Track } from '../track/track.js';
import {
  takeEarlierResult,
  takeEarlierResultsAnew,
  type WaitingTracks,
} from './earlier-results.js';
import { plannedTrack } from './planned-track.js';
import { standingOf, waitingItems, type PlanOfCase } from './plan.js';
import { agenciesOfPlan, withAgencies } from './agencies-of-plan.js';
import { mayRecord, recordNode, requireMayRecord } from './record-node.js';
import { isVisible, visibleTo } from '../case/visible-to.js';

const PLAN: PlanOfCase = {
  nodes: [
    { id: 'drawing', name: '施工图审查', kind: 'intermediary' },
    { id: 'land', name: '用地', kind: 'item', item: 'land' },
    { id: 'cad', name: '人防', kind: 'item', item: 'not-offered-here' },
    { id: 'eia', name: '环评', kind: 'item', item: 'eia' },
    { id: 'permit', name: '施工许可', kind: 'item', item: 'drainage-permit' },
    { id: 'joint', name: '联合验收', kind: 'joint' },
  ],
  edges: [
    { from: 'drawing', to: 'permit', type: 'hard', basis: '建筑法 8' },
    { from: 'land', to: 'permit', type: 'hard' },
    { from: 'cad', to: 'permit', type: 'soft' },
    { from: 'eia', to: 'permit', type: 'start', basis: '生态环境法典 107' },
    { from: 'permit', to: 'joint', type: 'hard' },
  ],
};

const NOW = on('2026-11-05');
const clerk = anOfficer('clerk', 'centre', 'window-clerk');
const ITEMS = ['land', 'eia', 'drainage-permit'];
const aCase = () => anOpenCase({ items: ITEMS, plan: PLAN });

const aPermit = (rule: WaitingTracks = 'clocks-run'): Track =>
  plannedTrack(
    openTrack(
      {
        applicationId: 'a',
        caseNumber: '379900-20261102-000001',
        ordinal: 1,
        acceptedAt: on('2026-11-02'),
        item: anItem({ promisedTerm: { unit: 'working-day', days: 5, source: '指南' } }),
      },
      counting,
    ),
    aCase(),
    rule,
    counting,
  ).state;

const reviewed = (track: Track) =>
  recordOpinion(track, { recommendation: 'grant', grounds: ['x'] }, reviewer, NOW, counting).state;

const given = (track: Track, ...results: [string, 'in-effect' | 'refused' | 'pending'][]) =>
  results.reduce(
    (state, [node, standing]) => takeEarlierResult(state, node, standing, NOW, counting).state,
    track,
  );

describe('A track that comes after others', () => {
  it('knows from its beginning what it waits for, and what has to be done before work begins', () => {
    expect(aPermit()).toMatchObject({
      awaits: [
        { node: 'drawing', standing: 'pending', basis: '建筑法 8' },
        { node: 'land', standing: 'pending' },
      ],
      beforeStart: ['环评（生态环境法典 107）'],
    });
  });

  it('is reviewed beforehand, and not closed before what it depends on', () => {
    const track = reviewed(aPermit());

    for (const outcome of [GRANT, REFUSE]) {
      expect(rulesOf(() => decide(track, outcome, decider, NOW, means))).toEqual([
        'earlier-result-in-effect',
        'earlier-result-in-effect',
      ]);
    }
    const half = given(track, ['drawing', 'in-effect']);
    expect(rulesOf(() => decide(half, GRANT, decider, NOW, means))).toEqual([
      'earlier-result-in-effect',
    ]);
  });

  it('is told at once when the last result arrived, and may be decided then', () => {
    const half = given(reviewed(aPermit()), ['drawing', 'in-effect']);
    const { state, events } = takeEarlierResult(half, 'land', 'in-effect', NOW, counting);

    expect(events).toEqual([
      { type: 'earlier-result', node: 'land', name: '用地', standing: 'in-effect', ready: true },
    ]);
    const decided = decide(state, GRANT, decider, NOW, means).state;
    expect(decided.licence?.beforeStart).toEqual(['环评（生态环境法典 107）']);
  });

  it('may be refused, and not granted, where an earlier result was refused', () => {
    const track = given(reviewed(aPermit()), ['drawing', 'in-effect'], ['land', 'refused']);

    expect(rulesOf(() => decide(track, GRANT, decider, NOW, means))).toEqual([
      'earlier-result-granted',
    ]);
    expect(decide(track, REFUSE, decider, NOW, means).state.status).toBe('refused');
  });

  it('waits again where an earlier decision was quashed, and goes on with the new one', () => {
    const ready = given(aPermit(), ['drawing', 'in-effect'], ['land', 'in-effect']);
    const quashed = given(ready, ['land', 'pending']);

    expect(quashed.awaits?.[1]).toMatchObject({ standing: 'pending' });
    expect(given(quashed, ['land', 'in-effect']).awaits?.[1]?.standing).toBe('in-effect');
  });

  it('rests on what stands when it is decided anew, not on what stood when it was decided first', () => {
    const ready = given(reviewed(aPermit()), ['drawing', 'in-effect'], ['land', 'in-effect']);
    const decided = decide(ready, GRANT, decider, NOW, means).state;
    const untold = given(decided, ['land', 'pending']);
    const anew = takeEarlierResultsAnew({ ...untold, status: 'in-review' }, aCase());

    expect(untold.awaits?.[1]?.standing).toBe('in-effect');
    expect(anew.awaits).toMatchObject([
      { node: 'drawing', standing: 'pending' },
      { node: 'land', standing: 'pending' },
    ]);
    const { awaits: _, ...alone } = anew;
    expect(takeEarlierResultsAnew(alone, aCase())).not.toHaveProperty('awaits');
  });

  it('takes the same result once, and none once it is decided', () => {
    const ready = given(reviewed(aPermit()), ['drawing', 'in-effect'], ['land', 'in-effect']);
    const decided = decide(ready, GRANT, decider, NOW, means).state;

    expect(takeEarlierResult(ready, 'land', 'in-effect', NOW, counting).events).toEqual([]);
    expect(takeEarlierResult(decided, 'land', 'pending', NOW, counting).events).toEqual([]);
  });

  it('lets its statutory clock run: waiting for another agency is none of the eight', () => {
    const waiting = aPermit('promise-waits');

    expect(waiting.dates.statutory).toEqual(aPermit().dates.statutory);
    expect(waiting.status).toBe('in-review');
  });

  it('keeps its promise waiting where the place says so, and runs on from the arrival', () => {
    expect(aPermit().dates.promised).toEqual({ due: '2026-11-09' });
    const waiting = aPermit('promise-waits');
    expect(waiting.dates.promised).toMatchObject({ haltedSince: '2026-11-02' });

    const ready = given(waiting, ['drawing', 'in-effect'], ['land', 'in-effect']);
    expect(ready.dates.promised).toEqual({ due: '2026-11-12' });
  });
});

describe('The result of a node that is no track', () => {
  const record = (node: string, outcome: 'done' | 'failed' | 'not-needed' = 'done', of = aCase()) =>
    recordNode(of, { node, outcome, evidence: '文号 1' }, clerk, NOW).state;

  it('stands for those that wait for it', () => {
    const of = record('drawing');
    const [drawing] = PLAN.nodes;

    expect(standingOf(of, drawing!)).toBe('in-effect');
    expect(waitingItems(of, drawing!)).toEqual(['drainage-permit']);
    expect(standingOf(record('drawing', 'failed'), drawing!)).toBe('refused');
  });

  it('is recorded too where an item is not offered here', () => {
    const of = record('cad', 'not-needed');

    expect(standingOf(of, PLAN.nodes[2]!)).toBe('in-effect');
  });

  it('is not for a track of the case, nor before its own predecessors, nor without evidence', () => {
    expect(rulesOf(() => record('land'))).toEqual(['no-track-of-its-own']);
    expect(rulesOf(() => record('joint'))).toEqual(['earlier-result-in-effect']);
    expect(
      rulesOf(() =>
        recordNode(aCase(), { node: 'cad', outcome: 'done', evidence: ' ' }, clerk, NOW),
      ),
    ).toEqual(['evidence-given']);
    expect(() => record('nowhere')).toThrow('node-not-found');
  });

  it('is recorded as done once; what failed may succeed later', () => {
    const failed = record('drawing', 'failed');
    const done = record('drawing', 'done', failed);

    expect(done.results).toHaveLength(1);
    expect(rulesOf(() => record('drawing', 'failed', done))).toEqual(['recorded-once']);
  });

  it('is recorded by the window or by the agency that it names, and by nobody else', () => {
    const nodes = PLAN.nodes.map((node) =>
      node.id === 'joint' ? { ...node, department: 'bureau' } : node,
    );
    const of = anOpenCase({ items: ITEMS, plan: { ...PLAN, nodes } });

    expect(requireMayRecord(of, 'drawing', clerk)).toBe(clerk);
    expect(requireMayRecord(of, 'joint', reviewer)).toBe(reviewer);
    expect(() => requireMayRecord(of, 'drawing', reviewer)).toThrow('not-the-agency-of-the-node');
    expect(() => requireMayRecord(of, 'joint', anOfficer('x', 'tobacco', 'approver'))).toThrow(
      'not-of-this-case',
    );
    expect(() => requireMayRecord(of, 'joint', anOfficer('x', 'bureau', 'inspector'))).toThrow(
      'not-of-this-case',
    );
  });

  it('is recorded by the agencies that the place knows by the name of its department', () => {
    const nodes = PLAN.nodes.map((node) => ({ ...node, department: '图审机构/住建' }));
    const plan = withAgencies({ ...PLAN, nodes }, ITEMS, { 住建: ['housing'], 图审: ['nobody'] });
    const opened = anOpenCase({ items: ITEMS, plan });
    const of = { ...opened, alsoAgencies: agenciesOfPlan(plan) };
    const housing = anOfficer('x', 'housing', 'approver');

    expect(agenciesOfPlan(plan)).toEqual(['housing']);
    expect(requireMayRecord(of, 'drawing', housing)).toBe(housing);
    expect(isVisible(of, visibleTo(housing))).toBe(true);
    expect(() => requireMayRecord(of, 'permit', housing)).toThrow('not-the-agency-of-the-node');
    expect(() => requireMayRecord(of, 'drawing', anOfficer('x', 'nobody', 'approver'))).toThrow(
      'not-of-this-case',
    );
  });

  it('is offered to whoever may record it, while it is not done', () => {
    const of = aCase();
    const offered = (to = clerk, at = of) =>
      PLAN.nodes.filter((node) => mayRecord(at, node, to)).map(({ id }) => id);

    expect(offered()).toEqual(['drawing', 'cad', 'joint']);
    expect(offered(clerk, record('drawing', 'done', of))).toEqual(['cad', 'joint']);
    expect(offered(clerk, record('drawing', 'failed', of))).toEqual(['drawing', 'cad', 'joint']);
    expect(offered(reviewer)).toEqual([]);
  });
});
