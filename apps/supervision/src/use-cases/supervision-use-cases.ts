import { takeCatalogue } from '@onewindow/kernel';
import { takeCalendar } from '@onewindow/statutory-clock';
import { acknowledgeHandover, recordOverdueAcknowledgement } from './acknowledge-handover.js';
import { concernsOneOf } from '../domain/duty.js';
import type { SupervisionDependencies } from './ports.js';
import { receiveHandover } from './receive-handover.js';

/** Everything this service can do. Also the DI token, so no string or symbol is needed. */
export class SupervisionUseCases {
  readonly receiveHandover;
  readonly takeCalendar;
  readonly takeCatalogue;
  readonly acknowledgeHandover;
  readonly recordOverdueAcknowledgement;

  constructor(deps: SupervisionDependencies) {
    this.receiveHandover = receiveHandover(deps);
    this.takeCalendar = takeCalendar(deps);
    const { transact, departments } = deps;
    this.takeCatalogue = takeCatalogue({ transact, concerns: concernsOneOf(departments) });
    this.acknowledgeHandover = acknowledgeHandover(deps);
    this.recordOverdueAcknowledgement = recordOverdueAcknowledgement(deps);
  }
}
