import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindApplicationReply, ListApplicationsReply } from '@onewindow/contracts';
import type { DemoReport } from '../src/demo/demo-report.js';
import { GatewayClient } from '../src/story/gateway-client.js';
import { aComposition, SLOW_MS, type SpecComposition, STARTED_MS, timed } from './a-composition.js';
import { aDemonstration } from './a-demonstration.js';

describe('A demonstration in containers', () => {
  let folder: string;
  let city: SpecComposition;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-composed-'));
    city = await aComposition('demonstration');
    await city.start();
  }, STARTED_MS);

  afterAll(async () => {
    await city.composed.remove();
    rmSync(folder, { recursive: true, force: true });
  }, SLOW_MS);

  it('is loaded by one command, and again without harm: the catalogue and the market', async () => {
    for (let time = 1; time <= 2; time += 1) {
      const { code, stdout, stderr } = await city.composed.once('city');

      expect(stderr + stdout).toContain('the city is loaded: its catalogue and its market');
      expect(code).toBe(0);
    }
    const { services } = (await (await fetch(`${city.url}/api/market/services`)).json()) as {
      services: { code: string }[];
    };
    expect(services.map(({ code }) => code)).toEqual(['water-quality-testing']);
  });

  it(
    'plays the whole story with one broker away, which comes back in its middle, and loses another for a while',
    async () => {
      const passwords = join(folder, 'passwords.json');
      writeFileSync(passwords, await city.kept('cat secrets/demonstration-passwords.json'));
      const { composed } = city;
      const away = async (broker: string) => !(await city.serviceNamed(broker)).running;

      await composed.stop('nats-2');
      expect(await away('nats-2')).toBe(true);
      let stopped: Promise<string> | undefined;
      const happened: string[] = [];
      const report: DemoReport = await timed('story', () =>
        aDemonstration(['--url', city.url, '--passwords', passwords], {
          // The market act begins with a broker away, and the sign-up waits until it has caught up.
          报名: async () => {
            await composed.start('nats-2');
            await composed.healthy();
            happened.push('nats-2 is back');
          },
          // Commands and events are under way when this one goes.
          受理: () => {
            stopped = composed.stop('nats-1');
            return Promise.resolve();
          },
          联合踏勘: async () => {
            await stopped;
            expect(await away('nats-1')).toBe(true);
            await composed.start('nats-1');
            happened.push('nats-1 is back');
          },
        }),
      );

      expect(happened).toEqual(['nats-2 is back', 'nats-1 is back']);
      expect(report.tracks).toHaveLength(4);
      expect(report.handovers.every(({ acknowledgedAt }) => acknowledgedAt !== null)).toBe(true);
      expect(Object.keys(report.services)).toContain('intermediary-market');
      expect(Object.values(report.services).map(({ parked }) => parked)).not.toContain(1);
    },
    SLOW_MS,
  );

  it('prints a decision of the story, whose bytes and seal are looked at like every journal', async () => {
    const passwords = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as {
      readonly [account: string]: string;
    };
    const credentials = { account: 'lin.yue', password: passwords['lin.yue'] ?? '' };
    const owner = await GatewayClient.signIn(city.url, credentials);
    const { applications } = await owner.get<ListApplicationsReply>('/api/applications');
    const { papers, queryCode = '' } = await owner.get<FindApplicationReply>(
      `/api/applications/${applications[0]?.applicationId ?? ''}`,
    );
    const number = papers.find(({ kind }) => kind === 'decision')?.number ?? '';
    const address = `${city.url}/api/papers/${encodeURIComponent(number)}/pdf?code=${queryCode}`;
    const printed = await fetch(address);

    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await printed.arrayBuffer();
  });

  it('has lost nothing and applied nothing twice: every journal verifies', async () => {
    const { code, stdout } = await city.composed.once('verify');

    expect(stdout).toContain('The journals and papers verify.');
    expect(stdout).toMatch(/^intake-centre .* [1-9]\d* printed: verified$/m);
    expect(stdout).not.toContain('were not looked at');
    expect(code).toBe(0);
  });

  it('has every broker caught up in the end', async () => {
    await timed('brokers caught up', () => city.composed.healthy(90_000));
  });

  it('serves the pages of the portal', async () => {
    const response = await fetch(`${city.url}/`, { headers: { accept: 'text/html' } });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<div id="portal"');
  });

  it('makes nothing anew when it is set up again', async () => {
    const sums = 'find . -type f -not -name topology.json -exec sha256sum {} + | sort';
    const before = await city.kept(sums);

    expect((await city.composed.once('set-up')).code).toBe(0);

    expect(await city.kept(sums)).toBe(before);
  });

  it('leaves nothing behind when it is removed with its volumes', async () => {
    await timed('removed', () => city.composed.remove());

    expect(await city.left()).toEqual([]);
  });
});
