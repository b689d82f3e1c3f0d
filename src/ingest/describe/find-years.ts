import { parsePrintedNumber } from '../../report/printed-numeral.ts';

const RANGE = /20\d\d\s*年?\s*(?:[—–\-－~～至到]+\s*)?20\d\d\s*年?(?!\d)/gu;
const YEAR =
  /(?<!\d)(20[012]\d)\s*(?=年)|(?<!\d)(20[012]\d)(?=\s*法治)|(二[〇零○]一?[一二三四五六七八九十〇零○]{1,2})(?=年)/gu;

/**
 * Lists the years a text names, in order; neither end of a period (2016—2020年) is one.
 *
 * @param text without the names of other documents
 */
export function findYears(text: string): number[] {
  return [...text.normalize('NFKC').replace(RANGE, '').matchAll(YEAR)].flatMap((match) => {
    const numeral = match[1] ?? match[2] ?? match[3]?.replace(/[○]/g, '〇') ?? '';
    const year = parsePrintedNumber(numeral);
    return year !== undefined && year >= 2000 && year < 2100 ? [year] : [];
  });
}
