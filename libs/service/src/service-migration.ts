import type { Configuration } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';

const runtimeRoles = new WeakMap<Configuration, string>();

/** Tells the migrations of one ORM which role the service runs under. */
export function setRuntimeRole(config: Configuration, role: string): void {
  runtimeRoles.set(config, role);
}

/** A step of a service's database, run by the owner role. It grants to the runtime role what that role needs, no more. */
export abstract class ServiceMigration extends Migration {
  get runtimeRole(): string {
    const role = runtimeRoles.get(this.config);
    if (role === undefined) throw new TypeError('migrations are run by startService');
    return role;
  }
}

export type ServiceMigrationClass = new (
  ...arguments_: ConstructorParameters<typeof Migration>
) => ServiceMigration;
