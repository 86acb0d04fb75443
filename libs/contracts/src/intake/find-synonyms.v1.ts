import { defineQuery } from '../contract.js';
import { Whole } from '../fields.js';
import { SynonymsOfCatalogue } from '../parts/index.js';

export class FindSynonymsRequest {}

export class FindSynonymsReply extends SynonymsOfCatalogue {
  /** 0 where none was published. */
  @Whole({ max: 999_999 }) edition!: number;
}

export const FindSynonymsV1 = defineQuery({
  name: 'intake.find-synonyms',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindSynonymsRequest,
  reply: FindSynonymsReply,
  http: { method: 'GET', path: '/synonyms' },
  summary: {
    zh: '查看事项检索的同义词、简称表',
    en: 'Shows the synonyms and abbreviations by which items are searched',
  },
});
