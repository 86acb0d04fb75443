import type {
  FindPaperReply,
  FindPaperRequest,
  SealOnPaper,
  VerifyPaperReply,
  VerifyPaperRequest,
} from '@onewindow/contracts';
import { sealedText, type SealImpression } from '@onewindow/documents';
import type { Actor, Instant } from '@onewindow/kernel';
import { isQueryCode } from '@onewindow/service';
import type { Application, ServiceRecord } from '../domain/application.js';
import { rootOf } from '../domain/correct-paper.js';
import type { PaperContent } from '../domain/paper-content.js';
import { intakeRefusals } from '../domain/refusals.js';
import { maySee } from './visible-to.js';

export type PaperPart = 'paper' | 'service-record';

/** As it is kept: a record of service that was corrected is another print. */
export type PrintedPart = PaperPart | `service-record-${number}`;

/** A paper as the register has it. */
export interface RegisteredPaper {
  readonly reference: string;
  /** The official number 文号. */
  readonly number: string;
  readonly agency: string;
  readonly kind: string;
  readonly title: string;
  readonly issuedAt: Instant;
  readonly applicationId: string;
  /** Printed on the paper; it opens the paper and its verification. */
  readonly code: string;
  /** Reference of the paper that this one corrects. */
  readonly corrects?: string;
  /** Absent where the paper is from before it was kept, or was erased. */
  readonly content?: PaperContent;
}

/** The bytes of a paper, and the seal over them. */
export interface PrintedPaper {
  readonly hash: string;
  readonly size: number;
  readonly seal?: SealImpression;
  readonly sealedAt: Instant;
}

export interface PapersOnFile {
  find(number: string): Promise<RegisteredPaper | undefined>;
  correctionOf(reference: string): Promise<RegisteredPaper | undefined>;
}

/** Prints and seals a paper the first time that somebody wants it; after that it is what it was. */
export interface PaperPrinting {
  print(paper: RegisteredPaper): Promise<PrintedPaper>;
  printServiceRecord(paper: RegisteredPaper, service: ServiceRecord): Promise<PrintedPaper>;
  publicKey(keyId: string): object | undefined;
}

/** Official papers, for whom they concern and for whoever holds one and wants to know whether it stands. */
export class PapersView {
  constructor(
    private readonly register: PapersOnFile,
    private readonly printing: PaperPrinting,
    private readonly application: (id: string) => Promise<Application | undefined>,
  ) {}

  async find(
    { number, code = '', part = 'paper' }: FindPaperRequest,
    actor: Actor,
  ): Promise<FindPaperReply> {
    const { paper, application } = await this.admitted(number, code, actor);
    const service = application?.papers.find((each) => each.number === paper.reference)?.service;
    if (part === 'service-record' && service === undefined) {
      throw intakeRefusals.refuse('paper-not-served');
    }
    const printed =
      part === 'service-record' && service !== undefined
        ? await this.printing.printServiceRecord(paper, service)
        : await this.printing.print(paper);
    const seal = this.sealOn(paper, printed);
    const name = part === 'paper' ? paper.title : `送达回证-${paper.title}`;
    return {
      ...told(paper),
      file: {
        hash: printed.hash,
        size: printed.size,
        name: `${name.slice(0, 150)}.pdf`,
        mediaType: 'application/pdf',
      },
      ...(seal && { seal }),
      ...(service && { service }),
    };
  }

  async verify({ number, code }: VerifyPaperRequest): Promise<VerifyPaperReply> {
    const paper = await this.register.find(number);
    if (!isQueryCode(paper?.code, code) || paper === undefined) {
      throw intakeRefusals.refuse('progress-not-found');
    }
    const [printed, application, replaced, corrected] = await Promise.all([
      this.printing.print(paper),
      this.application(paper.applicationId),
      this.register.correctionOf(paper.reference),
      paper.corrects === undefined ? undefined : this.register.find(paper.corrects),
    ]);
    const isWithdrawn = application?.quashed?.includes(rootOf(paper.reference)) ?? false;
    const seal = this.sealOn(paper, printed);
    return {
      ...told(paper),
      standing: isWithdrawn ? 'withdrawn' : replaced ? 'replaced' : 'genuine',
      ...(replaced && { replacedBy: replaced.number }),
      ...(corrected && { corrects: corrected.number }),
      digest: printed.hash,
      ...(seal && { seal }),
    };
  }

  /** A wrong number and a wrong code are one refusal, and take the same time. */
  private async admitted(number: string, code: string, actor: Actor) {
    const paper = await this.register.find(number);
    const application = paper && (await this.application(paper.applicationId));
    const hasCode =
      [isQueryCode(paper?.code, code), isQueryCode(application?.queryCode, code)].includes(true) &&
      code !== '';
    const concerns = application !== undefined && maySee(application, actor);
    if (paper === undefined || !(hasCode || concerns)) {
      throw intakeRefusals.refuse('progress-not-found');
    }
    return { paper, application };
  }

  private sealOn(paper: RegisteredPaper, printed: PrintedPaper): SealOnPaper | undefined {
    const { seal, sealedAt, hash: digest } = printed;
    if (seal === undefined) return undefined;
    const { reference, agency } = paper;
    const publicKey = this.printing.publicKey(seal.keyId);
    return {
      ...seal,
      sealedAt,
      signedText: sealedText({ reference, agency, digest, sealedAt }),
      ...(publicKey && { publicKey: JSON.stringify(publicKey) }),
    };
  }
}

const told = ({ number, reference, title, agency, issuedAt }: RegisteredPaper) => ({
  number,
  reference,
  title,
  issuedBy: agency,
  issuedAt,
});
