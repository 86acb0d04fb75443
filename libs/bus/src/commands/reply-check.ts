import { participantBy, type ParticipantToken, type Topology } from '@onewindow/contracts';
import { inboxPrefix } from '../subjects.js';

const PLAIN_SUBJECT = /^[A-Za-z0-9_$-]+(?:\.[A-Za-z0-9_$-]+)+$/;

/**
 * Whether an answer may go to a reply subject. A caller chooses it freely, and an answer sent to an event or to another
 * command would be this service saying something it never said. A caller of another account is answered through the
 * broker's own mapping.
 */
export function replyAllowed(
  reply: string | undefined,
  caller: ParticipantToken,
  self: ParticipantToken,
  topology: Topology,
): reply is string {
  if (reply === undefined || !PLAIN_SUBJECT.test(reply)) return false;
  const account = participantBy(topology, caller)?.account;
  const isNeighbour = account !== undefined && account === participantBy(topology, self)?.account;
  return isNeighbour
    ? reply.startsWith(`${inboxPrefix(caller, 'commands')}.`)
    : reply.startsWith('_R_.');
}
