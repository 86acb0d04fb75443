import { defineCommand } from '../contract.js';
import { Whole } from '../fields.js';
import { SynonymsOfCatalogue } from '../parts/index.js';

/** The whole table: what is not in it is none any more. */
export class PublishSynonymsRequest extends SynonymsOfCatalogue {
  /** The edition that the editor had before; 0 where nothing was published. Another one in between is told, not overwritten. */
  @Whole({ max: 999_999 }) basedOn!: number;
}

export class PublishSynonymsReply {
  /** 1 for the first table; the same table again keeps its edition. */
  @Whole({ min: 1, max: 999_999 }) edition!: number;
}

export const PublishSynonymsV1 = defineCommand({
  name: 'intake.publish-synonyms',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishSynonymsRequest,
  reply: PublishSynonymsReply,
  http: { method: 'PUT', path: '/synonyms' },
  summary: {
    zh: '发布事项检索的同义词、简称表',
    en: 'Publishes the synonyms and abbreviations by which items are searched',
  },
});
