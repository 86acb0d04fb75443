/** What a place decides about its market of intermediary services 网上中介服务超市; the law names none of these figures. */
export interface MarketPlaceRules {
  /** Working days for sign-up, the day of the notice not counted. */
  readonly noticeWorkingDays: number;
  /** The same where the owner gives a reason why it is urgent. */
  readonly urgentNoticeWorkingDays: number;
  /** Working days from the award within which both sides sign. */
  readonly contractWorkingDays: number;
  /** How many agencies have to have signed up, by the funds that pay. */
  readonly minimumSignUps: Readonly<Record<'state' | 'private', number>>;
  /** Whether agencies related to the owner, or by their own word to another one that signed up, are kept off the list. */
  readonly excludesRelated: { readonly ofOwner: boolean; readonly ofEachOther: boolean };
  /** The public value that decides draws. It has to appear on every weekday that is a working day. */
  readonly publicValue: {
    readonly publication: string;
    readonly quantity: string;
    readonly form: 'index-points' | 'digits' | 'double-colour-ball' | 'hex';
    readonly where: string;
    /** Time of the day from which it can be known, `HH:MM` in Asia/Shanghai. */
    readonly appearsAt: string;
  };
}

export const DEFAULT_MARKET_RULES: MarketPlaceRules = Object.freeze({
  noticeWorkingDays: 3,
  urgentNoticeWorkingDays: 1,
  contractWorkingDays: 10,
  minimumSignUps: Object.freeze({ state: 3, private: 1 }),
  excludesRelated: Object.freeze({ ofOwner: true, ofEachOther: true }),
  publicValue: Object.freeze({
    publication: '上海证券交易所指数收盘行情',
    quantity: '上证综合指数收盘点位',
    form: 'index-points',
    where: 'https://www.sse.com.cn/market/price/report/',
    appearsAt: '15:00',
  }),
});

type Wanted<Value> = { readonly [Field in keyof Value]: (value: unknown) => boolean };

const whole =
  (most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

const text = (value: unknown): boolean =>
  typeof value === 'string' && /^[^\p{C}\p{Z}](?:[^\p{C}]{0,198}[^\p{C}\p{Z}])?$/u.test(value);

const flag = (value: unknown): boolean => typeof value === 'boolean';

const FORMS: readonly unknown[] = ['index-points', 'digits', 'double-colour-ball', 'hex'];

const wantedValue: Wanted<MarketPlaceRules['publicValue']> = {
  publication: text,
  quantity: text,
  form: (value) => FORMS.includes(value),
  where: text,
  appearsAt: (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
};

const wanted: Wanted<MarketPlaceRules> = {
  noticeWorkingDays: whole(30),
  urgentNoticeWorkingDays: whole(30),
  contractWorkingDays: whole(60),
  minimumSignUps: (value) => fits(value, { state: whole(100), private: whole(100) }, true),
  excludesRelated: (value) => fits(value, { ofOwner: flag, ofEachOther: flag }, true),
  publicValue: (value) => fits(value, wantedValue, true),
};

/** Whether a place's own rules can be laid over the defaults: known fields only; those that are lists of their own are complete. */
export const areMarketRules = (value: unknown): boolean => fits(value, wanted, false);

function fits(
  value: unknown,
  fields: Readonly<Record<string, (field: unknown) => boolean>>,
  complete: boolean,
): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = Object.entries(value);
  return (
    given.every(([name, each]) => Object.hasOwn(fields, name) && fields[name]?.(each) === true) &&
    (!complete || given.length === Object.keys(fields).length)
  );
}
