import { legible } from '../../report/characters/legible.ts';
import type { Found } from './description.ts';
import { isOrganisation } from './is-organisation.ts';
import { isTitle } from './is-title.ts';
import type { PrintedTitle } from './page.ts';

/** The titles of a document: the one it goes by, and others that it or its page gives. */
export interface DescribedTitle {
  readonly title: Found<string>;
  readonly altTitles: readonly string[];
}

/**
 * Chooses the title: the document's own on one line, else the page's. A notice (关于印发《…》的通知)
 * lends the name of what it sends, where the document prints none.
 *
 * @param printed in the order of the page
 */
export function describeTitle(printed: readonly PrintedTitle[]): DescribedTitle | undefined {
  const own = printed.findLast(({ basis }) => basis === 'document');
  const page = printed.find(({ basis }) => basis === 'page');
  const first = own !== undefined && (own.lines === 1 || page === undefined) ? own : page;
  if (first === undefined) return undefined;
  // Printed twice, once with the body whose it is on a line of its own.
  const chosen = printed.find(({ text }) => isFuller(text, first.text)) ?? first;
  const sent = sentTitle(chosen.text);
  const others = printed.map(({ text }) => text).filter((text) => text !== (sent ?? chosen.text));
  return {
    title: {
      value: sent ?? chosen.text,
      basis: chosen.basis,
      confidence: chosen.lines > 2 ? 0.85 : 0.97,
      evidence: chosen.text,
    },
    altTitles: [...new Set(others)],
  };
}

/** Whether a title is another with the name of a body before it. */
function isFuller(text: string, than: string): boolean {
  const head = text.endsWith(than) ? legible(text.slice(0, -than.length)) : '';
  return isOrganisation(head);
}

/** The title of what a notice sends out. */
function sentTitle(text: string): string | undefined {
  const sent =
    /(?:关于|關於)(?:印发|印發|公布|发布|發布|發佈|转发|轉發|下发|下發)(?:《(.+)》|(.+))的(?:通知|公告|通报|通報)$/u.exec(
      text,
    );
  const title = sent?.[1] ?? sent?.[2];
  return title !== undefined && isTitle(legible(title)) ? title : undefined;
}
