import { findChromium } from '@onewindow/local-servers';
import { chromium, type Browser } from 'playwright-core';

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
    env: { ...Object.fromEntries(own), ...found.environment, ...environment },
  });
}
