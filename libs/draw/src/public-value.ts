import type { Instant, Message } from '@onewindow/kernel';

interface Form extends Message {
  readonly fits: (value: string) => boolean;
  readonly example: string;
}

/**
 * How a public value is written. Each form allows one spelling of what was published: whoever could choose among
 * spellings could choose among results.
 */
export const PUBLIC_VALUE_FORMS = {
  'double-colour-ball': {
    zh: '双色球开奖号码：六个红球由小到大，“+”，蓝球，各两位数',
    en: 'double colour ball: six red numbers ascending, "+", the blue number, two digits each',
    example: '03 07 12 19 26 31 + 09',
    fits: isDoubleColourBall,
  },
  'index-points': {
    zh: '指数点位：两位小数，不加分隔符',
    en: 'points of an index: two decimals, no separators',
    example: '3245.67',
    fits: (value) => /^(0|[1-9]\d{0,8})\.\d{2}$/.test(value),
  },
  digits: {
    zh: '开奖数字：按公布次序，不加空格',
    en: 'digits in the order in which they were published, without blanks',
    example: '48213',
    fits: (value) => /^\d{3,80}$/.test(value),
  },
  hex: {
    zh: '随机信标：十六进制小写',
    en: 'value of a randomness beacon in small hexadecimal digits',
    example: '8f4e0c6a9b2d7135',
    fits: (value) => /^([0-9a-f]{2}){8,128}$/.test(value),
  },
} as const satisfies Readonly<Record<string, Form>>;

export type PublicValueForm = keyof typeof PUBLIC_VALUE_FORMS;

/** What the notice says beforehand about the value, so that nobody can choose it afterwards. */
export interface NamedPublicValue {
  /** The publication: `中国福利彩票双色球开奖公告`. */
  readonly publication: string;
  /** Which one of them, by number or date: `2026132`. */
  readonly issue: string;
  /** What is read from it: `红球和蓝球号码`. */
  readonly quantity: string;
  readonly form: PublicValueForm;
  /** The earliest moment at which the value can be known; after closing. */
  readonly appearsAt: Instant;
  /** Where anybody can look it up: an address or a place. */
  readonly where: string;
}

/** The value as it was read, with where it was read. */
export interface ReadPublicValue {
  readonly publication: string;
  readonly issue: string;
  /** Written in the form that the notice names. */
  readonly value: string;
  readonly readAt: Instant;
}

export const isPublicValueForm = (text: unknown): text is PublicValueForm =>
  typeof text === 'string' && Object.hasOwn(PUBLIC_VALUE_FORMS, text);

export const fitsForm = (value: string, form: PublicValueForm): boolean =>
  PUBLIC_VALUE_FORMS[form].fits(value);

function isDoubleColourBall(value: string): boolean {
  if (!/^(\d{2} ){6}\+ \d{2}$/.test(value)) return false;
  const [red = '', blue = ''] = value.split(' + ');
  const reds = red.split(' ').map(Number);
  return (
    reds.every((ball, i) => ball > (reds[i - 1] ?? 0) && ball <= 33) &&
    Number(blue) >= 1 &&
    Number(blue) <= 16
  );
}
