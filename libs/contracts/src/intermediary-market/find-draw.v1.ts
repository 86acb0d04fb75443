import { defineQuery } from '../contract.js';
import {
  CreditCode,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Sha256,
  Text,
  Whole,
} from '../fields.js';
import { DrawTerms, ProjectNumber, PublicList } from './market-parts.js';

export class FindDrawRequest {
  @ProjectNumber() projectNumber!: string;
}

export class DrawnValue {
  @Text({ max: 300 }) publication!: string;
  @Text({ max: 100 }) issue!: string;
  @Text({ max: 300 }) value!: string;
  @InstantText() readAt!: string;
}

export class RankedAgency {
  @Whole({ min: 1 }) place!: number;
  @CreditCode() creditCode!: string;
  @Sha256() score!: string;
}

/** Exactly the document that `npm run draw:verify` reads. */
export class FindDrawReply {
  @OneOf(['onewindow-draw/1']) format!: 'onewindow-draw/1';
  @Nested(() => DrawTerms) notice!: DrawTerms;
  @Nested(() => PublicList) list!: PublicList;
  @Sha256() seed!: string;
  @Nested(() => DrawnValue) publicValue!: DrawnValue;
  @InstantText() drawnAt!: string;
  @Sha256() key!: string;
  @NestedList(() => RankedAgency, { atMost: 2000 }) ranking!: RankedAgency[];
  @Sha256() hash!: string;
}

export const FindDrawV1 = defineQuery({
  name: 'intermediary-market.find-draw',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindDrawRequest,
  reply: FindDrawReply,
  http: { method: 'GET', path: '/market/projects/{projectNumber}/draw' },
  summary: {
    zh: '抽取文件',
    en: 'The draw file of a project, from which anybody computes the draw again',
  },
});
