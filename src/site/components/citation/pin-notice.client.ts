import { citedText, findPassage } from '../../../citation/passage.ts';
import { parsePin, type VersionPin } from '../../../citation/version-pin.ts';
import type { Report } from '../../../report/report.ts';
import { element } from '../element.ts';
import { fetchReport } from '../fetch-json.ts';
import { namedPassage } from '../report/named-passage.ts';
import { type FollowedWords, followCitedWords, pinWords } from './pin-words.ts';

/**
 * Tells a reader who comes with a citation of a certain version what became of its words; loads only
 * where the address names one.
 */

/** As many as a reader takes in; the page of changes has them all. */
const MOST_LISTED = 8;
/** The heading of what editors said of addresses whose words are others without a new version. */
const CHANGES = 'address-changes-heading';

function link(address: string, text: string): HTMLAnchorElement {
  return element('a', { href: address }, text);
}

/** The address in the fragment, without what stuck to it; `undefined` where the whole is cited. */
function citedId(): string | undefined {
  const id = namedPassage().replace(/[^a-z0-9-].*$/i, '');
  return id === '' ? undefined : id;
}

/** Fill the notice for the address as it stands now, and show it. */
export async function showPinNotice(notice: HTMLElement): Promise<void> {
  const pin = parsePin(new URLSearchParams(location.search).get('v') ?? '');
  const text = notice.querySelector('[data-pin-text]');
  if (pin === undefined || text === null) return;
  const here = new URL(location.pathname.replace(/index\.html$/, ''), location.origin).href;
  const id = citedId();
  try {
    const present = await fetchReport(here);
    if (present === undefined) return;
    const followed = await followCitedWords(pin, id, present, fetchReport, here);
    // The reader went on to another passage, which is told of by itself.
    if (id !== citedId()) return;
    const words = pinWords(followed, pin, id, present.version);
    notice.toggleAttribute('data-warning', words.isWarning);
    text.replaceChildren(
      element('p', {}, words.text),
      ...versionLinks(`${here}v${pin.version}/`, pin, id, followed),
      ...formerWords(id, present, followed),
      ...changedParts(followed),
    );
  } catch {
    text.replaceChildren(element('p', {}, '未能查对引文所注的版本，请检查网络后刷新。'));
  }
  notice.hidden = false;
}

function versionLinks(
  address: string,
  { version }: VersionPin,
  id: string | undefined,
  { former, state }: FollowedWords,
): Node[] {
  const isThere =
    former !== undefined && id !== undefined && findPassage(former.sections, id, former.notes);
  const links = [
    link(isThere ? `${address}#${id}` : address, `第${version}版原文`),
    '　',
    link(`${address}diff/`, '此后的改动'),
  ];
  const hasRecord = state === 'unproved' && document.getElementById(CHANGES) !== null;
  return [
    ...(former === undefined ? [] : [element('p', {}, ...links)]),
    ...(hasRecord ? [element('p', {}, link(`#${CHANGES}`, '地址变动的记录'))] : []),
  ];
}

function formerWords(id: string | undefined, present: Report, { was }: FollowedWords): Node[] {
  if (was === undefined || id === undefined) return [];
  return [
    element(
      'blockquote',
      {},
      whereDiffers(was, citedText(present.sections, id, present.notes) ?? ''),
    ),
  ];
}

function changedParts({ changed }: FollowedWords): Node[] {
  const present = changed.filter(({ kind }) => kind !== 'removed').slice(0, MOST_LISTED);
  const links = present.flatMap(({ id }) => [link(`#${id}`, `#${id}`), ' ']);
  return links.length === 0 ? [] : [element('p', {}, '有改动的部分：', ...links)];
}

/** Return the words around the first that are not as they are now. */
function whereDiffers(was: string, now: string): string {
  let same = 0;
  while (same < was.length && was[same] === now[same]) same += 1;
  const from = Math.max(0, same - 20);
  const end = from + 80;
  return `${from > 0 ? '……' : ''}${was.slice(from, end)}${end < was.length ? '……' : ''}`;
}
