import { Controller, Delete, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { busRefusals } from '@onewindow/bus';
import {
  type PersonView,
  readPayload,
  type SessionOpened,
  SignInRequest,
} from '@onewindow/contracts';
import { instantOf, type Person } from '@onewindow/kernel';
import type { ServiceLog } from '@onewindow/service/process';
import { FewAtOnce } from '../http/few-at-once.js';
import type { HttpRequest } from '../http/exchange.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { LOG, PEOPLE } from '../tokens.js';
import type { People } from './people.js';
import { SessionDesk } from './session-desk.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { requireSession } from './visitor.js';

/** Checking a password takes tens of megabytes and milliseconds of a whole core, on purpose. */
const CHECKED_AT_ONCE = 2;
const CHECKS_WAITING = 200;

@Controller('api/session')
export class SessionController {
  private readonly passwordChecks = new FewAtOnce(CHECKED_AT_ONCE, CHECKS_WAITING);

  constructor(
    @Inject(PEOPLE) private readonly people: People,
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(SignInThrottle) private readonly throttle: SignInThrottle,
    @Inject(LOG) private readonly log: ServiceLog,
  ) {}

  @Post()
  @HttpCode(200)
  async signIn(@Req() { body, ip, id }: HttpRequest): Promise<SessionOpened> {
    const reading = readPayload(SignInRequest, body, 'forbid');
    if (!reading.ok) throw busRefusals.refuse('payload-invalid', reading.unmet);
    const { account, password } = reading.value;
    const person = await this.throttle.attempt({ account, address: ip }, () =>
      this.passwordChecks.run(() => this.people.authenticate(account, password)),
    );
    if (person === undefined) {
      this.log.info('A sign-in was refused.', { correlation: id, audit: true });
      throw gatewayRefusals.refuse('sign-in-refused');
    }
    const { session, token } = await this.desk.open(person);
    this.log.info('Somebody signed in.', { person: person.id, session: session.id, audit: true });
    return {
      token,
      expiresAt: instantOf(session.expiresAt),
      person: viewOf(person),
    };
  }

  @Get()
  who(@Req() { visitor }: HttpRequest): PersonView {
    return viewOf(requireSession(visitor).person);
  }

  @Delete()
  @HttpCode(204)
  signOut(@Req() { visitor }: HttpRequest): void {
    const session = requireSession(visitor);
    this.desk.end(session);
    this.log.info('Somebody signed out.', {
      person: session.person.id,
      session: session.id,
      audit: true,
    });
  }
}

const viewOf = (person: Person): PersonView => ({ ...person, roles: [...person.roles] });
