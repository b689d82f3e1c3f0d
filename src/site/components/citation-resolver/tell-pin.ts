import type { Reference } from '../../../citation/parse-reference.ts';
import { findPassage, findQuote } from '../../../citation/passage.ts';
import type { Report } from '../../../report/report.ts';
import { followCitedWords } from '../citation-pin/follow-cited-words.ts';
import { pinWords } from '../citation-pin/pin-words.ts';
import { type Content, element, warning } from './resolver-parts.ts';

/** The ways from the resolver to the rest of the site. */
export interface ResolverSite {
  /** Gives the `report.json` below an address; `undefined` where there is none. */
  readonly fetchReport: (address: string) => Promise<Report | undefined>;
  readonly link: (address: string, ...content: Content[]) => HTMLElement;
}

/**
 * Tells of the words that a citation was pinned to: whether they stand, what they were, whether the
 * version named has the words quoted, and where it is.
 *
 * @returns nothing of a citation without a pin
 */
export async function tellPin(
  report: Report,
  { pin, anchor, quote }: Reference,
  { fetchReport, link }: ResolverSite,
): Promise<Content[]> {
  if (pin === undefined) return [];
  const followed = await followCitedWords(pin, anchor, report, fetchReport, report.url);
  const { former, was } = followed;
  const { text, isWarning } = pinWords(followed, pin, anchor, report.version);
  const told = isWarning ? warning(text) : element('p', text);
  if (former === undefined) return [told];
  const version = `${report.url}v${pin.version}/`;
  const at = anchor !== undefined && findPassage(former.sections, anchor) ? `#${anchor}` : '';
  const hadQuote = quote !== undefined && findQuote(former.sections, anchor, quote) !== undefined;
  const isShown = was !== undefined && anchor !== undefined;
  return [
    told,
    ...(isShown ? [element('blockquote', element('p', was))] : []),
    ...(hadQuote ? [element('p', `引文与第${pin.version}版的原文一致。`)] : []),
    element(
      'p',
      link(version + at, `第${pin.version}版原文`),
      '　',
      link(`${version}diff/`, '此后的改动'),
    ),
  ];
}
