import type { Message } from '@onewindow/kernel';
import type { Holiday, YearTable } from './year-table.js';
import { legalDate } from '@onewindow/kernel';

const NEW_YEAR: Message = { zh: '元旦', en: 'New Year' };
const SPRING_FESTIVAL: Message = { zh: '春节', en: 'Spring Festival' };
const QINGMING: Message = { zh: '清明节', en: 'Qingming Festival' };
const LABOUR_DAY: Message = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT: Message = { zh: '端午节', en: 'Dragon Boat Festival' };
const MID_AUTUMN: Message = { zh: '中秋节', en: 'Mid-Autumn Festival' };
const NATIONAL_DAY: Message = { zh: '国庆节', en: 'National Day' };
const NATIONAL_DAY_AND_MID_AUTUMN: Message = {
  zh: '国庆节、中秋节',
  en: 'National Day and Mid-Autumn Festival',
};

const holiday = (name: Message, from: string, to: string = from): Holiday => ({
  name,
  from: legalDate(from),
  to: legalDate(to),
});

const notice = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知`;

/** The national calendars that ship with the platform; an administrator loads later years. */
export const PUBLISHED_YEARS: readonly YearTable[] = [
  {
    year: 2024,
    version: 1,
    source: { title: notice(2024), documentNumber: '国办发明电〔2023〕7号' },
    holidays: [
      holiday(NEW_YEAR, '2024-01-01'),
      holiday(SPRING_FESTIVAL, '2024-02-10', '2024-02-17'),
      holiday(QINGMING, '2024-04-04', '2024-04-06'),
      holiday(LABOUR_DAY, '2024-05-01', '2024-05-05'),
      holiday(DRAGON_BOAT, '2024-06-10'),
      holiday(MID_AUTUMN, '2024-09-15', '2024-09-17'),
      holiday(NATIONAL_DAY, '2024-10-01', '2024-10-07'),
    ],
    makeUpWorkdays: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ].map(legalDate),
    workingDayCount: 251,
  },
  {
    year: 2025,
    version: 1,
    source: { title: notice(2025), documentNumber: '国办发明电〔2024〕12号' },
    holidays: [
      holiday(NEW_YEAR, '2025-01-01'),
      holiday(SPRING_FESTIVAL, '2025-01-28', '2025-02-04'),
      holiday(QINGMING, '2025-04-04', '2025-04-06'),
      holiday(LABOUR_DAY, '2025-05-01', '2025-05-05'),
      holiday(DRAGON_BOAT, '2025-05-31', '2025-06-02'),
      holiday(NATIONAL_DAY_AND_MID_AUTUMN, '2025-10-01', '2025-10-08'),
    ],
    makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(
      legalDate,
    ),
    workingDayCount: 248,
  },
  {
    year: 2026,
    version: 1,
    source: {
      title: notice(2026),
      documentNumber: '国办发明电〔2025〕7号',
      issuedOn: legalDate('2025-11-04'),
    },
    holidays: [
      holiday(NEW_YEAR, '2026-01-01', '2026-01-03'),
      holiday(SPRING_FESTIVAL, '2026-02-15', '2026-02-23'),
      holiday(QINGMING, '2026-04-04', '2026-04-06'),
      holiday(LABOUR_DAY, '2026-05-01', '2026-05-05'),
      holiday(DRAGON_BOAT, '2026-06-19', '2026-06-21'),
      holiday(MID_AUTUMN, '2026-09-25', '2026-09-27'),
      holiday(NATIONAL_DAY, '2026-10-01', '2026-10-07'),
    ],
    makeUpWorkdays: [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ].map(legalDate),
    workingDayCount: 248,
  },
];
