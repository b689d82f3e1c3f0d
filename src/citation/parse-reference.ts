import { pageAddress } from '../report/addresses.ts';
import { parsePin, type VersionPin } from './version-pin.ts';

/** What a pasted citation or address says of where its passage is. */
export interface Reference {
  /** The report's address, without origin and base path: `/r/411602/2019/`. */
  readonly report: string | undefined;
  /** The address inside it: `s1-5`, `p6`, `s2-i1`. */
  readonly anchor: string | undefined;
  /** The words that the address was pinned to. */
  readonly pin: VersionPin | undefined;
  /** The words quoted, to be held against the passage. */
  readonly quote: string | undefined;
}

const ANCHOR =
  '(?:(?:s\\d+[a-z]?|h\\d+|[ac]\\d+)(?:-(?:\\d+[a-z]?|h\\d+))*(?:-i\\d+[a-z]?)?|p\\d+[a-z]?(?:-r\\d+)?|n\\d+[a-z]?)(?![a-z0-9])';
// The grammar of ids is `parseReportId`'s; it is written out here because this runs in the browser,
// where the schemas behind that function would weigh thirty times as much.
const CODE = '(zone-\\d{6}(?:-[a-z]+)+|\\b\\d{6})';
const DOCUMENT = '(\\d{4}(?:-(?:annual|plan|department|other)(?:-[a-z]+)*(?:-\\d+)?)?)';
const ADDRESS = new RegExp(
  `/r/${CODE}/${DOCUMENT}(?:/[^#\\s]*)?(?:#(${ANCHOR}))?(?![a-z0-9-])`,
  'i',
);
const ID = new RegExp(`${CODE}-${DOCUMENT}(?![a-z0-9])(?:[#-](${ANCHOR}))?`, 'i');

/**
 * Read a pasted citation in any of the archive's forms, an address, or a report's id.
 *
 * A line break inside an address, a full stop stuck to it and full-width marks do not matter; a
 * sentence's 第6段, 第12段第2行 or 注1 stands in where the address names no passage.
 *
 * @returns parts that the text does not give are `undefined`
 * @example parseReference('…载https://HOST/r/411602/2019/#s1-5。') // report '/r/411602/2019/', anchor 's1-5'
 */
export function parseReference(text: string): Reference {
  const plain = decode(text)
    .normalize('NFKC')
    .replace(/[–—‐‑]/g, '-');
  const found = findAddress(plain) ?? findAddress(plain.replace(/\s+/g, ''));
  const [, paragraph, row] = /第\s*(\d+[a-z]?)\s*段(?:\s*第\s*(\d+)\s*行)?/.exec(plain) ?? [];
  const note = /(?<![\p{Script=Han}])注\s*(\d+[a-z]?)(?=[,，。)）\s])/u.exec(plain)?.[1];
  const passage = paragraph && (row === undefined ? `p${paragraph}` : `p${paragraph}-r${row}`);
  const quote = /「([^「」]+)」|“([^“”]+)”/.exec(text);
  return {
    report: found?.report,
    anchor: found?.anchor ?? (note === undefined ? passage : `n${note}`),
    pin: found?.pin,
    quote: quote?.[1] ?? quote?.[2],
  };
}

function findAddress(
  text: string,
): (Pick<Reference, 'anchor' | 'pin'> & { report: string }) | undefined {
  const [whole, code, document, anchor] = ADDRESS.exec(text) ?? ID.exec(text) ?? [];
  if (code === undefined || document === undefined) return undefined;
  return {
    report: pageAddress('report', code, document).toLowerCase(),
    anchor: anchor?.toLowerCase(),
    pin: parsePin(/[?&]v=([^&#]*)/i.exec(whole ?? '')?.[1] ?? ''),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
