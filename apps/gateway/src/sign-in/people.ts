import type { Person } from '@onewindow/kernel';

/** Who may sign in here, whatever vouches for them. */
export interface People {
  /** The person behind the credentials; undefined when they are wrong, whatever is wrong with them. */
  authenticate(account: string, password: string): Promise<Person | undefined>;
  /** The person as known now: rights that were taken away are gone from open sessions too. */
  current(id: string): Person | undefined;
}
