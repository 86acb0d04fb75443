import { defineQuery } from '../contract.js';
import { Nested, Sha256 } from '../fields.js';
import { FileReference } from '../parts/index.js';
import { ProjectNumber } from './market-parts.js';

export class FindProjectFileRequest {
  @ProjectNumber() projectNumber!: string;
  @Sha256() hash!: string;
}

export class FindProjectFileReply {
  @Nested(() => FileReference) file!: FileReference;
}

/** Asked by the gateway before it gives the bytes out: contract and report are for owner, awarded agency and operators. */
export const FindProjectFileV1 = defineQuery({
  name: 'intermediary-market.find-project-file',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant', 'intermediary', 'market-operator'],
  request: FindProjectFileRequest,
  reply: FindProjectFileReply,
  summary: {
    zh: '核对中介服务项目文件的查看权限',
    en: 'Tells whether the asking person may see a file of a project',
  },
});
