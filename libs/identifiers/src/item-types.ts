import type { Message } from '@onewindow/kernel';

/** Digits 3 and 4 of a basic code: what kind of service item 事项类型 it is. */
export const ITEM_TYPES: Readonly<Record<string, Message>> = {
  '01': { zh: '行政许可', en: 'administrative licence' },
  '02': { zh: '行政处罚', en: 'administrative penalty' },
  '03': { zh: '行政强制', en: 'administrative coercion' },
  '04': { zh: '行政征收', en: 'administrative levy' },
  '05': { zh: '行政给付', en: 'administrative benefit' },
  '06': { zh: '行政检查', en: 'administrative inspection' },
  '07': { zh: '行政确认', en: 'administrative confirmation' },
  '08': { zh: '行政奖励', en: 'administrative reward' },
  '09': { zh: '行政裁决', en: 'administrative adjudication' },
  '10': { zh: '其他行政权力', en: 'other administrative power' },
  '20': { zh: '公共服务', en: 'public service' },
  '99': { zh: '其它', en: 'other' },
};

/** Digit 19 of an implementation code: at which level of government the item is exercised 行使层级. */
export const EXERCISE_LEVELS: Readonly<Record<string, Message>> = {
  '1': { zh: '国家级', en: 'national' },
  '2': { zh: '省级', en: 'province' },
  '3': { zh: '市级', en: 'prefecture' },
  '4': { zh: '县级', en: 'county' },
  '5': { zh: '乡镇（街道）级', en: 'township' },
  '6': { zh: '村（社区）级', en: 'village' },
};
