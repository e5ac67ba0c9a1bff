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

/** What the themes differ in. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/**
 * Every violation in the light and in the dark theme, as its rule and the elements; none is what every test wants. In the
 * dark one, which is shown in the end, only what has to do with colours is looked at again.
 */
export async function axeFindings(
  page: Page,
  { bestPractice = true, without = [] }: AxeOptions = {},
): Promise<string[]> {
  const look = async (theme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: theme });
    const axe = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      // All in the page itself: the other way opens one more page for every look, for frames of other origins. We have none.
      .setLegacyMode();
    if (theme === 'dark') axe.withRules(rulesOfColours);
    else axe.withTags(bestPractice ? [...wcag, 'best-practice'] : wcag).disableRules(without);
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}, ${theme}: ${nodes.map((node) => node.html)}`);
  };
  return [...(await look('light')), ...(await look('dark'))];
}
