import type { Actor, UseCasePorts } from '@onewindow/kernel';

export interface SupervisionDependencies extends UseCasePorts {
  /** Departments that this instance serves. */
  readonly departments: readonly string[];
  /** Six-digit code of the city. */
  readonly region: string;
}

export interface Asking {
  readonly actor: Actor;
}
