import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFreePort, workspaceRoot } from '@onewindow/local-servers';
import { defineRefusals, refuseWhenUnmet, type Message, type UnmetRule } from '@onewindow/kernel';

/** What `npm start` is told by the environment. */
export interface StartSettings {
  readonly httpPort: number | undefined;
  readonly httpHost: string;
  readonly dataDir: string;
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly natsUrl: string | undefined;
  readonly natsServer: string | undefined;
  readonly logLevel: string;
  readonly placeFile: string | undefined;
}

const refusals = defineRefusals({
  'configuration-not-usable': {
    kind: 'unmet',
    zh: '配置有误，未启动任何程序；请一次改正下列各项后重新启动。',
    en: 'The configuration is not usable and nothing was started; correct everything listed below and start again.',
  },
});

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const DEFAULT_PORT = 8080;

/** One documented variable: what it means, what holds without it, and what is wrong with a value. */
interface Variable {
  readonly name: string;
  readonly meaning: string;
  readonly without: string;
  readonly wrong: (value: string) => Message | undefined;
}

export const VARIABLES: readonly Variable[] = [
  {
    name: 'OW_PORT',
    meaning: 'port of the gateway',
    without: `${DEFAULT_PORT}, or a free one when that is taken`,
    wrong: (value) =>
      isPort(value)
        ? undefined
        : because('应为 1 到 65535 的端口号', 'must be a port number, 1 to 65535'),
  },
  {
    name: 'OW_HOST',
    meaning: 'address that the gateway listens on',
    without: '127.0.0.1',
    wrong: (value) =>
      /^[\w.:-]+$/.test(value)
        ? undefined
        : because('应为主机名或地址', 'must be a host name or an address'),
  },
  {
    name: 'OW_DATA_DIR',
    meaning: 'folder of everything that is kept',
    without: '.onewindow in the clone',
    wrong: (value) =>
      canWrite(resolve(value))
        ? undefined
        : because('目录不可写', 'is not a folder that can be written'),
  },
  {
    name: 'OW_PUBLIC_URL',
    meaning: 'address under which people reach the gateway, for links in papers',
    without: 'the address it listens on',
    wrong: (value) => wrongUrl(value, ['http:', 'https:']),
  },
  {
    name: 'DATABASE_URL',
    meaning: 'a PostgreSQL (17 or later) to use, as a role that may create roles and databases',
    without: 'an embedded PostgreSQL is started',
    wrong: (value) => wrongUrl(value, ['postgres:', 'postgresql:']),
  },
  {
    name: 'NATS_URL',
    meaning:
      'a nats-server to use; it has to be given the accounts in nats/nats-server.conf of the data folder',
    without: 'a nats-server is started',
    wrong: (value) => wrongUrl(value, ['nats:', 'tls:']),
  },
  {
    name: 'OW_NATS_SERVER',
    meaning: 'the nats-server program to start',
    without: 'the one on PATH, else one unpacked from the system’s packages',
    wrong: (value) =>
      canRun(value) ? undefined : because('不是可执行程序', 'is not a program that can be run'),
  },
  {
    name: 'OW_LOG_LEVEL',
    meaning: `how much the services write to logs/: ${LOG_LEVELS.join(', ')}`,
    without: 'info',
    wrong: (value) =>
      LOG_LEVELS.includes(value)
        ? undefined
        : because(`应为 ${LOG_LEVELS.join('、')} 之一`, `must be one of ${LOG_LEVELS.join(', ')}`),
  },
  {
    name: 'OW_PLACE_FILE',
    meaning: 'JSON file with the rules of the place',
    without: 'the rules that the law leaves as they are',
    wrong: (value) =>
      existsSync(value) ? undefined : because('文件不存在', 'is a file that does not exist'),
  },
];

/** Reads all of it and refuses once, with everything that is wrong. */
export async function readStartSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StartSettings> {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const unmet = VARIABLES.flatMap(({ name, wrong }): UnmetRule[] => {
    const given = value(name);
    const message = given === undefined ? undefined : wrong(given);
    return message === undefined ? [] : [mistake(name, message)];
  });
  const port = value('OW_PORT');
  const host = value('OW_HOST') ?? '127.0.0.1';
  if (port !== undefined && isPort(port) && !(await isFreePort(Number(port), host))) {
    unmet.push(mistake('OW_PORT', because(`端口 ${port} 已被占用`, `port ${port} is taken`)));
  }
  refuseWhenUnmet(unmet, (all) => refusals.refuse('configuration-not-usable', all));
  return {
    httpPort: port === undefined ? await freeDefault(host) : Number(port),
    httpHost: host,
    dataDir: resolve(value('OW_DATA_DIR') ?? join(workspaceRoot(), '.onewindow')),
    publicUrl: value('OW_PUBLIC_URL'),
    databaseUrl: value('DATABASE_URL'),
    natsUrl: value('NATS_URL'),
    natsServer: value('OW_NATS_SERVER'),
    logLevel: value('OW_LOG_LEVEL') ?? 'info',
    placeFile: value('OW_PLACE_FILE'),
  };
}

const freeDefault = async (host: string): Promise<number | undefined> =>
  (await isFreePort(DEFAULT_PORT, host)) ? DEFAULT_PORT : undefined;

const because = (zh: string, en: string): Message => ({ zh, en });

const mistake = (name: string, { zh, en }: Message): UnmetRule => ({
  rule: 'setting-usable',
  path: name,
  message: { zh: `${name} ${zh}。`, en: `${name} ${en}.` },
});

const isPort = (value: string): boolean =>
  /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;

function wrongUrl(value: string, protocols: readonly string[]): Message | undefined {
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return undefined;
  return because(
    `应为以 ${protocols.join(' 或 ')} 开头的地址`,
    `must be an address that starts with ${protocols.join(' or ')}`,
  );
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
