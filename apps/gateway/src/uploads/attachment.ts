import { displayFileName } from '@onewindow/files';

/** Makes a browser save a file instead of showing it; the name in two spellings, for old readers and in full. */
export function attachment(name: string): string {
  const shown = displayFileName(name);
  const plain = shown.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(shown)}`;
}

/** RFC 8187: `encodeURIComponent` leaves some signs alone that a header must not hold. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
