import { parsePrintedNumber } from '../../report/printed-numeral.ts';

const SEPARATED = /(?<!\d)(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/;
const HAN =
  /([二贰][〇零○ＯO0一二三四五六七八九]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日/u;
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;

/**
 * Reads the first date in a text, as Chinese pages write it.
 *
 * @param text `19-04-12`, `2017-12-20 10:01:15`, `2021年12月11日`, `2017/12/20`, `20.12.2017`,
 *   `二〇一八年一月十九日`, `20180119`
 * @returns an ISO date, `undefined` where there is none or no such day exists
 */
export function readDate(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return isoDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const separated = SEPARATED.exec(plain) ?? COMPACT.exec(plain);
  if (separated !== null) return isoDate(separated[1], separated[2], separated[3]);
  const han = HAN.exec(plain);
  if (han === null) return undefined;
  const [year, month, day] = han.slice(1).map((numeral) => String(readNumeral(numeral)));
  return isoDate(year, month, day);
}

function readNumeral(numeral: string): number | undefined {
  return parsePrintedNumber(numeral.replace(/[○ＯO0]/g, '〇'));
}

/** Sites' pages begin in the nineties, and no report is older than the rule of 2015 by much. */
const CENTURY = 2000;
const EARLIEST = 1990;

function isoDate(year = '', month = '', day = ''): string | undefined {
  const full = year.length === 2 ? CENTURY + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && full >= EARLIEST && full < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** Tells whether a line holds a date and nothing else: `2018年1月19日`, `（2018年1月19日）`, `2017年12月`. */
export function isDateLine(text: string): boolean {
  return /^[（(【[]?\s*(?:(?:\d{4}|\d{2})\s*[-/.年]\s*\d{1,2}\s*[-/.月]?\s*(?:\d{1,2}\s*日?)?|\d{1,2}\.\d{1,2}\.\d{4}|[二贰][〇零○ＯO0一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十]{1,2}\s*月\s*(?:[一二三四五六七八九十]{1,3}\s*日)?)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*[）)】\]]?$/u.test(
    text.normalize('NFKC').replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)/g, ''),
  );
}
