import { commandSubject } from '@onewindow/bus';
import { tokenOf } from '@onewindow/contracts';
import { CITY_TOPOLOGY } from '@onewindow/tools';
import { gather } from '../findings.js';
import { requestOf } from '../http/contract-requests.js';
import { bytesOf, NOBODY_ANSWERED } from './bus-caller.js';
import { always, type BusCell } from './speakers.js';

/** Who may ask is enforced by the broker: nobody else's message ever arrives. */
export const CALLER_CELLS: readonly BusCell[] = [
  {
    title:
      'is refused by the broker to participants whom the contract does not name, and under another’s name',
    appliesTo: always,
    check: (speakers, question) => {
      const { contract, from, to } = question;
      const strangers = CITY_TOPOLOGY.participants.filter(
        (each) => tokenOf(each) !== to && !contract.callers.includes(each.service),
      );
      const cases = strangers.flatMap((each) => {
        const stranger = tokenOf(each);
        return [stranger, from].map((name) => ({ stranger, name }));
      });
      return gather(cases, async ({ stranger, name }) => {
        const call = await speakers.call(question, { body: bytesOf(requestOf(contract)) });
        const subject = commandSubject(contract, to, name);
        const { silence, text } = await speakers.caller(stranger).ask({ ...call, subject });
        if (silence === undefined) return [`${stranger} as ${name} was answered ${text}`];
        return silence === NOBODY_ANSWERED ? [`${stranger} as ${name} was kept waiting`] : [];
      });
    },
  },
];
