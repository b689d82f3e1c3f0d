import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations } from './site/axe-violations.ts';
import { builtSites } from './site/built-sites.ts';
import { pageFaults } from './site/page-faults.ts';
import { type OpenOptions, test } from './site/site-test.ts';
import { TOP_ORIGIN } from './site/sites.ts';

const REPORT = '/r/411602/2019/';
const ADDRESS = `${TOP_ORIGIN}${REPORT}`;
const withClipboard: OpenOptions = {
  context: { permissions: ['clipboard-read', 'clipboard-write'], timezoneId: 'Asia/Shanghai' },
};

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());
const dialogText = (page: Page) => page.locator('#citation-dialog .citation-text');

/** Selects the first words of a paragraph, as a reader does with the mouse. */
async function selectWords(page: Page, id: string, count: number): Promise<string> {
  return page.evaluate(
    ([paragraph, length]) => {
      const words = document.querySelector(`#${paragraph}`)?.firstChild;
      if (!words) throw new Error(`No paragraph ${paragraph}`);
      const range = document.createRange();
      range.setStart(words, 0);
      range.setEnd(words, length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return range.toString();
    },
    [id, count] as const,
  );
}

describe('a mark beside the text', () => {
  test('copies the permanent address of its passage and says so', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.locator('#s1-5 a.mark').first().click();
    await page.getByText('已复制链接 #s1-5').waitFor();
    expect(await clipboard(page)).toBe(`${ADDRESS}#s1-5`);
    expect(new URL(page.url()).hash).toBe('#s1-5');
  });

  test('is reached by arrow keys from the section before it', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.locator('#s1-5 > :first-child a.mark').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('已复制链接 #p6').waitFor();
    expect(await clipboard(page)).toBe(`${ADDRESS}#p6`);
  });

  test('leads by keys alone to the dialog and back to itself', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.locator('#s2 a.mark').first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('已复制链接 #s2').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => dialogText(page).textContent()).toContain(`${ADDRESS}#s2.`);
    await page.keyboard.press('Escape');
    await page.locator('#citation-dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toBe('#s2');
  });

  test('copies an address of the site that serves it, where the archive has no other', async ({
    openPage,
  }) => {
    const page = await openPage(REPORT, { ...withClipboard, site: 'based' });
    await page.locator('#s1-5 a.mark').first().click();
    await page.getByText('已复制链接').waitFor();
    expect(await clipboard(page)).toBe(
      `${new URL(REPORT.slice(1), page.url().replace(/r\/.*/, '')).href}#s1-5`,
    );
  });
});

describe('the citation dialog', () => {
  test('cites report, section, paragraph and point in seven forms', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.getByRole('button', { name: /引用全文/ }).click();
    const dialog = page.getByRole('dialog', { name: '引用' });
    const place = dialog.getByLabel('引用的部分');
    const format = dialog.getByLabel('格式');
    const text = dialogText(page);
    await expect
      .poll(() => text.textContent())
      .toBe(
        `周口市川汇区人民政府. 周口市川汇区人民政府关于2019年度法治政府建设的工作报告[R/OL]. 2020-03-27. ${ADDRESS}.`,
      );
    await place.selectOption('s1-5');
    expect(await text.textContent()).toContain(`${ADDRESS}#s1-5.`);
    const seen: string[] = [];
    for (const option of await format.locator('option').all()) {
      await format.selectOption((await option.getAttribute('value')) ?? '');
      seen.push((await text.textContent()) ?? '');
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen.every((citation) => citation.includes(`${ADDRESS}#s1-5`))).toBe(true);

    await format.selectOption('sentence');
    await place.selectOption('p6');
    expect(await text.textContent()).toMatch(
      new RegExp(`^「.+」\\(周口市川汇区2019年度报告,一\\(五\\),第6段,${ADDRESS}#p6\\)$`, 's'),
    );
    await place.selectOption('s2');
    await place.selectOption('s2-i2');
    expect(await text.textContent()).toMatch(
      /^「二是.+」\(周口市川汇区2019年度报告,二,第2点,第10段,/s,
    );
  });

  test('dates the visit by the reader’s own day', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.clock.setFixedTime(new Date('2026-11-20T17:30:00Z'));
    await page.getByRole('button', { name: /引用全文/ }).click();
    await page.getByLabel('格式').selectOption('gbt7714-2015');
    await expect
      .poll(() => dialogText(page).textContent())
      .toContain('. (2020-03-27)[2026-11-21]. ');
  });

  test('copies, tells it, keeps the chosen form, and gives the focus back', async ({
    openPage,
  }) => {
    const page = await openPage(REPORT, withClipboard);
    const open = page.getByRole('button', { name: /引用全文/ });
    await open.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('格式').selectOption('law');
    await expect.poll(() => dialogText(page).textContent()).toContain('载https://');
    await page.getByRole('button', { name: '复制', exact: true }).press('Enter');
    await page.getByText('已复制', { exact: true }).waitFor();
    expect(await clipboard(page)).toBe(await dialogText(page).textContent());
    await page.keyboard.press('Escape');
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.reload();
    await open.click();
    await expect.poll(() => dialogText(page).textContent()).toContain('载https://');
  });

  test('says which version’s words it means, where that is asked for', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.locator('#s1-5 a.mark').first().click();
    await page.getByRole('button', { name: '引用', exact: true }).click();
    await page.getByLabel('注明版本').check();
    const pinned = /2019\/\?v=(1-[0-9a-f]{8})#s1-5\.$/;
    await expect.poll(() => dialogText(page).textContent()).toMatch(pinned);
    const [, pin] = pinned.exec((await dialogText(page).textContent()) ?? '') ?? [];
    await page.keyboard.press('Escape');
    await selectWords(page, 'p6', 12);
    await page.getByRole('button', { name: '复制并附引注' }).click();
    await page.getByText('已复制引文与出处').waitFor();
    expect(await clipboard(page)).toMatch(/2019\/\?v=1-[0-9a-f]{8}#p6\)$/);
    const cited = await openPage(`${REPORT}?v=${pin}#s1-5.`);
    await cited.getByText('引文注明第1版，#s1-5 的文字没有改动。').waitFor();
    expect(new URL(cited.url()).hash).toBe('#s1-5');
  });

  test('keeps what is chosen before the report is read', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    const read = Promise.withResolvers<void>();
    await page.route('**/report.json', async (route) => {
      await read.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: /引用全文/ }).click();
    await page.getByLabel('注明版本').check();
    await page.getByLabel('格式').selectOption('law');
    // What needs the report is not offered yet.
    expect(await page.getByRole('button', { name: '加入书签' }).isDisabled()).toBe(true);
    expect(await page.locator('#citation-dialog a.button').isVisible()).toBe(false);
    read.resolve();
    await expect.poll(() => dialogText(page).textContent()).toMatch(/载https:.*\?v=1-[0-9a-f]{8}/);
    await page.getByRole('button', { name: '加入书签' }).click();
    await page.getByText('已加入书签').waitFor();
  });

  test('cites on a device that lets no page keep anything, and says what it cannot keep', async ({
    openPage,
  }) => {
    const page = await openPage('/about/', withClipboard);
    await page.addInitScript(`Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); },
    })`);
    await page.goto(new URL(`..${REPORT}`, page.url()).href);
    await page.getByRole('button', { name: /引用全文/ }).click();
    await page.getByLabel('注明版本').check();
    await expect.poll(() => dialogText(page).textContent()).toMatch(/2019\/\?v=1-[0-9a-f]{8}\.$/);
    await page.getByRole('button', { name: '加入书签' }).click();
    await page.getByText('这台设备不让保存').waitFor();
  });

  test('gives the record as a file', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.getByRole('button', { name: /引用全文/ }).click();
    await page.getByLabel('格式').selectOption('ris');
    await expect.poll(() => dialogText(page).textContent()).toContain('TY  - RPRT');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载', exact: true }).click();
    expect((await downloading).suggestedFilename()).toBe('411602-2019.ris');
  });

  test('is accessible in every look', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.getByRole('button', { name: /引用全文/ }).click();
    await expect.poll(() => dialogText(page).textContent()).toContain(ADDRESS);
    expect(await pageFaults(page)).toEqual([]);
  });

  test('fits a narrow window', async ({ openPage }) => {
    const page = await openPage(REPORT, {
      ...withClipboard,
      viewport: { width: 320, height: 640 },
    });
    await page.getByRole('button', { name: /引用全文/ }).click();
    await page.getByLabel('格式').selectOption('csl');
    await expect.poll(() => dialogText(page).textContent()).toContain(ADDRESS);
    const widths = await page.evaluate(() => {
      const dialog = document.querySelector('#citation-dialog');
      return [document.documentElement.scrollWidth, dialog?.scrollWidth, dialog?.clientWidth];
    });
    expect(widths[0]).toBe(320);
    expect(widths[1]).toBe(widths[2]);
  });

  test('says what to do where the report’s data cannot be had', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page
      .context()
      .route('**/report.json', (route) =>
        route.fulfill({ status: 200, contentType: 'application/json', body: '<html>' }),
      );
    await page.getByRole('button', { name: /引用全文/ }).click();
    await expect.poll(() => dialogText(page).textContent()).toContain('请检查网络后再试');
  });
});

describe('selected words', () => {
  test('are copied with their place', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    const quote = await selectWords(page, 'p6', 12);
    await page.getByRole('button', { name: '复制并附引注' }).click();
    await page.getByText('已复制引文与出处').waitFor();
    expect(await clipboard(page)).toBe(
      `「${quote}」(周口市川汇区2019年度报告,一(五),第6段,${ADDRESS}#p6)`,
    );
  });

  test('are copied without what the archive put beside them', async ({ openPage }) => {
    const page = await openPage(REPORT, withClipboard);
    await page.locator('#s1-5').evaluate((section) => getSelection()?.selectAllChildren(section));
    await page.getByRole('button', { name: '复制并附引注' }).click();
    await page.getByText('已复制引文与出处').waitFor();
    const [, quote = ''] = /^「(.*)」\(/s.exec(await clipboard(page)) ?? [];
    expect(quote).toMatch(/^（五）强化对行政权力的制约和监督。针对.*落实整改。$/);
  });

  test('offer nothing outside the text', async ({ openPage }) => {
    const page = await openPage(REPORT);
    await page.locator('h1').selectText();
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: '复制并附引注' }).isVisible()).toBe(false);
  });
});

describe('without JavaScript', () => {
  test('the whole report’s citation stands on the page, and no dead button', async ({
    openPage,
  }) => {
    const page = await openPage('/r/410600/2017/', { javaScript: false });
    await page
      .getByText(
        `鹤壁市人民政府. [鹤壁市2017年法治政府建设工作情况报告][R/OL]. [2018-01-19]. ${TOP_ORIGIN}/r/410600/2017/.`,
      )
      .waitFor();
    expect(await page.locator('#cite button').isVisible()).toBe(false);
    expect(await page.locator('.citation-bar button').first().isVisible()).toBe(false);
  });
});

describe('the resolver', () => {
  const resolve = (reference: string): string => `/cite/?ref=${encodeURIComponent(reference)}`;

  test('leads from a pasted citation to its passage', async ({ openPage }) => {
    const page = await openPage('/cite/');
    await page
      .getByLabel('引文、地址或报告编号')
      .fill(
        '周口市川汇区人民政府. 报告[R/OL]. 2020-03-27. https://elsewhere.example/r/411602/2019/#s1-5.',
      );
    await page.getByRole('button', { name: '查对' }).click();
    await page.getByText('周口市川汇区人民政府，2019年度，一(五)').waitFor();
    expect(new URL(page.url()).searchParams.get('ref')).toContain('#s1-5.');
    await page.getByRole('link', { name: '在原文中打开' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${REPORT}#s1-5`);
  });

  test('tells whether the words quoted are there, under a base path too', async ({ openPage }) => {
    const at = '(周口市川汇区2019年度报告,一(五),第6段,/r/411602/2019/#p6)';
    const page = await openPage(resolve(`「接受其监督」${at}`), { site: 'based' });
    await page.getByText('引文与原文一致').waitFor();
    const other = await openPage(resolve(`「两个维护」${at}`));
    await other.getByText('引文不在所注之处，而在 #p1').waitFor();
    const none = await openPage(resolve(`「此报告没有的字句」${at}`));
    await none.getByText('原文里没有').waitFor();
  });

  test('says what is wrong with an address, and what else there is', async ({ openPage }) => {
    const page = await openPage(resolve('/r/411602/2019/#p999'));
    await page.getByText('正文里现在没有 #p999').waitFor();
    const titled = await openPage(resolve('《鹤壁市2017年法治政府建设工作情况报告》第2段'));
    const link = titled.getByRole('link', { name: '鹤壁市2017年法治政府建设工作情况报告' });
    expect(await link.getAttribute('href')).toBe('/r/410600/2017/#p2');
    const nothing = await openPage(resolve('没有地址的话'));
    await nothing.getByText('这里面没有认出').waitFor();
    expect(await axeViolations(nothing)).toEqual([]);
  });

  test('lists the place’s reports where the archive does not have the one cited', async ({
    browser,
  }) => {
    const page = await browser.newPage();
    await page.goto(new URL(resolve('/r/411602/2016/#s1').slice(1), builtSites.top.url).href);
    await page.getByText('本库没有地址为 /r/411602/2016/ 的报告').waitFor();
    await page.getByRole('link', { name: /关于2019年度法治政府建设/ }).waitFor();
    await page.close();
  });

  test('says without JavaScript what works without it', async ({ openPage }) => {
    const page = await openPage('/cite/', { javaScript: false });
    expect(await page.locator('main noscript').innerText()).toContain('需要 JavaScript');
    expect(await page.getByRole('button', { name: '查对' }).isVisible()).toBe(false);
  });
});
