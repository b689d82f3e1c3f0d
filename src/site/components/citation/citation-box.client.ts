import { copyText, findSelectedPassage, permanentAddress } from './copied-passage.ts';

/** Copying addresses, quoting a selection and opening the dialog; the dialog itself loads when opened. */

const bar = document.querySelector<HTMLElement>('[data-citation-bar]');
const status = bar?.querySelector('[role=status]');
const quoteButton = bar?.querySelector<HTMLButtonElement>('[data-copy-quote]');
const hereButton = bar?.querySelector<HTMLButtonElement>('[data-cite-here]');
const dialog = () => import('./citation-dialog.client.ts');

/** What the bar's buttons are about. */
let here = { id: '', quote: '' };

function showBar(text: string, passage: typeof here | undefined): void {
  if (!bar || !status || !quoteButton || !hereButton) return;
  here = passage ?? here;
  bar.toggleAttribute('data-open', text !== '' || passage !== undefined);
  quoteButton.hidden = !passage?.quote;
  hereButton.hidden = passage === undefined;
  status.textContent = text;
}

/** Close the bar; a reader who was in it goes back to the mark it is about. */
function closeBar(): void {
  if (bar?.contains(document.activeElement))
    document.querySelector<HTMLElement>(`.mark[href="#${here.id}"]`)?.focus();
  showBar('', undefined);
}

async function copyAddress(id: string): Promise<void> {
  const address = permanentAddress(id);
  const isCopied = await copyText(address);
  showBar(isCopied ? `已复制链接 #${id}` : `链接：${address}`, { id, quote: '' });
}

async function copyQuote(): Promise<void> {
  const { formatQuote } = await dialog();
  const text = await formatQuote(here.id, here.quote);
  showBar(text !== undefined && (await copyText(text)) ? '已复制引文与出处' : '未能复制', here);
}

/** Move between marks with the arrow keys; the tab order holds the sections' only. */
function moveToMark(event: KeyboardEvent, mark: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const marks = [...document.querySelectorAll<HTMLElement>('.mark')];
  marks[marks.indexOf(mark) + step]?.focus();
  event.preventDefault();
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const mark = event.target.closest<HTMLAnchorElement>('a.mark');
  // A click without a pointer is a key's: what can be done next takes the focus.
  if (mark !== null)
    copyAddress(mark.hash.slice(1)).then(() => event.detail === 0 && hereButton?.focus());
  else if (event.target.closest('[data-cite]'))
    dialog().then(({ openCitation }) => openCitation('', ''));
  else if (event.target.closest('[data-cite-here]'))
    dialog().then(({ openCitation }) => openCitation(here.id, here.quote));
  else if (event.target.closest('[data-copy-quote]')) copyQuote();
  else if (!findSelectedPassage()) showBar('', undefined);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) closeBar();
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('a.mark') : null;
  if (mark !== null) moveToMark(event, mark);
});

let settled = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(settled);
  settled = window.setTimeout(() => {
    const passage = findSelectedPassage();
    if (passage !== undefined) showBar('', passage);
    else if (quoteButton?.hidden === false && !bar?.contains(document.activeElement))
      showBar('', undefined);
  }, 250);
});

for (const button of document.querySelectorAll<HTMLElement>('[data-cite]')) button.hidden = false;
for (const address of document.querySelectorAll('[data-address]'))
  address.textContent = permanentAddress();
