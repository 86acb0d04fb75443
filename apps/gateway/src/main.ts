import 'reflect-metadata';
import { configuredOrExit, environment, ownProcess, ServiceLog } from '@onewindow/service/process';
import { readGatewayConfig } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { GatewayRun } from './gateway-run.js';

const config = configuredOrExit(() => readGatewayConfig(environment()));
const log = new ServiceLog({
  participant: config.self,
  level: config.logLevel,
  circumstances: () => ({}),
});
const run = new GatewayRun(config, log, (parts) => GatewayModule.of(parts));

await ownProcess({ log, start: () => run.start(), stop: () => run.stop() });
