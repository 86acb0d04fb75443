import { findChromium } from '@onewindow/local-servers';
import { chromium, type Browser } from 'playwright-core';

/** Where the locale of the machine knows ASCII only, Chromium saves 受理通知书.pdf as `download`. */
const NAMES_OF_ALL_SCRIPTS = { LC_ALL: 'C.UTF-8' };

/** A real Chromium for what is measured and pictured; `environment` is added to its own. */
export async function openBrowser(
  environment: Readonly<Record<string, string>> = {},
): Promise<Browser> {
  const found = await findChromium({
    named: process.env['OW_CHROMIUM'],
    path: process.env['PATH'],
  });
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath: found.program,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: {
      ...Object.fromEntries(own),
      ...NAMES_OF_ALL_SCRIPTS,
      ...found.environment,
      ...environment,
    },
  });
}
