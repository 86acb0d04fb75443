import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindDrawReply, FindProjectReply } from '@onewindow/contracts';
import { workspaceRoot } from '@onewindow/local-servers';
import { ClockConductor, RestaurantStory, timelineOf, type StoryOutcome } from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, type City } from './a-city.js';

describe('Opening a restaurant as one thing', () => {
  let city: City;
  let outcome: StoryOutcome;

  beforeAll(async () => {
    city = await aCity();
    const { cast } = city;
    const story = new RestaurantStory(cast, new ClockConductor(cast.operations), () => undefined);
    outcome = await story.play();
  });

  afterAll(() => city.stop());

  it('goes from filing to the acknowledgement of the supervising departments, on the dates of the law', async () => {
    const { applicationId, finalCase } = outcome;

    const timeline = await timelineOf(city.cast.operations, applicationId);
    expect(timeline.length).toBeGreaterThanOrEqual(25);
    expect(finalCase.handovers.map(({ department }) => department).sort()).toEqual([
      'city-management',
      'city-management',
      'market-regulation',
    ]);
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });

  describe('leaves a draw that anybody computes again from its published file', () => {
    let folder: string;
    let file: FindDrawReply;
    let hashes: readonly string[];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'onewindow-draw-'));
      const project = `/api/market/projects/${outcome.projectNumber}`;
      file = await city.cast.public.get(`${project}/draw`);
      const { notice, list } = await city.cast.public.get<FindProjectReply>(project);
      hashes = ['--notice', notice.hash, '--list', list?.hash ?? ''];
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** `npm run draw:verify` as its own process. */
    const verify = (document: object, ...more: readonly string[]) => {
      const path = join(folder, 'draw.json');
      writeFileSync(path, JSON.stringify(document));
      const program = join(workspaceRoot(), 'tools/dist/draw-verify/main.js');
      const { status, stdout } = spawnSync(process.execPath, [program, path, '--json', ...more], {
        encoding: 'utf8',
      });
      const { verified, faults } = JSON.parse(stdout) as {
        readonly verified: boolean;
        readonly faults: readonly { readonly fault: string }[];
      };
      return { status, verified, faults: faults.map(({ fault }) => fault) };
    };

    it('as it is, and against the hashes that were told before the result', () => {
      const right = { status: 0, verified: true, faults: [] };

      expect(verify(file)).toEqual(right);
      expect(verify(file, ...hashes)).toEqual(right);
    });

    it.each<[string, (file: FindDrawReply) => object, string]>([
      [
        'a changed list',
        ({ list, ...rest }) => ({ ...rest, list: { ...list, entries: list.entries.slice(1) } }),
        'list-changed',
      ],
      ['a changed seed', (right) => ({ ...right, seed: 'a'.repeat(64) }), 'seed-not-committed'],
      [
        'a changed public value',
        ({ publicValue, ...rest }) => ({ ...rest, publicValue: { ...publicValue, value: '1.00' } }),
        'key-changed',
      ],
      [
        'a changed result',
        ({ ranking, ...rest }) => ({
          ...rest,
          ranking: ranking
            .toReversed()
            .map(({ creditCode, score }, index) => ({ place: index + 1, creditCode, score })),
        }),
        'order-changed',
      ],
    ])('names %s', (_, change, fault) => {
      const { status, verified, faults } = verify(change(file), ...hashes);

      expect({ status, verified }).toEqual({ status: 1, verified: false });
      expect(faults).toContain(fault);
    });
  });
});
