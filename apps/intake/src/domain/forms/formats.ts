import { readCreditCode, readResidentIdentityNumber } from '@onewindow/identifiers';
import { isLegalDate, legalDate, type Message } from '@onewindow/kernel';

/** A form of text that is checked by its own rule, and what it is called. */
export interface Format extends Message {
  readonly isValid: (text: string) => boolean;
}

/** An answer is kept as it is given: blanks and small letters are not put right in silence. */
const AS_PRINTED = /^[0-9A-Z]+$/;

/** Whether somebody is born yet is not the form's to judge: the same answers are read again later. */
const LAST_DAY = legalDate('9999-12-31');

/** The formats that a field may name; there are no others. */
export const FORMATS: Readonly<Record<string, Format>> = {
  date: { zh: '日期，如 2026-05-08', en: 'a date such as 2026-05-08', isValid: isLegalDate },
  'credit-code': {
    zh: '18位统一社会信用代码',
    en: 'a unified social credit code of 18 characters',
    isValid: (text) => AS_PRINTED.test(text) && readCreditCode(text).ok,
  },
  'resident-identity': {
    zh: '18位居民身份证号码',
    en: 'a resident identity number of 18 characters',
    isValid: (text) =>
      AS_PRINTED.test(text) && readResidentIdentityNumber(text, { on: LAST_DAY }).ok,
  },
  phone: {
    zh: '电话号码，如 13900000000 或 0531-86000000',
    en: 'a telephone number such as 13900000000 or 0531-86000000',
    isValid: (text) => /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/.test(text),
  },
  'postal-code': {
    zh: '6位邮政编码',
    en: 'a postal code of six digits',
    isValid: (text) => /^\d{6}$/.test(text),
  },
  email: {
    zh: '电子邮箱地址',
    en: 'an e-mail address',
    isValid: (text) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  },
};
