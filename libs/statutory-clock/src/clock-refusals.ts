import { defineRefusals } from '@onewindow/kernel';

export const clockRefusals = defineRefusals({
  'calendar-year-not-published': {
    kind: 'unavailable',
    zh: '该年份的放假通知尚未载入，不能判断工作日；请由管理员载入国务院办公厅公布的日历后再办理。',
    en: 'The holiday notice of that year is not loaded, so its working days are unknown; an administrator has to load the published calendar first.',
  },
  'calendar-not-acceptable': {
    kind: 'malformed',
    zh: '日历数据与通知不符，请逐项更正后重新载入。',
    en: 'The calendar does not hold together; correct every point listed and load it again.',
  },
  'clock-not-started': {
    kind: 'conflict',
    zh: '期限尚未起算，不能推算日期。',
    en: 'The term has not started, so there is no date to derive.',
  },
  'clock-event-not-possible': {
    kind: 'unmet',
    zh: '该期限事项不符合规定，请逐项更正。',
    en: 'This cannot be recorded for the clock; correct every point listed.',
  },
});
