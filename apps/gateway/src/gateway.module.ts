import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ActorTokenSigner, BusClient, type BusConnection } from '@onewindow/bus';
import { requestContracts } from '@onewindow/contracts';
import { Press } from '@onewindow/documents';
import type { FileStore } from '@onewindow/files';
import { HealthModule, type Readiness, type ServiceLog } from '@onewindow/service/process';
import type { GatewayConfig } from './config.js';
import { CodeThrottle } from './contracts/code-throttle.js';
import { ContractCalls } from './contracts/contract-calls.js';
import { contractRoutes } from './contracts/contract-route.js';
import { contractsController } from './contracts/contracts.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { KnownRoutes } from './http/known-routes.js';
import { CaseProgressController } from './live/case-progress.controller.js';
import { LiveViews } from './live/live-views.js';
import { MatterProgressController } from './live/matter-progress.controller.js';
import { Nudges } from './live/nudges.js';
import { OpenStreams } from './live/open-streams.js';
import { GuidesController } from './papers/guides.controller.js';
import { PapersController } from './papers/papers.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import type { People } from './sign-in/people.js';
import { SessionController } from './sign-in/session.controller.js';
import { SessionDesk } from './sign-in/session-desk.js';
import { SignInThrottle } from './sign-in/sign-in-throttle.js';
import { FilesController } from './uploads/files.controller.js';
import { BUS_CONNECTION, CONFIG, FILES, LOG, PEOPLE } from './tokens.js';

/** What the gateway is made of before its module exists. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly log: ServiceLog;
  readonly readiness: Readiness;
  readonly connection: BusConnection;
  readonly people: People;
  readonly desk: SessionDesk;
  readonly files: FileStore;
  readonly press: Press;
  readonly routes: KnownRoutes;
}

/** The composition root: the only file that knows every part. */
@Module({})
export class GatewayModule {
  static of(parts: GatewayParts): DynamicModule {
    const { config, log, readiness, connection, people, desk, files, press, routes } = parts;
    return {
      module: GatewayModule,
      imports: [HealthModule.of(readiness)],
      controllers: [
        SessionController,
        FilesController,
        GuidesController,
        PapersController,
        CaseProgressController,
        MatterProgressController,
        DocumentsController,
        contractsController(contractRoutes(requestContracts)),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: PEOPLE, useValue: people },
        { provide: FILES, useValue: files },
        { provide: Press, useValue: press },
        { provide: BUS_CONNECTION, useValue: connection },
        { provide: SessionDesk, useValue: desk },
        { provide: KnownRoutes, useValue: routes },
        { provide: SignInThrottle, useValue: new SignInThrottle(config.limits.signIn) },
        { provide: CodeThrottle, useValue: new CodeThrottle(config.limits.signIn) },
        { provide: BusClient, useValue: new BusClient(connection) },
        { provide: ActorTokenSigner, useValue: new ActorTokenSigner(config.key) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ContractCalls,
        LiveViews,
        Nudges,
        OpenStreams,
      ],
    };
  }
}
