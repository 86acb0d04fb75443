import { defineQuery } from '../contract.js';
import { Nested, Sha256, Uuid } from '../fields.js';
import { FileReference } from '../parts/index.js';

export class FindFileRequest {
  @Uuid() applicationId!: string;
  @Sha256() hash!: string;
}

export class FindFileReply {
  @Nested(() => FileReference) file!: FileReference;
}

/** Asked by the gateway before it gives the bytes out: whoever may not see the application may not see its files. */
export const FindFileV1 = defineQuery({
  name: 'intake.find-file',
  version: 1,
  callers: ['gateway'],
  permitted: [
    'applicant',
    'window-clerk',
    'approver',
    'inspector',
    'decision-officer',
    'agency-head',
    'auditor',
  ],
  request: FindFileRequest,
  reply: FindFileReply,
  summary: {
    zh: '核对材料文件的查看权限',
    en: 'Tells whether the asking person may see a file of an application',
  },
});
