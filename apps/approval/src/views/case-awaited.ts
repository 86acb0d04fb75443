import type { AwaitedStep } from '@onewindow/contracts';
import { legalDateAt, startOfDay } from '@onewindow/kernel';
import { datesOf } from '../domain/track/track-clock.js';
import type { SpecialProcedure } from '../domain/track/track-contents.js';
import type { Track } from '../domain/track/track.js';
import type { TrackStatus } from '../domain/track/track-lifecycle.js';
import { agencyOf, departmentOf, THE_WINDOW } from './telling.js';
import type { Followed } from './followed.js';
import { procedureName } from './procedure-names.js';

/** What the case waits for now, from whom, and until when. */
export function awaited(followed: Followed): AwaitedStep[] {
  const { file } = followed;
  return [
    ...file.tracks.flatMap((track) => AWAITED[track.status](track, followed)),
    ...inspections(followed),
    ...services(followed),
    ...acknowledgements(followed),
    ...dispatch(followed),
  ];
}

type Awaiting = (track: Track, followed: Followed) => AwaitedStep[];

const nothing: Awaiting = () => [];

const AWAITED: Readonly<Record<TrackStatus, Awaiting>> = {
  'in-review': (track, followed) => [
    decision(
      track,
      followed,
      `审查“${track.itemName}”并作出决定`,
      `Reviews "${track.itemName}" and decides`,
    ),
  ],
  suspended: (track) =>
    track.specialProcedures
      .filter(({ ended }) => ended === undefined)
      .map((procedure) => procedureEnd(track, procedure)),
  reviewed: (track, followed) => [
    decision(track, followed, `对“${track.itemName}”作出决定`, `Decides on "${track.itemName}"`),
  ],
  withdrawn: nothing,
  granted: nothing,
  refused: nothing,
};

const decision = (track: Track, { file, counting }: Followed, zh: string, en: string) => ({
  who: { ...agencyOf(track) },
  what: { zh, en },
  since: file.of.acceptedAt,
  due: datesOf(track.terms, track.clock, counting).statutory,
  date: 'statutory',
  item: track.item,
});

function procedureEnd(track: Track, procedure: SpecialProcedure): AwaitedStep {
  const name = procedureName(track, procedure);
  const announced = track.clock.find(
    (each) => each.type === 'suspended' && each.notice === procedure.noticeNumber,
  );
  return {
    who: { role: 'intermediary', organisation: procedure.carriedOutBy },
    what: {
      zh: `完成“${track.itemName}”的${name.zh}（告知书 ${procedure.noticeNumber}）`,
      en: `Completes the ${name.en} for "${track.itemName}" (notice ${procedure.noticeNumber})`,
    },
    since: startOfDay(procedure.from),
    ...(announced?.type === 'suspended' && { due: { due: announced.expectedUntil } }),
    item: track.item,
  };
}

const inspections = ({ file, journal }: Followed): AwaitedStep[] =>
  file.inspections
    .filter(({ status }) => status !== 'completed')
    .map(({ inspectionId, scheduledAt }) => ({
      who: { role: 'inspectors', organisation: file.tracks[0]?.agencyName ?? '' },
      what: { zh: '进行现场踏勘', en: 'Inspect the premises' },
      since:
        journal.find(({ aggregateId }) => aggregateId === inspectionId)?.occurredAt ??
        file.of.acceptedAt,
      due: { due: legalDateAt(scheduledAt) },
    }));

const services = ({ file, licences }: Followed): AwaitedStep[] =>
  file.tracks.flatMap(({ item, licence, decision: decided }) => {
    const issued = licences.find(({ number }) => number === licence?.number);
    if (issued === undefined || decided === undefined || issued.servedAt !== undefined) return [];
    return [
      {
        who: { ...THE_WINDOW },
        what: { zh: `送达《${issued.name}》`, en: `Serves "${issued.name}"` },
        since: decided.decidedAt,
        due: issued.serveBy,
        date: 'certificate',
        item,
      },
    ];
  });

const acknowledgements = ({ file }: Followed): AwaitedStep[] =>
  file.handovers.flatMap(({ status, sentAt, acknowledgeBy, department, item, itemName }) =>
    status !== 'sent' || sentAt === undefined
      ? []
      : [
          {
            who: { ...departmentOf(department) },
            what: {
              zh: `签收“${itemName}”的决定`,
              en: `Acknowledges the decision on "${itemName}"`,
            },
            since: sentAt,
            ...(acknowledgeBy && { due: acknowledgeBy }),
            date: 'handover',
            item,
          },
        ],
  );

const dispatch = ({ file: { of } }: Followed): AwaitedStep[] =>
  of.status !== 'decided' || of.decidedAt === undefined
    ? []
    : [
        {
          who: { ...THE_WINDOW },
          what: { zh: '将全部结果一并送达', en: 'Hands all results out together' },
          since: of.decidedAt,
        },
      ];
