import { citedTitle } from '../../../citation/citation.ts';
import { parseReference } from '../../../citation/parse-reference.ts';
import {
  type ComparedSection,
  type ComparedTopic,
  type Comparison,
  compareReports,
} from '../../../report/compare-reports.ts';
import type { Report } from '../../../report/report.ts';
import { element } from '../element.ts';

/** Puts two reports side by side, in the browser; which ones stands in the address. */

const root = document.querySelector<HTMLElement>('[data-compare]');
const base = root?.dataset['base'] ?? '';
const words: { topics: [string, string][]; others: Record<string, string> } = JSON.parse(
  root?.dataset['words'] ?? '{}',
);
const form = root?.querySelector('form');
const status = root?.querySelector('[data-compare-status]');
const result = root?.querySelector('[data-compare-result]');

/** A failure to be told to the reader as it stands. */
class Unreadable extends Error {}

async function readReport(text: string): Promise<Report> {
  const { report: address } = parseReference(text);
  if (address === undefined)
    throw new Unreadable(`「${text}」不是本库的地址或报告编号；编号形如 410600-2017。`);
  const response = await fetch(`${base}${address}report.json`).catch(() => undefined);
  if (response?.status === 404) throw new Unreadable(`本库没有报告 ${address}。`);
  if (!response?.ok) throw new Unreadable('未能读取报告数据，请检查网络后再试。');
  return response.json();
}

function shareWords({ a, b }: Comparison['shares']): string {
  if (a === 0) return '两份没有相同的句子。';
  const [first, second] = [a, b].map((share) => `${Math.max(1, Math.round(share * 100))}%`);
  return `两份都有的句子加了底线：占第一份的 ${first}，第二份的 ${second}。`;
}

async function start(): Promise<void> {
  if (!form || !status || !result) return;
  form.hidden = false;
  const given = new URLSearchParams(location.search);
  const [a, b] = ['a', 'b'].map((name) => given.get(name)?.trim() ?? '');
  for (const [name, value] of [
    ['a', a],
    ['b', b],
  ]) {
    const box = form.elements.namedItem(name ?? '');
    if (box instanceof HTMLInputElement) box.value = value ?? '';
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
    if (!(error instanceof Unreadable)) throw error;
    status.textContent = error.message;
  }
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
  return [
    element('div', { class: 'compare-row compare-titles' }, ...titles),
    ...topics.map((topic) => topicView(topic, labels.get(topic.topic) ?? topic.topic)),
  ];

  function topicView(topic: ComparedTopic, label: string): HTMLElement {
    const columns = [
      column(nameOfA, base + a.url, topic.a),
      column(nameOfB, base + b.url, topic.b),
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

function column(name: string, address: string, sections: readonly ComparedSection[]): HTMLElement {
  const head = element('p', { class: 'compare-name' }, name);
  if (sections.length === 0)
    return element(
      'div',
      {},
      head,
      element('p', { class: 'compare-none' }, '没有归入这一主题的部分'),
    );
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
            ...paragraph.pieces.map(({ text, isSame }) =>
              isSame ? element('span', { class: 'compare-same' }, text) : text,
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
