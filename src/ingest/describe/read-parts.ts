import { isAddressee, isBareAddressee } from './is-addressee.ts';
import { isOrganisation } from './is-organisation.ts';
import { lineFurniture } from './line-furniture.ts';
import type { PagePart } from './page.ts';
import type { PageLine } from './page-line.ts';
import { isDateLine } from './read-date.ts';
import { cutText, cutVerbatim } from './verbatim-line.ts';

/**
 * Where a line stands: above or between the titles and labels of a page's head, below them (or
 * where there are none), inside a notice that wraps a report, under its text, or in the page's foot.
 */
export type LinePlace = 'head' | 'below' | 'inside' | 'tail' | 'foot';

const CC = /^(?:抄\s*[送报報]|分\s*送|抄[报報]送)\s*[:：]?\s*/u;
const DOC_NO = /^[\p{Script=Han}]{1,12}[〔（【[]\s*20\d\d\s*[〕）】\]]\s*(?:第\s*)?\d{1,4}\s*号$/u;
const SIGNED =
  /^(.{2,40}?)\s*((?:20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|20\d\d[-./]\d{1,2}[-./]\d{1,2}|二[〇零○]\S{2}年\S{1,2}月\S{1,3}日))$/u;
const PRINTED =
  /20\d\d年\d{1,2}月\d{1,2}日\s*印发|^[（(]?(?:共印|印)\s*\d+\s*份|^[（(](?:此件|联系人|信息公开)|^附件?\s*[:：\d]/u;
const PAGE_DATE = /\d{4}[-/.]\d|\d:\d\d|\d{2}-\d{1,2}-\d{1,2}/;

/**
 * Reads a line that stands outside the text proper by what it says and where it stands.
 *
 * @returns one part, or several for a line of labelled values or a signature with its date
 */
export function readParts(line: PageLine, place: LinePlace): PagePart[] {
  const { text, plain } = line;
  const part = (rest: Omit<PagePart, 'line' | 'text'>): PagePart[] => [
    { line: line.line, text: line.raw, ...rest },
  ];
  const isHead = place === 'head';
  const basis = isHead || place === 'foot' ? 'page' : 'document';
  const metadata = (key: NonNullable<PagePart['key']>, value: string) =>
    part({ why: 'metadata', key, value, basis });

  if (plain === '') return part({ why: 'furniture' });
  if (isDateLine(plain)) {
    // Under a text a date is the document's, however it is written, unless it tells the hour.
    const isUnderText = place === 'tail' || place === 'inside';
    const isOfPage = isUnderText ? /\d:\d\d/.test(plain) : isHead || PAGE_DATE.test(plain);
    return metadata(isOfPage ? 'published' : 'signed', text);
  }
  if (CC.test(plain))
    return metadata('cc', text.slice(CC.exec(plain)?.[0].length).replace(/[。.]$/u, ''));
  if (DOC_NO.test(plain)) return metadata('docNo', text);
  if (place !== 'inside' && line.labelled.length > 0) return [...line.labelled];
  if (place !== 'tail' && isAddressee(plain))
    return metadata('addressee', text.replace(/[:：]$/u, ''));
  if (place === 'below' && isBareAddressee(plain)) return metadata('addressee', text);
  if (isOrganisation(plain)) return metadata(isHead ? 'issuer' : 'signature', text);
  const signed = isHead ? null : SIGNED.exec(line.bare);
  const [, name = '', date = ''] = signed ?? [];
  if (signed !== null && isOrganisation(name.replace(/\s/g, ''))) {
    const [end, start] = [name.length, line.bare.length - date.length];
    return [
      {
        line: line.line,
        text: cutVerbatim(line, 0, end),
        why: 'metadata',
        key: 'signature',
        value: cutText(line, 0, end),
        basis,
      },
      {
        line: line.line,
        text: cutVerbatim(line, start, line.bare.length),
        why: 'metadata',
        key: 'signed',
        value: cutText(line, start, line.bare.length),
        basis,
      },
    ];
  }
  const furniture = place === 'inside' ? undefined : lineFurniture(plain);
  if (furniture !== undefined) return part({ why: furniture });
  if (place !== 'inside' && plain.length < 60 && PRINTED.test(plain))
    return part({ why: 'furniture' });
  if (isHead || place === 'foot') return part({ why: 'navigation' });
  return part({ why: 'body', value: text, noise: line.noise });
}
