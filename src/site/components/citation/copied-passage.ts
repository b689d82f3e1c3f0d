/**
 * Copy text to the clipboard.
 *
 * @returns whether it is there; a page that is not served securely has no clipboard
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Return the permanent address of the page, or of a passage on it.
 * The canonical one, where the page has one: a copy of the site cites the archive, not itself.
 */
export function permanentAddress(id = ''): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const page = canonical ?? location.origin + location.pathname.replace(/index\.html$/, '');
  return id === '' ? page : `${page}#${id}`;
}

/** Words that a reader has selected, and the smallest address that holds them all. */
interface SelectedPassage {
  /** Empty where only the whole report does. */
  readonly id: string;
  readonly quote: string;
}

/** Find what is selected in the report's text. */
export function findSelectedPassage(): SelectedPassage | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  // A triple click reaches to the start of the next paragraph, of which no word is selected.
  if (range.endOffset === 0 && range.endContainer !== range.startContainer)
    range.setEndBefore(range.endContainer);
  const { commonAncestorContainer: ancestor } = range;
  const element = ancestor instanceof Element ? ancestor : ancestor.parentElement;
  if (element === null || element.closest('[data-report-text]') === null) return undefined;
  const words = range.cloneContents();
  for (const ours of words.querySelectorAll('a, .section-notes, .correction-note, .supplied'))
    ours.remove();
  const quote = words.textContent?.trim() ?? '';
  const holder = element.closest('.point[id], p[id], tr[id], .report-table[id], section[id]');
  return quote === '' ? undefined : { id: holder?.id ?? '', quote };
}
