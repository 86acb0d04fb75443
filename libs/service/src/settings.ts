import { defineRefusals, type Message, type Refusal, type UnmetRule } from '@onewindow/kernel';

/** Environment variables as a process finds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One typed setting: reads its variables and answers with its value or with everything that is wrong. */
export interface Setting<Value> {
  /** The variables it reads, for messages and for the documentation. */
  readonly variables: readonly string[];
  read(environment: Environment): Reading<Value>;
}

export type Reading<Value> =
  { readonly value: Value } | { readonly mistakes: readonly UnmetRule[] };

type ValuesOf<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};
export type SettingTable = Readonly<Record<string, Setting<unknown>>>;

/** A rule over several settings; it sees only what could be read. */
export type SettingCheck<Values> = (values: Partial<Values>) => readonly UnmetRule[];

export const settingRefusals = defineRefusals({
  'configuration-not-usable': {
    kind: 'unmet',
    zh: '配置有误，服务未启动；请一次改正下列各项后重新启动。',
    en: 'The configuration is not usable and nothing was started; correct everything listed below and start again.',
  },
});

/** Reads every setting and reports every mistake together: nobody should discover them one start at a time. */
export function readSettings<const Table extends SettingTable>(
  environment: Environment,
  table: Table,
  checks: readonly SettingCheck<ValuesOf<Table>>[] = [],
): ValuesOf<Table> {
  const values: Record<string, unknown> = {};
  const mistakes: UnmetRule[] = [];
  for (const [name, setting] of Object.entries(table)) {
    const reading = setting.read(environment);
    if ('value' in reading) values[name] = reading.value;
    else mistakes.push(...reading.mistakes);
  }
  for (const check of checks) mistakes.push(...check(values as Partial<ValuesOf<Table>>));
  if (mistakes.length > 0) throw settingRefusals.refuse('configuration-not-usable', mistakes);
  return values as ValuesOf<Table>;
}

export const mistake = (rule: string, variable: string, message: Message): UnmetRule => ({
  rule,
  path: variable,
  message: { zh: `${variable}：${message.zh}`, en: `${variable}: ${message.en}` },
});

/** A refused configuration as a person at a terminal reads it, in both languages. */
export const mistakesAsText = ({ messages, unmet }: Refusal): string =>
  (['zh', 'en'] as const)
    .map((language) =>
      [messages[language], ...unmet.map((each) => `  - ${each.message[language]}`)].join('\n'),
    )
    .join('\n');
