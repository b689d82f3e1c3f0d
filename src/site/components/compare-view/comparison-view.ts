import { citedTitle } from '../../../citation/citation.ts';
import type {
  ComparedSection,
  ComparedTopic,
  Comparison,
} from '../../../report/compare-reports.ts';
import type { Report } from '../../../report/report.ts';

export interface ViewOptions {
  /** The base path, without a slash at its end. */
  readonly base: string;
  /** What topics are called. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Makes the two columns: a row of titles, then a row a topic, each passage a link to its place. */
export function comparisonView(
  a: Report,
  b: Report,
  { topics }: Comparison,
  { base, labels }: ViewOptions,
): HTMLElement[] {
  const titles = [a, b].map((report) =>
    element('p', 'compare-title', link(base + report.url, citedTitle(report))),
  );
  const [nameOfA, nameOfB] = [shortName(a), shortName(b)];
  return [
    element('div', 'compare-row compare-titles', ...titles),
    ...topics.map((topic) => topicView(topic, labels.get(topic.topic) ?? topic.topic)),
  ];

  function topicView(topic: ComparedTopic, label: string): HTMLElement {
    const columns = [
      column(nameOfA, base + a.url, topic.a),
      column(nameOfB, base + b.url, topic.b),
    ];
    return element(
      'section',
      'compare-topic',
      element('h2', '', label),
      element('div', 'compare-row', ...columns),
    );
  }
}

function shortName({ region: { name }, year }: Report): string {
  return `${name} ${year}`;
}

function column(name: string, address: string, sections: readonly ComparedSection[]): HTMLElement {
  const head = element('p', 'compare-name', name);
  if (sections.length === 0)
    return element('div', '', head, element('p', 'compare-none', '没有归入这一主题的部分'));
  return element(
    'div',
    '',
    head,
    ...sections.flatMap(({ section, paragraphs }) => {
      const { id, label, heading } = section;
      const words = `${label ?? ''}${heading ?? ''}`;
      const title = words === '' ? [] : [element('h3', '', link(`${address}#${id}`, words))];
      return [
        ...title,
        ...paragraphs.map((paragraph) =>
          element(
            'p',
            'compare-text',
            ...paragraph.pieces.map(({ text, isSame }) =>
              isSame ? element('span', 'compare-same', text) : text,
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
  const mark = link(`${address}#${id}`, '¶');
  mark.className = 'compare-mark';
  mark.setAttribute('aria-label', `原文第${id.slice(1)}段`);
  return mark;
}

function link(address: string, words: string): HTMLElement {
  const made = element('a', '', words);
  made.setAttribute('href', address);
  return made;
}

function element(name: string, kind: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  if (kind !== '') made.className = kind;
  made.append(...content);
  return made;
}
