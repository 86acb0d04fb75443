import { defineQuery } from '../contract.js';
import { Nested, Text } from '../fields.js';
import { FileReference } from '../parts/index.js';

export class FindLockerFileRequest {
  @Text({ max: 200 }) lockerFile!: string;
}

export class FindLockerFileReply {
  @Nested(() => FileReference) file!: FileReference;
}

/** Asked by the gateway before it gives the bytes out. */
export const FindLockerFileV1 = defineQuery({
  name: 'intake.find-locker-file',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: FindLockerFileRequest,
  reply: FindLockerFileReply,
  summary: {
    zh: '核对材料库文件的查看权限',
    en: 'Tells whether the asking person owns a file of the locker',
  },
});
