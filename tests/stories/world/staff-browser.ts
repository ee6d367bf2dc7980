import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One person at a browser of their own. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console or the page complained of. */
  readonly complaints: readonly string[];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Signs in at an install through its own screen. */
export async function sitDown(browser: Browser, address: string, who: Credentials): Promise<Desk> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A new browser asks who is signed in; 401 is the answer.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${address}/login`);
  await page.getByLabel('Tên đăng nhập').fill(who.username);
  await page.locator('input[type=password]').fill(who.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor({ state: 'attached' });
  return { page, context, complaints };
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Serious and critical findings of axe-core on the screen as it stands. */
export async function accessibilityFindings({ page }: Pick<Desk, 'page'>): Promise<string[]> {
  // Injected by the test's own world, past the page's content security policy.
  await page.evaluate(axe);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes[0]?.html ?? ''}`);
}

export interface Phone {
  /** Where the signing service shows this person's phone. */
  readonly address: string;
  readonly pin: string;
}

/** Opens the phone in a tab of its size, compares the list's digest, and approves. */
export async function approveOnPhone(browser: Browser, phone: Phone, digestOnScreen: string): Promise<void> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(phone.address);
  await page.getByLabel('Mã PIN').fill(phone.pin);
  await page.getByRole('button', { name: 'Mở khoá' }).click();
  const digestOnPhone = (await page.locator('.root').textContent())?.trim();
  if (digestOnPhone !== digestOnScreen)
    throw new Error(`the phone shows ${digestOnPhone}, the screen ${digestOnScreen}`);
  await page.getByRole('button', { name: 'Đồng ý ký' }).click();
  await page.getByText('Bạn đã đồng ý').waitFor();
  await context.close();
}
