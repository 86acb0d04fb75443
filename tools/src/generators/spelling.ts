import { names } from '@nx/devkit';
import ts from 'typescript';

/** One word of the domain in the spellings that code needs. */
export interface Spelling {
  /** `site-visit`. */
  readonly kebab: string;
  /** `SiteVisit`. */
  readonly pascal: string;
  /** `siteVisit`. */
  readonly camel: string;
  /** `SITE_VISIT`. */
  readonly constant: string;
  /** `site visit`. */
  readonly words: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** Throws an Error for anything but words in kebab-case. */
export function spellingOf(what: string, given: string): Spelling {
  if (!KEBAB.test(given)) throw new Error(`${what} has to be in kebab-case, not "${given}".`);
  const { className: pascal, propertyName: camel, constantName: constant } = names(given);
  return { kebab: given, pascal, camel, constant, words: given.replaceAll('-', ' ') };
}

export const pluralOf = (kebab: string): string =>
  /[^aeiou]y$/.test(kebab)
    ? kebab.replace(/y$/, 'ies')
    : /(s|x|ch|sh)$/.test(kebab)
      ? `${kebab}es`
      : `${kebab}s`;

/** Words of the language, such as `case` and `return`, name nothing in code. */
export function isReserved(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, undefined, name);
  return scanner.scan() !== ts.SyntaxKind.Identifier;
}
