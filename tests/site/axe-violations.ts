import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Have axe look over a page as it stands.
 *
 * @returns a line a violation: the rule, what it asks, and where it is broken; empty where all is well
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
