import type { JournalStep } from '@onewindow/service';
import type { TrackEvent } from '../domain/track/track.js';
import { procedureName } from './procedure-names.js';
import { agencyOf, onTrack, say, THE_LAW, type Tellers } from './telling.js';

/** What happened to a track, in the words of an applicant. */
export const trackFacts = {
  'track-opened': 'unsaid',
  'special-procedure-started': (fact) =>
    onTrack(fact, (track) => {
      const procedure = track.specialProcedures.find(
        ({ noticeNumber }) => noticeNumber === noticeIn(fact.payload),
      );
      if (procedure === undefined) return 'unsaid';
      const name = procedureName(procedure.procedure);
      return say(
        agencyOf(track),
        `“${track.itemName}”进入特别程序：${name.zh}（告知书 ${procedure.noticeNumber}），由${procedure.carriedOutBy}承担，所需时间不计入办理期限。`,
        `"${track.itemName}": ${name.en} began (notice ${procedure.noticeNumber}), carried out by ${procedure.carriedOutBy}; its time does not count.`,
        { item: track.item },
      );
    }),
  'special-procedure-ended': (fact) =>
    onTrack(fact, (track) =>
      say(
        agencyOf(track),
        `“${track.itemName}”的特别程序结束，办理期限重新推导。`,
        `"${track.itemName}": the special procedure ended; the date was derived anew.`,
        { item: track.item },
      ),
    ),
  'term-extended': (fact) =>
    onTrack(fact, (track) => {
      if (track.extension === undefined) return 'unsaid';
      const { days, noticeNumber, reason } = track.extension;
      return say(
        agencyOf(track),
        `“${track.itemName}”经批准延长办理期限 ${String(days)} 日（延期告知书 ${noticeNumber}）：${reason}`,
        `"${track.itemName}": the term was extended by ${String(days)} days (notice ${noticeNumber}): ${reason}`,
        { item: track.item },
      );
    }),
  'opinion-recorded': (fact) =>
    onTrack(fact, (track) =>
      say(
        agencyOf(track),
        `“${track.itemName}”审查完毕，等待决定。`,
        `"${track.itemName}": the review is complete; the decision is next.`,
        { item: track.item },
      ),
    ),
  'site-visit-completed': 'unsaid',
  'track-decided': (fact) =>
    onTrack(fact, (track) => {
      if (track.decision === undefined) return 'unsaid';
      const { outcome, number, decidedAt } = track.decision;
      return say(
        agencyOf(track),
        `对“${track.itemName}”作出${outcome === 'granted' ? '准予' : '不予'}行政许可决定（${number}）。`,
        `"${track.itemName}" was ${outcome} (decision ${number}).`,
        { item: track.item, at: decidedAt },
      );
    }),
  'term-warning': 'unsaid',
  'term-missed': (fact) =>
    onTrack(fact, (track) =>
      say(
        THE_LAW,
        `“${track.itemName}”的法定期限已过，尚未作出决定。`,
        `"${track.itemName}": the statutory term passed without a decision.`,
        { item: track.item, ...(track.missedAt !== undefined && { at: track.missedAt }) },
      ),
    ),
} satisfies Tellers<TrackEvent>;

/** The notice as approval keeps it, or as it tells it. */
function noticeIn(payload: JournalStep['payload']): unknown {
  const { noticeNumber, procedure } = payload;
  if (typeof noticeNumber === 'string') return noticeNumber;
  return (procedure as { readonly noticeNumber?: unknown } | undefined)?.noticeNumber;
}
