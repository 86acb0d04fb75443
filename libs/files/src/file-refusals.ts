import { defineRefusals } from '@onewindow/kernel';

export const fileRefusals = defineRefusals({
  'file-empty': {
    kind: 'unmet',
    zh: '文件内容为空，请重新选择文件上传。',
    en: 'The file is empty; choose the file again.',
  },
  'file-too-large': {
    kind: 'too-large',
    zh: '文件超过大小限制，请压缩或拆分后上传。',
    en: 'The file is larger than allowed; compress or split it.',
  },
  'file-type-not-allowed': {
    kind: 'unmet',
    zh: '不接受此类文件，请按所列格式上传。',
    en: 'Files of this type are not accepted; use one of the listed formats.',
  },
  'file-type-mismatch': {
    kind: 'unmet',
    zh: '文件内容与其名称或声明的类型不一致，请上传原始文件，不要更改扩展名。',
    en: 'The content is not what the name or the declared type says; upload the original file, unrenamed.',
  },
  'file-hash-malformed': {
    kind: 'malformed',
    zh: '文件标识格式不正确。',
    en: 'A file is named by the 64 hexadecimal digits of its SHA-256 hash.',
  },
  'file-not-found': {
    kind: 'not-found',
    zh: '没有找到该文件，请重新上传。',
    en: 'There is no such file; upload it again.',
  },
  'file-storage-full': {
    kind: 'unavailable',
    zh: '文件存储空间不足，请稍后重试。',
    en: 'There is no room to store the file; try again later.',
  },
  'file-receipt-invalid': {
    kind: 'unmet',
    zh: '上传凭据无效或已过期，请重新上传文件。',
    en: 'The receipt of the upload is not valid any more; upload the file again.',
  },
});
