import { citedTitle } from '../../../citation/citation.ts';
import { parseReference } from '../../../citation/parse-reference.ts';
import { changedWords } from '../../../report/changed-words.ts';
import {
  type ComparedSection,
  type ComparedTopic,
  type Comparison,
  compareReports,
} from '../../../report/compare-reports.ts';
import type { Observation, Report } from '../../../report/report.ts';
import { chooseMain, isComparable } from '../../../vocabulary/indicator/comparable-figures.ts';
import { figureWords } from '../../data/reader-words.ts';
import { element } from '../element.ts';
import { fetchJson, fetchReport, loadOnce } from '../fetch-json.ts';
import { findRegions, type HeldRegion } from '../region-box/held-regions.ts';
import { findNamedReport } from './named-report.ts';

/** Puts two reports side by side, in the browser; which ones stands in the address. */

const root = document.querySelector<HTMLElement>('[data-compare]');
const base = root?.dataset['base'] ?? '';
const words: {
  topics: [string, string][];
  others: Record<string, string>;
  indicators: [id: string, label: string, unit: string][];
} = JSON.parse(root?.dataset['words'] ?? '{}');
const form = root?.querySelector('form');
const status = root?.querySelector('[data-compare-status]');
const result = root?.querySelector('[data-compare-result]');

/** A failure to be told to the reader as it stands. */
class Unreadable extends Error {}

function cannotRead(): never {
  throw new Unreadable('未能读取报告数据，请检查网络后再试。');
}

const loadPlaces = loadOnce(() => fetchJson<readonly HeldRegion[]>(form?.dataset['places'] ?? ''));

/** Find the address of a report by what is typed: its address, its id, or its place and year. */
async function findAddress(text: string): Promise<string> {
  const { report: address } = parseReference(text);
  if (address !== undefined) return address;
  const named = findNamedReport(await loadPlaces().catch(cannotRead), text);
  if (named.address !== undefined) return named.address;
  const instead = named.held === '' ? '' : `收录的有${named.held}。`;
  throw new Unreadable(
    `没有找到「${text}」的报告。${instead}请写地名和年度（鹤壁 2017、hebi 2017），或报告的地址、编号（410600-2017）。`,
  );
}

async function readReport(text: string): Promise<Report> {
  const address = await findAddress(text);
  const report = await fetchReport(base + address).catch(cannotRead);
  if (report === undefined) throw new Unreadable(`本库没有报告 ${address}。`);
  return report;
}

function shareWords({ a, b }: Comparison['shares']): string {
  if (a === 0) return '两份没有相同的句子。';
  const [first, second] = [a, b].map((share) => `${Math.max(1, Math.round(share * 100))}%`);
  return `两份都有的句子加了底线：占第一份的 ${first}，第二份的 ${second}。`;
}

async function start(): Promise<void> {
  if (!form || !status || !result) return;
  form.dataset['ready'] = '';
  const given = new URLSearchParams(location.search);
  const [a, b] = ['a', 'b'].map((name) => given.get(name)?.trim() ?? '');
  for (const [name, value] of [
    ['a', a],
    ['b', b],
  ]) {
    const box = form.elements.namedItem(name ?? '');
    if (!(box instanceof HTMLInputElement)) continue;
    box.value = value ?? '';
    box.addEventListener('input', () => void suggest(box));
  }
  if (!a || !b) return;
  status.textContent = '正在读取……';
  try {
    const [first, second] = await Promise.all([readReport(a), readReport(b)]);
    const themes = words.topics.map(([id]) => id);
    const comparison = compareReports(first, second, themes);
    const labels = new Map([...words.topics, ...Object.entries(words.others)]);
    result.replaceChildren(...comparisonView(first, second, comparison, { base, labels }));
    status.textContent = shareWords(comparison.shares);
  } catch (error) {
    const isTold = error instanceof Unreadable;
    status.textContent = isTold ? error.message : '未能对照这两份报告。';
    if (!isTold) throw error;
  }
}

/** Offer the documents of the places that are meant by what is typed so far. */
async function suggest(box: HTMLInputElement): Promise<void> {
  const typed = box.value.trim().replace(/\s*\d{0,4}年?度?$/u, '');
  if (typed === '' || /^\W*https?:/.test(typed)) return;
  const regions = findRegions(await loadPlaces().catch(() => []), typed, 6);
  const options = regions.flatMap(({ name, above, letters, documents = [] }) =>
    documents
      .filter((one) => /^\d{4}$/.test(one))
      .map((year) => new Option(`${above}${letters.join(' ')}`, `${name} ${year}`)),
  );
  box.list?.replaceChildren(...options);
}

start();

interface ViewOptions {
  /** The base path, without a slash at its end. */
  readonly base: string;
  /** What topics are called. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Make the two columns: a row of titles, then a row a topic, each passage a link to its place. */
function comparisonView(
  a: Report,
  b: Report,
  { topics }: Comparison,
  { base, labels }: ViewOptions,
): HTMLElement[] {
  const titles = [a, b].map((report) =>
    element(
      'p',
      { class: 'compare-title' },
      element('a', { href: base + report.url }, citedTitle(report)),
    ),
  );
  const [nameOfA, nameOfB] = [shortName(a), shortName(b)];
  const isOnePlace = a.region.code === b.region.code;
  return [
    element('div', { class: 'compare-row compare-titles' }, ...titles),
    ...figuresView(a, b, base),
    ...topics.map((topic) => topicView(topic, labels.get(topic.topic) ?? topic.topic)),
  ];

  function topicView(topic: ComparedTopic, label: string): HTMLElement {
    // Of one place the later report is set against the earlier one word by word.
    const isLater = (one: Report, other: Report) => isOnePlace && one.year > other.year;
    const columns = [
      column(nameOfA, base + a.url, topic.a, isLater(a, b) ? topic.b : []),
      column(nameOfB, base + b.url, topic.b, isLater(b, a) ? topic.a : []),
    ];
    return element(
      'section',
      { class: 'compare-topic' },
      element('h2', {}, label),
      element('div', { class: 'compare-row' }, ...columns),
    );
  }
}

function shortName({ region: { name }, year }: Report): string {
  return `${name} ${year}`;
}

/** Make the table of figures: what either report gives of an indicator, each linked to its words. */
function figuresView(a: Report, b: Report, base: string): HTMLElement[] {
  const rows = words.indicators.flatMap(([id, label, unit]) => {
    const [ofA, ofB] = [a, b].map((report) => {
      const own = report.observations.filter(
        (one) => one.indicator === id && isComparable(one, { unit }, report.year),
      );
      return chooseMain(own, (one) => one);
    });
    return ofA === undefined && ofB === undefined ? [] : [{ label, ofA, ofB }];
  });
  if (rows.length === 0) return [];
  const cell = (report: Report, found: Observation | undefined) =>
    element(
      'td',
      {},
      found === undefined
        ? '—'
        : element(
            'a',
            {
              href: `${base}${report.url}?q=${encodeURIComponent(found.raw)}#${found.paragraph}`,
              title: found.raw,
            },
            figureWords(found),
          ),
    );
  return [
    element(
      'section',
      { class: 'compare-topic compare-figures' },
      element('h2', {}, '数据'),
      element(
        'div',
        { class: 'table-frame', role: 'region', 'aria-label': '数据对照', tabindex: '0' },
        element(
          'table',
          {},
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ...['指标', shortName(a), shortName(b)].map((name) =>
                element('th', { scope: 'col' }, name),
              ),
            ),
          ),
          element(
            'tbody',
            {},
            ...rows.map(({ label, ofA, ofB }) =>
              element('tr', {}, element('th', { scope: 'row' }, label), cell(a, ofA), cell(b, ofB)),
            ),
          ),
        ),
      ),
      element('p', { class: 'page-note' }, '只列全年、全数；「—」是没有读到，不是零。'),
    ),
  ];
}

const SENTENCE = /[^。！？；]*[。！？；]+|[^。！？；]+/gu;

function sentencesOf(text: string): readonly string[] {
  return text.match(SENTENCE) ?? [];
}

/** Show words that only this report has; where the other had the sentence in other words, what is new. */
function ownWords(text: string, earlier: readonly string[]): (Node | string)[] {
  if (earlier.length === 0) return [text];
  return sentencesOf(text).flatMap((sentence): (Node | string)[] => {
    const changed = changedWords(sentence, earlier);
    return changed === undefined
      ? [sentence]
      : changed.map(({ text: part, isNew }) =>
          isNew
            ? element('ins', { class: 'compare-new' }, part)
            : element('span', { class: 'compare-near' }, part),
        );
  });
}

/**
 * Make one report's column of a topic.
 *
 * @param against what an earlier report of the same place says on it; none where words are not compared
 */
function column(
  name: string,
  address: string,
  sections: readonly ComparedSection[],
  against: readonly ComparedSection[],
): HTMLElement {
  const earlier = against.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap(({ text, isSame }) => (isSame ? [] : sentencesOf(text))),
    ),
  );
  const head = element('p', { class: 'compare-name' }, name);
  if (sections.length === 0) {
    const none = element('p', { class: 'compare-none' }, '没有归入这一主题的部分');
    return element('div', {}, head, none);
  }
  return element(
    'div',
    {},
    head,
    ...sections.flatMap(({ section, paragraphs }) => {
      const { id, label, heading } = section;
      const words = `${label ?? ''}${heading ?? ''}`;
      const title =
        words === '' ? [] : [element('h3', {}, element('a', { href: `${address}#${id}` }, words))];
      return [
        ...title,
        ...paragraphs.map((paragraph) =>
          element(
            'p',
            { class: 'compare-text' },
            ...paragraph.pieces.flatMap(({ text, isSame }) =>
              isSame ? [element('span', { class: 'compare-same' }, text)] : ownWords(text, earlier),
            ),
            // No break here, so that the mark is never alone on a line.
            '\u00A0',
            paragraphLink(address, paragraph.id),
          ),
        ),
      ];
    }),
  );
}

function paragraphLink(address: string, id: string): HTMLElement {
  const attributes = {
    class: 'compare-mark',
    href: `${address}#${id}`,
    'aria-label': `原文第${id.slice(1)}段`,
  };
  return element('a', attributes, '¶');
}
