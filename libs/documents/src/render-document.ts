import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { coverageOf } from './font-coverage.js';
import type { OfficialDocument } from './official-document.js';
import { FONT, pagesOf } from './page-setting.js';
import { pdfmake } from './pdfmake.js';
import { PrintableText, type Coverage } from './printable-text.js';

let coverage: Coverage | undefined;

/**
 * Renders a document as PDF with the font embedded as a subset. The same document is the same bytes, whenever and wherever
 * this version renders it. Takes the thread for as long as it works: services go through a `Press`.
 */
export async function renderDocument(document: OfficialDocument): Promise<Buffer> {
  coverage ??= loadFonts();
  return pdfmake.createPdf(pagesOf(document, new PrintableText(coverage))).getBuffer();
}

/** Read once for the process: ten megabytes each. Nothing else may be read from the disk or the network by a document. */
function loadFonts(): Coverage {
  const { resolve } = createRequire(import.meta.url);
  const regular = readFileSync(resolve(`${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`));
  const bold = readFileSync(resolve(`${PACKAGE}/700Bold/NotoSansSC_700Bold.ttf`));
  pdfmake.virtualfs.writeFileSync('regular.ttf', regular);
  pdfmake.virtualfs.writeFileSync('bold.ttf', bold);
  pdfmake.setFonts({ [FONT]: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return coverageOf(regular);
}

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
