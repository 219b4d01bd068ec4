import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that a theme can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * Fails with what axe finds wrong on the page: in light by all rules, in dark by those about colour, since a theme changes
 * nothing else. The main pages are scanned by all rules in a dark that was chosen, too (`accessibility.spec.ts`).
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expectAccessibleAsItIs(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(scan(page).withRules(RULES_OF_COLOUR));
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Fails with what axe finds wrong on the page as it is dressed now, by the rules of WCAG 2.2 A and AA and good practice. */
export async function expectAccessibleAsItIs(page: Page): Promise<void> {
  await expectNothingFound(scan(page).withTags(RULES));
}

/** There are no frames: what puts theirs together, in a page of its own, is left out. */
const scan = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function expectNothingFound(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
  expect(found).toEqual([]);
}
