import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const EVERYTHING: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The rules that a theme can break. */
const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * Fails with what axe finds wrong on the page: in light by all rules, in dark by those about colour, since a theme changes
 * nothing else. The main pages are scanned by all rules in a dark that was chosen, too (`accessibility.spec.ts`).
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expectAccessibleAsItIs(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(page, COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Fails with what axe finds wrong on the page as it is dressed now, by the rules of WCAG 2.2 A and AA and good practice. */
export async function expectAccessibleAsItIs(page: Page): Promise<void> {
  await expectNothingFound(page, EVERYTHING);
}

/** Asked straight, and for nothing but what is wrong: what is right takes four times as long to be told. */
async function expectNothingFound(page: Page, runOnly: axe.RunOnly): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(scan, { runOnly, resultTypes: ['violations'] } satisfies axe.RunOptions);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
  expect(found).toEqual([]);
}

/** In the page. */
async function scan(options: axe.RunOptions): Promise<axe.Result[]> {
  const { axe: here } = globalThis as unknown as { axe: typeof axe };
  return (await here.run(document, options)).violations;
}
