import type { Page } from 'playwright-core';
import { axeViolations } from './axe-violations.ts';

/** The root element as 关怀模式 leaves it on a device; see public/display.js. */
const care = (size: string, contrast: string) =>
  `Object.assign(document.documentElement.dataset, { size: '${size}', contrast: '${contrast}' })`;

/** By day and by night, wide and narrow, plain and in 关怀模式. */
const looks = [
  ['by day', 1440, 'light', care('', ''), 'all'],
  ['on a narrow phone', 320, 'light', care('', ''), 'all'],
  // What is there and how it is named stays as it was; colours and sizes do not.
  ['关怀模式, narrow', 320, 'light', care('200', 'high'), 'visual'],
  ['关怀模式, by night', 1024, 'dark', care('200', 'high'), 'visual'],
  ['by night', 1024, 'dark', care('', ''), 'visual'],
] as const;

/**
 * Look a page over in every look that readers can give it, without loading it anew.
 *
 * @returns a line a fault: what axe finds, and where a page is wider than its window; empty where
 *   all is well
 */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, width, colorScheme, modes, rules] of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(modes);
    const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    const found = [
      ...(await axeViolations(page, rules)),
      ...(beyond > 0 ? [`${beyond} px too wide`] : []),
    ];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}
