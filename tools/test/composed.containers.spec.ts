import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@onewindow/local-servers';
import { Composition } from '../src/containers/composition.js';
import { docker } from '../src/containers/docker.js';
import { onPlatformAt } from '../src/demo/platform-elsewhere.js';

const KEPT = '/var/lib/onewindow';
/** Packages are installed for the images first; on a machine with much else to do that alone takes ten minutes. */
const BUILT_MS = 1_800_000;
const SLOW_MS = 600_000;

/** For whoever watches the run: how long it took, how large it is. */
const tell = (line: string) => void process.stderr.write(`   ${line}\n`);

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  tell(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

describe('The platform as docker-compose.yml runs it', () => {
  let folder: string;
  let port: number;
  let composed: Composition;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-composed-'));
    port = await freePort();
    composed = new Composition({
      project: `onewindow-spec-${randomBytes(3).toString('hex')}`,
      files: ['docker-compose.yml', 'docker-compose.demo.yml'],
      variables: { ONEWINDOW_PORT: String(port), ONEWINDOW_TAG: 'spec' },
    });
    await timed('images built', () => composed.build());
    for (const image of ['onewindow:spec', 'onewindow-set-up:spec']) {
      const bytes = Number(await docker('image', 'inspect', '--format', '{{.Size}}', image));
      tell(`${image}: ${Math.round(bytes / 1_000_000)} MB`);
    }
    await timed('up and healthy', async () => {
      await composed.up();
      await composed.healthy();
    });
  }, BUILT_MS);

  afterAll(async () => {
    await composed.down();
    rmSync(folder, { recursive: true });
  }, SLOW_MS);

  const serviceNamed = async (name: string) => {
    const found = (await composed.containers()).find(({ service }) => service === name);
    if (found === undefined) throw new Error(`no container of ${name}`);
    return found;
  };

  /** What the set-up has made, as somebody with the right to start containers reads it. */
  async function kept(script: string): Promise<string> {
    const { code, stdout, stderr } = await composed.once(
      '--entrypoint',
      'bash',
      'set-up',
      '-c',
      `cd ${KEPT} && ${script}`,
    );
    if (code !== 0) throw new Error(stderr);
    return stdout;
  }

  it(
    'plays the whole story, in whose middle a broker is stopped',
    async () => {
      const passwords = join(folder, 'passwords.json');
      writeFileSync(passwords, await kept('cat secrets/demonstration-passwords.json'));
      let stopped: Promise<string> | undefined;
      const say = (line: string) => {
        if (line.startsWith('受理')) stopped = composed.stop('nats-2');
      };

      const report = await timed('story', () =>
        onPlatformAt(`http://127.0.0.1:${port}`, { passwords, databases: undefined, say }),
      );

      expect(stopped).toBeDefined();
      await stopped;
      expect((await serviceNamed('nats-2')).running).toBe(false);
      expect(report.tracks).toHaveLength(4);
      expect(report.handovers.every(({ acknowledgedAt }) => acknowledgedAt !== null)).toBe(true);
    },
    SLOW_MS,
  );

  it('makes nothing anew when it is set up again, and publishes the catalogue of the city', async () => {
    const sums = 'find . -type f -not -name topology.json -exec sha256sum {} + | sort';
    const before = await kept(sums);

    expect((await composed.once('set-up')).code).toBe(0);

    expect(await kept(sums)).toBe(before);
    const loaded = await composed.once('city');
    expect(loaded.stderr + loaded.stdout).toContain('the catalogue of the city is published');
    expect(loaded.code).toBe(0);
  });

  it('serves the pages of the portal', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<div id="portal"');
  });

  it('has lost nothing and applied nothing twice: every journal verifies', async () => {
    const { code, stdout } = await composed.once('verify');

    expect(stdout).toContain('The journals verify.');
    expect(code).toBe(0);
  });

  it('takes the broker in again, which catches up', async () => {
    await composed.start('nats-2');

    await timed('broker caught up', () => composed.healthy(90_000));
  });

  it('runs everybody as an ordinary user without any right of root', async () => {
    const running = (await composed.containers()).filter(({ running }) => running);

    expect(running.length).toBeGreaterThan(10);
    expect(running.filter(({ user }) => ['', 'root', '0', '0:0'].includes(user))).toEqual([]);
    for (const { id, service } of running) {
      const status = await docker('exec', id, 'cat', '/proc/1/status');
      expect(`${service} ${/CapEff:\s*(\w+)/.exec(status)?.[1] ?? ''}`).toMatch(/ 0{16}$/);
      expect(`${service} ${/NoNewPrivs:\s*(\d)/.exec(status)?.[1] ?? ''}`).toMatch(/ 1$/);
    }
  });

  it('shows no secret to whoever inspects its containers', async () => {
    const secrets = await kept(
      "find secrets -name '*.seed' -o -name '*.password' | while read -r file; do cat \"$file\"; echo; done",
    );
    const known = secrets.split('\n').filter((each) => each.trim() !== '');
    const containers = await composed.containers();

    expect(known.length).toBeGreaterThan(15);
    expect(
      known.filter((secret) => containers.some(({ shown }) => shown.includes(secret))),
    ).toEqual([]);
  });

  it('lets a department reach the brokers and its own database, nothing else', async () => {
    const { id } = await serviceNamed('supervision-market-regulation');
    const reaches = async (host: string, port: number) => {
      const probe = `timeout 3 bash -c 'exec 3<>/dev/tcp/${host}/${port}' 2>/dev/null && echo yes || echo no`;
      return (await docker('exec', id, 'bash', '-c', probe)).trim() === 'yes';
    };
    const targets = {
      'nats-1:4222': await reaches('nats-1', 4222),
      'database-market-regulation:5432': await reaches('database-market-regulation', 5432),
      'nats-1:6222': await reaches('nats-1', 6222),
      'nats-1:8222': await reaches('nats-1', 8222),
      'database-centre:5432': await reaches('database-centre', 5432),
      'database-city-management:5432': await reaches('database-city-management', 5432),
      'gateway-centre:8080': await reaches('gateway-centre', 8080),
      'outside:443': await reaches('1.1.1.1', 443),
    };

    expect(Object.keys(targets).filter((each) => targets[each as keyof typeof targets])).toEqual([
      'nats-1:4222',
      'database-market-regulation:5432',
    ]);
  });

  it('writes its log as one JSON object a line', async () => {
    for (const name of ['gateway-centre', 'approval-bureau', 'provisioner-centre']) {
      const lines = (await docker('logs', (await serviceNamed(name)).id)).trim().split('\n');
      const read = lines.map((line) => JSON.parse(line) as { participant?: string });
      expect(new Set(read.map(({ participant }) => participant))).toEqual(new Set([name]));
    }
  });

  it('stops every service gently and in time', async () => {
    const services = (await composed.containers())
      .filter(({ running, service }) => running && !/^(nats|database)-/.test(service))
      .map(({ service }) => service);

    await timed('services stopped', () => composed.stop(...services));

    // A process that has not finished within ten seconds says so and ends with another code.
    const ended = (await composed.containers()).filter(({ service }) => services.includes(service));
    expect(ended.filter(({ exitCode }) => exitCode !== 0).map(({ service }) => service)).toEqual(
      [],
    );
  });

  it('leaves nothing behind when it is removed with its volumes', async () => {
    await timed('removed', () => composed.down());

    expect(await composed.left('container')).toEqual([]);
    expect(await composed.left('volume')).toEqual([]);
    expect(await composed.left('network')).toEqual([]);
  });
});
