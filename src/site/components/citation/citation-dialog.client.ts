import { type CitationStyle, citationStyles } from '../../../citation/citation.ts';
import { formatCitation } from '../../../citation/format-citation.ts';
import { sectionWords } from '../../../citation/format-sentence.ts';
import { findPassage, passageText } from '../../../citation/passage.ts';
import { pinPassage } from '../../../citation/version-pin.ts';
import type { Report, Section } from '../../../report/report.ts';
import { rowAddress } from '../../../report/table-text.ts';
import { keepPassage } from '../bookmarks/kept-passages.ts';
import { fetchJson, loadOnce } from '../fetch-json.ts';
import { keepWords, readWords } from '../kept-words.ts';
import { copyText, permanentAddress } from './copied-passage.ts';

/** The dialog that cites a report or a passage in every form; its data is `report.json`. */

const STORED = 'citation-format';
/** Kept where citations are to say which version's words they mean. */
const PINNED = 'citation-pinned';
const extensions: Partial<Record<CitationStyle, string>> = {
  bibtex: 'bib',
  ris: 'ris',
  csl: 'csl.json',
};

const loadReport = loadOnce(() => fetchJson<Report>(`${pageUrl()}report.json`));

function pageUrl(): string {
  return location.href.replace(/index\.html.*|[?#].*/, '');
}

/**
 * Format selected words with where they stand.
 *
 * @param id the address that holds them; empty for the report
 * @returns `undefined` where the report could not be loaded
 */
export async function formatQuote(id: string, quote: string): Promise<string | undefined> {
  const report = await loadReport().catch(() => undefined);
  return report && citation(report, id, quote, { style: 'sentence', isPinned: isPinnedHere() });
}

function isPinnedHere(): boolean {
  return readWords(PINNED) !== null;
}

function citation(
  report: Report,
  id: string,
  quote: string,
  { style, isPinned }: { style: CitationStyle; isPinned: boolean },
): string {
  const passage = id === '' ? undefined : findPassage(report.sections, id, report.notes);
  const own = passage && passageText(passage);
  const address = permanentAddress();
  const origin = address.slice(0, address.lastIndexOf(report.url));
  const accessed = new Date().toLocaleDateString('sv-SE');
  const pin = isPinned ? pinPassage(report, passage && id) : undefined;
  return formatCitation({ report, passage, pin, quote: quote || own }, style, { origin, accessed });
}

/**
 * Open the dialog.
 *
 * @param id what to cite; empty for the whole report
 * @param quote selected words; empty: the sentence quotes the paragraph or point
 */
export async function openCitation(id: string, quote: string): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('#citation-dialog');
  const form = dialog?.querySelector('form');
  const text = dialog?.querySelector<HTMLElement>('.citation-text');
  const status = dialog?.querySelector('[role=status]');
  const download = dialog?.querySelector<HTMLAnchorElement>('a.button');
  const part = form?.elements.namedItem('place');
  const format = form?.elements.namedItem('format');
  const pinned = form?.elements.namedItem('pin');
  const copy = form?.elements.namedItem('copy');
  const keep = form?.elements.namedItem('keep');
  if (!dialog || !text || !status || !download) return;
  if (!(part instanceof HTMLSelectElement && format instanceof HTMLSelectElement)) return;
  if (!(copy instanceof HTMLButtonElement && keep instanceof HTMLButtonElement)) return;
  if (!(pinned instanceof HTMLInputElement)) return;

  format.value = readWords(STORED) ?? format.value;
  if (format.selectedIndex < 0) format.selectedIndex = 0;
  pinned.checked = isPinnedHere();
  // What is chosen before the report is here counts too.
  let show = (): void => undefined;
  format.onchange = () => {
    keepWords(STORED, format.value);
    show();
  };
  pinned.onchange = () => {
    keepWords(PINNED, pinned.checked ? 'yes' : null);
    show();
  };
  dialog.showModal();
  text.textContent = '正在读取……';
  status.textContent = '';
  copy.disabled = keep.disabled = download.hidden = true;
  let report: Report;
  try {
    report = await loadReport();
  } catch {
    text.textContent = '未能读取本文数据，请检查网络后再试。全文引文见页末“引用本文”。';
    return;
  }

  show = () => {
    const style = citationStyles.find((one) => one === format.value) ?? 'gbt7714-2025';
    const own = part.value === id ? quote : '';
    const words = citation(report, part.value, own, { style, isPinned: pinned.checked });
    text.textContent = words;
    status.textContent = '';
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }));
    download.download = `${[report.id, part.value].filter(Boolean).join('-')}.${extensions[style] ?? 'txt'}`;
  };
  const fill = (chosen: string): void => {
    part.replaceChildren(...partOptions(report, chosen));
    part.value = chosen;
    show();
  };
  part.onchange = () => fill(part.value);
  copy.disabled = keep.disabled = download.hidden = false;
  copy.onclick = async () => {
    const isCopied = await copyText(text.textContent ?? '');
    status.textContent = isCopied ? '已复制' : '未能复制，请选中引文后自行复制';
  };
  keep.onclick = () => {
    const words = part.value === id ? quote : '';
    const isKept = keepPassage({
      report: report.url,
      id: part.value,
      title: `${report.region.name}${report.year}年`,
      quote: (words || wordsAt(report, part.value)).slice(0, KEPT_QUOTE),
    });
    status.textContent = isKept ? '已加入书签，只存在这台设备上' : '这台设备不让保存';
  };
  dialog.onclose = () => URL.revokeObjectURL(download.href);
  fill(id === '' || findPassage(report.sections, id, report.notes) ? id : '');
  copy.focus();
}

/** Characters of a passage that are kept with a bookmark. */
const KEPT_QUOTE = 400;

function wordsAt({ sections, notes }: Report, id: string): string {
  const passage = id === '' ? undefined : findPassage(sections, id, notes);
  return (passage && passageText(passage)) ?? '';
}

/** List what can be cited: every section, and the paragraphs and points of the one chosen. */
function partOptions(report: Report, chosen: string): HTMLOptionElement[] {
  const current = findPassage(report.sections, chosen, report.notes)?.sections.at(-1);
  const list = (sections: readonly Section[], depth: number): HTMLOptionElement[] =>
    sections.flatMap((section) => [
      option(section.id, depth, sectionTitle(section)),
      ...(section === current ? parts(section, depth + 1) : []),
      ...list(section.sections, depth + 1),
    ]);
  const notes = (report.notes ?? []).map(({ id, mark, text }) =>
    option(id, 0, `注${mark}　${text}`),
  );
  return [option('', 0, '全文'), ...list(report.sections, 0), ...notes];
}

function sectionTitle(section: Section): string {
  const { label, heading } = section;
  return heading === null ? sectionWords([section]) : `${label ?? ''}${heading}`;
}

function parts({ paragraphs }: Section, depth: number): HTMLOptionElement[] {
  return paragraphs.flatMap(({ id, text, points, table }) => [
    option(id, depth, `第${id.slice(1)}段　${text}`),
    ...(table?.rows ?? []).map((cells, at) =>
      option(rowAddress(id, at + 1), depth + 1, `第${at + 1}行　${cells.join(' ')}`),
    ),
    ...points.map((point) => {
      const number = point.id.slice(point.id.lastIndexOf('i') + 1);
      return option(point.id, depth + 1, `第${number}点　${text.slice(point.start, point.end)}`);
    }),
  ]);
}

function option(value: string, depth: number, words: string): HTMLOptionElement {
  return new Option(
    '　'.repeat(depth) + (words.length > 30 ? `${words.slice(0, 30)}……` : words),
    value,
  );
}
