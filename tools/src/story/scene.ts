import type { FindApplicationReply, FindCaseReply } from '@onewindow/contracts';
import { playing, type Cast } from './cast.js';
import type { GatewayClient } from './gateway-client.js';
import { holderOf, type Task } from './holder.js';
import { aPdf } from './paper-files.js';

/** What the story leaves behind, for its trace and its checks. */
export interface StoryOutcome {
  readonly applicationId: string;
  readonly caseNumber: string;
  /** The project of the market; empty where the clock was not moved and there was none. */
  readonly projectNumber: string;
  readonly finalCase: FindCaseReply;
  readonly finalApplication: FindApplicationReply;
}

/** What the acts of the story share: who plays, which application it is about, and what is looked up again and again. */
export class Scene {
  applicationId = '';
  caseNumber = '';
  projectNumber = '';

  constructor(
    readonly cast: Cast,
    readonly say: (line: string) => void,
    /** False where the clock is not the story's: dates are then not known beforehand. */
    readonly datesKnown: boolean,
  ) {}

  readonly track = (item: string, step: string) =>
    `/api/cases/${this.caseNumber}/tracks/${item}/${step}`;

  /** Whoever has this task, by load and turn; nobody knows beforehand who that is. */
  async holder(item: string, stage: Task['stage']): Promise<GatewayClient> {
    const account = await holderOf(this.cast, { caseNumber: this.caseNumber, item, stage });
    const holder = playing(this.cast, account);
    if (holder === undefined) throw new Error(`nobody of the story has ${stage} of ${item}`);
    return holder;
  }

  application(): Promise<FindApplicationReply> {
    return this.cast.owner.get(`/api/applications/${this.applicationId}`);
  }

  case(): Promise<FindCaseReply> {
    return this.cast.owner.get(`/api/cases/${this.caseNumber}`);
  }

  /** The case is opened by an event: until it has arrived the case is not found. */
  caseIfThere(): Promise<FindCaseReply | undefined> {
    return this.cast.owner.getIfFound(`/api/cases/${this.caseNumber}`);
  }

  uploadMaterials(codes: readonly string[]): Promise<{ material: string; fileReceipt: string }[]> {
    return Promise.all(
      codes.map(async (material) => ({
        material,
        fileReceipt: await this.cast.owner.upload(
          `${material}.pdf`,
          aPdf(`Material ${material}`),
          'application/pdf',
        ),
      })),
    );
  }
}
