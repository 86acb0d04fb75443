import { Controller, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import { Readiness, type ReadinessState } from './readiness.js';

interface HttpReply {
  code(status: number): unknown;
}

/** For the supervisor of the process: live says "do not restart me", ready says "ask me". */
@Controller()
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('ready')
  ready(@Res({ passthrough: true }) reply: HttpReply): ReadinessState {
    const state = this.readiness.state();
    reply.code(state.ready ? 200 : 503);
    return state;
  }
}

@Module({})
export class HealthModule {
  static of(readiness: Readiness): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: Readiness, useValue: readiness }],
    };
  }
}
