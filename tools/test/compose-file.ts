import { parse } from 'yaml';
import { readText } from './repository.js';

/** One service of a compose file, as far as the specs look at it. */
export interface ComposedService {
  readonly image: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, object>>;
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly stop_grace_period?: string;
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposedService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Reads a compose file of the repository as Compose does, merges included. */
export const readComposeFile = (path: string): ComposeFile =>
  parse(readText(path), { merge: true }) as ComposeFile;

export const networksOf = ({ networks = [] }: ComposedService): readonly string[] =>
  Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks);

/** A mounted volume: `name:path[:ro]`. */
export function mountsOf({ volumes = [] }: ComposedService) {
  return volumes.map((each) => {
    const [volume = '', path = '', mode = 'rw'] = each.split(':');
    return { volume, path, readOnly: mode === 'ro' };
  });
}

/** The value that stands behind `${NAME:-value}` when nobody sets the variable. */
export const withDefaults = (text: string): string =>
  text.replace(/\$\{[A-Z_]+:-([^}]*)\}/g, (_, fallback: string) => fallback);
