import { address, contentOf, parsed, setting } from './setting-kinds.js';
import type { Setting } from './settings.js';

/** How one role reaches the service's database. Holds a password: never log it. */
export interface DatabaseAccess {
  readonly url: string;
  readonly role: string;
  readonly variable: string;
  readonly passwordFileVariable: string;
  readonly passwordInEnvironment: boolean;
}

/** Reads `<prefix>_URL`, and `<prefix>_PASSWORD_FILE` where the password is not in the URL. */
export function databaseSetting(prefix: string): Setting<DatabaseAccess> {
  const variable = `${prefix}_URL`;
  const passwordFileVariable = `${prefix}_PASSWORD_FILE`;
  const url = setting(variable, address('postgres:', 'postgresql:'));
  return {
    variables: [variable, passwordFileVariable],
    read(environment) {
      const found = url.read(environment);
      const file = environment[passwordFileVariable];
      const password = file ? parsed(passwordFileVariable, file, contentOf) : { value: undefined };
      if ('mistakes' in found || 'mistakes' in password) {
        return {
          mistakes: [found, password].flatMap((each) => ('mistakes' in each ? each.mistakes : [])),
        };
      }
      const complete = new URL(found.value);
      if (password.value !== undefined) complete.password = encodeURIComponent(password.value);
      return {
        value: {
          url: complete.href,
          role: decodeURIComponent(complete.username),
          variable,
          passwordFileVariable,
          passwordInEnvironment: found.value.password !== '',
        },
      };
    },
  };
}
