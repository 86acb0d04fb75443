import type { Instant } from '@onewindow/kernel';
import {
  proposeContract as decideProposal,
  returnContract as decideReturn,
  signContract as decideSignature,
} from '../domain/contract.js';
import { instantAfter, type WireDate } from '../domain/terms.js';
import { CONTRACT_DEADLINE, DELIVERY_DEADLINE, PROJECT } from './aggregates.js';
import { awardedProject, ownProject, personOf } from './own-records.js';
import type { Asking, MarketDependencies } from './ports.js';

interface Of {
  readonly projectNumber: string;
}

/** The awarded agency hands in the contract that it signed. */
export const proposeContract =
  ({ transact, now, receipts }: MarketDependencies) =>
  async (
    request: Of & { readonly amountFen: number; readonly fileReceipt: string },
    { actor }: Asking,
  ): Promise<{ contractNumber: string; proposedAt: Instant }> => {
    const { projectNumber, amountFen, fileReceipt } = request;
    const upload = await receipts.read(fileReceipt);
    const account = personOf(actor).id;
    return transact(async (changes) => {
      const proposedAt = now();
      const project = await awardedProject(changes, projectNumber, actor);
      const change = decideProposal(project, { amountFen, upload, account }, proposedAt);
      changes.save(PROJECT, projectNumber, change);
      return { contractNumber: change.state.contract?.number ?? '', proposedAt };
    });
  };

/** The owner sends it back 驳回重传. */
export const returnContract =
  ({ transact, now }: MarketDependencies) =>
  (
    { projectNumber, reason }: Of & { readonly reason: string },
    { actor }: Asking,
  ): Promise<{ returnedAt: Instant }> =>
    transact(async (changes) => {
      const project = await ownProject(changes, projectNumber, actor);
      changes.save(PROJECT, projectNumber, decideReturn(project, reason));
      return { returnedAt: now() };
    });

/** The owner signs as well; the term for the report begins. */
export const signContract =
  ({ transact, now, calendar }: MarketDependencies) =>
  (
    { projectNumber, fileHash }: Of & { readonly fileHash: string },
    { actor }: Asking,
  ): Promise<{ contractNumber: string; signedAt: Instant; deliverBy: WireDate }> =>
    transact(async (changes) => {
      const signedAt = now();
      const project = await ownProject(changes, projectNumber, actor);
      const change = decideSignature(project, fileHash, signedAt, calendar());
      changes.save(PROJECT, projectNumber, change);
      changes.disarm(PROJECT, projectNumber, CONTRACT_DEADLINE);
      const { number: contractNumber = '', deliverBy = {} } = change.state.contract ?? {};
      const dueAt = instantAfter(deliverBy);
      if (dueAt !== undefined) {
        changes.arm(PROJECT, projectNumber, { kind: DELIVERY_DEADLINE, dueAt });
      }
      return { contractNumber, signedAt, deliverBy };
    });
