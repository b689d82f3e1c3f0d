import type { Random } from './random.ts';

/** A day, and how a page prints it. */
export interface PrintedDate {
  /** ISO. */
  readonly iso: string;
  readonly text: string;
}

const HAN = '〇一二三四五六七八九';
const two = (number: number) => String(number).padStart(2, '0');

/** Picks a day from one month to another of a year; month 13 is January of the next. */
export function pickDay(random: Random, year: number, from: number, to: number): Date {
  return new Date(Date.UTC(year, random.int(from, to) - 1, random.int(1, 28)));
}

/** Prints a day as pages print when they were posted. */
export function printPosted(random: Random, day: Date): PrintedDate {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const time = `${two(random.int(8, 18))}:${two(random.int(0, 59))}`;
  const text = random.weighted([
    [`${y}-${two(m)}-${two(d)}`, 30],
    [`${y}-${two(m)}-${two(d)} ${time}`, 20],
    [`${y}-${two(m)}-${two(d)} ${time}:${two(random.int(0, 59))}`, 12],
    [`${y}年${two(m)}月${two(d)}日`, 10],
    [`${y}年${m}月${d}日 ${time}`, 5],
    [`${y}/${m}/${d}`, 6],
    [`${y}/${two(m)}/${two(d)} ${time}`, 3],
    [`${y}.${two(m)}.${two(d)}`, 4],
    [`${two(y % 100)}-${two(m)}-${two(d)}`, 4],
    [`${d > 12 ? d : two(d)}.${two(m)}.${y}`, 2],
    [`${y}-${m}-${d}`, 4],
  ]);
  return { iso: iso(day), text };
}

/** Prints a day as documents print when they were signed. */
export function printSigned(random: Random, day: Date): PrintedDate {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const han = (zero: string) =>
    `${[...String(y)]
      .map((digit) => HAN[Number(digit)])
      .join('')
      .replaceAll('〇', zero)}年${hanNumber(m)}月${hanNumber(d)}日`;
  const text = random.weighted([
    [`${y}年${m}月${d}日`, 70],
    [`${y} 年 ${m} 月 ${d} 日`, 8],
    [`${y}年${two(m)}月${two(d)}日`, 6],
    [han('〇'), 6],
    [han('○'), 4],
    [`${y}.${m}.${d}`, 2],
    [`${y}-${two(m)}-${two(d)}`, 2],
  ]);
  return { iso: iso(day), text };
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN[tens]}十`;
  return head + (ones === 0 ? '' : (HAN[ones] ?? ''));
}
