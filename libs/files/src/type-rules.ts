import type { UnmetRule } from '@onewindow/kernel';
import { fileRefusals } from './file-refusals.js';
import type { UploadConditions } from './file-store.js';
import { contradictions, MEDIA_TYPES } from './media-types.js';
import { recognise } from './recognise.js';

/** The media type of the bytes; throws the refusals `file-type-not-allowed` and `file-type-mismatch`. */
export async function requireType(path: string, conditions: UploadConditions): Promise<string> {
  const found = await recognise(path, conditions);
  const forbidden = conditions.allowed.includes(found)
    ? []
    : [notAllowed(found, conditions.allowed)];
  const unmet = [
    ...forbidden,
    ...contradictions(found, conditions).map((claim) => mismatch(found, claim)),
  ];
  if (unmet.length === 0) return found;
  throw fileRefusals.refuse(
    forbidden.length > 0 ? 'file-type-not-allowed' : 'file-type-mismatch',
    unmet,
  );
}

export function notAllowed(found: string, allowed: readonly string[]): UnmetRule {
  const formats = allowed.flatMap((type) => MEDIA_TYPES[type]?.extensions ?? [type]).join(', ');
  return {
    rule: 'file-type-allowed',
    message: {
      zh: `文件内容为${found}；可上传的格式：${formats}（文本须为UTF-8编码）。`,
      en: `The content is ${found}; accepted formats: ${formats} (text in UTF-8).`,
    },
  };
}

const mismatch = (found: string, claim: string): UnmetRule => ({
  rule: 'file-type-as-claimed',
  message: {
    zh: `文件内容为${found}，与“${claim}”不符。`,
    en: `The content is ${found}, not "${claim}".`,
  },
});
