import { JOURNAL_SERVICES, tokenOf } from '@onewindow/contracts';
import { CITY_TOPOLOGY } from '../src/demonstration/city.js';
import {
  administratorUrlOf,
  BROKERS,
  BROKERS_URL,
  databaseServerOf,
} from '../src/deployment/servers.js';
import { FILES_IN_CONTAINERS } from '../src/deployment/hand-out-verification.js';
import type { DataFolder } from '../src/platform/data-folder.js';
import { databaseOf } from '../src/platform/databases.js';
import { environmentOf } from '../src/platform/environment.js';
import { HEAP_MB } from '../src/platform/programs.js';
import { POSTGRES_SETTINGS } from '../src/platform/servers.js';
import { STORY_BEGINS } from '../src/story/story-begins.js';
import { WITHOUT_LIMITS } from '../src/story/without-limits.js';
import { mountsOf, networksOf, readComposeFile, withDefaults } from './compose-file.js';
import type { ComposedService } from './compose-file.js';
import { readText, repositoryFiles } from './repository.js';

const { services, networks, volumes } = readComposeFile('docker-compose.yml');
const all = Object.entries(services);
const named = (name: string): ComposedService => {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};
const namesWhere = (holds: (service: ComposedService, name: string) => boolean): string[] =>
  all.filter(([name, service]) => holds(service, name)).map(([name]) => name);

const { participants } = CITY_TOPOLOGY;
const keepers = participants.filter(({ service }) =>
  JOURNAL_SERVICES.some((each) => each === service),
);
const databaseServers = [...new Set(keepers.map(databaseServerOf))];
/** Started by hand, each for one answer. */
const ON_DEMAND = ['verify', 'city'];
const isOneTime = (name: string) =>
  name === 'set-up' || ON_DEMAND.includes(name) || name.startsWith('databases-');
const lasting = all.filter(([name]) => !isOneTime(name));
const folder: Pick<DataFolder, 'secret'> = { secret: (token, name) => `${token}/${name}` };
const dockerfile = readText('Dockerfile');

describe('docker-compose.yml', () => {
  it('runs every participant of the topology, under its token, and no other', () => {
    const run = all.flatMap(([name, { environment }]) =>
      environment?.['OW_PARTICIPANT'] === undefined ? [] : [[name, environment['OW_PARTICIPANT']]],
    );

    expect(run.toSorted()).toEqual(
      participants.map((each) => [tokenOf(each), tokenOf(each)]).toSorted(),
    );
  });

  it.each(participants.map((each) => [tokenOf(each), each] as const))(
    'runs %s from its own program with the heap of npm start, and room beside it',
    (token, { service }) => {
      const { command = [], mem_limit: limit } = named(token);
      const entry =
        service === 'provisioner' ? 'tools/dist/provision/main.js' : `apps/${service}/dist/main.js`;

      expect(command).toEqual([`--max-old-space-size=${HEAP_MB[service]}`, entry]);
      expect(Number.parseInt(limit ?? '0')).toBeGreaterThanOrEqual(HEAP_MB[service] * 1.5);
    },
  );

  it.each(keepers.map((each) => [tokenOf(each), each] as const))(
    'gives %s its own database and waits until it is made',
    (token, participant) => {
      const server = databaseServerOf(participant);
      const role = `onewindow_${token.replaceAll('-', '_')}`;

      expect(named(token).environment).toMatchObject({
        OW_DATABASE_URL: `postgresql://${role}@${server}:5432/${role}`,
        OW_DATABASE_OWNER_URL: `postgresql://${role}_owner@${server}:5432/${role}`,
      });
      const maker = server.replace('database-', 'databases-');
      expect(named(token).depends_on?.[maker]?.condition).toBe('service_completed_successfully');
      expect(mountsOf(named(maker))).toContainEqual({
        volume: `for-${token}`,
        path: `/run/onewindow/${token}`,
        readOnly: true,
      });
    },
  );

  it.each(participants.map((each) => [tokenOf(each), each] as const))(
    'tells %s everything that npm start tells it',
    (token, participant) => {
      const server = databaseServerOf(participant);
      const database = databaseOf(token, administratorUrlOf(server), folder);
      const told = environmentOf(participant, 8081, {
        options: { dataDir: '' },
        folder: folder as DataFolder,
        natsUrl: BROKERS_URL,
        httpPort: 8080,
        databases: new Map(keepers.includes(participant) ? [[token, database]] : []),
        gatewayKeyFiles: new Map(participant.service === 'gateway' ? [[token, '']] : []),
      });
      const names = Object.keys(told).filter((name) => name.startsWith('OW_'));

      expect(Object.keys(named(token).environment ?? {})).toEqual(expect.arrayContaining(names));
    },
  );

  it('lets the one who verifies read the files where they are written, and write none', () => {
    const { environment } = named('intake-centre');
    const [files] = mountsOf(named('verify')).filter(({ volume }) => volume === 'files');

    expect(files).toEqual({ volume: 'files', path: FILES_IN_CONTAINERS, readOnly: true });
    expect(mountsOf(named('intake-centre'))).toContainEqual({
      volume: 'files',
      path: environment?.['OW_FILES_DIR'],
      readOnly: false,
    });
  });

  it('runs PostgreSQL with the settings of npm start', () => {
    for (const server of databaseServers) {
      expect(named(server).command).toEqual([
        'postgres',
        ...Object.entries(POSTGRES_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ]);
    }
  });

  it('runs every broker of the cluster, tells all of them to everybody, and keeps a copy in each', () => {
    expect(namesWhere((_, name) => name.startsWith('nats-'))).toEqual([...BROKERS]);
    for (const participant of participants) {
      expect(named(tokenOf(participant)).environment?.['OW_NATS_URL']).toBe(BROKERS_URL);
    }
    const provisioner = named('provisioner-centre').environment;
    expect(provisioner?.['OW_STREAM_REPLICAS']).toBe(String(BROKERS.length));
  });

  it('names only settings that some process reads', () => {
    const code = repositoryFiles
      .filter((path) => /^(apps|libs|tools)\/.*\.ts$/.test(path) && !path.startsWith('tools/test/'))
      .map(readText)
      .join('\n');
    const names = all.flatMap(([, { environment = {} }]) => Object.keys(environment));
    // A database setting is read by its prefix.
    const isRead = (name: string) => code.includes(name.replace(/_(URL|PASSWORD_FILE)$/, ''));

    expect(names.filter((name) => name.startsWith('OW_') && !isRead(name))).toEqual([]);
  });
});

describe('A container', () => {
  it('runs as an ordinary user; only the set-up does not, which has no network and one right', () => {
    const asRoot = namesWhere(({ user }) => !/^(10001:10001|postgres)$/.test(user ?? 'root'));
    const { network_mode: mode, cap_add: rights } = named('set-up');

    expect(asRoot).toEqual(['set-up']);
    expect([mode, rights]).toEqual(['none', ['CHOWN']]);
    expect(namesWhere((service) => service.cap_add !== undefined)).toEqual(['set-up']);
    expect(namesWhere((service) => service.privileged === true)).toEqual([]);
  });

  it('cannot change its own files, win rights, or take the machine for itself', () => {
    const isConfined = (service: ComposedService) =>
      service.read_only === true &&
      service.cap_drop?.join() === 'ALL' &&
      service.security_opt?.includes('no-new-privileges:true') === true &&
      service.mem_limit !== undefined &&
      service.pids_limit !== undefined &&
      service.logging?.options['max-size'] !== undefined;

    expect(namesWhere((service) => !isConfined(service))).toEqual([]);
  });

  it('that answers once is started by hand only', () => {
    expect(namesWhere(({ profiles }) => profiles !== undefined).toSorted()).toEqual(
      ON_DEMAND.toSorted(),
    );
  });

  it('that lasts is started again, is given time to stop, and is asked after its health', () => {
    const isCared = ([, { image, ...service }]: (typeof lasting)[number]) =>
      service.restart === 'unless-stopped' &&
      service.stop_grace_period !== undefined &&
      service.healthcheck?.disable !== true &&
      (service.healthcheck?.test !== undefined || image.startsWith('onewindow:'));

    expect(lasting.filter((each) => !isCared(each)).map(([name]) => name)).toEqual([]);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \["healthy"\]$/m);
  });

  it('starts after what it stands on is well', () => {
    const weak = all.flatMap(([name, { depends_on: on = {} }]) =>
      Object.entries(on)
        .filter(([needed, { condition }]) =>
          isOneTime(needed)
            ? condition !== 'service_completed_successfully'
            : condition !== 'service_healthy',
        )
        .map(([needed]) => `${name} on ${needed}`),
    );

    expect(weak).toEqual([]);
    for (const participant of participants) {
      expect(Object.keys(named(tokenOf(participant)).depends_on ?? {})).toEqual(
        expect.arrayContaining([...BROKERS]),
      );
    }
  });

  it('comes from an image of a stated version', () => {
    const images = all.map(([, { image }]) => withDefaults(image));
    const bases = [...dockerfile.matchAll(/^ARG \w+=(\S+)$/gm)].map(([, image]) => image ?? '');
    const froms = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from ?? '');

    expect(
      [...images, ...bases].filter((each) => !/^[\w./-]+:(?!latest)[\w.-]+$/.test(each)),
    ).toEqual([]);
    expect(bases).toHaveLength(2);
    expect(froms.filter((each) => !/^\$\{\w+_IMAGE\}$/.test(each) && /[:./]/.test(each))).toEqual(
      [],
    );
  });
});

describe('A secret of the containers', () => {
  const files = [
    ...BROKERS,
    ...databaseServers,
    ...participants.map(tokenOf),
    ...ON_DEMAND,
  ] as readonly string[];

  it('stands in no environment', () => {
    const open = all.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment)
        .filter(
          ([variable, value]) =>
            (/PASSWORD|SECRET|SEED|KEY|TOKEN/.test(variable) && !/_(FILE|DIR)$/.test(variable)) ||
            /:\/\/[^/@]*:[^/@]*@/.test(value),
        )
        .map(([variable]) => `${name}: ${variable}`),
    );

    expect(open).toEqual([]);
  });

  it('is handed out by the set-up to each container in a volume of its own', () => {
    const given = mountsOf(named('set-up')).filter(({ volume }) => volume.startsWith('for-'));

    expect(given.map(({ volume, path }) => [volume, path]).toSorted()).toEqual(
      files.map((each) => [`for-${each}`, `/hand-out/${each}`]).toSorted(),
    );
    expect(Object.keys(volumes)).toEqual(expect.arrayContaining(given.map(({ volume }) => volume)));
  });

  it('is read by the container that it is for, and by the one that makes its database', () => {
    const strange = all
      .filter(([name]) => name !== 'set-up')
      .flatMap(([name, service]) =>
        mountsOf(service)
          .filter(({ volume }) => /^(for-|set-up)/.test(volume))
          .filter(({ volume, readOnly }) => !readOnly || !mayRead(name, volume.replace('for-', '')))
          .map(({ volume }) => `${name} mounts ${volume}`),
      );

    expect(strange).toEqual([]);
  });

  const mayRead = (name: string, of: string): boolean => {
    if (name === of) return true;
    const server = name.replace('databases-', 'database-');
    if (!name.startsWith('databases-')) return false;
    return (
      of === server ||
      keepers.some((each) => tokenOf(each) === of && databaseServerOf(each) === server)
    );
  };
});

describe('A network of the containers', () => {
  it('leads outside for the gateway alone, whose port is open to this machine unless said otherwise', () => {
    const open = Object.keys(networks).filter((each) => networks[each]?.internal !== true);

    expect(open).toEqual(['public']);
    expect(namesWhere((service) => networksOf(service).includes('public'))).toEqual([
      'gateway-centre',
    ]);
    expect(namesWhere(({ ports }) => ports !== undefined)).toEqual(['gateway-centre']);
    expect(named('gateway-centre').ports?.map(withDefaults)).toEqual(['127.0.0.1:8080:8080']);
  });

  it('of a department holds its own instance, its database and the brokers', () => {
    for (const { service, instance } of participants.filter(
      ({ account }) => account !== 'CENTRE',
    )) {
      const there = namesWhere((each) => networksOf(each).includes(instance));

      expect(networksOf(named(`${service}-${instance}`))).toEqual([instance]);
      expect(there.toSorted()).toEqual(
        [
          ...BROKERS,
          `database-${instance}`,
          `databases-${instance}`,
          `${service}-${instance}`,
          'verify',
        ].toSorted(),
      );
    }
  });

  it('of the routes between brokers holds nobody else', () => {
    expect(namesWhere((service) => networksOf(service).includes('routes'))).toEqual([...BROKERS]);
  });
});

describe('docker-compose.demo.yml', () => {
  const { services: staged } = readComposeFile('docker-compose.demo.yml');

  it('alone has people to sign in as: the platform that is meant has its own', () => {
    expect(staged['set-up']?.environment).toEqual({ OW_ACCOUNTS: 'demonstration' });
    expect(named('set-up').environment).not.toHaveProperty('OW_ACCOUNTS');
  });

  it('changes services of docker-compose.yml and adds none', () => {
    expect(Object.keys(staged).filter((name) => services[name] === undefined)).toEqual([]);
  });

  it('stops the clock of everybody who keeps a journal where the story begins', () => {
    expect(
      keepers.filter((each) => staged[tokenOf(each)]?.environment?.['OW_CLOCK'] !== 'simulated'),
    ).toEqual([]);
    for (const each of keepers) {
      expect(staged[tokenOf(each)]?.environment).toEqual({
        OW_MODE: 'demonstration',
        OW_CLOCK: 'simulated',
        OW_CLOCK_START: STORY_BEGINS,
      });
    }
  });

  it('lets one machine play everybody', () => {
    expect(staged['gateway-centre']?.environment).toMatchObject(WITHOUT_LIMITS);
  });
});
