import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Have axe look over a page as it stands.
 *
 * @returns a line a violation: the rule, what it asks, and where it is broken; empty where all is well
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // Once a page: reading its 500 KB takes as long as a look.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
