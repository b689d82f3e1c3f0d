import { anchorWords, foldWords, hashWords } from '../report/anchor/anchor-words.ts';
import type { Report, Section } from '../report/report.ts';
import { citedText } from './passage.ts';

/** Which words a citation stands for: the report's version, and the head of the words' hash. */
export interface VersionPin {
  readonly version: number;
  /** Eight hexadecimal digits: enough to tell words from others, short enough to be printed. */
  readonly hash: string;
}

const DIGITS = 8;

/**
 * Pin a passage to the words that stand there now.
 *
 * A paragraph's and a point's digits are the first of the hash in the anchor record; a section's
 * are of its words with those of its subsections, since that is what a citation of it stands for.
 *
 * @param id an address inside the report; `undefined`: the whole report
 * @returns `undefined` where the report has no such address
 */
export function pinPassage(
  { version, sections, notes }: Versioned,
  id: string | undefined,
): VersionPin | undefined {
  const text = citedText(sections, id, notes);
  return text === undefined ? undefined : { version, hash: hashWords(text).slice(0, DIGITS) };
}

/** Write a pin as the `v` of an address: `1-ab12cd34`. */
export function formatPin({ version, hash }: VersionPin): string {
  return `${version}-${hash}`;
}

/**
 * Read the `v` of an address.
 *
 * @param text may end in what stuck to it, as a sentence's full stop
 * @returns `undefined` where it is no pin
 */
export function parsePin(text: string): VersionPin | undefined {
  const [, version, hash] = /^(\d{1,4})-([0-9a-f]{8})(?![0-9a-z])/i.exec(text) ?? [];
  if (version === undefined || hash === undefined || Number(version) === 0) return undefined;
  return { version: Number(version), hash: hash.toLowerCase() };
}

type Versioned = Pick<Report, 'version' | 'sections' | 'notes'>;

/** What became of the words that a citation was pinned to. */
export interface FollowedPin {
  /**
   * `same`: they stand where they stood. `changed`: the address has other words now. `gone`: it is
   * no address of the report any more. `unproved`: neither the present words nor those of the
   * version named are the ones pinned.
   */
  readonly state: 'same' | 'changed' | 'gone' | 'unproved';
  /** The words pinned, where they are no longer those at the address and the version has them. */
  readonly was: string | undefined;
  /** Addresses of paragraphs and headings that differ between the version named and the present one. */
  readonly changed: readonly ChangedAddress[];
}

/** A paragraph or a heading that is not as it was. */
interface ChangedAddress {
  readonly id: string;
  readonly kind: 'changed' | 'added' | 'removed';
}

/**
 * Tell what became of the words that a citation was pinned to.
 *
 * @param id the address cited; `undefined`: the whole report
 * @param former the version that the pin names; `undefined` where it is the present one, or where
 *   the archive has none of that number
 */
export function followPin(
  pin: VersionPin,
  id: string | undefined,
  present: Versioned,
  former: Versioned | undefined,
): FollowedPin {
  const changed = former === undefined ? [] : changedAddresses(former.sections, present.sections);
  const now = pinPassage(present, id);
  if (now?.hash === pin.hash) return { state: 'same', was: undefined, changed };
  if (former === undefined || pinPassage(former, id)?.hash !== pin.hash)
    return { state: 'unproved', was: undefined, changed };
  const was = citedText(former.sections, id, former.notes);
  return { state: now === undefined ? 'gone' : 'changed', was, changed };
}

/** List the paragraphs and headings that differ, those of the later text in printed order first. */
function changedAddresses(former: readonly Section[], later: readonly Section[]): ChangedAddress[] {
  const then = ownWords(former);
  const now = ownWords(later);
  const present = [...now].flatMap(([id, words]): ChangedAddress[] => {
    const before = then.get(id);
    if (before === undefined) return [{ id, kind: 'added' }];
    return foldWords(before) === foldWords(words) ? [] : [{ id, kind: 'changed' }];
  });
  const removed = [...then.keys()].filter((id) => !now.has(id));
  return [...present, ...removed.map((id): ChangedAddress => ({ id, kind: 'removed' }))];
}

/** What each paragraph and each heading says, by address; points and whole sections are made of these. */
function ownWords(sections: readonly Section[]): Map<string, string> {
  const paragraphless = sections.map(withoutParagraphs);
  const headings = [...anchorWords(paragraphless)].filter(([, words]) => words !== '');
  const paragraphs = [...anchorWords(sections)].filter(([id]) => /^p\d/.test(id));
  return new Map([...headings, ...paragraphs]);
}

function withoutParagraphs(section: Section): Section {
  return { ...section, paragraphs: [], sections: section.sections.map(withoutParagraphs) };
}
