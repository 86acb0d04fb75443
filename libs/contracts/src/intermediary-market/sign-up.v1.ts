import { defineCommand } from '../contract.js';
import { InstantText } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class SignUpRequest {
  @ProjectNumber() projectNumber!: string;
}

export class SignUpReply {
  @InstantText() signedUpAt!: string;
}

export const SignUpV1 = defineCommand({
  name: 'intermediary-market.sign-up',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: SignUpRequest,
  reply: SignUpReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/sign-up' },
  summary: {
    zh: '报名',
    en: 'An agency signs up for a project; nobody else learns of it before closing',
  },
});
