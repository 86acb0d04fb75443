import type { LegalDate } from '@onewindow/kernel';
import { SPECIAL_PROCEDURES } from '@onewindow/statutory-clock';
import type { Exclusion } from '@onewindow/statutory-clock';
import type { CaseSuspension } from './clock-case.js';
import type { Findings } from './findings.js';
import { isRecord, quoted } from './raw-case.js';
import type { RawCase } from './raw-case.js';

/** The suspensions of a case, each checked by itself so that every mistake is named. */
export function readSuspensions(
  raw: RawCase,
  start: LegalDate | undefined,
  findings: Findings,
): CaseSuspension[] {
  const given = raw['suspensions'] ?? [];
  if (!Array.isArray(given)) {
    findings.add(
      'suspensions-are-a-list',
      'suspensions',
      '暂停须是一个列表。',
      'The suspensions must be a list.',
    );
    return [];
  }
  return given.flatMap((each: unknown, at) => {
    const read = isRecord(each) ? readSuspension(each, `suspensions.${at}`, start, findings) : null;
    if (!isRecord(each)) {
      findings.add(
        'suspension-is-an-object',
        `suspensions.${at}`,
        '每次暂停须是一个对象。',
        'Every suspension must be an object.',
      );
    }
    return read === null ? [] : [read];
  });
}

function readSuspension(
  raw: RawCase,
  path: string,
  start: LegalDate | undefined,
  findings: Findings,
): CaseSuspension | null {
  const exclusion = readProcedure(raw, path, findings);
  const from = findings.day(raw['from'], `${path}.from`)?.date;
  const to = findings.day(raw['to'], `${path}.to`)?.date;
  if (from !== undefined && to !== undefined && to < from) {
    findings.add(
      'suspension-ends-after-it-begins',
      `${path}.to`,
      `暂停的结束日 ${to} 早于开始日 ${from}。`,
      `The suspension ends on ${to}, before it begins on ${from}.`,
    );
  }
  if (from !== undefined && start !== undefined && from < start) {
    findings.add(
      'suspended-not-before-start',
      `${path}.from`,
      `暂停开始日 ${from} 早于起算日 ${start}。`,
      `The suspension begins on ${from}, before the start on ${start}.`,
    );
  }
  if (exclusion === null || from === undefined || to === undefined) return null;
  return { exclusion, from, to, notified: isNotified(raw) };
}

/** One of the eight, or one that names the article of the item's own law. */
function readProcedure(raw: RawCase, path: string, findings: Findings): Exclusion | null {
  const kind = quoted(raw['kind']);
  const known = SPECIAL_PROCEDURES.find(
    ({ procedure, name }) => procedure === kind || name.zh === kind,
  );
  if (known !== undefined) return known;
  const article = raw['article'];
  if (typeof raw['kind'] === 'string' && typeof article === 'string' && article.trim() !== '') {
    return { procedure: kind, name: { zh: kind, en: kind }, article };
  }
  const possible = SPECIAL_PROCEDURES.map(({ name }) => name.zh).join('、');
  findings.add(
    'procedure-stops-the-clock',
    `${path}.kind`,
    `“${kind}”不能停止计时；法定程序为：${possible}；其他须以 article 注明事项法律的条款。`,
    `"${kind}" does not stop the clock; the eight are: ${possible}; any other needs the article of the item's law in "article".`,
    '行政许可法 45',
  );
  return null;
}

/** Notified unless the case says otherwise. */
const isNotified = (suspension: RawCase): boolean =>
  ['notified', 'notice', 'notifiedOn', 'writtenNotice'].every(
    (field) => !NOT_GIVEN.has(suspension[field]),
  );

const NOT_GIVEN: ReadonlySet<unknown> = new Set([false, null, '']);
