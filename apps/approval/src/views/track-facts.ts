import { legalDateAt } from '@onewindow/kernel';
import type { JournalStep } from '@onewindow/service';
import type { Decision } from '../domain/track/track-contents.js';
import type { TrackEvent } from '../domain/track/track-events.js';
import type { Track } from '../domain/track/track.js';
import { procedureName } from './procedure-names.js';
import { agencyOf, onTrack, say, THE_LAW, THE_WINDOW, type Tellers } from './telling.js';

/** What happened to a track, in the words of an applicant. */
export const trackFacts = {
  'track-opened': 'unsaid',
  'task-assigned': 'unsaid',
  'task-released': 'unsaid',
  'green-lane-marked': 'unsaid',
  // What the public does not learn is between the agency and its records.
  'decision-protected': 'unsaid',
  'special-procedure-started': (fact) =>
    onTrack(fact, (track) => {
      const procedure = track.specialProcedures.find(
        ({ noticeNumber }) => noticeNumber === noticeIn(fact.payload),
      );
      if (procedure === undefined) return 'unsaid';
      const name = procedureName(track, procedure);
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
  'due-dates-moved': (fact) =>
    onTrack(fact, (track) =>
      say(
        THE_LAW,
        `工作日历发布或更正，“${track.itemName}”的办理期限重新推导。`,
        `"${track.itemName}": a calendar was published or amended, and the dates were derived anew.`,
        { item: track.item },
      ),
    ),
  'opinion-recorded': (fact) =>
    onTrack(fact, (track) =>
      say(
        agencyOf(track),
        `“${track.itemName}”审查完毕，等待决定。`,
        `"${track.itemName}": the review is complete; the decision is next.`,
        { item: track.item },
      ),
    ),
  'departments-consulted': (fact) =>
    onTrack(fact, (track) => {
      const count = String((fact.payload.departments as readonly unknown[]).length);
      return say(
        agencyOf(track),
        `就“${track.itemName}”征求 ${count} 个部门的意见，办理期限照常计算。`,
        `"${track.itemName}": ${count} departments were asked for their opinion; the term runs on.`,
        { item: track.item },
      );
    }),
  'party-to-be-heard': 'unsaid',
  'decision-drafted': 'unsaid',
  'draft-reviewed': 'unsaid',
  'site-visit-completed': 'unsaid',
  'track-decided': (fact) =>
    onTrack(fact, (track) => {
      const decision = decisionIn(fact.payload, track);
      if (decision === undefined) return 'unsaid';
      const { outcome, number, decidedAt } = decision;
      return say(
        agencyOf(track),
        `对“${track.itemName}”作出${outcome === 'granted' ? '准予' : '不予'}行政许可决定（${number}）。`,
        `"${track.itemName}" was ${outcome} (decision ${number}).`,
        { item: track.item, at: decidedAt },
      );
    }),
  'decision-numbered': 'unsaid',
  'service-noted': 'unsaid',
  'decision-served': (fact) =>
    onTrack(fact, (track) => {
      const { served } = fact.payload as unknown as Extract<
        TrackEvent,
        { type: 'decision-served' }
      >;
      const runs = served.terms !== undefined;
      if (served.revision !== undefined) {
        const on = legalDateAt(served.servedAt);
        return say(
          THE_WINDOW,
          `更正了对“${track.itemName}”的决定书（${served.paper}）的送达记录：${on} 送达${runs ? '，申请复议和起诉的期限自该日重新推算' : ''}。`,
          `The record of service of the decision on "${track.itemName}" (${served.paper}) was corrected: it was served on ${on}${runs ? ', and the terms of both appeal routes are counted from there' : ''}.`,
          { item: track.item },
        );
      }
      return say(
        THE_WINDOW,
        `对“${track.itemName}”的决定书（${served.paper}）已送达${runs ? '，申请复议和起诉的期限自次日起计算' : ''}。`,
        `The decision on "${track.itemName}" (${served.paper}) was served${runs ? '; the terms of both appeal routes run from the next day' : ''}.`,
        { item: track.item, at: served.servedAt },
      );
    }),
  'track-reopened': (fact) =>
    onTrack(fact, (track) => {
      const number = fact.payload.documentNumber;
      const reopening = track.reopenings?.find(({ order }) => order.documentNumber === number);
      if (reopening === undefined) return 'unsaid';
      const { order, quashed, reopenedAt } = reopening;
      return say(
        agencyOf(track),
        `对“${track.itemName}”的决定（${quashed.number}）被${order.body}${order.documentNumber}撤销，责令重新作出，办理期限自 ${order.effectiveOn} 起重新起算。`,
        `"${track.itemName}": decision ${quashed.number} was quashed by ${order.body} (${order.documentNumber}) and is to be made anew; the term began anew on ${order.effectiveOn}.`,
        { item: track.item, at: reopenedAt },
      );
    }),
  'track-withdrawn': (fact) =>
    onTrack(fact, (track) =>
      say(
        { role: 'applicant', organisation: fact.file.of.applicant.name },
        `撤回“${track.itemName}”的申请：${track.withdrawal?.reason ?? ''}`,
        `"${track.itemName}" was withdrawn: ${track.withdrawal?.reason ?? ''}`,
        { item: track.item },
      ),
    ),
  'track-transferred': (fact) =>
    onTrack(fact, ({ item, itemName, transferredUp }) => {
      if (transferredUp === undefined) return 'unsaid';
      const { fromName, toName } = transferredUp;
      return say(
        agencyOf({ agencyName: fromName }),
        `“${itemName}”初审完毕，初审意见和全部材料已直接报送${toName}，由其作出决定；您无需重复提供材料（行政许可法 35）。`,
        `"${itemName}": the first review is over; its opinion and all materials were reported to ${toName}, which decides. Nothing has to be handed in again (行政许可法 35).`,
        { item },
      );
    }),
  'delay-explained': (fact) =>
    onTrack(fact, (track) => {
      if (track.delay === undefined) return 'unsaid';
      return say(
        agencyOf(track),
        `说明“${track.itemName}”超过承诺时限的理由：${track.delay.reason}`,
        `"${track.itemName}": the reason why the promised term was not kept: ${track.delay.reason}`,
        { item: track.item },
      );
    }),
  'term-warning': 'unsaid',
  'promised-warning': 'unsaid',
  'promised-missed': (fact) =>
    onTrack(fact, ({ item, itemName, promisedMissedAt, agencyName }) =>
      say(
        agencyOf({ agencyName }),
        `“${itemName}”的承诺时限已过，尚未作出决定，须公开说明理由（优化营商环境条例 36）。`,
        `"${itemName}": the promised term passed without a decision; the reason has to be published (优化营商环境条例 36).`,
        { item, ...(promisedMissedAt !== undefined && { at: promisedMissedAt }) },
      ),
    ),
  'stage-completed': 'unsaid',
  'stage-returned': 'unsaid',
  'answers-recorded': 'unsaid',
  'stage-overdue': 'unsaid',
  'earlier-result': 'unsaid',
  'stage-terms-moved': 'unsaid',
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

/** The decision that the fact is about: one that was quashed since was made all the same. */
function decisionIn(payload: JournalStep['payload'], track: Track): Decision | undefined {
  const told = payload.decision as { readonly number?: unknown } | undefined;
  const made = [...(track.reopenings ?? []).map(({ quashed }) => quashed), track.decision];
  return made.find((each) => each?.number === told?.number);
}

/** The notice as approval keeps it, or as it tells it. */
function noticeIn(payload: JournalStep['payload']): unknown {
  const { noticeNumber, procedure } = payload;
  if (typeof noticeNumber === 'string') return noticeNumber;
  return (procedure as { readonly noticeNumber?: unknown } | undefined)?.noticeNumber;
}
