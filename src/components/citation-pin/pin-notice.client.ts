import { findPassage } from '../../archive/citation/passage.ts';
import { parsePin } from '../../archive/citation/version-pin.ts';
import type { Report } from '../../archive/report/report.ts';
import { element } from '../search-page/element.ts';
import { followCitedWords } from './follow-cited-words.ts';
import { pinWords } from './pin-words.ts';

/**
 * Tells a reader who comes with a citation of a certain version what became of its words; loads only
 * where the address names one.
 */

/** As many as a reader takes in; the page of changes has them all. */
const MOST_LISTED = 8;

async function fetchReport(address: string): Promise<Report | undefined> {
  const response = await fetch(new URL('report.json', address));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function link(address: string, text: string): HTMLAnchorElement {
  return element('a', { href: address }, text);
}

/** The address in the fragment, without what stuck to it; `undefined` where the whole is cited. */
function citedId(): string | undefined {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/[^a-z0-9-].*$/i, '');
  return id === '' ? undefined : id;
}

/** Fills the notice for the address as it stands now, and shows it. */
export async function showPinNotice(notice: HTMLElement): Promise<void> {
  const pin = parsePin(new URLSearchParams(location.search).get('v') ?? '');
  const text = notice.querySelector('[data-pin-text]');
  if (pin === undefined || text === null) return;
  const here = new URL(location.pathname.replace(/index\.html$/, ''), location.origin).href;
  try {
    const present = await fetchReport(here);
    if (present === undefined) return;
    const id = citedId();
    const followed = await followCitedWords(pin, id, present, fetchReport, here);
    const { former, was, changed } = followed;
    const words = pinWords(followed, pin, id, present.version);
    const isThere = former !== undefined && id !== undefined && findPassage(former.sections, id);
    const version = `${here}v${pin.version}/`;
    const others = changed.filter((one) => one.kind !== 'removed').slice(0, MOST_LISTED);
    notice.toggleAttribute('data-warning', words.isWarning);
    text.replaceChildren(
      element('p', {}, words.text),
      ...(was !== undefined && id !== undefined ? [element('blockquote', {}, excerpt(was))] : []),
      ...(former === undefined
        ? []
        : [
            element(
              'p',
              {},
              link(isThere ? `${version}#${id}` : version, `第${pin.version}版原文`),
              '　',
              link(`${version}diff/`, '此后的改动'),
            ),
          ]),
      ...(others.length > 0
        ? [
            element(
              'p',
              {},
              '有改动的部分：',
              ...others.flatMap((one) => [link(`#${one.id}`, `#${one.id}`), ' ']),
            ),
          ]
        : []),
    );
  } catch {
    text.replaceChildren(element('p', {}, '未能查对引文所注的版本，请检查网络后刷新。'));
  }
  notice.hidden = false;
}

function excerpt(words: string): string {
  return words.length > 200 ? `${words.slice(0, 200)}……` : words;
}
