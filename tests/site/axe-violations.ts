import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that another colour or width can break where nothing else of the page has changed. */
const VISUAL = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/**
 * Have axe look over a page as it stands.
 *
 * @param rules all of axe, or what can only be seen: half the work, for a page that passed the rest
 * @returns a line a violation: the rule, what it asks, and where it is broken; empty where all is well
 */
export async function axeViolations(
  page: Page,
  rules: 'all' | 'visual' = 'all',
): Promise<string[]> {
  // Once a page: reading its 500 KB takes as long as a look.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(rules === 'all' ? {} : { runOnly: VISUAL }) };
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
