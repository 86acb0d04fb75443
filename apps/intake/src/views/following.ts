import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  ExplainApplicationDateReply,
  ExplainApplicationDateRequest,
  FollowApplicationReply,
  FollowApplicationRequest,
} from '@onewindow/contracts';
import type { Actor } from '@onewindow/kernel';
import { isQueryCode, journalSteps } from '@onewindow/service';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { ApplicationRow } from '../adapters/persistence/rows.js';
import type { Application } from '../domain/application.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { IntakePlaceRules } from '../use-cases/ports.js';
import { explainApplicationDate } from './application-dates.js';
import { applicationProgress, type Follower } from './application-progress.js';
import { maySee } from './visible-to.js';

interface Asked {
  readonly number: string;
  readonly code?: string;
}

/** What anybody may follow who has the number and the query code, or who may see the application anyway. */
export class Following {
  constructor(
    private readonly em: EntityManager,
    private readonly place: IntakePlaceRules,
    private readonly calendar: () => WorkingCalendar,
  ) {}

  async application(
    request: FollowApplicationRequest,
    actor: Actor,
  ): Promise<FollowApplicationReply> {
    const { application, follower } = await this.admitted(request, actor);
    const steps = await journalSteps(this.em, application.id);
    return applicationProgress(application, steps, follower);
  }

  async date(
    { date, ...asked }: ExplainApplicationDateRequest,
    actor: Actor,
  ): Promise<ExplainApplicationDateReply> {
    const { application } = await this.admitted(asked, actor);
    return explainApplicationDate(application, date, this.place, this.calendar());
  }

  /** A wrong number, a wrong code and an application that is not one's own are one and the same refusal. */
  private async admitted(
    { number, code = '' }: Asked,
    actor: Actor,
  ): Promise<{ readonly application: Application; readonly follower: Follower }> {
    const row = await this.em
      .fork()
      .findOne(
        ApplicationRow,
        { $or: [{ number }, { caseNumber: number }] },
        { populate: ['state'] },
      );
    const application = row?.state;
    const hasCode = isQueryCode(application?.queryCode, code);
    if (application !== undefined && maySee(application, actor)) {
      return { application, follower: actor };
    }
    if (application === undefined || !hasCode) throw intakeRefusals.refuse('progress-not-found');
    return { application, follower: undefined };
  }
}
