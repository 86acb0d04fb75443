import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isRunning } from '@onewindow/local-servers';
import { eventually } from '@onewindow/testing';
import { createServiceProcess, type ServiceProcess } from './service-process.js';

const SERVICE = `
  const { createServer } = require('node:http');
  createServer((_, reply) => reply.end()).listen(Number(process.env.OW_HEALTH_PORT), '127.0.0.1');
  process.on('SIGTERM', () => process.env.STUBBORN || process.exit(0));
  let armed;
  process.on('message', ({ type, point, nth }) => { armed = type + nth; process.send({ type: 'fault-armed', point }); });
  process.on('SIGUSR2', () => { if (armed === 'arm-fault2') process.kill(process.pid, 'SIGKILL'); });
`;

describe('A service as a process of the platform', () => {
  let folder: string;
  let service: ServiceProcess | undefined;
  const told: string[] = [];
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onewindow-service-'))));
  afterEach(async () => {
    await service?.stop(100);
    rmSync(folder, { recursive: true });
  });

  async function aService(script: string, environment = {}): Promise<ServiceProcess> {
    const entry = join(folder, 'main.cjs');
    writeFileSync(entry, script);
    const healthPort = await freePort();
    return createServiceProcess({
      name: 'approval-bureau',
      args: [entry],
      environment: { OW_HEALTH_PORT: String(healthPort), ...environment },
      healthPort,
      logFile: join(folder, 'log'),
      kept: join(folder, 'kept'),
      faults: true,
      tell: (line) => told.push(line),
    });
  }

  it('is started again when it is killed, and says so', async () => {
    service = await aService(SERVICE);
    await service.start();
    const first = service.pid;

    service.kill();

    await eventually(() => service?.pid !== undefined && service.pid !== first);
    await service.ready();
    expect(service.crashes).toBe(1);
    expect(told.at(-1)).toContain('approval-bureau ended (SIGKILL)');
  });

  it('stays stopped once it is stopped', async () => {
    service = await aService(SERVICE);
    await service.start();
    const { pid } = service;

    await service.stop();

    expect(service.pid).toBeUndefined();
    expect(isRunning(Number(pid))).toBe(false);
    expect(service.crashes).toBe(0);
  });

  it('can be started again after it was stopped, which counts as no crash', async () => {
    service = await aService(SERVICE);
    for (let times = 0; times < 3; times += 1) {
      await service.start();
      await service.stop();
    }
    await service.start();

    expect(service.crashes).toBe(0);
  });

  it('is ended by force when it does not stop in time', async () => {
    service = await aService(SERVICE, { STUBBORN: '1' });
    await service.start();
    const pid = Number(service.pid);

    await service.stop(50);

    expect(isRunning(pid)).toBe(false);
  });

  it('is told which fault to die at', async () => {
    service = await aService(SERVICE);
    await service.start();

    await service.armFault('relay.mid-batch', 2);
    service.kill('SIGUSR2');

    await eventually(() => service?.crashes === 1);
  });

  it('is not started again when its configuration is wrong', async () => {
    service = await aService('console.error("no such setting"); process.exit(78);');

    await expect(service.start()).rejects.toThrow('no such setting');
    expect(service.crashes).toBe(0);
  });

  it('is given up, with the end of its log, when it never comes up', async () => {
    service = await aService('throw new Error("no such table");');

    writeFileSync(join(folder, 'log'), 'what an earlier run wrote\n');

    const refused = await service.start().catch((error: unknown) => String(error));

    expect(refused).toContain('no such table');
    expect(refused).not.toContain('earlier run');
  });
});
