import type { Locator } from 'playwright-core';
import type { Visitor } from './a-browser.js';

/** What an officer fills in: texts by the names of the fields, and what is ticked by its words. */
export interface Filling {
  readonly texts?: Readonly<Record<string, string>>;
  readonly ticks?: readonly string[];
}

/** The form of one act, by the words of its button; with the keys alone, as whoever has no mouse comes to it. */
export async function openForm(
  { page }: Visitor,
  button: string,
  within: Locator = page.locator('main'),
): Promise<Locator> {
  const opener = within.locator('button.act').filter({ hasText: button }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const form = page.locator('.act-form');
  await form.waitFor();
  return form;
}

/** Fills a form in and sends it; it goes away when it is done, and stays with its mistakes when it is not. */
export async function actBy(
  visitor: Visitor,
  button: string,
  { texts = {}, ticks = [] }: Filling = {},
  within?: Locator,
): Promise<void> {
  const form = await openForm(visitor, button, within);
  for (const tick of ticks) await form.getByLabel(tick, { exact: true }).check();
  for (const [name, text] of Object.entries(texts))
    await form.locator(`[data-path="${name}"]`).fill(text);
  await form.locator('button.action').click();
  await form.waitFor({ state: 'detached' });
}
