import { holds } from '@onewindow/kernel';
import { gather } from '../findings.js';
import { always, validCall, type Cell } from './door.js';
import type { RoutedContract } from './http-call.js';

const asksForARole = ({ permitted }: RoutedContract) => typeof permitted !== 'string';

/** Faults of the one who asks; `forged` are sessions of a permitted person that must not hold. */
export const rightCells = (
  forged: (contract: RoutedContract) => Promise<Readonly<Record<string, string>>>,
): readonly Cell[] => [
  {
    title: 'is refused to everybody whose roles do not permit it',
    appliesTo: asksForARole,
    check: (door, contract) => {
      const roles = typeof contract.permitted === 'string' ? [] : contract.permitted;
      const others = door.visitors.filter(({ person }) => !holds(person, ...roles));
      if (others.length === 0) return Promise.resolve(['there is nobody without the right']);
      return gather(others, (visitor) =>
        door.refusal(visitor.person.id, validCall(contract), visitor, {
          status: 403,
          code: 'not-permitted',
        }),
      );
    },
  },
  {
    title: 'is refused without a session',
    appliesTo: asksForARole,
    check: (door, contract) =>
      door.refusal('nobody', validCall(contract), undefined, {
        status: 401,
        code: 'not-signed-in',
      }),
  },
  {
    title: 'is refused with a session that does not hold',
    appliesTo: always,
    check: async (door, contract) => {
      const call = validCall(contract);
      return gather(Object.entries(await forged(contract)), ([what, token]) => {
        const headers = { ...call.headers, authorization: `Bearer ${token}` };
        return door.refusal(`a session that ${what}`, { ...call, headers }, undefined, {
          status: 401,
          code: 'session-invalid',
        });
      });
    },
  },
];
