import type { Actor, UseCasePorts } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';

export interface SupervisionDependencies extends UseCasePorts {
  /** The working calendar that is in force: asked inside the transaction, so that a commit on an older one is run again. */
  readonly calendar: () => WorkingCalendar;
  /** Departments that this instance serves. */
  readonly departments: readonly string[];
  /** Six-digit code of the city. */
  readonly region: string;
}

export interface Asking {
  readonly actor: Actor;
}
