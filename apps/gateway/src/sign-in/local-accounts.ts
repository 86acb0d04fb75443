import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import type { Person } from '@onewindow/kernel';
import type { People } from './people.js';

/** A person who signs in with a password that this gateway itself checks. */
export interface LocalAccount {
  readonly person: Person;
  /** argon2id, in the PHC string format. */
  readonly passwordHash: string;
  /** Came with the demonstration city. */
  readonly demonstration?: true;
}

/** Local accounts from a file: the embedded default, where no identity provider is at hand. */
export class LocalAccounts implements People {
  private constructor(
    private readonly accounts: ReadonlyMap<string, LocalAccount>,
    private readonly decoy: string,
  ) {}

  static async of(accounts: readonly LocalAccount[]): Promise<LocalAccounts> {
    return new LocalAccounts(
      new Map(accounts.map((each) => [each.person.id, each])),
      await decoyLike(accounts[0]?.passwordHash),
    );
  }

  /** An unknown account costs the same work as a wrong password: the time of the answer tells nobody who has an account. */
  async authenticate(account: string, password: string): Promise<Person | undefined> {
    const found = this.accounts.get(account);
    const isRight = await verify(found?.passwordHash ?? this.decoy, password);
    return isRight ? found?.person : undefined;
  }

  current(id: string): Person | undefined {
    return this.accounts.get(id)?.person;
  }
}

/** A hash of nothing anybody knows, with the cost of a real one. */
async function decoyLike(example: string | undefined): Promise<string> {
  const secret = randomBytes(32);
  if (example === undefined) return hash(secret);
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(example);
  return hash(secret, { memoryCost, timeCost, parallelism, outputLen });
}
