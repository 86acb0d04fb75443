import { defineQuery } from '../contract.js';
import {
  Code,
  DateOnly,
  InstantText,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { Page, WithheldPart } from '../parts/index.js';
import { PAPER_STANDINGS } from './verify-paper.v1.js';

/** A granted decision as the public may read it (许可法 40). What is not named here is not published: no contact, no materials, no reasons. */
export class PublishedDecision {
  @Text({ max: 120 }) number!: string;
  @Text({ max: 60 }) reference!: string;
  @Text({ max: 200 }) agencyName!: string;
  /** `withheld` where it is not published. */
  @Code() item!: string;
  /** Says that it is withheld where it is not published, as the holder does. */
  @Text({ max: 200 }) itemName!: string;
  /** An organisation by its name; a natural person by the masked name. */
  @Text({ max: 200 }) holder!: string;
  @InstantText() issuedAt!: string;
  @OneOf(PAPER_STANDINGS) standing!: (typeof PAPER_STANDINGS)[number];
  /** Reference of the paper whose clerical errors this one corrects. */
  @Optional() @Text({ max: 60 }) corrects?: string;
  /** What is not published (政府信息公开条例 15); absent: everything is. */
  @Optional() @NestedList(() => WithheldPart, { atMost: 20 }) withheld?: WithheldPart[];
}

export class ListDecisionsRequest extends Page {
  /** A part of the holder's name, of the item's name or of the number. */
  @Optional() @Text({ max: 100 }) text?: string;
  @Optional() @Code() item?: string;
  @Optional() @Text({ max: 200 }) agencyName?: string;
  /** Issued on that day or later. */
  @Optional() @DateOnly() from?: string;
  @Optional() @DateOnly() to?: string;
}

export class ListDecisionsReply {
  @NestedList(() => PublishedDecision, { atMost: 200 }) decisions!: PublishedDecision[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
  /** With the whole list, where the place tells that much: how many decisions there are of which nothing else is public (政府信息公开条例 14). */
  @Optional() @Whole() stateSecrets?: number;
}

export const ListDecisionsV1 = defineQuery({
  name: 'intake.list-decisions',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListDecisionsRequest,
  reply: ListDecisionsReply,
  http: { method: 'GET', path: '/decisions' },
  summary: {
    zh: '准予行政许可决定公示',
    en: 'Lists the granted decisions, newest first, for anybody to read',
  },
});
