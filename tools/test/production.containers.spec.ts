import { docker } from '../src/containers/docker.js';
import { DEMONSTRATION_ITEMS } from '../src/demonstration/items.js';
import { BROKERS, CLIENT_PORT, ROUTE_PORT, routeHostOf } from '../src/deployment/servers.js';
import { GatewayClient } from '../src/story/gateway-client.js';
import { until } from '../src/story/until.js';
import { aComposition, SLOW_MS, type SpecComposition, STARTED_MS, timed } from './a-composition.js';
import { certificateAt } from './broker-certificate.js';

const EXIT_CODE_OF_MISTAKES = 78;
const ACCOUNT_TOOL = 'tools/dist/account/main.js';
const LIU = [
  '--id=liu.yang',
  '--name=刘洋',
  '--roles=administrator',
  '--department=service-centre',
];
const [ITEM] = DEMONSTRATION_ITEMS;

describe('A platform in containers that is meant', () => {
  let city: SpecComposition;
  let administrator: { readonly account: string; readonly password: string };

  beforeAll(async () => {
    city = await aComposition('production');
    await city.start();
  }, STARTED_MS);
  afterAll(async () => {
    await city.composed.remove();
  }, SLOW_MS);

  const signIn = (credentials: typeof administrator) => GatewayClient.signIn(city.url, credentials);
  const idOf = async (service: string) => (await city.serviceNamed(service)).id;

  it('knows nobody of the demonstration, and cannot be loaded with it', async () => {
    expect(JSON.parse(await city.kept('cat secrets/accounts.json'))).toEqual({ accounts: [] });
    expect(await city.kept('ls secrets')).not.toContain('demonstration');
    const { code, stderr } = await city.composed.once('city');
    expect([code, stderr]).toEqual([1, expect.stringContaining('no demonstration accounts')]);
  });

  it('is given its first administrator by one command, which tells the password once', async () => {
    const added = await city.composed.once('set-up', ACCOUNT_TOOL, 'add', ...LIU);
    expect(added.code).toBe(0);
    const [account = '', password = ''] = added.stdout.trim().split(/\s+/);
    administrator = { account, password };

    const again = await city.composed.once('set-up', ACCOUNT_TOOL, 'add', ...LIU);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already')]);
    const listed = await city.composed.once('set-up', ACCOUNT_TOOL, 'list');
    expect(listed.stdout.trim()).toBe('liu.yang  刘洋  administrator  service-centre');
    expect(await city.kept('cat secrets/accounts.json')).not.toContain(password);

    await city.composed.restart('gateway-centre');
    await city.composed.healthy();
    await (await signIn(administrator)).put(`/api/items/${ITEM?.code ?? ''}`, { ...ITEM });
    expect(await publishedItem()).toMatchObject({ code: ITEM?.code });
  });

  const publishedItem = () =>
    GatewayClient.anonymous(city.url).get(`/api/items/${ITEM?.code ?? ''}`);

  it.each(['intake-centre', 'approval-bureau', 'supervision-market-regulation'])(
    'does not start %s on a simulated clock',
    async (service) => {
      const simulated = ['-e', 'OW_CLOCK=simulated', '-e', 'OW_CLOCK_START=2026-04-20T01:00:00Z'];
      const { code, stderr } = await city.composed.once('--no-deps', ...simulated, service);

      expect(code).toBe(EXIT_CODE_OF_MISTAKES);
      expect(stderr).toContain('OW_CLOCK');
    },
  );

  it('runs everybody as an ordinary user without any right of root, on files that stay as they are', async () => {
    const running = (await city.composed.containers()).filter(({ running }) => running);

    expect(running.length).toBeGreaterThan(10);
    expect(running.filter(({ user }) => ['', 'root', '0', '0:0'].includes(user))).toEqual([]);
    for (const { id, service } of running) {
      const status = await docker('exec', id, 'cat', '/proc/1/status');
      expect(`${service} ${/CapEff:\s*(\w+)/.exec(status)?.[1] ?? ''}`).toMatch(/ 0{16}$/);
      expect(`${service} ${/NoNewPrivs:\s*(\d)/.exec(status)?.[1] ?? ''}`).toMatch(/ 1$/);
      const written = await docker('exec', id, 'sh', '-c', 'touch /new 2>/dev/null || echo no');
      expect(`${service} ${written.trim()}`).toBe(`${service} no`);
    }
  });

  it('shows no secret to whoever inspects its containers', async () => {
    const secrets = await city.kept(
      "find secrets -name '*.seed' -o -name '*.password' | while read -r file; do cat \"$file\"; echo; done",
    );
    const known = secrets.split('\n').filter((each) => each.trim() !== '');
    const containers = await city.composed.containers();

    expect(known.length).toBeGreaterThan(15);
    expect(
      known.filter((secret) => containers.some(({ shown }) => shown.includes(secret))),
    ).toEqual([]);
  });

  it('lets a department reach the brokers and its own database, nothing else', async () => {
    const id = await idOf('supervision-market-regulation');
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
      const lines = (await docker('logs', await idOf(name))).trim().split('\n');
      const read = lines.map((line) => JSON.parse(line) as { participant?: string });
      expect(new Set(read.map(({ participant }) => participant))).toEqual(new Set([name]));
    }
  });

  const shownTo = (network: 'centre' | 'routes') => {
    const greets = network === 'centre';
    return Promise.all(
      BROKERS.map((broker) =>
        certificateAt({
          project: city.project,
          network,
          host: greets ? broker : routeHostOf(broker),
          port: greets ? CLIENT_PORT : ROUTE_PORT,
          greets,
        }),
      ),
    );
  };

  it('speaks TLS alone, to clients and between brokers, who want to see a certificate of each other', async () => {
    expect(await shownTo('centre')).toMatchObject(BROKERS.map(() => ({ trusted: true })));
    expect(await shownTo('routes')).toMatchObject(
      BROKERS.map(() => ({ trusted: true, mutual: true })),
    );
  });

  it('takes renewed certificates in while it runs', async () => {
    const before = await shownTo('centre');
    const setUp = 'tools/dist/set-up/main.js';

    expect((await city.composed.once('set-up', setUp, '--renew-certificates')).code).toBe(0);
    await city.composed.signal('HUP', ...BROKERS);

    const serials = before.map(({ serialNumber }) => serialNumber);
    const after = await until('renewed certificates', async () => {
      const now = await shownTo('centre');
      return now.some(({ serialNumber }) => serials.includes(serialNumber)) ? undefined : now;
    });
    expect(after.map(({ trusted }) => trusted)).toEqual(BROKERS.map(() => true));
    // A broker that starts now meets the others with its new certificate.
    await city.composed.restart('nats-3');
    await city.composed.healthy();
    expect(await publishedItem()).toMatchObject({ code: ITEM?.code });
  });

  it('stops every service gently and in time, and has kept everything when it is started again', async () => {
    const services = (await city.composed.containers())
      .filter(({ running, service }) => running && !/^(nats|database)-/.test(service))
      .map(({ service }) => service);
    await timed('services stopped', () => city.composed.stop(...services));

    // A process that has not finished within ten seconds says so and ends with another code.
    const ended = (await city.composed.containers()).filter(({ service }) =>
      services.includes(service),
    );
    expect(ended.filter(({ exitCode }) => exitCode !== 0).map(({ service }) => service)).toEqual(
      [],
    );

    await city.composed.down();
    await timed('production: up and healthy again', async () => {
      await city.composed.up();
      await city.composed.healthy();
    });
    await signIn(administrator);
    expect(await publishedItem()).toMatchObject({ code: ITEM?.code });
    expect((await city.composed.once('verify')).stdout).toContain(
      'The journals and papers verify.',
    );
  });

  it('starts no gateway with the accounts of a demonstration', async () => {
    expect((await city.composed.once('-e', 'OW_ACCOUNTS=demonstration', 'set-up')).code).toBe(0);

    const { code, stderr } = await city.composed.once('--no-deps', 'gateway-centre');

    expect(code).toBe(EXIT_CODE_OF_MISTAKES);
    expect(stderr).toContain('demonstration accounts');
  });

  it('leaves nothing behind when it is removed with its volumes', async () => {
    await timed('removed', () => city.composed.remove());

    expect(await city.left()).toEqual([]);
  });
});
