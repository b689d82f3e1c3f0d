import { legible } from '../../report/characters/legible.ts';
import { isDateLine, isOrganisation, lineFurniture } from './line-wording.ts';
import type { PageLine } from './page-line.ts';
import type { PagePart } from './source-page.ts';

/** Mark a part of what follows the text: the heading of an attachment, or its text. */
export function attachedPart(part: PagePart): PagePart {
  if (part.why !== 'body') return part;
  const plain = legible(part.value ?? '');
  return { ...part, attached: isAttachmentHeading({ plain, row: part.row }) ? 'heading' : 'text' };
}

/** 附件, 附件1, 附件二：一览表, 附表：…, on a line of its own. */
const ATTACHMENT =
  /^附\s*[件表图]\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*(?:[:：.．]?\s*$|[:：.．\s]\s*\S.{0,50}$)/u;
/** The same with nothing but its number. */
const BARE_ATTACHMENT = /^附\s*[件表图]\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?\s*[:：]?$/u;

function isAttachmentHeading({ plain, row }: Pick<PageLine, 'plain' | 'row'>): boolean {
  return (
    row === undefined &&
    ATTACHMENT.test(plain) &&
    !/[。；]|\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)/iu.test(plain)
  );
}

/**
 * Find where the attachments begin: at the first heading of one that has something below it and stands
 * under signature or date; one that prints its number only needs neither, but a text that is over.
 *
 * @returns `foot` where there are none
 */
export function findAttachments(lines: readonly PageLine[], start: number, foot: number): number {
  let isSigned = false;
  for (let at = start + 1; at < foot; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    isSigned ||= isDateLine(line.plain) || isOrganisation(line.plain);
    const next = lines.slice(at + 1, foot).find((one) => lineFurniture(one.plain) === undefined);
    if (!isAttachmentHeading(line) || next === undefined) continue;
    const isOver = isSigned || /[。）)]$/u.test(lines[at - 1]?.plain ?? '');
    const isList = isAttachmentHeading(next) && !isSigned;
    if (isSigned || (isOver && !isList && BARE_ATTACHMENT.test(line.plain))) return at;
  }
  return foot;
}
