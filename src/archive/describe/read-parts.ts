import { normaliseTypography } from '../typography/normalise-typography.ts';
import { isAddressee, isBareAddressee } from './is-addressee.ts';
import { isOrganisation } from './is-organisation.ts';
import { lineFurniture } from './line-furniture.ts';
import type { PagePart } from './page.ts';
import { isDateLine } from './read-date.ts';
import { readLabelledParts } from './read-labelled-parts.ts';

/**
 * Where a line stands: above or between the titles and labels of a page's head, below them (or
 * where there are none), inside a notice that wraps a report, under its text, or in the page's foot.
 */
export type LinePlace = 'head' | 'below' | 'inside' | 'tail' | 'foot';

const CC = /^(?:抄\s*送|抄\s*报|分\s*送|抄报送)\s*[:：]?\s*/u;
const DOC_NO = /^[\p{Script=Han}]{1,12}[〔（【[]\s*20\d\d\s*[〕）】\]]\s*(?:第\s*)?\d{1,4}\s*号$/u;
const SIGNED =
  /^(.{2,40}?)\s*((?:20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇零○]\S{2}年\S{1,2}月\S{1,3}日))$/u;
const PRINTED =
  /20\d\d年\d{1,2}月\d{1,2}日\s*印发|^[（(]?(?:共印|印)\s*\d+\s*份|^[（(](?:此件|联系人|信息公开)|^附件?\s*[:：\d]/u;
const PAGE_DATE = /\d{4}[-/.]\d|\d:\d\d|\d{2}-\d{1,2}-\d{1,2}/;

/**
 * Reads a line that stands outside the text proper by what it says and where it stands.
 *
 * @param line `raw` verbatim, trimmed; `text` in the archive's typography
 * @returns one part, or several for a line of labelled values or a signature with its date
 */
export function readParts(
  { line, raw, text }: { readonly line: number; readonly raw: string; readonly text: string },
  place: LinePlace,
): PagePart[] {
  const part = (rest: Omit<PagePart, 'line' | 'text'>): PagePart[] => [
    { line, text: raw, ...rest },
  ];
  const isHead = place === 'head';
  const basis = isHead || place === 'foot' ? 'page' : 'document';
  const metadata = (key: NonNullable<PagePart['key']>, value: string) =>
    part({ why: 'metadata', key, value, basis });

  if (isDateLine(text))
    return metadata(PAGE_DATE.test(text) || isHead ? 'published' : 'signed', text);
  if (CC.test(text)) return metadata('cc', text.replace(CC, '').replace(/[。.]$/u, ''));
  if (DOC_NO.test(text)) return metadata('docNo', text);
  const labelled = place === 'inside' ? [] : readLabelledParts(raw);
  if (labelled.length > 0) return labelled.map((one) => ({ line, ...one }));
  if (place !== 'tail' && isAddressee(text))
    return metadata('addressee', text.replace(/[:：]$/u, ''));
  if (place === 'below' && isBareAddressee(text)) return metadata('addressee', text);
  if (isOrganisation(text)) return metadata(isHead ? 'issuer' : 'signature', text);
  const signed = isHead ? null : SIGNED.exec(raw);
  const [, name = '', date = ''] = signed ?? [];
  if (signed !== null && isOrganisation(normaliseTypography(name)))
    return [
      {
        line,
        text: name.trim(),
        why: 'metadata',
        key: 'signature',
        value: normaliseTypography(name),
        basis,
      },
      { line, text: date, why: 'metadata', key: 'signed', value: normaliseTypography(date), basis },
    ];
  const furniture = place === 'inside' ? undefined : lineFurniture(text);
  if (furniture !== undefined) return part({ why: furniture });
  if (place !== 'inside' && text.length < 60 && PRINTED.test(text))
    return part({ why: 'furniture' });
  if (isHead || place === 'foot') return part({ why: 'navigation' });
  return part({ why: 'body', value: text });
}
