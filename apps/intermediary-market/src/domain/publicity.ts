import type { Contract, Delivery, HeldFile, Project } from './project.js';

/**
 * What everybody may read of what the parties gave each other. What public money buys is public with its price; what private
 * money buys is the parties' own business (许可法 5). Of a paper the hash is published, so that who was given it can compare it, and
 * never its name, which its author chose.
 */
export function published({ id, funds, contract, delivery }: Project): {
  readonly contract?: Contract;
  readonly delivery?: Delivery;
} {
  return {
    ...(contract !== undefined &&
      funds === 'state' && {
        contract: { ...contract, file: unnamed(contract.file, contract.number) },
      }),
    ...(delivery !== undefined && {
      delivery: { ...delivery, file: unnamed(delivery.file, `${id}-R`) },
    }),
  };
}

const unnamed = (file: HeldFile, name: string): HeldFile => ({ ...file, name });

/** The files that a project holds: the contract that stands, and the report. */
export const filesOf = ({ contract, delivery }: Project): readonly HeldFile[] => [
  ...(contract === undefined ? [] : [contract.file]),
  ...(delivery === undefined ? [] : [delivery.file]),
];
