import { readCustomProperties } from '../styles/custom-properties.ts';
import tokens from '../styles/tokens.css?raw';
import { archive } from './built-archive.ts';
import { countTimeliness } from './coverage.ts';
import { homePage } from './home-page.ts';
import { heldIndicators, indicatorPage, indicatorProvinces } from './indicator-pages.ts';
import { reportRow, sectionRow } from './listing.ts';
import { regionPage, regionsWithPage } from './region-pages.ts';
import { heldThemes } from './theme-pages.ts';

const properties = readCustomProperties(tokens);

/** Rows of a list that are enough to see what it is. */
const SHOWN = 3;

/** What each role of a colour is for; a role that is not named here is shown by its name alone. */
const roleWords: Readonly<Record<string, string>> = {
  surface: '纸面',
  'surface-field': '输入框',
  'surface-raised': '浮起的面',
  rule: '细线',
  'rule-strong': '重线、链接的下划线',
  'field-edge': '控件的边',
  text: '正文',
  'text-soft': '次要文字',
  'text-quiet': '附注',
  accent: '朱红：只标当前位置和命中',
  'accent-wash': '朱红底：只标所指和改动',
};

/**
 * Gather what the style guide shows: the tokens as they stand in `tokens.css`, and the parts with
 * what the archive itself holds, so that no example goes stale.
 */
export function styleGuide() {
  const [region] = regionsWithPage();
  const figures = drawnPage();
  const [theme] = heldThemes();
  const sections = theme === undefined ? [] : (archive.byTheme.get(theme.id) ?? []);
  const shown = region === undefined ? undefined : regionPage(region);
  return {
    roles: properties
      .filter(({ value }) => value.startsWith('light-dark('))
      .map(({ name }) => ({ name, words: roleWords[name] ?? '' })),
    sizes: properties.filter(({ name }) => /^(?:size-|measure|page|gutter)/.test(name)),
    ways: homePage().provinces.slice(0, SHOWN),
    reports: archive.reports.slice(0, SHOWN).map(reportRow),
    sections: sections.slice(0, SHOWN).map(sectionRow),
    coverage: shown && { ...shown.below, rows: shown.below.rows.slice(0, SHOWN) },
    absent: shown?.absent ?? [],
    chart: figures?.chart ?? null,
    figures: figures?.rows.slice(0, SHOWN) ?? [],
    timeliness: countTimeliness(archive.reports),
  };
}

/** Build the first page that has a chart; of a split list a province is enough. */
function drawnPage() {
  for (const indicator of heldIndicators()) {
    const page = indicatorPage(indicator, indicatorProvinces(indicator)[0]);
    if (page.chart !== null) return page;
  }
  return undefined;
}
