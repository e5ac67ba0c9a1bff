/** What axe has to say about a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface AxeOptions {
  /** Left away where a page is no screen: on paper. */
  bestPractice?: boolean;
  /** Rules that do not fit the page; say why. */
  without?: string[];
}

/** Every violation as its rule and the elements; none is what every test wants. */
export async function axeFindings(
  page: Page,
  { bestPractice = true, without = [] }: AxeOptions = {},
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(bestPractice ? [...wcag, 'best-practice'] : wcag)
    .disableRules(without)
    // All in the page itself: the other way opens one more page for every look, for frames of other origins. We have none.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
}
