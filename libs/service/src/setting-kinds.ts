import { readFileSync } from 'node:fs';
import type { Message, UnmetRule } from '@onewindow/kernel';
import { mistake, type Reading, type Setting } from './settings.js';

/** Makes the value from the text, or throws an error that says in both languages what is wrong. */
export type Parse<Value> = (text: string) => Value;

/** Why a text is not the value that a setting wants; one message for each thing that is wrong. */
export class NotUsable extends Error {
  readonly messages: readonly Message[];

  constructor(...messages: readonly Message[]) {
    super(messages.map((each) => each.en).join(' '));
    this.messages = messages;
  }
}

const MISSING: Message = { zh: '未设置，且没有默认值。', en: 'is not set and has no default.' };

const mistakesOf = (variable: string, error: unknown): readonly UnmetRule[] => {
  const messages =
    error instanceof NotUsable
      ? error.messages
      : [{ zh: `无法读取：${String(error)}`, en: `cannot be read: ${String(error)}` }];
  return messages.map((message) => mistake('setting-usable', variable, message));
};

export function parsed<Value>(variable: string, from: string, parse: Parse<Value>): Reading<Value> {
  try {
    return { value: parse(from) };
  } catch (error) {
    return { mistakes: mistakesOf(variable, error) };
  }
}

/** A variable that has to be set, unless a default is given. */
export function setting<Value>(
  variable: string,
  parse: Parse<Value>,
  fallback?: { readonly default: Value },
): Setting<Value> {
  return {
    variables: [variable],
    read(environment) {
      const found = environment[variable]?.trim();
      if (found !== undefined && found !== '') return parsed(variable, found, parse);
      if (fallback !== undefined) return { value: fallback.default };
      return { mistakes: [mistake('setting-present', variable, MISSING)] };
    },
  };
}

/** Secrets and documents are read from a file, so that they show in no list of processes and no dump of an environment. */
export const fileSetting = <Value>(
  variable: string,
  parse: Parse<Value>,
  fallback?: { readonly default: Value },
): Setting<Value> => setting(variable, (path) => parse(contentOf(path)), fallback);

/** The trimmed text of a file. */
export const contentOf: Parse<string> = (path) => readFileSync(path, 'utf8').trim();

export const text: Parse<string> = (value) => value;

export const json: Parse<unknown> = (value) => JSON.parse(value) as unknown;

export const oneOf =
  <const Choice extends string>(...choices: readonly Choice[]): Parse<Choice> =>
  (value) => {
    const found = choices.find((each) => each === value);
    if (found !== undefined) return found;
    throw new NotUsable({
      zh: `“${value}”不可用，可选：${choices.join('、')}。`,
      en: `"${value}" is not one of ${choices.join(', ')}.`,
    });
  };

export const port: Parse<number> = (value) => {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number <= 65_535) return number;
  throw new NotUsable({
    zh: `“${value}”不是端口号（0 到 65535）。`,
    en: `"${value}" is not a port number (0 to 65535).`,
  });
};

export const countFrom1: Parse<number> = (value) => {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number >= 1) return number;
  throw new NotUsable({
    zh: `“${value}”不是 1 至 999999 的整数。`,
    en: `"${value}" is not a whole number from 1 to 999999.`,
  });
};

export const flag: Parse<boolean> = (value) => oneOf('0', '1')(value) === '1';

export const address =
  (...protocols: readonly string[]): Parse<URL> =>
  (value) => {
    const found = URL.canParse(value) ? new URL(value) : undefined;
    if (found !== undefined && protocols.includes(found.protocol)) return found;
    throw new NotUsable({
      zh: `不是以 ${protocols.join(' 或 ')} 开头的地址。`,
      en: `is not an address that starts with ${protocols.join(' or ')}.`,
    });
  };

/** One address, or several of a cluster separated by commas. */
export const addresses =
  (...protocols: readonly string[]): Parse<string> =>
  (value) =>
    value
      .split(',')
      .map((each) => address(...protocols)(each.trim()).href)
      .join(',');
