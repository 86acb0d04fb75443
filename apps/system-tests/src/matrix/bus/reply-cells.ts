import { readFileSync } from 'node:fs';
import { BusClient } from '@onewindow/bus';
import { StreamState, tokenOf, type ParticipantToken } from '@onewindow/contracts';
import { CITY_TOPOLOGY, until } from '@onewindow/tools';
import type { Findings } from '../findings.js';
import { requestOf } from '../http/contract-requests.js';
import { bytesOf } from './bus-caller.js';
import type { Question } from './questions.js';
import { type BusCell, type Speakers } from './speakers.js';

/** Where an answer would do harm: it would be an event, a command, or another's answer. */
const FORGED_REPLIES = [
  'evt.intake.centre.approval-bureau.application-accepted.v1',
  'evt.approval.bureau.intake-centre.case-opened.v1',
  'cmd.approval.bureau.from.intake-centre.confirm.v1',
  'cmd.intake.centre.from.gateway-centre.find-item.v1',
  '_INBOX.provisioner-centre.forged',
  '_INBOX.forged',
  '$JS.API.STREAM.PURGE.EVT_intake_centre',
  'live.intake-centre',
] as const;

/** The broker keeps these to itself and delivers nothing that names them. */
const RESERVED_REPLIES = [
  '$JS.ACK.EVT_intake_centre.approval-bureau.1.1.1.1.1',
  '_R_.forged',
] as const;

const PUBLISHERS = CITY_TOPOLOGY.participants
  .filter(({ service }) =>
    ['intake', 'approval', 'supervision', 'intermediary-market'].includes(service),
  )
  .map(tokenOf);

/** Where every stream ends: a planted message would make it longer. */
const streamEnds = (speakers: Speakers) =>
  Promise.all(
    PUBLISHERS.map(async (publisher) => {
      const client = new BusClient(speakers.caller(publisher).connection);
      const { lastSequence } = await client.ask(StreamState, 'provisioner-centre', {});
      return `${publisher} ${lastSequence}`;
    }),
  );

/** Lines of a participant's log that tell of a reply subject that was not allowed. */
function auditLines({ platform }: Speakers, participant: ParticipantToken): number {
  const log = readFileSync(platform.folder.log(participant), 'utf8');
  return log.split('\n').filter((line) => line.includes('reply-subject-not-allowed')).length;
}

const isNeighbour = ({ from, to }: Question): boolean => {
  const accountOf = (token: ParticipantToken) =>
    CITY_TOPOLOGY.participants.find((each) => tokenOf(each) === token)?.account;
  return accountOf(from) === accountOf(to);
};

/** A request whose answer is to go where its sender has no right to speak. */
export const REPLY_CELLS: readonly BusCell[] = [
  {
    title: 'is dropped and audited when its answer would go elsewhere than to its sender',
    appliesTo: isNeighbour,
    check: async (speakers, question) => {
      const call = await speakers.call(question, {
        body: bytesOf(requestOf(question.contract)),
      });
      const [ends, lines] = [await streamEnds(speakers), auditLines(speakers, question.to)];
      for (const reply of [...FORGED_REPLIES, ...RESERVED_REPLIES, undefined]) {
        speakers.caller(question.from).sendOnly(call, reply);
      }
      const expected = lines + FORGED_REPLIES.length + 1;
      await until('every forged reply subject is audited', async (sighted) => {
        const audited = auditLines(speakers, question.to);
        sighted(audited);
        return audited >= expected ? true : undefined;
      });
      return changed(ends, await streamEnds(speakers));
    },
  },
];

const changed = (before: readonly string[], after: readonly string[]): Findings =>
  after
    .filter((end) => !before.includes(end))
    .map((end) => `a stream has become longer: ${end} after ${before.join(', ')}`);
