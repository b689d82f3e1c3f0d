import { citationStyles } from '../../../citation/citation.ts';
import { formatCitation } from '../../../citation/format-citation.ts';
import { findPassage } from '../../../citation/passage.ts';
import { copyText } from '../citation/copied-passage.ts';
import { element } from '../element.ts';
import { fetchReport } from '../fetch-json.ts';
import { saveFile } from '../save-file.ts';
import { joinPassages, type WrittenPassage } from './join-passages.ts';
import { dropPassage, type KeptPassage, keepNote, readKept } from './kept-passages.ts';

/** Shows the passages kept on this device, with notes, and writes them out as citations. */

const root = document.querySelector<HTMLElement>('[data-bookmarks]');
const base = root?.dataset['base'] ?? '';
const list = root?.querySelector('[data-bookmark-list]');
const status = root?.querySelector('[role=status]');
const form = root?.querySelector('form');

function show(): void {
  if (!list || !status || !form) return;
  const kept = readKept();
  form.hidden = kept.length === 0;
  status.textContent =
    kept.length === 0
      ? '还没有书签。读报告时点段旁的「¶」，再点「引用」，其中有「加入书签」。'
      : `${kept.length} 条，只存在这台设备上。`;
  list.replaceChildren(...kept.map(item));
}

function item(passage: KeptPassage): HTMLElement {
  const { report, id, title, quote, note } = passage;
  const box = element('textarea', {
    rows: '2',
    'aria-label': `《${title}》的批注`,
    placeholder: '批注',
  });
  box.value = note;
  box.addEventListener('input', () => {
    if (!keepNote(passage, box.value) && status)
      status.textContent = '这台设备不让保存，批注没有存下。';
  });
  const remove = element('button', { type: 'button', 'aria-label': `移除《${title}》` }, '移除');
  remove.addEventListener('click', () => {
    const at = [...(list?.children ?? [])].findIndex((one) => one.contains(remove));
    dropPassage(passage);
    show();
    // Who goes by the keyboard goes on at the next one, not from the top of the page.
    (list?.children[at] ?? list?.lastElementChild)?.querySelector('button')?.focus();
  });
  const address = `${base}${report}${id === '' ? '' : `#${id}`}`;
  return element(
    'li',
    {},
    element('a', { href: address }, id === '' ? title : `${title} #${id}`),
    quote === '' ? null : element('q', {}, quote),
    box,
    remove,
  );
}

/**
 * Write all that is kept in one form.
 *
 * @returns the text, and the titles of what is not in it: the archive has their reports no more
 */
async function exported(style: string): Promise<{ text: string; lacking: readonly string[] }> {
  const reports = new Map<string, ReturnType<typeof fetchReport>>();
  const load = (address: string) => {
    const loading = reports.get(address) ?? fetchReport(base + address);
    reports.set(address, loading);
    return loading;
  };
  const lacking: string[] = [];
  const accessed = new Date().toLocaleDateString('sv-SE');
  const origin = `${location.origin}${base}`;
  const written = readKept().map(async (kept): Promise<WrittenPassage[]> => {
    const { report: address, id, quote, note } = kept;
    const report = await load(address);
    if (report === undefined) {
      lacking.push(`《${kept.title}》`);
      return [];
    }
    const passage = id === '' ? undefined : findPassage(report.sections, id, report.notes);
    const own = citationStyles.find((one) => one === style) ?? 'gbt7714-2025';
    const cited = { report, passage, quote, pin: undefined };
    return [{ citation: formatCitation(cited, own, { origin, accessed }), quote, note }];
  });
  return { text: joinPassages((await Promise.all(written)).flat(), style), lacking };
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const style = form.elements.namedItem('format');
  if (!(style instanceof HTMLSelectElement) || !status) return;
  const isCopy = (event.submitter as HTMLButtonElement | null)?.value === 'copy';
  try {
    const { text, lacking } = await exported(style.value);
    const but = lacking.length === 0 ? '' : `；报告已不在原址，没有写入：${lacking.join('')}`;
    if (isCopy) {
      status.textContent = (await copyText(text)) ? `已复制${but}` : '未能复制，请改用下载';
      return;
    }
    const extension = { markdown: 'md', ris: 'ris', bibtex: 'bib', csl: 'csl.json' }[style.value];
    saveFile(`bookmarks.${extension ?? 'txt'}`, 'text/plain', text);
    status.textContent = `已写成文件${but}`;
  } catch {
    status.textContent = '有的报告没有读到，请检查网络后再试。';
  }
});

// What another window keeps or takes away is shown here too.
addEventListener('storage', show);
show();
