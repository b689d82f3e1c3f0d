import { citedTitle } from '../../../citation/citation.ts';
import { sectionWords } from '../../../citation/format-sentence.ts';
import { parseReference, type Reference } from '../../../citation/parse-reference.ts';
import { findPassage, findQuote, type Passage, passageText } from '../../../citation/passage.ts';
import { fileAddress, pageAddress } from '../../../report/addresses.ts';
import type { Report } from '../../../report/report.ts';
import type { ReportSummary } from '../../../report/report-summary.ts';
import { element } from '../element.ts';
import { fetchJson, fetchReport } from '../fetch-json.ts';
import { followCitedWords, pinWords } from './pin-words.ts';

/** Resolves a pasted citation to its passage, in the browser; the whole state is in the address. */

/** What a part of the answer is made of; text goes in as text, never as markup. */
type Content = string | Node;
type Listed = Pick<ReportSummary, 'url' | 'title' | 'issuer' | 'year' | 'region'>;

const root = document.querySelector<HTMLElement>('[data-citation-resolver]');
const base = root?.dataset['base'] ?? '';
const form = root?.querySelector('form');
const found = root?.querySelector('[data-citation-found]');

function link(address: string, ...content: Content[]): HTMLElement {
  return element('a', { href: base + address }, ...content);
}

function list(reports: readonly Listed[]): HTMLElement {
  return element('ul', {}, ...reports.map(({ url, title }) => element('li', {}, link(url, title))));
}

function searchLink(words: string): HTMLElement {
  return link(`${pageAddress('search')}?q=${encodeURIComponent(words.slice(0, 40))}`, '检索全文');
}

async function resolve(text: string): Promise<Content[]> {
  const reference = parseReference(text);
  const report =
    reference.report === undefined ? undefined : await fetchReport(base + reference.report);
  if (report !== undefined)
    return [...describe(report, reference), ...(await tellPin(report, reference))];
  const index = await fetchJson<Listed[]>(base + fileAddress('reportIndex'));
  return reference.report === undefined
    ? suggest(text, reference, index)
    : tellMissing(reference.report, index);
}

/** Show the passage that a reference names, and whether the words quoted are there. */
function describe(report: Report, { anchor, quote }: Reference): Content[] {
  const passage =
    anchor === undefined ? undefined : findPassage(report.sections, anchor, report.notes);
  const address = anchor === undefined ? report.url : `${report.url}#${anchor}`;
  const where = passage === undefined ? [] : [passageName(passage)];
  const title = element(
    'h2',
    {},
    link(passage === undefined ? report.url : address, citedTitle(report)),
  );
  const meta = element('p', {}, [report.issuer, `${report.year}年度`, ...where].join('，'));
  return [
    title,
    meta,
    ...(anchor !== undefined && passage === undefined
      ? [
          warning(
            `正文里现在没有 #${anchor}。它若曾经公布，报告页会说明去向：`,
            link(address, '打开报告页'),
            '。也可能是引文里的编号有误。',
          ),
        ]
      : []),
    ...(passage === undefined ? [] : [element('blockquote', {}, ...passageWords(passage))]),
    ...(quote === undefined ? [] : [quoteNote(report, anchor, quote)]),
    ...(passage === undefined ? [] : [element('p', {}, link(address, '在原文中打开'))]),
  ];
}

function quoteNote(report: Report, anchor: string | undefined, quote: string): HTMLElement {
  const at = findQuote(report.sections, anchor, quote);
  if (at === undefined) return warning(`原文里没有“${quote}”这些字。`);
  const there = link(`${report.url}#${at}`, `#${at}`);
  return at === anchor || anchor === undefined
    ? element('p', {}, '引文与原文一致，见 ', there, '。')
    : warning('引文不在所注之处，而在 ', there, '。');
}

function passageName({ sections, paragraph, row, note }: Passage): string {
  const inParagraph = paragraph === undefined ? '' : `，第${paragraph.id.slice(1)}段`;
  const inTable = row === undefined ? '' : `第${row}行`;
  return `${sectionWords(sections)}${inParagraph}${inTable}${note === undefined ? '' : `，注${note.mark}`}`;
}

function passageWords(passage: Passage): Content[] {
  const { sections } = passage;
  const own = passageText(passage);
  const section = sections.at(-1);
  if (own !== undefined) return [element('p', {}, own)];
  const headings = (section?.sections ?? []).map(({ label, heading }) => (label ?? '') + heading);
  return [
    element(
      'p',
      {},
      element('b', {}, `${section?.label ?? ''}${section?.heading ?? ''}${section?.stop ?? ''}`),
    ),
    ...(section?.paragraphs ?? []).map(({ text }) => element('p', {}, text)),
    ...headings.map((heading) => element('p', {}, heading)),
  ];
}

/** A citation without an address still names a title, or a region and a year. */
function suggest(text: string, { anchor }: Reference, index: readonly Listed[]): Content[] {
  const words = text.normalize('NFKC').replace(/\s+/g, '');
  const titled = index.filter(({ title }) => words.includes(title.normalize('NFKC')));
  const ofRegion = index.filter(
    ({ region, year }) => words.includes(region.name) && words.includes(String(year)),
  );
  const reports = (titled.length > 0 ? titled : ofRegion).slice(0, 20);
  if (reports.length === 0)
    return [
      warning(
        '这里面没有认出本库的地址、报告编号或标题。请连同地址一起粘贴，或 ',
        searchLink(text),
        '。',
      ),
    ];
  const linked =
    anchor === undefined
      ? reports
      : reports.map((report) => ({ ...report, url: `${report.url}#${anchor}` }));
  return [element('p', {}, '引文里没有地址，按标题或地区与年度找到：'), list(linked)];
}

function tellMissing(address: string, index: readonly Listed[]): Content[] {
  const [, , code = ''] = address.split('/');
  const ofPlace = index.filter(({ region }) => region.code === code).slice(0, 20);
  const head = warning(
    `本库没有地址为 ${address} 的报告。它若曾经公布，`,
    link(address, '该地址'),
    '会说明去向；也可能是代码或年度有误。',
  );
  return ofPlace.length > 0
    ? [head, element('p', {}, '同一地区的报告：'), list(ofPlace)]
    : [head, element('p', {}, link(pageAddress('regions'), '按地区查找'), '　', searchLink(code))];
}

/**
 * Tell of the words that a citation was pinned to: whether they stand, what they were, whether the
 * version named has the words quoted, and where it is.
 *
 * @returns nothing of a citation without a pin
 */
async function tellPin(report: Report, { pin, anchor, quote }: Reference): Promise<Content[]> {
  if (pin === undefined) return [];
  const followed = await followCitedWords(pin, anchor, report, fetchReport, base + report.url);
  const { former, was } = followed;
  const { text, isWarning } = pinWords(followed, pin, anchor, report.version);
  const told = isWarning ? warning(text) : element('p', {}, text);
  if (former === undefined) return [told];
  const version = `${report.url}v${pin.version}/`;
  const at =
    anchor !== undefined && findPassage(former.sections, anchor, former.notes) ? `#${anchor}` : '';
  const hadQuote = quote !== undefined && findQuote(former.sections, anchor, quote) !== undefined;
  const isShown = was !== undefined && anchor !== undefined;
  return [
    told,
    ...(isShown ? [element('blockquote', {}, element('p', {}, was))] : []),
    ...(hadQuote ? [element('p', {}, `引文与第${pin.version}版的原文一致。`)] : []),
    element(
      'p',
      {},
      link(version + at, `第${pin.version}版原文`),
      '　',
      link(`${version}diff/`, '此后的改动'),
    ),
  ];
}

/** Make what a reader should not overlook. */
function warning(...content: Content[]): HTMLElement {
  return element('p', { class: 'citation-warning' }, ...content);
}

async function start(): Promise<void> {
  if (!form || !found) return;
  form.dataset['ready'] = '';
  const text = new URLSearchParams(location.search).get('ref') ?? '';
  const hash = location.hash;
  const box = form.elements.namedItem('ref');
  if (box instanceof HTMLTextAreaElement) box.value = text;
  if (text.trim() === '') return;
  found.textContent = '正在查对……';
  try {
    found.replaceChildren(...(await resolve(text.includes('#') ? text : text + hash)));
  } catch {
    found.replaceChildren(warning('未能读取报告数据，请检查网络后再试。'));
  }
}

start();
